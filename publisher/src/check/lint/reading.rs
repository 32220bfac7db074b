//! What the reader of feeds found, with what was probably meant.

use super::address;
use super::{Checked, quoted, shown};
use crate::check::guess::{Dates, Near, dates, near};
use crate::check::problem::{Fix, Problem, Problems};
use crate::check::rules;
use policy_explorer::finding::{Finding, FindingCode};
use serde_json::Value;

pub fn check(checked: &Checked<'_>, problems: &mut Problems) {
    checked.findings.iter().for_each(|finding| problems.add(problem(checked, finding)));
}

fn problem(checked: &Checked<'_>, finding: &Finding) -> Problem {
    let value = checked.document.pointer(&finding.pointer).unwrap_or(&Value::Null);
    let is_shown = match value {
        Value::Null => false,
        Value::Object(_) | Value::Array(_) => matches!(finding.code, FindingCode::Type | FindingCode::Text),
        _ => finding.code != FindingCode::Long,
    };
    let found = Problem::new(rules::of(finding.code), &finding.pointer);
    let found = if is_shown { found.value(shown(value)) } else { found };
    explained(checked, finding, value, found)
}

fn explained(checked: &Checked<'_>, finding: &Finding, value: &Value, found: Problem) -> Problem {
    let feed = checked.feed;
    let text = value.as_str().unwrap_or_default();
    let field = finding.pointer.rsplit('/').next().unwrap_or_default();
    match finding.code {
        FindingCode::MemberCode
        | FindingCode::RecordCountry
        | FindingCode::MemberName
        | FindingCode::MemberShape => country(checked, finding.code, text, found),
        FindingCode::Item if field == "country" => country(checked, finding.code, text, found),
        FindingCode::MemberRegion => declared(text, feed.regions.iter().map(|item| item.id.as_str()), found),
        FindingCode::RecordMeasure => {
            declared(text, feed.measures.iter().map(|item| item.id.as_str()), found)
        }
        FindingCode::Item if field == "measure" => {
            declared(text, feed.measures.iter().map(|item| item.id.as_str()), found)
        }
        FindingCode::RecordStatus => declared(text, feed.scale.iter().map(|item| item.id.as_str()), found),
        FindingCode::RecordDating => declared(text, ["since", "by"].into_iter(), found),
        FindingCode::Date if field == "published" => {
            found.remedy("write the day and time with its zone, such as 2026-11-20T08:00:00Z")
        }
        FindingCode::Date | FindingCode::MemberDate | FindingCode::RecordDate => date(text, found),
        FindingCode::Item if matches!(field, "date" | "from" | "to") => date(text, found),
        FindingCode::Item => lacking(value, found),
        FindingCode::Type => wanted(checked, finding, value, found),
        FindingCode::Year => found.fix(Some(Fix::Value(quoted(&value.to_string())))),
        FindingCode::Address => found.meant(address::reason(text, field)),
        FindingCode::RequestPlace | FindingCode::Term => found.value(quoted(&finding.value)),
        _ => found,
    }
}

fn country(checked: &Checked<'_>, code: FindingCode, text: &str, found: Problem) -> Problem {
    let Some(meant) = checked.countries.meant(text).filter(|meant| meant.as_str() != text) else {
        let known = checked.countries.meant(text).and_then(|code| checked.countries.name(code));
        return match known {
            Some(name) => found.meant(format!("{text} is {name}, which is not listed under members")),
            None => found,
        };
    };
    let name = checked.countries.name(meant).unwrap_or_default();
    let is_member = checked.feed.member(meant).is_some();
    let may_be = matches!(code, FindingCode::MemberCode) != is_member;
    let found = match (code, is_member) {
        (FindingCode::MemberCode | FindingCode::MemberName | FindingCode::MemberShape, _) | (_, true) => {
            found.meant(format!("{name} is {meant}"))
        }
        _ => found.meant(format!("{name} is {meant}, which is not listed under members")),
    };
    // A code that is not assigned may be the publisher's own.
    let is_open = matches!(code, FindingCode::MemberName | FindingCode::MemberShape);
    found.fix((may_be && !is_open).then(|| Fix::Value(quoted(meant.as_str()))))
}

/// The nearest of the names that there are, or all of them if they are few.
fn declared<'a>(text: &str, known: impl Iterator<Item = &'a str> + Clone, found: Problem) -> Problem {
    const FEW: usize = 8;
    match near(text, known.clone()) {
        Some(Near::Same(name)) => {
            let fix = Fix::Value(quoted(&name));
            found.meant(format!("did you mean {}?", quoted(&name))).fix(Some(fix))
        }
        Some(Near::Alike(name)) => found.meant(format!("did you mean {}?", quoted(&name))),
        None if known.clone().count() <= FEW && known.clone().next().is_some() => {
            found.meant(format!("there is {}", known.map(quoted).collect::<Vec<_>>().join(", ")))
        }
        None => found,
    }
}

fn date(text: &str, found: Problem) -> Problem {
    match dates(text) {
        Dates::One(date) => {
            let meant = format!("this is {date}");
            found.meant(meant).fix(Some(Fix::Value(quoted(&date))))
        }
        Dates::Two(one, other) => {
            found.meant(format!("this may be {one} or {other}: look it up in the source"))
        }
        Dates::NoSuchDay => found.meant("there is no such day"),
        Dates::Unknown => found,
    }
}

/// Which of the fields an item needs are missing.
fn lacking(value: &Value, found: Problem) -> Problem {
    let has = |field: &str| value.get(field).is_some_and(|value| !value.is_null());
    let is_milestone = found.pointer.contains("/milestones/");
    let is_response = found.pointer.contains("/responses/");
    let needed: &[&str] = match () {
        () if is_milestone => &["date", "title"],
        () if is_response => &["text"],
        () => &["url", "title"],
    };
    let missing: Vec<_> = needed.iter().filter(|field| value.is_object() && !has(field)).copied().collect();
    if missing.is_empty() { found } else { found.meant(format!("{} is missing", missing.join(" and "))) }
}

fn wanted(checked: &Checked<'_>, finding: &Finding, value: &Value, found: Problem) -> Problem {
    let Some(wanted) = checked.schema.wanted(&finding.pointer) else { return found };
    let text = value.as_str().unwrap_or_default();
    let fix = match wanted.as_str() {
        "a whole number" => text.trim().parse::<i32>().ok().map(|number| number.to_string()),
        // In doubt a feed is a demo; that it is none must be the publisher's word.
        "true or false" if text.eq_ignore_ascii_case("true") => Some("true".to_owned()),
        _ => None,
    };
    found.meant(format!("it wants {wanted}")).fix(fix.map(Fix::Value))
}
