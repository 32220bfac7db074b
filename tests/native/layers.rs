//! Who may import whom, who may touch the page or the clock, and where words for readers are born: read
//! from the sources.

use crate::common;

use common::source::{Literal, Source, manifest, sources};
use policy_explorer::feed::TERMS;
use policy_explorer::message::Phrase;

/// The modules, lowest layer first. A module imports its own layer and lower ones, never an upper one.
const LAYERS: [&[&str]; 11] = [
    &["country", "csv", "date", "finding", "json", "sound", "xml"],
    &["world", "feed"],
    &["status", "message"],
    &["against"],
    &["names", "words", "survey", "context", "diff", "search"],
    &[
        "about",
        "scene",
        "table",
        "description",
        "headline",
        "profile",
        "trend",
        "changes",
        "compare",
        "citation",
        "export",
        "request",
        "report",
    ],
    &["model"],
    &["markup"],
    &["parts"],
    &["page", "parcel"],
    &["element"],
];

/// The crates of the web, as the code names them.
const WEB: [&str; 10] = [
    "yew",
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "wasm_bindgen_futures",
    "gloo",
    "gloo_events",
    "gloo_timers",
    "tracing",
    "wasm_split_helpers",
];

/// Macros that stand at the root of the crate, wherever they are written.
const MACROS: [&str; 1] = ["node"];

fn layer(module: &str) -> usize {
    let at = LAYERS.iter().position(|layer| layer.contains(&module));
    at.unwrap_or_else(|| panic!("the module {module} has no layer in this test"))
}

/// The words that stand in code, with `::` as a word of its own.
fn words(code: &str) -> Vec<String> {
    let spaced = code.replace("::", " :: ").replace(['{', '}', ','], " , ");
    let is_apart = |letter: char| !(letter.is_alphanumeric() || "_:,!".contains(letter));
    spaced.split(is_apart).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// The modules of the crate that a source names by `crate::` or `super::`.
fn named(source: &Source) -> Vec<String> {
    let words = words(&source.code);
    let depth = source.module().len();
    let mut named = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let starts_path = at == 0 || words[at - 1] != "::";
        let supers = words[at..].chunks(2).take_while(|pair| *pair == ["super", "::"]).count();
        let head = match word.as_str() {
            "crate" | "policy_explorer" if words.get(at + 1).is_some_and(|next| next == "::") => at + 2,
            "super" if starts_path && supers == depth => at + 2 * supers,
            _ => continue,
        };
        let name =
            words.get(head).filter(|word| *word != "," && *word != "*" && !MACROS.contains(&word.as_str()));
        named.extend(name.cloned());
        assert_ne!(words[head], ",", "{} imports several modules at once", source.path);
    }
    named
}

fn is_core(source: &Source) -> bool {
    !["element", "page"].contains(&source.module()[0])
}

#[test]
fn lower_layers_never_import_upper_ones() {
    let mut imports = 0;
    for source in sources().iter().filter(|source| source.path != "lib.rs") {
        let own = source.module()[0].to_owned();
        for module in named(source) {
            assert!(layer(&module) <= layer(&own), "{} imports {module}, which is above it", source.path);
            imports += usize::from(module != own);
        }
    }
    assert!(imports > 50, "{imports} imports: the sources are not read rightly");
}

/// What is shown follows from the rest of the model in one place, so that no part of it can be older than another.
#[test]
fn only_derive_writes_what_is_shown() {
    let ways = [
        "model.shown=",
        "model.shown.take(",
        "model.shown.replace(",
        "model.shown.insert(",
        "&mutmodel.shown",
    ];
    let mut writing = Vec::new();
    for source in sources() {
        let code: String = source.code.split_whitespace().collect();
        if ways.iter().any(|way| code.contains(way)) {
            writing.push(source.path);
        }
    }
    assert_eq!(writing, ["model/derive.rs"]);
}

#[test]
fn every_module_has_a_layer() {
    let root = sources().into_iter().find(|source| source.path == "lib.rs").expect("the crate's root");
    let words = words(&root.code);
    let modules = words.windows(2).filter(|pair| pair[0] == "mod").map(|pair| pair[1].as_str());
    let mut modules: Vec<&str> = modules.collect();
    modules.sort_unstable();
    let mut layered = LAYERS.concat();
    layered.sort_unstable();
    assert_eq!(modules, layered);
}

