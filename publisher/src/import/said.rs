//! What is said of a sheet beside its claims: what its name means, its heads, the columns that are left out.

use super::date;
use super::grid::Sheet;
use super::heads::Field;
use super::layout::{self, Column, Layout};
use super::publication::Publication;
use super::report::{Remark, Report};
use policy_explorer::date::Date;
use std::collections::BTreeSet;

/// What a sheet's name says.
pub struct Named {
    /// The measure.
    pub measure: Option<String>,
    /// The date.
    pub date: Option<Date>,
    /// Whether it is a region.
    pub region: bool,
}

impl Named {
    /// What the name of a sheet means.
    pub fn new(sheet: &Sheet, publication: &Publication) -> Self {
        let name = sheet.name.as_deref().unwrap_or_default();
        // Spreadsheet programs cut names after 31 characters.
        let cut = || (name.chars().count() >= 31).then(|| publication.measures.cut(name)).flatten();
        let measure = publication.measures.find(name).or_else(cut).map(str::to_owned);
        Self { measure, date: date::of_name(name), region: publication.regions.find(name).is_some() }
    }

    /// Whether it means anything.
    pub fn says_something(&self) -> bool {
        self.measure.is_some() || self.date.is_some() || self.region
    }
}

/// Says which columns are left out, are hidden or are dates.
pub fn columns(sheet: &Sheet, layout: &Layout, rows: &[u32], report: &mut Report) {
    let is_known = |column: u32| layout.columns.iter().any(|known| known.index == column);
    let filled = rows.iter().flat_map(|&row| sheet.filled(row)).map(|(column, _)| column);
    let filled: BTreeSet<u32> = filled.chain(layout.left_out.iter().copied()).collect();
    for column in filled.into_iter().filter(|&column| !is_known(column)) {
        if layout::is_left_out(sheet, layout.heads.1, column) {
            continue;
        }
        let notice = Remark::notice(
            "column-left-out",
            sheet.at(layout.heads.1, column),
            "A column nobody knows: left out",
        );
        report.add(notice.value(sheet.text(layout.heads.1, column)));
    }
    for column in layout.columns.iter().filter(|column| sheet.hidden_columns.contains(&column.index)) {
        let at = sheet.at(layout.heads.1, column.index);
        report.add(Remark::notice("hidden-column", at, "A hidden column: read").value(&*column.text));
    }
    for Column { index, .. } in layout.of(Field::Status).filter(|column| column.date.is_some()) {
        let row = if layout.heads.0 < layout.heads.1 { layout.heads.0 } else { layout.heads.1 };
        report.add(Remark::notice(
            "column-date",
            sheet.at(row, *index),
            "The head is the date of the column's claims",
        ));
    }
}

/// The question which heads mean what.
pub fn heads_missing(sheet: &Sheet, row: u32) -> Remark {
    let heads: Vec<String> = sheet.filled(row).map(|(_, cell)| cell.text().replace('\n', " ")).collect();
    let column = sheet.filled(row).next().map_or(0, |(column, _)| column);
    let says = "The heads do not say which column is the country and which the status";
    let question = Remark::question(
        "header-missing",
        sheet.at(row, column),
        says,
        "--map 'HEAD=FIELD' for each column needed",
    );
    question.value(heads.join(", ")).candidates(["country", "measure", "status", "date", "source"])
}

/// The question which of several columns holds.
pub fn column_twice(sheet: &Sheet, layout: &Layout, column: u32) -> Remark {
    let at = sheet.at(layout.heads.1, column);
    let says = "Several columns hold the same";
    Remark::question("column-twice", at, says, "--map 'HEAD=-' or --set CELL=- leaves a column out")
        .value(sheet.text(layout.heads.1, column))
}

/// The question what becomes of a hidden row.
pub fn hidden(sheet: &Sheet, row: u32) -> Remark {
    let column = sheet.filled(row).next().map_or(0, |(column, _)| column);
    let says = "Rows that are hidden or filtered away";
    let question = Remark::question("hidden-rows", sheet.at(row, column), says, "--hidden read or skip");
    question.candidates(["read them", "leave them out"])
}

/// The notice that a sheet is read together with others.
pub fn joined(sheet: &Sheet) -> Remark {
    let name = sheet.name.clone().unwrap_or_default();
    Remark::notice("sheets-joined", name, "Sheets named by region are read as one table")
}
