//! The pattern: each of its sentences is true by the second resolver, and each that is certain is said; for the
//! committed feeds and for feeds made at random.

use crate::common;

use common::naive::Naive;
use common::pattern::{Claim, expected};
use common::whole::with;
use common::{clock, document, messages, read, topic};
use policy_explorer::description::description;
use policy_explorer::feed::Feed;
use policy_explorer::message::Messages;
use policy_explorer::survey::{Filter, Survey};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// A question to a feed: `measure`, `date`, `known`, `region`.
#[derive(Clone, Copy, Debug)]
struct Question<'a> {
    topic: &'a str,
    date: &'a str,
    known: &'a str,
    regions: &'a [&'a str],
}

fn survey(feed: &Feed, asked: Question<'_>) -> Survey {
    let regions = asked.regions.iter().map(|id| feed.region(id).expect("a region")).collect();
    let filter = Filter { regions, ..Filter::default() };
    Survey::new(feed, topic(feed, asked.topic), clock(asked.date, asked.known), &filter)
}

/// Reads the sentences in English.
fn read_back(text: &str, regions: &BTreeMap<String, String>) -> Vec<Claim> {
    let id = |label: &str| regions.get(label).unwrap_or_else(|| panic!("“{label}” in “{text}”")).clone();
    let ids = |labels: &str| labels.split(", ").map(id).collect::<Vec<_>>();
    let number = |text: &str| text.parse::<usize>().expect("a number");
    let numbers = |text: &str| {
        let (most, total) = text.split_once(" of ").expect("two numbers");
        (number(most), number(total))
    };
    let one = |text: &str| {
        let (region, said) = text.rsplit_once(": ").expect("numbers");
        let (most, total) = numbers(said);
        (id(region), most, total)
    };
    let sentences =
        text.strip_suffix('.').map(|text| text.split(". ").collect::<Vec<_>>()).unwrap_or_default();
    let read = |sentence: &&str| {
        let after = |start: &str| sentence.strip_prefix(start);
        if sentence.ends_with(" publicly known to have at least one measure in place") {
            Claim::Some(number(sentence.split(' ').next().expect("a number")))
        } else if let Some(region) = after("The region of this member: ") {
            Claim::One(id(region))
        } else if let Some(rest) = after("Most of these members are in one region, ") {
            let (region, count, total) = one(rest);
            Claim::Most(region, count, total)
        } else if let Some(rest) = after("The region with the most of these members is ") {
            let (region, count, total) = one(rest);
            Claim::Largest(region, count, total)
        } else if let Some(rest) = after("These members are spread over several regions, with at most ") {
            let (most, total) = numbers(rest.strip_suffix(" in any one").expect("an end"));
            Claim::Spread(most, total)
        } else if let Some(labels) = after("Regions with none of these members: ") {
            Claim::None(ids(labels))
        } else if let Some(labels) = after("Regions with no public data on any member: ") {
            Claim::NoData(ids(labels))
        } else {
            let rest = after("These ").unwrap_or_else(|| panic!("“{sentence}” is no sentence that is known"));
            let (count, region) = rest.split_once(" members are all in one region: ").expect("a region");
            Claim::All(number(count), id(region))
        }
    };
    sentences.iter().map(read).collect()
}

/// Region labels that can be told apart, by label.
fn labels(feed: &Feed) -> BTreeMap<String, String> {
    let regions = feed.regions.iter();
    regions.map(|region| (region.label.best("en").text.to_owned(), region.id.clone())).collect()
}

fn check_feed(document: &Value, dates: &[&str], known: &[&str], messages: &Messages) {
    let feed = read(document).value;
    let naive = Naive::new(document);
    let labels = labels(&feed);
    let two = &naive.regions[..naive.regions.len().min(2)];
    for (&date, &known) in dates.iter().flat_map(|date| known.iter().map(move |known| (date, known))) {
        for topic in naive.measures.iter().copied().chain(["overall"]) {
            for regions in [&[][..], two] {
                let asked = Question { topic, date, known, regions };
                let text = description(&feed, messages, &survey(&feed, asked));
                assert_eq!(
                    read_back(&text, &labels),
                    expected(&naive, topic, (date, known), regions),
                    "“{text}” for {asked:?}"
                );
            }
        }
    }
}

const DATES: [&str; 8] =
    ["1955", "2009-06", "2011-11-03", "2014", "2017-01", "2020-02-29", "2026-11-24", "2031"];

#[test]
fn the_patterns_of_the_committed_feeds_are_true() {
    check_feed(&document("hanoi-2011"), &DATES, &["", "2026-11-23", "2026-11"], &messages("en"));
    check_feed(&document("demo"), &DATES, &["", "2012-05", "2024"], &messages("en"));
}

#[test]
fn the_real_feed_has_these_patterns_today() {
    let feed = read(&document("hanoi-2011")).value;
    let say = |topic, regions: &[&str]| {
        let asked = Question { topic, date: "2026-11-24", known: "", regions };
        description(&feed, &messages("en"), &survey(&feed, asked))
    };
    assert_eq!(say("icse-access", &[]), "Most of these members are in one region, Europe: 16 of 26.");
    assert_eq!(
        say("collection", &[]),
        "Most of these members are in one region, Europe: 8 of 11. Regions with no public data on any member: Africa."
    );
    assert_eq!(
        say("victim-identification", &[]),
        "Most of these members are in one region, Europe: 7 of 13. Regions with none of these members: Africa."
    );
    assert_eq!(
        say("overall", &[]),
        "31 members are publicly known to have at least one measure in place. Most of these members are in one \
         region, Europe: 20 of 31."
    );
    assert_eq!(say("icse-access", &["africa"]), "");
}

