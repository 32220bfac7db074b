//! What `check` prints, what it mends, and that it refuses what the schema refuses.

#[path = "../src/check/rules/example.rs"]
mod example;
mod told;

use example::BASE;
use serde_json::Value;
use std::fs;
use told::{Feed, told};

const TODAY: [&str; 2] = ["--today", "2026-11-29"];

fn check(options: &[&str], feed: &Feed) -> (Option<i32>, String, String) {
    told(&[&["check"], &TODAY[..], options, &[feed.path()]].concat())
}

/// The base feed with some texts put in the place of others.
fn faulty(faults: &[(&str, &str)]) -> String {
    faults.iter().fold(BASE.to_owned(), |text, (find, put)| {
        assert_eq!(text.matches(find).count(), 1, "{find}");
        text.replace(find, put)
    })
}

#[test]
fn a_problem_is_shown_in_its_line_with_what_is_meant() {
    let feed = Feed::new(
        "shown",
        &faulty(&[(r#""country": "FRA", "measure""#, r#""country": "France", "measure""#)]),
    );
    let (status, out, err) = check(&[], &feed);
    let expected = r#":32:17: error[record-country]: a record of a country that is not a member of this feed: "France"
   |
32 |     {"country": "France", "measure": "register", "status": "implemented", "date": "2…
   |                 ^^^^^^^^ France, register, implemented, 2014-05
   |
   = note: the record is skipped
   = help: France is FRA (name a country that is listed under members)
   = --fix: writes "FRA"
   = see: docs/findings/record-country.md

2 members, 1 record, 1 error
"#;
    assert_eq!((status, err.as_str()), (Some(1), ""));
    assert_eq!(out, format!("{}{expected}", feed.path()));
}

#[test]
fn a_long_line_is_cut_around_what_is_wrong() {
    let minified = serde_json::from_str::<Value>(BASE).expect("JSON").to_string();
    let feed = Feed::new("minified", &minified.replace("\"status\":\"partial\"", "\"status\":\"parital\""));
    let (_, out, _) = check(&[], &feed);
    let column = minified.find("\"partial\",\"date\"").expect("it is there");
    let column = minified[..column].chars().count() + 1;
    assert!(out.contains(&format!(":1:{column}: error[record-status]")), "{out}");
    assert!(out.lines().all(|line| line.chars().count() < 200), "{out}");
}

#[test]
fn notes_end_well_and_many_of_a_kind_are_summed_up() {
    let own =
        |name: &str| format!("\"clause\": 3, \"{name}a\": 1, \"{name}b\": 1, \"{name}c\": 1, \"{name}d\": 1");
    let feed = Feed::new("notes", &faulty(&[(r#""clause": 3"#, &own("publishers-own-"))]));
    let (status, out, _) = check(&[], &feed);
    assert_eq!((status, out.matches("note[field-unknown]").count()), (Some(0), 3), "{out}");
    assert!(out.contains("note: 1 more of field-unknown (--all lists them)"), "{out}");
    let (_, out, _) = check(&["--all"], &feed);
    assert_eq!(out.matches("note[field-unknown]").count(), 4, "{out}");
}

#[test]
fn what_has_one_right_form_is_mended_and_nothing_else_is_touched() {
    let again = r#""lang": "en"}, {"url": "https://example.org/act", "title": "Register Act", "lang": "en"}"#;
    let mendable = [
        (r#""FRA", "joined": "1956""#, r#""fra", "joined": 1956"#),
        (r#""country": "FRA", "measure""#, r#""country": "France", "measure""#),
        (r#""status": "partial""#, r#""status": "Partial""#),
        (r#""date": "2019""#, r#""date": "1 January 2019""#),
        (r#""lang": "fr""#, r#""lang": "french""#),
        (r#""lang": "en"}"#, again),
        (r#""rank": 1"#, r#""rank": "1""#),
        (r#""clause": 3"#, r#""Clause": 3"#),
    ];
    let open = (r#""adopted": "2011-11-03""#, r#""adopted": "03/11/2011""#);
    let feed = Feed::new("mended", &faulty(&[&mendable[..], &[open]].concat()));
    let (status, out, err) = check(&["--fix"], &feed);
    let mended = fs::read_to_string(feed.path()).expect("it is there");
    let expected = faulty(&[open, (r#""date": "2019""#, r#""date": "2019-01-01""#)]);
    assert_eq!(mended, expected, "{err}");
    assert!(err.contains("@@ line 34 @@\n-") && err.contains("9 changes in"), "{err}");
    assert_eq!(
        (status, out.matches("error[").count(), out.contains("error[date]")),
        (Some(1), 1, true),
        "{out}"
    );
    let (_, _, err) = check(&["--fix"], &feed);
    assert_eq!(err, "", "nothing is left to mend");
}

#[test]
fn standard_input_cannot_be_mended() {
    let (status, out, err) = told(&["check", "--fix", "-"]);
    assert_eq!((status, out.as_str()), (Some(2), ""), "{err}");
}

#[test]
fn a_problem_is_explained_by_its_code() {
    let (status, out, _) = told(&["check", "--explain", "record-country"]);
    let page = fs::read_to_string("../docs/findings/record-country.md").expect("it is there");
    assert_eq!((status, out), (Some(0), page));
    assert_eq!(told(&["check", "--explain", "nonsense"]).0, Some(2));
}

#[test]
fn the_projects_own_feeds_have_nothing_but_notes() {
    for name in ["hanoi-2011", "demo"] {
        let (status, out, err) = told(&["check", TODAY[0], TODAY[1], &format!("../data/{name}/feed.json")]);
        assert_eq!((status, err.as_str()), (Some(0), ""), "{out}");
    }
}

/// Values that a field may be spoilt with.
fn spoilt() -> Vec<Value> {
    let texts = ["", " ", "a b", "ü", "2014-13", "mailto:a", "https://", "since"];
    let texts = texts.into_iter().map(Value::from);
    let others = ["null", "0", "-1", "2.5", "true", "[]", "{}", "[1]", "{\"a\": 1}", "{\"en\": \"\"}"];
    texts.chain(others.map(|json| serde_json::from_str(json).expect("JSON"))).collect()
}

/// The pointers of all values in a document.
fn pointers(value: &Value, at: &str, all: &mut Vec<String>) {
    all.push(at.to_owned());
    if let Value::Object(fields) = value {
        fields.iter().for_each(|(name, value)| pointers(value, &format!("{at}/{name}"), all));
    }
    for (index, value) in value.as_array().into_iter().flatten().enumerate() {
        pointers(value, &format!("{at}/{index}"), all);
    }
}

#[test]
fn what_the_schema_refuses_check_refuses() {
    let schema: Value =
        serde_json::from_str(&fs::read_to_string("../data/feed.schema.json").expect("it is there"))
            .expect("JSON");
    let validator = jsonschema::draft202012::new(&schema).expect("a schema");
    let base: Value = serde_json::from_str(BASE).expect("JSON");
    let mut all = Vec::new();
    pointers(&base, "", &mut all);
    let (mut number, mut refused) = (0, 0);
    for pointer in &all[1..] {
        for value in spoilt() {
            let mut document = base.clone();
            *document.pointer_mut(pointer).expect("it is there") = value;
            number += 1;
            // Every fifth is enough: each field and each value has its turn.
            if number % 5 != 0 || validator.is_valid(&document) {
                continue;
            }
            refused += 1;
            let feed = Feed::new("spoilt", &document.to_string());
            let (status, out, err) = check(&["--format", "json"], &feed);
            assert!(matches!(status, Some(1 | 2)), "{pointer}: {document} {out} {err}");
        }
    }
    assert!(refused > 150, "{refused} of {number}");
}
