//! The documents say what is there: their links lead somewhere, and every attribute, error code and finding
//! that the code knows is described.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::common;
use policy_explorer::citation::Format;
use policy_explorer::feed::FeedError;
use policy_explorer::feed::unreadable::Unreadable;
use policy_explorer::finding::{FindingCode, Severity};
use policy_explorer::model::field::Field;
use policy_explorer::model::query::{COMPARED, PARTS};
use policy_explorer::model::{Failure, Reach};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
const EMBEDDING: &str = "docs/embedding.md";
const FEED: &str = "docs/feed.md";

fn read(path: &str) -> String {
    fs::read_to_string(format!("{ROOT}/{path}")).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The Markdown files that a reader of the project finds, as paths from its root.
fn documents() -> Vec<String> {
    let mut found = Vec::new();
    for folder in ["", "docs", "data/hanoi-2011", "data/demo", "data/world"] {
        let entries = fs::read_dir(Path::new(ROOT).join(folder)).expect("the folder is there");
        let names = entries.map(|entry| entry.expect("it can be read").path());
        found.extend(names.filter(|path| path.extension().is_some_and(|extension| extension == "md")));
    }
    let from_root =
        |path: PathBuf| path.strip_prefix(ROOT).expect("it is below the root").display().to_string();
    found.into_iter().map(from_root).collect()
}

/// What is written in code font.
fn code_spans(text: &str) -> BTreeSet<&str> {
    text.split("```").step_by(2).flat_map(|prose| prose.split('`').skip(1).step_by(2)).collect()
}

/// The targets of `[words](target)` outside blocks of code.
fn links(text: &str) -> Vec<&str> {
    let prose = text.split("```").step_by(2);
    prose
        .flat_map(|prose| prose.split("](").skip(1).filter_map(|rest| Some(rest.split_once(')')?.0)))
        .collect()
}

/// The anchors of a document's headings, as GitHub makes them.
fn anchors(text: &str) -> BTreeSet<String> {
    let headings = text.split("```").step_by(2).flat_map(str::lines).filter(|line| line.starts_with('#'));
    let anchor = |heading: &str| {
        let words = heading.trim_start_matches('#').trim().to_lowercase();
        let kept = words.chars().filter(|letter| letter.is_alphanumeric() || " -_".contains(*letter));
        kept.map(|letter| if letter == ' ' { '-' } else { letter }).collect()
    };
    headings.map(anchor).collect()
}

#[test]
fn links_lead_to_files_and_headings_that_are_there() {
    let mut followed = 0;
    for document in documents() {
        let text = read(&document);
        for link in links(&text).into_iter().filter(|link| !link.contains("://")) {
            let (path, heading) = link.split_once('#').unwrap_or((link, ""));
            let target = Path::new(&document).with_file_name(path);
            let target = if path.is_empty() { Path::new(&document) } else { &target };
            assert!(Path::new(ROOT).join(target).exists(), "{document}: {link}");
            if !heading.is_empty() {
                let there = anchors(&read(&target.display().to_string()));
                assert!(there.contains(heading), "{document}: {link}");
            }
            followed += 1;
        }
    }
    assert!(followed > 20, "{followed} links: the documents are not read rightly");
}

/// The names in the array that a script declares as `const NAME`.
fn script_list(script: &str, name: &str) -> Vec<String> {
    let text = read(script);
    let list = text.split_once(&format!("const {name} = [")).expect("the list is there").1;
    let list = list.split_once(']').expect("the list ends").0;
    list.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

#[test]
fn every_attribute_is_documented() {
    let text = read(EMBEDDING);
    // What the host says of the language is not the model's.
    let fields = Field::ALL.iter().filter(|field| **field != Field::Lang);
    let fields: Vec<_> = fields.map(|field| field.name().to_owned()).collect();
    let words = "src/element/js/words.js";
    assert_eq!(script_list(words, "FIELDS"), fields, "the module and the model differ");
    for name in fields.iter().chain(&script_list(words, "OWN")) {
        assert!(text.contains(&format!("\n| `{name}` |")), "{EMBEDDING} has no row for {name}");
    }
    let named = code_spans(&text);
    for part in PARTS {
        assert!(named.contains(part), "{EMBEDDING}: {part}");
    }
    let limit = format!("; {COMPARED} at most |");
    assert!(text.contains(&limit), "{EMBEDDING} says how many countries can be compared");
}

/// The fields that the host alone sets, as the page's address does not set them.
#[test]
fn the_fields_that_no_link_sets_are_documented() {
    let hosts: Vec<String> = Field::ALL
        .iter()
        .filter(|field| !field.is_readers())
        .map(|field| format!("`{}`", field.name()))
        .collect();
    let (last, others) = hosts.split_last().expect("some are the host's");
    let sentence = format!("{} and {last} cannot be set by it", others.join(", "));
    assert!(read(EMBEDDING).contains(&sentence), "{EMBEDDING}: {sentence}");
}

#[test]
fn every_format_of_the_citation_is_documented_and_styled() {
    let (text, styles, messages) = (read(EMBEDDING), read("styles/share.css"), common::messages("en"));
    let named = code_spans(&text);
    for format in Format::ALL {
        assert!(named.contains(format.name()), "{EMBEDDING}: {}", format.name());
        let is_code = styles.contains(&format!("[data-piece=\"{}\"]", format.name()));
        assert_eq!(is_code, format != Format::Plain, "share.css: {}", format.name());
        let label = format.label(&messages);
        assert!(format == Format::Plain || text.contains(label), "{EMBEDDING}: {label}");
    }
}

/// What a row of the documents names first.
fn firsts(text: &str, heading: &str) -> Vec<String> {
    rows(text, heading).into_iter().filter_map(|row| row.split('`').nth(1)).map(str::to_owned).collect()
}

#[test]
fn the_types_of_the_npm_package_name_every_attribute_event_and_error() {
    let (text, types) = (read(EMBEDDING), read("npm/index.d.ts"));
    let is_named = |name: &String| {
        [format!("  {name}:"), format!("  {name}?:"), format!("{name:?}")]
            .iter()
            .any(|form| types.contains(form))
    };
    let names = ["Attributes", "Events", "Errors"].map(|heading| firsts(&text, heading)).concat();
    assert!(names.len() > 30, "{names:?}");
    let missing: Vec<&String> = names.iter().filter(|name| !is_named(name)).collect();
    assert_eq!(missing, Vec::<&String>::new());
}

#[test]
fn every_error_is_documented() {
    let text = read(EMBEDDING);
    let failures = [
        Failure::Unreachable(Reach::Network),
        Failure::TooLarge,
        Failure::NotJson(Unreadable::Other),
        Failure::Feed(FeedError::Missing("members")),
        Failure::Feed(FeedError::Version("2.0".to_owned())),
        Failure::Integrity,
        Failure::Assets,
    ];
    for code in failures.iter().map(Failure::code).chain(["feed-skipped"]) {
        assert!(text.contains(&format!("\n| `{code}` |")), "{EMBEDDING} has no row for {code}");
    }
}

#[test]
fn every_finding_is_documented_with_its_severity() {
    let text = read(FEED);
    for code in FindingCode::ALL {
        let severity = if code.severity() == Severity::Error { "error" } else { "warning" };
        let row = format!("\n| `{}` | {severity} |", code.name());
        assert!(text.contains(&row), "{FEED} has no row {row}");
    }
}

#[test]
fn every_field_of_the_schema_is_documented() {
    let schema: serde_json::Value = serde_json::from_str(&read("data/feed.schema.json")).expect("it is JSON");
    let mut names = BTreeSet::new();
    properties(&schema, &mut names);
    let text = read(FEED);
    let described = code_spans(&text);
    for name in names {
        assert!(described.contains(name), "{FEED} does not describe {name}");
    }
}

/// The keys of every `properties` in a schema.
fn properties<'a>(schema: &'a serde_json::Value, names: &mut BTreeSet<&'a str>) {
    let Some(object) = schema.as_object() else {
        schema.as_array().into_iter().flatten().for_each(|item| properties(item, names));
        return;
    };
    for (key, value) in object {
        if key == "properties" {
            names.extend(value.as_object().expect("an object").keys().map(String::as_str));
        }
        properties(value, names);
    }
}

/// The custom properties for hosts that style sheets and palette read, with the default of each, if it is
/// written beside it.
fn custom_properties(text: &str) -> Vec<(String, String)> {
    let uses = text.split("var(--pe-").skip(1);
    uses.filter_map(|rest| rest.split_once([',', ')']))
        .map(|(name, rest)| (name.to_owned(), rest.split(';').next().unwrap_or_default().to_owned()))
        .collect()
}

#[test]
fn every_custom_property_is_documented_with_its_default() {
    let text = read(EMBEDDING);
    let mut found = 0;
    for entry in fs::read_dir(format!("{ROOT}/styles")).expect("the folder is there") {
        let styles =
            fs::read_to_string(entry.expect("it can be read").path()).expect("a style sheet is text");
        for (name, default) in custom_properties(&styles) {
            let start = format!("\n| `--pe-{name}` |");
            let (_, rest) =
                text.split_once(&start).unwrap_or_else(|| panic!("{EMBEDDING} has no row for {name}"));
            let row = rest.lines().next().unwrap_or_default();
            for colour in default.split(['(', ',', ')', ' ']).filter(|word| word.starts_with('#')) {
                assert!(row.contains(colour), "{EMBEDDING}: --pe-{name} is {colour} by default");
            }
            found += 1;
        }
    }
    assert!(found >= 4, "{found} properties: the style sheets are not read rightly");
    assert!(text.contains("\n| `--pe-status-<id>` |"));
}

/// The rows of the table after a heading.
fn rows<'a>(text: &'a str, heading: &str) -> Vec<&'a str> {
    let (_, section) = text.split_once(&format!("\n## {heading}\n")).expect("the heading is there");
    let section = section.split("\n## ").next().unwrap_or_default();
    section.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| -")).skip(1).collect()
}

