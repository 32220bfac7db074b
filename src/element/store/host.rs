//! What the element's module does for its widget: `js/life.js` and what it is made of.

use js_sys::Array;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Element, Event};

#[wasm_bindgen]
extern "C" {
    /// What the element's module does for its widget.
    pub type Host;

    #[wasm_bindgen(method)]
    pub fn load(this: &Host, number: u32);
    #[wasm_bindgen(method, js_name = fetchDetails)]
    pub fn fetch_details(this: &Host, number: u32, address: &str);
    #[wasm_bindgen(method)]
    pub fn fetch(this: &Host, chunk: &str);
    #[wasm_bindgen(method)]
    pub fn emit(this: &Host, name: &str, detail: &JsValue);
    #[wasm_bindgen(method)]
    pub fn changed(this: &Host);
    #[wasm_bindgen(method)]
    pub fn speak(this: &Host, tag: &str);
    #[wasm_bindgen(method)]
    pub fn link(this: &Host, text: &str, entry: u32);
    #[wasm_bindgen(method)]
    pub fn ready(this: &Host, members: u32);
    #[wasm_bindgen(method)]
    pub fn warn(this: &Host, text: &str);
    #[wasm_bindgen(method)]
    pub fn palette(this: &Host, css: &str);
    #[wasm_bindgen(method)]
    pub fn detail(this: &Host);
    #[wasm_bindgen(method)]
    pub fn tell(this: &Host);
    #[wasm_bindgen(method)]
    pub fn copy(this: &Host, piece: &str);
    #[wasm_bindgen(method)]
    pub fn save(this: &Host, parcel: &Array);
    #[wasm_bindgen(method)]
    pub fn hear(this: &Host, tones: Option<Array>);
    #[wasm_bindgen(method)]
    pub fn findings(this: &Host);
    #[wasm_bindgen(method)]
    pub fn beside(this: &Host) -> Element;
    #[wasm_bindgen(method)]
    pub fn take(this: &Host, beside: &Element);
    #[wasm_bindgen(method)]
    pub fn hold(this: &Host);
    #[wasm_bindgen(method)]
    pub fn keep(this: &Host);
    #[wasm_bindgen(method)]
    pub fn begin(this: &Host);
    #[wasm_bindgen(method)]
    pub fn news(this: &Host) -> bool;
    #[wasm_bindgen(method)]
    pub fn say(this: &Host) -> bool;
    #[wasm_bindgen(method)]
    pub fn pair(this: &Host, event: &Event);
    #[wasm_bindgen(method)]
    pub fn warm(this: &Host);
}
