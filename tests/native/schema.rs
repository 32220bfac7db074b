//! The schema that the project ships: it accepts the project's own feeds, and refuses what a reader
//! would have to skip or could not show.

use std::fs;

use jsonschema::Validator;
use serde_json::{Value, json};

fn read(path: &str) -> Value {
    let path = format!("{}/data/{path}", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&fs::read_to_string(path).expect("the file is there")).expect("it is JSON")
}

fn schema() -> Validator {
    let schema = read("feed.schema.json");
    jsonschema::draft202012::meta::validate(&schema).expect("a schema of draft 2020-12");
    jsonschema::draft202012::new(&schema).expect("all references are inside the schema")
}

/// A small feed with every part of the format.
fn whole() -> Value {
    json!({
        "version": "1.0", "id": "small", "title": {"en": "Small", "zh-Hant": "小"},
        "published": "2026-11-20T08:00:00Z",
        "publisher": {"name": "A", "url": "https://example.org/", "contact": "mailto:a@example.org"},
        "license": {"name": "CC BY 4.0", "url": "https://example.org/"},
        "demo": false,
        "policy": {"title": "P", "body": "B", "adopted": "2011", "dating": "by", "place": "H", "url": "https://example.org/",
                   "summary": "S", "milestones": [{"date": "2022-10", "title": "M", "url": "http://example.org"}]},
        "scale": [{"id": "done", "label": "done", "rank": 1}, {"id": "beside", "label": "beside"}],
        "regions": [{"id": "africa", "label": "Africa"}],
        "groups": [{"id": "g", "label": "G", "note": "N",
                    "members": [{"country": "FRA", "from": "1958-01-01", "to": "2000"}],
                    "evidence": [{"url": "https://example.org/", "title": "T"}]}],
        "measures": [{"id": "m", "clause": 1, "force": "urges", "title": "M", "summary": "S", "predicate": "do",
                      "criteria": {"done": "seen"}}],
        "members": [{"country": "FRA", "region": "africa", "joined": "1956", "left": "2030-01", "name": {"en": "F"}}],
        "records": [{"country": "FRA", "measure": "m", "status": "done", "date": "2014-05-12", "dating": "by",
                     "recorded": "2026-11-20", "withdrawn": "2027", "correction": "C", "note": "N",
                     "responses": [{"by": "B", "date": "2027", "text": "T", "url": "https://example.org/"}],
                     "evidence": [{"url": "https://example.org/", "title": "T", "publisher": "P", "date": "2010-03",
                                   "lang": "fr", "quote": "Q", "archived": "https://example.org/",
                                   "checked": "2026-11-20"}]}],
        "reported": [{"measure": "m", "date": "2024-11", "count": 71,
                      "evidence": [{"url": "https://example.org/", "title": "T"}]}],
        "details": "countries/{country}.json",
        "versions": "versions/{digest}.json",
        "pictures": "pictures/{measure}-{lang}.svg"
    })
}

/// The whole feed with one value put in at a JSON pointer; `null` takes the value there out.
fn with(pointer: &str, value: &Value) -> Value {
    let mut feed = whole();
    let (parent, key) = pointer.rsplit_once('/').expect("a pointer");
    let parent = feed.pointer_mut(parent).expect("the parent is there").as_object_mut().expect("an object");
    if value.is_null() {
        parent.remove(key).expect("there is something to take out");
    } else {
        parent.insert(key.to_owned(), value.clone());
    }
    feed
}

#[test]
fn the_projects_own_feeds_are_accepted() {
    let schema = schema();
    for path in ["hanoi-2011/feed.json", "demo/feed.json"] {
        let feed = read(path);
        let errors: Vec<String> =
            schema.iter_errors(&feed).map(|error| format!("{}: {error}", error.instance_path())).collect();
        assert!(errors.is_empty(), "{path}: {errors:#?}");
    }
}

#[test]
fn a_feed_with_every_part_is_accepted_and_so_is_what_it_may_go_without() {
    let schema = schema();
    assert!(schema.is_valid(&whole()));
    for (pointer, value) in [
        ("/version", json!("1.7")),
        ("/something-new", json!({"a": [1]})),
        ("/records/0/something-new", json!(true)),
        ("/demo", Value::Null),
        ("/regions", Value::Null),
        ("/groups", Value::Null),
        ("/reported", Value::Null),
        ("/publisher/contact", json!("https://example.org/contact")),
        ("/publisher/url", Value::Null),
        ("/policy/url", Value::Null),
        ("/measures/0/clause", json!("2(b)")),
        ("/members/0/region", Value::Null),
        ("/records/0/date", json!("2014")),
        ("/records/0/date", json!("2014-05")),
        ("/records/0/sources", json!(2)),
    ] {
        assert!(schema.is_valid(&with(pointer, &value)), "{pointer}: {value}");
    }
}

