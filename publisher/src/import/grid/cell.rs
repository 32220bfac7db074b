//! One cell: what it holds, and how it reads.

use crate::words::is_invisible;
use policy_explorer::date::{Day, Precision};

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

/// Whether a text is one of the errors that formulas come to.
pub fn is_error(text: &str) -> bool {
    ["#REF!", "#N/A", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!"].contains(&text)
        || text.starts_with("Err:")
}

fn number_text(number: f64) -> String {
    format!("{number}")
}

#[cfg(test)]
mod tests {
    use super::*;

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
