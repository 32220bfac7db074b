//! An export as JSON: its lists to sheets, the sources and replies of claims to sheets of their own, the publication to
//! one with a line of TOML a row, as in an exported workbook.

use super::{Book, not_a_table};
use crate::import::grid::{Cell, Sheet, Tally, Value as Held};
use crate::import::report::Refusal;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// Reads an export.
///
/// # Errors
/// If it is refused.
pub fn read(bytes: &[u8]) -> Result<Book, Refusal> {
    let mut document: Map<String, Value> = serde_json::from_slice(bytes).map_err(Refusal::damaged)?;
    let mut claims = objects(&mut document, "claims");
    if claims.is_empty() {
        return Err(not_a_table("JSON, but no export with claims"));
    }
    let mut lists = BTreeMap::new();
    for name in ["sources", "responses"] {
        lists.insert(name, claims.iter_mut().flat_map(|claim| objects(claim, name)).collect());
    }
    for name in ["members", "groups"] {
        lists.insert(name, objects(&mut document, name));
    }
    lists.insert("claims", claims);
    let mut tally = Tally::default();
    let sheets = lists.into_iter().filter(|(_, rows): &(_, Vec<_>)| !rows.is_empty());
    let mut sheets: Vec<Sheet> =
        sheets.map(|(name, rows)| sheet(name, &rows, &mut tally)).collect::<Result<_, _>>()?;
    if let Some(Value::Object(head)) = document.get("publication") {
        let text = toml::to_string_pretty(head).map_err(Refusal::damaged)?;
        let mut sheet = Sheet::named("publication");
        for (row, line) in (0..).zip(text.lines()) {
            fill(&mut sheet, (row, 0), Held::Text(line.to_owned()), &mut tally)?;
        }
        sheets.push(sheet);
    }
    Ok(Book { sheets, remarks: Vec::new(), is_guess: false })
}

/// Takes the objects out of a list.
fn objects(from: &mut Map<String, Value>, name: &str) -> Vec<Map<String, Value>> {
    let Some(Value::Array(items)) = from.shift_remove(name) else { return Vec::new() };
    let object = |item| if let Value::Object(object) = item { Some(object) } else { None };
    items.into_iter().filter_map(object).collect()
}

/// A column a field, in the order in which they are met.
fn sheet(name: &str, rows: &[Map<String, Value>], tally: &mut Tally) -> Result<Sheet, Refusal> {
    let mut sheet = Sheet::named(name);
    let mut columns: BTreeMap<&str, u32> = BTreeMap::new();
    for (index, row) in (1..).zip(rows) {
        for (head, value) in row {
            let next = columns.len() as u32;
            let column = *columns.entry(head).or_insert(next);
            if column == next {
                fill(&mut sheet, (0, column), Held::Text(head.clone()), tally)?;
            }
            fill(&mut sheet, (index, column), held(value), tally)?;
        }
    }
    Ok(sheet)
}

fn held(value: &Value) -> Held {
    match value {
        Value::Null => Held::Blank,
        Value::String(text) => Held::Text(text.clone()),
        Value::Bool(is) => Held::Bool(*is),
        other => Held::Text(other.to_string()),
    }
}

fn fill(sheet: &mut Sheet, (row, column): (u32, u32), value: Held, tally: &mut Tally) -> Result<(), Refusal> {
    let cell = Cell::new(value);
    if !cell.is_blank() {
        tally.count(&cell)?;
        sheet.rows.entry(row).or_default().cells.insert(column, cell);
    }
    Ok(())
}
