//! Listeners and timers of a life. Each ends when it is dropped. Neither function is inlined, so that all uses share one
//! piece of code.

use super::store::Store;
use gloo_events::{EventListener, EventListenerOptions, EventListenerPhase};
use gloo_timers::callback::Timeout;
use std::rc::Rc;
use web_sys::{Event, EventTarget};

/// Hears an event while it bubbles, after the elements below.
pub const LATE: EventListenerPhase = EventListenerPhase::Bubble;
/// Hears an event before the elements below, and may stop it there.
pub const EARLY: EventListenerPhase = EventListenerPhase::Capture;

/// Handles an event for a widget.
pub type Meaning = fn(&Rc<Store>, &Event);

/// Listens until it is dropped. The listener is not passive, so that it may prevent the browser's default.
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

/// Calls a function after so many ms, unless the timer is dropped first.
#[inline(never)]
pub fn after(store: &Rc<Store>, ms: u32, then: fn(&Rc<Store>)) -> Timeout {
    let store = Rc::downgrade(store);
    Timeout::new(ms, move || {
        if let Some(store) = store.upgrade() {
            then(&store);
        }
    })
}
