//! The date of a claim, and what its column says of day and month.

use super::{DateColumn, Known, Settled, Table, date, faulty};
use crate::import::date::settle::{Problem, settle};
use crate::import::date::{Dating, Said};
use crate::import::heads::Field;
use crate::import::layout::Column;
use crate::import::report::{Remark, Report};
use crate::words::{clean, fold};
use policy_explorer::date::Date;
use std::collections::BTreeMap;

impl Table<'_> {
    /// What each column of dates says of its cells.
    pub(super) fn date_columns(&self, rows: &[u32]) -> BTreeMap<u32, DateColumn> {
        let mut columns = BTreeMap::new();
        for column in self.layout.of(Field::Date) {
            let cells: Vec<(String, Said)> = rows
                .iter()
                .filter_map(|&row| {
                    Some((row, self.sheet.cell(row, column.index).filter(|cell| !cell.is_blank())?))
                })
                .map(|(row, cell)| (self.sheet.at(row, column.index), date::of_cell(cell)))
                .collect();
            let head = (column.text.as_str(), self.sheet.at(self.layout.heads.1, column.index));
            columns.insert(column.index, DateColumn::new(head, &cells));
        }
        columns
    }

    /// The date of a claim.
    pub(super) fn date_of(
        &self,
        row: u32,
        status: &Column,
        known: &Known,
        report: &mut Report,
    ) -> Option<Settled> {
        if status.date.is_some() {
            return Some(Settled { date: status.date, ..Settled::default() });
        }
        let Some(column) = self.layout.beside(status, Field::Date).next() else {
            return self.common_date(report);
        };
        let at = self.sheet.at(row, column.index);
        let Some(cell) = self.sheet.cell(row, column.index) else {
            report.add(missing(at, ""));
            return None;
        };
        if let Some(finding) = faulty(cell, &at, "date") {
            report.add(finding);
            return None;
        }
        let settled = settle(&date::of_cell(cell), &known.dates[&column.index], &self.answers.dates);
        self.say_date(&settled, &at, &clean(&cell.text()), report);
        Some(settled)
    }

    /// The date of all claims, if no column has dates.
    fn common_date(&self, report: &mut Report) -> Option<Settled> {
        if self.date.is_none() {
            let says = "Nothing says when: no column, sheet or head is a date";
            report.add(Remark::question("date-missing", "", says, "--date DATE, or a column of dates"));
        }
        Some(Settled { date: Some(self.date?), ..Settled::default() })
    }

    fn say_date(&self, settled: &Settled, at: &str, text: &str, report: &mut Report) {
        for problem in &settled.problems {
            report.add(remark(problem, at, text).value(text));
        }
        if settled.date.is_none() {
            return;
        }
        if let Some(proof) = &settled.proof {
            let says = format!("Which of day and month comes first is proved by {proof}");
            report.add(Remark::notice("date-order", at, says));
        }
        if settled.is_coarse {
            report.add(Remark::notice(
                "date-precision",
                at,
                "The cell shows less than a day: no day is claimed",
            ));
        }
        match settled.dating {
            Some(Dating::Since) => report.add(Remark::notice("dating-in-words", at, "It began then")),
            Some(Dating::By) => report.add(Remark::notice("dating-in-words", at, "It was so by then")),
            None => {}
        }
    }

    /// A date beside the claim's own, such as that of the record.
    pub(in crate::import) fn plain_date(
        &self,
        row: u32,
        status: &Column,
        field: Field,
        report: &mut Report,
    ) -> Option<Date> {
        let (at, cell) = self.cell_of(row, status, field)?;
        if let Some(finding) = faulty(cell, &at, "date") {
            report.add(finding);
            return None;
        }
        let text = clean(&cell.text());
        let settled = settle(&date::of_cell(cell), &DateColumn::default(), &self.answers.dates);
        for problem in settled.problems.iter().filter(|problem| **problem != Problem::Missing) {
            report.add(remark(problem, &at, &text).value(&*text));
        }
        settled.date
    }

    /// Whether a claim began at its date, if a column says so.
    pub(super) fn dating(&self, row: u32, status: &Column, report: &mut Report) -> Option<Dating> {
        let (at, cell) = self.cell_of(row, status, Field::Dating)?;
        let text = clean(&cell.text());
        match fold(&text).as_str() {
            "since" | "began" | "start" | "from" | "depuis" | "desde" | "منذ" => Some(Dating::Since),
            "by" | "known by" | "before" | "avant" | "antes de" | "قبل" => Some(Dating::By),
            _ => {
                let says = format!("“{text}” says neither that it began then nor that it was so by then");
                let question = Remark::question("dating-word", at, says, "--set CELL=since or CELL=by");
                report.add(question.value(text).candidates(["since", "by"]));
                None
            }
        }
    }
}

fn missing(at: String, text: &str) -> Remark {
    Remark::finding("date-missing", at, "No date").value(text)
}

/// What is to be said of a date that there is not.
fn remark(problem: &Problem, at: &str, text: &str) -> Remark {
    let set = || format!("--set {at}=DATE");
    match problem {
        Problem::Missing => missing(at.to_owned(), text),
        Problem::Unreadable(says) => Remark::finding("date-unreadable", at, *says),
        Problem::Order => {
            let says = "Day and month may be either way round, and no cell of the column proves which";
            Remark::question("date-order", at, says, "--date-order dmy or mdy").candidates(["dmy", "mdy"])
        }
        Problem::Swapped(_) => {
            let says = "All date cells have a day of up to 12, and all texts a greater one: a program that expects the other \
                order may have exchanged day and month of the former";
            let readings = ["as they stand", "day and month exchanged"];
            Remark::question("dates-half-swapped", at, says, "--swapped yes or no").candidates(readings)
        }
        Problem::Vague(years) => {
            let decide = if years.len() == 1 { format!("--vague-dates year, or {}", set()) } else { set() };
            Remark::question("date-vague", at, "Less than a date", decide).candidates(years)
        }
        Problem::Calendar(year) => {
            let is_buddhist = (2400..=2700).contains(year);
            let decide =
                if is_buddhist { "--calendar buddhist, or --set CELL=DATE" } else { "--set CELL=DATE" };
            let question = Remark::question("date-calendar", at, "A year of another calendar", decide);
            if is_buddhist {
                question.candidates([format!("minus 543: {}", year - 543), "as it stands".to_owned()])
            } else {
                question
            }
        }
        Problem::ShortYear => Remark::question("date-short-year", at, "A year of two digits", set()),
        Problem::Serial(date) => {
            Remark::question("date-serial", at, "A number that may be a day whose format is lost", set())
                .candidates([date])
        }
        Problem::TypedYear(date, year) => {
            let says = "A date cell whose number is a year: a year was typed into a cell for dates";
            Remark::question("date-year-as-date", at, says, set())
                .candidates([year.to_string(), date.to_string()])
        }
    }
}
