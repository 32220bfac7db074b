//! Single fields of a document: each reads one kind of value and notes what is wrong with it.

use crate::date::Date;
use crate::feed::FeedError;
use crate::feed::json::Json;
use crate::feed::text::{Link, Text};
use crate::finding::{Finding, FindingCode, KEPT, Pointer, Severity, Tally};

/// Longest id, label and name, in letters.
const LABEL: usize = 200;
/// Longest text of another kind, in letters.
const LONG: usize = 20_000;
/// Most languages that a text is read in.
const LANGUAGES: usize = 200;
/// Most items of all lists together. Each takes memory, of which browsers have so much.
const ITEMS: usize = 1_000_000;

/// Collects findings while a document is read.
#[derive(Default)]
pub struct Notes {
    pub findings: Vec<Finding>,
    pub tally: Tally,
    /// Why the document cannot be read on.
    pub refused: Option<FeedError>,
    items: usize,
    /// How many of the findings kept are warnings.
    warnings: usize,
}

impl Notes {
    fn add(&mut self, code: FindingCode, pointer: &Pointer<'_>, value: &str) {
        self.tally.add(code, pointer);
        if self.has_room(code) {
            self.findings.push(Finding::new(code, pointer, value));
        }
    }

    /// Whether a finding can be kept. Errors take the places of warnings.
    fn has_room(&mut self, code: FindingCode) -> bool {
        let is_warning = |code: FindingCode| code.severity() == Severity::Warning;
        if self.findings.len() == KEPT && !is_warning(code) && self.warnings > 0 {
            self.warnings -= 1;
            let last = self.findings.iter().rposition(|finding| is_warning(finding.code));
            last.map(|last| self.findings.remove(last));
        }
        let has_room = self.findings.len() < KEPT;
        self.warnings += usize::from(has_room && is_warning(code));
        has_room
    }

    /// Whether so many items can be read.
    pub fn allow(&mut self, list: &'static str, found: usize, limit: usize) -> bool {
        self.items += found;
        let (found, limit) = if found > limit { (found, limit) } else { (self.items, ITEMS) };
        if found > limit && self.refused.is_none() {
            self.refused = Some(FeedError::TooMany { list, limit, found });
        }
        self.refused.is_none()
    }
}

/// An object of the document with its place.
pub struct Object<'a, J> {
    pub json: J,
    pub pointer: Pointer<'a>,
}

