//! The feed as it is written: one struct an object of the format, fields in the order in which they
//! appear. Reading and judging feeds is the library's business, not this module's.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// A feed: what its publication file says, then what its tables say.
pub struct Feed {
    pub head: Head,
    pub groups: Vec<Group>,
    pub members: Vec<Member>,
    pub records: Vec<Record>,
    pub reported: Vec<Reported>,
}

/// Everything but the tables.
#[derive(Clone, Deserialize)]
pub struct Head {
    pub version: String,
    pub id: String,
    pub title: Text,
    pub published: String,
    pub publisher: Publisher,
    pub license: License,
    #[serde(default)]
    pub demo: bool,
    pub policy: Policy,
    pub scale: Vec<Status>,
    pub regions: Vec<Region>,
    pub measures: Vec<Measure>,
}

/// Text that people read, in the languages of the publisher.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Text {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub en: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fr: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub es: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ar: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pt: Option<String>,
}

impl Text {
    pub fn english(text: impl Into<String>) -> Self {
        Self { en: Some(text.into()), ..Self::default() }
    }

    pub fn is_empty(&self) -> bool {
        [&self.en, &self.fr, &self.es, &self.ar, &self.pt].iter().all(|text| text.is_none())
    }
}

#[derive(Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Publisher {
    pub name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contact: Option<String>,
}

#[derive(Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct License {
    pub name: String,
    pub url: String,
}

#[derive(Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Policy {
    pub title: Text,
    pub short: Text,
    pub body: Text,
    pub adopted: String,
    /// What `adopted` is: the day itself, or one by which it had happened.
    #[serde(default, skip_serializing_if = "Dating::is_since")]
    pub dating: Dating,
    pub place: Text,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    pub summary: Text,
    /// The letter that asks a member for what is not publicly known.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub request: Text,
    /// What its members and clauses are called.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub terms: BTreeMap<String, Text>,
    pub milestones: Vec<Milestone>,
}

#[derive(Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Milestone {
    pub date: String,
    pub title: Text,
    pub url: String,
}

#[derive(Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Status {
    pub id: String,
    pub label: Text,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rank: Option<u8>,
}

#[derive(Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Region {
    pub id: String,
    pub label: Text,
}

#[derive(Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Measure {
    pub id: String,
    pub clause: u8,
    pub force: String,
    pub title: Text,
    pub summary: Text,
    /// What a member at the highest status does: the end of "24 of 196 members are publicly known to …".
    pub predicate: Text,
    pub criteria: Criteria,
}

/// What the publisher must have seen to say so, in the scale's order.
#[derive(Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Criteria {
    pub implemented: Text,
    pub partial: Text,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub planned: Option<Text>,
    pub not_implemented: Text,
}

pub struct Group {
    pub id: String,
    pub label: Text,
    pub note: Option<Text>,
    pub members: Vec<Membership>,
    pub evidence: Vec<Evidence>,
}

#[derive(Serialize)]
pub struct Membership {
    pub country: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
}

#[derive(Clone, Default, Serialize)]
pub struct Member {
    pub country: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub joined: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub left: Option<String>,
    #[serde(skip_serializing_if = "Text::is_empty")]
    pub name: Text,
}

#[derive(Clone, Default, Serialize)]
pub struct Record {
    pub country: String,
    pub measure: String,
    pub status: String,
    pub date: String,
    #[serde(skip_serializing_if = "Dating::is_since")]
    pub dating: Dating,
    pub recorded: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub withdrawn: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub correction: Option<Text>,
    #[serde(skip_serializing_if = "Text::is_empty")]
    pub note: Text,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub responses: Vec<Response>,
    pub evidence: Vec<Evidence>,
}

/// What a date is: the start, which is the format's default, or a day by which it was so.
#[derive(Clone, Copy, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Dating {
    #[default]
    Since,
    By,
}

impl Dating {
    pub fn is_since(&self) -> bool {
        *self == Self::Since
    }
}

#[derive(Clone, Serialize)]
pub struct Response {
    pub by: String,
    pub date: String,
    pub text: Text,
    pub url: String,
}

#[derive(Clone, Default, PartialEq, Eq, Serialize)]
pub struct Evidence {
    pub url: String,
    pub title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publisher: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quote: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub archived: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub checked: Option<String>,
}

#[derive(Serialize)]
pub struct Reported {
    pub measure: String,
    pub date: String,
    pub count: u32,
    pub evidence: Vec<Evidence>,
}
