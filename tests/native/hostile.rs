//! A feed that means ill, or is in a bad state: its text stays text, its links are links to the web, and
//! a hundred faults take nothing from the rest.

use crate::common;

use common::naive::Naive;
use common::whole::{found, whole};
use common::{clock, date, document, messages, read, status_id, world};
use policy_explorer::context::Context;
use policy_explorer::headline::headline;
use policy_explorer::markup::svg::svg;
use policy_explorer::names::Names;
use policy_explorer::parts::picture::{self, Caption};
use policy_explorer::profile::Profile;
use policy_explorer::scene::class::legend;
use policy_explorer::scene::map::MapScene;
use policy_explorer::scene::palette::Pattern;
use policy_explorer::status::Topic;
use policy_explorer::survey::{Filter, Survey};
use serde_json::{Value, json};

/// Puts an address in the place of every one; says how many there were.
fn readdress(value: &mut Value, address: &str) -> usize {
    match value {
        Value::Array(items) => items.iter_mut().map(|item| readdress(item, address)).sum(),
        Value::Object(fields) => (fields.iter_mut())
            .map(|(key, value)| {
                if ["url", "archived", "contact"].contains(&key.as_str()) {
                    *value = json!(address);
                    return 1;
                }
                readdress(value, address)
            })
            .sum(),
        _ => 0,
    }
}

#[test]
fn no_address_but_of_the_web_survives_anywhere() {
    for address in [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "java\nscript:alert(1)",
        "\u{1}javascript:alert(1)",
        "javascript://example.org/%0aalert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:alert(1)",
        "blob:https://example.org/1",
        "file:///etc/passwd",
        "//example.org/",
        "https:example.org",
        "https://example.org/\u{a0}a",
        "https://example.org/\na",
    ] {
        let mut document = whole();
        readdress(&mut document, address);
        let checked = read(&document);
        let shown = format!("{:?}", checked.value);
        for part in [format!("{address:?}"), "alert".to_owned(), "Link(".to_owned()] {
            assert!(!shown.contains(&part), "{part} in {shown}");
        }
        assert_eq!(checked.value.records().len(), 3, "the records stay");
        let addresses = found(&document).iter().filter(|finding| finding.starts_with("address ")).count();
        // An item whose address is wrong is skipped as a whole: its archived copy is not looked at.
        assert_eq!(addresses, 11, "{:#?}", found(&document));
    }
}

#[test]
fn the_real_feeds_survive_without_any_good_address() {
    for name in common::FEEDS {
        let mut document = document(name);
        assert!(readdress(&mut document, "javascript:alert(1)") > 100);
        let feed = read(&document).value;
        assert!(!format!("{feed:?}").contains("javascript"), "{name}");
        let messages = messages("fr");
        let names = Names::new(&feed, &messages);
        let survey = Survey::new(&feed, Topic::Overall, clock("2026", ""), &Filter::default());
        for member in feed.member_indices() {
            let profile = Profile::new(Context::new(&feed, &messages, &names, &survey), date("2026"), member);
            assert!(!format!("{profile:?}").contains("javascript"), "{name}: {}", profile.code);
        }
    }
}

#[test]
fn a_mail_address_is_a_contact_and_nothing_else() {
    let mut document = whole();
    readdress(&mut document, "mailto:a@example.org");
    let feed = read(&document).value;
    assert!(feed.publisher.contact.is_some());
    assert_eq!(format!("{feed:?}").matches("Link(").count(), 1);
}

#[test]
fn text_of_a_feed_is_never_markup_in_the_picture() {
    let text = "</title><script>alert('1')</script>\"onload=\"x&amp;\u{0}\u{ffff}]]><!--";
    let mut document = whole();
    for pointer in [
        "/measures/0/title",
        "/scale/0/label",
        "/members/0/name",
        "/scale/0/id",
        "/records/0/status",
        "/records/2/status",
    ] {
        let text = if pointer.ends_with("/id") || pointer.ends_with("/status") {
            text.replace(' ', "")
        } else {
            text.to_owned()
        };
        let (parent, key) = pointer.rsplit_once('/').expect("a pointer");
        document.pointer_mut(parent).expect("it is there")[key] = json!(text);
    }
    let (feed, messages, world) = (read(&document).value, messages("en"), world());
    assert_eq!(feed.records().len(), 3);
    let names = Names::new(&feed, &messages);
    let filter = Filter::default();
    let survey =
        Survey::new(&feed, Topic::Measure(feed.measure("m").expect("a measure")), clock("2020", ""), &filter);
    let scene = MapScene::new(Context::new(&feed, &messages, &names, &survey), &world, 960.0);
    let head = headline(&feed, &messages, &survey, &filter, None, common::date("2026-11-24"));
    assert!(head.sentence.contains("<script>"), "the sentence is text: {}", head.sentence);
    let notes = [text.to_owned()];
    let caption = Caption {
        messages: &messages,
        policy: text,
        title: &head.sentence,
        description: &head.description,
        notes: &notes,
        pattern: Pattern::Plain,
    };
    let svg = svg(&picture::map(&feed, &world, &scene, &legend(&feed, &messages, &survey, &[]), &caption));
    assert!(svg.contains("&lt;script&gt;"), "what was written is shown");
    for part in ["<script", "\"onload=", "<!--", "\u{0}", "\u{ffff}"] {
        assert!(!svg.contains(part), "{part:?}");
    }
}

/// The real feed with a hundred faulty items among the good ones, and the codes of what is wrong.
fn spoilt() -> (Value, Vec<&'static str>) {
    let mut document = document("hanoi-2011");
    let mut codes = Vec::new();
    for turn in 0..25 {
        let evidence = json!([{"url": "https://example.org/", "title": "T"}]);
        let record = |field: &str, value: Value| {
            let mut record = json!({"country": "FRA", "measure": "icse-access", "status": "implemented",
                                    "date": "2000", "evidence": evidence});
            record[field] = value;
            record
        };
        let wrong = [
            record("date", json!("2000-00")),
            record("measure", json!("none")),
            record("status", json!("?")),
        ];
        let records = document["records"].as_array_mut().expect("a list");
        for item in wrong {
            records.insert(turn * 3, item);
        }
        let members = document["members"].as_array_mut().expect("a list");
        members.insert(turn * 7, json!({"country": format!("X{turn}"), "region": "africa"}));
        codes.extend(["record-date", "record-measure", "record-status", "member-code"]);
    }
    codes.sort_unstable();
    (document, codes)
}

#[test]
fn a_hundred_faults_take_nothing_from_the_rest() {
    let (faulty, expected) = spoilt();
    let clean = document("hanoi-2011");
    let checked = read(&faulty);
    let mut codes: Vec<&str> = checked.findings.iter().map(|finding| finding.code.name()).collect();
    codes.sort_unstable();
    assert_eq!((codes.len(), codes), (100, expected));
    for finding in &checked.findings {
        assert!(faulty.pointer(&finding.pointer).is_some(), "{} is a place in the document", finding.pointer);
    }
    assert_eq!(checked.value.members, read(&clean).value.members);
    assert_eq!(checked.value.records().len(), read(&clean).value.records().len());
    let naive = Naive::new(&clean);
    for country in &naive.members {
        for topic in naive.measures.iter().chain(&["overall"]) {
            let status = status_id(&checked.value, country, topic, clock("2026-11-24", ""));
            assert_eq!(status, naive.status(country, topic, "2026-11-24", ""), "{country} {topic}");
        }
    }
}
