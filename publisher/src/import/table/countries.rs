//! The countries of a row, by all its columns of names and codes together.

use super::said::{Said, blank, notice, question};
use super::{Table, faulty};
use crate::country::{self, Reading};
use crate::import::report::{Remark, Report};
use crate::words::clean;
use policy_explorer::country::Code;
use std::collections::{BTreeMap, BTreeSet};

/// What is known of the columns of countries.
pub struct CountryColumns {
    /// Columns in which all else is codes of two letters, so that NA is Namibia's.
    alpha2: BTreeSet<u32>,
    /// Columns in which a code is Olympic.
    olympic: BTreeSet<u32>,
    /// The country above, by row, where one is blank.
    above: BTreeMap<u32, Vec<Said>>,
}

/// The countries of a row.
pub enum Countries {
    /// Their codes.
    Known(Vec<Code>),
    /// They are to be decided.
    Open,
    /// The publisher leaves the row out.
    LeftOut,
}

impl CountryColumns {
    /// What the columns say, by the rows that make claims.
    pub fn new(table: &Table<'_>, rows: &[u32]) -> Self {
        let mut known = Self { alpha2: BTreeSet::new(), olympic: BTreeSet::new(), above: BTreeMap::new() };
        for column in table.layout.countries() {
            let texts: Vec<String> = rows
                .iter()
                .map(|&row| clean(&table.sheet.text(row, column.index)))
                .filter(|text| !text.is_empty())
                .collect();
            let is_na = |text: &String| text.eq_ignore_ascii_case("NA");
            let mut others = texts.iter().filter(|text| !is_na(text)).peekable();
            if others.peek().is_some() && others.all(|text| country::is_alpha2(text)) {
                known.alpha2.insert(column.index);
            }
            let are_codes = texts.iter().all(|text| country::is_alpha3(text));
            let is_olympic = |text: &&String| {
                table.answers.country(text).is_none()
                    && match country::read(text) {
                        Reading::Olympic(_) => true,
                        Reading::One(code) => {
                            are_codes
                                && code.as_str() != text.to_ascii_uppercase()
                                && country::olympic(&text.to_ascii_uppercase()).is_some()
                        }
                        _ => false,
                    }
            };
            if texts.iter().any(|text| is_olympic(&text)) || table.answers.olympic == Some(true) {
                known.olympic.insert(column.index);
            }
        }
        let mut last = Vec::new();
        for &row in rows {
            let said = known.said(table, row);
            if said.is_empty() {
                known.above.insert(row, last.clone());
            } else {
                last = said;
            }
        }
        known
    }

    /// What the cells of a row say.
    fn said(&self, table: &Table<'_>, row: u32) -> Vec<Said> {
        let mut all = Vec::new();
        for column in table.layout.countries() {
            let text = clean(&table.sheet.text(row, column.index));
            // The publication's own names and codes are known to it alone.
            let own = table.publication.member(&text).map(Reading::One);
            let reading = match country::read(&text) {
                Reading::Unknown(_) | Reading::Olympic(_) if let Some(own) = own => own,
                Reading::Namibia if self.alpha2.contains(&column.index) => Reading::One(code("NAM")),
                reading if self.olympic.contains(&column.index) => {
                    olympic(&text, reading, table.answers.olympic)
                }
                Reading::Olympic(code) => Reading::Unknown(vec![code]),
                reading => reading,
            };
            if reading != Reading::Blank {
                all.push(Said { at: table.sheet.at(row, column.index), text, reading });
            }
        }
        all
    }

    /// The countries of a row.
    pub fn of(&self, table: &Table<'_>, row: u32, report: &mut Report) -> Countries {
        let findings: Vec<Remark> = table
            .layout
            .countries()
            .filter_map(|column| {
                let at = table.sheet.at(row, column.index);
                faulty(table.sheet.cell(row, column.index)?, &at, "country")
            })
            .collect();
        if !findings.is_empty() {
            findings.into_iter().for_each(|finding| report.add(finding));
            return Countries::Open;
        }
        let said = self.said(table, row);
        let said = match self.above.get(&row) {
            Some(above) if table.answers.fill_down && !above.is_empty() => above.clone(),
            _ => said,
        };
        if said.is_empty() {
            report.add(blank(table, row));
            return Countries::Open;
        }
        let answer = said.iter().find_map(|said| table.answers.country(&said.text));
        if answer.is_some_and(Vec::is_empty) {
            return Countries::LeftOut;
        }
        let codes = answer.cloned().or_else(|| together(&said, report).map(|code| vec![code]));
        match codes.filter(|codes| are_members(table, codes, &said[0], report)) {
            Some(codes) => Countries::Known(codes),
            None => Countries::Open,
        }
    }
}

/// A code that is known to be one.
pub fn code(text: &str) -> Code {
    Code::parse(text).expect("a code")
}

/// What a code says in a column of Olympic codes, once it is decided that they are.
fn olympic(text: &str, reading: Reading, answer: Option<bool>) -> Reading {
    let own = country::olympic(&text.to_ascii_uppercase()).filter(|_| country::is_alpha3(text));
    match (own, answer, &reading) {
        (Some(code), Some(true), _) => Reading::One(code),
        (Some(code), Some(false), Reading::Olympic(_)) => Reading::Unknown(vec![code]),
        (Some(code), None, Reading::One(iso)) if *iso != code || !is_assigned(text) => Reading::Olympic(code),
        (Some(code), None, Reading::Olympic(_)) => Reading::Olympic(code),
        _ => reading,
    }
}

/// Whether a text is a code of ISO 3166-1.
fn is_assigned(text: &str) -> bool {
    Code::parse(&text.to_ascii_uppercase()).is_some_and(|code| code.alpha2().is_some())
}

/// The one country that all cells of a row agree on.
fn together(said: &[Said], report: &mut Report) -> Option<Code> {
    let of = |said: &Said| match &said.reading {
        Reading::One(code) | Reading::Unpadded(code) | Reading::Marked(code) => Some(*code),
        _ => None,
    };
    let decided: Vec<Code> = said.iter().filter_map(of).collect();
    let Some(&code) = decided.first() else {
        said.iter().for_each(|said| report.add(question(said)));
        return None;
    };
    let agrees = |said: &Said| match &said.reading {
        Reading::Several(codes) => codes.contains(&code),
        Reading::Namibia => code.as_str() == "NAM",
        Reading::Unknown(_) => true,
        _ => of(said) == Some(code),
    };
    if !said.iter().all(agrees) {
        let value = said.iter().map(|said| said.text.clone()).collect::<Vec<_>>().join(" / ");
        let decide = format!("--set {}=…, or the other cell", said[said.len() - 1].at);
        for cell in said {
            let says = format!("Name and code disagree: {value}");
            let question = Remark::question("country-differs", &cell.at, says, decide.clone());
            report.add(question.value(value.clone()).candidates(&decided));
        }
        return None;
    }
    said.iter().filter_map(notice).for_each(|notice| report.add(notice));
    Some(code)
}

/// Whether all countries are members; says which is not.
fn are_members(table: &Table<'_>, codes: &[Code], said: &Said, report: &mut Report) -> bool {
    let mut are = true;
    for code in codes.iter().filter(|code| !table.publication.members.contains(code)) {
        let says = format!("{code} is no member of this publication, and no other country is read for it");
        report.add(Remark::finding("not-a-member", &said.at, says).value(&*said.text));
        are = false;
    }
    are
}
