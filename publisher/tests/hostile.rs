//! Whatever the input and wherever the output goes, each command ends with a report and exit 1 or 2.
#![cfg(unix)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

const REAL: &str = "../data/hanoi-2011/feed.json";
const BASE: &str = "tests/tables/publication/base.json";

/// A file of a test’s own that is gone when it is dropped.
struct Given(PathBuf);

impl Given {
    fn new(name: &str, bytes: &[u8]) -> Self {
        let path =
            std::env::temp_dir().join(format!("policy-explorer-hostile-{}-{name}", std::process::id()));
        fs::write(&path, bytes).expect("the folder takes it");
        Self(path)
    }

    fn path(&self) -> &str {
        self.0.to_str().expect("a plain path")
    }
}

impl Drop for Given {
    fn drop(&mut self) {
        fs::remove_file(&self.0).expect("it is there");
    }
}

fn run(arguments: &[&str], out: Stdio) -> Output {
    // As much address space is enough for whatever is within the limits.
    let limited = "ulimit -v 1200000; exec \"$0\" \"$@\"";
    let program = env!("CARGO_BIN_EXE_policy-explorer");
    let mut command = Command::new("sh");
    command.args(["-c", limited, program]).args(arguments).stdout(out);
    command.stderr(Stdio::piped()).spawn().expect("there is a shell").wait_with_output().expect("it ends")
}

/// Checks that it ends with a reason and without a panic.
fn ends(arguments: &[&str], out: Stdio) {
    let Output { status, stdout, stderr } = run(arguments, out);
    let said = [stdout, stderr].map(|text| String::from_utf8_lossy(&text).into_owned()).concat();
    assert!(matches!(status.code(), Some(1 | 2)), "{arguments:?}: {status:?} {said}");
    assert!(!said.contains("panicked") && !said.is_empty(), "{arguments:?}: {said}");
}

/// Documents that are no feeds.
fn strange() -> Vec<(&'static str, Vec<u8>)> {
    vec![
        ("empty", Vec::new()),
        ("deep-list", b"[".repeat(1_000_000)),
        ("deep-object", b"{\"a\":".repeat(500_000)),
        ("closed-deep", [b"[".repeat(100_000), b"]".repeat(100_000)].concat()),
        ("many-values", [&b"["[..], &b"1,".repeat(3_000_000), b"1]"].concat()),
        ("number", b"1e999999".to_vec()),
        ("cut-off", b"{\"members\": [{\"country\": \"FR".to_vec()),
        ("half-a-letter", b"{\"title\": \"\xc3".to_vec()),
        ("lone-surrogate", b"{\"title\": \"\\ud800\"}".to_vec()),
        ("utf-16-odd", b"\xff\xfe{\0}".to_vec()),
        ("zeros", vec![0; 100_000]),
        ("gzip", b"\x1f\x8b\x08\0\0\0\0\0".to_vec()),
        ("wrong-types", b"{\"members\": 1, \"scale\": {}, \"measures\": \"\"}".to_vec()),
    ]
}

#[test]
fn no_document_breaks_a_command() {
    for (name, bytes) in strange() {
        let file = Given::new(name, &bytes);
        let path = file.path();
        for arguments in [
            &["check", path][..],
            &["check", "--format", "json", path],
            &["export", path],
            &["diff", path, REAL],
            &["diff", REAL, path],
            &["render", path],
            &["split", path, "-o", "no/such/folder"],
            &["import", path, "--base", BASE],
            &["import", BASE, "--base", path],
            &["import", BASE, "--publication", path],
        ] {
            ends(arguments, Stdio::piped());
        }
    }
}

#[test]
fn a_full_disk_is_told() {
    let full = || Stdio::from(fs::OpenOptions::new().write(true).open("/dev/full").expect("it is there"));
    let table = "tests/tables/given/01-plain.csv";
    for arguments in [
        &["check", REAL][..],
        &["export", REAL],
        &["diff", REAL, REAL, "--format", "atom"],
        &["render", REAL],
        &["import", table, "--base", BASE],
        &["completions", "bash"],
        &["man"],
    ] {
        ends(arguments, full());
    }
    for arguments in [&["export", REAL][..], &["render", REAL], &["import", table, "--base", BASE]] {
        ends(&[arguments, &["-o", "/dev/full"]].concat(), Stdio::piped());
    }
}

#[test]
fn a_place_that_cannot_be_written_is_told_and_nothing_is_left() {
    let file = Given::new("file", b"kept");
    let below = format!("{}/feed.json", file.path());
    for arguments in [
        &["export", REAL, "-o", &below][..],
        &["export", REAL, "--all", &below],
        &["split", REAL, "-o", &below],
        &["render", REAL, "-o", &below],
        &["new", &below],
        &["export", REAL, "-o", "/proc/claims.csv"],
    ] {
        ends(arguments, Stdio::piped());
    }
    assert_eq!(fs::read(Path::new(file.path())).expect("it is there"), b"kept");
}
