//! What `export` writes comes back by `import` as the same feed, value by value, from each form and language.

use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const FEEDS: [&str; 2] = ["../data/hanoi-2011/feed.json", "../data/demo/feed.json"];

/// A folder of a test’s own, with a feed in it.
struct Desk(PathBuf);

impl Desk {
    fn new(name: &str, feed: &Value) -> Self {
        let folder = std::env::temp_dir().join(format!("policy-explorer-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("the folder takes it");
        fs::write(folder.join("feed.json"), feed.to_string()).expect("the folder takes it");
        Self(folder)
    }

    fn run(&self, arguments: &[&str]) {
        let program = env!("CARGO_BIN_EXE_policy-explorer");
        let output = Command::new(program).args(arguments).current_dir(&self.0).output().expect("it runs");
        let said = [output.stdout, output.stderr].map(|text| String::from_utf8_lossy(&text).into_owned());
        assert!(output.status.success(), "{arguments:?}: {}", said.concat());
    }

    /// Exports the feed with some options, and imports what that wrote.
    fn round(&self, exported: &[&str], imported: &[&str]) -> Value {
        self.run(&[&["export", "feed.json"], exported].concat());
        self.run(&[&["import"], imported, &["-o", "again.json"]].concat());
        read(&self.0.join("again.json"))
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).expect("it is there");
    }
}

fn read(path: &Path) -> Value {
    serde_json::from_slice(&fs::read(path).expect("it is there")).expect("it is JSON")
}

/// Where two documents differ, in words.
fn difference(one: &Value, other: &Value, at: &str) -> Option<String> {
    match (one, other) {
        (Value::Object(one), Value::Object(other)) => {
            let names = one.keys().chain(other.keys());
            names.into_iter().find_map(|name| {
                let field =
                    |from: &serde_json::Map<String, Value>| from.get(name).cloned().unwrap_or_default();
                difference(&field(one), &field(other), &format!("{at}/{name}"))
            })
        }
        (Value::Array(one), Value::Array(other)) if one.len() == other.len() => {
            let pairs = one.iter().zip(other).enumerate();
            pairs
                .into_iter()
                .find_map(|(index, (one, other))| difference(one, other, &format!("{at}/{index}")))
        }
        _ => (one != other).then(|| format!("{at}: {one} became {other}")),
    }
}

/// Checks that a feed comes back from every form.
fn comes_back(name: &str, feed: &Value) {
    let desk = Desk::new(name, feed);
    for (exported, imported) in [
        (&["--all", "tables"][..], &["tables"][..]),
        (&["--all", "tables-fr", "--separator", "semicolon", "--lang", "fr"], &["tables-fr"]),
        (&["--all", "tables-tab", "--separator", "tab"], &["tables-tab"]),
        (&["--format", "xlsx", "-o", "book.xlsx"], &["book.xlsx"]),
        (&["--format", "xlsx", "--lang", "ar", "-o", "book-ar.xlsx"], &["book-ar.xlsx"]),
        (&["--format", "json", "-o", "claims.json"], &["claims.json"]),
    ] {
        let again = desk.round(exported, imported);
        assert_eq!(difference(feed, &again, ""), None, "{name}: {exported:?}");
        assert_eq!(*feed, again, "{name}: {exported:?}");
    }
}

#[test]
fn the_feeds_come_back_from_every_form() {
    for path in FEEDS {
        comes_back("round-trip", &read(Path::new(path)));
    }
}

/// Texts that tables could spoil: formulas, quotes, line breaks, spaces of all kinds, signs of direction, languages.
#[test]
fn texts_come_back_as_they_were() {
    let mut feed = read(Path::new(FEEDS[1]));
    let odd = [
        "=1+1",
        "'=1+1",
        "''-x",
        "a;'+b",
        "a;=b\t@c",
        "one\ntwo; \"three\"",
        "« trois\u{a0}» ; 12\u{202f}%",
        "\u{200f}نص\u{200e} ok",
        "soft\u{ad}hyphen",
        "NA",
        "TRUE",
        "2014",
        "#REF! is no error here",
        "a | b",
        "https://example.org/a, and more",
    ];
    let records = feed["records"].as_array_mut().expect("a list");
    for (record, text) in records.iter_mut().zip(odd) {
        record["note"] = json!(text);
        record["withdrawn"] = json!("2026-11-25");
        record["correction"] = json!({"en": text, "pt-BR": text, "zh-Hant": "更正"});
        record["evidence"] = json!([
            {"url": "https://example.org/1", "title": text, "quote": text},
            {"url": "https://example.org/2", "title": {"fr": text, "en": "A title"}, "publisher": text},
        ]);
        record["responses"] = json!([{"by": text, "text": {"es": text}}, {"by": {"en": "A"}, "text": text}]);
    }
    comes_back("odd-texts", &feed);
}

/// Another program’s own reader, where this machine has it, turns Parquet into the tables that come back.
#[test]
fn parquet_comes_back_by_way_of_duckdb() {
    let has = Command::new("python3").args(["-c", "import duckdb"]).output();
    if !has.is_ok_and(|output| output.status.success()) {
        println!("skipped: parquet_comes_back_by_way_of_duckdb: python3 has no module duckdb");
        return;
    }
    let feed = read(Path::new(FEEDS[1]));
    let desk = Desk::new("parquet", &feed);
    desk.run(&["export", "feed.json", "--format", "parquet", "--all", "tables"]);
    for table in ["claims", "sources", "responses"] {
        let query = format!("copy (from 'tables/{table}.parquet') to 'tables/{table}.csv' (header)");
        let script = format!("import duckdb; duckdb.execute({query:?})");
        let mut python = Command::new("python3");
        let output = python.args(["-c", &script]).current_dir(&desk.0).output().expect("it ran before");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
    desk.run(&["import", "tables", "-o", "again.json"]);
    assert_eq!(difference(&feed, &read(&desk.0.join("again.json")), ""), None);
}

/// One table of claims alone has no publication, and one source a line.
#[test]
fn addresses_and_titles_come_back_from_claims_alone() {
    let feed = read(Path::new(FEEDS[0]));
    let desk = Desk::new("claims-alone", &feed);
    let mut base = feed.clone();
    base["records"] = json!([]);
    fs::write(desk.0.join("base.json"), base.to_string()).expect("the folder takes it");
    for separator in ["comma", "semicolon", "tab"] {
        let exported = ["--separator", separator, "-o", "claims.csv"];
        let mut again = desk.round(&exported, &["claims.csv", "--base", "base.json"]);
        let mut expected = feed.clone();
        for source in sources(&mut expected).chain(sources(&mut again)) {
            source.retain(|field, _| ["url", "title"].contains(&field.as_str()));
        }
        assert_eq!(difference(&expected, &again, ""), None, "{separator}");
    }
}

fn sources(feed: &mut Value) -> impl Iterator<Item = &mut serde_json::Map<String, Value>> {
    let records = feed["records"].as_array_mut().into_iter().flatten();
    records
        .flat_map(|record| record["evidence"].as_array_mut().into_iter().flatten())
        .filter_map(Value::as_object_mut)
}
