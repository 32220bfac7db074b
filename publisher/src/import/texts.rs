//! Texts that people read, in one language that nobody states or in several.

use serde_json::{Value, json};

/// A text, by language; `None` if it is not stated.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Texts(Vec<(Option<String>, Vec<String>)>);

/// The tag of a language that nobody states (BCP 47).
const UNDETERMINED: &str = "und";

impl Texts {
    /// A text of no stated language.
    pub fn plain(text: impl Into<String>) -> Self {
        Self(vec![(None, vec![text.into()])])
    }

    /// Adds a text, unless it is there.
    pub fn add(&mut self, lang: Option<&str>, text: String) {
        let lang = lang.filter(|lang| *lang != UNDETERMINED);
        let known = self.0.iter().position(|entry| entry.0.as_deref() == lang);
        let known = known.unwrap_or_else(|| {
            self.0.push((lang.map(str::to_owned), Vec::new()));
            self.0.len() - 1
        });
        let texts = &mut self.0[known].1;
        if !texts.contains(&text) {
            texts.push(text);
        }
    }

    /// Adds the texts of others that are not there.
    pub fn join(&mut self, other: Self) {
        for (lang, texts) in other.0 {
            texts.into_iter().for_each(|text| self.add(lang.as_deref(), text));
        }
    }

    /// The same, what states no language being in this one.
    pub fn spoken_in(mut self, lang: Option<&str>) -> Self {
        let unstated = self.0.iter_mut().filter(|entry| entry.0.is_none());
        unstated.for_each(|entry| entry.0 = lang.map(str::to_owned));
        self
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All of them, in whichever language.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        self.0.iter().flat_map(|entry| &entry.1).map(String::as_str)
    }

    /// As feeds have it: a string, or an object of languages.
    pub fn json(&self) -> Value {
        if let [(None, texts)] = self.0.as_slice() {
            return json!(texts.join(" "));
        }
        let tag = |lang: &Option<String>| lang.clone().unwrap_or_else(|| UNDETERMINED.to_owned());
        self.0.iter().map(|(lang, texts)| (tag(lang), json!(texts.join(" ")))).collect()
    }
}
