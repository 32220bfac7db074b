//! Tables as people make them, through the command line: each file of tests/tables/given.json comes out as it says, also
//! with the answers that it gives. How the cases compare stands there under `how`.

use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};

const TABLES: &str = "tests/tables";

/// What the program said and wrote.
struct Ran {
    status: Option<i32>,
    report: Value,
    feed: Option<Value>,
}

/// A file of this run's own.
fn scratch(end: &str) -> PathBuf {
    static NUMBER: AtomicUsize = AtomicUsize::new(0);
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    std::env::temp_dir().join(format!("policy-explorer-import-{}-{number}{end}", std::process::id()))
}

fn import(tables: &[&Path], options: &[&str], publication: [&str; 2]) -> Ran {
    let output = scratch(".json");
    let program = env!("CARGO_BIN_EXE_policy-explorer");
    let publication = [publication[0].to_owned(), format!("{TABLES}/publication/{}", publication[1])];
    let ran = Command::new(program)
        .arg("import")
        .args(tables)
        .args(publication)
        .args(["--format", "json", "-o"])
        .arg(&output)
        .args(options)
        .output()
        .expect("the program runs");
    let feed = std::fs::read_to_string(&output)
        .ok()
        .map(|text| serde_json::from_str(&text).expect("the feed is JSON"));
    std::fs::remove_file(&output).ok();
    let said = String::from_utf8_lossy(&ran.stderr).into_owned();
    assert!(!said.contains("panicked"), "{tables:?}: {said}");
    Ran {
        status: ran.status.code(),
        report: serde_json::from_slice(&ran.stdout).unwrap_or(json!({"outcome": said})),
        feed,
    }
}

const TOML: [&str; 2] = ["--publication", "publication.toml"];
const BASE: [&str; 2] = ["--base", "base.json"];

fn list<'a>(value: &'a Value, name: &str) -> &'a [Value] {
    value[name].as_array().map(Vec::as_slice).unwrap_or_default()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// Pairs of code and cell.
fn pairs(value: &Value, kind: &str) -> BTreeSet<(String, String)> {
    let pair = |said: &Value| {
        let code = text(&said["code"]);
        let at = list(said, "at");
        let at = if at.is_empty() { vec![String::new()] } else { at.iter().map(text).collect() };
        at.into_iter().map(move |at| (code.clone(), at)).collect::<Vec<_>>()
    };
    list(value, kind).iter().flat_map(pair).collect()
}

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
    let cases: Value =
        serde_json::from_str(&std::fs::read_to_string(format!("{TABLES}/given.json")).unwrap()).unwrap();
    let mut found = Vec::new();
    let mut ways = 0;
    for case in list(&cases, "cases") {
        let file = Path::new(TABLES).join(case["file"].as_str().unwrap());
        for expected in [case].into_iter().chain(list(case, "then")) {
            let options: Vec<&str> = list(expected, "options").iter().filter_map(Value::as_str).collect();
            for publication in [TOML, BASE] {
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
