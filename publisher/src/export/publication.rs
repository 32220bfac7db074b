//! What a feed says beside its claims and members, as `import` takes it: publication.toml, and the memberships of groups
//! as a table.

use super::table::{Table, text};
use serde_json::{Map, Value};

/// The feed without what the tables hold, and without fields that say nothing.
pub fn head(document: &Value) -> Map<String, Value> {
    let mut head = document.as_object().cloned().unwrap_or_default();
    head.retain(|name, _| !["members", "records"].contains(&name.as_str()));
    for group in head.get_mut("groups").and_then(Value::as_array_mut).into_iter().flatten() {
        if let Value::Object(group) = group {
            group.remove("members");
        }
    }
    head.values_mut().for_each(without_null);
    head.retain(|_, value| !value.is_null());
    head
}

/// TOML has no null, which says as much as no field.
fn without_null(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.values_mut().for_each(without_null);
            fields.retain(|_, value| !value.is_null());
        }
        Value::Array(items) => {
            items.iter_mut().for_each(without_null);
            items.retain(|value| !value.is_null());
        }
        _ => {}
    }
}

/// A row a membership, in the order of the groups.
pub fn memberships(document: &Value) -> Table {
    const FIELDS: [&str; 3] = ["country", "from", "to"];
    let mut table = Table::new("groups", &["group", FIELDS[0], FIELDS[1], FIELDS[2]]);
    for group in document["groups"].as_array().into_iter().flatten() {
        for membership in group["members"].as_array().into_iter().flatten() {
            let cells = FIELDS.map(|field| plain(&membership[field]));
            table.rows.push([plain(&group["id"])].into_iter().chain(cells).map(text).collect());
        }
    }
    table
}

fn plain(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// The head as the text of publication.toml.
///
/// # Errors
/// In words, if a number is larger than TOML has it.
pub fn toml(head: &Map<String, Value>) -> Result<String, String> {
    toml::to_string_pretty(head).map_err(|error| format!("publication.toml: {error}"))
}
