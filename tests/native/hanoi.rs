//! The Hanoi 2011 feed against its tables, counted a second time here and without the code that makes it.
//! That the feed is byte for byte what the tables give is a test of `xtask`, which makes it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use serde_json::Value;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/data/hanoi-2011");
const MEASURES: [&str; 3] = ["collection", "victim-identification", "icse-access"];
const LANGUAGES: [&str; 4] = ["en", "fr", "es", "ar"];

type Row = BTreeMap<String, String>;

fn feed() -> Value {
    let text = fs::read_to_string(format!("{FOLDER}/feed.json")).expect("the feed is there");
    serde_json::from_str(&text).expect("it is JSON")
}

fn table(name: &str) -> Vec<Row> {
    let mut reader = csv::Reader::from_path(format!("{FOLDER}/{name}.csv")).expect("the table is there");
    reader.deserialize().collect::<Result<_, _>>().expect("every row has all cells")
}

/// The rows of a measure that may be published.
fn published(measure: &str) -> Vec<Row> {
    table(measure).into_iter().filter(|row| row["grade"] != "C").collect()
}

fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value[key].as_array().map_or(&[], Vec::as_slice)
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_else(|| panic!("{key} in {value}"))
}

fn records<'a>(feed: &'a Value, measure: &str) -> Vec<&'a Value> {
    list(feed, "records").iter().filter(|record| text(record, "measure") == measure).collect()
}

/// The first day of a partial date, as text that sorts.
fn first_day(date: &str) -> String {
    format!("{date}{}", &"0000-01-01"[date.len()..])
}

/// How many members have each status, by the newest record of each.
fn counts(feed: &Value, measure: &str) -> BTreeMap<String, usize> {
    let mut newest: BTreeMap<&str, (String, &str)> = BTreeMap::new();
    for record in records(feed, measure).into_iter().filter(|record| record.get("withdrawn").is_none()) {
        let now = (first_day(text(record, "date")), text(record, "status"));
        let known = newest.entry(text(record, "country")).or_insert_with(|| now.clone());
        if known.0 <= now.0 {
            *known = now;
        }
    }
    newest.values().fold(BTreeMap::new(), |mut counts, (_, status)| {
        *counts.entry((*status).to_owned()).or_default() += 1;
        counts
    })
}

#[test]
fn every_claim_has_a_public_source_with_a_title() {
    for record in list(&feed(), "records") {
        assert!(!list(record, "evidence").is_empty(), "{record}");
        for source in list(record, "evidence") {
            let url = text(source, "url");
            assert!(url.starts_with("http://") || url.starts_with("https://"), "{url}");
            assert!(!text(source, "title").trim().is_empty(), "{url}");
        }
    }
}

#[test]
fn the_members_are_those_of_the_table_each_once() {
    let feed = feed();
    let listed: Vec<&str> = list(&feed, "members").iter().map(|member| text(member, "country")).collect();
    let rows = table("members");
    assert_eq!(listed, rows.iter().map(|row| &*row["country"]).collect::<Vec<_>>());
    assert_eq!(listed.len(), 196);
    assert_eq!(listed.iter().collect::<BTreeSet<_>>().len(), 196);
    for record in list(&feed, "records") {
        assert!(listed.contains(&text(record, "country")), "{record}");
    }
    for group in list(&feed, "groups") {
        for membership in list(group, "members") {
            assert!(listed.contains(&text(membership, "country")), "{membership}");
        }
    }
}

#[test]
fn regions_are_those_of_the_table_and_five_members_have_none() {
    let feed = feed();
    let declared: Vec<&str> = list(&feed, "regions").iter().map(|region| text(region, "id")).collect();
    let mut without = Vec::new();
    for (member, row) in list(&feed, "members").iter().zip(table("members")) {
        match member.get("region").and_then(Value::as_str) {
            Some(region) => assert!(declared.contains(&region) && region == row["region"], "{member}"),
            None => without.push(row["country"].clone()),
        }
        assert_eq!(
            member.get("joined").and_then(Value::as_str).unwrap_or_default(),
            row["joined"],
            "{member}"
        );
    }
    assert_eq!(without, ["KAZ", "KGZ", "TJK", "TKM", "UZB"]);
}

