//! The one view of a JSON document that the reader of feeds needs, so that a feed is read by the same
//! code from the browser's own `JSON.parse` (in `element`) and natively from serde_json (here).

/// A value of a JSON document. `null` counts as absent.
pub trait Json: Sized {
    /// The value under `key`; `None` where it is absent or null, or this is no object.
    fn field(&self, key: &'static str) -> Option<Self>;
    /// The string, if this is one.
    fn string(&self) -> Option<String>;
    /// The number, if this is one.
    fn number(&self) -> Option<f64>;
    /// The truth value, if this is one.
    fn boolean(&self) -> Option<bool>;
    /// The items, if this is an array.
    fn items(&self) -> Option<Vec<Self>>;
    /// The keys that have a value, with it, in the order of the document, if this is an object.
    fn entries(&self) -> Option<Vec<(String, Self)>>;
}

#[cfg(not(target_arch = "wasm32"))]
impl Json for &serde_json::Value {
    fn field(&self, key: &'static str) -> Option<Self> {
        self.get(key).filter(|value| !value.is_null())
    }

    fn string(&self) -> Option<String> {
        self.as_str().map(str::to_owned)
    }

    fn number(&self) -> Option<f64> {
        self.as_f64()
    }

    fn boolean(&self) -> Option<bool> {
        self.as_bool()
    }

    fn items(&self) -> Option<Vec<Self>> {
        Some(self.as_array()?.iter().collect())
    }

    fn entries(&self) -> Option<Vec<(String, Self)>> {
        let there = self.as_object()?.iter().filter(|(_, value)| !value.is_null());
        Some(there.map(|(key, value)| (key.clone(), value)).collect())
    }
}
