//! The trend: its numbers are those of a survey at each date, its drawing says the same, and a total that
//! somebody reported is never among the counts.

use crate::common;

use common::naive::Naive;
use common::whole::{whole, with};
use common::{clock, date, document, messages, read, topic};
use policy_explorer::date::Date;
use policy_explorer::feed::{Feed, RegionIndex};
use policy_explorer::scene::class::Class;
use policy_explorer::scene::trend::{Axis, TrendScene};
use policy_explorer::status::Status;
use policy_explorer::survey::Filter;
use policy_explorer::trend::{Stack, Trend};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeMap;

const TODAY: &str = "2026-11-24";
const WIDTHS: [f64; 3] = [288.0, 720.0, 1216.0];

fn trend<'a>(feed: &'a Feed, about: &str, (viewed, known): (&str, &str), filter: &'a Filter) -> Trend<'a> {
    Trend::new(feed, topic(feed, about), clock(viewed, known), filter, date(TODAY))
}

/// The first and last year of each column, and the date that stands for it.
fn columns(trend: &Trend<'_>) -> Vec<(u16, u16, String)> {
    trend.columns.iter().map(|column| (column.first, column.last, column.date.to_string())).collect()
}

/// Holds every column's numbers against the second resolver, and the drawing against the numbers.
fn check(document: &Value, viewed: &str, known: &str) {
    let feed = read(document).value;
    let naive = Naive::new(document);
    let messages = messages("en");
    let region = &naive.regions[..naive.regions.len().min(1)];
    let in_region = Filter { regions: (0..region.len()).map(RegionIndex).collect(), ..Filter::default() };
    for (filter, regions) in [(&Filter::default(), &[][..]), (&in_region, region)] {
        for about in naive.measures.iter().chain(&["overall"]) {
            let trend = trend(&feed, about, (viewed, known), filter);
            check_ends(&trend, date(viewed));
            for (place, column) in trend.columns.iter().enumerate() {
                let numbers = trend.numbers(&messages, place);
                let found: BTreeMap<String, usize> = numbers
                    .counts
                    .iter()
                    .filter(|(_, count)| *count > 0)
                    .map(|(class, count)| (class.id.clone(), *count))
                    .collect();
                let expected = naive.counts(about, (&column.date.to_string(), known), regions, &[]);
                assert_eq!(found, expected, "{about} {viewed} {known} {}", column.date);
                assert_eq!(numbers.total, expected.values().sum::<usize>());
            }
            for width in WIDTHS {
                check_scene(&trend, filter, width);
            }
        }
    }
}

/// The trend goes on to today, or to a later viewed date; one column stands for the viewed date, whose year is in it, and every
/// other for the end of its last year, or for today.
fn check_ends(trend: &Trend<'_>, viewed: Date) {
    let today = date(TODAY);
    let end = if viewed.last_day() < today.last_day() { today } else { viewed };
    let last = trend.columns.len() - 1;
    assert_eq!((trend.end, trend.columns[last].last), (end, end.last_day().year));
    for (place, column) in trend.columns.iter().enumerate() {
        let has_viewed = (column.first..=column.last).contains(&viewed.last_day().year);
        assert_eq!(place == trend.viewed, has_viewed, "{column:?} for {viewed}");
        let own = if place == last { end } else { Date::of_year(column.last) };
        assert_eq!(column.date, if has_viewed { viewed } else { own });
    }
    assert_eq!(trend.index(None), trend.viewed);
}

/// Labels of years do not touch, everything lies within the frame, and the bands end where the numbers say, with all statuses
/// and with the known ones alone.
fn check_scene(trend: &Trend<'_>, filter: &Filter, width: f64) {
    for stack in [Stack::All, Stack::Known] {
        check_drawing(trend, filter, stack, width);
    }
}

