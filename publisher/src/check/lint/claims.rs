//! What claims say beside each other, beside the membership and beside the policy.

use super::Checked;
use crate::check::problem::{Fix, Problem, Problems};
use crate::check::rules::{Rule, claims as rules};
use policy_explorer::date::{Date, Day};
use policy_explorer::feed::Record;
use serde_json::Value;

pub fn check(checked: &Checked<'_>, problems: &mut Problems) {
    let feed = checked.feed;
    for record in feed.records() {
        alone(checked, record, problems);
    }
    for pair in feed.records().windows(2) {
        beside(checked, (&pair[0], &pair[1]), problems);
    }
    for (index, member) in members(checked.document) {
        let date = |field: &str| member[field].as_str().and_then(Date::parse);
        let (Some(joined), Some(left)) = (date("joined"), date("left")) else { continue };
        if left.last_day() <= joined.first_day() {
            let problem = Problem::new(&rules::LEFT_FIRST, format!("/members/{index}/left"));
            problems.add(problem.value(format!("{left}, and joined in {joined}")));
        }
    }
}

fn members(document: &Value) -> impl Iterator<Item = (usize, &Value)> {
    document["members"].as_array().into_iter().flatten().enumerate()
}

/// The problem of a record’s date.
fn dated(rule: &'static Rule, record: &Record, value: String) -> Problem {
    Problem::new(rule, format!("/records/{}/date", record.position)).value(value)
}

fn alone(checked: &Checked<'_>, record: &Record, problems: &mut Problems) {
    let feed = checked.feed;
    let (first, last, date) = (record.date.first_day(), record.date.last_day(), record.date);
    let member = &feed[record.member];
    if let Some(joined) = member.joined.filter(|joined| last < joined.first_day()) {
        problems.add(dated(
            &rules::BEFORE_JOINED,
            record,
            format!("{date}, and {} joined in {joined}", member.code),
        ));
    }
    if let Some(left) = member.left.filter(|left| first >= left.first_day()) {
        problems.add(dated(
            &rules::AFTER_LEFT,
            record,
            format!("{date}, and {} left in {left}", member.code),
        ));
    }
    if let Some(adopted) = feed.policy.adopted.filter(|adopted| last < adopted.first_day()) {
        problems.add(dated(&rules::BEFORE_POLICY, record, format!("{date}, and the policy is of {adopted}")));
    }
    let place = |field: &str| format!("/records/{}/{field}", record.position);
    if let Some((recorded, withdrawn)) = record.recorded.zip(record.withdrawn)
        && withdrawn.last_day() < recorded.first_day()
    {
        let problem = Problem::new(&rules::WITHDRAWN_FIRST, place("withdrawn"));
        problems.add(problem.value(format!("{withdrawn}, and recorded in {recorded}")));
    }
    let published: Option<Day> = feed.published.map(Date::last_day);
    let ahead = |date: &Date| published.is_some_and(|published| date.first_day() > published);
    for (field, date) in [("recorded", record.recorded), ("withdrawn", record.withdrawn)] {
        if let Some(date) = date.filter(ahead) {
            let published = feed.published.map(|date| date.to_string()).unwrap_or_default();
            let problem = Problem::new(&rules::RECORDED_AHEAD, place(field));
            problems.add(problem.value(format!("{date}, and published on {published}")));
        }
    }
}

/// Two records that follow each other by country, measure and date.
fn beside(checked: &Checked<'_>, (one, other): (&Record, &Record), problems: &mut Problems) {
    let is_one_subject = (one.member, one.measure) == (other.member, other.measure);
    let is_one_day = one.date.first_day() == other.date.first_day();
    if !is_one_subject || !is_one_day || one.withdrawn.is_some() || other.withdrawn.is_some() {
        return;
    }
    let feed = checked.feed;
    let other_place = format!("/records/{}", other.position);
    if one.level != other.level {
        let value = format!("{} and {}", feed[one.level].id, feed[other.level].id);
        let problem = Problem::new(&rules::DISAGREE, format!("{other_place}/status"));
        let problem = problem.value(value).meant(format!("the other one is /records/{}", one.position));
        problems.add(problem.lenient(feed.demo));
    } else if (one.date, one.dating) == (other.date, other.dating) {
        let json = |record: &Record| &checked.document["records"][record.position];
        let is_same = json(one) == json(other);
        let problem = Problem::new(&rules::TWICE, other_place);
        let problem = problem.meant(format!("the other one is /records/{}", one.position));
        problems.add(problem.fix(is_same.then_some(Fix::Remove)).lenient(feed.demo));
    }
}
