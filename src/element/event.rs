//! What an event says, also one that is not of the kind that its name promises: browsers fill in fields with `keydown`
//! events that have no key, scripts dispatch clicks that have no pointer, and an event of another window is of another
//! class. To read a text that is not there through the typed interface would end the program.

use js_sys::Reflect;
use wasm_bindgen::JsValue;
use web_sys::Event;

/// The text of a property; empty if it has none.
fn text(event: &Event, name: &str) -> String {
    let value = Reflect::get(event, &JsValue::from_str(name));
    value.ok().and_then(|value| value.as_string()).unwrap_or_default()
}

/// The key of a keyboard event (UI Events, `KeyboardEvent.key`).
#[inline(never)]
pub fn key(event: &Event) -> String {
    text(event, "key")
}

/// Whether a finger made the event (Pointer Events, `pointerType`).
#[inline(never)]
pub fn is_touch(event: &Event) -> bool {
    text(event, "pointerType") == "touch"
}

/// How many fingers touch (Touch Events, `TouchEvent.touches`).
pub fn touches(event: &Event) -> f64 {
    let within = |value: JsValue, name: &str| Reflect::get(&value, &JsValue::from_str(name)).ok();
    let touches = within(event.into(), "touches").filter(JsValue::is_object);
    touches.and_then(|touches| within(touches, "length")?.as_f64()).unwrap_or_default()
}
