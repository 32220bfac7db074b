//! Finds members by what a reader types: a name in any of the widget's languages, the feed's own, a usual other name or
//! a code. Accents, case, signs, small words and one typing error are forgiven.

use crate::feed::{Feed, MemberIndex};
use crate::message::aliases::other_names;
use crate::message::{LANGUAGES, Messages};
use crate::names::Names;

/// From this many letters on, a typing error is forgiven in a whole name …
const WHOLE: usize = 4;
/// … and in the beginning of one.
const BEGUN: usize = 5;
/// From this many letters on, the inside of a name counts; of a name in another language, one more.
const INSIDE: usize = 2;

/// A member that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The member.
    pub member: MemberIndex,
    /// The name or code that was found, if it is not the one shown.
    pub other: Option<String>,
    /// How well it fits.
    pub fit: Fit,
}

/// How well a name fits what was typed, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// It is the code.
    Code,
    /// It is the whole name.
    Whole,
    /// The name begins so.
    Start,
    /// A word of it begins so.
    Word,
    /// It is inside.
    Inside,
    /// The whole name, but for a typing error.
    Typo,
    /// The name or a word of it begins so, but for a typing error.
    StartTypo,
}

/// Whose name it is, nearest to the reader first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Origin {
    Shown,
    Own,
    Other,
    Foreign,
}

/// The names of all members, ready to be searched.
#[derive(Clone, Debug, PartialEq)]
pub struct Index {
    entries: Vec<Entry>,
}

#[derive(Clone, Debug, PartialEq)]
struct Entry {
    member: MemberIndex,
    codes: Vec<String>,
    names: Vec<Name>,
}

#[derive(Clone, Debug, PartialEq)]
struct Name {
    text: String,
    origin: Origin,
    keys: Vec<Key>,
}

/// A name as it is compared: its letters without what is between the words, and where the words begin.
#[derive(Clone, Debug, Default, PartialEq)]
struct Key {
    letters: Vec<char>,
    starts: Vec<usize>,
}

impl Index {
    /// The names of all members of a feed, for a reader of the language of `messages`.
    pub fn new(feed: &Feed, messages: &Messages, names: &Names) -> Self {
        let entries = names.order().iter().map(|&member| entry(feed, messages, names, member)).collect();
        Self { entries }
    }

    /// The members that fit the typed text, the best first, in alphabetical order between equals. Empty if no letter was
    /// typed.
    pub fn find(&self, messages: &Messages, typed: &str) -> Vec<Found> {
        let wanted = keys(messages, typed);
        let code = typed.trim().to_ascii_uppercase();
        let mut found: Vec<(Fit, Origin, usize, Found)> = Vec::new();
        for (index, entry) in self.entries.iter().enumerate() {
            let best = entry.names.iter().filter_map(|name| Some((name.fit(&wanted)?, name))).reduce(
                |best, next| if (next.0, next.1.origin) < (best.0, best.1.origin) { next } else { best },
            );
            let found_as = |fit, other| Found { member: entry.member, other, fit };
            if let Some(code) = entry.codes.iter().find(|own| **own == code) {
                found.push((Fit::Code, Origin::Shown, index, found_as(Fit::Code, Some(code.clone()))));
            } else if let Some((fit, name)) = best {
                let other = (name.origin != Origin::Shown).then(|| name.text.clone());
                found.push((fit, name.origin, index, found_as(fit, other)));
            }
        }
        found.sort_unstable_by_key(|&(fit, origin, index, _)| (fit, origin, index));
        found.into_iter().map(|entry| entry.3).collect()
    }

    /// The members that stay in a list narrowed to the typed text: those that fit without a typing error, if there are any.
    /// `None` if no letter was typed.
    pub fn keep(&self, messages: &Messages, typed: &str) -> Option<Vec<MemberIndex>> {
        if keys(messages, typed).is_empty() {
            return None;
        }
        let found = self.find(messages, typed);
        let exact = found.iter().filter(|found| found.fit < Fit::Typo).count();
        let kept = if exact > 0 { exact } else { found.len() };
        Some(found[..kept].iter().map(|found| found.member).collect())
    }
}

fn entry(feed: &Feed, messages: &Messages, names: &Names, member: MemberIndex) -> Entry {
    let locale = messages.locale();
    let code = feed[member].code;
    let mut entry = Entry {
        member,
        codes: code.alpha2().into_iter().chain([code.to_string()]).collect(),
        names: Vec::new(),
    };
    let mut add = |origin, text: &str| entry.add(messages, origin, text);
    add(Origin::Shown, names.of(member));
    locale.country(code).iter().for_each(|name| add(Origin::Own, name));
    for name in other_names(code) {
        add(Origin::Other, name);
    }
    for lang in LANGUAGES {
        let own = feed[member].name.as_ref().and_then(|name| name.exactly(lang));
        own.iter().for_each(|name| add(Origin::Foreign, name.text));
        locale.country_in(lang, code).iter().for_each(|name| add(Origin::Foreign, name));
    }
    entry
}

