//! Sources and other addresses: given twice, or on a host that is not what it looks like.

use super::{Checked, address, quoted};
use crate::check::problem::{Fix, Problem, Problems};
use crate::check::rules::claims as rules;
use serde_json::Value;
use std::collections::HashMap;

pub fn check(checked: &Checked<'_>, problems: &mut Problems) {
    checked.schema.visit(checked.document, &mut |visit| {
        if visit.is("evidence") {
            twice(visit.pointer, visit.value, problems);
        }
        let address =
            visit.value.as_str().filter(|_| visit.is("link") || visit.pointer == "/publisher/contact");
        if let Some(address) = address
            && let Some(doubt) = address::doubt(address)
        {
            problems.add(Problem::new(&rules::HOST, visit.pointer).value(quoted(address)).meant(doubt));
        }
    });
}

/// The sources of one list that have an address which one before them has.
fn twice(pointer: &str, list: &Value, problems: &mut Problems) {
    let mut first: HashMap<&str, &Value> = HashMap::new();
    for (index, source) in list.as_array().into_iter().flatten().enumerate() {
        let Some(url) = source["url"].as_str() else { continue };
        let Some(before) = first.get(url) else {
            first.insert(url, source);
            continue;
        };
        let problem = Problem::new(&rules::EVIDENCE_TWICE, format!("{pointer}/{index}"));
        problems.add(problem.value(quoted(url)).fix((*before == source).then_some(Fix::Remove)));
    }
}
