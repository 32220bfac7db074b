//! The list of changes: each change of a status in force once and no other, so that all of them up to a date give
//! the statuses of that date; and what the publisher did, apart from it.

use crate::common;

use common::naive::Naive;
use common::whole::{whole, with};
use common::{clock, date, document, messages, read, topic};
use policy_explorer::changes::{Changes, Revision};
use policy_explorer::date::Date;
use policy_explorer::feed::{Feed, MeasureIndex, RegionIndex};
use policy_explorer::names::Names;
use policy_explorer::status::{Status, Topic};
use policy_explorer::survey::{Filter, Survey};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

const TODAY: &str = "2026-11-24";

fn survey(feed: &Feed, about: &str, (viewed, known): (&str, &str), filter: &Filter) -> Survey {
    Survey::new(feed, topic(feed, about), clock(viewed, known), filter)
}

/// The texts of the lines in the world and in the feed.
fn lines(document: &Value, about: &str, (viewed, known): (&str, &str), against: &str) -> [Vec<String>; 2] {
    let feed = read(document).value;
    let messages = messages("en");
    let names = Names::new(&feed, &messages);
    let survey = survey(&feed, about, (viewed, known), &Filter::default());
    let against = (!against.is_empty()).then(|| date(against));
    let changes = Changes::new(&feed, &names, &survey, against, date(TODAY));
    let world = changes.world.iter().map(|change| changes.line(&messages, &names, change));
    let acts = changes.feed.iter().flat_map(|revision| changes.revision(&messages, &names, revision));
    let text = |line: policy_explorer::changes::Line| {
        let country = line.country.map_or(String::new(), |(_, _, name)| name.text);
        let measure = line.measure.map_or(String::new(), |title| format!(", {}", title.text));
        let reason = line.reason.map_or(String::new(), |reason| format!(" {}", reason.text));
        let details =
            if line.details.is_empty() { String::new() } else { format!(" ({})", line.details.join(", ")) };
        format!("{country}{measure}: {}{reason}{details}", line.text)
    };
    [world.map(text).collect(), acts.map(text).collect()]
}

/// What the second resolver sees change when it walks over all days on which something might.
fn walked(
    naive: &Naive<'_>,
    days: &BTreeSet<String>,
    known: &str,
) -> Vec<(String, String, String, String, String)> {
    let mut walked = Vec::new();
    for country in &naive.members {
        for measure in &naive.measures {
            let mut before = "unknown".to_owned();
            for day in days {
                let now = naive.in_force(country, measure, day, known).unwrap_or("unknown").to_owned();
                if now != before {
                    walked.push((
                        day.clone(),
                        (*country).to_owned(),
                        (*measure).to_owned(),
                        before,
                        now.clone(),
                    ));
                    before = now;
                }
            }
        }
    }
    walked.sort();
    walked
}

fn day(date: Date) -> String {
    Date::of(date.first_day()).to_string()
}

/// The changes of all measures up to a date are those of the walk, and lead to the statuses of the date.
fn check(document: &Value, viewed: &str, known: &str, against: &str) {
    let feed = read(document).value;
    let naive = Naive::new(document);
    let messages = messages("en");
    let names = Names::new(&feed, &messages);
    let survey = survey(&feed, "overall", (viewed, known), &Filter::default());
    let (end, after) = (date(viewed).last_day(), (!against.is_empty()).then(|| date(against)));
    let all = Changes::new(&feed, &names, &survey, None, date(TODAY));
    let since = Changes::new(&feed, &names, &survey, after, date(TODAY));
    let told = |changes: &Changes<'_>| {
        let mut told: Vec<_> = changes
            .world
            .iter()
            .map(|change| {
                let record = change.record;
                let before = change.before.map_or("unknown".to_owned(), |level| feed[level].id.clone());
                let country = feed[record.member].code.to_string();
                (
                    day(record.date),
                    country,
                    feed[record.measure].id.clone(),
                    before,
                    feed[record.level].id.clone(),
                )
            })
            .collect();
        told.sort();
        told
    };
    let days: BTreeSet<String> = feed.records().iter().map(|record| day(record.date)).collect();
    let shown = |country: &str| naive.status(country, "overall", viewed, known) != "not-a-member";
    let expected: Vec<_> = walked(&naive, &days, known)
        .into_iter()
        .filter(|(day, country, ..)| date(day).first_day() <= end && shown(country))
        .collect();
    assert_eq!(told(&all), expected, "up to {viewed}, known {known}");
    let later = |day: &str| after.is_none_or(|after| date(day).first_day() > after.last_day());
    let expected: Vec<_> = expected.into_iter().filter(|(day, ..)| later(day)).collect();
    assert_eq!(told(&since), expected, "after {against} up to {viewed}, known {known}");
    assert!(all.world.is_sorted_by(|a, b| a.record.date.first_day() >= b.record.date.first_day()));
    // One after the other, they give the statuses of the date.
    let mut state = BTreeMap::new();
    for change in all.world.iter().rev() {
        let subject = (change.record.member, change.record.measure);
        assert_eq!(state.insert(subject, change.record.level), change.before);
    }
    for measure in feed.measure_indices() {
        let survey = Survey::new(&feed, Topic::Measure(measure), survey.clock, &Filter::default());
        for member in feed.member_indices().filter(|&member| survey.shows(member)) {
            let expected =
                state.get(&(member, measure)).map_or(Status::Unknown, |&level| Status::Level(level));
            assert_eq!(survey.status(member), expected);
        }
    }
}

