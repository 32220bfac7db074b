//! A table as a grid of cells, whatever file it came from. Only cells that hold something are kept, so that a
//! million empty rows cost nothing.

use super::report::Refusal;
use std::collections::{BTreeMap, BTreeSet};

pub use cell::{Cell, Shown, Stamp, Value, is_error};
pub use tally::{Tally, check_length};

mod cell;
mod tally;

/// A row.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// Whether it is hidden or filtered away.
    pub hidden: bool,
    /// Its cells by column, counted from 0.
    pub cells: BTreeMap<u32, Cell>,
}

/// Cells that are merged: from the first to the last row and column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Merge {
    /// First row and column: the cell whose value shows.
    pub first: (u32, u32),
    /// Last row and column.
    pub last: (u32, u32),
}

/// A sheet.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    /// Its name; text files have none.
    pub name: Option<String>,
    /// What stands before the names of its cells.
    pub prefix: String,
    /// Whether it is hidden.
    pub hidden: bool,
    /// Its rows, counted from 0, those that hold something.
    pub rows: BTreeMap<u32, Row>,
    /// Columns that are hidden.
    pub hidden_columns: BTreeSet<u32>,
    /// Cells that are merged.
    pub merges: Vec<Merge>,
}

impl Sheet {
    /// An empty sheet with a name.
    pub fn named(name: impl Into<String>) -> Self {
        let name = name.into();
        Self { prefix: format!("{name}!"), name: Some(name), ..Self::default() }
    }

    /// The name of a cell, as spreadsheet programs give it.
    pub fn at(&self, row: u32, column: u32) -> String {
        format!("{}{}{}", self.prefix, column_name(column), u64::from(row) + 1)
    }

    /// A cell, if it holds something or is coloured.
    pub fn cell(&self, row: u32, column: u32) -> Option<&Cell> {
        self.rows.get(&row)?.cells.get(&column)
    }

    /// The text of a cell.
    pub fn text(&self, row: u32, column: u32) -> String {
        self.cell(row, column).map(Cell::text).unwrap_or_default()
    }

    /// The cells of a row that hold something.
    pub fn filled(&self, row: u32) -> impl Iterator<Item = (u32, &Cell)> {
        let cells = self.rows.get(&row).into_iter().flat_map(|row| &row.cells);
        cells.filter(|(_, cell)| !cell.is_blank()).map(|(&column, cell)| (column, cell))
    }

    /// The rows that hold something.
    pub fn filled_rows(&self) -> impl Iterator<Item = u32> {
        self.rows.keys().copied().filter(|&row| self.filled(row).next().is_some())
    }

    /// Drops what is left under merged cells: only the first shows.
    ///
    /// # Errors
    /// If merges lie over each other, as no spreadsheet program lets them: that could go on for ever.
    pub fn uncover(&mut self) -> Result<(), Refusal> {
        let mut visits = 0;
        for merge in &self.merges {
            for (&row, cells) in self.rows.range_mut(merge.first.0..=merge.last.0) {
                visits += 1;
                cells.cells.retain(|&column, _| {
                    (row, column) == merge.first || !(merge.first.1..=merge.last.1).contains(&column)
                });
            }
            if visits > VISITS {
                return Err(Refusal::damaged("its merged cells lie over each other"));
            }
        }
        Ok(())
    }
}

/// The most rows that merges may reach over, each counted anew.
const VISITS: usize = 5_000_000;

/// `A`, `Z`, `AA`, as spreadsheet programs name columns.
pub fn column_name(column: u32) -> String {
    let mut rest = u64::from(column) + 1;
    let mut letters = Vec::new();
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + (rest % 26) as u8));
        rest /= 26;
    }
    letters.into_iter().rev().collect()
}

/// Row and column of `B5`, counted from 0; of `$B$5`, too.
pub fn parse_cell(text: &str) -> Option<(u32, u32)> {
    let text = text.replace('$', "");
    let digits = text.find(|letter: char| letter.is_ascii_digit())?;
    let (letters, digits) = text.split_at(digits);
    let row = digits.parse::<u32>().ok()?.checked_sub(1)?;
    Some((row, parse_column(letters)?))
}

/// The column `B`, counted from 0.
pub fn parse_column(letters: &str) -> Option<u32> {
    if letters.is_empty() || letters.len() > 4 || !letters.bytes().all(|letter| letter.is_ascii_alphabetic())
    {
        return None;
    }
    let add = |sum: u32, letter: u8| sum * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1;
    Some(letters.bytes().fold(0, add) - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_named_as_in_spreadsheets() {
        for (place, name) in
            [((0, 0), "A1"), ((4, 25), "Z5"), ((9, 26), "AA10"), ((1_048_575, 16_383), "XFD1048576")]
        {
            assert_eq!(Sheet::default().at(place.0, place.1), name);
            assert_eq!(parse_cell(name), Some(place));
        }
        for wrong in ["", "A", "5", "A0", "ÄA1", "A1B", "ABCDEF1"] {
            assert_eq!(parse_cell(wrong), None, "{wrong}");
        }
    }
}
