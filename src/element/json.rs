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
        interned(key, |key| self.own(key))
    }

    fn entry(&self, key: &str) -> Option<Self> {
        self.own(&key.into())
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

    fn length(&self) -> Option<usize> {
        Some(self.0.dyn_ref::<Array>()?.length() as usize)
    }

    fn item(&self, index: usize) -> Self {
        let list: &Array = self.0.unchecked_ref();
        Self(u32::try_from(index).map_or(JsValue::UNDEFINED, |index| list.get(index)))
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
                take(name, Self(value));
            }
        }
    }
}

impl Value {
    fn object(&self) -> Option<&Object> {
        if Array::is_array(&self.0) { None } else { self.0.dyn_ref::<Object>() }
    }

    /// The value under a key of the document's own; what is no object has none. Scripts of the page may have given all
    /// objects a property of that name. Most fields are not there, so that is asked last: each question takes its time,
    /// and a large feed asks many millions.
    fn own(&self, key: &JsValue) -> Option<Self> {
        let value = Reflect::get(&self.0, key).ok()?;
        let own: &Object = self.0.unchecked_ref();
        let is_there = !value.loose_eq(&JsValue::NULL) && Object::has_own(own, key);
        is_there.then_some(Self(value))
    }
}
