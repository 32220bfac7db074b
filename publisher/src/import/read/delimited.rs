//! Delimited text, as spreadsheet programs read it: a line break inside quotation marks is part of its cell, and an
//! empty line is a row, which the crate `csv` would leave out.

use super::encoding::{self, Decoded};
use super::{Book, Judge};
use crate::import::grid::{Cell, Row, Sheet, Tally, Value, is_error};
use crate::import::report::{Refusal, Remark};
use encoding_rs::Encoding;
use policy_explorer::csv::harmed;

/// The signs that part columns.
const SEPARATORS: [char; 4] = [',', ';', '\t', '|'];
/// As many rows are looked at to tell which sign parts the columns.
const SAMPLE: usize = 40;
/// The most columns, as in spreadsheet programs.
const COLUMNS: usize = 16_384;

/// Reads delimited text.
///
/// # Errors
/// If it is refused.
pub fn read(bytes: &[u8], wanted: Option<&str>, judge: &dyn Judge) -> Result<Book, Refusal> {
    let encoding = wanted.and_then(|label| Encoding::for_label(label.as_bytes()));
    let mut remarks = Vec::new();
    let (text, is_guess) = match encoding::decode(bytes, encoding) {
        Decoded::Sure(text) => (text, false),
        Decoded::Guess(text) => {
            remarks.push(Remark::notice(
                "encoding",
                "",
                "The text is not in UTF-8: it is read as Windows-1252",
            ));
            (text, true)
        }
        Decoded::Unclear => return Ok(unclear()),
    };
    let (text, stated) = stated_separator(&text);
    let separator = stated.unwrap_or_else(|| likely_separator(text, judge));
    let mut sheet = Sheet::default();
    let (mut tally, mut is_own) = (Tally::default(), false);
    for (row, cells) in Records::new(text, separator).enumerate() {
        let row = u32::try_from(row).map_err(|_| Refusal::too_large("more rows than can be counted"))?;
        let cells = cells?;
        is_own |= is_own_head(&cells);
        add_row(&mut sheet, row, cells, &mut tally)?;
    }
    let held: fn(&str) -> Value = if is_own { exported } else { value };
    for cell in sheet.rows.values_mut().flat_map(|row| row.cells.values_mut()) {
        cell.value = held(&cell.text());
    }
    Ok(Book { sheets: vec![sheet], remarks, is_guess })
}

/// A book that is nothing but the question how its bytes are to be read. The one cell keeps it from being empty.
fn unclear() -> Book {
    let mut sheet = Sheet::default();
    sheet.rows.entry(0).or_default().cells.insert(0, Cell::new(Value::Text("?".to_owned())));
    Book { sheets: vec![sheet], remarks: vec![question()], is_guess: false }
}

/// The question how the bytes are to be read.
pub fn question() -> Remark {
    Remark::question(
        "encoding",
        "",
        "The text is not in UTF-8, and as Windows-1252 it makes no sense",
        "--encoding NAME, such as windows-1256, macintosh or utf-16le, or save the file as UTF-8",
    )
}

fn add_row(sheet: &mut Sheet, row: u32, cells: Vec<String>, tally: &mut Tally) -> Result<(), Refusal> {
    let mut kept = Row::default();
    for (column, text) in (0..).zip(cells) {
        let cell = Cell::new(Value::Text(text));
        if !cell.is_blank() {
            tally.count(&cell)?;
            kept.cells.insert(column, cell);
        }
    }
    if !kept.cells.is_empty() {
        sheet.rows.insert(row, kept);
    }
    Ok(())
}

/// Whether cells are heads as this program and the widget write them into CSV.
fn is_own_head(cells: &[String]) -> bool {
    ["measure.title", "source.title", "response.date"]
        .iter()
        .any(|head| cells.iter().any(|cell| cell == head))
}

/// What a text of an export stands for: itself, without each apostrophe that was put before what looks like a formula.
fn exported(text: &str) -> Value {
    if is_error(text) { Value::Error(text.to_owned()) } else { Value::Text(harmed(text)) }
}

/// What a text stands for: an error that a spreadsheet program wrote out, or itself without the signs that keep such a
/// program from taking it for a formula or a number.
fn value(text: &str) -> Value {
    if is_error(text) {
        return Value::Error(text.to_owned());
    }
    let kept = text.strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@']));
    let kept = kept.or_else(|| text.strip_prefix("=\"")?.strip_suffix('"'));
    Value::Text(kept.unwrap_or(text).to_owned())
}

/// The text without a first line `sep=;`, which is no row, and the separator that it states.
fn stated_separator(text: &str) -> (&str, Option<char>) {
    let stated = || {
        let head = text.get(..4).filter(|head| head.eq_ignore_ascii_case("sep="))?;
        let mut rest = text[head.len()..].chars();
        let separator = rest.next()?;
        let rest = rest.as_str();
        let end = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix(['\r', '\n']))?;
        Some((end, Some(separator)))
    };
    stated().unwrap_or((text, None))
}

