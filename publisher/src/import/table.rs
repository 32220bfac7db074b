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
use super::texts::Texts;
use super::{source, status};
use crate::words::{clean, fold, verbatim};
use policy_explorer::country::Code;
use policy_explorer::date::Date;
use serde_json::json;
use std::collections::BTreeMap;

mod countries;
mod dates;
mod extras;
mod measures;
mod said;

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

    /// Claims that are said to be invented do not belong into a publication of real ones.
    fn say_invented(&self, rows: &[u32], report: &mut Report) {
        if self.publication.document.get("demo").is_some_and(|demo| *demo != json!(false)) {
            return;
        }
        for column in self.layout.of(Field::Demo) {
            let is_invented = |row: &&u32| fold(&self.sheet.text(**row, column.index)) == "true";
            for &row in rows.iter().filter(is_invented) {
                let says = "The claim is said to be invented, and the publication is no demo";
                report.add(Remark::finding("demo-claim", self.sheet.at(row, column.index), says));
            }
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

    /// What becomes of a row's claims: they are the feed's, or kept out of it.
    fn taking(&self, row: u32, report: &mut Report) -> fn(&mut Claims, Claim) {
        let settings = &self.publication.settings;
        let is_withheld = |column: &&Column| settings.withholds(&self.sheet.text(row, column.index));
        let Some(column) = self.layout.of(Field::Withhold).find(is_withheld) else { return Claims::add };
        let at = self.sheet.at(row, column.index);
        report.add(Remark::notice("withheld", at, "Kept out of the feed, as the publication says"));
        Claims::withhold
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

    /// The status of a cell: `None` if it makes no claim, nothing inside if what it says is to be decided.
    fn status(&self, row: u32, column: &Column, report: &mut Report) -> Option<Option<String>> {
        let at = self.sheet.at(row, column.index);
        let is_coloured = status::is_coloured(self.sheet, self.layout, row, column.index);
        match status::read(self.sheet.cell(row, column.index), self.publication, self.answers) {
            status::Reading::Blank if is_coloured => {
                let says = "A coloured cell without a word: write the status into it";
                report.add(Remark::finding("status-colour", at, says));
                None
            }
            status::Reading::Blank if self.layout.is_wide() => None,
            status::Reading::Blank | status::Reading::NoData => {
                report.add(Remark::notice("no-claim", at, "No public data: no claim is made"));
                None
            }
            status::Reading::Status(id, is_marked) => {
                if is_marked {
                    report.add(Remark::notice("footnote", at, "A footnote's mark is taken off"));
                }
                Some(Some(id))
            }
            status::Reading::Word(word) => {
                report.add(self.status_word(&word, at));
                Some(None)
            }
            status::Reading::Error(error) => {
                report.add(Remark::finding("error-cell", at, "The status is an error").value(error));
                Some(None)
            }
            status::Reading::Formula(formula) => {
                report.add(without_value(at, &formula));
                Some(None)
            }
        }
    }

    fn status_word(&self, word: &str, at: String) -> Remark {
        let says = format!("“{word}” is no status of the scale");
        let decide = format!("--status '{word}=ID', or '{word}=-' if it makes no claim");
        let question = Remark::question("status-word", at, says, decide);
        question.value(word).group(status::word_key(word)).candidates(self.publication.scale.ids())
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

    /// One source of several claims of a row is no mistake, but may be one.
    fn say_shared(&self, row: u32, statuses: &[(&Column, Option<String>)], report: &mut Report) {
        let mut seen: BTreeMap<u32, usize> = BTreeMap::new();
        for (status, _) in statuses {
            for column in self.layout.beside(status, Field::Source) {
                *seen.entry(column.index).or_default() += 1;
            }
        }
        for (column, count) in seen {
            if count > 1 && self.sheet.cell(row, column).is_some_and(|cell| !cell.is_blank()) {
                let says = "The source counts for each claim of its row";
                report.add(Remark::notice("shared-source", self.sheet.at(row, column), says));
            }
        }
    }

    fn value(&self, row: u32, column: &Column) -> Option<&Value> {
        self.sheet.cell(row, column.index).map(|cell| &cell.value)
    }

    /// The cell of a field that goes with a status, and its name.
    fn cell_of(&self, row: u32, status: &Column, field: Field) -> Option<(String, &Cell)> {
        let mut columns = self.layout.beside(status, field);
        columns.find_map(|column| {
            let cell = self.sheet.cell(row, column.index).filter(|cell| !cell.is_blank())?;
            Some((self.sheet.at(row, column.index), cell))
        })
    }

    /// The number of a row's claim.
    pub fn number(&self, row: u32, status: &Column) -> Option<String> {
        Some(clean(&self.cell_of(row, status, Field::Claim)?.1.text()))
    }

    /// What a field says, in each language that has a column; what says no language is one of these, or the only text.
    pub fn texts(&self, row: u32, status: &Column, field: Field, report: &mut Report) -> Texts {
        let (mut spoken, mut plain) = (Texts::default(), Texts::default());
        for column in self.layout.beside(status, field) {
            let text = verbatim(&self.sheet.text(row, column.index));
            match &column.lang {
                _ if text.is_empty() => {}
                Some(lang) => spoken.add(Some(lang), text),
                None => plain.add(None, text),
            }
        }
        if spoken.is_empty() {
            return plain;
        }
        for text in plain.all().filter(|text| !spoken.all().any(|known| known == *text)) {
            report.add(self.text_differs(row, status, field, text));
        }
        spoken
    }

    fn text_differs(&self, row: u32, status: &Column, field: Field, text: &str) -> Remark {
        let column = self.layout.beside(status, field).find(|column| column.lang.is_none());
        let at = column.map(|column| self.sheet.at(row, column.index)).unwrap_or_default();
        let says = "The text without a language is none of those in the columns of languages beside";
        Remark::question(
            "text-differs",
            &at,
            says,
            format!("--set {at}=-, or the text in its language's column"),
        )
        .value(text)
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
