//! A feed as text: JSON with one claim, member or membership a line, so that a difference between two versions reads as a list
//! of claims, and the file stays small.

use serde_json::{Map, Value};

/// The fields of a feed in the order in which they are written; others follow.
const ORDER: [&str; 15] = [
    "version",
    "id",
    "title",
    "published",
    "publisher",
    "license",
    "demo",
    "policy",
    "scale",
    "regions",
    "measures",
    "members",
    "records",
    "reported",
    "groups",
];

/// The feed’s JSON, indented by one space a level, with a newline at its end.
pub fn json(feed: &Map<String, Value>) -> String {
    let place = |name: &str| ORDER.iter().position(|known| *known == name).unwrap_or(ORDER.len());
    let mut fields: Vec<(String, Value)> = feed.clone().into_iter().collect();
    fields.sort_by_key(|(name, _)| place(name));
    let mut text = String::new();
    object(&Map::from_iter(fields), 0, &mut text);
    text.push('\n');
    text
}

/// An object with a field a line; lists are laid out, and so are the policy and the groups, which have lists in them.
fn object(fields: &Map<String, Value>, depth: usize, text: &mut String) {
    between(['{', '}'], fields, depth, text, |(name, value), text| {
        text.push_str(&format!("{}: ", Value::from(name.as_str())));
        match value {
            Value::Array(items) if !items.is_empty() => list(name, items, depth + 1, text),
            Value::Object(fields) if name == "policy" => object(fields, depth + 1, text),
            _ => text.push_str(&value.to_string()),
        }
    });
}

/// A list with an item a line.
fn list(name: &str, items: &[Value], depth: usize, text: &mut String) {
    between(['[', ']'], items, depth, text, |item, text| match item {
        Value::Object(fields) if name == "groups" => object(fields, depth + 1, text),
        _ => text.push_str(&item.to_string()),
    });
}

/// Writes items with a line each between signs.
fn between<T>(
    [open, close]: [char; 2],
    items: impl IntoIterator<Item = T>,
    depth: usize,
    text: &mut String,
    write: impl Fn(T, &mut String),
) {
    text.push(open);
    for (index, item) in items.into_iter().enumerate() {
        text.push_str(if index == 0 { "\n" } else { ",\n" });
        text.push_str(&" ".repeat(depth + 1));
        write(item, text);
    }
    text.push('\n');
    text.push_str(&" ".repeat(depth));
    text.push(close);
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_claim_is_a_line() {
        let feed = json!({
            "own": 1, "policy": {"title": {"en": "\"P\""}, "milestones": []},
            "records": [{"country": "FRA", "evidence": [{"url": "a"}]}, {"country": "KEN"}],
            "groups": [{"id": "g", "members": [{"country": "FRA"}]}], "id": "x",
        });
        let expected = r#"{
 "id": "x",
 "policy": {
  "title": {"en":"\"P\""},
  "milestones": []
 },
 "records": [
  {"country":"FRA","evidence":[{"url":"a"}]},
  {"country":"KEN"}
 ],
 "groups": [
  {
   "id": "g",
   "members": [
    {"country":"FRA"}
   ]
  }
 ],
 "own": 1
}
"#;
        assert_eq!(json(feed.as_object().expect("an object")), expected);
    }
}
