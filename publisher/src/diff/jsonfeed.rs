//! The changes as a JSON Feed (version 1.1).

use super::{Changes, Head};
use serde_json::{Value, json};

pub fn write(changes: &Changes) -> String {
    let Head { title, publisher, url, published, demo, .. } = &changes.head;
    let item = |entry: &super::Entry| {
        let said = &entry.said[0];
        json!({
            "id": entry.id, "title": said.title, "content_text": said.text, "date_published": published,
            "tags": [entry.kind.name(), entry.what], "language": changes.lang(),
        })
    };
    let mut feed = json!({
        "version": "https://jsonfeed.org/version/1.1",
        "title": title, "language": changes.lang(),
        "items": changes.entries.iter().map(item).collect::<Vec<Value>>(),
    });
    if let Some(name) = publisher {
        feed["authors"] = json!([{"name": name}]);
    }
    for (name, value) in [("home_page_url", url), ("description", demo)] {
        if let Some(value) = value {
            feed[name] = Value::from(value.as_str());
        }
    }
    format!("{feed:#}\n")
}