fn check_drawing(trend: &Trend<'_>, filter: &Filter, stack: Stack, width: f64) {
    let messages = messages("en");
    let scene = TrendScene::new(trend, &messages, filter, stack, width);
    let axis = Axis::new(trend, &messages, width);
    for pair in scene.years.windows(2) {
        assert!(pair[1].at - pair[0].at >= 28.0 + 8.0, "{pair:?}");
    }
    for label in &scene.years {
        assert!(label.at >= 14.0 && label.at <= width - 14.0, "{label:?} of {width}");
    }
    let within = |x: f64, y: f64| x >= 0.0 && x <= width && y >= 0.0 && y <= scene.height;
    assert!(scene.totals.iter().all(|at| within(at.x, at.y)));
    assert!(scene.signs.iter().all(|sign| within(sign.at.x, sign.at.y)));
    assert!(within(scene.viewed.x, scene.viewed.y));
    assert_eq!(
        trend.index(Some(axis.year(scene.viewed.x))),
        trend.viewed,
        "the pointer is at the viewed date"
    );
    for pair in scene.signs.windows(2) {
        assert!(pair[0].at.y - pair[1].at.y >= 17.9, "signs stand apart, in the order of the stack");
    }
    for pair in scene.flags.windows(2) {
        assert!(pair[1].at - pair[0].at >= 9.0, "{pair:?}");
    }
    for column in &trend.columns {
        let (left, right) = axis.edges(*column);
        assert!(left < right);
        let year = axis.year(f64::midpoint(left, right));
        assert!((column.first..=column.last).contains(&year), "{year} in {column:?}");
    }
    assert_eq!(axis.year(-5.0), trend.columns[0].first);
    let last = trend.columns[trend.columns.len() - 1];
    assert_eq!(trend.index(Some(axis.year(width))), trend.columns.len() - 1, "{last:?}");
    // The upper edge of the last step of each band stands as high as the statuses up to it are many.
    let numbers = trend.numbers(&messages, trend.columns.len() - 1);
    let rule =
        |place: usize| (scene.rules[place].at, scene.rules[place].text.parse::<f64>().expect("a number"));
    let ((zero, _), (high, most)) = (rule(0), rule(scene.rules.len() - 1));
    let drawn = |(class, _): &&(Class, usize)| stack == Stack::All || class.id != "unknown";
    let highest = (0..trend.columns.len())
        .map(|place| {
            trend.numbers(&messages, place).counts.iter().filter(drawn).map(|(_, count)| count).sum()
        })
        .chain(trend.totals().iter().map(|total| usize::try_from(total.count).expect("a count")))
        .max()
        .unwrap_or_default();
    let fits = if highest > 5 { highest as f64 * 1.5 } else { 5.0 };
    assert!((highest as f64) <= most && most <= fits, "an axis to {most} for {highest}");
    assert_eq!(
        scene.bands.iter().any(|band| band.class.id == "unknown"),
        stack == Stack::All && any(trend, Status::Unknown)
    );
    let mut sum = 0;
    for (class, count) in numbers.counts.iter().filter(drawn) {
        sum += count;
        let Some(band) = scene.bands.iter().find(|band| band.class.id == class.id) else {
            assert_eq!(*count, 0, "{} is drawn", class.id);
            continue;
        };
        let edge = band.path.split(['V', 'H']).nth(trend.columns.len() * 2 - 1).expect("a step");
        let expected = zero - sum as f64 / most * (zero - high);
        assert!(
            (edge.parse::<f64>().expect("a length") - expected).abs() < 0.01,
            "{} of {}",
            edge,
            band.path
        );
    }
}

fn any(trend: &Trend<'_>, status: Status) -> bool {
    trend.surveys().iter().any(|survey| survey.count(|other| other == status) > 0)
}

#[test]
fn the_trend_of_the_real_feed_counts_what_the_second_resolver_counts() {
    for (viewed, known) in [(TODAY, ""), ("2014", ""), ("2031-05", ""), (TODAY, "2026-11-23"), ("1990", "")] {
        check(&document("hanoi-2011"), viewed, known);
    }
}

#[test]
fn the_trend_of_the_invented_feed_counts_what_the_second_resolver_counts() {
    for (viewed, known) in [(TODAY, ""), ("2012-02", ""), (TODAY, "2015")] {
        check(&document("demo"), viewed, known);
    }
}

