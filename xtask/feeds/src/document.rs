//! The lists of an invented feed: one struct an object of the format, fields in the order in which they appear.

use serde::{Deserialize, Serialize};

/// Text that people read, in the languages of the publisher.
#[derive(Clone, Default, Serialize)]
pub struct Text {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub en: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fr: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub es: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ar: Option<String>,
}

impl Text {
    pub fn is_empty(&self) -> bool {
        [&self.en, &self.fr, &self.es, &self.ar].iter().all(|text| text.is_none())
    }
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
#[derive(Clone, Copy, Default, PartialEq, Eq, Serialize)]
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

#[derive(Clone, Default, Serialize)]
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

/// A member of the real organisation (data/hanoi-2011/members.csv). An empty cell is `None`.
#[derive(Deserialize)]
pub struct MemberRow {
    pub country: String,
    pub region: Option<String>,
    pub name_en: Option<String>,
    pub name_fr: Option<String>,
    pub name_es: Option<String>,
    pub name_ar: Option<String>,
}
