//! Keys and clicks between the widget and its page: Escape closes one thing of the widget's or is the page's, shortcuts of
//! the page rest while the reader types or walks the map, and the second of two clicks on the map is the map's.

use super::event::key;
use super::hear::{EARLY, LATE, listen};
use super::store::Store;
use crate::model::escape::{self, Within};
use gloo_events::EventListener;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent};

/// The listeners to keys and clicks of one widget.
pub fn listeners(store: &Rc<Store>) -> Vec<EventListener> {
    let mut listeners = vec![listen(store, store.window(), "keydown", EARLY, escaped)];
    // After the parts have heard it.
    listeners
        .extend(["keydown", "keypress", "keyup"].map(|kind| listen(store, store.root(), kind, LATE, still)));
    listeners.extend(
        ["click", "dblclick"]
            .map(|kind| listen(store, store.root(), kind, EARLY, |store, event| store.host().pair(event))),
    );
    listeners
}

fn escaped(store: &Rc<Store>, event: &Event) {
    if key(event) != "Escape" || event.unchecked_ref::<KeyboardEvent>().is_composing() {
        return;
    }
    let within = origin(event).filter(|element| store.root().contains(Some(element)));
    let within = within.and_then(|element| {
        Within::CLASSES.into_iter().find(|(_, class)| is_in(&element, class)).map(|(within, _)| within)
    });
    let meaning = escape::meaning(&store.model(), within);
    if let Some(msg) = meaning {
        // The page's own dialogs stay open.
        event.prevent_default();
        event.stop_propagation();
        store.dispatch(msg);
    }
}

/// Keys that the widget took, or that are typed into it, are no shortcuts of the page's.
fn still(_: &Rc<Store>, event: &Event) {
    let is_typed = || {
        let (key, pressed) = (key(event), event.unchecked_ref::<KeyboardEvent>());
        let is_plain = !(pressed.ctrl_key() || pressed.meta_key() || pressed.alt_key());
        // A field has a use for any key but those that lead out of it; the map has taken those that it knows.
        let where_typed = if key.chars().count() == 1 { "input, .map" } else { "input" };
        let leads_out = key == "Tab" || key == "Escape";
        is_plain && !leads_out && origin(event).is_some_and(|element| is_in(&element, where_typed))
    };
    if event.default_prevented() || is_typed() {
        event.stop_propagation();
    }
}

fn is_in(element: &Element, selector: &str) -> bool {
    element.closest(selector).is_ok_and(|found| found.is_some())
}

/// Where the event happened, also within a shadow root.
fn origin(event: &Event) -> Option<Element> {
    event.composed_path().get(0).dyn_into().ok()
}
