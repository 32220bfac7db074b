//! All claims of the feed with their sources, whatever the view keeps: a row a claim and source.

use super::{Extract, dating, iso};
use crate::csv::Csv;
use crate::feed::text::{Link, Text};
use crate::feed::{Evidence, Record, Response};
use crate::message::{Phrase, unmarked};
use crate::status::{self, Status};

const HEADS: [&str; 21] = [
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
    for record in records {
        let claim = claim(extract, record);
        let mut row = |source: [String; 8]| {
            csv.row(&claim.iter().chain(&source).map(String::as_str).collect::<Vec<_>>());
        };
        if record.evidence.is_empty() {
            row(away(extract, record).unwrap_or_default());
        }
        for evidence in &record.evidence {
            row(self::source(extract, evidence));
        }
    }
    csv.finish()
}

fn claim(extract: &Extract<'_>, record: &Record) -> [String; 13] {
    let (feed, tag) = (extract.feed, extract.messages.tag());
    let best = |text: &Text| text.best(tag).text.to_owned();
    let maybe = |text: &Option<Text>| text.as_ref().map(best).unwrap_or_default();
    let status = Status::Level(record.level);
    let responses: Vec<String> = record.responses.iter().map(|answer| response(extract, answer)).collect();
    [
        feed[record.member].code.to_string(),
        extract.names.of(record.member).to_owned(),
        feed[record.measure].id.clone(),
        best(&feed[record.measure].title),
        status::id(feed, status),
        best(&feed[record.level].label),
        record.date.to_string(),
        dating(record.dating).to_owned(),
        iso(record.recorded),
        iso(record.withdrawn),
        maybe(&record.correction),
        maybe(&record.note),
        responses.join("\n"),
    ]
}

/// "Somebody (2020): their answer. https://…"
fn response(extract: &Extract<'_>, response: &Response) -> String {
    let best = |text: &Text| text.best(extract.messages.tag()).text.to_owned();
    let date = response.date.map(|date| format!("({date})"));
    let head: Vec<String> = response.by.as_ref().map(best).into_iter().chain(date).collect();
    let mut text = head.join(" ");
    if !text.is_empty() {
        text.push_str(": ");
    }
    text.push_str(&best(&response.text));
    if let Some(url) = &response.url {
        text.push(' ');
        text.push_str(url.as_str());
    }
    text
}

/// Where the sources of a claim are, and how many, if they are in the details of its country.
fn away(extract: &Extract<'_>, record: &Record) -> Option<[String; 8]> {
    let mut cells: [String; 8] = Default::default();
    cells[0] = extract.details_of(record)?;
    cells[1] = unmarked(&extract.messages.count(Phrase::sources, record.sources(), &[]));
    Some(cells)
}

fn source(extract: &Extract<'_>, evidence: &Evidence) -> [String; 8] {
    let best = |text: &Option<Text>| {
        text.as_ref().map(|text| text.best(extract.messages.tag()).text.to_owned()).unwrap_or_default()
    };
    let link = |link: &Option<Link>| link.as_ref().map(|link| link.as_str().to_owned()).unwrap_or_default();
    [
        link(&evidence.url),
        best(&evidence.title),
        best(&evidence.publisher),
        iso(evidence.date),
        evidence.lang.clone().unwrap_or_default(),
        best(&evidence.quote),
        link(&evidence.archived),
        iso(evidence.checked),
    ]
}
