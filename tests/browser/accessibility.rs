//! What assistive technology is given: names, roles, states and order of each state of the widget, in each language, read
//! from the browser and held against the texts in `accessibility/`. `ACCESSIBILITY=write` writes them anew. And that each
//! control's name says what is seen of it.
//!
//! A line is a node, further in than what it is in: its role, its name in quotation marks, its value after =, its states
//! in brackets, its description after a dash. Nodes without role and name are left out, texts that a name has said already as well. Of more
//! than four neighbours with the same role the first three stand for all.

use std::collections::HashMap;
use std::fmt::Write;
use std::path::PathBuf;

use policy_explorer::message::LANGUAGES;
use serde_json::{Value, json};

use crate::harness::ability::{Ability, lacks};
use crate::harness::page::Page;
use crate::states::{STATES, State, open, site, speak};
use crate::structure::{CONTROLS, misnamed};
use crate::widget::clock;

/// How many neighbours with the same role are too many, and how many stand for them.
const MANY: usize = 4;
const FEW: usize = 3;

/// How many letters of a text are told.
const LONG: usize = 140;

/// Roles that are named by what is in them.
const NAMED_BY_CONTENT: [&str; 9] = [
    "button",
    "cell",
    "columnheader",
    "DisclosureTriangle",
    "heading",
    "link",
    "option",
    "rowheader",
    "tooltip",
];

/// States that are told, in this order; of those that are true or false, both.
const STATES_TOLD: [&str; 9] = [
    "level",
    "pressed",
    "expanded",
    "selected",
    "checked",
    "disabled",
    "invalid",
    "hasPopup",
    "autocomplete",
];

/// A node that is told.
#[derive(Debug)]
struct Node {
    role: String,
    name: String,
    states: Vec<String>,
    value: String,
    description: String,
    children: Vec<Node>,
}

/// The accessibility tree below the first element that matches.
fn tree(page: &Page, selector: &str) -> Vec<Node> {
    let element =
        format!("document.querySelector('policy-explorer').shadowRoot.querySelector({})", json!(selector));
    let object = page.devtools("Runtime.evaluate", &json!({"expression": element}));
    let described = page.devtools("DOM.describeNode", &json!({"objectId": object["result"]["objectId"]}));
    let all = page.devtools("Accessibility.getFullAXTree", &json!({}));
    let all = all["nodes"].as_array().expect("a list of nodes");
    let of = described["node"]["backendNodeId"].clone();
    let root = all.iter().find(|node| node["backendDOMNodeId"] == of).expect("the element is in the tree");
    let by_id = all.iter().map(|node| (node["nodeId"].as_str().unwrap_or_default(), node)).collect();
    told(page, root, &by_id)
}

/// The controls whose names lack what is seen of them, by the tree: to ask for each name takes as long as all else.
fn all_misnamed(page: &Page) -> Vec<String> {
    let seen = page.eval(&format!(
        "{CONTROLS}.map(([control, seen], place) => {{ control.dataset.place = place; return seen; }})"
    ));
    let document = page.devtools("DOM.getDocument", &json!({"depth": -1, "pierce": true}));
    let mut placed = HashMap::new();
    place(&document["root"], &mut placed);
    let all = page.devtools("Accessibility.getFullAXTree", &json!({}));
    let by_place = all["nodes"].as_array().into_iter().flatten().filter_map(|node| {
        Some((placed.get(&node["backendDOMNodeId"].as_u64()?)?.as_str(), node["name"]["value"].as_str()?))
    });
    let names: HashMap<&str, &str> = by_place.collect();
    let named = seen.as_array().into_iter().flatten().enumerate().map(|(place, seen)| {
        (
            names.get(place.to_string().as_str()).copied().unwrap_or_default(),
            seen.as_str().unwrap_or_default(),
        )
    });
    named.filter_map(|(name, seen)| misnamed(name, seen)).collect()
}

/// The `data-place` of each node below, by its number in the browser.
fn place(node: &Value, placed: &mut HashMap<u64, String>) {
    let mut attributes = node["attributes"].as_array().into_iter().flatten().filter_map(Value::as_str);
    if attributes.any(|name| name == "data-place") {
        let value = attributes.next().unwrap_or_default().to_owned();
        placed.insert(node["backendNodeId"].as_u64().unwrap_or_default(), value);
    }
    for kind in ["children", "shadowRoots"] {
        node[kind].as_array().into_iter().flatten().for_each(|child| place(child, placed));
    }
}

