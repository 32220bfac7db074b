//! The path of `docs/first-map.md`, walked as it stands there: its files, its commands, and its page opened in a browser.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::harness::page::Page;
use crate::harness::site::{Answer, Site, dist};
use crate::widget::ready;
use serde_json::json;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// The blocks of the document that are marked so, each with what follows the mark.
fn blocks(text: &str) -> Vec<(&str, &str)> {
    let blocks = text.split("\n```").skip(1).step_by(2);
    blocks.filter_map(|block| block.split_once('\n')).collect()
}

/// Runs the program of this checkout, compiled for tests.
fn run(arguments: &str, folder: &Path) {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["run", "--quiet", "--package", "publisher", "--manifest-path"]);
    cargo.arg(Path::new(ROOT).join("Cargo.toml")).arg("--").args(arguments.split(' '));
    let output = cargo.current_dir(folder).output().expect("cargo runs");
    assert!(output.status.success(), "{arguments}: {}", String::from_utf8_lossy(&output.stderr));
}

/// A folder with the document's files and what its commands make.
fn walked() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("first-map");
    if folder.exists() {
        fs::remove_dir_all(&folder).expect("it is there");
    }
    fs::create_dir_all(&folder).expect("the target directory takes it");
    let text = fs::read_to_string(Path::new(ROOT).join("docs/first-map.md")).expect("the document is there");
    for (mark, block) in blocks(&text) {
        match mark.split_once(' ') {
            Some((_, name)) => fs::write(folder.join(name), block).expect("the folder takes it"),
            None if mark == "console" => {
                let commands = block.lines().filter_map(|line| line.strip_prefix("$ policy-explorer "));
                commands.for_each(|arguments| run(arguments, &folder));
            }
            None => {}
        }
    }
    folder
}

/// Lays the files of a folder, and of those in it, below an address.
fn lay(site: &Site, folder: &Path, below: &str) {
    for entry in fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("it can be read").path();
        let address = format!("{below}/{}", path.file_name().expect("a file").to_string_lossy());
        if path.is_dir() {
            lay(site, &path, &address);
            continue;
        }
        let kind = match path.extension().and_then(|ending| ending.to_str()) {
            Some("html") => "text/html; charset=utf-8",
            Some("js") => "text/javascript",
            Some("json") => "application/json",
            _ => "application/octet-stream",
        };
        site.answer(&address, Answer::new(kind, fs::read(&path).expect("it can be read")));
    }
}

#[test]
fn a_newcomer_gets_from_nothing_to_a_map_as_the_document_says() {
    let (site, folder) = (Site::start(), walked());
    lay(&site, &folder, "/mine");
    lay(&site, &dist(), "/mine/policy-explorer");
    let page = Page::open(&site.url("/mine/index.html"));
    ready(&page);
    assert_eq!(page.count(".map [data-country]"), 5);
    page.execute("host.measure = 'night-rest'");
    page.wait("host.summary().measure === 'night-rest'");
    assert_eq!(page.eval("host.summary().counts"), json!({"implemented": 1, "partial": 1, "unknown": 3}));
    assert_eq!(page.eval("host.findings()"), json!([]));
    fs::remove_dir_all(folder).expect("it is there");
}
