//! A file to claims: its sheets made ready and chosen, each table read.

use super::answers::Answers;
use super::beside::Beside;
use super::choose::{Chosen, choose};
use super::claims::Claims;
use super::grid::Sheet;
use super::heads::Field;
use super::layout::Layout;
use super::options::Hidden;
use super::publication::Publication;
use super::read::{Book, decoding_question};
use super::repair::{repair, spread};
use super::report::{Kind, Remark, Report};
use super::table::Table;
use super::{rows, said};
use policy_explorer::date::Date;
use std::path::Path;

/// The sheets of an exported workbook that hold no claims: its publication, and remarks.
const OWN: [&str; 5] = ["publication", "members", "groups", "reported", "notes"];

/// What all files said.
#[derive(Default)]
pub struct Read {
    /// The claims.
    pub claims: Claims,
    /// What tables beside say of them.
    pub beside: Beside,
}

/// What all files are read with.
pub struct Reader<'a> {
    /// The publication.
    pub publication: &'a Publication,
    /// The publisher's answers.
    pub answers: &'a Answers,
}

impl Reader<'_> {
    /// Adds the claims of a file, and what is to be said of it.
    pub fn read(&self, path: &Path, book: Book, read: &mut Read, report: &mut Report) {
        let mut own = Report::default();
        let Book { mut sheets, remarks, is_guess } = book;
        remarks.into_iter().for_each(|remark| own.add(remark));
        if own.is_clear() {
            sheets.iter_mut().for_each(|sheet| repair(sheet, self.answers, &mut own));
            if self.publication.is_in_sheets {
                sheets.retain(|sheet| !sheet.name.as_deref().is_some_and(|name| OWN.contains(&name)));
            }
            read.beside.take(&mut sheets, self, &mut own);
            // A file of sources or replies alone lacks no claims.
            let is_beside = sheets.is_empty();
            let tables =
                if is_beside { Vec::new() } else { choose(sheets, self.publication, self.answers, &mut own) };
            let are_several = tables.len() > 1;
            for table in tables {
                if are_several && table.named.region {
                    own.add(said::joined(&table.sheet));
                }
                self.table(path, table, &mut read.claims, &mut own);
            }
        }
        if is_guess && !fits(&own, self.publication) {
            own = Report::default();
            own.add(decoding_question());
        }
        report.join(own);
    }

    fn table(&self, path: &Path, chosen: Chosen, claims: &mut Claims, report: &mut Report) {
        let Chosen { mut sheet, layout, named } = chosen;
        if !layout.twice.is_empty() {
            let twice = layout.twice.iter().flatten();
            twice.for_each(|&column| report.add(said::column_twice(&sheet, &layout, column)));
            return;
        }
        spread(&mut sheet, &layout, report);
        let rows = rows::data(&sheet, &layout, self.publication, report);
        let rows = self.visible(&sheet, rows, report);
        said::columns(&sheet, &layout, &rows, report);
        let name = sheet.name.clone().unwrap_or_default();
        let measure = if needs_measure(&layout) { self.measure(path, &name, &named, report) } else { None };
        let date = if needs_date(&layout) { self.date(&name, &named, report) } else { None };
        let (publication, answers) = (self.publication, self.answers);
        let table = Table { sheet: &sheet, layout: &layout, measure, date, publication, answers };
        table.claims(&rows, claims, report);
    }

    /// The measure of a table without a column of measures.
    fn measure(&self, path: &Path, name: &str, named: &said::Named, report: &mut Report) -> Option<String> {
        if let Some(measure) = &named.measure {
            report.add(Remark::notice(
                "sheet-measure",
                name,
                "The sheet's name is the measure of its claims",
            ));
            return Some(measure.clone());
        }
        if self.answers.measure.is_some() {
            return self.answers.measure.clone();
        }
        let stem = path.file_stem()?.to_string_lossy().into_owned();
        let measure = self.publication.measures.find(&stem)?;
        let says = format!("The file's name is the measure of its claims: {measure}");
        report.add(Remark::notice("file-measure", "", says));
        Some(measure.to_owned())
    }

    /// The date of a table without a column of dates.
    fn date(&self, name: &str, named: &said::Named, report: &mut Report) -> Option<Date> {
        if named.date.is_some() {
            report.add(Remark::notice("sheet-date", name, "The sheet's name is the date of its claims"));
        }
        named.date.or(self.answers.date)
    }

    /// The rows to be read; hidden ones only if the publisher says so.
    fn visible(&self, sheet: &Sheet, rows: Vec<u32>, report: &mut Report) -> Vec<u32> {
        let is_hidden = |row: &u32| sheet.hidden || sheet.rows.get(row).is_some_and(|row| row.hidden);
        if self.answers.hidden == Some(Hidden::Read) {
            return rows;
        }
        let (hidden, visible): (Vec<u32>, Vec<u32>) = rows.into_iter().partition(is_hidden);
        if self.answers.hidden.is_none() {
            hidden.into_iter().for_each(|row| report.add(said::hidden(sheet, row)));
        }
        visible
    }
}

/// Whether a status has no measure of its column or row.
fn needs_measure(layout: &Layout) -> bool {
    let has_column = [Field::Measure, Field::Clause].iter().any(|&field| layout.of(field).next().is_some());
    !has_column && layout.of(Field::Status).any(|column| column.measure.is_none())
}

/// Whether a status has no date of its column or row.
fn needs_date(layout: &Layout) -> bool {
    layout.of(Field::Date).next().is_none() && layout.of(Field::Status).any(|column| column.date.is_none())
}

/// Whether heads and names fit a text that was read in an encoding that nobody stated.
fn fits(report: &Report, publication: &Publication) -> bool {
    let is_doubtful = |asked: &Remark| match asked.code {
        "header-missing" | "country-unknown" => !asked.value.is_ascii(),
        // Other words may well be none of the publication's.
        "measure-unknown" | "status-word" => publication.resembles(&asked.value),
        _ => false,
    };
    !report.of(Kind::Question).any(is_doubtful)
}
