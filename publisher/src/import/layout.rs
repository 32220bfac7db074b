//! Where the heads of a sheet are, and what its columns hold: one measure a row, or a column a measure or year, with
//! heads in one row or in two.

use super::answers::Answers;
use super::grid::{Sheet, Value};
use super::heads::{self, Field};
use super::publication::Publication;
use crate::words::fold;
use finder::Finder;

mod finder;

/// As many rows that hold something may stand above the heads.
const ABOVE: usize = 40;

/// A table in a sheet.
#[derive(Clone, Debug)]
pub struct Layout {
    /// The first and the last row of heads.
    pub heads: (u32, u32),
    /// What its columns hold.
    pub columns: Vec<Column>,
    /// Columns with a head that says nothing.
    pub left_out: Vec<u32>,
    /// Columns that hold the same.
    pub twice: Vec<[u32; 2]>,
}

/// A column.
#[derive(Clone, Debug)]
pub struct Column {
    /// Where it is.
    pub index: u32,
    /// What it holds.
    pub field: Field,
    /// The measure that all its cells are about.
    pub measure: Option<String>,
    /// The date of all its cells.
    pub date: Option<policy_explorer::date::Date>,
    /// The language of all its texts.
    pub lang: Option<String>,
    /// Its head.
    pub text: String,
}

/// What was found in a sheet.
#[derive(Clone, Debug)]
pub enum Found {
    /// A table of claims.
    Table(Layout),
    /// A table whose heads are not known; the row in which they may be.
    Unclear(u32),
    /// Nothing of the kind.
    Nothing,
}

impl Layout {
    /// The columns of a field.
    pub fn of(&self, field: Field) -> impl Iterator<Item = &Column> {
        self.columns.iter().filter(move |column| column.field == field)
    }

    /// The columns of countries, by name or code.
    pub fn countries(&self) -> impl Iterator<Item = &Column> {
        self.columns.iter().filter(|column| matches!(column.field, Field::Country | Field::Code))
    }

    /// Whether a column is a measure or a year.
    pub fn is_wide(&self) -> bool {
        self.of(Field::Status).any(|column| column.measure.is_some() || column.date.is_some())
    }

    /// The column of a field that goes with one of statuses: of the same measure or year, else of all.
    pub fn beside<'a>(&'a self, status: &'a Column, field: Field) -> impl Iterator<Item = &'a Column> {
        let is_same = |column: &&Column| column.measure == status.measure && column.date == status.date;
        let own = self.of(field).any(|column| is_same(&column));
        let is_common = |column: &&Column| column.measure.is_none() && column.date.is_none();
        self.of(field).filter(move |column| if own { is_same(column) } else { is_common(column) })
    }
}

/// Looks for a table of claims.
pub fn find(sheet: &Sheet, publication: &Publication, answers: &Answers) -> Found {
    let finder = Finder { sheet, publication, answers };
    let rows: Vec<u32> = sheet.filled_rows().take(ABOVE + 1).collect();
    for (index, &row) in rows.iter().enumerate() {
        let next = rows.get(index + 1).copied();
        if let Some(layout) =
            next.and_then(|next| finder.in_two_rows(row, next)).or_else(|| finder.in_one_row(row))
        {
            return Found::Table(layout);
        }
    }
    let known = |row: &&u32| finder.heads(**row).values().filter(|head| head.field.is_some()).count();
    let widest = |row: &&u32| (sheet.filled(**row).count(), std::cmp::Reverse(**row));
    match rows.iter().max_by_key(known).filter(|row| known(row) > 1) {
        Some(&row) => Found::Unclear(row),
        None => rows
            .iter()
            .max_by_key(widest)
            .filter(|row| sheet.filled(**row).count() > 1 && rows.len() > 1)
            .map_or(Found::Nothing, |&row| Found::Unclear(row)),
    }
}

/// A table of sources or replies, if its first row has such heads: with a claim’s number, and without a status.
pub fn beside(sheet: &Sheet, publication: &Publication, answers: &Answers) -> Option<Layout> {
    let row = sheet.filled_rows().find(|&row| sheet.text(row, 0) != "#")?;
    let finder = Finder { sheet, publication, answers };
    let layout = finder.columns((row, row), &finder.heads(row), |head| head.field);
    let has = |field| layout.of(field).next().is_some();
    let is_beside = has(Field::Claim) && !has(Field::Status) && !has(Field::State);
    (is_beside && (has(Field::Source) || has(Field::ResponseDate) || has(Field::ResponseText)))
        .then_some(layout)
}

/// How many heads of a row are known, for telling separators apart.
pub fn known_heads(texts: &[String], publication: &Publication, answers: &Answers) -> usize {
    let is_known = |text: &&String| {
        answers.heads.contains_key(&fold(text)) || !heads::head(text, publication).is_unknown()
    };
    texts.iter().filter(is_known).count()
}

/// Whether the publisher has left a column out by its head.
pub fn is_left_out(sheet: &Sheet, row: u32, column: u32) -> bool {
    sheet.cell(row, column).is_some_and(|cell| cell.value == Value::LeftOut)
}
