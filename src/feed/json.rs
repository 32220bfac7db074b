//! The one view of a JSON document that the reader of feeds needs, so that a feed is read by the same
//! code from the browser's own `JSON.parse` (in `element`) and natively from serde_json (here).

/// A value of a JSON document. `null` counts as absent.
pub trait Json: Sized {
    /// The value under `key`; `None` where it is absent or null, or this is no object.
    fn field(&self, key: &'static str) -> Option<Self>;
    /// The same for a key that comes from a document.
    fn entry(&self, key: &str) -> Option<Self>;
    /// The string, if this is one.
    fn string(&self) -> Option<String>;
    /// The number, if this is one.
    fn number(&self) -> Option<f64>;
    /// The truth value, if this is one.
    fn boolean(&self) -> Option<bool>;
    /// How many items there are, if this is an array.
    fn length(&self) -> Option<usize>;
    /// An item of an array. One at a time: browsers have room for ten million values at once.
    fn item(&self, index: usize) -> Self;
    /// How many keys there are, if this is an object; null counts.
    fn size(&self) -> Option<usize>;
    /// Calls `take` with the first `most` keys and their values, in the order of the document.
    fn entries(&self, most: usize, take: &mut dyn FnMut(String, Self));
}

#[cfg(not(target_arch = "wasm32"))]
impl Json for &serde_json::Value {
    fn field(&self, key: &'static str) -> Option<Self> {
        self.entry(key)
    }

    fn entry(&self, key: &str) -> Option<Self> {
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

    fn length(&self) -> Option<usize> {
        self.as_array().map(Vec::len)
    }

    fn item(&self, index: usize) -> Self {
        &self[index]
    }

    fn size(&self) -> Option<usize> {
        self.as_object().map(serde_json::Map::len)
    }

    fn entries(&self, most: usize, take: &mut dyn FnMut(String, Self)) {
        for (key, value) in self.as_object().into_iter().flatten().take(most) {
            take(key.clone(), value);
        }
    }
}
