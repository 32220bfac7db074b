//! Every text of the widget's own, in each language. The phrases are compiled natively and packed into
//! one small file a language, which the widget loads; what a platform knows of a language (plural rules,
//! dates, names of countries, order) comes through `Locale`.

use crate::country::Code;
use crate::date::{Date, Precision};
use crate::feed::text::Wanted;
use crate::feed::{Dating, Terms};
use plural::Category;
use std::rc::Rc;

pub mod aliases;
mod direction;
#[cfg(not(target_arch = "wasm32"))]
pub mod icu;
#[cfg(not(target_arch = "wasm32"))]
mod pack;
mod phrase;
pub mod plural;
pub mod terms;

pub use direction::{APART, Direction, unmarked};
#[cfg(not(target_arch = "wasm32"))]
pub use pack::{Language, pack, pack_parts, phrase};
pub use phrase::Phrase;

/// Makes of each language its module, its tag in `LANGUAGES`, its name in `NAMES` and what `language` finds.
macro_rules! languages {
    ($($tag:ident $name:literal,)*) => {
        $(
            #[cfg(not(target_arch = "wasm32"))]
            mod $tag;
        )*

        /// The languages that the widget speaks, by BCP 47 tag; the first stands in for all others.
        pub const LANGUAGES: [&str; [$(stringify!($tag)),*].len()] = [$(stringify!($tag)),*];

        /// What each calls itself, in the same order: readers look for their own language by that.
        pub const NAMES: [&str; LANGUAGES.len()] = [$($name),*];

        /// A language of `LANGUAGES` with all its phrases.
        #[cfg(not(target_arch = "wasm32"))]
        pub fn language(tag: &str) -> Option<pack::Language> {
            match tag {
                $(stringify!($tag) => Some(pack::Language::new(stringify!($tag), &$tag::PHRASES)),)*
                _ => None,
            }
        }
    };
}

// A line and a file each: docs/translating.md.
languages! {
    en "English",
    fr "Français",
    es "Español",
    ar "العربية",
    pt "Português",
}

/// What a platform knows of a language.
pub trait Locale {
    /// The reader's BCP 47 tag, where it is known and of the language of the phrases.
    fn tag(&self) -> Option<String> {
        None
    }
    /// The BCP 47 tag that was asked for, whether the widget speaks that language or not.
    fn wanted(&self) -> Option<String> {
        None
    }
    /// A host as browsers write it in their address bar: other letters than ASCII's in Punycode. `None` where it
    /// is not valid.
    fn host(&self, host: &str) -> Option<String>;
    /// A whole number in the language's digits and grouping.
    fn number(&self, number: usize) -> String;
    /// A date as precise as it is stated.
    fn date(&self, date: Date) -> String;
    /// The usual name of a country or territory (CLDR). `None` if it has no name.
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
    wanted: String,
    direction: Direction,
    categories: Vec<Category>,
    /// With the terms in their places.
    texts: Vec<String>,
    /// As it came.
    packed: Rc<str>,
    locale: Rc<dyn Locale>,
}

impl std::fmt::Debug for Messages {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Messages").field(&self.tag).finish()
    }
}

impl PartialEq for Messages {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.texts.as_ptr(), other.texts.as_ptr())
    }
}

impl Messages {
    /// Reads a packed language: a line with its tag, direction and plural categories, then a line a phrase, plural
    /// forms separated by tabs; all phrases, or those alone that the first map may say. `None` where the file is of
    /// another version of the widget.
    pub fn unpack(packed: &str, locale: Rc<dyn Locale>) -> Option<Self> {
        Self::read(packed.into(), locale, &Terms::new())
    }

    /// The same, with what a feed calls its members and clauses.
    pub fn in_terms(&self, terms: &Terms) -> Option<Self> {
        Self::read(self.packed.clone(), self.locale.clone(), terms)
    }

    fn read(packed: Rc<str>, locale: Rc<dyn Locale>, terms: &Terms) -> Option<Self> {
        let mut lines = packed.lines();
        let mut head = lines.next()?.split(' ');
        let language = head.next()?.to_owned();
        let direction = if head.next()? == "rtl" { Direction::RightToLeft } else { Direction::LeftToRight };
        let categories = head.map(Category::named).collect();
        let lines: Vec<_> = lines.collect();
        if ![Phrase::FIRST, Phrase::PACKED].contains(&lines.len()) {
            return None;
        }
        let tag = locale.tag().unwrap_or(language);
        let wanted = locale.wanted().unwrap_or_else(|| tag.clone());
        let words = terms::words(&lines, terms, &tag);
        let texts = lines.iter().map(|line| terms::told(line, &words)).collect();
        Some(Self { tag, wanted, direction, categories, texts, packed, locale })
    }

