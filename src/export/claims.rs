//! All claims of the feed with their sources, whatever the view keeps: a row a claim and source.

use super::{Extract, dating, iso};
use crate::csv::Csv;
use crate::feed::text::{Link, Text};
use crate::feed::{Evidence, Feed, Record, Response};
use crate::message::{Messages, Phrase, unmarked};
use crate::names::Names;
use crate::status::{self, Status};

/// What the columns of a claim are called, and behind them those of a source.
pub const HEADS: [&str; CLAIM + 8] = [
    "country",
    "name",
    "measure",
    "measure.title",
    "status",
    "status.label",
    "date",
    "dating",
    "recorded",
    "withdrawn",
    "correction",
    "note",
    "responses",
    "source",
    "source.title",
    "source.publisher",
    "source.date",
    "source.lang",
    "source.quote",
    "source.archived",
    "source.checked",
];

/// How many of the columns are those of a claim.
pub const CLAIM: usize = 13;

/// A row a claim and source, by country, measure and date. A claim without a source has a row, too; withdrawn ones
/// are among them, with the day and the reason.
pub fn claims(extract: &Extract<'_>) -> String {
    table(extract, &[], extract.feed.records().iter())
}

/// The same of the members of a comparison alone, which it names first.
pub fn compared_claims(extract: &Extract<'_>) -> String {
    let is_compared = |record: &&Record| extract.members.contains(&record.member);
    table(extract, &extract.about()[..1], extract.feed.records().iter().filter(is_compared))
}

fn table<'a>(extract: &Extract<'_>, about: &[String], records: impl Iterator<Item = &'a Record>) -> String {
    let mut csv = Csv::new(HEADS.len());
    for remark in extract.remarks(about) {
        csv.remark(&remark);
    }
    csv.row(&HEADS);
    let Extract { feed, messages, names, .. } = *extract;
    let teller = Teller { feed, messages, names };
    for record in records {
        let claim = teller.claim(record);
        let mut row = |source: [String; 8]| {
            csv.row(&claim.iter().chain(&source).map(String::as_str).collect::<Vec<_>>());
        };
        if record.evidence.is_empty() {
            row(away(extract, record).unwrap_or_default());
        }
        for evidence in &record.evidence {
            row(teller.source(evidence));
        }
    }
    csv.finish()
}

/// Where the sources of a claim are, and how many, if they are in the details of its country.
fn away(extract: &Extract<'_>, record: &Record) -> Option<[String; 8]> {
    let mut cells: [String; 8] = Default::default();
    cells[0] = extract.details_of(record)?;
    cells[1] = unmarked(&extract.messages.count(Phrase::sources, record.sources(), &[]));
    Some(cells)
}

/// Tells claims and sources as cells, in a language.
#[derive(Clone, Copy)]
pub struct Teller<'a> {
    /// The feed.
    pub feed: &'a Feed,
    /// The language.
    pub messages: &'a Messages,
    /// What the members are called.
    pub names: &'a Names,
}

impl Teller<'_> {
    fn best(&self, text: &Text) -> String {
        text.best(self.messages.tag()).text.to_owned()
    }

    fn maybe(&self, text: &Option<Text>) -> String {
        text.as_ref().map(|text| self.best(text)).unwrap_or_default()
    }

    /// The cells of a claim.
    pub fn claim(&self, record: &Record) -> [String; CLAIM] {
        let feed = self.feed;
        let status = Status::Level(record.level);
        let responses: Vec<String> = record.responses.iter().map(|answer| self.response(answer)).collect();
        [
            feed[record.member].code.to_string(),
            self.names.of(record.member).to_owned(),
            feed[record.measure].id.clone(),
            self.best(&feed[record.measure].title),
            status::id(feed, status),
            self.best(&feed[record.level].label),
            record.date.to_string(),
            dating(record.dating).to_owned(),
            iso(record.recorded),
            iso(record.withdrawn),
            self.maybe(&record.correction),
            self.maybe(&record.note),
            responses.join("\n"),
        ]
    }

    /// "Somebody (2020): their answer. https://…"
    fn response(&self, response: &Response) -> String {
        let date = response.date.map(|date| format!("({date})"));
        let by = response.by.as_ref().map(|by| self.best(by));
        let head: Vec<String> = by.into_iter().chain(date).collect();
        let mut text = head.join(" ");
        if !text.is_empty() {
            text.push_str(": ");
        }
        text.push_str(&self.best(&response.text));
        if let Some(url) = &response.url {
            text.push(' ');
            text.push_str(url.as_str());
        }
        text
    }

    /// The cells of a source.
    pub fn source(&self, evidence: &Evidence) -> [String; 8] {
        let link =
            |link: &Option<Link>| link.as_ref().map(|link| link.as_str().to_owned()).unwrap_or_default();
        [
            link(&evidence.url),
            self.maybe(&evidence.title),
            self.maybe(&evidence.publisher),
            iso(evidence.date),
            evidence.lang.clone().unwrap_or_default(),
            self.maybe(&evidence.quote),
            link(&evidence.archived),
            iso(evidence.checked),
        ]
    }
}