#[test]
fn the_columns_are_years_from_the_first_claim_or_the_adoption_to_today() {
    let feed = read(&whole()).value;
    let filter = Filter::default();
    let of = |about: &str, viewed: &str| columns(&trend(&feed, about, (viewed, ""), &filter));
    // Adopted in 2011; the first claim is of 2014.
    let years =
        |range: std::ops::Range<u16>| range.map(|year| (year, year, year.to_string())).collect::<Vec<_>>();
    let to_today = |first: u16, viewed: &str| {
        let mut columns = years(first..2026);
        columns.push((2026, 2026, TODAY.to_owned()));
        let at = usize::from(date(viewed).last_day().year - first);
        columns[at].2 = viewed.to_owned();
        columns
    };
    for viewed in [TODAY, "2016", "2014-05", "2011", "2026", "2026-03", "2025-12-31"] {
        assert_eq!(of("m", viewed), to_today(2011, viewed), "{viewed}");
    }
    // What is viewed is always among them, also where nothing had begun.
    assert_eq!(of("m", "2005"), to_today(2005, "2005"));
    assert_eq!(of("m", "2028"), years(2011..2029));
    let mut later = years(2011..2028);
    later.push((2028, 2028, "2028-05".to_owned()));
    assert_eq!(of("m", "2028-05"), later);
    let earlier = read(&with(&[("/records/0/date", json!("2008-02"))])).value;
    assert_eq!(columns(&trend(&earlier, "m", ("2009", ""), &filter)), to_today(2008, "2009"));
    // What was not on record does not begin the trend.
    assert_eq!(columns(&trend(&earlier, "m", ("2012", "2009"), &filter)), to_today(2011, "2012"));
}

#[test]
fn a_column_views_the_end_of_its_last_year_and_that_of_today_no_date() {
    let filter = Filter::default();
    let feed = read(&whole()).value;
    for viewed in [TODAY, "2016", "2014-05", "2026-03", "2030"] {
        let found = trend(&feed, "m", (viewed, ""), &filter);
        for (place, column) in found.columns.iter().enumerate() {
            let expected = if column.last == 2026 { String::new() } else { column.last.to_string() };
            assert_eq!(found.choice(place), expected, "{column:?} of {viewed}");
            let date = if expected.is_empty() { TODAY } else { &expected };
            let chosen = trend(&feed, "m", (date, ""), &filter);
            assert!(
                chosen.columns[chosen.viewed].last == column.last,
                "{date} is viewed in the column pressed"
            );
        }
    }
    let old = with(&[("/records/0/date", json!("1203")), ("/policy/adopted", json!("1203"))]);
    let feed = read(&old).value;
    let found = trend(&feed, "m", ("1210", ""), &filter);
    let choices: Vec<_> = (0..found.columns.len()).map(|place| found.choice(place)).collect();
    assert_eq!((&*choices[0], &*choices[1], &*choices[41]), ("1219", "1239", ""));
}

#[test]
fn an_earlier_date_changes_no_other_column() {
    let document = document("hanoi-2011");
    let feed = read(&document).value;
    let (messages, filter) = (messages("en"), Filter::default());
    let now = trend(&feed, "icse-access", (TODAY, ""), &filter);
    for year in 2008..2026_u16 {
        let then = trend(&feed, "icse-access", (&year.to_string(), ""), &filter);
        assert_eq!(then.columns, now.columns);
        assert_eq!(then.columns[then.viewed].last, year);
        for place in 0..now.columns.len() {
            assert_eq!(then.numbers(&messages, place), now.numbers(&messages, place));
        }
        let drawn = |trend| TrendScene::new(trend, &messages, &filter, Stack::All, 720.0);
        let at = drawn(&then).viewed;
        assert_eq!(drawn(&then), TrendScene { viewed: at, ..drawn(&now) });
    }
}

