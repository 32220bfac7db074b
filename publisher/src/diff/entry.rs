//! One change each, with an id that stays the same from one comparison to the next.

use super::say;
use policy_explorer::country::Code;
use policy_explorer::date::Date;
use policy_explorer::diff::{Claim, Diff, diff};
use policy_explorer::feed::{Feed, Record};
use policy_explorer::message::Messages;
use policy_explorer::names::Names;
use policy_explorer::page::messages;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::rc::Rc;

/// A feed with its names in a language.
pub struct Side<'a> {
    pub feed: &'a Feed,
    pub messages: Rc<Messages>,
    pub names: Names,
}

impl<'a> Side<'a> {
    /// `None` where the tag is none.
    pub fn new(feed: &'a Feed, lang: &str) -> Option<Self> {
        let messages = messages(lang)?;
        let messages = messages.in_terms(&feed.policy.terms).map_or(messages, Rc::new);
        let names = Names::new(feed, &messages);
        Some(Self { feed, messages, names })
    }
}

/// Whether something happened, or was said otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    World,
    Correction,
}

impl Kind {
    pub fn name(self) -> &'static str {
        match self {
            Self::World => "world",
            Self::Correction => "correction",
        }
    }
}

/// What is said of a change in a language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The country, and the measure.
    pub title: String,
    pub text: String,
}

/// A change.
pub struct Entry {
    /// A name (URN) made of the feed's id, country, measure, status and date.
    pub id: String,
    pub kind: Kind,
    /// `added`, `withdrawn`, `altered`, `removed`, `joined` or `left`.
    pub what: &'static str,
    pub country: Code,
    pub measure: Option<String>,
    pub status: Option<String>,
    pub date: Option<Date>,
    /// When the publisher said so; `None`: by the newer version.
    pub on: Option<Date>,
    /// The address of a page about it.
    pub page: Option<String>,
    /// In the order of the languages.
    pub said: Vec<Said>,
}

impl Entry {
    /// Whether readers cannot see why it is gone.
    pub fn is_unexplained(&self) -> bool {
        self.what == "removed"
    }

    /// When the publisher said so, as RFC 3339, if that is stated.
    pub fn time(&self) -> Option<String> {
        let day = Date::of(self.on?.first_day());
        Some(format!("{day}T00:00:00Z"))
    }

    /// Country, measure, status and date.
    pub fn named(&self) -> String {
        let parts = [self.measure.clone(), self.status.clone(), self.date.map(|date| date.to_string())];
        [Some(self.country.to_string())].into_iter().chain(parts).flatten().collect::<Vec<_>>().join(" ")
    }
}

/// The feeds in one language: the older, and the newer.
pub type Pair<'a> = (Side<'a>, Side<'a>);

/// All changes: members first, then claims by country, measure and date.
pub fn entries(old: &Feed, new: &Feed, sides: &[Pair<'_>]) -> Vec<Entry> {
    let Diff { joined, left, claims } = diff(old, new);
    let joined = joined.into_iter().map(|code| ("joined", code));
    let left = left.into_iter().map(|code| ("left", code));
    let mut entries: Vec<Entry> = joined.chain(left).map(|(what, code)| member(what, code, sides)).collect();
    entries.extend(claims.iter().map(|claim| self::claim(claim, (old, new), sides)));
    number(&mut entries, &new.id);
    entries
}

fn member(what: &'static str, country: Code, sides: &[Pair<'_>]) -> Entry {
    let said = sides.iter().map(|pair| say::member(what, country, pair)).collect();
    let (measure, status, date, on, page) = (None, None, None, None, None);
    Entry { id: String::new(), kind: Kind::World, what, country, measure, status, date, on, page, said }
}

/// What became of a claim, from one feed to the other.
pub fn claim(claim: &Claim<'_>, (old, new): (&Feed, &Feed), sides: &[Pair<'_>]) -> Entry {
    let (what, kind, feed, record): (_, _, &Feed, &Record) = match *claim {
        Claim::Added(record) => ("added", Kind::World, new, record),
        Claim::Withdrawn(_, record) => ("withdrawn", Kind::Correction, new, record),
        Claim::Altered(_, record) => ("altered", Kind::Correction, new, record),
        Claim::Removed(record) => ("removed", Kind::Correction, old, record),
    };
    Entry {
        id: String::new(),
        kind,
        what,
        country: feed[record.member].code,
        measure: Some(feed[record.measure].id.clone()),
        status: Some(feed[record.level].id.clone()),
        date: Some(record.date),
        on: None,
        page: None,
        said: sides.iter().map(|pair| say::claim(claim, pair)).collect(),
    }
}

/// Gives each entry of a feed its id, which no other feed has; of several about the same, each its own.
pub fn number(entries: &mut [Entry], feed: &str) {
    let mut taken: BTreeMap<String, usize> = BTreeMap::new();
    for entry in entries {
        let subject = match entry.measure {
            Some(_) => entry.named(),
            None => format!("{} {}", entry.country, entry.what),
        };
        let again = taken.get(&subject).copied().unwrap_or_default();
        let extra = if again > 0 { format!(" {again}") } else { String::new() };
        entry.id = urn(&format!("{feed} {subject}{extra}"));
        taken.insert(subject, again + 1);
    }
}

/// A UUID of version 8 (RFC 9562) made of a text.
pub fn urn(text: &str) -> String {
    let hash = Sha256::digest(text.as_bytes());
    let mut bytes: [u8; 16] = std::array::from_fn(|at| hash[at]);
    bytes[6] = bytes[6] & 0x0f | 0x80;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let digits: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    let [a, b, c, d, e] = [&digits[..8], &digits[8..12], &digits[12..16], &digits[16..20], &digits[20..]];
    format!("urn:uuid:{a}-{b}-{c}-{d}-{e}")
}
