//! Where the heads of a sheet are, and what its columns hold: one measure a row, or a column a measure or year, with
//! heads in one row or in two.

use super::grid::{Sheet, Value};
use super::heads::{self, Field, Head};
use super::options::Answers;
use super::publication::Publication;
use super::words::fold;
use std::collections::BTreeMap;

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

/// How many heads of a row are known, for telling separators apart.
pub fn known_heads(texts: &[String], publication: &Publication, answers: &Answers) -> usize {
    let is_known = |text: &&String| {
        answers.heads.contains_key(&fold(text)) || !heads::head(text, publication).is_unknown()
    };
    texts.iter().filter(is_known).count()
}

struct Finder<'a> {
    sheet: &'a Sheet,
    publication: &'a Publication,
    answers: &'a Answers,
}

impl Finder<'_> {
    /// What the heads of a row say, by column.
    fn heads(&self, row: u32) -> BTreeMap<u32, Head> {
        let head = |text: &str| match self.answers.heads.get(&fold(text)) {
            Some(answer) => answer.clone().unwrap_or_default(),
            None => heads::head(text, self.publication),
        };
        self.sheet.filled(row).map(|(column, cell)| (column, head(&cell.text()))).collect()
    }

    fn in_one_row(&self, row: u32) -> Option<Layout> {
        self.layout((row, row), self.heads(row))
    }

    /// Measures or years above, and below what each column holds of them.
    fn in_two_rows(&self, top: u32, bottom: u32) -> Option<Layout> {
        let (above, below) = (self.heads(top), self.heads(bottom));
        let is_group = |head: &Head| head.field.is_none() && !head.is_unknown();
        let has_status = |head: &Head| matches!(head.field, Some(Field::Status | Field::State));
        let mut grouped =
            above.iter().filter(|(_, head)| is_group(head)).map(|(column, _)| below.get(column));
        let deepens = grouped.all(|head| head.is_some_and(is_group));
        if bottom != top + 1 || !above.values().any(is_group) || !(below.values().any(has_status) || deepens)
        {
            return None;
        }
        let mut both = BTreeMap::new();
        let last = above.keys().chain(below.keys()).copied().max().unwrap_or_default();
        let mut group = None;
        for column in 0..=last {
            if let Some(head) = above.get(&column) {
                group = Some((column, head));
            }
            let over = group.filter(|(start, head)| {
                *start == column || (is_group(head) && self.reaches(top, *start, column))
            });
            both.extend(combined(over.map(|over| over.1), below.get(&column)).map(|head| (column, head)));
        }
        self.layout((top, bottom), both)
    }

    /// Whether a cell above stands over a column to its right: by a merge, or if nothing is merged.
    fn reaches(&self, row: u32, start: u32, column: u32) -> bool {
        let mut merges = self
            .sheet
            .merges
            .iter()
            .filter(|merge| merge.first.0 == row && merge.last.1 > merge.first.1)
            .peekable();
        merges.peek().is_none() || merges.any(|merge| merge.first.1 == start && column <= merge.last.1)
    }

    /// The layout that heads make, if they are those of a table of claims.
    fn layout(&self, rows: (u32, u32), heads: BTreeMap<u32, Head>) -> Option<Layout> {
        let has = |field| heads.values().any(|head| head.field == Some(field));
        let (has_country, has_status) = (has(Field::Country) || has(Field::Code), has(Field::Status));
        let is_long = has_status && (has(Field::Measure) || has(Field::Clause));
        let state = if !has_country {
            Some(Field::Country)
        } else if !has_status {
            Some(Field::Status)
        } else {
            None
        };
        let mut layout = Layout { heads: rows, columns: Vec::new(), left_out: Vec::new(), twice: Vec::new() };
        for (&index, head) in &heads {
            let text = [rows.1, rows.0]
                .iter()
                .map(|&row| self.sheet.text(row, index))
                .find(|text| !text.trim().is_empty());
            let field = match head.field {
                Some(Field::State) => state,
                Some(field) => Some(field),
                // A measure or year alone is a column of its statuses, unless the table has them elsewhere.
                None if head.is_unknown()
                    || is_long
                    || (has_status && head.measure.is_none() && rows.0 == rows.1) =>
                {
                    None
                }
                None => Some(Field::Status),
            };
            match field {
                Some(field) => layout.columns.push(Column {
                    index,
                    field,
                    measure: head.measure.clone(),
                    date: head.date,
                    text: text.unwrap_or_default(),
                }),
                None => layout.left_out.push(index),
            }
        }
        let is_table = layout.countries().next().is_some() && layout.of(Field::Status).next().is_some();
        layout.twice = twice(&layout.columns);
        is_table.then_some(layout)
    }
}

/// What two heads, one above the other, say together.
fn combined(above: Option<&Head>, below: Option<&Head>) -> Option<Head> {
    let (above, below) = match (above, below) {
        (Some(above), Some(below)) => (above, below),
        (one, other) => return one.or(other).cloned(),
    };
    if above.is_unknown() && below.is_unknown() {
        return Some(Head::default());
    }
    let field = match below.field {
        Some(Field::State) if above.field.is_none() => Some(Field::Status),
        Some(field) => Some(field),
        None => above.field,
    };
    Some(Head {
        field,
        measure: below.measure.clone().or_else(|| above.measure.clone()),
        date: below.date.or(above.date),
    })
}

/// Columns that hold the same, where one is needed.
fn twice(columns: &[Column]) -> Vec<[u32; 2]> {
    let mut pairs = Vec::new();
    for (index, column) in columns.iter().enumerate() {
        let same = |other: &&Column| {
            let is_alike = match column.field {
                Field::Source | Field::Note | Field::Repeats | Field::Quote => false,
                Field::Country | Field::Code => fold(&other.text) == fold(&column.text),
                _ => true,
            };
            is_alike
                && other.field == column.field
                && other.measure == column.measure
                && other.date == column.date
        };
        pairs.extend(columns[..index].iter().find(same).map(|other| [other.index, column.index]));
    }
    pairs
}

/// Whether the publisher has left a column out by its head.
pub fn is_left_out(sheet: &Sheet, row: u32, column: u32) -> bool {
    sheet.cell(row, column).is_some_and(|cell| cell.value == Value::LeftOut)
}