#[test]
fn only_a_trend_with_known_and_unknown_members_can_leave_some_out() {
    let filter = Filter::default();
    let of = |document: &Value, about: &str| {
        let feed = read(document).value;
        trend(&feed, about, (TODAY, ""), &filter).is_mixed()
    };
    assert!(of(&document("hanoi-2011"), "icse-access"));
    assert!(of(&document("hanoi-2011"), "overall"));
    assert!(!of(&with(&[("/records", json!([]))]), "m"), "a total by itself is known of nobody");
    let all = json!({
        "version": "1.0", "scale": [{"id": "yes", "label": "yes", "rank": 1}],
        "measures": [{"id": "m", "title": "M"}], "members": [{"country": "FRA"}],
        "records": [{"country": "FRA", "measure": "m", "status": "yes", "date": "2014"}],
    });
    assert!(!of(&all, "m"), "nobody is without data");
}

#[test]
fn hundreds_of_years_share_columns() {
    let old = with(&[("/records/0/date", json!("1203")), ("/policy/adopted", json!("1203"))]);
    let feed = read(&old).value;
    let filter = Filter::default();
    let found = trend(&feed, "m", (TODAY, ""), &filter);
    let columns = columns(&found);
    assert!((20..=80).contains(&columns.len()), "{columns:?}");
    assert_eq!(columns[0], (1200, 1219, "1219".to_owned()));
    assert_eq!(columns.last(), Some(&(2020, 2026, TODAY.to_owned())));
    for pair in found.columns.windows(2) {
        assert_eq!(pair[0].last + 1, pair[1].first);
    }
    check_ends(&found, date(TODAY));
    check_ends(&trend(&feed, "m", ("1210-05", ""), &filter), date("1210-05"));
    for width in WIDTHS {
        check_scene(&found, &filter, width);
    }
}

#[test]
fn a_feed_without_claims_or_with_one_year_has_no_chart() {
    let bare = with(&[("/records", json!([])), ("/reported", json!([]))]);
    let feed = read(&bare).value;
    let filter = Filter::default();
    assert!(!trend(&feed, "m", (TODAY, ""), &filter).has_data);
    let single = with(&[
        ("/policy/adopted", Value::Null),
        ("/records/0/date", json!("2026")),
        ("/reported", json!([])),
    ]);
    let feed = read(&single).value;
    let found = trend(&feed, "m", (TODAY, ""), &filter);
    assert_eq!((found.has_data, found.columns.len()), (true, 1));
    // Somebody's total is something to show, too.
    let total = with(&[("/records", json!([]))]);
    let feed = read(&total).value;
    assert!(trend(&feed, "m", (TODAY, ""), &filter).has_data);
    assert!(!trend(&feed, "o", (TODAY, ""), &filter).has_data);
}

#[test]
fn reported_totals_stand_beside_the_counts_with_their_source() {
    let document = document("hanoi-2011");
    let feed = read(&document).value;
    let messages = messages("en");
    let filter = Filter::default();
    let found = trend(&feed, "icse-access", (TODAY, ""), &filter);
    let numbers = found.numbers(&messages, found.index(Some(2024)));
    assert_eq!(numbers.reports.len(), 1);
    assert!(
        numbers.reports[0].text.starts_with("Total reported on 5 November 2024: 71; known by name then: 2"),
        "{:?}",
        numbers.reports
    );
    let (name, url) = numbers.reports[0].source.clone().expect("a source");
    assert_eq!(name.text, "State of Children (reprint of Dawn)");
    assert!(url.expect("an address").as_str().starts_with("https://stateofchildren.com/"));
    assert_eq!(numbers.counts.iter().map(|(_, count)| count).sum::<usize>(), 196);
    // Every total is in one column, and drawn once.
    let all: usize =
        (0..found.columns.len()).map(|place| found.numbers(&messages, place).reports.len()).sum();
    assert_eq!((all, feed.reported.len()), (13, 13));
    let scene = TrendScene::new(&found, &messages, &filter, Stack::All, 720.0);
    assert_eq!(scene.totals.len(), 13);
    assert!(scene.totals.is_sorted_by(|a, b| a.y >= b.y), "they only ever rose");
    // Of a part of the members, or of an earlier day's knowledge, they say nothing; nor of all measures.
    let region = Filter { regions: vec![RegionIndex(0)], ..Filter::default() };
    assert!(trend(&feed, "icse-access", (TODAY, ""), &region).totals().is_empty());
    assert!(trend(&feed, "icse-access", (TODAY, "2026"), &filter).totals().is_empty());
    assert!(trend(&feed, "overall", (TODAY, ""), &filter).totals().is_empty());
    // They stand until today, whatever is viewed.
    assert_eq!(trend(&feed, "icse-access", ("2017-01-08", ""), &filter).totals().len(), 13);
    let then =
        Trend::new(&feed, topic(&feed, "icse-access"), clock("2017-01-08", ""), &filter, date("2017-01-08"));
    assert_eq!(then.totals().len(), 5);
}