/// The node as it is told; where it is not told itself, what is in it.
fn told(page: &Page, node: &Value, all: &HashMap<&str, &Value>) -> Vec<Node> {
    let role = node["role"]["value"].as_str().unwrap_or_default();
    let name = node["name"]["value"].as_str().unwrap_or_default().trim();
    if ["InlineTextBox", "ListMarker"].contains(&role) || (role == "StaticText" && name.is_empty()) {
        return Vec::new();
    }
    let ids = node["childIds"].as_array().into_iter().flatten();
    let children =
        ids.filter_map(|id| all.get(id.as_str()?)).flat_map(|child| told(page, child, all)).collect();
    let is_plain =
        matches!(role, "none" | "generic" | "LabelText" | "SvgRoot" | "Details") && name.is_empty();
    if node["ignored"] == true || is_plain {
        return children;
    }
    let description = node["description"]["value"].as_str().unwrap_or_default();
    let in_words = if role == "slider" { in_words(page, node) } else { None };
    let value = in_words.as_deref().or(node["value"]["value"].as_str()).unwrap_or_default();
    let mut children = joined(children);
    // What is said comes a moment after the rest, and `live` listens to it.
    if role == "status" {
        children.clear();
    }
    if NAMED_BY_CONTENT.contains(&role) || !value.is_empty() {
        children.retain(|child| child.role != "StaticText");
    }
    let node = Node {
        role: role.to_owned(),
        name: plain(name),
        states: states(node, role),
        value: plain(value),
        description: plain(description),
        children,
    };
    vec![node]
}

/// What a slider says its value is: some releases of Chromium do not give it in the tree.
fn in_words(page: &Page, node: &Value) -> Option<String> {
    let described = page.devtools("DOM.describeNode", &json!({"backendNodeId": node["backendDOMNodeId"]}));
    let attributes = described["node"]["attributes"].as_array()?;
    let mut pairs = attributes.chunks_exact(2);
    pairs.find(|pair| pair[0] == "aria-valuetext")?[1].as_str().map(str::to_owned)
}

/// A text on one line, without what differs from run to run, and cut where it is long.
fn plain(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut parts = text.split("127.0.0.1");
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let part = part.trim_start_matches(":").trim_start_matches("%3A");
        plain.push_str("site");
        plain.push_str(part.trim_start_matches(|digit: char| digit.is_ascii_digit()));
    }
    if plain.chars().count() > LONG {
        plain = plain.chars().take(LONG).collect::<String>() + "…";
    }
    plain
}

/// Neighbouring texts as one.
fn joined(nodes: Vec<Node>) -> Vec<Node> {
    let mut joined: Vec<Node> = Vec::new();
    for node in nodes {
        match joined.last_mut().filter(|last| last.role == "StaticText" && node.role == "StaticText") {
            Some(last) => {
                last.name = plain(&format!("{} {}", last.name, node.name));
            }
            None => joined.push(node),
        }
    }
    joined
}

fn states(node: &Value, role: &str) -> Vec<String> {
    let properties = node["properties"].as_array().cloned().unwrap_or_default();
    let value = |name: &str| {
        properties.iter().find(|state| state["name"] == name).map(|state| &state["value"]["value"])
    };
    let mut states = Vec::new();
    for name in STATES_TOLD {
        match value(name) {
            None | Some(Value::Null) => {}
            Some(Value::Bool(false)) if !["pressed", "expanded", "selected", "checked"].contains(&name) => {}
            Some(Value::String(text)) if text.is_empty() || (name == "invalid" && text == "false") => {}
            Some(Value::Bool(true)) => states.push(name.to_owned()),
            Some(Value::String(text)) => states.push(format!("{name} {text}")),
            Some(other) => states.push(format!("{name} {other}")),
        }
    }
    // Items of lists have a level as well.
    states.retain(|state| role == "heading" || !state.starts_with("level"));
    states
}

