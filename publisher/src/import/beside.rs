//! Tables beside those of claims: a row a source or a reply, each with the number of its claim.

use super::book::Reader;
use super::claims::{Claim, Claims, Evidence};
use super::grid::Sheet;
use super::heads::Field;
use super::layout::{self, Column, Layout};
use super::report::{Remark, Report};
use super::said;
use super::table::Table;
use crate::words::clean;
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// What tables beside say of claims, by the number of the claim.
#[derive(Debug, Default)]
pub struct Beside {
    claims: BTreeMap<String, Own>,
}

/// What they say of one claim.
#[derive(Debug, Default)]
struct Own {
    /// The cells with its number.
    at: Vec<String>,
    sources: Vec<Evidence>,
    responses: Vec<Value>,
}

/// What a table beside holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Sources,
    Responses,
}

impl Beside {
    /// Reads those of a book’s sheets that are such tables, and leaves the others.
    pub fn take(&mut self, sheets: &mut Vec<Sheet>, reader: &Reader<'_>, report: &mut Report) {
        let mut others = Vec::new();
        for sheet in std::mem::take(sheets) {
            match layout::beside(&sheet, reader.publication, reader.answers) {
                Some(layout) => self.read(&sheet, &layout, reader, report),
                None => others.push(sheet),
            }
        }
        *sheets = others;
    }

    fn read(&mut self, sheet: &Sheet, layout: &Layout, reader: &Reader<'_>, report: &mut Report) {
        let (publication, answers) = (reader.publication, reader.answers);
        let table = Table { sheet, layout, measure: None, date: None, publication, answers };
        let is_row = |row: &u32| *row > layout.heads.1 && sheet.text(*row, 0) != "#";
        let rows: Vec<u32> = sheet.filled_rows().filter(is_row).collect();
        said::columns(sheet, layout, &rows, report);
        let is_sources = layout.of(Field::Source).next().is_some();
        let kind = if is_sources { Kind::Sources } else { Kind::Responses };
        let Some(column) = layout.of(Field::Claim).next() else { return };
        for row in rows {
            self.row(&table, column, row, kind, report);
        }
    }

    fn row(&mut self, table: &Table<'_>, column: &Column, row: u32, kind: Kind, report: &mut Report) {
        let at = table.sheet.at(row, column.index);
        let Some(number) = table.number(row, column) else {
            report.add(Remark::finding("claim-number", at, "The number of the claim is missing"));
            return;
        };
        let own = self.claims.entry(number).or_default();
        match kind {
            Kind::Sources => {
                let sources = table.evidence(row, column, &at, report);
                if sources.is_empty() {
                    report.add(Remark::notice("no-source", &at, "No web address: the row names no source"));
                }
                own.sources.extend(sources);
            }
            Kind::Responses => own.responses.extend(response(table, column, row, &at, report)),
        }
        own.at.push(at);
    }

    /// Gives the claims what is said of them.
    pub fn join(mut self, claims: &mut Claims, report: &mut Report) {
        let mut known = BTreeSet::new();
        for (claim, number) in claims.numbered() {
            if let Some(own) = self.claims.get_mut(&number) {
                own.give(claim, report);
                known.insert(number);
            }
        }
        self.claims.retain(|number, _| !known.contains(number));
        for (number, own) in &self.claims {
            own.at.iter().for_each(|at| report.add(claims.strange(number, at)));
        }
        claims.say_missing(report);
    }
}

impl Own {
    /// Gives a claim its sources and replies; those of a row with several countries are the same for each.
    fn give(&self, claim: &mut Claim, report: &mut Report) {
        claim.responses = self.responses.clone();
        if !self.sources.is_empty() {
            compare(claim, &self.sources, report);
            claim.evidence = self.sources.clone();
        }
    }
}

/// A reply, if it has what it needs.
fn response(table: &Table<'_>, column: &Column, row: u32, at: &str, report: &mut Report) -> Option<Value> {
    let mut response = Map::new();
    for (field, name) in [(Field::ResponseBy, "by"), (Field::ResponseText, "text")] {
        let texts = table.texts(row, column, field, report);
        if texts.is_empty() {
            report.add(Remark::finding("response-blank", at, "A reply needs who gave it, and its text"));
            return None;
        }
        response.insert(name.to_owned(), texts.json());
    }
    let date = table.plain_date(row, column, Field::ResponseDate, report).map(|date| date.to_string());
    let url = table.address(row, column, Field::ResponseUrl, report);
    for (name, text) in [("date", date), ("url", url)] {
        response.extend(text.map(|text| (name.to_owned(), json!(text))));
    }
    Some(Value::Object(response))
}

/// Asks if the sources in a claim’s row are not those of its table.
fn compare(claim: &Claim, sources: &[Evidence], report: &mut Report) {
    if claim.evidence.is_empty() {
        return;
    }
    let has = |sources: &[Evidence], one: &Evidence| sources.iter().any(|other| other.url == one.url);
    let are_same = claim.evidence.iter().all(|one| has(sources, one))
        && sources.iter().all(|one| has(&claim.evidence, one));
    if are_same && titles(&claim.evidence).is_subset(&titles(sources)) {
        return;
    }
    for at in &claim.at {
        let says = "The sources beside the claim are not those in the table of sources";
        let decide = "--set CELL=- for the cell of sources or titles here, or the same in both tables";
        report.add(Remark::question("sources-differ", at, says, decide));
    }
}

/// The lines of the titles of sources, in all languages: a cell with several titles does not say where each ends.
fn titles(sources: &[Evidence]) -> BTreeSet<String> {
    let titles = sources.iter().flat_map(|source| &source.rest).filter(|(field, _)| *field == "title");
    let lines = titles.flat_map(|(_, texts)| texts.all().flat_map(str::lines));
    lines.map(clean).filter(|line| !line.is_empty()).collect()
}
