//! The classes of a map: each status with its words, its sign and how many members have it.

use super::palette;
use crate::against::Change;
use crate::context::Context;
use crate::feed::{Feed, LevelIndex, MemberIndex, Record};
use crate::message::{Messages, Phrase};
use crate::status::{self, Clock, Status, Topic};
use crate::survey::{Shade, Survey};
use crate::words::foreign;
use std::rc::Rc;

/// A status as it is shown everywhere: colour by its place, sign, words.
#[derive(Clone, Debug, PartialEq)]
pub struct Class {
    /// Its id in hooks, links and exports.
    pub id: String,
    /// The name of its style: see `palette::css`.
    pub style: Rc<str>,
    /// Its words in the reader's language.
    pub label: String,
    /// The language of the words, where that is not the reader's: see `Words`.
    pub lang: Option<String>,
    /// What tells it apart without colour; none for land that is no member.
    pub sign: Option<String>,
}

impl Class {
    /// Whether it is "no public data", which a hatch shows in the place of a colour.
    pub fn is_hatched(&self) -> bool {
        &*self.style == palette::UNKNOWN
    }
}

/// The sign of "no public data".
const NO_DATA: &str = "?";

/// How far statuses with a rank have come, by how many there are of them, the furthest first. They are no letters or
/// figures: letters are read as school marks, figures as counts.
const CIRCLES: [&str; 5] = ["●", "●○", "●◐○", "●◕◔○", "●◕◐◔○"];

/// Statuses beside the order.
const BESIDE: &str = "◇△□▽";

/// An entry of the legend.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// What it stands for.
    pub shade: Shade,
    /// The status, or what changed.
    pub class: Class,
    /// How many members in scope have it; `None` if nothing was on record yet.
    pub count: Option<usize>,
    /// Whether the filters keep it.
    pub shown: bool,
}

/// A status with its words.
pub fn class(feed: &Feed, messages: &Messages, status: Status) -> Class {
    Class {
        id: status::id(feed, status),
        style: palette::style(Shade::Status(status)).into(),
        label: label(feed, messages, status),
        lang: lang(feed, messages, status),
        sign: match status {
            Status::NotMember => None,
            Status::Unknown => Some(NO_DATA.to_owned()),
            Status::Done(done) => Some(messages.number(done)),
            Status::Level(level) => Some(sign(feed, level)),
        },
    }
}

/// The sign of a status of the scale; where there are more than usual, a letter, and beyond the alphabet a small one.
#[allow(clippy::cast_possible_truncation)]
fn sign(feed: &Feed, level: LevelIndex) -> String {
    let ranked = feed.order().iter().filter(|&&level| feed[level].rank.is_some()).count();
    let index = feed.order_index(level);
    let (signs, at) = if index < ranked {
        (CIRCLES.get(ranked - 1).copied().unwrap_or_default(), index)
    } else {
        (BESIDE, index - ranked)
    };
    match signs.get(at * SIGN..(at + 1) * SIGN) {
        Some(sign) => sign.to_owned(),
        None if index < 26 => char::from(b'A' + index as u8).into(),
        None => char::from(b'a' + (index - 26).min(25) as u8).into(),
    }
}

/// The bytes of each of these signs in UTF-8.
const SIGN: usize = "●".len();

/// A member's status with its words. A status that is only announced says so.
pub fn class_of(feed: &Feed, messages: &Messages, topic: Topic, member: MemberIndex, clock: Clock) -> Class {
    let mut class = class(feed, messages, status::status(feed, member, topic, clock));
    if let Some(record) = status::announced(feed, member, topic, clock) {
        class.label = announcement(feed, messages, topic, record);
    }
    class
}

/// "announced: implemented"; of all measures together, "announced".
fn announcement(feed: &Feed, messages: &Messages, topic: Topic, record: &Record) -> String {
    let announced = messages.say(Phrase::announced);
    match topic {
        Topic::Overall => announced.to_owned(),
        Topic::Measure(_) => {
            messages.labelled(announced, &label(feed, messages, Status::Level(record.level)))
        }
    }
}

