//! The changes for programs, with what is said of them in each language.

use super::entry::{Entry, Kind};
use super::{Changes, Head};
use serde_json::{Map, Value, json};

pub fn write(changes: &Changes) -> String {
    let Head { id, title, published, demo, .. } = &changes.head;
    let list = |kind| changes.of(kind).map(|entry| object(&changes.languages, entry)).collect::<Vec<_>>();
    let document = json!({
        "id": id, "title": title, "published": published, "demo": demo.is_some(),
        "world": list(Kind::World), "corrections": list(Kind::Correction),
    });
    format!("{document:#}\n")
}

fn object(languages: &[String], entry: &Entry) -> Value {
    let said: Map<String, Value> = languages
        .iter()
        .zip(&entry.said)
        .map(|(lang, said)| (lang.clone(), json!({"title": said.title, "text": said.text})))
        .collect();
    json!({
        "id": entry.id, "what": entry.what, "explained": !entry.is_unexplained(),
        "country": entry.country.as_str(), "measure": entry.measure, "status": entry.status,
        "date": entry.date.map(|date| date.to_string()), "said": said,
    })
}
