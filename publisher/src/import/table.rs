//! One table: its rows to claims, with everything that is to be said of each.

use super::answers::Answers;
use super::claims::{Claim, Claims, Evidence};
use super::date;
use super::date::column::Column as DateColumn;
use super::date::settle::Settled;
use super::grid::{Cell, Sheet, Value};
use super::heads::Field;
use super::layout::{Column, Layout};
use super::publication::Publication;
use super::report::{Remark, Report};
use super::{source, status};
use policy_explorer::country::Code;
use policy_explorer::date::Date;
use std::collections::BTreeMap;

mod cells;
mod countries;
mod dates;
mod extras;
mod measures;
mod rows;
mod said;
mod statuses;

use countries::{Countries, CountryColumns};

/// A table of claims, and what holds for all of it.
pub struct Table<'a> {
    /// The sheet that it is in.
    pub sheet: &'a Sheet,
    /// Where its heads are, and what its columns hold.
    pub layout: &'a Layout,
    /// The measure of all its claims, if no column says it.
    pub measure: Option<String>,
    /// The date of all its claims, if no column says it.
    pub date: Option<Date>,
    /// The publication.
    pub publication: &'a Publication,
    /// The publisher's answers.
    pub answers: &'a Answers,
}

/// What is known of the columns of a table.
struct Known {
    countries: CountryColumns,
    dates: BTreeMap<u32, DateColumn>,
}

impl Table<'_> {
    /// Adds the claims of some rows.
    pub fn claims(&self, rows: &[u32], claims: &mut Claims, report: &mut Report) {
        self.say_invented(rows, report);
        let making: Vec<u32> = rows.iter().copied().filter(|&row| self.makes_claims(row)).collect();
        let known =
            Known { countries: CountryColumns::new(self, &making), dates: self.date_columns(&making) };
        for &row in rows {
            self.row(row, &known, claims, report);
        }
    }

    /// Whether any status of a row is one, or a word that may be one.
    fn makes_claims(&self, row: u32) -> bool {
        self.layout.of(Field::Status).any(|column| {
            let reading = status::read(self.sheet.cell(row, column.index), self.publication, self.answers);
            !matches!(reading, status::Reading::Blank | status::Reading::NoData)
        })
    }

    fn row(&self, row: u32, known: &Known, claims: &mut Claims, report: &mut Report) {
        if let Some(column) = self.layout.of(Field::Claim).next()
            && let Some(number) = self.number(row, column)
        {
            claims.number(number, self.sheet.at(row, column.index));
        }
        if self.layout.countries().any(|column| self.value(row, column) == Some(&Value::LeftOut)) {
            return;
        }
        let statuses: Vec<(&Column, Option<String>)> = self
            .layout
            .of(Field::Status)
            .filter_map(|column| Some((column, self.status(row, column, report)?)))
            .collect();
        if statuses.is_empty() {
            return;
        }
        let countries = match known.countries.of(self, row, report) {
            Countries::Known(codes) => codes,
            Countries::Open => Vec::new(),
            Countries::LeftOut => return,
        };
        let take = self.taking(row, report);
        for (column, status) in &statuses {
            let place = self.place(row, column);
            if let Some(claim) = self.claim(row, column, status.as_deref(), known, &place, report) {
                countries.iter().for_each(|&country| take(claims, Claim { country, ..claim.clone() }));
            }
        }
        self.say_shared(row, &statuses, report);
    }

    /// The cell by which a claim is named: that of its country, in wide tables that of its status.
    fn place(&self, row: u32, status: &Column) -> String {
        if self.layout.is_wide() { self.sheet.at(row, status.index) } else { self.country_at(row) }
    }

    /// The cell of a row's country: the first that holds something.
    fn country_at(&self, row: u32) -> String {
        let is_filled =
            |column: &&Column| self.sheet.cell(row, column.index).is_some_and(|cell| !cell.is_blank());
        let column = self.layout.countries().find(is_filled).or_else(|| self.layout.countries().next());
        column.map(|column| self.sheet.at(row, column.index)).unwrap_or_default()
    }

    /// The claim of a status cell; the country is still open.
    fn claim(
        &self,
        row: u32,
        column: &Column,
        status: Option<&str>,
        known: &Known,
        place: &str,
        report: &mut Report,
    ) -> Option<Claim> {
        let measure = self.measure_of(row, column, report);
        let date = self.date_of(row, column, known, report);
        let evidence = self.evidence(row, column, place, report);
        let recorded = self.plain_date(row, column, Field::Recorded, report);
        let withdrawn = self.plain_date(row, column, Field::Withdrawn, report);
        let dating = self.dating(row, column, report);
        let settings = &self.publication.settings.import;
        let correction =
            self.texts(row, column, Field::Correction, report).spoken_in(settings.lang.as_deref());
        let note = self.texts(row, column, Field::Note, report).spoken_in(settings.lang.as_deref());
        let (measure, date, status) = (measure?, date?, status?);
        Some(Claim {
            number: self.number(row, column),
            // Each of the row's countries takes its place.
            country: Code::parse("XXX").expect("three letters"),
            measure,
            status: status.to_owned(),
            date: date.date?,
            dating: dating.or(date.dating),
            recorded: recorded.or(settings.recorded),
            withdrawn,
            correction,
            note,
            responses: Vec::new(),
            replies: self.cell_of(row, column, Field::Responses).map(|(at, _)| at),
            evidence,
            at: vec![self.sheet.at(row, column.index)],
        })
    }
}

/// The finding that a formula has no value.
fn without_value(at: String, formula: &str) -> Remark {
    let says = "The file holds no value: open it in a spreadsheet program and save it";
    Remark::finding("formula-without-value", at, says).value(format!("={}", formula.trim_start_matches('=')))
}

/// The finding of a cell that holds an error or no value; `None` if it holds something.
fn faulty(cell: &Cell, at: &str, what: &str) -> Option<Remark> {
    match &cell.value {
        Value::Error(error) => {
            Some(Remark::finding("error-cell", at, format!("The {what} is an error")).value(error))
        }
        Value::Formula(formula) => Some(without_value(at.to_owned(), formula)),
        _ => None,
    }
}