/// A feed with four members in two regions; those named are publicly known to do it, in either region.
fn small(done: &[&str]) -> Feed {
    let country = |(code, region): &(&str, &str)| json!({"country": code, "region": region});
    let members = [("FRA", "europe"), ("DEU", "europe"), ("EGY", "africa"), ("KEN", "africa")];
    let record = |code: &&str| json!({"country": code, "measure": "m", "status": "done", "date": "2014", "evidence": [{"title": "T"}]});
    let document = with(&[
        ("/members", json!(members.iter().map(country).collect::<Vec<_>>())),
        ("/records", json!(done.iter().map(record).collect::<Vec<_>>())),
    ]);
    read(&document).value
}

#[test]
fn one_member_is_spoken_of_as_one() {
    let asked = Question { topic: "m", date: "2026", known: "", regions: &[] };
    let say = |done: &[&str], tag: &str| {
        let feed = small(done);
        description(&feed, &messages(tag), &survey(&feed, asked))
    };
    assert_eq!(say(&[], "en"), "");
    assert_eq!(
        say(&["FRA"], "en"),
        "The region of this member: E. Regions with no public data on any member: A."
    );
    assert_eq!(
        say(&["FRA", "DEU"], "en").split(". ").next(),
        Some("These 2 members are all in one region: E")
    );
    assert_eq!(
        say(&["FRA", "EGY"], "en"),
        "These members are spread over several regions, with at most 1 of 2 in any one."
    );
}

/// A feed of two measures whose first members by code, so many, are publicly known to have done one of them.
fn done_by(count: usize) -> Feed {
    let mut real = document("hanoi-2011");
    let members = real["members"].take();
    let codes = members.as_array().expect("a list").iter().filter_map(|member| member["country"].as_str());
    let record = |code: &str| json!({"country": code, "measure": "m", "status": "done", "date": "2014", "evidence": [{"title": "T"}]});
    let records: Vec<Value> = codes.take(count).map(record).collect();
    let regions = real["regions"].take();
    read(&with(&[("/members", members), ("/regions", regions), ("/records", json!(records))])).value
}

#[test]
fn every_language_counts_the_members_that_are_described() {
    let asked = Question { topic: "overall", date: "2026", known: "", regions: &[] };
    for (tag, before, sentences) in [
        ("en", "", ["1 member is", "2 members are", "3 members are", "11 members are", "100 members are"]),
        (
            "fr",
            "De source publique, au moins une mesure est appliquée dans ",
            ["1 pays.", "2 pays.", "3 pays.", "11 pays.", "100 pays."],
        ),
        (
            "es",
            "Consta públicamente al menos una medida aplicada en ",
            ["1 país.", "2 países.", "3 países.", "11 países.", "100 países."],
        ),
        ("ar", "", ["عضو واحد يُعرف", "عضوان يُعرف", "3 أعضاء يُعرف", "11 عضوًا يُعرف", "100 عضو يُعرف"]),
        (
            "pt",
            "Segundo fontes públicas, ",
            ["1 país tem", "2 países têm", "3 países têm", "11 países têm", "100 países têm"],
        ),
    ] {
        let say = |count| description(&done_by(count), &messages(tag), &survey(&done_by(count), asked));
        assert_eq!(say(0), "", "{tag}: of nobody there is nothing to be said");
        for (count, sentence) in [1, 2, 3, 11, 100].into_iter().zip(sentences) {
            let text = say(count);
            assert!(format!("{text} ").starts_with(&format!("{before}{sentence} ")), "{tag}: {text}");
        }
    }
}

#[test]
fn against_an_earlier_date_it_is_the_pattern_of_what_changed() {
    let feed = small(&["FRA", "DEU", "EGY"]);
    let asked = Question { topic: "m", date: "2026", known: "", regions: &[] };
    let say = |date: &str| {
        let survey = survey(&feed, asked).against(&feed, common::date(date));
        description(&feed, &messages("en"), &survey)
    };
    assert_eq!(say("2013"), "Most of these members are in one region, E: 2 of 3.");
    assert_eq!(say("2015"), "");
}

#[test]
fn a_feed_without_regions_has_no_pattern() {
    let feed = read(&with(&[("/regions", json!([]))])).value;
    let asked = Question { topic: "m", date: "2026", known: "", regions: &[] };
    assert_eq!(description(&feed, &messages("en"), &survey(&feed, asked)), "");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_pattern_of_every_feed_is_true(
        mut document in common::generate::feed(),
        dates in prop::collection::vec(common::generate::date(), 4),
        known in common::generate::date(),
    ) {
        // The regions of generated feeds are all called the same.
        for region in document["regions"].as_array_mut().into_iter().flatten() {
            if let Some(id) = region.get("id").cloned() {
                region["label"] = id;
            }
        }
        let dates: Vec<&str> = dates.iter().map(String::as_str).collect();
        check_feed(&document, &dates, &["", &known], &messages("en"));
    }
}
