//! The changes as a JSON Feed (version 1.1).

use super::{Changes, Head};
use serde_json::{Value, json};

pub fn write(changes: &Changes) -> String {
    let Head { title, publisher, url, address, published, demo, .. } = &changes.head;
    let item = |entry: &super::Entry| {
        let said = &entry.said[0];
        let time = entry.time().unwrap_or_else(|| published.clone());
        let mut item = json!({
            "id": entry.id, "title": said.title, "content_text": said.text, "date_published": time,
            "tags": [entry.kind.name(), entry.what], "language": changes.lang(),
        });
        if let Some(page) = &entry.page {
            item["url"] = Value::from(page.as_str());
        }
        item
    };
    let mut feed = json!({
        "version": "https://jsonfeed.org/version/1.1",
        "title": title, "language": changes.lang(),
        "items": changes.entries.iter().map(item).collect::<Vec<Value>>(),
    });
    if let Some(name) = publisher {
        feed["authors"] = json!([{"name": name}]);
    }
    for (name, value) in [("home_page_url", url), ("feed_url", address), ("description", demo)] {
        if let Some(value) = value {
            feed[name] = Value::from(value.as_str());
        }
    }
    format!("{feed:#}\n")
}
