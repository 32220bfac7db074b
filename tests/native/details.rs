//! The sources of one country in a file of their own: fetched when its profile opens, and never read as absent before.

use crate::common;

use common::whole::{whole, with};
use common::widget::{loaded, say, shown};
use common::{code, messages, read};
use policy_explorer::feed::details::absolute;
use policy_explorer::model::details::DetailsAct;
use policy_explorer::model::{Effect, Model, Msg};
use policy_explorer::profile::{Claim, Gap, Profile};
use serde_json::{Value, json};
use std::rc::Rc;

/// The whole feed with its records' sources in the details: each says how many there are.
fn overview() -> Value {
    let mut feed = whole();
    for record in feed["records"].as_array_mut().expect("a list") {
        let record = record.as_object_mut().expect("an object");
        let sources = record["evidence"].as_array().expect("a list").len();
        record.retain(|name, _| !["evidence", "note", "responses", "correction"].contains(&name.as_str()));
        record.insert("sources".to_owned(), json!(sources));
    }
    feed
}

/// The details of a country of the whole feed, with these records.
fn file_with(country: &str, records: Value) -> Value {
    let mut feed = with(&[("/groups", json!([])), ("/reported", json!([])), ("/records", records)]);
    feed["members"].as_array_mut().expect("a list").retain(|member| member["country"] == country);
    feed
}

/// The same with those of the whole feed.
fn file(country: &str) -> Value {
    let mut records = whole()["records"].as_array().expect("a list").clone();
    records.retain(|record| record["country"] == country);
    file_with(country, json!(records))
}

/// What a request for details has brought.
fn came(number: u32, document: &Value) -> Msg {
    let details = policy_explorer::feed::read(document).ok().map(Rc::new);
    Msg::Details(DetailsAct::Came(number, details))
}

/// A widget that shows the overview.
fn split() -> Model {
    let mut model = shown();
    say(&mut model, loaded(1, &overview()));
    model
}

fn open(model: &mut Model, country: &str) -> Vec<Effect> {
    say(model, Msg::Open(code(country)));
    say(model, Msg::Details(DetailsAct::Fetch))
}

fn profile(model: &Model) -> Profile {
    model.shown.as_ref().expect("shown").profile(&messages("en")).expect("it is open")
}

/// The only claim that a profile has on a measure.
fn claim(profile: &Profile, measure: usize) -> &Claim {
    &profile.sections[measure].claims[0]
}

fn fetches(number: u32, country: &str) -> Vec<Effect> {
    vec![Effect::Details(number, format!("countries/{country}.json"))]
}

#[test]
fn a_profile_fetches_its_sources_once_and_shows_them() {
    let mut model = split();
    assert_eq!(say(&mut model, Msg::Details(DetailsAct::Fetch)), [], "no profile is open");
    assert_eq!(open(&mut model, "FRA"), fetches(1, "FRA"));
    assert_eq!(say(&mut model, Msg::Details(DetailsAct::Fetch)), [], "it is under way");
    let before = profile(&model);
    assert_eq!(before.gap, Gap::Coming);
    assert_eq!((claim(&before, 0).away.as_deref(), claim(&before, 0).sources.len()), (Some("2 sources"), 0));
    say(&mut model, came(1, &file("FRA")));
    let after = profile(&model);
    assert_eq!((after.gap, &claim(&after, 0).away), (Gap::Nothing, &None));
    assert_eq!(claim(&after, 0).sources.len(), 2);
    let withdrawn = claim(&after, 1);
    assert_eq!(withdrawn.note.as_ref().map(|note| note.text.as_str()), Some("N"));
    assert_eq!(withdrawn.correction.as_ref().map(|words| words.text.as_str()), Some("C"));
    assert_eq!(withdrawn.responses.len(), 2);
    assert_eq!(after, unsplit("FRA"), "it is the profile of the feed that was split");
}

/// The profile of the feed that has all sources in it.
fn unsplit(country: &str) -> Profile {
    let mut model = shown();
    assert_eq!(open(&mut model, country), [], "nothing is lacking");
    profile(&model)
}

