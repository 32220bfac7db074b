//! The invented feed: nobody can take it for a real one, and it has every part of the format.

use std::collections::BTreeSet;
use std::fs;

use serde_json::Value;

const DATA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/data");

fn raw(path: &str) -> String {
    fs::read_to_string(format!("{DATA}/{path}")).expect("the feed is there")
}

fn read(path: &str) -> Value {
    serde_json::from_str(&raw(path)).expect("it is JSON")
}

fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value[key].as_array().map_or(&[], Vec::as_slice)
}

/// Every string of a document with the key that it stands under.
fn strings<'a>(value: &'a Value, key: &'a str, found: &mut Vec<(&'a str, &'a str)>) {
    match value {
        Value::String(text) => found.push((key, text)),
        Value::Array(items) => items.iter().for_each(|item| strings(item, key, found)),
        Value::Object(fields) => fields.iter().for_each(|(key, value)| strings(value, key, found)),
        _ => {}
    }
}

#[test]
fn it_says_in_every_language_that_it_is_invented() {
    let feed = read("demo/feed.json");
    assert_eq!(feed["demo"], Value::Bool(true));
    let mut titles = vec![&feed["title"], &feed["policy"]["title"], &feed["policy"]["summary"]];
    titles.extend(list(&feed, "measures").iter().map(|measure| &measure["title"]));
    titles.extend(list(&feed, "groups").iter().map(|group| &group["label"]));
    for title in titles {
        for (language, word) in [("en", "invented"), ("fr", "invent"), ("es", "inventad"), ("ar", "مختلَق")]
        {
            let text = title[language].as_str().expect("in four languages").to_lowercase();
            assert!(text.contains(word), "{language}: {text}");
        }
    }
}

#[test]
fn every_source_is_plainly_invented() {
    let feed = read("demo/feed.json");
    let mut found = Vec::new();
    strings(&feed, "", &mut found);
    let license = feed["license"]["url"].as_str().expect("the licence has an address");
    for (_, text) in found.iter().filter(|(_, text)| text.contains("://") && *text != license) {
        assert!(text.starts_with("https://example.org/invented/"), "{text}");
    }
    let owners = list(&feed, "records").iter().chain(list(&feed, "groups")).chain(list(&feed, "reported"));
    for source in owners.flat_map(|owner| list(owner, "evidence")) {
        let title = source["title"].as_str().expect("a title");
        assert!(title.starts_with("Invented source "), "{title}");
    }
}

#[test]
fn no_source_of_the_real_feed_is_in_it() {
    let demo = raw("demo/feed.json");
    for record in list(&read("hanoi-2011/feed.json"), "records") {
        for source in list(record, "evidence") {
            for key in ["url", "title"] {
                let text = source[key].as_str().expect("an address and a title");
                assert!(!demo.contains(text), "{text}");
            }
        }
    }
}

#[test]
fn the_members_are_the_real_ones() {
    let countries = |path: &str| -> Vec<Value> {
        list(&read(path), "members").iter().map(|member| member["country"].clone()).collect()
    };
    assert_eq!(countries("demo/feed.json"), countries("hanoi-2011/feed.json"));
}

#[test]
fn it_has_every_part_of_the_format_and_stays_small() {
    let text = raw("demo/feed.json");
    assert!(text.len() <= 350_000, "{} bytes", text.len());
    let feed = read("demo/feed.json");
    let keys: BTreeSet<&str> = list(&feed, "records")
        .iter()
        .flat_map(|record| record.as_object().expect("an object").keys())
        .map(|key| &**key)
        .collect();
    for key in ["dating", "recorded", "withdrawn", "correction", "note", "responses"] {
        assert!(keys.contains(key), "{key}");
    }
    let dates: Vec<&str> =
        list(&feed, "records").iter().map(|record| record["date"].as_str().expect("a date")).collect();
    for length in [4, 7, 10] {
        assert!(dates.iter().any(|date| date.len() == length), "dates of {length} characters");
    }
    assert!(dates.iter().any(|date| *date < "2002") && dates.iter().any(|date| *date > "2026-11-24"));
    for status in list(&feed, "scale") {
        let is_used = list(&feed, "records").iter().any(|record| record["status"] == status["id"]);
        assert!(is_used, "{}", status["id"]);
    }
    assert_eq!(list(&feed, "scale").iter().filter(|status| status.get("rank").is_none()).count(), 1);
    assert_eq!(list(&feed, "members").iter().filter(|member| member.get("left").is_some()).count(), 2);
}