#[test]
fn every_row_that_may_be_published_is_evidence_of_its_claim_and_nothing_else_is() {
    let feed = feed();
    for measure in MEASURES {
        let mut expected: BTreeMap<[String; 3], BTreeSet<(String, String)>> = BTreeMap::new();
        for row in published(measure) {
            let claim = ["country", "status", "date"].map(|column| row[column].clone());
            let source = (row["source_url"].clone(), row["source_title"].clone());
            expected.entry(claim).or_default().insert(source);
        }
        let mut found: BTreeMap<[String; 3], BTreeSet<(String, String)>> = BTreeMap::new();
        for record in records(&feed, measure) {
            let claim = ["country", "status", "date"].map(|key| text(record, key).to_owned());
            let sources = list(record, "evidence").iter();
            let sources =
                sources.map(|source| (text(source, "url").to_owned(), text(source, "title").to_owned()));
            assert!(found.insert(claim, sources.collect()).is_none(), "a second record of {record}");
        }
        assert_eq!(found, expected, "{measure}");
    }
}

#[test]
fn quotations_are_those_of_the_rows_of_their_claim() {
    let feed = feed();
    let mut quoted = 0;
    for measure in MEASURES {
        let rows = published(measure);
        for record in records(&feed, measure) {
            for source in list(record, "evidence") {
                let row = rows.iter().find(|row| {
                    ["country", "status", "date"].iter().all(|key| row[*key] == text(record, key))
                        && row["source_url"] == text(source, "url")
                });
                let quote = source.get("quote").and_then(Value::as_str).unwrap_or_default();
                assert_eq!(quote, row.expect("a row of the claim")["quote"], "{source}");
                quoted += usize::from(!quote.is_empty());
            }
        }
    }
    assert_eq!(quoted, 12);
}

#[test]
fn what_was_published_and_is_known_to_be_wrong_is_withdrawn_with_the_reason() {
    let feed = feed();
    let mut withdrawn = Vec::new();
    for record in list(&feed, "records") {
        let [recorded, day] = ["recorded", "withdrawn"].map(|key| record.get(key).and_then(Value::as_str));
        assert!(matches!(recorded, Some("2026-11-24" | "2026-11-28")), "{record}");
        assert_eq!(day.is_some(), record.get("correction").is_some(), "{record}");
        let Some(day) = day else { continue };
        assert_eq!((recorded, day), (Some("2026-11-24"), "2026-11-28"), "{record}");
        withdrawn.push(["country", "measure", "status", "date"].map(|key| text(record, key)).join(" "));
    }
    let expected = [
        "AUS collection partial 2017-06-06",
        "AUT victim-identification partial 2024",
        "KEN icse-access implemented 2019-05",
        "NZL victim-identification partial 2009",
        "NZL victim-identification partial 2023-12",
    ];
    assert_eq!(withdrawn, expected);
}

#[test]
fn a_date_is_a_start_only_if_a_source_of_the_claim_dates_the_start() {
    let feed = feed();
    for measure in MEASURES {
        let rows = published(measure);
        for record in records(&feed, measure) {
            let is_start = rows.iter().any(|row| {
                ["country", "status", "date"].iter().all(|key| row[*key] == text(record, key))
                    && row["date_kind"] == "began"
            });
            let dating = record.get("dating").and_then(Value::as_str).unwrap_or("since");
            assert_eq!(dating == "since", is_start, "{record}");
        }
    }
}

#[test]
fn no_lead_has_become_a_claim() {
    let feed = feed();
    for measure in MEASURES {
        for lead in table(measure).into_iter().filter(|row| row["grade"] == "C") {
            let leaked = records(&feed, measure).into_iter().any(|record| {
                text(record, "country") == lead["country"]
                    && list(record, "evidence").iter().any(|source| text(source, "url") == lead["source_url"])
            });
            assert!(!leaked, "{measure}: {lead:?}");
        }
    }
}

