//! The profile: the bar of each measure over time, the countries before and after, the region and the groups.

use crate::common;

use common::naive::Naive;
use common::whole::{whole, with};
use common::{clock, date, document, member, messages, read, topic};
use policy_explorer::context::Context;
use policy_explorer::feed::details::Fetched;
use policy_explorer::feed::{Feed, GroupIndex, MeasureIndex, RegionIndex};
use policy_explorer::names::Names;
use policy_explorer::profile::{Profile, Scope};
use policy_explorer::scene::history::{History, history};
use policy_explorer::status::is_member;
use policy_explorer::survey::{Filter, Survey};
use proptest::prelude::*;
use serde_json::{Value, json};

const TODAY: &str = "2026-11-24";

fn profile(feed: &Feed, code: &str, about: &str, (viewed, known): (&str, &str), filter: &Filter) -> Profile {
    let messages = messages("en");
    let names = Names::new(feed, &messages);
    let survey = Survey::new(feed, topic(feed, about), clock(viewed, known), filter);
    Profile::new(
        Context::new(feed, &messages, &names, &survey),
        date(TODAY),
        member(feed, code),
        &Fetched::Coming,
    )
}

fn bar(feed: &Feed, code: &str, measure: &str, (viewed, known): (&str, &str)) -> Option<History> {
    let measure = feed.measure(measure).expect("a measure");
    history(feed, &messages("en"), (clock(viewed, known), date(TODAY)), member(feed, code), measure)
}

#[test]
fn a_bar_says_in_words_what_it_shows() {
    let feed = read(&whole()).value;
    let said = |code, measure, viewed| bar(&feed, code, measure, (viewed, "")).map(|bar| bar.label);
    assert_eq!(
        said("FRA", "m", "2026-11-24").as_deref(),
        Some("Over time: at the start: no public data; since 2014: D. Date shown: 24 November 2026.")
    );
    assert_eq!(
        said("DEU", "n", "2012").as_deref(),
        Some("Over time: at the start: no public data; by February 2015: B. Date shown: 2012.")
    );
    assert_eq!(said("DEU", "m", "2026"), None);
    // The withdrawn claim is no step, unless one looks as of a day when it stood.
    assert_eq!(said("FRA", "n", "2026"), None);
    let then = bar(&feed, "FRA", "n", ("2026", "2018")).expect("a bar");
    assert_eq!(
        then.label,
        "Over time: at the start: no public data; since 1 March 2016: D. Date shown: 2026."
    );
}

#[test]
fn a_bar_begins_with_the_adoption_or_the_first_claim_and_ends_today_or_later() {
    let feed = read(&whole()).value;
    let years = |viewed| bar(&feed, "FRA", "m", (viewed, "")).map(|bar| bar.years);
    let expected = |start: &str, end: &str| Some([start.to_owned(), end.to_owned()]);
    assert_eq!(years("2026-11-24"), expected("2011", "2026"));
    assert_eq!(years("2031"), expected("2011", "2031"));
    assert_eq!(years("2005-06"), expected("2005", "2026"));
    let early = with(&[("/records/0/date", json!("2001-05"))]);
    assert_eq!(
        bar(&read(&early).value, "FRA", "m", ("2020", "")).map(|bar| bar.years),
        expected("2001", "2026")
    );
}

#[test]
fn a_status_that_was_there_by_a_date_has_an_open_beginning() {
    let feed = read(&whole()).value;
    let steps = |code, measure| bar(&feed, code, measure, ("2026", "")).expect("a bar").steps;
    assert_eq!(steps("DEU", "n").iter().map(|step| step.by).collect::<Vec<_>>(), [false, true]);
    assert_eq!(steps("FRA", "m").iter().map(|step| step.by).collect::<Vec<_>>(), [false, false]);
}

/// The bar has no gaps, and at any date the status of that date.
fn check_bar(
    feed: &Feed,
    naive: &Naive,
    code: &str,
    measure: MeasureIndex,
    (viewed, known): (&str, &str),
    at: &str,
) {
    let id = feed[measure].id.clone();
    let Some(bar) = bar(feed, code, &id, (viewed, known)) else {
        let status = naive.status(code, &id, viewed, known);
        assert!(["unknown", "not-a-member"].contains(&status.as_str()), "{code} has no bar, but {status}");
        return;
    };
    assert_eq!((bar.steps[0].from, bar.steps[bar.steps.len() - 1].to), (0.0, 1.0));
    assert!(bar.steps.windows(2).all(|pair| pair[0].to == pair[1].from && pair[0].from <= pair[0].to));
    assert!(bar.steps.windows(2).all(|pair| pair[0].class.id != pair[1].class.id));
    assert!((0.0..=1.0).contains(&bar.viewed));
    // Read the bar at a date by looking at the place that the mark of that date has.
    let at_date =
        history(feed, &messages("en"), (clock(at, known), date(TODAY)), member(feed, code), measure);
    let at_date = at_date.expect("the same claims count");
    let place = at_date.viewed;
    let status = naive.status(code, &id, at, known);
    let read = at_date.steps.iter().rev().find(|step| step.from <= place).expect("a step");
    assert_eq!(read.class.id, status, "{code} {id} at {at}, as known {known}: {:?}", at_date.label);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_bar_shows_the_status_of_each_day(
        document in common::generate::feed(),
        viewed in common::generate::date(), at in common::generate::date(), known in common::generate::date(),
    ) {
        let (feed, naive) = (read(&document).value, Naive::new(&document));
        for &code in &naive.members {
            for measure in feed.measure_indices() {
                check_bar(&feed, &naive, code, measure, (&viewed, ""), &at);
                check_bar(&feed, &naive, code, measure, (&viewed, &known), &at);
            }
        }
    }

    #[test]
    fn peers_are_counted_as_a_naive_reading_does(
        document in common::generate::feed(), viewed in common::generate::date(),
    ) {
        let (feed, naive) = (read(&document).value, Naive::new(&document));
        for &code in &naive.members {
            for about in naive.measures.iter().chain(&["overall"]) {
                check_peers(&feed, &naive, code, about, &viewed);
            }
        }
    }
}