#[test]
fn each_place_to_change_something_is_there() {
    let text = read("docs/architecture.md");
    let mut named = 0;
    for row in rows(&text, "Where to go to change") {
        let cell = row.trim_end_matches(" |").rsplit_once(" | ").expect("two columns").1;
        let pieces: Vec<&str> = cell.split('`').collect();
        for at in (1..pieces.len()).step_by(2).filter(|&at| is_path(pieces[at])) {
            assert!(Path::new(ROOT).join(pieces[at]).exists(), "{row}");
            if pieces[at - 1] == " in " && !pieces[at].ends_with('/') {
                let name = pieces[at - 2];
                assert!(read(pieces[at]).contains(name), "{} has no {name}: {row}", pieces[at]);
            }
            named += 1;
        }
    }
    assert!(named > 60, "{named} places: the table is not read rightly");
}

fn is_path(span: &str) -> bool {
    span.contains('/') && !span.contains(' ')
}

#[test]
fn no_document_names_a_place_of_one_machine() {
    for document in documents() {
        for place in ["](/", "/home/", "C:\\"] {
            assert!(!read(&document).contains(place), "{document} has {place}");
        }
    }
}

#[test]
fn the_test_command_is_the_one_that_runs_in_ci() {
    assert!(read("README.md").contains("\n    cargo xtask test\n"));
    assert!(read(".ci/run").contains("exec cargo xtask test\n"));
}

