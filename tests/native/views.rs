//! Map, tiles, globe, table, legend, sentence, summary, picture, files and trend show the same statuses and
//! numbers, those of the second resolver, cell by cell: for the committed feeds and for feeds made at random.

use crate::common;

use common::naive::Naive;
use common::stage::{Question, Stage, summary, worlds};
use common::whole::whole;
use common::{clock, document, messages, read, topic, world};
use policy_explorer::context::Context;
use policy_explorer::feed::{GroupIndex, MeasureIndex, RegionIndex};
use policy_explorer::names::Names;
use policy_explorer::scene::map::MapScene;
use policy_explorer::status::Topic;
use policy_explorer::survey::{Filter, Survey};
use policy_explorer::table::{Sort, Table};
use proptest::prelude::*;

/// Asks about every topic at each date and known day, with and without filters.
fn check_feed(document: &serde_json::Value, dates: &[&str], known: &[&str], tag: &str) {
    let checked = read(document);
    let (naive, worlds, messages) = (Naive::new(document), worlds(&checked.value), messages(tag));
    let stage = Stage { feed: &checked.value, naive: &naive, worlds: &worlds, messages: &messages };
    let (region, two) =
        (&naive.regions[..naive.regions.len().min(1)], &naive.regions[..naive.regions.len().min(2)]);
    let group = &naive.groups[naive.groups.len().saturating_sub(1)..];
    for (&date, &known) in dates.iter().flat_map(|date| known.iter().map(move |known| (date, known))) {
        for topic in naive.measures.iter().chain(&["overall"]) {
            let status = [if *topic == "overall" { "unknown" } else { naive.scale[0] }];
            for (regions, groups, statuses) in
                [(&[][..], &[][..], &[][..]), (region, &[], &status), (two, group, &[])]
            {
                stage.check(Question { topic, date, known, regions, groups, statuses });
            }
        }
    }
}

const DATES: [&str; 10] = [
    "1955",
    "2001-09",
    "2009-06",
    "2011-11-03",
    "2014",
    "2017-01",
    "2020-02-29",
    "2024-11",
    "2026-11-24",
    "2031",
];

#[test]
fn all_views_of_the_real_feed_agree() {
    check_feed(&document("hanoi-2011"), &DATES, &["", "2026-11-23", "2026-11"], "en");
}

#[test]
fn all_views_of_the_invented_feed_agree() {
    check_feed(&document("demo"), &DATES, &["", "2012-05", "2024"], "en");
}

#[test]
fn the_real_feed_says_today_what_its_tables_say() {
    let document = document("hanoi-2011");
    let feed = read(&document).value;
    let survey = Survey::new(&feed, topic(&feed, "icse-access"), clock("2026-11-24", ""), &Filter::default());
    let expected = [("implemented", 26), ("partial", 1), ("unknown", 169)];
    assert_eq!(summary(&feed, &survey), expected.map(|(status, count)| (status.to_owned(), count)).into());
    let counts: Vec<usize> = survey.counts.clone();
    assert_eq!((counts, survey.total()), (vec![26, 1, 0, 169], 196));
}

#[test]
fn a_filter_on_statuses_narrows_what_is_shown_and_not_what_is_counted() {
    let document = document("demo");
    let (feed, world, messages) = (read(&document).value, world(), messages("en"));
    let names = Names::new(&feed, &messages);
    let about = Topic::Measure(MeasureIndex(0));
    let whole = Survey::new(&feed, about, clock("2020", ""), &Filter::default());
    for (place, &status) in whole.classes.iter().enumerate() {
        let filter = Filter { statuses: vec![status], ..Filter::default() };
        let survey = Survey::new(&feed, about, clock("2020", ""), &filter);
        assert_eq!(survey.counts, whole.counts);
        let table = Table::new(Context::new(&feed, &messages, &names, &survey), Sort::default());
        assert_eq!((table.rows.len(), table.total), (whole.counts[place], whole.total()));
        let scene = MapScene::new(Context::new(&feed, &messages, &names, &survey), &world, 320.0);
        assert_eq!(scene.items.iter().filter(|item| !item.muted).count(), whole.counts[place]);
    }
}

#[test]
fn regions_and_groups_are_alternatives_among_themselves_and_narrow_each_other() {
    let document = document("hanoi-2011");
    let feed = read(&document).value;
    let total = |regions: &[usize], groups: &[usize]| {
        let regions = regions.iter().copied().map(RegionIndex).collect();
        let groups = groups.iter().copied().map(GroupIndex).collect();
        let filter = Filter { regions, groups, statuses: Vec::new() };
        Survey::new(&feed, Topic::Overall, clock("2026-11-24", ""), &filter).total()
    };
    assert_eq!(total(&[0, 1], &[]), total(&[0], &[]) + total(&[1], &[]));
    assert!(total(&[], &[0, 1]) >= total(&[], &[0]).max(total(&[], &[1])));
    for group in 0..feed.groups.len() {
        let by_region: usize = (0..feed.regions.len()).map(|region| total(&[region], &[group])).sum();
        let all: usize = total(&[], &[group]);
        assert!(by_region <= all && all <= 196 && all > 0, "{}", feed.groups[group].id);
    }
}

#[test]
fn a_membership_counts_from_its_first_day_and_until_the_day_before_it_ends() {
    let document = whole();
    let feed = read(&document).value;
    let filter = Filter { groups: vec![GroupIndex(0)], ..Filter::default() };
    // France from 1958 to 2000; Germany at every date.
    for (date, expected) in [
        ("0001", 1),
        ("1957-12-31", 1),
        ("1958-01-01", 2),
        ("1958", 2),
        ("1999-12-31", 2),
        ("1999", 2),
        ("2000-01-01", 1),
        ("2000", 1),
        ("2026", 1),
    ] {
        let survey = Survey::new(&feed, Topic::Overall, clock(date, ""), &filter);
        assert_eq!(survey.total(), expected, "{date}");
        let naive = Naive::new(&document).counts("overall", (date, ""), &[], &["g"]);
        assert_eq!(naive.values().sum::<usize>(), expected, "{date}, the second resolver");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn all_views_of_every_feed_agree(
        document in common::generate::feed(),
        dates in prop::collection::vec(common::generate::date(), 6),
        known in prop::collection::vec(common::generate::date(), 2),
    ) {
        let dates: Vec<&str> = dates.iter().map(String::as_str).collect();
        let known: Vec<&str> = known.iter().map(String::as_str).chain([""]).collect();
        check_feed(&document, &dates, &known, "en");
    }
}