/// Each region and group that the country is in on the date, with how many are at the highest status.
fn check_peers(feed: &Feed, naive: &Naive, code: &str, about: &str, viewed: &str) {
    let all = format!("{0}-of-{0}", naive.measures.len());
    let is_highest = |status: &str| if about == "overall" { status == all } else { naive.is_highest(status) };
    let is_ranked = about == "overall" || naive.scale.iter().any(|status| naive.is_highest(status));
    let peers = profile(feed, code, about, (viewed, ""), &Filter::default()).peers;
    let region = naive.region(code);
    let regions = naive.regions.iter().copied().filter(|id| *id == region).map(|id| (vec![id], vec![]));
    let groups = naive.groups.iter().copied().map(|id| (vec![], vec![id]));
    let is_member = is_member(feed, member(feed, code), date(viewed));
    let mut expected = Vec::new();
    for (regions, groups) in regions.chain(groups) {
        if is_ranked && is_member && naive.is_in_scope(code, viewed, &regions, &groups) {
            let counts = naive.counts(about, (viewed, ""), &regions, &groups);
            let done: usize = counts.iter().filter(|entry| is_highest(entry.0)).map(|entry| entry.1).sum();
            let total: usize = counts.values().sum();
            let scope = match (regions.first(), groups.first()) {
                (Some(id), _) => Scope::Region(feed.region(id).expect("a region")),
                (None, id) => Scope::Group(feed.group(id.expect("a group")).expect("a group")),
            };
            let unknown = counts.get("unknown").copied().unwrap_or_default();
            let said =
                if unknown == total { "no public data".to_owned() } else { format!("{done} of {total}") };
            expected.push((scope, said));
        }
    }
    let found = peers.map_or_else(Vec::new, |peers| peers.scopes);
    let found: Vec<_> = found.into_iter().map(|peer| (peer.scope, peer.count)).collect();
    assert_eq!(found, expected, "{code}, {about}, {viewed}");
}

#[test]
fn the_real_feed_tells_the_peers_of_france() {
    let feed = read(&document("hanoi-2011")).value;
    let peers = profile(&feed, "FRA", "icse-access", (TODAY, ""), &Filter::default()).peers.expect("peers");
    assert_eq!((peers.scopes[0].label.text.as_str(), peers.scopes[0].count.as_str()), ("Europe", "16 of 50"));
    let labels: Vec<&str> = peers.scopes.iter().map(|peer| peer.label.text.as_str()).collect();
    assert!(labels.contains(&"European Union") && !labels.contains(&"African Union"), "{labels:?}");
    assert!(matches!(peers.scopes[0].scope, Scope::Region(RegionIndex(_))));
    assert!(matches!(peers.scopes[1].scope, Scope::Group(GroupIndex(_))));
}

#[test]
fn a_feed_without_regions_and_groups_or_without_ranks_has_no_peers() {
    let bare = with(&[("/regions", json!([])), ("/groups", json!([]))]);
    let unranked: Vec<Value> =
        ["done", "begun", "beside"].iter().map(|id| json!({"id": id, "label": id})).collect();
    let unranked = with(&[("/scale", json!(unranked))]);
    for document in [bare, unranked] {
        assert_eq!(profile(&read(&document).value, "FRA", "m", ("2026", ""), &Filter::default()).peers, None);
    }
}

#[test]
fn the_countries_before_and_after_are_those_that_the_filters_keep() {
    let feed = read(&document("hanoi-2011")).value;
    let beside = |code: &str, filter: &Filter| {
        let neighbours = profile(&feed, code, "overall", (TODAY, ""), filter).neighbours;
        neighbours.map(|other| other.map_or_else(String::new, |other| feed[other.member].code.to_string()))
    };
    let europe = Filter { regions: vec![feed.region("europe").expect("a region")], ..Filter::default() };
    let messages = messages("en");
    let names = Names::new(&feed, &messages);
    let order: Vec<_> = names.order().to_vec();
    let code = |place: usize| feed[order[place]].code.to_string();
    assert_eq!(beside(&code(0), &Filter::default()), [String::new(), code(1)]);
    assert_eq!(beside(&code(195), &Filter::default()), [code(194), String::new()]);
    assert_eq!(beside(&code(7), &Filter::default()), [code(6), code(8)]);
    // Brazil is not in Europe; its neighbours by name are.
    for code in beside("BRA", &europe).iter().filter(|code| !code.is_empty()) {
        assert_eq!(feed[member(&feed, code)].region, feed.region("europe"), "{code}");
    }
}
