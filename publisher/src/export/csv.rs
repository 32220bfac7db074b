//! A table as CSV (RFC 4180), in which no spreadsheet runs anything.

use super::Separator;
use super::table::{Cell, Table};
use ::csv::{Terminator, WriterBuilder};
use policy_explorer::csv::harmless;
use policy_explorer::date::Date;

/// # Errors
/// In words; it is written into memory, which does not fail.
pub fn write(table: &Table, remarks: &[String], separator: Separator) -> Result<Vec<u8>, String> {
    // Where cells are parted at semicolons, spreadsheets know UTF-8 by its mark alone.
    let (sign, mark) = match separator {
        Separator::Comma => (b',', ""),
        Separator::Semicolon => (b';', "\u{feff}"),
        Separator::Tab => (b'\t', ""),
    };
    let mut writer = WriterBuilder::new()
        .delimiter(sign)
        .terminator(Terminator::CRLF)
        .flexible(true)
        .from_writer(mark.as_bytes().to_vec());
    let in_words = |error: ::csv::Error| error.to_string();
    for remark in remarks {
        writer.write_record(["#", &harmless(remark)]).map_err(in_words)?;
    }
    writer.write_record(&table.heads).map_err(in_words)?;
    for row in &table.rows {
        writer.write_record(row.iter().map(text)).map_err(in_words)?;
    }
    writer.into_inner().map_err(|error| error.to_string())
}

fn text(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => harmless(text),
        Cell::Day(day) => Date::of(*day).to_string(),
        Cell::Number(number) => number.to_string(),
        Cell::Is(is) => is.to_string(),
    }
}
