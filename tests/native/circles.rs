//! No file of the crate imports itself by way of others.
//!
//! The rule: a file imports another if it names an item that the other one defines, by `use` or by a path. A re-export
//! leads to the file that defines the item. What the file of a module defines is common to the files below it, so that
//! these imports do not count. All others, also those from a module to the files below it, make no circle.

use crate::common;

use common::source::{Source, sources};
use std::collections::{BTreeMap, BTreeSet};

type Path = Vec<String>;

/// The names and signs of code.
fn tokens(code: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut rest = code;
    while let Some(first) = rest.chars().next() {
        let is_name = |letter: char| letter.is_alphanumeric() || letter == '_';
        let length = match rest.find(|letter| !is_name(letter)).unwrap_or(rest.len()) {
            0 if rest.starts_with("::") => 2,
            0 => first.len_utf8(),
            length => length,
        };
        tokens.extend(Some(&rest[..length]).filter(|token| !token.trim().is_empty()));
        rest = &rest[length..];
    }
    tokens
}

/// The paths of a `use` after `prefix`, each with the name that it has here.
fn expand(tree: &[&str], prefix: &[&str], found: &mut Vec<(Path, String)>) {
    let Some(open) = tree.iter().position(|token| *token == "{") else {
        let (path, name) = match tree.iter().position(|token| *token == "as") {
            Some(at) => (&tree[..at], tree[at + 1]),
            None => (tree, tree.last().copied().unwrap_or_default()),
        };
        let path = prefix.iter().chain(path).filter(|token| **token != "::");
        return found.push((path.map(|token| (*token).to_owned()).collect(), name.to_owned()));
    };
    let prefix = [prefix, &tree[..open]].concat();
    let (mut depth, mut start) = (0, open + 1);
    for at in open + 1..tree.len() {
        let ends = depth == 0 && [",", "}"].contains(&tree[at]);
        if ends && start < at {
            expand(&tree[start..at], &prefix, found);
        }
        start = if ends { at + 1 } else { start };
        depth += i32::from(tree[at] == "{") - i32::from(tree[at] == "}");
    }
}

/// What a file says of others: the paths that it names, and those that it re-exports, by name.
#[derive(Default)]
struct Named {
    paths: Vec<Path>,
    exports: BTreeMap<String, Path>,
}

/// A path from the root of the crate; none if it leads out of the crate. `known`: what the first name stands for here.
fn absolute(path: &[String], module: &[String], known: &BTreeMap<String, Path>) -> Option<Path> {
    let supers = path.iter().take_while(|name| *name == "super").count();
    let (base, rest) = match path.first()?.as_str() {
        "crate" => (Vec::new(), &path[1..]),
        "self" => (module.to_vec(), &path[1..]),
        "super" => (module[..module.len() - supers].to_vec(), &path[supers..]),
        name => (known.get(name)?.clone(), &path[1..]),
    };
    Some([&base, rest].concat())
}

fn named(source: &Source, modules: &BTreeSet<Path>) -> Named {
    let module: Path = source.module().into_iter().map(str::to_owned).collect();
    let below = modules.iter().filter(|other| other.len() == module.len() + 1 && other.starts_with(&module));
    let mut known: BTreeMap<String, Path> =
        below.map(|path| (path[module.len()].clone(), path.clone())).collect();
    let mut named = Named::default();
    let tokens = tokens(&source.code);
    let mut at = 0;
    while at < tokens.len() {
        if tokens[at] == "use" {
            let end = at + tokens[at..].iter().position(|token| *token == ";").expect("a use ends");
            let mut found = Vec::new();
            expand(&tokens[at + 1..end], &[], &mut found);
            let is_export = at > 0 && ["pub", ")"].contains(&tokens[at - 1]);
            for (path, name) in found {
                let Some(path) = absolute(&path, &module, &known) else { continue };
                if is_export {
                    named.exports.insert(name, path);
                    continue;
                }
                known.insert(name, path.clone());
                // The use of a module imports nothing: the paths that begin with it do.
                named.paths.extend(Some(path).filter(|path| !modules.contains(path)));
            }
            at = end;
        } else if tokens.get(at + 1) == Some(&"::") && (at == 0 || tokens[at - 1] != "::") {
            let length = tokens[at..].chunks(2).take_while(|pair| pair.get(1) == Some(&"::")).count();
            let path: Path =
                tokens[at..].iter().step_by(2).take(length + 1).map(|name| (*name).to_owned()).collect();
            named.paths.extend(absolute(&path, &module, &known));
            at += 2 * length;
        }
        at += 1;
    }
    named
}

