//! The claims as JSON: an object a claim, with its sources and the replies to it in it; and the other tables.

use super::table::{Cell, Table, Tables};
use policy_explorer::date::Date;
use serde_json::{Map, Value, json};

pub fn write(tables: &Tables) -> Vec<u8> {
    let mut claims = objects(&tables.claims);
    for claim in &mut claims {
        claim.retain(|name, _| !name.starts_with("sources"));
    }
    nest(&mut claims, &tables.sources);
    nest(&mut claims, &tables.responses);
    let document = json!({
        "demo": tables.demo, "about": tables.remarks, "claims": claims, "members": objects(&tables.members),
        "groups": objects(&tables.groups), "publication": tables.publication,
    });
    format!("{document:#}\n").into_bytes()
}

/// Puts the rows of a table into their claims, as a list under the table’s name.
fn nest(claims: &mut [Map<String, Value>], table: &Table) {
    for claim in claims.iter_mut() {
        claim.insert(table.name.to_owned(), Value::Array(Vec::new()));
    }
    for (row, item) in table.rows.iter().zip(objects(table)) {
        let Cell::Number(claim) = row[0] else { continue };
        let list = claims[claim as usize - 1].get_mut(table.name).and_then(Value::as_array_mut);
        list.expect("every claim has one").push(Value::Object(item));
    }
}

fn objects(table: &Table) -> Vec<Map<String, Value>> {
    let object = |row: &Vec<Cell>| {
        let named = table.heads.iter().zip(row);
        named.map(|(head, cell)| (head.clone(), value(cell))).collect()
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
