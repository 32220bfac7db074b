//! Listeners and timers of a life. Each ends when it is dropped. Neither function is inlined, so that all uses with one owner
//! share one piece of code.

use gloo_events::{EventListener, EventListenerOptions, EventListenerPhase};
use gloo_timers::callback::Timeout;
use std::rc::Rc;
use web_sys::{Event, EventTarget};

/// Hears an event while it bubbles, after the elements below.
pub const LATE: EventListenerPhase = EventListenerPhase::Bubble;
/// Hears an event before the elements below, and may stop it there.
pub const EARLY: EventListenerPhase = EventListenerPhase::Capture;

/// Handles an event for the one who listens.
pub type Meaning<T> = fn(&Rc<T>, &Event);

/// Listens until it is dropped. The listener is not passive, so that it may prevent the browser's default.
#[inline(never)]
pub fn listen<T: 'static>(
    owner: &Rc<T>,
    target: &EventTarget,
    kind: &'static str,
    phase: EventListenerPhase,
    meaning: Meaning<T>,
) -> EventListener {
    let owner = Rc::downgrade(owner);
    let options = EventListenerOptions { phase, passive: false };
    EventListener::new_with_options(target, kind, options, move |event| {
        if let Some(owner) = owner.upgrade() {
            meaning(&owner, event);
        }
    })
}

/// Calls a function after so many ms, unless the timer is dropped first.
#[inline(never)]
pub fn after<T: 'static>(owner: &Rc<T>, ms: u32, then: fn(&Rc<T>)) -> Timeout {
    let owner = Rc::downgrade(owner);
    Timeout::new(ms, move || {
        if let Some(owner) = owner.upgrade() {
            then(&owner);
        }
    })
}
