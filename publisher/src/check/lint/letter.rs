//! The feed’s letter and its own words: places that are never filled, forms that a language lacks.

use super::{Checked, quoted};
use crate::check::problem::{Problem, Problems};
use crate::check::rules;
use policy_explorer::finding::FindingCode;
use policy_explorer::message::terms;
use policy_explorer::request;

pub fn check(checked: &Checked<'_>, problems: &mut Problems) {
    let policy = &checked.feed.policy;
    for (lang, place) in policy.request.as_ref().map(request::unknown).unwrap_or_default() {
        // A text of no stated language stands in the field itself.
        let spoken = if lang.is_empty() { String::new() } else { format!("/{lang}") };
        let problem = Problem::new(rules::of(FindingCode::RequestPlace), format!("/policy/request{spoken}"));
        problems.add(problem.value(quoted(place)));
    }
    for (lang, term) in terms::lacking(&policy.terms) {
        let problem = Problem::new(rules::of(FindingCode::Term), format!("/policy/terms/{term}"));
        problems.add(problem.value(quoted(lang)));
    }
}
