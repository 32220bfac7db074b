//! The publication that the tables' claims belong to: its measures, its scale, its members. Read from publication.toml
//! with members.csv and groups.csv beside it, or from a feed without records.

use super::grid::Sheet;
use crate::words::fold;
use policy_explorer::country::Code;
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

pub use settings::{Order, Settings, Withhold};
pub use tables::{Plain, REPORTED, TABLES};
pub use words::Words;

mod settings;
mod tables;
mod words;

/// The publication.
#[derive(Clone, Debug, Default)]
pub struct Publication {
    /// The feed without its records.
    pub document: Map<String, Value>,
    /// How it wants its tables read.
    pub settings: Settings,
    /// Whether it was in a workbook, beside its claims.
    pub is_in_sheets: bool,
    /// What the policy asks for.
    pub measures: Words,
    /// The statuses.
    pub scale: Words,
    /// The regions.
    pub regions: Words,
    /// The members.
    pub members: BTreeSet<Code>,
    /// The members by what the publication calls them, their codes among them.
    called: BTreeMap<String, BTreeSet<Code>>,
    /// What clauses are called.
    pub clause_words: BTreeSet<String>,
    /// The labels with letters beyond ASCII, these masked.
    masks: BTreeSet<String>,
}

/// The texts of a value in all languages.
fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => vec![text.clone()],
        Value::Object(texts) => texts.values().filter_map(Value::as_str).map(str::to_owned).collect(),
        _ => Vec::new(),
    }
}

impl Publication {
    /// Reads publication.toml and the tables beside it.
    ///
    /// # Errors
    /// In words, if they cannot be used.
    pub fn from_toml(path: &Path) -> Result<Self, String> {
        let said = |error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
        let text = std::fs::read_to_string(path).map_err(|error| said(&error))?;
        let head: Map<String, Value> = toml::from_str(&text).map_err(|error| said(&error))?;
        let rows = |name: &str| {
            let table = path.with_file_name(format!("{name}.csv"));
            // A publication may do without groups and totals.
            if name == "members" || table.exists() { tables::rows(&table) } else { Ok(Vec::new()) }
        };
        Self::of_tables(head, rows).map_err(|reason| said(&reason))
    }

    /// The publication of its head and the rows of the tables beside.
    fn of_tables(
        head: Map<String, Value>,
        rows: impl Fn(&str) -> Result<tables::Rows, String>,
    ) -> Result<Self, String> {
        let settings = Settings::of(&head)?;
        let beside = tables::Beside {
            members: rows("members")?,
            memberships: rows("groups")?,
            reported: rows("reported")?,
        };
        Ok(Self { settings, ..Self::new(tables::document(head, &beside)?)? })
    }

    /// Reads the publication in a workbook: the lines of publication.toml in a sheet of that name, and beside it the sheets of
    /// members and groups. `None` if there is none.
    ///
    /// # Errors
    /// In words, if it cannot be used.
    pub fn from_sheets(sheets: &[Sheet]) -> Option<Result<Self, String>> {
        let named = |name: &str| sheets.iter().find(|sheet| sheet.name.as_deref() == Some(name));
        let sheet = named("publication")?;
        let last = sheet.rows.keys().next_back().copied().unwrap_or_default();
        let text: String = (0..=last).map(|row| sheet.text(row, 0) + "\n").collect();
        let rows = |name: &str| Ok(named(name).map(tables::rows_of).unwrap_or_default());
        let head = toml::from_str(&text).map_err(|error| error.to_string());
        let publication = head.and_then(|head| Self::of_tables(head, rows));
        Some(publication.map(|publication| Self { is_in_sheets: true, ..publication }))
    }

    /// Reads a feed without records.
    ///
    /// # Errors
    /// In words, if it cannot be used.
    pub fn from_feed(path: &Path) -> Result<Self, String> {
        let said = |error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
        let text = std::fs::read_to_string(path).map_err(|error| said(&error))?;
        let document: Map<String, Value> = serde_json::from_str(&text).map_err(|error| said(&error))?;
        if document.get("records").and_then(Value::as_array).is_some_and(|records| !records.is_empty()) {
            return Err(said(&"it has records: give a feed without, and all claims in the tables"));
        }
        Self::new(document).map_err(|reason| said(&reason))
    }

    fn new(mut document: Map<String, Value>) -> Result<Self, String> {
        document.remove("records");
        for (list, what) in [("measures", "measures"), ("scale", "statuses (scale)"), ("members", "members")]
        {
            if document.get(list).and_then(Value::as_array).is_none_or(Vec::is_empty) {
                return Err(format!("it has no {what}"));
            }
        }
        let mut members = BTreeSet::new();
        let mut called: BTreeMap<String, BTreeSet<Code>> = BTreeMap::new();
        for member in document["members"].as_array().into_iter().flatten() {
            let code = member["country"].as_str().and_then(Code::parse);
            let code = code.ok_or_else(|| format!("{} is not a country's code", member["country"]))?;
            for name in texts(&member["name"]).iter().map(String::as_str).chain([code.as_str()]) {
                called.entry(fold(name)).or_default().insert(code);
            }
            members.insert(code);
        }
        let terms =
            texts(&document.get("policy").map_or(Value::Null, |policy| policy["terms"]["clause"].clone()));
        let labels = [("measures", "title"), ("scale", "label")].into_iter().flat_map(|(list, label)| {
            let items = document[list].as_array().into_iter().flatten();
            items.flat_map(move |item| texts(&item[label]))
        });
        Ok(Self {
            masks: labels.filter(|label| !label.is_ascii()).map(|label| mask(&label)).collect(),
            measures: Words::of(&document, "measures", "title"),
            scale: Words::of(&document, "scale", "label"),
            regions: Words::of(&document, "regions", "label"),
            members,
            called,
            clause_words: terms
                .iter()
                .map(String::as_str)
                .chain(["clause", "clausula", "البند", "بند"])
                .map(fold)
                .collect(),
            document,
            settings: Settings::default(),
            is_in_sheets: false,
        })
    }
}

impl Publication {
    /// The member that the publication itself calls so, by a name or by a code of its own.
    pub fn member(&self, text: &str) -> Option<Code> {
        let codes = self.called.get(&fold(text)).filter(|codes| codes.len() == 1)?;
        codes.first().copied()
    }

    /// Whether a text is a label but for letters beyond ASCII, as one in another encoding is.
    pub fn resembles(&self, text: &str) -> bool {
        !text.is_ascii() && self.masks.contains(&mask(text))
    }
}

/// A text with a sign for each run of letters beyond ASCII.
fn mask(text: &str) -> String {
    let mut masked = String::new();
    for letter in text.trim().chars() {
        if letter.is_ascii() {
            masked.push(letter.to_ascii_lowercase());
        } else if !masked.ends_with('*') {
            masked.push('*');
        }
    }
    masked
}
