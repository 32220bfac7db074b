//! Feeds within the limits are read and shown as a whole, whatever their shape; past a limit a feed is refused, and the
//! error names the limit. What is too long is cut, and of many findings the first are kept.

use crate::common;

use common::whole::{ALL, left, whole, with};
use common::{clock, date, messages, read};
use policy_explorer::context::Context;
use policy_explorer::feed::details::Fetched;
use policy_explorer::feed::{self, FeedError};
use policy_explorer::finding::{KEPT, Part};
use policy_explorer::model::faults::faults;
use policy_explorer::names::Names;
use policy_explorer::profile::Profile;
use policy_explorer::status::Topic;
use policy_explorer::survey::{Filter, Survey};
use serde_json::{Value, json};

fn refusal(document: &Value) -> FeedError {
    feed::read(document).expect_err("it is too large")
}

#[test]
fn past_a_limit_a_feed_is_refused_and_the_limit_is_named() {
    for (list, limit, item) in [
        ("scale", 64, json!({"id": "x", "label": "X"})),
        ("measures", 200, json!({"id": "x", "title": "X"})),
        ("members", 20_000, json!({"country": "FRA"})),
        ("regions", 1000, json!(0)),
        ("groups", 1000, json!(0)),
        ("reported", 1000, json!(0)),
        ("records", 1_000_000, json!(0)),
    ] {
        let found = limit + 1;
        let error = refusal(&with(&[(&format!("/{list}"), json!(vec![item; found]))]));
        if list == "records" {
            let FeedError::TooMany { list, limit, found } = error else { panic!("{error:?}") };
            assert_eq!((list, limit), ("records", 1_000_000));
            assert!(found > limit, "all items of all lists count");
        } else {
            assert_eq!(error, FeedError::TooMany { list, limit, found });
        }
    }
}

#[test]
fn at_a_limit_a_feed_is_read() {
    let statuses: Vec<Value> =
        (0..64).map(|at| json!({"id": format!("s{at}"), "label": "S", "rank": at})).collect();
    let groups: Vec<Value> = (0..1000).map(|at| json!({"id": format!("g{at}"), "label": "G"})).collect();
    let document = with(&[("/scale", json!(statuses)), ("/groups", json!(groups)), ("/records", json!([]))]);
    let feed = read(&document).value;
    assert_eq!((feed.scale.len(), feed.groups.len()), (64, 1000));
}

#[test]
fn members_times_measures_have_a_limit_of_their_own() {
    let measures: Vec<Value> = (0..200).map(|at| json!({"id": format!("m{at}"), "title": "M"})).collect();
    let letters = || b'A'..=b'Z';
    let codes = letters()
        .flat_map(|a| letters().flat_map(move |b| letters().map(move |c| [a, b, c].map(char::from))))
        .map(|code| code.iter().collect::<String>());
    let members: Vec<Value> = codes.take(10_001).map(|code| json!({"country": code, "name": "N"})).collect();
    let document =
        with(&[("/measures", json!(measures)), ("/members", json!(members)), ("/records", json!([]))]);
    let found = 2_000_200;
    let error = FeedError::TooMany { list: "members × measures", limit: 2_000_000, found };
    assert_eq!(refusal(&document), error);
}

#[test]
fn what_is_too_long_is_cut_and_said() {
    let long = "x".repeat(30_000);
    for (pointer, most) in [
        ("/scale/0/label", 200),
        ("/regions/0/label", 200),
        ("/groups/0/label", 200),
        ("/measures/0/title", 200),
        ("/members/0/name", 200),
        ("/measures/0/clause", 200),
        ("/policy/summary", 20_000),
        ("/records/2/note", 20_000),
        ("/records/0/evidence/0/title", 20_000),
        ("/records/2/responses/0/text", 20_000),
    ] {
        let document = with(&[(pointer, json!(long))]);
        let checked = read(&document);
        let findings: Vec<_> =
            checked.findings.iter().map(|finding| (finding.code.name(), &*finding.pointer)).collect();
        assert_eq!(findings, [("long", pointer)]);
        let shown = format!("{:?}", checked.value);
        assert!(shown.contains(&format!("{}…", "x".repeat(most - 1))), "{pointer}");
        assert!(!shown.contains(&"x".repeat(most)), "{pointer}");
        assert_eq!(left(&checked.value), ALL);
    }
    let kept = with(&[("/policy/summary", json!("é".repeat(20_000)))]);
    assert_eq!(read(&kept).findings, [], "letters count, not bytes");
}