/// The table of `docs/architecture.md`: a row begins a layer where its first cell has the number.
#[test]
fn the_architecture_shows_the_same_layers() {
    let text = std::fs::read_to_string("docs/architecture.md").expect("the documentation");
    let table = text.split("| layer | module | is for |\n").nth(1).expect("it has the table");
    let mut shown: Vec<Vec<&str>> = Vec::new();
    for row in table.lines().skip(1).take_while(|line| line.starts_with('|')) {
        let cells: Vec<&str> = row.split('|').map(str::trim).collect();
        if let Ok(number) = cells[1].parse::<usize>() {
            shown.push(Vec::new());
            assert_eq!(number, shown.len(), "{row}");
        }
        let modules = cells[2].split('`').skip(1).step_by(2);
        shown.last_mut().expect("the first row has a number").extend(modules);
    }
    shown.iter_mut().for_each(|layer| layer.sort_unstable());
    let mut held = LAYERS.map(<[&str]>::to_vec);
    held.iter_mut().for_each(|layer| layer.sort_unstable());
    assert_eq!(shown, held);
}

#[test]
fn imports_are_found_however_they_are_written() {
    let source =
        |path: &str, code: &str| Source { path: path.to_owned(), code: code.to_owned(), texts: Vec::new() };
    for (path, code, expected) in [
        ("table.rs", "use crate::model::Msg;", vec!["model"]),
        ("table.rs", "fn f() { crate :: model::g() }", vec!["model"]),
        ("table.rs", "use super::model::Msg;", vec!["model"]),
        ("scene/map.rs", "use super::super::model;", vec!["model"]),
        ("scene/map.rs", "use super::class::Entry; use super::*;", vec![]),
        ("scene/mod.rs", "pub(crate) fn f(x: &super::table::Row)", vec!["table"]),
    ] {
        assert_eq!(named(&source(path, code)), expected, "{code}");
    }
}

#[test]
fn only_the_element_names_crates_of_the_web() {
    for source in sources() {
        let names_web =
            words(&source.code).iter().any(|word| WEB.contains(&word.as_str()) || word.starts_with("gloo"));
        assert!(!names_web || source.module()[0] == "element", "{} names a crate of the web", source.path);
    }
}

#[test]
fn the_core_reads_no_clock_no_file_and_writes_nowhere() {
    let doors = ["time", "fs", "env", "net", "process", "io", "thread"];
    let macros = ["println!", "print!", "eprintln!", "eprint!", "dbg!", "include_str!", "include_bytes!"];
    for source in sources().iter().filter(|source| is_core(source)) {
        let words = words(&source.code);
        for path in words.windows(3).filter(|path| path[0] == "std" && path[1] == "::") {
            assert!(
                !doors.contains(&path[2].as_str()) && path[2] != ",",
                "{} uses std::{}",
                source.path,
                path[2]
            );
        }
        assert!(
            !words.iter().any(|word| macros.contains(&word.as_str())),
            "{} writes or reads a file",
            source.path
        );
    }
}

#[test]
fn crates_of_the_web_are_dependencies_of_the_wasm_alone() {
    let mut table = String::new();
    let mut found = 0;
    for line in manifest().lines() {
        if line.starts_with('[') {
            table = line.to_owned();
        }
        let name = line.split(['=', '.', ' ']).next().unwrap_or_default().replace('-', "_");
        if WEB.contains(&name.as_str()) || name.starts_with("gloo") {
            assert_eq!(table, "[target.'cfg(target_arch = \"wasm32\")'.dependencies]", "{line}");
            found += 1;
        }
    }
    assert!(found >= 4, "yew and the crates below it");
}

#[test]
fn every_dependency_has_its_reason_above_it() {
    let manifest = manifest();
    let mut before = "";
    let mut table = "";
    for line in manifest.lines() {
        let is_entry = line.starts_with(|first: char| first.is_ascii_lowercase());
        if is_entry && table.ends_with("dependencies]") {
            assert!(before.starts_with("# "), "{line}");
        }
        before = line;
        if line.starts_with('[') {
            table = line;
        }
    }
}

