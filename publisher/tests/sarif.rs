//! The report as SARIF: valid by the standard's schema, with what the report as JSON has.

#[path = "../src/check/rules/example.rs"]
mod example;
mod told;

use example::BASE;
use serde_json::Value;
use std::fs;
use told::{Feed, told};

/// What `check` prints of a feed.
fn check(format: &str, feed: &Feed) -> Value {
    let (_, out, err) = told(&["check", "--today", "2026-11-29", "--format", format, feed.path()]);
    serde_json::from_str(&out).unwrap_or_else(|_| panic!("{out} {err}"))
}

fn errors(log: &Value) -> Vec<String> {
    // A stray bracket in the standard's own schema is no pattern to strict readers.
    let schema = fs::read_to_string("tests/sarif-2.1.0.json").expect("it is there").replace("{2}]?$", "{2}$");
    let schema: Value = serde_json::from_str(&schema).expect("JSON");
    let validator = jsonschema::draft7::new(&schema).expect("a schema");
    validator.iter_errors(log).map(|error| error.to_string()).collect()
}

/// Code, severity and place of a result, and the code that its index leads to.
fn told_in_sarif(log: &Value, result: &Value) -> String {
    let region = &result["locations"][0]["physicalLocation"]["region"];
    let index = result["ruleIndex"].as_u64().and_then(|index| usize::try_from(index).ok()).expect("a number");
    let rule = &log["runs"][0]["tool"]["driver"]["rules"][index]["id"];
    assert_eq!(result["ruleId"], *rule);
    format!("{rule} {} {}:{}", result["level"], region["startLine"], region["startColumn"])
}

fn told_in_json(found: &Value) -> String {
    format!("{} {} {}:{}", found["code"], found["severity"], found["line"], found["column"])
}

#[test]
fn sarif_is_valid_and_says_the_same() {
    let faulty = BASE
        .replacen(r#""country": "FRA", "measure""#, r#""country": "France", "measure""#, 1)
        .replacen(r#""clause": 3"#, r#""colour": 3"#, 1);
    for document in [
        faulty.as_bytes(),
        BASE.as_bytes(),
        b"",
        b"{\n\"id\" 3}",
        b"{\"title\": \"Tom\xe9\"}",
        b"\x1f\x8b\x08\0",
        b"[]",
        b"{\"version\": \"2.0\"}",
    ] {
        let feed = Feed::of_bytes("sarif", document);
        let log = check("sarif", &feed);
        assert_eq!(errors(&log), [""; 0]);
        let results = log["runs"][0]["results"].as_array().expect("a list").iter();
        let results: Vec<_> = results.map(|result| told_in_sarif(&log, result)).collect();
        let list = check("json", &feed);
        let findings: Vec<_> = list.as_array().expect("a list").iter().map(told_in_json).collect();
        assert_eq!(results, findings);
        assert_eq!(findings.is_empty(), document == BASE.as_bytes(), "{findings:?}");
    }
}

#[test]
fn what_is_marked_has_an_end_and_what_can_be_mended_a_fix() {
    let text = BASE.replacen(r#""country": "FRA", "measure""#, r#""country": "France", "measure""#, 1);
    let log = check("sarif", &Feed::new("sarif-fix", &text));
    let result = &log["runs"][0]["results"][0];
    assert_eq!(result["locations"][0]["physicalLocation"]["region"]["endColumn"], 25);
    assert!(result["fixes"][0].is_object(), "{result}");
}
