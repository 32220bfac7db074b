//! What the scripts and the wasm use.

use std::path::Path;

use super::compatibility::{Data, Version};
use super::exceptions::OWN;
use super::{BROWSERS, Used};

/// Syntax by what stands in the script. The build refuses syntax that the stated browsers do not know.
const SYNTAX: [(&str, &str); 8] = [
    ("?.", "javascript.operators.optional_chaining"),
    ("??", "javascript.operators.nullish_coalescing"),
    ("??=", "javascript.operators.nullish_coalescing_assignment"),
    ("||=", "javascript.operators.logical_or_assignment"),
    ("#", "javascript.classes.private_class_methods"),
    ("import(", "javascript.operators.import"),
    ("import.meta", "javascript.operators.import_meta"),
    ("async ", "javascript.statements.async_function"),
];

/// Objects by the name under which scripts reach them.
const OBJECTS: [(&str, &str); 8] = [
    ("document", "api.Document"),
    ("navigator", "api.Navigator"),
    ("performance", "api.Performance"),
    ("history", "api.History"),
    ("location", "api.Location"),
    ("crypto", "api.Crypto"),
    ("console", "api.console"),
    ("window", "api.Window"),
];

/// What wasm-opt is told, and what the data call it.
const WASM: [(&str, &str); 6] = [
    ("bulk-memory", "webassembly.bulk-memory-operations"),
    ("multivalue", "webassembly.multi-value"),
    ("mutable-globals", "webassembly.api.Global"),
    ("nontrapping-float-to-int", "webassembly.non-trapping-float-to-int-conversions"),
    ("reference-types", "webassembly.reference-types"),
    ("sign-ext", "webassembly.sign-extension-operations"),
];

/// Reads the scripts, the Rust code that speaks to the browser, and how the wasm is made.
pub fn read(data: &Data, used: &mut Used) {
    for path in files("src/element/js", "js") {
        let text = std::fs::read_to_string(&path).expect("a script is text");
        let text = without_texts(&text);
        syntax(&text, &path, used);
        names(data, &text, &path, used);
    }
    for path in files("src/element", "rs") {
        let text = std::fs::read_to_string(&path).expect("it is text");
        for name in members(&text).filter(|(_, after)| after.starts_with('(')).map(|(name, _)| camel(name)) {
            member(data, &name, &path, used);
        }
    }
    interfaces(data, used);
    wasm(used);
}

fn syntax(text: &str, path: &str, used: &mut Used) {
    for (_, key) in SYNTAX.iter().filter(|(sign, _)| text.contains(sign)) {
        used.insert((*key).to_owned(), path.to_owned());
    }
}

/// Globals with their static members and constructors, and all other members.
fn names(data: &Data, text: &str, path: &str, used: &mut Used) {
    for (start, name) in words(text) {
        let (before, after) = (&text[..start], &text[start + name.len()..]);
        if before.ends_with(['.', '#', '"', '-']) {
            continue;
        }
        let member = after.trim_start_matches('?').strip_prefix('.').map(first_word).unwrap_or_default();
        let bases = ["api", "javascript.builtins", "javascript.builtins.Intl", "api.Window"];
        for base in bases.map(|base| format!("{base}.{name}")).into_iter().filter(|base| data.has(base)) {
            let is_made = before.trim_end().ends_with("new");
            let made = is_made.then(|| format!("{base}.{name}"));
            let statics = [format!("{base}.{member}_static"), format!("{base}.{member}")];
            let further = made.into_iter().chain(statics).filter(|key| data.has(key));
            for key in std::iter::once(base.clone()).chain(further) {
                used.insert(key, path.to_owned());
            }
        }
        let object =
            OBJECTS.iter().find(|object| object.0 == name).map(|object| format!("{}.{member}", object.1));
        if let Some(key) = object.filter(|key| data.has(key)) {
            used.insert(key, path.to_owned());
        }
    }
    for (name, _) in members(text) {
        member(data, name, path, used);
    }
}

/// A member of something unknown: what has a name that only newer browsers know is taken for theirs, under the oldest
/// of its meanings.
fn member(data: &Data, name: &str, path: &str, used: &mut Used) {
    let meanings = data.members(name).iter();
    let unknown = Version::read("9999");
    let oldest = meanings.min_by_key(|key| {
        let since = BROWSERS
            .iter()
            .flat_map(|(_, browsers)| *browsers)
            .map(|browser| data.since(key, browser, false));
        since.map(|since| since.unwrap_or_else(|| unknown.clone())).max()
    });
    if let Some(key) = oldest.filter(|_| !OWN.contains(&name)) {
        used.insert(key.clone(), path.to_owned());
    }
}

/// The interfaces that Rust code names.
fn interfaces(data: &Data, used: &mut Used) {
    let manifest = std::fs::read_to_string("Cargo.toml").expect("the manifest");
    let line = manifest.lines().find(|line| line.starts_with("web-sys = ")).expect("web-sys is used");
    for name in line.split('"').skip(1).step_by(2).filter(|name| data.has(&format!("api.{name}"))) {
        used.insert(format!("api.{name}"), "Cargo.toml".to_owned());
    }
}

fn wasm(used: &mut Used) {
    let path = "xtask/src/build/wasm.rs";
    let text = std::fs::read_to_string(path).expect("the build");
    for feature in text.split("\"--enable-").skip(1).filter_map(|rest| rest.split('"').next()) {
        let known = WASM.iter().find(|known| known.0 == feature);
        let (_, key) = known.unwrap_or_else(|| panic!("which key do the data have for {feature}?"));
        used.insert((*key).to_owned(), path.to_owned());
    }
}

/// The files of a folder and those below it whose names end so.
fn files(folder: &str, extension: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut folders = vec![Path::new(folder).to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("there is such a folder") {
            let path = entry.expect("it is listed").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|found| found == extension) {
                found.push(path.display().to_string());
            }
        }
    }
    found
}

/// Without comments and texts in quotation marks.
fn without_texts(script: &str) -> String {
    let mut kept = String::new();
    let mut comment = false;
    for line in script.lines() {
        let line = line.trim_end();
        comment |= line.trim_start().starts_with("/*");
        if !comment && !line.trim_start().starts_with("//") {
            let code = line.split("; //").next().unwrap_or_default();
            kept.push_str(&code.split('"').step_by(2).collect::<Vec<_>>().join("\"\""));
            kept.push('\n');
        }
        comment &= !line.ends_with("*/");
    }
    kept
}

/// The names after a point, and what follows each.
fn members(text: &str) -> impl Iterator<Item = (&str, &str)> {
    text.match_indices('.').filter_map(|(at, _)| {
        let rest = &text[at + 1..];
        let name = first_word(rest);
        (!name.is_empty()).then(|| (name, &rest[name.len()..]))
    })
}

/// All names, with where they begin.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text[at..].find(is_letter)?;
        let word = first_word(&text[start..]);
        at = start + word.len();
        Some((start, word))
    })
}

fn first_word(text: &str) -> &str {
    let end = text.find(|character: char| !is_letter(character) && !character.is_ascii_digit());
    &text[..end.unwrap_or(text.len())]
}

fn is_letter(character: char) -> bool {
    character.is_ascii_alphabetic() || character == '_' || character == '$'
}

/// `scroll_into_view` as scripts call it.
fn camel(name: &str) -> String {
    let mut words = name.split('_').filter(|word| !word.is_empty());
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |name, word| name + &word[..1].to_uppercase() + &word[1..])
}
