//! What `diff` says of two versions of a feed, and how feed readers read it.

#[path = "../src/check/rules/example.rs"]
mod example;
mod told;

use example::BASE;
use feed_rs::model::FeedType;
use serde_json::Value;
use std::collections::BTreeSet;
use told::{Feed, told};

/// The base feed, and a newer version of it with some texts in the place of others.
fn versions(name: &str, changes: &[(&str, &str)]) -> (Feed, Feed) {
    let newer = changes.iter().fold(BASE.to_owned(), |text, (find, put)| {
        assert_eq!(text.matches(find).count(), 1, "{find}");
        text.replace(find, put)
    });
    (Feed::new(&format!("{name}-old"), BASE), Feed::new(&format!("{name}-new"), &newer))
}

fn diff((old, new): &(Feed, Feed), options: &[&str]) -> (Option<i32>, String, String) {
    told(&[&["diff", old.path(), new.path()], options].concat())
}

const KENYA: &str = r#"{"country": "KEN", "measure": "register", "status": "partial", "date": "2019", "recorded": "2026-11-20","#;
const LATER: &str = r#"{"country": "KEN", "measure": "register", "status": "implemented", "date": "2025-03",
     "evidence": [{"url": "https://example.org/law", "title": "Register Law"}]},
    {"country": "KEN", "measure": "register", "status": "partial", "date": "2019", "recorded": "2026-11-20","#;
const FRANCE: &str = r#""date": "2014-05", "recorded": "2026-11-20","#;
const WITHDRAWN: &str = r#""date": "2014-05", "recorded": "2026-11-20", "withdrawn": "2026-11-25",
     "correction": {"en": "The decree was never in force.", "fr": "Le décret n’est jamais entré en vigueur."},"#;

#[test]
fn the_world_and_the_publishers_corrections_stay_apart() {
    let feeds = versions("apart", &[(KENYA, LATER), (FRANCE, WITHDRAWN)]);
    let (status, out, err) = diff(&feeds, &[]);
    let expected = "\
Changes in the world (1)
  Kenya: A register
    from “partly implemented” to “implemented”, since March 2025

Changes to the data (1)
  France: A register
    “implemented”, since May 2014: withdrawn on 25 November 2026. Reason: The decree was never in force.

";
    assert_eq!((status, out.as_str(), err.as_str()), (Some(0), expected, ""));
    let (_, out, _) = diff(&feeds, &["--lang", "fr"]);
    assert!(out.contains("Kenya\u{a0}: Un registre") && out.contains("Le décret"), "{out}");
}

#[test]
fn what_stays_is_not_told() {
    let (status, out, err) = diff(&versions("same", &[]), &[]);
    assert_eq!((status, out.as_str(), err.as_str()), (Some(0), "nothing has changed\n", ""));
}

#[test]
fn a_claim_that_is_gone_without_a_word_is_an_error() {
    let start = BASE.find("    {\"country\": \"KEN\", \"measure\"").expect("a claim");
    let end = BASE.find("\n  ],\n  \"reported\"").expect("the end of the claims");
    let claim = &BASE[start..end];
    let feeds = versions("gone", &[(&format!(",\n{claim}"), "")]);
    let (status, out, err) = diff(&feeds, &["--format", "json"]);
    assert_eq!(status, Some(1));
    assert_eq!(err, "policy-explorer: KEN register partial 2019 is gone without being withdrawn\n");
    let json: Value = serde_json::from_str(&out).expect("JSON");
    let gone = &json["corrections"][0];
    assert_eq!((&gone["what"], &gone["explained"]), (&Value::from("removed"), &Value::from(false)));
}

#[test]
fn members_that_join_and_leave_are_told() {
    let joined = (
        r#""joined": "1968"}"#,
        r#""joined": "1968"}, {"country": "UGA", "joined": "2026"}, {"country": "TZA"}"#,
    );
    let left = (r#""joined": "1956"}"#, r#""joined": "1956", "left": "2026-12"}"#);
    let (status, out, err) = diff(&versions("members", &[joined, left]), &["--format", "json"]);
    assert_eq!((status, err.as_str()), (Some(0), ""));
    let json: Value = serde_json::from_str(&out).expect("JSON");
    let told =
        |entry: &Value| format!("{} {} {}", entry["what"], entry["country"], entry["said"]["en"]["text"]);
    let told: Vec<_> = json["world"].as_array().expect("a list").iter().map(told).collect();
    assert_eq!(
        told,
        [
            r#""joined" "UGA" "party since 2026""#,
            r#""joined" "TZA" "party by 20 November 2026""#,
            r#""left" "FRA" "not a party""#
        ]
    );
}

#[test]
fn json_has_every_language_of_the_feed_and_ids_that_stay() {
    let once = versions("once", &[(KENYA, LATER)]);
    let twice = versions("twice", &[(KENYA, LATER), (FRANCE, WITHDRAWN)]);
    let id = |feeds| {
        let (_, out, _) = diff(feeds, &["--format", "json"]);
        let json: Value = serde_json::from_str(&out).expect("JSON");
        let entry = json["world"][0].clone();
        let languages: BTreeSet<_> = entry["said"].as_object().expect("an object").keys().cloned().collect();
        assert_eq!(languages, BTreeSet::from(["en".to_owned(), "fr".to_owned()]));
        entry["id"].as_str().expect("an id").to_owned()
    };
    let first = id(&once);
    assert_eq!(first, id(&twice));
    assert!(first.starts_with("urn:uuid:") && first.len() == 45, "{first}");
}

#[test]
fn feed_readers_read_the_changes() {
    let feeds = versions("readers", &[(KENYA, LATER), (FRANCE, WITHDRAWN)]);
    for (format, kind) in [("atom", FeedType::Atom), ("jsonfeed", FeedType::JSON)] {
        let (status, out, err) = diff(&feeds, &["--format", format, "--lang", "fr"]);
        assert_eq!((status, err.as_str()), (Some(0), ""));
        let feed = feed_rs::parser::parse(out.as_bytes()).unwrap_or_else(|error| panic!("{format}: {error}"));
        assert_eq!((feed.feed_type, feed.language.as_deref()), (kind, Some("fr")));
        assert_eq!(feed.title.expect("a title").content, "Un exemple");
        assert_eq!(feed.authors[0].name.as_deref(), Some("Example Institute"));
        assert_eq!(feed.entries.len(), 2);
        let ids: BTreeSet<_> = feed.entries.iter().map(|entry| entry.id.as_str()).collect();
        assert_eq!(ids.len(), 2);
        for entry in &feed.entries {
            assert!(entry.title.as_ref().is_some_and(|title| title.content.contains("Un registre")));
            let time = entry.updated.or(entry.published).expect("a time");
            assert_eq!(time.to_rfc3339(), "2026-11-20T08:00:00+00:00");
        }
    }
}

#[test]
fn invented_data_says_so() {
    let demo = "../data/demo/feed.json";
    let text = std::fs::read_to_string(demo).expect("it is there");
    let older = Feed::new("demo-old", &text.replacen("\"status\":\"planned\"", "\"status\":\"partial\"", 1));
    for format in ["text", "atom", "jsonfeed"] {
        let (_, out, _) = told(&["diff", older.path(), demo, "--format", format]);
        assert!(out.contains("Demonstration: all data shown here is invented"), "{format}: {out}");
    }
    let (_, out, _) = told(&["diff", older.path(), demo, "--format", "json"]);
    assert!(out.contains("\"demo\": true"), "{out}");
}
