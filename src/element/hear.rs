//! What a life hears of the browser: events, and time that passes. Each is one piece of code however often it is used, and
//! ends when it is dropped.

use super::store::Store;
use gloo_events::{EventListener, EventListenerOptions, EventListenerPhase};
use gloo_timers::callback::Timeout;
use std::rc::Rc;
use web_sys::{Event, EventTarget};

/// Hears an event on its way up, after what lies below.
pub const LATE: EventListenerPhase = EventListenerPhase::Bubble;
/// Hears an event on its way down, and may keep it from what lies below.
pub const EARLY: EventListenerPhase = EventListenerPhase::Capture;

/// What an event means to a widget.
pub type Meaning = fn(&Rc<Store>, &Event);

/// Listens until it is dropped. The listener may prevent what the browser would do.
#[inline(never)]
pub fn listen(
    store: &Rc<Store>,
    target: &EventTarget,
    kind: &'static str,
    phase: EventListenerPhase,
    meaning: Meaning,
) -> EventListener {
    let store = Rc::downgrade(store);
    let options = EventListenerOptions { phase, passive: false };
    EventListener::new_with_options(target, kind, options, move |event| {
        if let Some(store) = store.upgrade() {
            meaning(&store, event);
        }
    })
}

/// Waits so many ms, until it is dropped.
#[inline(never)]
pub fn after(store: &Rc<Store>, ms: u32, then: fn(&Rc<Store>)) -> Timeout {
    let store = Rc::downgrade(store);
    Timeout::new(ms, move || {
        if let Some(store) = store.upgrade() {
            then(&store);
        }
    })
}