#[test]
fn the_counts_of_today_are_those_that_the_readme_states() {
    let feed = feed();
    let readme = fs::read_to_string(format!("{FOLDER}/README.md")).expect("the README is there");
    for (measure, title, counted) in [
        ("collection", "collection", [11, 4, 0]),
        ("victim-identification", "victim identification", [13, 12, 0]),
        ("icse-access", "ICSE access", [26, 1, 0]),
    ] {
        let counts = counts(&feed, measure);
        let count = |status: &str| counts.get(status).copied().unwrap_or_default();
        assert_eq!(["implemented", "partial", "not-implemented"].map(count), counted, "{measure}");
        let unknown = 196 - counted.iter().sum::<usize>();
        let [done, partly, not] = counted;
        let line = format!("| {title} | {done} | {partly} | {not} | {unknown} |");
        assert!(readme.contains(&line), "{line}");
    }
    let partial: Vec<&str> = records(&feed, "icse-access")
        .into_iter()
        .filter(|record| text(record, "status") == "partial" && text(record, "date") == "2020-09-01")
        .map(|record| text(record, "country"))
        .collect();
    assert_eq!(partial, ["GHA"]);
}

#[test]
fn a_correction_says_when_the_claim_was_withdrawn() {
    for record in list(&feed(), "records") {
        assert!(record.get("correction").is_none() || record.get("withdrawn").is_some(), "{record}");
    }
}

#[test]
fn no_undated_spell_in_a_group_hides_another() {
    for group in list(&feed(), "groups") {
        let members = list(group, "members");
        for membership in members.iter().filter(|membership| membership.get("from").is_none()) {
            let spells = members.iter().filter(|other| other["country"] == membership["country"]).count();
            assert_eq!(spells, 1, "{membership}");
        }
    }
}

#[test]
fn the_totals_are_those_of_the_table() {
    let feed = feed();
    let totals: Vec<_> = list(&feed, "reported").iter().map(total).collect();
    let rows = table("reported");
    assert_eq!(totals.len(), 13);
    assert_eq!(totals, rows.iter().map(|row| [&*row["date"], &row["count"]].join(" ")).collect::<Vec<_>>());
}

fn total(total: &Value) -> String {
    assert_eq!(text(total, "measure"), "icse-access");
    assert_eq!(list(total, "evidence").len(), 1);
    format!("{} {}", text(total, "date"), total["count"])
}

#[test]
fn the_groups_are_those_of_the_table_less_the_two_rows_left_out() {
    let feed = feed();
    let mut rows: Vec<[String; 4]> = table("groups")
        .into_iter()
        .map(|row| ["group", "country", "from", "to"].map(|column| row[column].clone()))
        .filter(|[group, country, ..]| {
            !matches!((&**group, &**country), ("mercosur", "VEN") | ("budapest", "ECU"))
        })
        .collect();
    let mut found: Vec<[String; 4]> = Vec::new();
    for group in list(&feed, "groups") {
        assert!(!list(group, "evidence").is_empty(), "{}", group["id"]);
        for member in list(group, "members") {
            let date = |key: &str| member.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
            found.push([
                text(group, "id").to_owned(),
                text(member, "country").to_owned(),
                date("from"),
                date("to"),
            ]);
        }
    }
    rows.sort();
    found.sort();
    assert_eq!(found, rows);
}

#[test]
fn what_readers_see_is_there_in_four_languages() {
    let feed = feed();
    let mut texts = vec![&feed["title"]];
    texts.extend(["title", "body", "place", "summary"].map(|key| &feed["policy"][key]));
    texts.extend(list(&feed["policy"], "milestones").iter().map(|milestone| &milestone["title"]));
    for key in ["scale", "regions", "groups"] {
        texts.extend(list(&feed, key).iter().map(|item| &item["label"]));
    }
    for measure in list(&feed, "measures") {
        texts.extend(["title", "summary", "predicate"].map(|key| &measure[key]));
        let criteria = measure["criteria"].as_object().expect("criteria by status");
        assert_eq!(criteria.len(), list(&feed, "scale").len(), "{}", measure["id"]);
        texts.extend(criteria.values());
    }
    for text in texts {
        for language in LANGUAGES {
            assert!(
                text[language].as_str().is_some_and(|text| !text.trim().is_empty()),
                "{language}: {text}"
            );
        }
    }
}

#[test]
fn the_feed_is_not_a_demo_and_says_whose_definitions_it_uses() {
    let feed = feed();
    assert_ne!(feed["demo"], Value::Bool(true));
    assert!(
        text(&feed["policy"]["summary"], "en").contains("the definitions used here are the publisher’s own")
    );
    assert_eq!(text(&feed["license"], "name"), "CC BY 4.0");
}
