//! Single fields of a document: each reads one kind of value and notes what is wrong with it.

use crate::date::Date;
use crate::feed::json::Json;
use crate::feed::text::{Link, Text};
use crate::finding::{Code, Finding, Place};

/// Longest piece of a wrong value that a finding repeats, in characters.
const SHOWN: usize = 80;

/// Collects findings while a document is read.
#[derive(Default)]
pub struct Notes {
    pub findings: Vec<Finding>,
}

impl Notes {
    fn add(&mut self, code: Code, place: &Place<'_>, value: &str) {
        let value = value.chars().take(SHOWN).collect();
        self.findings.push(Finding { code, pointer: place.to_string(), value });
    }
}

/// An object of the document with its place.
pub struct Object<'a, J> {
    pub json: J,
    pub place: Place<'a>,
}

impl<J: Json> Object<'_, J> {
    /// Reads a field with `convert`; a value that it refuses is noted as `code` and left out.
    pub fn get<T>(
        &self,
        notes: &mut Notes,
        key: &'static str,
        code: Code,
        convert: impl FnOnce(&J) -> Option<T>,
    ) -> Option<T> {
        let json = self.json.field(key)?;
        let value = convert(&json);
        if value.is_none() {
            self.refuse(notes, key, code, &json);
        }
        value
    }

    fn refuse(&self, notes: &mut Notes, key: &'static str, code: Code, json: &J) {
        self.note(notes, key, code, &json.string().unwrap_or_default());
    }

    /// Notes what is wrong with the value under `key`.
    #[inline(never)]
    pub fn note(&self, notes: &mut Notes, key: &str, code: Code, value: &str) {
        notes.add(code, &self.place.key(key), value);
    }

    /// Notes what is wrong with the whole object.
    #[inline(never)]
    pub fn note_all(&self, notes: &mut Notes, code: Code, value: &str) {
        notes.add(code, &self.place, value);
    }

    pub fn string(&self, notes: &mut Notes, key: &'static str) -> Option<String> {
        self.get(notes, key, Code::Type, Json::string)
    }

    /// A short label that documents write as a string or as a whole number.
    pub fn label(&self, notes: &mut Notes, key: &'static str) -> Option<String> {
        self.get(notes, key, Code::Type, |json| json.string().or_else(|| Some(whole(json)?.to_string())))
    }

    pub fn boolean(&self, notes: &mut Notes, key: &'static str) -> Option<bool> {
        self.get(notes, key, Code::Type, Json::boolean)
    }

    pub fn integer(&self, notes: &mut Notes, key: &'static str) -> Option<i32> {
        self.get(notes, key, Code::Type, whole)
    }

    pub fn date(&self, notes: &mut Notes, key: &'static str, code: Code) -> Option<Date> {
        self.get(notes, key, code, |json| Date::parse(&json.string()?))
    }

    pub fn text(&self, notes: &mut Notes, key: &'static str) -> Option<Text> {
        self.get(notes, key, Code::Text, text)
    }

    pub fn link(&self, notes: &mut Notes, key: &'static str) -> Option<Link> {
        self.get(notes, key, Code::Address, |json| Link::web(&json.string()?))
    }

    pub fn contact(&self, notes: &mut Notes, key: &'static str) -> Option<Link> {
        self.get(notes, key, Code::Address, |json| Link::contact(&json.string()?))
    }

    /// Calls `read` with each item of a list. Not generic in what is read, since that would be its code
    /// once more for every kind of item.
    pub fn each(
        &self,
        notes: &mut Notes,
        key: &'static str,
        read: &mut dyn FnMut(&mut Notes, usize, &Object<'_, J>),
    ) {
        let items = self.get(notes, key, Code::Type, Json::items).unwrap_or_default();
        let place = self.place.key(key);
        for (index, json) in items.into_iter().enumerate() {
            read(notes, index, &Object { json, place: place.index(index) });
        }
    }

    /// Reads the items of a list with `convert`, which notes itself what it leaves out.
    pub fn list<T>(
        &self,
        notes: &mut Notes,
        key: &'static str,
        mut convert: impl FnMut(&mut Notes, usize, &Object<'_, J>) -> Option<T>,
    ) -> Vec<T> {
        let mut list = Vec::new();
        self.each(notes, key, &mut |notes, index, item| {
            if let Some(item) = convert(notes, index, item) {
                list.push(item);
            }
        });
        list
    }
}

/// A number without a fraction.
fn whole<J: Json>(json: &J) -> Option<i32> {
    let number = json.number()?;
    #[allow(clippy::cast_possible_truncation)]
    let integer = number as i32;
    (f64::from(integer) == number).then_some(integer)
}

/// A string, or an object of BCP 47 tags to strings; texts of another type in it are left out.
pub fn text<J: Json>(json: &J) -> Option<Text> {
    match json.string() {
        Some(text) => Text::new([(String::new(), text)]),
        None => Text::new(json.entries()?.into_iter().filter_map(|(tag, text)| Some((tag, text.string()?)))),
    }
}
