//! docs/publishing.md is true: its examples print what it says, and every code that the importer knows is in it.

use crate::run::{TABLES, scratch};
use std::path::Path;
use std::process::Command;

const DOCUMENT: &str = "../docs/publishing.md";

/// The fenced blocks of a document, each with what stands behind its opening fence.
fn blocks(text: &str) -> Vec<(&str, &str)> {
    let blocks = text.split("\n```").skip(1).step_by(2);
    blocks.filter_map(|block| block.split_once('\n')).collect()
}

#[test]
fn examples_print_what_the_document_says() {
    let text = std::fs::read_to_string(DOCUMENT).expect("the file is there");
    let folder = scratch("");
    std::fs::create_dir_all(&folder).expect("the folder takes it");
    std::fs::copy(format!("{TABLES}/publication/base.json"), folder.join("base.json"))
        .expect("the folder takes it");
    let mut run = 0;
    for (kind, block) in blocks(&text) {
        if let Some(name) = kind.strip_prefix("csv ") {
            std::fs::write(folder.join(name), block).expect("the folder takes it");
        } else if kind == "console" {
            let (command, printed) = block.split_once('\n').unwrap();
            let arguments = command.strip_prefix("$ policy-explorer ").unwrap().split(' ');
            let program = env!("CARGO_BIN_EXE_policy-explorer");
            let ran = Command::new(program).args(arguments).current_dir(&folder).output().unwrap();
            assert_eq!(String::from_utf8(ran.stdout).unwrap().trim_end(), printed.trim_end(), "{command}");
            run += 1;
        }
    }
    std::fs::remove_dir_all(folder).expect("it is there");
    assert_eq!(run, 3, "the document is not read rightly");
}

/// The sources of the importer.
fn sources(folder: &Path) -> String {
    let mut text = String::new();
    for entry in std::fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("it can be read").path();
        text += &if path.is_dir() {
            sources(&path)
        } else {
            std::fs::read_to_string(path).expect("the file is there")
        };
    }
    text
}

#[test]
fn every_code_is_documented() {
    let (text, sources) =
        (std::fs::read_to_string(DOCUMENT).expect("the file is there"), sources(Path::new("src/import")));
    let mut known = 0;
    for call in ["notice(", "question(", "finding(", "ask(", "Refusal::new("] {
        for rest in sources.split(call).skip(1) {
            let Some(code) = rest.trim_start().strip_prefix('"').and_then(|rest| rest.split_once('"')) else {
                continue;
            };
            assert!(text.contains(&format!("`{}`", code.0)), "{DOCUMENT} does not name {}", code.0);
            known += 1;
        }
    }
    assert!(known > 50, "{known} codes: the sources are not read rightly");
}
