//! Each file of tests/tables/given.json comes out as it says, also with the answers that it gives. How the cases compare
//! stands there under `how`.

use crate::run::{BASE, Ran, TABLES, TOML, import, list, pairs};
use serde_json::{Value, json};
use std::path::Path;

/// A claim as it is compared with one that is expected; what that does not name does not count.
fn told(claim: &Value, expected: &Value) -> Value {
    let addresses = |source: &Value| if source.is_string() { source.clone() } else { source["url"].clone() };
    let evidence: Vec<Value> = list(claim, "evidence").iter().map(addresses).collect();
    let mut told = json!({"evidence": evidence});
    for field in ["country", "measure", "status", "date"] {
        told[field] = claim[field].clone();
    }
    for field in ["dating", "recorded", "withdrawn"] {
        if !expected[field].is_null() {
            let default = if field == "dating" { json!("since") } else { Value::Null };
            told[field] = if claim[field].is_null() { default } else { claim[field].clone() };
        }
    }
    told
}

/// How a run deviates from what is expected.
fn deviations(ran: &Ran, expected: &Value) -> Vec<String> {
    let mut found = Vec::new();
    let status = match expected["expect"].as_str() {
        Some("feed") => 0,
        Some("refused") => 2,
        _ => 1,
    };
    if ran.status != Some(status) || ran.report["outcome"] != expected["expect"] {
        found.push(format!(
            "exit {:?}, outcome {}, instead of {}",
            ran.status, ran.report["outcome"], expected["expect"]
        ));
    }
    if ran.report["refused"]["code"] != expected["refused"]["code"] {
        found.push(format!("refused: {}", ran.report["refused"]));
    }
    for kind in ["questions", "findings"] {
        let (said, wanted) = (pairs(&ran.report, kind), pairs(expected, kind));
        if said != wanted {
            let missing: Vec<_> = wanted.difference(&said).collect();
            let added: Vec<_> = said.difference(&wanted).collect();
            found.push(format!("{kind}: missing {missing:?}, added {added:?}"));
        }
    }
    let (said, wanted) = (pairs(&ran.report, "notices"), pairs(expected, "notices"));
    let missing: Vec<_> = wanted.difference(&said).collect();
    if !missing.is_empty() {
        found.push(format!("notices: missing {missing:?} of {said:?}"));
    }
    if status == 0 {
        found.extend(claims(ran, expected));
    } else if ran.feed.is_some() {
        found.push("a feed is written".to_owned());
    }
    found
}

/// How the claims deviate: as multisets.
fn claims(ran: &Ran, expected: &Value) -> Vec<String> {
    let Some(feed) = &ran.feed else { return vec!["no feed".to_owned()] };
    let mut made: Vec<&Value> = list(feed, "records").iter().collect();
    let mut found = Vec::new();
    for wanted in list(expected, "claims") {
        match made.iter().position(|claim| told(claim, wanted) == told(wanted, wanted)) {
            Some(index) => drop(made.remove(index)),
            None => found.push(format!("no claim {}", told(wanted, wanted))),
        }
    }
    found.extend(made.iter().map(|claim| format!("made up: {claim}")));
    found
}

#[test]
fn each_table_comes_out_as_it_should() {
    let cases: Value = serde_json::from_str(
        &std::fs::read_to_string(format!("{TABLES}/given.json")).expect("the file is there"),
    )
    .unwrap();
    let mut found = Vec::new();
    let mut ways = 0;
    for case in list(&cases, "cases") {
        let file = Path::new(TABLES).join(case["file"].as_str().unwrap());
        for expected in [case].into_iter().chain(list(case, "then")) {
            let options: Vec<&str> = list(expected, "options").iter().filter_map(Value::as_str).collect();
            // Both say the same: one of them is enough for the answers.
            let publications: &[_] = if options.is_empty() { &[TOML, BASE] } else { &[TOML] };
            for &publication in publications {
                let ran = import(&[&file], &options, publication);
                let deviations = deviations(&ran, expected);
                found.extend(
                    deviations.into_iter().map(|one| format!("{} {options:?}: {one}", file.display())),
                );
            }
            ways += 1;
        }
    }
    found.dedup();
    assert!(found.is_empty(), "{} deviations:\n{}", found.len(), found.join("\n"));
    assert!(ways > 50, "{ways} ways: the cases are not read rightly");
}