#[test]
fn the_changes_of_the_real_feed_are_those_of_a_walk_over_its_days() {
    for (viewed, known, against) in [
        (TODAY, "", ""),
        (TODAY, "", "2014"),
        ("2014-05", "", "2012-02-01"),
        (TODAY, "2026-11-23", ""),
        ("1990", "", ""),
    ] {
        check(&document("hanoi-2011"), viewed, known, against);
    }
}

#[test]
fn the_changes_of_the_invented_feed_are_those_of_a_walk_over_its_days() {
    for (viewed, known, against) in [(TODAY, "", "2016"), ("2020-02", "2018", "")] {
        check(&document("demo"), viewed, known, against);
    }
}

#[test]
fn a_change_is_told_with_before_and_after_dating_and_sources() {
    let feed = with(&[(
        "/records/2",
        json!({"country": "FRA", "measure": "m", "status": "begun", "date": "2012-05", "dating": "by"}),
    )]);
    let [world, _] = lines(&feed, "m", (TODAY, ""), "");
    assert_eq!(
        world,
        [
            "France: from “B” to “D”, since 2014 (2 sources)",
            "France: “B” by May 2012; before that, no public data (No source given)",
        ]
    );
    let [world, _] = lines(&feed, "overall", (TODAY, ""), "2014");
    assert_eq!(world, ["Germany, N: “B” by February 2015; before that, no public data (1 source)"]);
}

#[test]
fn a_claim_that_confirms_the_status_in_force_is_no_change() {
    let feed = with(&[
        ("/records/1", json!({"country": "FRA", "measure": "m", "status": "done", "date": "2018"})),
        ("/records/2", json!({"country": "FRA", "measure": "m", "status": "begun", "date": "2020"})),
    ]);
    let [world, _] = lines(&feed, "m", (TODAY, ""), "");
    assert_eq!(world.len(), 2, "{world:?}");
    let [world, _] = lines(&feed, "m", (TODAY, ""), "2015");
    assert_eq!(world, ["France: from “D” to “B”, since 2020 (No source given)"]);
}

#[test]
fn a_change_still_to_come_is_called_announced() {
    let feed = with(&[("/records/0/date", json!("2027-03"))]);
    assert_eq!(lines(&feed, "m", (TODAY, ""), "")[0], [""; 0]);
    assert_eq!(
        lines(&feed, "m", ("2028", ""), "")[0],
        ["France: “D” since March 2027; before that, no public data (announced, 2 sources)"]
    );
}

#[test]
fn what_the_publisher_did_stands_apart_with_its_reason() {
    let [world, acts] = lines(&whole(), "overall", (TODAY, ""), "");
    assert!(world.iter().all(|line| !line.contains("2016")), "a withdrawn claim is no change: {world:?}");
    assert_eq!(
        acts,
        [
            "France, N: “D”, since 1 March 2016: withdrawn in 2020. Reason: C",
            "France, M: “D”, since 2014: recorded in 2015"
        ]
    );
    // As it was known before that, the claim stood.
    let [world, acts] = lines(&whole(), "n", (TODAY, "2019"), "");
    assert_eq!(world[0], "France: “D” since 1 March 2016; before that, no public data (1 source)");
    assert_eq!(acts, [""; 0]);
    assert_eq!(lines(&whole(), "overall", (TODAY, ""), "2015")[1].len(), 1);
    assert_eq!(lines(&whole(), "overall", ("2019", ""), "")[1].len(), 1);
}

#[test]
fn many_claims_recorded_on_one_day_are_one_line() {
    let [world, acts] = lines(&document("hanoi-2011"), "overall", (TODAY, ""), "");
    assert!(world.len() > 60, "{}", world.len());
    assert_eq!(acts, [": 131 claims recorded on 24 November 2026"]);
    let few = [1, 2, 3].map(|_| json!({"country": "FRA", "measure": "m", "status": "done", "date": "2014", "recorded": "2015-02"}));
    let [_, acts] = lines(&with(&[("/records", json!(few))]), "m", (TODAY, ""), "");
    assert_eq!(acts, ["France: “D”, since 2014: recorded in February 2015"; 3]);
}

#[test]
fn the_filters_narrow_both_lists() {
    let document = document("demo");
    let feed = read(&document).value;
    let names = Names::new(&feed, &messages("en"));
    let filter = Filter { regions: vec![RegionIndex(1)], ..Filter::default() };
    let survey = Survey::new(&feed, Topic::Measure(MeasureIndex(0)), clock(TODAY, ""), &filter);
    let changes = Changes::new(&feed, &names, &survey, None, date(TODAY));
    assert!(!changes.world.is_empty() && !changes.feed.is_empty());
    let records = changes.world.iter().map(|change| change.record);
    let acts = changes.feed.iter().flat_map(|act| match act {
        Revision::Recorded(_, records) => records.clone(),
        Revision::Withdrawn(_, record) => vec![*record],
    });
    for record in records.chain(acts) {
        assert_eq!((feed[record.member].region, record.measure), (Some(RegionIndex(1)), MeasureIndex(0)));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_changes_of_every_feed_are_those_of_a_walk_over_its_days(
        document in common::generate::feed(),
        viewed in common::generate::date(),
        known in prop_oneof![Just(String::new()), common::generate::date()],
        against in prop_oneof![Just(String::new()), common::generate::date()],
    ) {
        check(&document, &viewed, &known, &against);
    }
}