/// Whether a text has two words of English or more in a row, placeholders aside.
fn is_prose(text: &str) -> bool {
    let is_word = |word: &str| {
        let word = word.trim_end_matches([',', '.', ':', ';', '?', '!']);
        let is_code = word.bytes().all(|byte| byte.is_ascii_uppercase());
        word.len() > 1 && !is_code && word.bytes().all(|byte| byte.is_ascii_alphabetic())
    };
    let words: Vec<&str> = text.split(' ').collect();
    words.windows(2).any(|pair| is_word(pair[0]) && is_word(pair[1]))
}

/// Names and declarations of styles, a word that feeds write, a warning for developers.
const NOT_SHOWN: [&str; 9] = [
    "entry plain",
    "measure peers",
    "sr skip",
    "notice demo",
    "noopener noreferrer external",
    "claim aside",
    "display: block; min-height: 760px",
    "calls upon",
    r#"{}=\"{}\" is ignored"#,
];

/// Texts that no reader sees: why something cannot happen, values of attributes, and `NOT_SHOWN`.
fn is_hidden(literal: &Literal) -> bool {
    let starts = ["expect(", "class=", "rel="];
    starts.iter().any(|start| literal.before.ends_with(start)) || NOT_SHOWN.contains(&literal.text.as_str())
}

#[test]
fn words_for_readers_are_born_in_the_messages_alone() {
    let mut found = Vec::new();
    let mut read = 0;
    let apart = ["message/", "world/"];
    for source in sources().iter().filter(|source| !apart.iter().any(|path| source.path.starts_with(path))) {
        read += source.texts.len();
        let texts = source.texts.iter().filter(|literal| !is_hidden(literal) && is_prose(&literal.text));
        found.extend(texts.map(|literal| format!("{}: {}“{}”", source.path, literal.before, literal.text)));
    }
    assert!(found.is_empty(), "{found:#?}");
    assert!(read > 300, "{read} texts: the sources are not read rightly");
}

#[test]
fn prose_is_told_from_names() {
    for prose in ["not a member of it", "{count} members have it", "Report an error", "See also:"] {
        assert!(is_prose(prose), "{prose}");
    }
    for name in
        ["member-since", "{done} of {measures}", "translate({} {})", "M0.5 0V5", "{name}: {text}", "×"]
    {
        assert!(!is_prose(name), "{name}");
    }
}

/// The modules that the first map does without: chunks alone reach them, or what they say comes with a chunk.
const LATER: [&str; 45] = [
    "about",
    "changes",
    "citation",
    "compare",
    "export",
    "export/claims",
    "export/shown",
    "export/words",
    "model/answer",
    "model/faults",
    "model/take",
    "model/take/name",
    "model/unread",
    "profile",
    "profile/claim",
    "profile/peers",
    "profile/sources",
    "report",
    "request",
    "scene/history",
    "table",
    "trend",
    "parts/changes",
    "parts/compare",
    "parts/explained",
    "parts/faults",
    "parts/later",
    "parts/options",
    "parts/picture",
    "parts/picture/comparison",
    "parts/picture/legend",
    "parts/picture/map",
    "parts/picture/paper",
    "parts/profile",
    "parts/search/found",
    "parts/share",
    "parts/table",
    "parts/trend",
    "page",
    "page/element",
    "parcel",
    "parcel/comparison",
    "parcel/letters",
    "parcel/picture",
    "scene/trend",
];

#[test]
fn what_the_first_map_may_say_is_in_the_first_file_and_nothing_else() {
    // What the page's script says.
    let mut first = ["refused", "stopped"].map(str::to_owned).to_vec();
    // What stands within other phrases.
    first.extend(TERMS.map(|term| format!("term_{term}")));
    for source in sources() {
        let module = source.module().join("/");
        if module.starts_with("message") && module != "message" || LATER.contains(&module.as_str()) {
            continue;
        }
        let words = words(&source.code);
        let phrases = words.windows(3).filter(|path| path[0] == "Phrase" && path[1] == "::");
        first.extend(phrases.map(|path| path[2].clone()));
    }
    for (at, phrase) in Phrase::ALL.iter().enumerate() {
        let name = format!("{phrase:?}");
        assert_eq!(at < Phrase::FIRST, first.contains(&name), "{name}");
    }
}
