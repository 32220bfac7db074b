//! The publisher's tables: one struct a row, read from CSV. An empty cell is `None`.

use std::path::Path;

use anyhow::{Context, Result};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::document::{Dating, Evidence};

/// One piece of evidence for one claim (collection.csv, victim-identification.csv, icse-access.csv).
#[derive(Clone, Deserialize)]
pub struct ClaimRow {
    pub country: String,
    pub status: String,
    pub date: String,
    date_kind: DateKind,
    source_url: String,
    source_title: String,
    source_publisher: Option<String>,
    source_date: Option<String>,
    source_lang: Option<String>,
    pub note: Option<String>,
    pub grade: Option<String>,
    /// When the publisher first said so; empty, the day that the publication file gives.
    #[serde(default)]
    pub recorded: Option<String>,
    /// When the publisher took it back, and why.
    #[serde(default)]
    pub withdrawn: Option<String>,
    #[serde(default)]
    pub correction: Option<String>,
    /// The decisive words of the source, as they stand there.
    #[serde(default)]
    quote: Option<String>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum DateKind {
    Began,
    KnownBy,
}

impl ClaimRow {
    /// Grade C: weak, second-hand or of doubtful date; a lead to check, not a claim.
    pub fn is_lead(&self) -> bool {
        self.grade.as_deref() == Some("C")
    }

    pub fn dating(&self) -> Dating {
        match self.date_kind {
            DateKind::Began => Dating::Since,
            DateKind::KnownBy => Dating::By,
        }
    }

    pub fn evidence(&self) -> Evidence {
        Evidence {
            publisher: self.source_publisher.clone(),
            date: self.source_date.clone(),
            lang: self.source_lang.clone(),
            quote: self.quote.clone(),
            ..source(&self.source_url, &self.source_title)
        }
    }
}

/// A number of members that somebody reports (icse-totals.csv).
#[derive(Deserialize)]
pub struct TotalRow {
    pub date: String,
    pub countries: u32,
    source_url: String,
    source_title: String,
    source_publisher: Option<String>,
    #[serde(default)]
    quote: Option<String>,
}

impl TotalRow {
    pub fn evidence(&self) -> Evidence {
        let (publisher, quote) = (self.source_publisher.clone(), self.quote.clone());
        Evidence { publisher, quote, ..source(&self.source_url, &self.source_title) }
    }
}

/// A member of the organisation (members.csv).
#[derive(Deserialize)]
pub struct MemberRow {
    pub country: String,
    pub region: Option<String>,
    pub joined: Option<String>,
    pub name_en: Option<String>,
    pub name_fr: Option<String>,
    pub name_es: Option<String>,
    pub name_ar: Option<String>,
}

/// One spell of one country in a group (groups.csv).
#[derive(Deserialize)]
pub struct GroupRow {
    pub group: String,
    pub country: String,
    pub from: Option<String>,
    pub to: Option<String>,
    source_url: String,
    source_title: String,
}

impl GroupRow {
    pub fn evidence(&self) -> Evidence {
        source(&self.source_url, &self.source_title)
    }
}

fn source(url: &str, title: &str) -> Evidence {
    Evidence { url: url.to_owned(), title: title.to_owned(), ..Evidence::default() }
}

/// All rows of a table, in its order.
pub fn rows<Row: DeserializeOwned>(path: &Path) -> Result<Vec<Row>> {
    let mut reader = csv::Reader::from_path(path).with_context(|| format!("opening {}", path.display()))?;
    reader
        .deserialize()
        .collect::<Result<_, csv::Error>>()
        .with_context(|| format!("reading {}", path.display()))
}
