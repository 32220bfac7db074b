//! A table as Parquet (Apache), with types and what must be known beside in its metadata.

use super::table::{Cell, Table, Tables};
use ::parquet::column::writer::ColumnWriter;
use ::parquet::data_type::ByteArray;
use ::parquet::errors::ParquetError;
use ::parquet::file::metadata::KeyValue;
use ::parquet::file::properties::WriterProperties;
use ::parquet::file::writer::SerializedFileWriter;
use ::parquet::schema::parser::parse_message_type;
use policy_explorer::date::Day;
use std::sync::Arc;

/// # Errors
/// In words; it is written into memory, which does not fail.
pub fn write(table: &Table, tables: &Tables) -> Result<Vec<u8>, String> {
    written(table, tables).map_err(|error| error.to_string())
}

fn written(table: &Table, tables: &Tables) -> Result<Vec<u8>, ParquetError> {
    let about = tables.remarks.join("\n");
    let about = vec![
        KeyValue::new("about".to_owned(), about),
        KeyValue::new("demo".to_owned(), tables.demo.to_string()),
    ];
    let properties = WriterProperties::builder().set_key_value_metadata(Some(about)).build();
    let schema = Arc::new(parse_message_type(&schema(table))?);
    let mut writer = SerializedFileWriter::new(Vec::new(), schema, Arc::new(properties))?;
    let mut rows = writer.next_row_group()?;
    let mut index = 0;
    while let Some(mut column) = rows.next_column()? {
        let cells: Vec<&Cell> = table.rows.iter().map(|row| &row[index]).collect();
        write_column(column.untyped(), &cells)?;
        column.close()?;
        index += 1;
    }
    rows.close()?;
    writer.into_inner()
}

/// The types of the columns, as the cells of the first row have them; without a row, texts.
fn schema(table: &Table) -> String {
    let kind = |index: usize| match table.rows.first().map(|row| &row[index]) {
        Some(Cell::Day(_)) => ("required int32", " (DATE)"),
        Some(Cell::Number(_)) => ("required int32", " (INTEGER(32, true))"),
        Some(Cell::Is(_)) => ("required boolean", ""),
        Some(Cell::Text(_)) | None => ("optional binary", " (STRING)"),
    };
    let column = |(index, head): (usize, &String)| {
        let (before, behind) = kind(index);
        // Dots part the levels of nested columns, and hyphens are no letters.
        format!("{before} {}{behind};", head.replace(['.', '-'], "_"))
    };
    let columns: String = table.heads.iter().enumerate().map(column).collect();
    format!("message {} {{ {columns} }}", table.name)
}

fn write_column(column: &mut ColumnWriter<'_>, cells: &[&Cell]) -> Result<(), ParquetError> {
    match column {
        ColumnWriter::Int32ColumnWriter(column) => {
            let values: Vec<i32> = cells.iter().map(|cell| whole(cell)).collect();
            column.write_batch(&values, None, None)?;
        }
        ColumnWriter::BoolColumnWriter(column) => {
            let values: Vec<bool> = cells.iter().map(|cell| **cell == Cell::Is(true)).collect();
            column.write_batch(&values, None, None)?;
        }
        ColumnWriter::ByteArrayColumnWriter(column) => {
            let texts: Vec<&str> = cells.iter().map(|cell| text(cell)).collect();
            // An empty text is no value.
            let levels: Vec<i16> = texts.iter().map(|text| i16::from(!text.is_empty())).collect();
            let there = texts.into_iter().filter(|text| !text.is_empty());
            let values: Vec<ByteArray> =
                there.map(|text| ByteArray::from(text.as_bytes().to_vec())).collect();
            column.write_batch(&values, Some(&levels), None)?;
        }
        _ => unreachable!("the schema has no other types"),
    }
    Ok(())
}

/// A number, or a day as its distance from 1970.
fn whole(cell: &Cell) -> i32 {
    const EPOCH: Day = Day { year: 1970, month: 1, day: 1 };
    let number = match cell {
        Cell::Day(day) => day.number() - EPOCH.number(),
        Cell::Number(number) => i64::from(*number),
        Cell::Is(_) | Cell::Text(_) => 0,
    };
    i32::try_from(number).expect("days of four-digit years, and counts")
}

fn text(cell: &Cell) -> &str {
    if let Cell::Text(text) = cell { text } else { "" }
}
