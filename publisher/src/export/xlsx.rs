//! A workbook with typed cells: a sheet each for the tables, for publication.toml, a line a row, and for notes.

use super::table::{Cell, Table, Tables};
use policy_explorer::date::{Date, Day};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

/// # Errors
/// In words, when there is more than a sheet takes.
pub fn write(tables: &Tables) -> Result<Vec<u8>, String> {
    let publication = super::publication::toml(&tables.publication)?;
    workbook(tables, &publication).map_err(|error| error.to_string())
}

fn workbook(tables: &Tables, publication: &str) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // The same data makes the same file, on any day.
    if let Some(day) = tables.published.map(Date::first_day).and_then(|day| day_of(day).ok()) {
        workbook.set_properties(&DocProperties::new().set_creation_datetime(&day));
    }
    for table in tables.all() {
        sheet(workbook.add_worksheet(), table)?;
    }
    lines(workbook.add_worksheet().set_name("publication")?, publication.lines(), &Format::new())?;
    let notes = tables.remarks.iter().map(String::as_str);
    lines(workbook.add_worksheet().set_name("notes")?, notes, &Format::new().set_text_wrap())?;
    workbook.save_to_buffer()
}

/// Writes texts below each other.
fn lines<'a>(
    sheet: &mut Worksheet,
    lines: impl Iterator<Item = &'a str>,
    format: &Format,
) -> Result<(), XlsxError> {
    sheet.set_column_width(0, 100)?;
    for (row, line) in (0..).zip(lines).filter(|(_, line)| !line.is_empty()) {
        sheet.write_string_with_format(row, 0, line, format)?;
    }
    Ok(())
}

fn sheet(sheet: &mut Worksheet, table: &Table) -> Result<(), XlsxError> {
    sheet.set_name(table.name)?.set_freeze_panes(1, 0)?;
    for (column, head) in (0..).zip(&table.heads) {
        sheet.write_string_with_format(0, column, head, &Format::new().set_bold())?;
    }
    for (row, cells) in (1..).zip(&table.rows) {
        for (column, cell) in (0..).zip(cells) {
            write_cell(sheet, (row, column), cell)?;
        }
    }
    let (rows, columns) = (u32::try_from(table.rows.len()), u16::try_from(table.heads.len() - 1));
    if let (Ok(rows @ 1..), Ok(columns)) = (rows, columns) {
        sheet.autofilter(0, 0, rows, columns)?;
    }
    Ok(())
}

/// Texts are written as texts: no address becomes a link, of which a sheet has but so many, and nothing a formula.
fn write_cell(sheet: &mut Worksheet, (row, column): (u32, u16), cell: &Cell) -> Result<(), XlsxError> {
    match cell {
        Cell::Text(text) if text.is_empty() => return Ok(()),
        Cell::Text(text) => sheet.write_string(row, column, cut(text))?,
        Cell::Number(number) => sheet.write_number(row, column, *number)?,
        Cell::Is(is) => sheet.write_boolean(row, column, *is)?,
        Cell::Day(day) => match day_of(*day) {
            Ok(date) => sheet.write_datetime_with_format(
                row,
                column,
                date,
                &Format::new().set_num_format("yyyy-mm-dd"),
            )?,
            // Spreadsheets know no day before 1900.
            Err(_) => sheet.write_string(row, column, Date::of(*day).to_string())?,
        },
    };
    Ok(())
}

fn day_of(Day { year, month, day }: Day) -> Result<ExcelDateTime, XlsxError> {
    ExcelDateTime::from_ymd(year, month, day)
}

/// As much of a text as a cell takes: 32,767 units of UTF-16.
fn cut(text: &str) -> &str {
    const MOST: usize = 32_767;
    let mut units = 0;
    let end = text.char_indices().find(|(_, letter)| {
        units += letter.len_utf16();
        units > MOST
    });
    end.map_or(text, |(end, _)| &text[..end])
}
