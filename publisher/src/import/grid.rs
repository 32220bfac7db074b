//! A table as a grid of cells, whatever file it came from. Only cells that hold something are kept, so that a
//! million empty rows cost nothing.

use super::report::Refusal;
use policy_explorer::date::{Day, Precision};
use std::collections::{BTreeMap, BTreeSet};

/// The most characters of a cell, as in spreadsheet programs.
const CELL: usize = 32_767;
/// The most cells of a file that hold something.
const CELLS: usize = 5_000_000;

/// What a cell holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Nothing; it may be coloured all the same.
    Blank,
    /// Nothing, by the publisher's own word (`--set CELL=-`).
    LeftOut,
    /// A text.
    Text(String),
    /// A number, and whether it shows as a percentage.
    Number(f64, Shown),
    /// A day, as precise as it shows.
    Date(Stamp),
    /// True or false.
    Bool(bool),
    /// An error of a formula, such as `#REF!`.
    Error(String),
    /// A formula that no program has computed.
    Formula(String),
}

/// How a number shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// As it is.
    Plain,
    /// Times a hundred.
    Percent,
}

/// What a date cell holds and shows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stamp {
    /// The day.
    pub day: Day,
    /// How much of it shows.
    pub precision: Precision,
    /// The number of the day as the file has it, if it has one.
    pub serial: Option<f64>,
}

/// A cell.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// What it holds.
    pub value: Value,
    /// The address behind it.
    pub link: Option<Box<str>>,
    /// The colour of its ground, if it has one.
    pub fill: Option<Box<str>>,
}

impl Cell {
    /// A plain cell.
    pub fn new(value: Value) -> Self {
        Self { value, link: None, fill: None }
    }

    /// Whether it holds nothing.
    pub fn is_blank(&self) -> bool {
        match &self.value {
            Value::Blank | Value::LeftOut => true,
            Value::Text(text) => text.chars().all(|letter| letter.is_whitespace() || is_invisible(letter)),
            _ => false,
        }
    }

    /// What it holds as text.
    pub fn text(&self) -> String {
        match &self.value {
            Value::Blank | Value::LeftOut => String::new(),
            Value::Text(text) | Value::Error(text) => text.clone(),
            Value::Number(number, Shown::Plain) => number_text(*number),
            Value::Number(number, Shown::Percent) => {
                format!("{}%", number_text((number * 1e10).round() / 1e8))
            }
            Value::Date(stamp) => {
                let Day { year, month, day } = stamp.day;
                format!("{year:04}-{month:02}-{day:02}")
            }
            Value::Bool(true) => "TRUE".to_owned(),
            Value::Bool(false) => "FALSE".to_owned(),
            Value::Formula(formula) => format!("={formula}"),
        }
    }
}

/// Signs that nobody sees: zero-width spaces and joiners, marks of direction, soft hyphens.
pub fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

fn number_text(number: f64) -> String {
    format!("{number}")
}

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
    pub fn uncover(&mut self) {
        for merge in &self.merges {
            for (&row, cells) in self.rows.range_mut(merge.first.0..=merge.last.0) {
                cells.cells.retain(|&column, _| {
                    (row, column) == merge.first || !(merge.first.1..=merge.last.1).contains(&column)
                });
            }
        }
    }
}

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

/// Counts cells while a file is read, so that one beyond the limits is refused before it is held.
#[derive(Debug, Default)]
pub struct Tally {
    cells: usize,
}

impl Tally {
    /// Counts a cell that holds something.
    ///
    /// # Errors
    /// If it is too long or one too many.
    pub fn count(&mut self, cell: &Cell) -> Result<(), Refusal> {
        if let Value::Text(text) = &cell.value {
            check_length(text)?;
        }
        self.cells += 1;
        if self.cells > CELLS {
            return Err(Refusal::too_large("more than 5 million cells hold something"));
        }
        Ok(())
    }
}

/// Whether a text is no longer than a cell may be.
///
/// # Errors
/// If it is longer.
pub fn check_length(text: &str) -> Result<(), Refusal> {
    if text.len() > CELL && text.chars().count() > CELL {
        return Err(Refusal::too_large("a cell holds more than 32,767 characters"));
    }
    Ok(())
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

    #[test]
    fn numbers_read_as_they_show() {
        for (value, text) in [
            (Value::Number(2014.0, Shown::Plain), "2014"),
            (Value::Number(0.75, Shown::Percent), "75%"),
            (Value::Number(0.07, Shown::Percent), "7%"),
            (Value::Number(1.5, Shown::Plain), "1.5"),
            (Value::Bool(true), "TRUE"),
        ] {
            assert_eq!(Cell::new(value).text(), text);
        }
    }
}