#[test]
fn markdown_is_read_as_meant() {
    let text = "# A title: it’s *x*\n[a](b.md#c) `code` [d](e)\n```\n# no heading\n[no](link) `x`\n```\n";
    assert_eq!(links(text), ["b.md#c", "e"]);
    assert_eq!(anchors(text), BTreeSet::from(["a-title-its-x".to_owned()]));
    assert_eq!(code_spans(text), BTreeSet::from(["code"]));
}

/// The tests of a folder, by file name and function.
fn tests(folder: &str) -> BTreeSet<(String, String)> {
    let mut found = BTreeSet::new();
    for entry in fs::read_dir(Path::new(ROOT).join(folder)).expect("the folder is there") {
        let path = entry.expect("it can be read").path();
        if path.is_dir() {
            found.extend(tests(&path.display().to_string()));
        }
        let Some(name) = path.file_name().and_then(|name| name.to_str()?.strip_suffix(".rs")) else {
            continue;
        };
        let text = fs::read_to_string(&path).expect("a source is text");
        for test in text.split("#[test]").skip(1) {
            let test =
                test.split_once("fn ").and_then(|(_, rest)| rest.split_once('(')).expect("a function").0;
            found.insert((name.to_owned(), test.to_owned()));
        }
    }
    found
}

#[test]
fn what_is_promised_names_the_test_that_holds_it() {
    let tests: BTreeSet<_> = ["src", "tests/native", "tests/browser"].into_iter().flat_map(tests).collect();
    let text = read("docs/reliability.md");
    let (text, _) = text.split_once("## Sizes").expect("measurements come last");
    let rows: Vec<_> =
        text.lines().filter(|line| line.starts_with('|') && !line.starts_with("| -")).collect();
    for row in rows.iter().filter(|row| !row.ends_with("| test |")) {
        let column = row.trim_end_matches(" |").rsplit_once(" | ").expect("three columns").1;
        for name in column.split(", ") {
            let path: Vec<&str> =
                name.trim_matches('`').split("::").filter(|part| *part != "tests").collect();
            let [module, test] = path[..] else { panic!("{name} is no test") };
            assert!(tests.contains(&(module.to_owned(), test.to_owned())), "{name} is not there");
        }
    }
    assert!(rows.len() > 40, "{} rows", rows.len());
}
