//! What `export` writes as CSV comes back by `import`: each claim with its dates, and its sources with their titles.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

const REAL: &str = "../data/hanoi-2011/feed.json";

fn run(arguments: &[&str], folder: &Path) {
    let output =
        Command::new(env!("CARGO_BIN_EXE_policy-explorer")).args(arguments).current_dir(folder).output();
    let output = output.expect("it runs");
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
}

fn read(path: &Path) -> Value {
    serde_json::from_slice(&fs::read(path).expect("it is there")).expect("it is JSON")
}

/// The text, if there is one; the first, where there are several languages.
fn text(value: &Value) -> &str {
    value.as_str().or_else(|| value.as_object()?.values().next()?.as_str()).unwrap_or_default()
}

/// What is held of each claim, in an order of its own.
fn claims(feed: &Value) -> Vec<String> {
    let claim = |record: &Value| {
        let sources = record["evidence"].as_array().into_iter().flatten();
        let sources: Vec<_> = sources.map(|source| (text(&source["url"]), text(&source["title"]))).collect();
        let own =
            ["country", "measure", "status", "date", "recorded", "withdrawn"].map(|name| text(&record[name]));
        // `since` may be left out.
        let dating = record["dating"].as_str().unwrap_or("since");
        format!("{own:?} {dating} {sources:?}")
    };
    let mut claims: Vec<_> = feed["records"].as_array().expect("a list").iter().map(claim).collect();
    claims.sort();
    claims
}

#[test]
fn claims_come_back_from_csv_as_they_went() {
    let folder = std::env::temp_dir().join(format!("policy-explorer-round-trip-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("the folder takes it");
    let feed = read(Path::new(REAL));
    let mut base = feed.clone();
    base["records"] = json!([]);
    fs::write(folder.join("feed.json"), feed.to_string()).expect("the folder takes it");
    fs::write(folder.join("base.json"), base.to_string()).expect("the folder takes it");
    for separator in ["comma", "semicolon", "tab"] {
        run(&["export", "feed.json", "--separator", separator, "-o", "claims.csv"], &folder);
        run(&["import", "claims.csv", "--base", "base.json", "-o", "again.json"], &folder);
        assert_eq!(claims(&read(&folder.join("again.json"))), claims(&feed), "{separator}");
    }
    fs::remove_dir_all(folder).expect("it is there");
}
