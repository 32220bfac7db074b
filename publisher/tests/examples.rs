//! The examples of docs/command-line.md work as they stand there.
#![cfg(unix)]

use std::fs;
use std::path::Path;
use std::process::Command;

const PAGE: &str = "../docs/command-line.md";

/// The lines of the blocks of shell commands.
fn commands(page: &str) -> Vec<&str> {
    let blocks = page.split("```sh\n").skip(1).filter_map(|rest| rest.split("```").next());
    blocks.flat_map(str::lines).collect()
}

#[test]
fn every_example_of_the_documentation_works() {
    let folder = std::env::temp_dir().join(format!("policy-explorer-examples-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("the folder takes it");
    for name in ["old.json", "feed.json"] {
        fs::copy("../data/hanoi-2011/feed.json", folder.join(name)).expect("the folder takes it");
    }
    let tables = Path::new("tests/tables");
    let given = [
        ("given/01-plain.csv", "table.csv"),
        ("publication/publication.toml", "publication.toml"),
        ("publication/members.csv", "members.csv"),
    ];
    for (from, to) in given {
        fs::copy(tables.join(from), folder.join(to)).expect("the folder takes it");
    }
    let program = Path::new(env!("CARGO_BIN_EXE_policy-explorer")).parent().expect("it is in a folder");
    let path = format!("{}:{}", program.display(), std::env::var("PATH").unwrap_or_default());
    let page = fs::read_to_string(PAGE).expect("it is there");
    let commands = commands(&page);
    assert!(commands.len() > 15, "{commands:?}");
    for command in commands {
        let output =
            Command::new("sh").args(["-c", command]).current_dir(&folder).env("PATH", &path).output();
        let output = output.expect("there is a shell");
        let err = String::from_utf8_lossy(&output.stderr);
        // How many files were made is told there.
        let is_fine = err.lines().all(|line| line.contains(" files in "));
        assert!(output.status.success() && is_fine, "{command}: {err}");
        let made = command.split_once("> ").or_else(|| command.split_once("-o ")).map(|parts| parts.1);
        if let Some(file) = made {
            assert!(fs::metadata(folder.join(file)).is_ok_and(|file| file.len() > 20), "{command}");
        }
    }
    fs::remove_dir_all(folder).expect("it is there");
}

#[test]
fn every_command_has_an_example() {
    let page = fs::read_to_string(PAGE).expect("it is there");
    let output = Command::new(env!("CARGO_BIN_EXE_policy-explorer")).arg("--help").output().expect("it runs");
    let help = String::from_utf8(output.stdout).expect("text");
    let (_, commands) = help.split_once("Commands:\n").expect("the commands are listed");
    let names = commands
        .lines()
        .take_while(|line| !line.is_empty())
        .filter_map(|line| line.split_whitespace().next());
    for name in names.filter(|name| *name != "help") {
        assert!(page.contains(&format!("policy-explorer {name} ")), "{PAGE} has no example of {name}");
    }
}