impl Entry {
    /// Adds a name, unless an equal one is there.
    fn add(&mut self, messages: &Messages, origin: Origin, text: &str) {
        let keys = keys(messages, text);
        if !self.names.iter().any(|name| name.keys == keys) {
            self.names.push(Name { text: text.to_owned(), origin, keys });
        }
    }
}

impl Name {
    fn fit(&self, wanted: &[Key]) -> Option<Fit> {
        let inside = if self.origin == Origin::Foreign { INSIDE + 1 } else { INSIDE };
        let pairs = wanted.iter().flat_map(|wanted| self.keys.iter().map(move |key| (&wanted.letters, key)));
        pairs.filter_map(|(wanted, key)| key.fit(wanted, inside)).min()
    }
}

impl Key {
    fn fit(&self, wanted: &[char], inside: usize) -> Option<Fit> {
        let mut words = self.starts.iter().map(|&start| &self.letters[start..]);
        if self.letters.starts_with(wanted) {
            let whole = self.letters.len() == wanted.len();
            return Some(if whole { Fit::Whole } else { Fit::Start });
        }
        if words.clone().any(|word| word.starts_with(wanted)) {
            return Some(Fit::Word);
        }
        if wanted.len() >= inside && self.letters.windows(wanted.len()).any(|part| part == wanted) {
            return Some(Fit::Inside);
        }
        if wanted.len() >= WHOLE && is_near(wanted, &self.letters, |left, right| left == right) {
            return Some(Fit::Typo);
        }
        let begun = wanted.len() >= BEGUN
            && words.any(|word| is_near(wanted, word, |left, right| right.starts_with(left)));
        begun.then_some(Fit::StartTypo)
    }
}

/// Whether one letter too many, too few or another one, or two that changed places, are all that keeps `typed`
/// from being the same as `meant` (distance 1 of Damerau, 1964). What follows the first difference decides.
fn is_near(typed: &[char], meant: &[char], same: fn(&[char], &[char]) -> bool) -> bool {
    let equal = typed.iter().zip(meant).take_while(|(typed, meant)| typed == meant).count();
    let (typed, meant) = (&typed[equal..], &meant[equal..]);
    match (typed, meant) {
        ([], []) => true,
        ([], [_, after @ ..]) => same(typed, after),
        ([_, rest @ ..], []) => same(rest, meant),
        ([first, rest @ ..], [second, after @ ..]) => {
            let swapped = || match (rest, after) {
                ([next, rest @ ..], [next_meant, after @ ..]) => {
                    (next, next_meant) == (second, first) && same(rest, after)
                }
                _ => false,
            };
            same(rest, after) || same(rest, meant) || same(typed, after) || swapped()
        }
    }
}

/// A text as it is compared: whole, and in short, without small words and "St" written out. Empty where no letter
/// is left.
fn keys(messages: &Messages, text: &str) -> Vec<Key> {
    let folded = messages.locale().fold(text);
    let words = words(&folded);
    let (mut whole, mut short) = (Key::default(), Key::default());
    for word in &words {
        whole.push(word);
        if word == "st" {
            short.push("saint");
        } else if !SMALL.contains(&word.as_str()) {
            short.push(word);
        }
    }
    let has_short = !short.letters.is_empty() && short != whole;
    [whole].into_iter().filter(|key| !key.letters.is_empty()).chain(has_short.then_some(short)).collect()
}

impl Key {
    fn push(&mut self, word: &str) {
        self.starts.push(self.letters.len());
        self.letters.extend(word.chars());
    }
}

/// Words that do not count: "the", "of" and "and" in the three languages that write them apart.
const SMALL: [&str; 18] = [
    "the", "of", "and", "le", "la", "les", "l", "du", "de", "des", "d", "et", "el", "los", "las", "del", "y",
    "e",
];

/// The words of a folded text. Signs part them; "&" is read as a word.
fn words(folded: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    for letter in folded.chars() {
        match letter {
            '&' => words.extend(["and".to_owned(), String::new()]),
            // Abbreviations lose their full stops: "U.S." is one word.
            '.' => {}
            _ if is_sign(letter) => words.push(String::new()),
            _ => words.last_mut().expect("there is a word").extend(alike(letter)),
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// Spaces, signs, quotation marks and dashes, invisible marks of direction. A table of all of Unicode's would
/// weigh more than the rest of the search.
fn is_sign(letter: char) -> bool {
    let is_ascii_sign = letter.is_ascii() && !letter.is_ascii_alphanumeric();
    is_ascii_sign || matches!(letter, '\u{80}'..='\u{bf}' | '\u{2000}'..='\u{206f}' | 'ʻ' | 'ʼ' | '،')
}

/// Letters that readers of Arabic write one for the other; the stroke that only stretches a word is none.
fn alike(letter: char) -> Option<char> {
    match letter {
        'ة' => Some('ه'),
        'ى' => Some('ي'),
        'أ' | 'إ' | 'آ' => Some('ا'),
        'ـ' => None,
        other => Some(other),
    }
}