#[test]
fn adoption_and_milestones_are_marked_in_their_order() {
    let feed = read(&whole()).value;
    let filter = Filter::default();
    let of = |viewed: &str| -> Vec<(String, String)> {
        let marks = trend(&feed, "m", (viewed, ""), &filter).marks(&messages("en"));
        marks.into_iter().map(|mark| (mark.date.to_string(), mark.title.text)).collect()
    };
    let expected = [("2011", "Adopted in H"), ("2022-10", "M"), ("2023", "N")];
    let expected: Vec<_> = expected.map(|(date, title)| (date.to_owned(), title.to_owned())).into();
    assert_eq!(of(TODAY), expected);
    assert_eq!((of("2022-09"), of("2010")), (expected.clone(), expected.clone()));
    let until = |today: &str| {
        let found = Trend::new(&feed, topic(&feed, "m"), clock(today, ""), &filter, date(today));
        found.marks(&messages("en")).len()
    };
    assert_eq!((until("2022-09"), until("2010")), (1, 0));
    // Marks three months apart share a number where there is no room for two.
    let found = trend(&feed, "m", (TODAY, ""), &filter);
    let scene = TrendScene::new(&found, &messages("en"), &filter, Stack::All, 288.0);
    let flags: Vec<&str> = scene.flags.iter().map(|flag| flag.text.as_str()).collect();
    assert_eq!((flags, scene.marks.len()), (vec!["1", "2–3"], 3));
}

#[test]
fn what_is_still_to_come_is_called_announced() {
    let feed = read(&whole()).value;
    let filter = Filter::default();
    let found = trend(&feed, "m", ("2028", ""), &filter);
    let announced = |year| found.numbers(&messages("en"), found.index(Some(year))).announced.is_some();
    assert_eq!([2025, 2026, 2027, 2028].map(announced), [false, true, true, true]);
    let today = trend(&feed, "m", (TODAY, ""), &filter);
    assert_eq!(today.numbers(&messages("en"), today.columns.len() - 1).announced, None);
    let this_year = trend(&feed, "m", ("2026", ""), &filter);
    let numbers = this_year.numbers(&messages("en"), this_year.columns.len() - 1);
    assert_eq!((&*numbers.when, numbers.announced), ("2026", None));
}

#[test]
fn a_column_says_its_date() {
    let feed = read(&whole()).value;
    let filter = Filter::default();
    let when = |viewed: &str, year| {
        let found = trend(&feed, "m", (viewed, ""), &filter);
        found.numbers(&messages("en"), found.index(Some(year))).when
    };
    for (viewed, year, expected) in [
        (TODAY, 2026, "24 November 2026"),
        (TODAY, 2014, "End of 2014"),
        ("2014", 2014, "End of 2014"),
        ("2014-05", 2014, "May 2014"),
        ("2014", 2026, "24 November 2026"),
        ("2026-03", 2026, "March 2026"),
        ("2028", 2026, "End of 2026"),
        ("2028", 2028, "2028"),
    ] {
        assert_eq!(when(viewed, year), expected, "{year} of {viewed}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_trend_of_every_feed_counts_what_the_second_resolver_counts(
        document in common::generate::feed(),
        viewed in common::generate::date(),
        known in prop_oneof![Just(String::new()), common::generate::date()],
    ) {
        check(&document, &viewed, &known);
    }
}
