//! The checks themselves, one file a subject. Each looks at the document or at the feed that was read from it, and adds the
//! problems it finds.

use super::guess::Countries;
use super::problem::Problems;
use super::schema::Schema;
use policy_explorer::date::Date;
use policy_explorer::feed::Feed;
use policy_explorer::finding::Finding;
use serde_json::Value;

mod address;
mod claims;
mod fields;
mod form;
mod geometry;
mod languages;
mod letter;
mod reading;
mod size;
mod sources;
mod time;

/// Whatever checks look at.
pub struct Checked<'a> {
    pub text: &'a str,
    pub document: &'a Value,
    pub feed: &'a Feed,
    pub findings: &'a [Finding],
    pub schema: &'a Schema,
    pub countries: &'a Countries,
    pub today: Date,
}

/// All problems. What the schema refuses comes last, since it is told only where nothing better is.
pub fn check(checked: &Checked<'_>) -> Problems {
    let mut problems = Problems::default();
    for lint in [
        size::check,
        reading::check,
        geometry::check,
        letter::check,
        claims::check,
        sources::check,
        time::check,
        fields::check,
        languages::check,
        form::check,
    ] {
        lint(checked, &mut problems);
    }
    problems
}

/// A value as JSON, if it is short.
fn shown(value: &Value) -> String {
    const SHORT: usize = 80;
    let text = value.to_string();
    if text.chars().count() <= SHORT {
        return text;
    }
    let begin: String = text.chars().take(SHORT).collect();
    format!("{begin}…")
}

/// A string as JSON.
fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}
