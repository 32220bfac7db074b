//! The browser's own JSON values as the reader of feeds sees them.

use crate::feed::json::Json;
use js_sys::{Array, Object, Reflect};
use std::cell::{OnceCell, RefCell};
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
pub struct Value {
    json: JsValue,
    /// Whether it has fields, once that was asked: each question takes its time, and a large feed asks many millions.
    has_fields: OnceCell<bool>,
}

impl From<JsValue> for Value {
    fn from(json: JsValue) -> Self {
        Self { json, has_fields: OnceCell::new() }
    }
}

impl Json for Value {
    fn field(&self, key: &'static str) -> Option<Self> {
        interned(key, |key| self.own(key))
    }

    fn entry(&self, key: &str) -> Option<Self> {
        self.own(&key.into())
    }

    fn string(&self) -> Option<String> {
        self.json.as_string()
    }

    fn number(&self) -> Option<f64> {
        self.json.as_f64()
    }

    fn boolean(&self) -> Option<bool> {
        self.json.as_bool()
    }

    fn length(&self) -> Option<usize> {
        Some(self.json.dyn_ref::<Array>()?.length() as usize)
    }

    fn item(&self, index: usize) -> Self {
        let list: &Array = self.json.unchecked_ref();
        u32::try_from(index).map_or(JsValue::UNDEFINED, |index| list.get(index)).into()
    }

    fn size(&self) -> Option<usize> {
        Some(Object::keys(self.object()?).length() as usize)
    }

    fn entries(&self, most: usize, take: &mut dyn FnMut(String, Self)) {
        let Some(object) = self.object() else { return };
        let keys = Object::keys(object);
        let most = u32::try_from(most).unwrap_or(u32::MAX).min(keys.length());
        for key in (0..most).map(|index| keys.get(index)) {
            if let Some((name, value)) = key.as_string().zip(Reflect::get(object, &key).ok()) {
                take(name, value.into());
            }
        }
    }
}

impl Value {
    fn object(&self) -> Option<&Object> {
        if Array::is_array(&self.json) { None } else { self.json.dyn_ref::<Object>() }
    }

    /// The value under a key of the document's own. Scripts of the page may have given all objects a property of that name.
    /// Most fields are not there, so that is asked last.
    fn own(&self, key: &JsValue) -> Option<Self> {
        if !self.has_fields.get_or_init(|| self.json.is_object()) {
            return None;
        }
        let value = Reflect::get(&self.json, key).ok()?;
        let object: &Object = self.json.unchecked_ref();
        let is_there = !value.loose_eq(&JsValue::NULL) && Object::has_own(object, key);
        is_there.then(|| value.into())
    }
}
