//! publication.toml: what a publisher says besides the tables.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde::Deserialize;

use super::document::{Head, Text};

#[derive(Deserialize)]
pub struct Publication {
    #[serde(flatten)]
    pub head: Head,
    pub groups: Vec<GroupHead>,
    #[serde(default)]
    pub withheld: Vec<Withheld>,
}

/// A group without its members.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GroupHead {
    pub id: String,
    pub label: Text,
    pub note: Option<Text>,
    #[serde(default)]
    pub leave_out: Vec<LeftOut>,
}

/// A membership that is in the table but not fit to be shown.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LeftOut {
    pub country: String,
    pub reason: String,
}

/// Why the rows of grade C of a measure are not published, by country.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Withheld {
    pub measure: String,
    pub reasons: BTreeMap<String, String>,
}

impl Publication {
    pub fn read(path: &Path) -> Result<Self> {
        let text = fs::read_to_string(path).with_context(|| format!("opening {}", path.display()))?;
        toml::from_str(&text).with_context(|| format!("reading {}", path.display()))
    }
}
