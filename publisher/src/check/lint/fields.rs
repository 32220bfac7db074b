//! Fields that the format does not have, and criteria for no status.

use super::{Checked, quoted};
use crate::check::guess::{Near, near};
use crate::check::problem::{Fix, Problem, Problems};
use crate::check::rules::form as rules;
use crate::check::schema::Visit;

pub fn check(checked: &Checked<'_>, problems: &mut Problems) {
    checked.schema.visit(checked.document, &mut |visit| {
        unknown(visit, problems);
        if visit.pointer.starts_with("/measures/") && visit.pointer.ends_with("/criteria") {
            criteria(checked, visit, problems);
        }
    });
}

/// The place of a field.
fn place(visit: &Visit<'_>, name: &str) -> String {
    format!("{}/{}", visit.pointer, name.replace('~', "~0").replace('/', "~1"))
}

fn unknown(visit: &Visit<'_>, problems: &mut Problems) {
    let known = visit.node["properties"].as_object();
    let (Some(object), Some(known)) = (visit.value.as_object(), known) else { return };
    // Editors find the schema by "$schema".
    let is_unknown = |name: &&String| !known.contains_key(*name) && !name.starts_with('$');
    for name in object.keys().filter(is_unknown) {
        let free = known.keys().map(String::as_str).filter(|field| !object.contains_key(*field));
        let Some(near) = near(name, free) else {
            problems
                .add(Problem::new(&rules::FIELD_UNKNOWN, place(visit, name)).on_name().value(quoted(name)));
            continue;
        };
        let problem = Problem::new(&rules::FIELD_TYPO, place(visit, name)).on_name().value(quoted(name));
        let problem = problem.meant(format!("did you mean {}?", quoted(near.name())));
        let fix = matches!(near, Near::Same(_)).then(|| Fix::Name(near.name().to_owned()));
        problems.add(problem.fix(fix));
    }
}

fn criteria(checked: &Checked<'_>, visit: &Visit<'_>, problems: &mut Problems) {
    let levels = || checked.feed.scale.iter().map(|level| level.id.as_str());
    for name in visit.value.as_object().into_iter().flatten().map(|entry| entry.0) {
        if !levels().any(|level| level == name) {
            let problem = Problem::new(&rules::CRITERION, place(visit, name)).on_name().value(quoted(name));
            let meant = near(name, levels()).map(|near| format!("did you mean {}?", quoted(near.name())));
            problems.add(problem.meant(meant.unwrap_or_default()));
        }
    }
}