/// The separator with which a row reads best as heads; if none does, the one that makes most columns in most rows.
fn likely_separator(text: &str, judge: &dyn Judge) -> char {
    let quality = |&separator: &char| {
        let rows: Vec<Vec<String>> =
            Records::new(text, separator).take(SAMPLE).map_while(Result::ok).collect();
        let heads = rows.iter().map(|row| judge.known_heads(row)).max().unwrap_or_default();
        let mut widths: Vec<usize> = rows.iter().map(Vec::len).collect();
        widths.sort_unstable();
        (heads, widths.get(widths.len() / 2).copied().unwrap_or_default())
    };
    // Of equals the first: the comma.
    SEPARATORS.into_iter().rev().max_by_key(quality).unwrap_or(',')
}

/// The rows of a text.
struct Records<'a> {
    rest: &'a str,
    separator: char,
}

impl<'a> Records<'a> {
    fn new(text: &'a str, separator: char) -> Self {
        Self { rest: text, separator }
    }

    /// The next cell, and whether its row goes on.
    fn cell(&mut self) -> Result<(String, bool), Refusal> {
        let mut text = String::new();
        if let Some(quoted) = self.rest.strip_prefix('"') {
            self.rest = quoted;
            self.quoted(&mut text)?;
        }
        let ends = |letter: char| letter == self.separator || letter == '\r' || letter == '\n';
        let end = self.rest.find(ends).unwrap_or(self.rest.len());
        text.push_str(&self.rest[..end]);
        let rest = &self.rest[end..];
        let goes_on = rest.starts_with(self.separator);
        self.rest = match rest.strip_prefix("\r\n") {
            Some(rest) => rest,
            None => rest.get(rest.chars().next().map_or(0, char::len_utf8)..).unwrap_or_default(),
        };
        Ok((text, goes_on))
    }

    /// Reads up to the closing quotation mark.
    fn quoted(&mut self, text: &mut String) -> Result<(), Refusal> {
        loop {
            let Some(end) = self.rest.find('"') else {
                return Err(Refusal::damaged("a quotation mark is opened and never closed"));
            };
            text.push_str(&self.rest[..end]);
            self.rest = &self.rest[end + 1..];
            match self.rest.strip_prefix('"') {
                Some(rest) => self.rest = rest,
                None => return Ok(()),
            }
            text.push('"');
        }
    }
}

impl Iterator for Records<'_> {
    type Item = Result<Vec<String>, Refusal>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.is_empty() {
            return None;
        }
        let mut cells = Vec::new();
        loop {
            match self.cell() {
                Ok(_) if cells.len() >= COLUMNS => {
                    self.rest = "";
                    return Some(Err(Refusal::too_large("a row has more than 16,384 cells")));
                }
                Ok((cell, goes_on)) => {
                    cells.push(cell);
                    if !goes_on {
                        return Some(Ok(cells));
                    }
                }
                Err(refusal) => {
                    self.rest = "";
                    return Some(Err(refusal));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str, separator: char) -> Vec<Vec<String>> {
        Records::new(text, separator).map(Result::unwrap).collect()
    }

    #[test]
    fn rows_are_those_that_a_spreadsheet_shows() {
        for (text, expected) in [
            ("a,b\nc,d", &[&["a", "b"][..], &["c", "d"]][..]),
            ("a,b\r\n\r\nc,d\r\n", &[&["a", "b"], &[""], &["c", "d"]]),
            ("a\rb", &[&["a"], &["b"]]),
            ("\"a\nb\",\"c \"\"d\"\"\"\n", &[&["a\nb", "c \"d\""]]),
            ("a \"b\",c", &[&["a \"b\"", "c"]]),
            ("\"a\"b,", &[&["ab", ""]]),
        ] {
            assert_eq!(rows(text, ','), expected, "{text}");
        }
    }

    #[test]
    fn a_quotation_mark_without_an_end_is_damage() {
        assert!(Records::new("a,\"b\nc", ',').any(|row| row.is_err()));
    }

    #[test]
    fn texts_lose_the_signs_that_spreadsheets_need() {
        let text = |text: &str| Value::Text(text.to_owned());
        for (written, read) in [
            ("'=1+1", text("=1+1")),
            ("'-12 lamps", text("-12 lamps")),
            ("'quoted'", text("'quoted'")),
            ("=\"004\"", text("004")),
            ("#REF!", Value::Error("#REF!".to_owned())),
        ] {
            assert_eq!(value(written), read);
        }
    }

    #[test]
    fn a_line_that_states_the_separator_is_no_row() {
        assert_eq!(stated_separator("sep=;\r\na;b"), ("a;b", Some(';')));
        assert_eq!(stated_separator("sep;x\na"), ("sep;x\na", None));
    }
}