#[test]
fn a_late_answer_is_no_other_countrys() {
    let mut model = split();
    open(&mut model, "FRA");
    assert_eq!(open(&mut model, "DEU"), fetches(2, "DEU"));
    say(&mut model, came(1, &file("FRA")));
    assert_eq!(profile(&model).gap, Gap::Coming, "the older request");
    say(&mut model, came(2, &file("FRA")));
    assert_eq!(profile(&model).gap, Gap::Missed, "the file of another country");
    assert_eq!(say(&mut model, Msg::Details(DetailsAct::Again)), fetches(3, "DEU"));
    assert_eq!(profile(&model).gap, Gap::Coming);
    say(&mut model, came(3, &file("DEU")));
    assert_eq!(profile(&model), unsplit("DEU"));
}

#[test]
fn a_newer_feed_asks_anew_and_keeps_what_is_seen_until_then() {
    let mut model = split();
    open(&mut model, "FRA");
    say(&mut model, came(1, &file("FRA")));
    let mut newer = overview();
    newer["measures"].as_array_mut().expect("a list").reverse();
    newer["scale"].as_array_mut().expect("a list").reverse();
    say(&mut model, loaded(1, &newer));
    assert_eq!(say(&mut model, Msg::Details(DetailsAct::Fetch)), fetches(2, "FRA"));
    let kept = profile(&model);
    assert_eq!((kept.gap, claim(&kept, 2).sources.len()), (Gap::Nothing, 2), "in another place of the list");
    assert_eq!(claim(&kept, 2).class.id, "done");
    let newest = with(&[(
        "/records",
        json!([{"country": "FRA", "measure": "m", "status": "begun", "date": "2026",
                                             "sources": 3}]),
    )]);
    say(&mut model, loaded(1, &newest));
    let lacking = profile(&model);
    assert_eq!((lacking.gap, claim(&lacking, 0).away.as_deref()), (Gap::Missed, Some("3 sources")));
}

#[test]
fn what_is_counted_is_the_same_before_and_after_the_split() {
    let sources = |feed: &Value| {
        let feed = read(feed).value;
        feed.records().iter().map(policy_explorer::feed::Record::sources).sum::<usize>()
    };
    assert_eq!(sources(&overview()), sources(&whole()));
    assert!(read(&overview()).findings.is_empty(), "a claim that says how many sources it has is no fault");
    let mut lone = overview();
    lone["details"] = Value::Null;
    let found = read(&lone).findings;
    assert_eq!(found.len(), 3, "without details there is nowhere to look");
}

#[test]
fn claims_that_are_alike_have_each_its_own_sources() {
    let like = |title: &str| json!({"country": "FRA", "measure": "m", "status": "done", "date": "2014", "evidence": [{"title": title}]});
    let bare = json!({"country": "FRA", "measure": "m", "status": "done", "date": "2014", "sources": 1});
    let mut model = shown();
    say(&mut model, loaded(1, &with(&[("/records", json!([bare, bare]))])));
    open(&mut model, "FRA");
    let document = file_with("FRA", json!([like("first"), like("second")]));
    say(&mut model, came(1, &document));
    let claims = profile(&model).sections[0].claims.clone();
    let titles: Vec<&str> = claims.iter().map(|claim| claim.sources[0].title.text.as_str()).collect();
    assert_eq!(titles, ["second", "first"], "the newest first");
}

#[test]
fn what_is_no_feed_of_the_country_is_missed() {
    let mut other_version = file("FRA");
    other_version["version"] = json!("2.0");
    for document in [json!(null), json!([]), json!({"country": "FRA"}), file("DEU"), other_version] {
        let mut model = split();
        open(&mut model, "FRA");
        say(&mut model, came(1, &document));
        assert_eq!(profile(&model).gap, Gap::Missed, "{document}");
    }
}

#[test]
fn files_say_where_the_address_of_the_details_is() {
    let feed = "https://a.example/b/feed.json?v=1#x";
    for (template, expected) in [
        ("c/{country}.json", "https://a.example/b/c/{country}.json"),
        ("/c/{country}", "https://a.example/c/{country}"),
        ("?{country}", "https://a.example/b/feed.json?{country}"),
        ("//c.example/{country}", "https://c.example/{country}"),
        ("http://c.example/{country}", "http://c.example/{country}"),
    ] {
        assert_eq!(absolute(feed, template), expected, "{template}");
    }
}

#[test]
fn an_empty_address_is_missed_at_once() {
    let mut feed = overview();
    feed["details"] = json!("");
    let mut model = shown();
    say(&mut model, loaded(1, &feed));
    assert_eq!(open(&mut model, "FRA"), []);
    assert_eq!(profile(&model).gap, Gap::Missed);
}
