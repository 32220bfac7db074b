//! What the schema refuses and nothing else has told better.

use super::{Checked, shown};
use crate::check::problem::{Problem, Problems};
use crate::check::rules::form as own;
use crate::check::rules::{self, Severity};
use jsonschema::ValidationError;
use jsonschema::error::ValidationErrorKind;
use policy_explorer::finding::FindingCode;
use std::collections::BTreeSet;

/// Most refusals that are looked at.
const MOST: usize = 10_000;

pub fn check(checked: &Checked<'_>, problems: &mut Problems) {
    let Checked { document, schema, .. } = checked;
    if schema.validator.is_valid(document) {
        return;
    }
    let told = Told::new(problems);
    for error in schema.validator.iter_errors(document).take(MOST) {
        if let Some(problem) = problem(checked, &told, &error) {
            problems.add(problem);
        }
    }
}

/// The places of which something worse than a note was told.
struct Told {
    pointers: BTreeSet<String>,
    unsourced: BTreeSet<String>,
}

impl Told {
    fn new(problems: &Problems) -> Self {
        let serious = || problems.kept.iter().filter(|problem| problem.severity < Severity::Note);
        let without = rules::of(FindingCode::RecordUnsourced).name;
        let unsourced = serious().filter(|problem| problem.rule.name == without);
        Self {
            unsourced: unsourced.map(|problem| problem.pointer.clone()).collect(),
            pointers: serious().map(|problem| problem.pointer.clone()).collect(),
        }
    }

    /// Whether something was told of a place or of what is in it.
    fn has(&self, pointer: &str) -> bool {
        let inside = format!("{pointer}/");
        self.pointers.contains(pointer)
            || self.pointers.range(inside.clone()..).next().is_some_and(|next| next.starts_with(&inside))
    }
}

fn problem(checked: &Checked<'_>, told: &Told, error: &ValidationError<'_>) -> Option<Problem> {
    let pointer = error.instance_path().as_str();
    if let ValidationErrorKind::Required { property } = error.kind() {
        let name = property.as_str().unwrap_or_default();
        let field = format!("{pointer}/{name}");
        let is_told =
            told.pointers.contains(&field) || name == "evidence" && told.unsourced.contains(pointer);
        let meant = checked.schema.described(&field).unwrap_or_default().trim_end_matches('.');
        return (!is_told).then(|| Problem::new(&own::MISSING, field).value(name).meant(meant));
    }
    // Sources are needed one by one, and the list of them is told with the claim.
    let claim = pointer.strip_suffix("/evidence").unwrap_or(pointer);
    if told.has(pointer) || told.unsourced.contains(claim) {
        return None;
    }
    let value = shown(error.instance());
    let rule = match error.kind() {
        ValidationErrorKind::Type { .. } => rules::of(FindingCode::Type),
        ValidationErrorKind::AnyOf { .. } => rules::of(FindingCode::Text),
        _ => &own::FORM,
    };
    let wanted = checked.schema.wanted(pointer).map(|wanted| format!("it wants {wanted}"));
    let described = || checked.schema.described(pointer).map(|text| text.trim_end_matches('.').to_owned());
    let meant = if rule.name == own::FORM.name { described() } else { wanted };
    let found = Problem::new(rule, pointer).value(value).meant(meant.unwrap_or_default());
    Some(if pointer == "/published" {
        found.meant("").remedy("write the day and time with its zone, such as 2026-11-20T08:00:00Z")
    } else {
        found
    })
}
