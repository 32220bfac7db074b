//! The claims of a feed with their sources, and totals that others report.

use super::text::{Link, Text};
use super::{LevelIndex, MeasureIndex, MemberIndex};
use crate::date::Date;

/// How the date of a claim, or of the adoption, is meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Dating {
    /// It began then.
    #[default]
    Since,
    /// It was in place by then; the start is not known.
    By,
}

/// A claim: a member's status for a measure from a date on.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// Whose status.
    pub member: MemberIndex,
    /// For what.
    pub measure: MeasureIndex,
    /// Which status.
    pub level: LevelIndex,
    /// It counts from the first day of this.
    pub date: Date,
    /// Whether it began then or was in place by then.
    pub dating: Dating,
    /// When the publisher first said so.
    pub recorded: Option<Date>,
    /// When the publisher took it back as wrong.
    pub withdrawn: Option<Date>,
    /// Why it was taken back.
    pub correction: Option<Text>,
    /// What the sources say, in short.
    pub note: Option<Text>,
    /// What those concerned answer.
    pub responses: Vec<Response>,
    /// Where it is stated.
    pub evidence: Vec<Evidence>,
    /// Its place among the document's records.
    pub position: usize,
}

/// An answer of somebody concerned (right of reply).
#[derive(Clone, Debug, PartialEq)]
pub struct Response {
    /// Who.
    pub by: Option<Text>,
    /// When.
    pub date: Option<Date>,
    /// What.
    pub text: Text,
    /// Where it was published.
    pub url: Option<Link>,
}

/// A public source.
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence {
    /// Where it is.
    pub url: Option<Link>,
    /// What it is called.
    pub title: Option<Text>,
    /// Who published it.
    pub publisher: Option<Text>,
    /// When it was published.
    pub date: Option<Date>,
    /// BCP 47 tag of its language.
    pub lang: Option<String>,
    /// Its own words.
    pub quote: Option<Text>,
    /// An archived copy.
    pub archived: Option<Link>,
    /// When the publisher of the feed last looked.
    pub checked: Option<Date>,
}

/// A total that somebody reports, beside what is known by name.
#[derive(Clone, Debug, PartialEq)]
pub struct Reported {
    /// Of what.
    pub measure: MeasureIndex,
    /// As of when.
    pub date: Date,
    /// How many members.
    pub count: u32,
    /// Where that is stated.
    pub evidence: Vec<Evidence>,
}
