//! A frame of the screen that is waited for, and no longer when this is dropped.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::Window;

/// A frame that was asked for.
pub struct Frame {
    window: Window,
    id: i32,
    _run: Closure<dyn FnMut(f64)>,
}

impl Frame {
    /// Calls `run` before the next frame of the window is painted, with its time in ms. A window that is not painted, as
    /// in a hidden tab, has no frames.
    pub fn next(window: &Window, run: impl FnMut(f64) + 'static) -> Option<Self> {
        let run = Closure::<dyn FnMut(f64)>::new(run);
        let id = window.request_animation_frame(run.as_ref().unchecked_ref()).ok()?;
        Some(Self { window: window.clone(), id, _run: run })
    }
}

impl Drop for Frame {
    fn drop(&mut self) {
        // The id is one that the window gave.
        let _ = self.window.cancel_animation_frame(self.id);
    }
}
