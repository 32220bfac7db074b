//! Measures, statuses and regions, found by id, label or clause.

use super::texts;
use crate::words::fold;
use serde_json::{Map, Value};
use std::collections::BTreeSet;

/// Things with an id and labels in languages.
#[derive(Clone, Debug, Default)]
pub struct Words {
    entries: Vec<Entry>,
}

#[derive(Clone, Debug)]
struct Entry {
    id: String,
    labels: BTreeSet<String>,
    clause: Option<String>,
}

impl Words {
    /// The items of one of the feed's lists.
    pub fn of(document: &Map<String, Value>, list: &str, label: &str) -> Self {
        let items = document.get(list).and_then(Value::as_array).into_iter().flatten();
        let entry = |item: &Value| {
            let id = item["id"].as_str()?.to_owned();
            let labels = texts(&item[label]).into_iter().chain([id.clone()]);
            let clause = match &item["clause"] {
                Value::Null => None,
                Value::String(text) => Some(fold(text)),
                other => Some(other.to_string()),
            };
            Some(Entry { labels: labels.map(|label| fold(&label)).collect(), id, clause })
        };
        Self { entries: items.filter_map(entry).collect() }
    }

    /// All ids, in the publication's order.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|entry| entry.id.as_str())
    }

    /// The one whose id or label a text is; `None` if it is none's, or that of several.
    pub fn find(&self, text: &str) -> Option<&str> {
        let folded = fold(text);
        self.one(|entry| entry.labels.contains(&folded) && !folded.is_empty())
    }

    /// The one with a clause's number, also written as "Clause 3".
    pub fn clause(&self, text: &str, words: &BTreeSet<String>) -> Option<&str> {
        let folded = fold(text);
        let number = folded
            .split(' ')
            .filter(|word| !words.contains(*word) && *word != "no")
            .collect::<Vec<_>>()
            .join(" ");
        self.one(|entry| entry.clause.as_deref() == Some(number.as_str()))
    }

    /// The one whose label begins with a text that was cut.
    pub fn cut(&self, text: &str) -> Option<&str> {
        let folded = fold(text);
        self.one(|entry| entry.labels.iter().any(|label| label.starts_with(&folded)))
    }

    /// The one with whose label a folded text begins or ends, and the rest of the text.
    pub fn part<'a>(&self, folded: &'a str) -> Option<(&str, &'a str)> {
        let parts =
            self.entries.iter().flat_map(|entry| entry.labels.iter().map(move |label| (entry, label)));
        let rest = |label: &str| {
            let rest = folded.strip_prefix(label).filter(|rest| rest.starts_with(' '));
            rest.or_else(|| folded.strip_suffix(label).filter(|rest| rest.ends_with(' ')))
        };
        parts
            .filter_map(|(entry, label)| Some((entry.id.as_str(), rest(label)?.trim())))
            .max_by_key(|part| std::cmp::Reverse(part.1.len()))
    }

    fn one(&self, is: impl Fn(&Entry) -> bool) -> Option<&str> {
        let mut found = self.entries.iter().filter(|entry| is(entry));
        let first = found.next()?;
        found.next().is_none().then_some(first.id.as_str())
    }
}
