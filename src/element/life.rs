//! One life of a widget: all that it holds of the browser, which ends with it. What host and reader said lies outside, in
//! the element's module, so that a new life goes on where this one was.

use super::hear::{EARLY, LATE, after, listen};
use super::store::{Store, size};
use super::{keys, polling};
use gloo_events::EventListener;
use std::rc::Rc;

/// How often today's date is looked at, ms. Not by one timer until midnight: that stands still while a computer sleeps.
const MINUTE: u32 = 60_000;

/// What one life holds.
pub struct Life {
    pub store: Rc<Store>,
    _listeners: Vec<EventListener>,
}

impl Life {
    pub fn begin(store: Rc<Store>) -> Self {
        let (window, root) = (store.window(), store.root());
        let mut listeners = keys::listeners(&store);
        listeners.extend([
            // On paper a link is its address.
            listen(&store, window, "beforeprint", LATE, |store, _| store.print()),
            // A reader who comes to the map is likely to open a country next.
            listen(&store, root, "pointerover", EARLY, |store, _| store.host().warm()),
            listen(&store, root, "focusin", EARLY, |store, _| store.host().warm()),
        ]);
        listeners.push(size::listener(&store));
        listeners.extend(polling::listener(&store));
        await_day(&store);
        Self { store, _listeners: listeners }
    }
}

fn await_day(store: &Rc<Store>) {
    let look = |store: &Rc<Store>| {
        store.dispatch_today();
        await_day(store);
    };
    store.waits().day.set(Some(after(store, MINUTE, look)));
}
