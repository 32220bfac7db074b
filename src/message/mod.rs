//! Every text of the widget's own, in each language. The phrases are compiled natively and packed into
//! one small file a language, which the widget loads; what a platform knows of a language (plural rules,
//! dates, names of countries, order) comes through `Locale`.

use crate::country::Code;
use crate::date::{Date, Precision};
use crate::feed::Dating;
use plural::Category;
use std::rc::Rc;

pub mod aliases;
#[cfg(not(target_arch = "wasm32"))]
mod en;
#[cfg(not(target_arch = "wasm32"))]
mod fr;
#[cfg(not(target_arch = "wasm32"))]
pub mod icu;
#[cfg(not(target_arch = "wasm32"))]
mod pack;
mod phrase;
pub mod plural;

#[cfg(not(target_arch = "wasm32"))]
pub use pack::{LANGUAGES, pack, phrase};
pub use phrase::Phrase;

/// What a platform knows of a language.
pub trait Locale {
    /// A whole number in the language's digits and grouping.
    fn number(&self, number: usize) -> String;
    /// A date as precise as it is stated.
    fn date(&self, date: Date) -> String;
    /// The usual name of a country or territory (CLDR); none where it has no name.
    fn country(&self, code: Code) -> Option<String>;
    /// The usual name of a country in another language, by its BCP 47 tag.
    fn country_in(&self, lang: &str, code: Code) -> Option<String>;
    /// The name of the language with a BCP 47 tag.
    fn language(&self, tag: &str) -> Option<String>;
    /// The plural category of a number.
    fn plural(&self, number: usize) -> Category;
    /// The positions of the names in the language's alphabetical order.
    fn order(&self, names: &[String]) -> Vec<usize>;
    /// Text folded for comparing what a reader types: lower case, without accents.
    fn fold(&self, text: &str) -> String;
}

/// The widget's texts in one language.
#[derive(Clone)]
pub struct Messages {
    tag: String,
    categories: Vec<Category>,
    texts: Vec<String>,
    locale: Rc<dyn Locale>,
}

impl std::fmt::Debug for Messages {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Messages").field(&self.tag).finish()
    }
}

impl PartialEq for Messages {
    fn eq(&self, other: &Self) -> bool {
        self.tag == other.tag && Rc::ptr_eq(&self.locale, &other.locale)
    }
}

impl Messages {
    /// Reads a packed language: a line with its tag and plural categories, then a line a phrase, plural
    /// forms separated by tabs. `None` where the file is of another version of the widget.
    pub fn unpack(packed: &str, locale: Rc<dyn Locale>) -> Option<Self> {
        let mut lines = packed.lines();
        let mut head = lines.next()?.split(' ');
        let tag = head.next()?.to_owned();
        let categories = head.map(Category::named).collect();
        let texts: Vec<_> = lines.map(str::to_owned).collect();
        (texts.len() == Phrase::COUNT).then_some(Self { tag, categories, texts, locale })
    }

    /// The BCP 47 tag of the language.
    pub fn tag(&self) -> &str {
        &self.tag
    }

    /// What the platform knows of the language.
    pub fn locale(&self) -> &dyn Locale {
        &*self.locale
    }

    /// A phrase without placeholders.
    pub fn say(&self, phrase: Phrase) -> &str {
        &self.texts[phrase as usize]
    }

    /// A phrase with its placeholders filled: `{name}` by the text given for `name`.
    pub fn fill(&self, phrase: Phrase, with: &[(&str, &str)]) -> String {
        fill(self.say(phrase), with)
    }

    /// A phrase whose one placeholder is `{date}`.
    pub fn dated(&self, phrase: Phrase, date: Date) -> String {
        self.fill(phrase, &[("date", &self.date(date))])
    }

    /// A phrase in the plural form of `count`, which also fills `{count}`.
    pub fn count(&self, phrase: Phrase, count: usize, with: &[(&str, &str)]) -> String {
        let category = self.locale.plural(count);
        let at = |wanted| self.categories.iter().position(|&category| category == wanted);
        let form = at(category).or_else(|| at(Category::Other)).unwrap_or_default();
        let template = self.say(phrase).split('\t').nth(form).unwrap_or_default();
        let number = self.locale.number(count);
        let with: Vec<_> = with.iter().copied().chain([("count", number.as_str())]).collect();
        fill(template, &with)
    }

    /// A whole number.
    pub fn number(&self, number: usize) -> String {
        self.locale.number(number)
    }

    /// A date as precise as it is stated.
    pub fn date(&self, date: Date) -> String {
        self.locale.date(date)
    }

    /// Since when, or by when, a claim holds.
    pub fn dating(&self, dating: Dating, date: Date) -> String {
        let phrase = match (dating, date.precision()) {
            (Dating::Since, Precision::Year) => Phrase::since_year,
            (Dating::Since, Precision::Month) => Phrase::since_month,
            (Dating::Since, Precision::Day) => Phrase::since_day,
            (Dating::By, Precision::Year) => Phrase::by_year,
            (Dating::By, Precision::Month) => Phrase::by_month,
            (Dating::By, Precision::Day) => Phrase::by_day,
        };
        self.fill(phrase, &[("date", &self.date(date))])
    }
}

fn fill(template: &str, with: &[(&str, &str)]) -> String {
    let mut filled = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let (name, after) = after.split_once('}').unwrap_or((after, ""));
        let value = with.iter().find(|entry| entry.0 == name).map_or(name, |entry| entry.1);
        filled.push_str(value);
        rest = after;
    }
    filled.push_str(rest);
    filled
}
