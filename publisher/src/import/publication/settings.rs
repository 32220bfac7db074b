//! How a publication wants its tables read: `[import]` and `[[withheld]]` of publication.toml, and `leave_out` of its groups.

use crate::words::fold;
use policy_explorer::date::Date;
use serde::{Deserialize, Deserializer, de};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// What publication.toml says of the tables beside it.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Settings {
    #[serde(default)]
    pub import: Reading,
    /// Why rows are kept out.
    #[serde(default)]
    pub withheld: Vec<Withheld>,
    /// The memberships that are left out, by group.
    #[serde(default)]
    groups: Vec<Group>,
}

/// How rows are read.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Reading {
    /// When a row was first published that does not say so.
    #[serde(deserialize_with = "date")]
    pub recorded: Option<Date>,
    /// The language of notes and corrections in columns that state none.
    pub lang: Option<String>,
    pub order: Order,
    pub withhold: Option<Withhold>,
}

/// The order of the records.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Order {
    /// As in the tables.
    #[default]
    Table,
    /// By country, then measure, then date, so that two versions differ only where a claim does.
    Country,
}

/// Which rows are kept out of the feed.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Withhold {
    /// The head of the column that says so.
    pub column: String,
    /// What it holds in such rows.
    pub values: Vec<String>,
    /// What that means.
    #[serde(default)]
    pub meaning: String,
}

/// Why the rows of a measure are kept out, by country.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Withheld {
    pub measure: String,
    pub reasons: BTreeMap<String, String>,
}

#[derive(Clone, Debug, Deserialize)]
struct Group {
    id: String,
    #[serde(default)]
    leave_out: Vec<LeftOut>,
}

/// A membership that is left out.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LeftOut {
    pub country: String,
    pub reason: String,
}

impl Settings {
    /// Reads the settings among the fields of publication.toml.
    ///
    /// # Errors
    /// In words, if they cannot be used.
    pub fn of(head: &Map<String, Value>) -> Result<Self, String> {
        serde_json::from_value(json!(head)).map_err(|error| error.to_string())
    }

    /// Whether a head, folded, is that of the column by which rows are kept out.
    pub fn withholds_by(&self, folded: &str) -> bool {
        self.import.withhold.as_ref().is_some_and(|withhold| fold(&withhold.column) == folded)
    }

    /// Whether rows with this in that column are kept out.
    pub fn withholds(&self, text: &str) -> bool {
        let withhold = self.import.withhold.iter();
        withhold.flat_map(|withhold| &withhold.values).any(|value| fold(value) == fold(text))
    }

    /// Why the rows of a measure and country are kept out.
    pub fn reason(&self, measure: &str, country: &str) -> Option<&str> {
        let mut of = self.withheld.iter().filter(|withheld| withheld.measure == measure);
        of.find_map(|withheld| withheld.reasons.get(country)).map(String::as_str)
    }

    /// The memberships that are left out, each with its group.
    pub fn left_out(&self) -> impl Iterator<Item = (&str, &LeftOut)> {
        self.groups.iter().flat_map(|group| group.leave_out.iter().map(|one| (group.id.as_str(), one)))
    }
}

fn date<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Date>, D::Error> {
    let text = String::deserialize(deserializer)?;
    Date::parse(&text).map(Some).ok_or_else(|| de::Error::custom(format!("{text} is not a date")))
}