#[test]
fn only_invented_data_goes_without_sources() {
    let schema = schema();
    let mut feed = with("/details", &Value::Null);
    assert!(schema.is_valid(&feed));
    feed["records"][0]["evidence"] = json!([]);
    assert!(!schema.is_valid(&feed));
    feed["records"][0].as_object_mut().expect("an object").remove("evidence");
    assert!(!schema.is_valid(&feed));
    feed["demo"] = json!(true);
    assert!(schema.is_valid(&feed));
}

#[test]
fn claims_count_the_sources_that_are_in_the_details() {
    let schema = schema();
    let mut feed = with("/records/0/evidence", &Value::Null);
    assert!(!schema.is_valid(&feed), "no source at all");
    feed["records"][0]["sources"] = json!(2);
    assert!(schema.is_valid(&feed));
    feed["records"][0]["sources"] = json!(0);
    assert!(!schema.is_valid(&feed));
}

#[test]
fn faulty_documents_are_refused() {
    let schema = schema();
    assert!(!schema.is_valid(&json!([])));
    assert!(!schema.is_valid(&json!({})));
    for (pointer, value) in [
        ("/version", Value::Null),
        ("/version", json!(1.0)),
        ("/version", json!("2.0")),
        ("/published", json!("2026-11-20")),
        ("/published", json!("2026-13-20T08:00:00Z")),
        ("/title", json!("")),
        ("/title", json!({})),
        ("/title", json!({"English please": "Small"})),
        ("/title", json!({"en": 3})),
        ("/publisher", Value::Null),
        ("/publisher/name", Value::Null),
        ("/publisher/contact", json!("somebody")),
        ("/license", Value::Null),
        ("/license/url", json!("javascript:alert(1)")),
        ("/demo", json!("no")),
        ("/policy", Value::Null),
        ("/policy/adopted", json!("3 November 2011")),
        ("/policy/url", json!("www.example.org")),
        ("/scale", Value::Null),
        ("/scale", json!([])),
        ("/scale/0/id", json!("unknown")),
        ("/scale/0/id", json!("not-a-member")),
        ("/scale/0/id", json!("2-of-3")),
        ("/scale/0/id", json!("two words")),
        ("/scale/0/rank", json!("high")),
        ("/measures", json!([])),
        ("/measures/0/id", json!("overall")),
        ("/measures/0/title", Value::Null),
        ("/measures/0/criteria", json!(["seen"])),
        ("/members", Value::Null),
        ("/members", json!([])),
        ("/members/0/country", json!("FR")),
        ("/members/0/country", json!("fra")),
        ("/members/0/joined", json!(1956)),
        ("/members/0/left", json!("2030-1")),
        ("/groups/0/members/0/country", json!("France")),
        ("/records", Value::Null),
        ("/records/0/country", Value::Null),
        ("/records/0/measure", Value::Null),
        ("/records/0/status", Value::Null),
        ("/records/0/date", Value::Null),
        ("/records/0/date", json!("2014-13")),
        ("/records/0/date", json!("2014-05-32")),
        ("/records/0/date", json!("14 May 2014")),
        ("/records/0/dating", json!("around")),
        ("/policy/dating", json!("around")),
        ("/records/0/withdrawn", Value::Null),
        ("/records/0/evidence/0/url", json!("ftp://example.org/")),
        ("/records/0/evidence/0/url", json!("javascript:alert(1)")),
        ("/records/0/evidence/0/url", json!("https://")),
        ("/records/0/evidence/0/url", json!("https://example.org/a b")),
        ("/records/0/evidence/0/url", Value::Null),
        ("/records/0/evidence/0/title", Value::Null),
        ("/records/0/evidence/0/archived", json!("data:text/html,x")),
        ("/records/0/evidence/0/lang", json!("French language")),
        ("/records/0/responses/0/text", Value::Null),
        ("/reported/0/count", json!(-1)),
        ("/reported/0/count", json!("71")),
        ("/records/0/evidence/0/url", json!("https://good.example@bad.example/")),
        ("/records/0/evidence/0/url", json!("https://good.example\\@bad.example/")),
        ("/records/0/evidence/0/url", json!("https://example.org/\u{202e}gpj.exe")),
        ("/scale/0/label", json!("x".repeat(201))),
        ("/members/0/name", json!({"en": "x".repeat(201)})),
        ("/policy/summary", json!("x".repeat(20_001))),
        ("/records/0/date", json!(2014)),
        ("/scale", json!(vec![json!({"id": "x", "label": "X"}); 65])),
        ("/details", json!("countries.json")),
        ("/versions", json!("versions.json")),
    ] {
        assert!(!schema.is_valid(&with(pointer, &value)), "{pointer}: {value}");
    }
}