/// The file that defines what a path leads to.
fn definer(path: &[String], files: &BTreeMap<Path, Named>) -> Option<Path> {
    let length = (1..=path.len()).rev().find(|&length| files.contains_key(&path[..length]))?;
    let exported = path.get(length).and_then(|name| files[&path[..length]].exports.get(name));
    match exported {
        Some(target) => definer(&[target, &path[length + 1..]].concat(), files),
        None => Some(path[..length].to_vec()),
    }
}

/// The imports between files that are part of a circle.
fn circles(sources: &[Source]) -> BTreeSet<(String, String)> {
    let path = |source: &Source| -> Path { source.module().into_iter().map(str::to_owned).collect() };
    let modules: BTreeSet<Path> = sources.iter().map(path).collect();
    let files: BTreeMap<Path, Named> =
        sources.iter().map(|source| (path(source), named(source, &modules))).collect();
    let mut edges: BTreeSet<(Path, Path)> = BTreeSet::new();
    for (file, named) in &files {
        let targets = named.paths.iter().filter_map(|path| definer(path, &files));
        edges.extend(targets.filter(|target| !file.starts_with(target)).map(|to| (file.clone(), to)));
    }
    // What nothing leads to, or what leads nowhere, is in no circle.
    loop {
        let (from, to): (BTreeSet<Path>, BTreeSet<Path>) = edges.iter().cloned().unzip();
        let before = edges.len();
        edges.retain(|edge| to.contains(&edge.0) && from.contains(&edge.1));
        if edges.len() == before {
            return edges.into_iter().map(|(from, to)| (from.join("/"), to.join("/"))).collect();
        }
    }
}

#[test]
fn no_file_imports_itself_by_way_of_others() {
    let mut sources = sources();
    sources.retain(|source| source.path != "lib.rs");
    assert_eq!(circles(&sources), BTreeSet::new());
}

#[test]
fn circles_are_found_however_they_are_written() {
    let check = |files: &[(&str, &str)], expected: usize| {
        let source = |(path, code): &(&str, &str)| Source {
            path: (*path).into(),
            code: (*code).into(),
            texts: Vec::new(),
        };
        let sources: Vec<Source> = files.iter().map(source).collect();
        assert_eq!(circles(&sources).len(), expected, "{files:?}");
    };
    check(&[("a.rs", "use crate::b::B;"), ("b.rs", "use crate::a::{self, A};")], 2);
    check(&[("a.rs", "use crate::b; fn f() { b::g() }"), ("b.rs", "fn g() { crate::a::f() }")], 2);
    check(&[("a.rs", "use crate::b::B;"), ("b.rs", "struct B;")], 0);
    // Through a re-export, and from a module to a file below it.
    let room = |a: &'static str, c: &'static str| {
        [("m/mod.rs", "mod a; mod c; pub use a::A; pub struct M;"), ("m/a.rs", a), ("m/c.rs", c)]
    };
    check(&room("use super::M; pub struct A;", "use super::{M, A};"), 0);
    check(&room("use super::c::C; pub struct A;", "use crate::m::A; pub struct C;"), 2);
    check(
        &[
            ("m/mod.rs", "mod a; fn f() { a::g() }"),
            ("m/a.rs", "use crate::b::B;"),
            ("b.rs", "use crate::m::f;"),
        ],
        3,
    );
}
