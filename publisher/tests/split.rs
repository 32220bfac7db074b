//! `split`: the feed and the files of its countries say together what the feed said, and a failure leaves what was there.

use policy_explorer::country::Code;
use policy_explorer::feed::details::detailed;
use policy_explorer::feed::{Feed, read};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const REAL: &str = "../data/hanoi-2011/feed.json";

/// The exit status, and what was printed on standard error; nothing is printed on standard output.
fn split(arguments: &[&str]) -> (Option<i32>, String) {
    let program = env!("CARGO_BIN_EXE_policy-explorer");
    let output = Command::new(program).arg("split").args(arguments).output().expect("the program runs");
    assert!(output.stdout.is_empty(), "{arguments:?}");
    (output.status.code(), String::from_utf8(output.stderr).expect("text"))
}

/// A folder of this test's own, empty.
fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("policy-explorer-split-{name}-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("the folder takes it");
    folder
}

fn text(path: &Path) -> &str {
    path.to_str().expect("a plain path")
}

fn document(path: &Path) -> Value {
    serde_json::from_slice(&fs::read(path).expect("it is there")).expect("it is JSON")
}

fn feed(path: &Path) -> Feed {
    let checked = read(&document(path)).expect("it is a feed");
    assert_eq!(checked.findings, []);
    checked.value
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("the folder is there");
    let mut names: Vec<_> = entries
        .map(|entry| entry.expect("an entry").file_name().into_string().expect("a plain name"))
        .collect();
    names.sort();
    names
}

#[test]
fn nothing_of_the_feed_is_lost() {
    let folder = folder("whole");
    assert_eq!(split(&[REAL, "-o", text(&folder)]).0, Some(0));
    assert_eq!(names(&folder), ["countries", "feed.json"]);
    let (whole, overview) = (feed(Path::new(REAL)), feed(&folder.join("feed.json")));
    assert_eq!(whole.records().len(), overview.records().len());
    for (full, bare) in whole.records().iter().zip(overview.records()) {
        let code = whole[full.member].code;
        let details = feed(&folder.join("countries").join(format!("{code}.json")));
        let found = detailed(&details, (&overview, bare)).expect("it has the claim");
        assert!(bare.evidence.is_empty() && bare.note.is_none() && bare.correction.is_none());
        assert_eq!(bare.sources(), full.evidence.len());
        assert_eq!(
            (&found.evidence, &found.note, &found.responses, &found.correction),
            (&full.evidence, &full.note, &full.responses, &full.correction)
        );
    }
    let sizes =
        [Path::new(REAL), &folder.join("feed.json")].map(|path| fs::metadata(path).expect("a file").len());
    assert!(sizes[1] < sizes[0], "{sizes:?} bytes");
    fs::remove_dir_all(folder).expect("it is there");
}

#[test]
fn a_second_split_replaces_the_first() {
    let folder = folder("again");
    assert_eq!(split(&[REAL, "--output", text(&folder)]).0, Some(0));
    let countries = folder.join("countries");
    fs::write(countries.join("README.json"), "mine").expect("the folder takes it");
    let gone = Code::parse("FRA").expect("a code");
    let mut fewer = document(Path::new(REAL));
    fewer["records"]
        .as_array_mut()
        .expect("a list")
        .retain(|record| record["country"] != json!(gone.as_str()));
    let file = folder.join("original.json");
    fs::write(&file, fewer.to_string()).expect("the folder takes it");
    assert_eq!(split(&[text(&file), "-o", text(&folder)]).0, Some(0));
    let left = names(&countries);
    assert!(!left.contains(&"FRA.json".to_owned()) && left.contains(&"README.json".to_owned()), "{left:?}");
    assert_eq!(names(&folder), ["countries", "feed.json", "original.json"], "nothing else is left");
    fs::remove_dir_all(folder).expect("it is there");
}

#[test]
fn what_cannot_be_split_is_said_and_changes_nothing() {
    let folder = folder("refused");
    let own = folder.join("feed.json");
    fs::copy(REAL, &own).expect("the folder takes it");
    let before = fs::read(&own).expect("it is there");
    for (arguments, named) in [
        (&[text(&own), "-o", text(&folder)][..], "overwritten"),
        (&[REAL], "Usage"),
        (&["-o", text(&folder)], "Usage"),
        (&[REAL, REAL, "-o", "x"], "unexpected"),
        (&["no/such/feed.json", "-o", text(&folder)], "no/such/feed.json"),
        (&[REAL, "-o", text(&own)], "feed.json"),
    ] {
        let (status, err) = split(arguments);
        assert_eq!(status, Some(2), "{arguments:?}: {err}");
        assert!(err.contains(named), "{arguments:?}: {err}");
    }
    assert_eq!(fs::read(&own).expect("it is there"), before);
    assert_eq!(names(&folder), ["feed.json"]);
    let public = folder.join("public");
    assert_eq!(split(&[text(&own), "-o", text(&public)]).0, Some(0));
    let (status, err) = split(&[text(&public.join("feed.json")), "-o", text(&folder.join("again"))]);
    assert!(status == Some(2) && err.contains("split already"), "{err}");
    fs::remove_dir_all(folder).expect("it is there");
}

#[test]
fn a_faulty_feed_is_split_and_said_to_be_faulty() {
    let folder = folder("faulty");
    let mut faulty = document(Path::new(REAL));
    faulty["records"][0]["country"] = json!("Frankreich");
    let file = folder.join("faulty.json");
    fs::write(&file, faulty.to_string()).expect("the folder takes it");
    let public = folder.join("public");
    let (status, err) = split(&[text(&file), "-o", text(&public)]);
    assert!(status == Some(1) && err.contains("problems"), "{err}");
    let stays = &document(&public.join("feed.json"))["records"][0];
    assert_eq!(*stays, faulty["records"][0], "nobody could find what is wrong with it otherwise");
    fs::remove_dir_all(folder).expect("it is there");
}