    /// The language that texts of a feed are wanted in, among the widget's own words.
    pub fn tag(&self) -> Wanted<'_> {
        Wanted { tag: &self.wanted, among: &self.tag }
    }

    /// The BCP 47 tag of the widget's own words, as special as the reader has it.
    pub fn language(&self) -> &str {
        &self.tag
    }

    /// Whether that is the language that was asked for: then no translator is needed.
    pub fn is_wanted(&self) -> bool {
        self.tag == self.wanted
    }

    /// Where its lines begin.
    pub fn direction(&self) -> Direction {
        self.direction
    }

    /// What the platform knows of the language.
    pub fn locale(&self) -> &dyn Locale {
        &*self.locale
    }

    /// What a language (BCP 47 tag) is called. `None` if the platform does not know it.
    pub fn language_name(&self, tag: &str) -> Option<String> {
        self.locale.language(tag)
    }

    /// A phrase without placeholders; empty where it has not come yet.
    pub fn say(&self, phrase: Phrase) -> &str {
        self.texts.get(phrase as usize).map_or("", String::as_str)
    }

    /// A phrase with its placeholders filled: `{name}` by the text given for `name`.
    pub fn fill(&self, phrase: Phrase, with: &[(&str, &str)]) -> String {
        self.filled(self.say(phrase), with)
    }

    /// A phrase whose one placeholder is `{date}`, `{when}` or `{until}`.
    pub fn dated(&self, phrase: Phrase, date: Date) -> String {
        let with = [("date", self.date(date)), ("when", self.when(date)), ("until", self.until(date))];
        self.fill(phrase, &with.each_ref().map(|(name, text)| (*name, text.as_str())))
    }

    /// A phrase in the plural form of `count`, which also fills `{count}`.
    pub fn count(&self, phrase: Phrase, count: usize, with: &[(&str, &str)]) -> String {
        let category = self.locale.plural(count);
        let at = |wanted| self.categories.iter().position(|&category| category == wanted);
        let form = at(category).or_else(|| at(Category::Other)).unwrap_or_default();
        let template = self.say(phrase).split('\t').nth(form).unwrap_or_default();
        let number = self.locale.number(count);
        let with: Vec<_> = with.iter().copied().chain([("count", number.as_str())]).collect();
        self.filled(template, &with)
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
        let phrases = match dating {
            Dating::Since => [Phrase::since_year, Phrase::since_month, Phrase::since_day],
            Dating::By => [Phrase::by_year, Phrase::by_month, Phrase::by_day],
        };
        self.by_precision(phrases, date)
    }

    /// When something was: "in 2014", "on 12 May 2014".
    pub fn when(&self, date: Date) -> String {
        self.by_precision([Phrase::in_year, Phrase::in_month, Phrase::in_day], date)
    }

    /// A date that stands alone: "3 November 2011", or "by 3 November 2011".
    pub fn dated_by(&self, dating: Dating, date: Date) -> String {
        match dating {
            Dating::Since => self.date(date),
            Dating::By => self.dating(dating, date),
        }
    }

    /// The last day of a date, as it stands after "after": what is compared with a year is compared with its end.
    pub fn the_last_day(&self, date: Date) -> String {
        self.the_date(Date::of(date.last_day()))
    }

    /// "up to 2014": that year included.
    pub fn until(&self, date: Date) -> String {
        self.by_precision([Phrase::until_year, Phrase::until_month, Phrase::until_day], date)
    }

    /// A date as it stands after "between", "and" and "after".
    pub fn the_date(&self, date: Date) -> String {
        match date.precision() {
            Precision::Day => self.fill(Phrase::the_day, &[("date", &self.date(date))]),
            _ => self.date(date),
        }
    }

    /// A date in that of three phrases that is for its precision.
    fn by_precision(&self, phrases: [Phrase; 3], date: Date) -> String {
        self.fill(phrases[date.precision() as usize], &[("date", &self.date(date))])
    }

    /// A list of words in a line.
    pub fn list(&self, words: &[String]) -> String {
        self.list_by(Phrase::comma, words)
    }

    /// A list in a line, with that sign between its parts.
    pub fn list_by(&self, sign: Phrase, words: &[String]) -> String {
        let mut list = String::new();
        for word in words {
            if !list.is_empty() {
                list.push_str(self.say(sign));
            }
            self.direction.set_apart(&mut list, word);
        }
        list
    }

    /// "Name: text".
    pub fn labelled(&self, name: &str, text: &str) -> String {
        self.fill(Phrase::labelled, &[("name", name), ("text", text)])
    }

    /// A text as it stands among others: see `Direction::set_apart`.
    pub fn apart(&self, text: &str) -> String {
        let mut apart = String::new();
        self.direction.set_apart(&mut apart, text);
        apart
    }

    /// A text with its placeholders filled, each value set apart where it runs the other way.
    pub fn filled(&self, template: &str, with: &[(&str, &str)]) -> String {
        let mut filled = String::new();
        let mut rest = template;
        while let Some((before, after)) = rest.split_once('{') {
            filled.push_str(before);
            let (name, after) = after.split_once('}').unwrap_or((after, ""));
            let value = with.iter().find(|entry| entry.0 == name).map_or(name, |entry| entry.1);
            self.direction.set_apart(&mut filled, value);
            rest = after;
        }
        filled.push_str(rest);
        filled
    }
}
