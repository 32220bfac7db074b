//! The languages of texts and sources: whether they are languages, and which of them a text lacks.

use super::{Checked, quoted};
use crate::check::guess::Countries;
use crate::check::problem::{Fix, Problem, Problems};
use crate::check::rules::form as rules;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

pub fn check(checked: &Checked<'_>, problems: &mut Problems) {
    let mut texts: BTreeMap<String, Vec<(String, BTreeSet<String>)>> = BTreeMap::new();
    checked.schema.visit(checked.document, &mut |visit| {
        let is_text = visit.is("text") || visit.is("label");
        if visit.is("language") {
            tag(checked.countries, visit.pointer, visit.value.as_str(), problems);
        } else if let (true, Value::Object(spoken)) = (is_text, visit.value) {
            for name in spoken.keys() {
                let place = format!("{}/{}", visit.pointer, name.replace('~', "~0").replace('/', "~1"));
                name_tag(checked.countries, &place, name, problems);
            }
        }
        if is_text && is_the_publishers(visit.pointer) {
            let spoken = visit.value.as_object().into_iter().flatten().map(|entry| entry.0.clone()).collect();
            texts.entry(field(visit.pointer)).or_default().push((visit.pointer.to_owned(), spoken));
        }
    });
    texts.values().for_each(|texts| lacking(texts, problems));
}

/// Whether a text is the publisher’s own, and more than a name.
fn is_the_publishers(pointer: &str) -> bool {
    let steps: Vec<_> = pointer.split('/').skip(1).collect();
    let is_of_others =
        |step: &&str| matches!(*step, "evidence" | "responses" | "publisher" | "license" | "force");
    !steps.iter().any(is_of_others) && steps[0] != "members" && steps.get(1) != Some(&"terms")
}

/// The field, whatever item it is in; those that stand in no list go together.
fn field(pointer: &str) -> String {
    let steps: Vec<_> = pointer.split('/').skip(1).collect();
    let is_listed = steps.iter().any(|step| step.parse::<usize>().is_ok());
    let steps = steps.into_iter().filter(|step| step.parse::<usize>().is_err());
    if is_listed { steps.collect::<Vec<_>>().join("/") } else { String::new() }
}

/// Notes the texts that lack a language which at least half of the same field have.
fn lacking(texts: &[(String, BTreeSet<String>)], problems: &mut Problems) {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for lang in texts.iter().flat_map(|text| &text.1) {
        *counts.entry(lang).or_default() += 1;
    }
    let usual: Vec<_> =
        counts.into_iter().filter(|entry| entry.1 * 2 >= texts.len()).map(|entry| entry.0).collect();
    for (pointer, spoken) in texts {
        let missing: Vec<_> = usual.iter().copied().filter(|lang| !spoken.contains(*lang)).collect();
        if !missing.is_empty() {
            problems.add(Problem::new(&rules::TRANSLATION, pointer).value(missing.join(", ")));
        }
    }
}

fn name_tag(countries: &Countries, pointer: &str, name: &str, problems: &mut Problems) {
    if let Some((meant, fix)) = wrong(countries, name) {
        let problem = Problem::new(&rules::LANGUAGE, pointer).on_name().value(quoted(name));
        problems.add(problem.meant(meant).fix(fix.map(Fix::Name)));
    }
}

fn tag(countries: &Countries, pointer: &str, text: Option<&str>, problems: &mut Problems) {
    let Some(text) = text else { return };
    if let Some((meant, fix)) = wrong(countries, text) {
        let problem = Problem::new(&rules::LANGUAGE, pointer).value(quoted(text));
        problems.add(problem.meant(meant).fix(fix.map(|tag| Fix::Value(quoted(&tag)))));
    }
}

/// What is meant by a tag of no language, and the tag, if it can be no other; `None` if the tag is right.
fn wrong(countries: &Countries, tag: &str) -> Option<(String, Option<String>)> {
    let language = tag.split('-').next().unwrap_or_default();
    let is_known = |tag: &str| tag == "und" || tag == "mul" || countries.language(tag).is_some();
    if (2..=3).contains(&language.len()) && is_known(language) && is_well_formed(tag) {
        return None;
    }
    let plain = tag.replace('_', "-");
    if plain != tag && wrong(countries, &plain).is_none() {
        return Some((format!("this is {plain}"), Some(plain)));
    }
    let letters = || b'a'..=b'z';
    let short = letters().flat_map(|a| letters().map(move |b| [a, b]));
    let mut named = short
        .filter_map(|tag| String::from_utf8(tag.to_vec()).ok())
        .filter(|tag| countries.language(tag).is_some_and(|name| name.eq_ignore_ascii_case(language)));
    Some(match named.next() {
        Some(short) => (format!("{language} is {short}"), (language == tag).then_some(short)),
        None => (String::new(), None),
    })
}

/// Whether a tag has the form of BCP 47, as far as feeds use it.
fn is_well_formed(tag: &str) -> bool {
    tag.split('-')
        .all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}
