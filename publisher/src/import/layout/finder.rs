//! Rows of heads to layouts: one row, or measures and years above what each column holds of them.

use super::{Column, Layout};
use crate::import::answers::Answers;
use crate::import::grid::Sheet;
use crate::import::heads::{self, Field, Head};
use crate::import::publication::Publication;
use crate::words::fold;
use std::collections::BTreeMap;

/// Looks for the heads of a sheet.
pub struct Finder<'a> {
    pub sheet: &'a Sheet,
    pub publication: &'a Publication,
    pub answers: &'a Answers,
}

impl Finder<'_> {
    /// What the heads of a row say, by column.
    pub fn heads(&self, row: u32) -> BTreeMap<u32, Head> {
        let head = |text: &str| match self.answers.heads.get(&fold(text)) {
            Some(answer) => answer.clone().unwrap_or_default(),
            None => heads::head(text, self.publication),
        };
        self.sheet.filled(row).map(|(column, cell)| (column, head(&cell.text()))).collect()
    }

    /// A table with its heads in one row.
    pub fn in_one_row(&self, row: u32) -> Option<Layout> {
        self.layout((row, row), self.heads(row))
    }

    /// Measures or years above, and below what each column holds of them.
    pub fn in_two_rows(&self, top: u32, bottom: u32) -> Option<Layout> {
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
        let field = |head: &Head| match head.field {
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
        let mut layout = self.columns(rows, &heads, field);
        let is_table = layout.countries().next().is_some() && layout.of(Field::Status).next().is_some();
        layout.twice = twice(&layout.columns);
        is_table.then_some(layout)
    }

    /// The columns below some heads, each with what it holds.
    pub fn columns(
        &self,
        rows: (u32, u32),
        heads: &BTreeMap<u32, Head>,
        field: impl Fn(&Head) -> Option<Field>,
    ) -> Layout {
        let mut layout = Layout { heads: rows, columns: Vec::new(), left_out: Vec::new(), twice: Vec::new() };
        for (&index, head) in heads {
            let texts = [rows.1, rows.0].map(|row| self.sheet.text(row, index));
            let text = texts.into_iter().find(|text| !text.trim().is_empty()).unwrap_or_default();
            match field(head) {
                Some(field) => layout.columns.push(Column {
                    index,
                    field,
                    measure: head.measure.clone(),
                    date: head.date,
                    lang: head.lang.clone(),
                    text,
                }),
                None => layout.left_out.push(index),
            }
        }
        layout
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
        lang: below.lang.clone(),
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
                && other.lang == column.lang
        };
        pairs.extend(columns[..index].iter().find(same).map(|other| [other.index, column.index]));
    }
    pairs
}
