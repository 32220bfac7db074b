//! The claims as JSON: an object a claim, with its sources in it.

use super::table::{Cell, Table, Tables};
use policy_explorer::date::Date;
use serde_json::{Map, Value, json};

pub fn write(tables: &Tables) -> Vec<u8> {
    let mut claims = objects(&tables.claims);
    for claim in &mut claims {
        claim.retain(|name, _| !name.starts_with("sources"));
        claim.insert("sources".to_owned(), Value::Array(Vec::new()));
    }
    for (row, source) in tables.sources.rows.iter().zip(objects(&tables.sources)) {
        let Cell::Number(claim) = row[0] else { continue };
        let list = claims[claim as usize - 1].get_mut("sources").and_then(Value::as_array_mut);
        list.expect("every claim has one").push(Value::Object(source));
    }
    let document = json!({
        "demo": tables.demo, "about": tables.remarks, "claims": claims, "members": objects(&tables.members),
    });
    format!("{document:#}\n").into_bytes()
}

fn objects(table: &Table) -> Vec<Map<String, Value>> {
    let object = |row: &Vec<Cell>| {
        let named = table.heads.iter().zip(row);
        named.map(|(head, cell)| ((*head).to_owned(), value(cell))).collect()
    };
    table.rows.iter().map(object).collect()
}

fn value(cell: &Cell) -> Value {
    match cell {
        Cell::Text(text) if text.is_empty() => Value::Null,
        Cell::Text(text) => Value::from(text.as_str()),
        Cell::Day(day) => Value::from(Date::of(*day).to_string()),
        Cell::Number(number) => Value::from(*number),
        Cell::Is(is) => Value::from(*is),
    }
}
