//! The rules about the document as a whole, by the codes of the widget's `policy-explorer-error`: it is no feed that can be
//! read, or one that the widget does not load.

use super::Severity::Error;
use super::{Rule, example};

pub static NOT_JSON: Rule = Rule {
    name: "feed-not-json",
    severity: Error,
    title: "not JSON",
    effect: "nothing of the feed is read: readers get no map",
    remedy: "mend it at the mark, or have a program write it",
    example: example("/members/1", r#"{"country": "KEN", "region" "africa", "joined": "1968"}"#),
};

pub static NO_FEED: Rule = Rule {
    name: "feed-invalid",
    severity: Error,
    title: "not a feed that can be read",
    effect: "nothing of the feed is read: readers get no map",
    remedy: "give it members, measures and a scale, within the limits of docs/feed.md",
    example: example("/scale", r#"{"implemented": {"en": "implemented", "fr": "appliqué"}}"#),
};

pub static VERSION: Rule = Rule {
    name: "feed-version",
    severity: Error,
    title: "a version of the format that is not known",
    effect: "nothing of the feed is read: readers get no map",
    remedy: "write the feed in version 1.0",
    example: example("/version", r#""2.0""#),
};

pub static TOO_LARGE: Rule = Rule {
    name: "feed-too-large",
    severity: Error,
    title: "larger than 32 MiB",
    effect: "the widget does not load it: readers get no map",
    remedy: "divide it into several feeds, or take texts out",
    example: example("/title", r#"{"en": "An example, and 32 MiB of text …", "fr": "Un exemple"}"#),
};

/// The rule behind an error of the widget.
pub fn of(code: &str) -> &'static Rule {
    RULES.into_iter().find(|rule| rule.name == code).expect("every failure of a document has a rule")
}

pub static RULES: [&Rule; 4] = [&NOT_JSON, &NO_FEED, &VERSION, &TOO_LARGE];