#[test]
fn an_id_that_is_too_long_is_cut_wherever_it_stands() {
    let long = "x".repeat(300);
    let document = with(&[
        ("/scale/0/id", json!(long)),
        ("/records/0/status", json!(long)),
        ("/records/2/status", json!(long)),
        ("/measures/0/criteria", json!(null)),
    ]);
    let checked = read(&document);
    assert_eq!(checked.value.records().len(), 3);
    assert_eq!(checked.value.scale[0].id.chars().count(), 200);
}

#[test]
fn of_many_findings_the_first_are_kept_and_all_are_counted() {
    let wrong = json!({"country": "FRA", "measure": "m", "status": "?", "date": "?"});
    let mut records = vec![wrong; 5000];
    records.extend(vec![json!({"country": "FRA", "measure": "m", "status": "done", "date": 2014}); 700]);
    let checked = read(&with(&[("/records", json!(records))]));
    assert_eq!(checked.findings.len(), KEPT);
    let tally = &checked.tally;
    assert_eq!((tally.findings, tally.errors), (2 * 5000 + 2 * 700, 2 * 5000 + 700));
    assert_eq!((tally.skipped(), tally.of(Part::Record), tally.unsourced), (5000, 5000, 700));
    let faults = faults(&checked, &messages("en")).expect("there are faults");
    assert!(faults.summary[0].contains("5,000"), "{:?}", faults.summary);
    assert_eq!(faults.more + faults.places.len(), tally.errors);
}

#[test]
fn errors_are_kept_before_warnings() {
    let members: Vec<Value> =
        ('A'..='Z').flat_map(|b| ('A'..='Z').map(move |c| json!({"country": format!("Q{b}{c}")}))).collect();
    let mut document = with(&[("/members", json!(members)), ("/groups", json!([]))]);
    document["records"] = json!(vec![json!({"country": "FRA"}); 900]);
    let checked = read(&document);
    assert_eq!(checked.findings.len(), KEPT);
    let errors = checked.findings.iter().filter(|finding| finding.code.name() != "member-name").count();
    assert_eq!(errors, KEPT, "the first of {}", checked.tally.errors);
}

#[test]
fn a_finding_repeats_little_of_a_wrong_value() {
    let long = "y".repeat(1_000_000);
    for pointer in ["/records/0/date", "/members/0/country", "/policy/url", "/demo", "/version"] {
        let document = with(&[(pointer, json!(long))]);
        let said = match feed::read(&document) {
            Ok(checked) => format!("{:?}", checked.findings),
            Err(error) => format!("{error:?}"),
        };
        assert!(said.len() < 2000, "{pointer}: {}", said.len());
    }
}

#[test]
fn a_profile_lists_what_can_be_drawn_and_counts_the_rest() {
    let mut document = whole();
    let source = json!({"url": "https://example.org/", "title": "T"});
    document["records"][0]["evidence"] = json!(vec![source.clone(); 5000]);
    let claim =
        json!({"country": "DEU", "measure": "n", "status": "done", "date": "2015", "evidence": [source]});
    document["records"].as_array_mut().expect("a list").extend(vec![claim; 3000]);
    let feed = read(&document).value;
    let messages = messages("en");
    let names = Names::new(&feed, &messages);
    let survey = Survey::new(&feed, Topic::Overall, clock("2026", ""), &Filter::default());
    let profile = |code| {
        Profile::new(
            Context::new(&feed, &messages, &names, &survey),
            date("2026-11-24"),
            common::member(&feed, code),
            &Fetched::Coming,
        )
    };
    let claim = &profile("FRA").sections[0].claims[0];
    assert_eq!((claim.sources.len(), claim.more_sources.as_deref()), (100, Some("and 4,900 more")));
    let section = &profile("DEU").sections[1];
    assert_eq!((section.claims.len(), section.more.as_deref()), (100, Some("and 2,901 more")));
    assert!(section.claims.iter().all(|claim| claim.sources.len() == 1 && claim.more_sources.is_none()));
}