impl<J: Json> Object<'_, J> {
    /// Reads a field with `convert`; a value that it refuses is noted as `code` and left out.
    pub fn get<T>(
        &self,
        notes: &mut Notes,
        key: &'static str,
        code: FindingCode,
        convert: impl FnOnce(&J) -> Option<T>,
    ) -> Option<T> {
        let json = self.json.field(key)?;
        let value = convert(&json);
        if value.is_none() {
            self.refuse(notes, key, code, &json);
        }
        value
    }

    fn refuse(&self, notes: &mut Notes, key: &'static str, code: FindingCode, json: &J) {
        self.note(notes, key, code, &json.string().unwrap_or_default());
    }

    /// Notes what is wrong with the value under `key`.
    #[inline(never)]
    pub fn note(&self, notes: &mut Notes, key: &str, code: FindingCode, value: &str) {
        notes.add(code, &self.pointer.key(key), value);
    }

    /// Notes what is wrong with the whole object.
    #[inline(never)]
    pub fn note_all(&self, notes: &mut Notes, code: FindingCode, value: &str) {
        notes.add(code, &self.pointer, value);
    }

    pub fn string(&self, notes: &mut Notes, key: &'static str) -> Option<String> {
        let text = self.get(notes, key, FindingCode::Type, Json::string)?;
        Some(self.within(notes, key, text, LABEL))
    }

    /// A short label that documents write as a string or as a whole number.
    pub fn label(&self, notes: &mut Notes, key: &'static str) -> Option<String> {
        let text = self.get(notes, key, FindingCode::Type, |json| {
            json.string().or_else(|| Some(whole(json)?.to_string()))
        })?;
        Some(self.within(notes, key, text, LABEL))
    }

    pub fn template(&self, notes: &mut Notes, key: &'static str) -> Option<String> {
        let text = self.get(notes, key, FindingCode::Type, Json::string)?;
        Some(self.within(notes, key, text, LONG))
    }

    /// An id as long as ids may be.
    pub fn cut(&self, notes: &mut Notes, key: &str, id: String) -> String {
        self.within(notes, key, id, LABEL)
    }

    fn within(&self, notes: &mut Notes, key: &str, mut text: String, limit: usize) -> String {
        if cut(&mut text, limit) {
            self.note(notes, key, FindingCode::Long, "");
        }
        text
    }

    pub fn integer(&self, notes: &mut Notes, key: &'static str) -> Option<i32> {
        self.get(notes, key, FindingCode::Type, whole)
    }

    pub fn date(&self, notes: &mut Notes, key: &'static str, code: FindingCode) -> Option<Date> {
        self.date_by(notes, key, code, Date::parse)
    }

    /// A date in the form that `parse` reads, or a year as a number.
    pub fn date_by(
        &self,
        notes: &mut Notes,
        key: &'static str,
        code: FindingCode,
        parse: fn(&str) -> Option<Date>,
    ) -> Option<Date> {
        let mut is_year = false;
        let date = self.get(notes, key, code, |json| match json.string() {
            Some(text) => parse(&text),
            None => year(json).map(|year| {
                is_year = true;
                Date::of_year(year)
            }),
        });
        if let Some(date) = date.filter(|_| is_year) {
            self.note(notes, key, FindingCode::Year, &date.to_string());
        }
        date
    }

    /// A date that must be there.
    pub fn needed_date(&self, notes: &mut Notes, key: &'static str, code: FindingCode) -> Option<Date> {
        let date = self.date(notes, key, code);
        if date.is_none() && self.json.field(key).is_none() {
            self.note(notes, key, code, "");
        }
        date
    }

    pub fn text(&self, notes: &mut Notes, key: &'static str) -> Option<Text> {
        self.text_within(notes, key, LONG)
    }

    /// A text that is shown again and again: a label, a name.
    pub fn short_text(&self, notes: &mut Notes, key: &'static str) -> Option<Text> {
        self.text_within(notes, key, LABEL)
    }

    fn text_within(&self, notes: &mut Notes, key: &'static str, limit: usize) -> Option<Text> {
        let mut long = false;
        let text = self.get(notes, key, FindingCode::Text, |json| text(json, limit, &mut long));
        if long {
            self.note(notes, key, FindingCode::Long, "");
        }
        text
    }

    pub fn link(&self, notes: &mut Notes, key: &'static str) -> Option<Link> {
        self.get(notes, key, FindingCode::Address, |json| Link::web(&json.string()?))
    }

    pub fn contact(&self, notes: &mut Notes, key: &'static str) -> Option<Link> {
        self.get(notes, key, FindingCode::Address, |json| Link::contact(&json.string()?))
    }

    /// Calls `read` with each item of a list. Not generic in what is read, since that would be its code
    /// once more for every kind of item.
    pub fn each(
        &self,
        notes: &mut Notes,
        key: &'static str,
        limit: usize,
        read: &mut dyn FnMut(&mut Notes, usize, &Object<'_, J>),
    ) {
        let Some(list) = self.json.field(key) else { return };
        let Some(length) = list.length() else { return self.refuse(notes, key, FindingCode::Type, &list) };
        if !notes.allow(key, length, limit) {
            return;
        }
        let pointer = self.pointer.key(key);
        for index in 0..length {
            read(notes, index, &Object { json: list.item(index), pointer: pointer.index(index) });
        }
    }

    /// Reads the items of a list with `convert`, which notes itself what it leaves out.
    pub fn list<T>(
        &self,
        notes: &mut Notes,
        key: &'static str,
        convert: impl FnMut(&mut Notes, usize, &Object<'_, J>) -> Option<T>,
    ) -> Vec<T> {
        self.list_within(notes, key, ITEMS, convert)
    }

    /// The same for a list that may not be longer than `limit`.
    pub fn list_within<T>(
        &self,
        notes: &mut Notes,
        key: &'static str,
        limit: usize,
        mut convert: impl FnMut(&mut Notes, usize, &Object<'_, J>) -> Option<T>,
    ) -> Vec<T> {
        let mut list = Vec::new();
        self.each(notes, key, limit, &mut |notes, index, item| {
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

/// A year as a number of four digits.
fn year<J: Json>(json: &J) -> Option<u16> {
    u16::try_from(whole(json)?).ok().filter(|year| (1000..=9999).contains(year))
}

/// Cuts a text to so many letters. Whether it was longer.
fn cut(text: &mut String, limit: usize) -> bool {
    let mut letters = text.char_indices();
    let last = if text.len() > limit { letters.nth(limit - 1) } else { None };
    let last = last.filter(|_| letters.next().is_some());
    if let Some((end, _)) = last {
        text.truncate(end);
        text.push('…');
    }
    last.is_some()
}

/// A string, or an object of BCP 47 tags to strings; texts of another type in it are left out. `long`: whether some of
/// it was cut.
fn text<J: Json>(json: &J, limit: usize, long: &mut bool) -> Option<Text> {
    let mut texts = Vec::new();
    let mut add = |tag, mut text| {
        *long |= cut(&mut text, limit);
        texts.push((tag, text));
    };
    if let Some(text) = json.string() {
        add(String::new(), text);
    } else {
        json.entries(LANGUAGES, &mut |tag, json| {
            if let Some(text) = json.string() {
                add(tag, text);
            }
        });
        *long |= json.size().is_some_and(|size| size > LANGUAGES);
    }
    Text::new(texts)
}

/// A text on its own.
pub fn plain_text<J: Json>(json: &J) -> Option<Text> {
    text(json, LONG, &mut false)
}

/// Ids of a list, to be found without looking at all of them.
pub struct Ids<'a>(Vec<(&'a str, usize)>);

impl<'a> Ids<'a> {
    pub fn new(ids: impl Iterator<Item = &'a String>) -> Self {
        let mut ids: Vec<_> = ids.enumerate().map(|(index, id)| (id.as_str(), index)).collect();
        ids.sort_unstable();
        Self(ids)
    }

    /// The place in the list; an id that is too long stands there as it was cut.
    pub fn find(&self, mut id: String) -> Option<usize> {
        cut(&mut id, LABEL);
        let at = self.0.binary_search_by(|(other, _)| (*other).cmp(&id)).ok()?;
        Some(self.0[at].1)
    }
}