/// What changed, with its words.
pub fn changed(messages: &Messages, change: Change) -> Class {
    let (phrase, sign) = match change {
        Change::Forward => (Phrase::change_forward, "↑"),
        Change::Back => (Phrase::change_back, "↓"),
        Change::FirstKnown => (Phrase::change_first_known, "+"),
        Change::Withdrawn => (Phrase::change_withdrawn, "×"),
        Change::Otherwise => (Phrase::change_otherwise, "≠"),
        Change::Same => (Phrase::change_same, "="),
        Change::Unknown => (Phrase::unknown, NO_DATA),
    };
    Class {
        id: change.id().to_owned(),
        style: palette::style(Shade::Change(change)).into(),
        label: messages.say(phrase).to_owned(),
        lang: None,
        sign: Some(sign.to_owned()),
    }
}

/// The words of a status in the reader's language.
pub fn label(feed: &Feed, messages: &Messages, status: Status) -> String {
    match status {
        Status::NotMember => messages.say(Phrase::not_a_member).to_owned(),
        Status::Unknown => messages.say(Phrase::unknown).to_owned(),
        Status::Level(level) => feed[level].label.best(messages.tag()).text.to_owned(),
        Status::Done(0) => messages.say(Phrase::done_other).to_owned(),
        Status::Done(done) => out_of(feed, messages, Phrase::done, done),
    }
}

/// A phrase that says how many of the measures are done.
fn out_of(feed: &Feed, messages: &Messages, phrase: Phrase, done: usize) -> String {
    let (done, measures) = (messages.number(done), messages.number(feed.measures.len()));
    messages.fill(phrase, &[("done", &done), ("measures", &measures)])
}

/// The language of a status's words, where that is not the one of the words around them.
fn lang(feed: &Feed, messages: &Messages, status: Status) -> Option<String> {
    let Status::Level(level) = status else { return None };
    foreign(feed[level].label.best(messages.tag()).lang, messages.language())
}

/// How many measures are publicly known to be done, for a member with public data; where none is, that the data is of
/// other statuses.
pub fn publicly_known(feed: &Feed, messages: &Messages, done: usize) -> String {
    match done {
        0 => messages.say(Phrase::publicly_known_other).to_owned(),
        done => out_of(feed, messages, Phrase::publicly_known, done),
    }
}

/// A member's status in words, with since when: "implemented, since 2009, 3 sources".
pub fn standing(context: Context<'_>, member: MemberIndex) -> Vec<String> {
    let Context { feed, messages, survey, .. } = context;
    let change = survey.change(member).filter(|change| *change != Change::Unknown);
    let mut words: Vec<_> = change.map(|change| changed(messages, change).label).into_iter().collect();
    words.push(class_of(feed, messages, survey.topic, member, survey.clock).label);
    let basis = basis(feed, survey, member);
    if let (Topic::Measure(_), Some(first)) = (survey.topic, basis.first()) {
        words.push(messages.dating(first.dating, first.date));
        let sources = basis.iter().map(|record| record.sources()).sum();
        words.push(messages.count(Phrase::sources, sources, &[]));
    }
    words
}

/// The claims that these words rest on, by where they lie in memory. Of one feed, topic and status, without an earlier date,
/// the words are the same where these are.
pub fn grounds(feed: &Feed, survey: &Survey, member: MemberIndex) -> Vec<usize> {
    basis(feed, survey, member).into_iter().map(|record| std::ptr::from_ref(record).addr()).collect()
}

fn basis<'a>(feed: &'a Feed, survey: &Survey, member: MemberIndex) -> Vec<&'a Record> {
    match survey.topic {
        Topic::Measure(measure) => status::basis(feed, member, measure, survey.clock),
        Topic::Overall => status::announced(feed, member, survey.topic, survey.clock).into_iter().collect(),
    }
}

/// The legend: every class of the survey with its count, or, against an earlier date, what changed.
pub fn legend(feed: &Feed, messages: &Messages, survey: &Survey, filter: &[Status]) -> Vec<Entry> {
    let entry = |(shade, count)| {
        let (class, shown) = match shade {
            Shade::Status(status) => {
                (class(feed, messages, status), filter.is_empty() || filter.contains(&status))
            }
            Shade::Change(change) => (changed(messages, change), true),
        };
        Entry { shade, class, count: Some(count).filter(|_| survey.blank.is_none()), shown }
    };
    survey.shades().into_iter().map(entry).collect()
}
