//! What the tests in this folder share: the committed feeds and the map, feeds made at random, a second resolver of
//! statuses that owes nothing to the library, and a reader of numbers in five languages.

pub mod files;
pub mod generate;
pub mod large;
pub mod naive;
pub mod pattern;
pub mod reader;
pub mod sight;
pub mod source;
pub mod stage;
pub mod style;
pub mod whole;
pub mod widget;
pub mod xml;

use policy_explorer::country::Code;
use policy_explorer::date::Date;
use policy_explorer::feed::{self, Feed, MemberIndex};
use policy_explorer::finding::Checked;
use policy_explorer::message::icu::Icu;
use policy_explorer::message::{Messages, pack};
use policy_explorer::status::{self, Clock, Topic};
use policy_explorer::world::{self, World};
use serde_json::Value;
use std::fs;
use std::rc::Rc;

const DATA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/data");

/// The feeds of the project, by the name of their folder.
pub const FEEDS: [&str; 2] = ["hanoi-2011", "demo"];

/// One of `FEEDS` as a document.
pub fn document(name: &str) -> Value {
    let text = fs::read_to_string(format!("{DATA}/{name}/feed.json")).expect("the feed is there");
    serde_json::from_str(&text).expect("the feed is JSON")
}

/// The map that a visitor gets first.
pub fn world() -> World {
    let bytes = fs::read(format!("{DATA}/world/overview.pack")).expect("the pack is there");
    world::pack::decode(&bytes).expect("the pack can be read")
}

/// The widget's texts in a language that it speaks.
pub fn messages(tag: &str) -> Rc<Messages> {
    let packed = pack(tag).expect("the widget speaks this language");
    let locale = Icu::new(tag).expect("it is a tag");
    Rc::new(Messages::unpack(&packed, Rc::new(locale)).expect("the pack is of this version"))
}

/// A document that is a feed, read.
pub fn read(document: &Value) -> Checked<Feed> {
    feed::read(document).unwrap_or_else(|error| panic!("{error:?} in {document:#}"))
}

/// A date that is one.
pub fn date(text: &str) -> Date {
    Date::parse(text).unwrap_or_else(|| panic!("{text} is a date"))
}

/// The day on which clocks are read.
pub const TODAY: &str = "2026-11-24";

/// A date on two clocks; `known` empty: all that is on record.
pub fn clock(viewed: &str, known: &str) -> Clock {
    Clock { date: date(viewed), known: (!known.is_empty()).then(|| date(known)), today: date(TODAY) }
}

/// A member that is one.
pub fn member(feed: &Feed, code: &str) -> MemberIndex {
    Code::parse(code).and_then(|code| feed.member(code)).unwrap_or_else(|| panic!("{code} is a member"))
}

/// A country's code.
pub fn code(text: &str) -> Code {
    Code::parse(text).unwrap_or_else(|| panic!("{text} is a code"))
}

/// A topic by the value of the attribute `measure`.
pub fn topic(feed: &Feed, id: &str) -> Topic {
    match id {
        "overall" => Topic::Overall,
        _ => Topic::Measure(feed.measure(id).unwrap_or_else(|| panic!("{id} is a measure"))),
    }
}

/// What the library says of a country: the id of its status.
pub fn status_id(feed: &Feed, country: &str, about: &str, clock: Clock) -> String {
    status::id(feed, status::status(feed, member(feed, country), topic(feed, about), clock))
}
