//! The problems of a feed with their places, in the order of the document.

use super::guess::Countries;
use super::lint::{self, Checked};
use super::place::{Lines, Place, Places, Position};
use super::problem::{Mark, Problem};
use super::rules::{Severity, form};
use super::schema::Schema;
use crate::load::{Loaded, NoFeed};
use policy_explorer::country::Code;
use policy_explorer::date::Date;
use serde_json::Value;
use std::ops::Range;

pub mod json;
mod refused;
pub mod sarif;
pub mod text;

/// A problem with its place.
pub struct Located {
    pub problem: Problem,
    /// Where the field is; of one that is missing, the nearest thing around it.
    pub place: Place,
    pub mark: Range<usize>,
    pub start: Position,
    pub end: Position,
    /// What it speaks of, such as a country and a measure; may be empty.
    pub subject: String,
}

/// What was found in a feed.
pub struct Report<'a> {
    pub text: &'a str,
    pub located: Vec<Located>,
    /// How many more there are.
    pub more: usize,
    /// How many members and records were read; `None` if the document is no feed.
    pub read: Option<(usize, usize)>,
}

impl<'a> Report<'a> {
    pub fn new(Loaded { text, document, checked, .. }: &'a Loaded, today: Date) -> Self {
        let countries = Countries::new();
        let (feed, findings) = (&checked.value, checked.findings.as_slice());
        let schema = Schema::new();
        let problems = lint::check(&Checked {
            text,
            document,
            feed,
            findings,
            schema: &schema,
            countries: &countries,
            today,
        });
        let places = Places::find(text, problems.kept.iter().map(|problem| problem.pointer.as_str()));
        let mut found: Vec<(Problem, Place)> = twice(&places);
        let more = problems.more + checked.tally.findings - findings.len();
        found.extend(problems.kept.into_iter().map(|problem| {
            let (place, is_there) = places.of(&problem.pointer);
            let mut place = place.clone();
            if is_there && problem.mark == Mark::Name {
                place.mark = place.key.clone().unwrap_or(place.mark);
            }
            (problem, place)
        }));
        let located = located(text, found, |pointer| subject(document, &countries, pointer));
        Self { text, located, more, read: Some((feed.members.len(), feed.records().len())) }
    }

    /// The one problem of a document that is no feed.
    pub fn refused(document: &'a NoFeed) -> Self {
        let text = document.text.as_str();
        let located = located(text, vec![refused::found(document)], |_| String::new());
        Self { text, located, more: 0, read: None }
    }

    /// Whether nothing is worse than a note.
    pub fn is_fine(&self) -> bool {
        self.located.iter().all(|found| found.problem.severity == Severity::Note)
    }
}

/// The fields that stand twice.
fn twice(places: &Places<'_>) -> Vec<(Problem, Place)> {
    let problem = |pointer: &str| {
        let name = pointer.rsplit('/').next().unwrap_or_default();
        Problem::new(&form::FIELD_TWICE, pointer).value(Value::from(name))
    };
    places.twice.iter().map(|(pointer, place)| (problem(pointer), place.clone())).collect()
}

/// The problems in the order of the document, with lines and columns.
fn located(text: &str, mut found: Vec<(Problem, Place)>, subject: impl Fn(&str) -> String) -> Vec<Located> {
    found.sort_by_key(|(problem, place)| (place.mark.start, problem.severity));
    let mut lines = Lines::new(text);
    let locate = |(problem, place): (Problem, Place)| {
        let start = lines.at(place.mark.start);
        let letters = text[place.mark.clone()].chars().count();
        // A mark never goes over the end of a line: JSON has no line breaks in names and plain values.
        let end = Position { line: start.line, column: start.column + letters };
        Located { subject: subject(&problem.pointer), mark: place.mark.clone(), problem, place, start, end }
    };
    found.into_iter().map(locate).collect()
}

/// What the item that a pointer leads into is about.
fn subject(document: &Value, countries: &Countries, pointer: &str) -> String {
    let mut steps = pointer.split('/').skip(1);
    let (Some(list), Some(index)) = (steps.next(), steps.next()) else { return String::new() };
    let item = document.pointer(&format!("/{list}/{index}")).unwrap_or(&Value::Null);
    let named = |field: &str| item[field].as_str().map(str::to_owned);
    let country =
        named("country").map(|text| Code::parse(&text).and_then(|code| countries.name(code)).unwrap_or(text));
    let parts = [country, named("measure"), named("status"), named("date"), named("id")];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}
