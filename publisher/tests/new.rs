//! `new FOLDER`: what it makes works at once, and does not pass for real data.
#![cfg(unix)]

use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn new(folder: &Path) -> Output {
    let program = env!("CARGO_BIN_EXE_policy-explorer");
    Command::new(program).arg("new").arg(folder).output().expect("it runs")
}

/// A folder of this test’s own that is gone when it is dropped.
struct Folder(PathBuf);

impl Folder {
    fn made(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("policy-explorer-{name}-{}", std::process::id()));
        let output = new(&folder);
        assert!(output.status.success() && output.stdout.is_empty(), "{output:?}");
        Self(folder)
    }

    fn check(&self) -> Output {
        let program = Path::new(env!("CARGO_BIN_EXE_policy-explorer")).parent().expect("it is in a folder");
        let path = format!("{}:{}", program.display(), std::env::var("PATH").unwrap_or_default());
        Command::new(self.0.join("check.sh")).env("PATH", path).output().expect("it may be run")
    }

    fn replace(&self, file: &str, from: &str, to: &str) {
        let path = self.0.join(file);
        let text = fs::read_to_string(&path).expect("it is there");
        assert!(text.contains(from), "{text}");
        fs::write(path, text.replace(from, to)).expect("the folder takes it");
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).expect("it is there");
    }
}

#[test]
fn it_works_the_minute_it_is_made() {
    let folder = Folder::made("new");
    let output = folder.check();
    assert!(output.status.success(), "{output:?}");
    let text = fs::read(folder.0.join("feed.json")).expect("the feed");
    let feed: Value = serde_json::from_slice(&text).expect("JSON");
    assert_eq!((&feed["demo"], &feed["records"][0]["country"]), (&Value::from(true), &Value::from("KEN")));
    let out = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(out.contains("3 members, 1 record") && !out.contains("notice"), "{out}");
}

#[test]
fn its_check_finds_what_is_wrong() {
    let folder = Folder::made("new-wrong");
    folder.replace("tables/claims.csv", ",implemented,", ",Yes,");
    let output = folder.check();
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stdout).contains("status-word"), "{output:?}");
}

#[test]
fn nothing_is_overwritten() {
    let folder = Folder::made("new-twice");
    let output = new(&folder.0);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("is not empty"), "{output:?}");
}
