//! Runs the importer as a publisher does, and reads what it says.

use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};

/// The tables of the tests, and their publication.
pub const TABLES: &str = "tests/tables";

/// What the program said and wrote.
pub struct Ran {
    /// Its exit status.
    pub status: Option<i32>,
    /// Its report.
    pub report: Value,
    /// The feed that it wrote.
    pub feed: Option<Value>,
}

/// A file of this run's own.
pub fn scratch(end: &str) -> PathBuf {
    static NUMBER: AtomicUsize = AtomicUsize::new(0);
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    std::env::temp_dir().join(format!("policy-explorer-import-{}-{number}{end}", std::process::id()))
}

/// Imports tables into a publication.
pub fn import(tables: &[&Path], options: &[&str], publication: [&str; 2]) -> Ran {
    let path = format!("{TABLES}/publication/{}", publication[1]);
    import_into(tables, options, [publication[0], &path])
}

/// The same with a publication that is anywhere.
pub fn import_into(tables: &[&Path], options: &[&str], publication: [&str; 2]) -> Ran {
    let output = scratch(".json");
    let program = env!("CARGO_BIN_EXE_policy-explorer");
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

/// The publication as its publisher writes it,
pub const TOML: [&str; 2] = ["--publication", "publication.toml"];
/// and as a feed without records.
pub const BASE: [&str; 2] = ["--base", "base.json"];

/// The items of a list, if there is one.
pub fn list<'a>(value: &'a Value, name: &str) -> &'a [Value] {
    value[name].as_array().map(Vec::as_slice).unwrap_or_default()
}

/// A text, empty if it is none.
pub fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// Pairs of code and cell.
pub fn pairs(value: &Value, kind: &str) -> BTreeSet<(String, String)> {
    let pair = |said: &Value| {
        let code = text(&said["code"]);
        let at = list(said, "at");
        let at = if at.is_empty() { vec![String::new()] } else { at.iter().map(text).collect() };
        at.into_iter().map(move |at| (code.clone(), at)).collect::<Vec<_>>()
    };
    list(value, kind).iter().flat_map(pair).collect()
}
