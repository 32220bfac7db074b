//! What changed between two dates, held against the second resolver: for both feeds and for feeds made at
//! random.

use crate::common;

use common::generate;
use common::naive::Naive;
use common::whole::{whole, with};
use common::{clock, date, document, member, messages, read, topic, world};
use policy_explorer::against::{Change, change};
use policy_explorer::context::Context;
use policy_explorer::feed::Feed;
use policy_explorer::headline::headline;
use policy_explorer::names::Names;
use policy_explorer::scene::class::legend;
use policy_explorer::scene::map::MapScene;
use policy_explorer::survey::{Filter, Survey};
use proptest::prelude::*;
use serde_json::{Value, json};

/// What changed by the words of the documentation, from the statuses of the second resolver.
fn expected(
    naive: &Naive<'_>,
    feed: &Feed,
    country: &str,
    about: &str,
    dates: [&str; 2],
) -> Option<&'static str> {
    let [then, now] = dates.map(|date| naive.status(country, about, date, ""));
    if now == "not-a-member" {
        return None;
    }
    if now == "unknown" {
        return Some("unknown or withdrawn");
    }
    if then == "unknown" || then == "not-a-member" {
        return Some("first-known");
    }
    if then == now {
        return Some("same");
    }
    let rank = |status: &str| match status.split_once("-of-") {
        Some((done, _)) if about == "overall" => done.parse().ok(),
        _ => feed[feed.level(status)?].rank,
    };
    Some(match (rank(&then), rank(&now)) {
        (Some(then), Some(now)) if now > then => "forward",
        (Some(then), Some(now)) if now < then => "back",
        _ => "otherwise",
    })
}

fn check(document: &Value, dates: [&str; 2]) -> usize {
    let (feed, naive) = (read(document).value, Naive::new(document));
    let mut changed = 0;
    for about in naive.measures.iter().chain(&["overall"]) {
        for country in &naive.members {
            let found = change(
                &feed,
                member(&feed, country),
                topic(&feed, about),
                date(dates[0]),
                clock(dates[1], ""),
            );
            let wanted = expected(&naive, &feed, country, about, dates);
            let told = match found {
                Some(Change::Unknown | Change::Withdrawn) => Some("unknown or withdrawn"),
                other => other.map(Change::id),
            };
            assert_eq!(told, wanted, "{country} {about} {dates:?}");
            changed += usize::from(found.is_some_and(Change::is_change));
        }
    }
    changed
}

#[test]
fn the_feeds_change_as_their_statuses_do() {
    let found = |name: &str, dates| check(&document(name), dates);
    assert_eq!(found("hanoi-2011", ["2026-11-23", "2026-11-24"]), 0);
    assert!(found("hanoi-2011", ["2011-11-03", "2026-11-24"]) > 30);
    assert!(found("demo", ["2011", "2020-05"]) > 50);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn feeds_made_at_random_change_as_their_statuses_do(feed in generate::feed(), then in generate::date(), now in generate::date()) {
        check(&feed, [&then, &now]);
    }
}

#[test]
fn a_claim_taken_back_between_the_dates_is_told_as_withdrawn() {
    // France's claim for the measure n counts from 2016 and was withdrawn in 2020.
    let feed = read(&whole()).value;
    let told = |then: &str, now: &str, known: &str| {
        change(&feed, member(&feed, "FRA"), topic(&feed, "n"), date(then), clock(now, known)).map(Change::id)
    };
    for (then, now, known, expected) in [
        ("2017", "2026", "", "withdrawn"),
        ("2010", "2026", "", "withdrawn"),
        ("2021", "2026", "", "unknown"),
        ("2017", "2019", "", "unknown"),
        // As it was known before, it counted.
        ("2010", "2026", "2018", "first-known"),
        ("2017", "2026", "2018", "same"),
        ("2017", "2026", "2021", "withdrawn"),
    ] {
        assert_eq!(told(then, now, known), Some(expected), "{then} {now} known {known}");
    }
}

#[test]
fn map_legend_and_sentence_tell_the_same_changes() {
    let document = document("demo");
    let (feed, world, messages) = (read(&document).value, world(), messages("en"));
    let names = Names::new(&feed, &messages);
    let region = feed.region("europe").or(Some(policy_explorer::feed::RegionIndex(0))).expect("a region");
    for regions in [vec![], vec![region]] {
        let filter = Filter { regions, ..Filter::default() };
        let about = topic(&feed, &feed.measures[0].id);
        let survey = Survey::new(&feed, about, clock("2020", ""), &filter).against(&feed, date("2012"));
        let entries = legend(&feed, &messages, &survey, &[]);
        let scene = MapScene::new(Context::new(&feed, &messages, &names, &survey), &world, 960.0);
        for entry in &entries {
            let drawn = scene.items.iter().filter(|item| !item.muted && item.shade == entry.shade).count();
            assert_eq!(Some(drawn), entry.count, "{}", entry.class.id);
        }
        let changed: usize = entries[..5].iter().filter_map(|entry| entry.count).sum();
        let sentence = headline(&feed, &messages, &survey, &filter, None, date("2026-11-24")).sentence;
        assert!(
            sentence.contains(&format!("status of {changed} of {} members changed after", survey.total())),
            "{sentence}"
        );
        assert!(
            changed > 0 && entries.iter().filter_map(|entry| entry.count).sum::<usize>() == survey.total()
        );
    }
}

#[test]
fn a_status_beside_the_order_is_neither_forward_nor_back() {
    let feed = read(&with(&[(
        "/records/1",
        json!({"country": "FRA", "measure": "m", "status": "beside", "date": "2018"}),
    )]))
    .value;
    let told = change(&feed, member(&feed, "FRA"), topic(&feed, "m"), date("2016"), clock("2020", ""));
    assert_eq!(told, Some(Change::Otherwise));
}