fn write(text: &mut String, nodes: &[Node], depth: usize) {
    for neighbours in nodes.chunk_by(|a, b| a.role == b.role) {
        let told = if neighbours.len() > MANY { FEW } else { neighbours.len() };
        for node in &neighbours[..told] {
            line(text, node, depth);
            write(text, &node.children, depth + 1);
        }
        if told < neighbours.len() {
            let more = neighbours.len() - told;
            writeln!(text, "{}… {more} more: {}", "  ".repeat(depth), neighbours[0].role).expect("a string");
        }
    }
}

fn line(text: &mut String, node: &Node, depth: usize) {
    let mut line = "  ".repeat(depth) + if node.role == "StaticText" { "text" } else { &node.role };
    if !node.name.is_empty() {
        write!(line, " \"{}\"", node.name).expect("a string");
    }
    if !node.value.is_empty() {
        write!(line, " = {}", node.value).expect("a string");
    }
    if !node.states.is_empty() {
        write!(line, " [{}]", node.states.join(", ")).expect("a string");
    }
    if !node.description.is_empty() {
        write!(line, " – {}", node.description).expect("a string");
    }
    text.push_str(&line);
    text.push('\n');
}

fn path(lang: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("tests/browser/accessibility/{lang}.txt"))
}

/// What a state gives in a language; and which controls are not called what is seen of them.
fn tell(page: &Page, state: &State, lang: &str) -> (String, Vec<String>) {
    // In English each engine is asked, in `structure`.
    let wrong = if lang == "en" { Vec::new() } else { all_misnamed(page) };
    let mut text = String::new();
    writeln!(text, "== {}", state.name).expect("a string");
    write(&mut text, &joined(tree(page, state.part)), 0);
    text.push('\n');
    (text, wrong.into_iter().map(|text| format!("{}, {lang}: {text}", state.name)).collect())
}

/// Holds what all states give in a language to what is committed.
fn compare(lang: &str, text: &str) {
    if std::env::var("ACCESSIBILITY").is_ok_and(|word| word == "write") {
        std::fs::write(path(lang), text).expect("the file can be written");
        return;
    }
    let committed =
        std::fs::read_to_string(path(lang)).expect("the tree is committed: ACCESSIBILITY=write writes it");
    if text != committed {
        let differs: Vec<String> = differences(&committed, text);
        panic!("the accessibility tree has changed in {lang}:\n{}", differs.join("\n"));
    }
}

#[test]
fn the_trees_are_as_committed_in_each_language() {
    if lacks(Ability::Tree) {
        return;
    }
    let (site, page) = (site(), Page::blank());
    let still =
        page.devtools("Page.addScriptToEvaluateOnNewDocument", &json!({"source": clock("2024-06-15")}));
    let (mut texts, mut wrong) = (LANGUAGES.map(|lang| (lang, String::new())), Vec::new());
    for state in &STATES {
        open(&site, &page, state, "en");
        for (lang, text) in &mut texts {
            speak(&page, state, lang);
            let (told, misnamed) = tell(&page, state, lang);
            text.push_str(&told);
            wrong.extend(misnamed);
        }
    }
    page.devtools("Page.removeScriptToEvaluateOnNewDocument", &json!({"identifier": still["identifier"]}));
    assert_eq!(wrong, [""; 0]);
    texts.iter().for_each(|(lang, text)| compare(lang, text));
}

/// The lines that are in one of the texts alone.
fn differences(before: &str, after: &str) -> Vec<String> {
    let count = |text: &str| {
        let mut lines: HashMap<String, i32> = HashMap::new();
        text.lines().for_each(|line| *lines.entry(line.to_owned()).or_default() += 1);
        lines
    };
    let (old, new) = (count(before), count(after));
    let only = |text: &str, other: &HashMap<String, i32>, sign: char| -> Vec<String> {
        let lines = text.lines().filter(|line| !other.contains_key(*line));
        lines.map(|line| format!("{sign} {line}")).collect()
    };
    let mut differs = only(before, &new, '-');
    differs.extend(only(after, &old, '+'));
    if differs.is_empty() {
        differs.push("the same lines in another order or number".to_owned());
    }
    differs
}

#[test]
fn there_is_a_tree_for_each_language() {
    for lang in LANGUAGES {
        assert!(path(lang).exists(), "{}", path(lang).display());
    }
}
