//! The browser's own JSON values as the reader of feeds sees them.

use crate::feed::json::Json;
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// A value that `JSON.parse` made.
pub struct Value(pub JsValue);

impl Json for Value {
    fn field(&self, key: &str) -> Option<Self> {
        if Array::is_array(&self.0) {
            return None;
        }
        let value = self.0.dyn_ref::<Object>().and_then(|object| Reflect::get(object, &key.into()).ok())?;
        (!value.is_null() && !value.is_undefined()).then_some(Self(value))
    }

    fn string(&self) -> Option<String> {
        self.0.as_string()
    }

    fn number(&self) -> Option<f64> {
        self.0.as_f64()
    }

    fn boolean(&self) -> Option<bool> {
        self.0.as_bool()
    }

    fn items(&self) -> Option<Vec<Self>> {
        Some(self.0.dyn_ref::<Array>()?.iter().map(Self).collect())
    }

    fn entries(&self) -> Option<Vec<(String, Self)>> {
        if Array::is_array(&self.0) {
            return None;
        }
        let object = self.0.dyn_ref::<Object>()?;
        let keys = Object::keys(object).into_iter();
        keys.map(|key| Some((key.as_string()?, Self(Reflect::get(object, &key).ok()?)))).collect()
    }
}
