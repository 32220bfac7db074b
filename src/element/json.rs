//! The browser's own JSON values as the reader of feeds sees them.

use crate::feed::json::Json;
use js_sys::{Array, Object, Reflect};
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};

thread_local! {
    /// The names of fields as strings of JavaScript, with where and how long their own texts are. A feed asks for
    /// the same few again and again, and to make such a string takes longer than to look up a field by it.
    static KEYS: RefCell<Vec<((usize, usize), JsValue)>> = const { RefCell::new(Vec::new()) };
}

fn interned<T>(key: &'static str, read: impl FnOnce(&JsValue) -> T) -> T {
    let own = (key.as_ptr() as usize, key.len());
    KEYS.with_borrow_mut(|keys| {
        let place = keys.iter().position(|entry| entry.0 == own).unwrap_or_else(|| {
            keys.push((own, key.into()));
            keys.len() - 1
        });
        read(&keys[place].1)
    })
}

/// A value that `JSON.parse` made.
pub struct Value(pub JsValue);

impl Json for Value {
    fn field(&self, key: &'static str) -> Option<Self> {
        if Array::is_array(&self.0) {
            return None;
        }
        let object = self.0.dyn_ref::<Object>()?;
        let value = interned(key, |key| Reflect::get(object, key).ok())?;
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
        let entry = |key: JsValue| {
            let value = Reflect::get(object, &key).ok().filter(|value| !value.is_null())?;
            Some((key.as_string()?, Self(value)))
        };
        Some(keys.filter_map(entry).collect())
    }
}
