//! The comparison: what it says of each country and measure, held against a second reading of the document, and
//! who is in it.

use crate::common;

use common::naive::Naive;
use common::whole::{whole, with};
use common::widget::{choose, host, loaded, say, shown, state};
use common::{TODAY, clock, code, document, member, messages, read};
use policy_explorer::compare::Comparison;
use policy_explorer::country::Code;
use policy_explorer::model::compare::CompareAct;
use policy_explorer::model::field::Field;
use policy_explorer::model::query::COMPARED;
use policy_explorer::model::{Effect, Model, Msg, Target};
use policy_explorer::names::Names;
use proptest::prelude::*;
use serde_json::{Value, json};

/// Compares the first members of a document at a time.
fn check(document: &Value, (date, known): (&str, &str)) {
    let (feed, messages, naive) = (read(document).value, messages("en"), Naive::new(document));
    let names = Names::new(&feed, &messages);
    let members: Vec<_> = feed.member_indices().take(COMPARED).collect();
    let comparison = Comparison::new(&feed, &messages, &names, clock(date, known), &members);
    assert_eq!(comparison.countries.len(), members.len());
    let mut topics = naive.measures.clone();
    topics.extend((topics.len() > 1).then_some("overall"));
    let lines: Vec<&str> = comparison.lines.iter().map(|line| line.id.as_str()).collect();
    assert_eq!(lines, topics);
    for line in &comparison.lines {
        assert_eq!(line.standings.len(), members.len());
        for (standing, country) in line.standings.iter().zip(&comparison.countries) {
            let status = naive.status(country.code.as_str(), &line.id, date, known);
            assert_eq!(standing.class.id, status, "{} for {} on {date}", country.code, line.id);
            let is_level = naive.scale.contains(&status.as_str()) && line.id != "overall";
            let announced = naive.announced(country.code.as_str(), &line.id, (date, known), TODAY);
            assert_eq!(standing.class.label.starts_with("announced"), announced.is_some(), "{standing:?}");
            let is_dated = is_level || announced.is_some() && line.id != "overall";
            assert_eq!((standing.dating.is_some(), standing.sources.is_some()), (is_dated, is_dated));
        }
    }
}

#[test]
fn both_feeds_are_compared_as_a_naive_reading_gives() {
    for name in common::FEEDS {
        for date in ["2001", "2014", "2026-11-24", "2031"] {
            check(&document(name), (date, ""));
            check(&document(name), (date, "2012-05"));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_feed_is_compared_as_a_naive_reading_gives(
        document in common::generate::feed(), date in common::generate::date(), known in common::generate::date(),
    ) {
        check(&document, (&date, ""));
        check(&document, (&date, &known));
    }
}

#[test]
fn dates_and_sources_are_those_that_the_status_rests_on() {
    let feed = read(&whole()).value;
    let (messages, names) = (messages("en"), Names::new(&feed, &messages("en")));
    let two = ["FRA", "DEU"].map(|code| member(&feed, code));
    let comparison = Comparison::new(&feed, &messages, &names, clock("2026", ""), &two);
    let said = |line: usize, country: usize| {
        let standing = &comparison.lines[line].standings[country];
        (standing.class.label.as_str(), standing.dating.as_deref(), standing.sources.as_deref())
    };
    assert_eq!(said(0, 0), ("D", Some("since 2014"), Some("2 sources")));
    assert_eq!(said(1, 1), ("B", Some("by February 2015"), Some("1 source")));
    assert_eq!(said(0, 1), ("no public data", None, None));
    assert_eq!(said(3, 0), ("1 of 3", None, None));
}

/// The members of a feed, in the order of their names. There are more than can be compared.
const EIGHT: [&str; 8] = ["AND", "BRA", "CHE", "DEU", "FJI", "FRA", "NZL", "USA"];

fn eight() -> Value {
    let members: Vec<Value> = EIGHT.iter().map(|code| json!({"country": code})).collect();
    with(&[("/members", json!(members))])
}

fn act(model: &mut Model, act: fn(Code) -> CompareAct, country: &str) -> Vec<Effect> {
    say(model, Msg::Compare(act(code(country))))
}

#[test]
fn countries_are_added_and_taken_out_one_by_one() {
    let mut model = shown();
    say(&mut model, loaded(1, &eight()));
    let effects = act(&mut model, CompareAct::Toggle, "FRA");
    assert_eq!(effects, [Effect::Changed]);
    assert_eq!(act(&mut model, CompareAct::Toggle, "CHE"), [Effect::Changed]);
    assert_eq!(state(&model, Field::Compare), "FRA CHE");
    act(&mut model, CompareAct::Toggle, "FRA");
    assert_eq!(state(&model, Field::Compare), "CHE");
    act(&mut model, CompareAct::Toggle, "USA");
    assert_eq!(act(&mut model, CompareAct::Remove, "CHE"), [Effect::Changed, Effect::Focus(Target::Compare)]);
    assert_eq!(act(&mut model, CompareAct::Remove, "USA"), [Effect::Changed, Effect::Focus(Target::View)]);
    assert_eq!(state(&model, Field::Compare), "");
}

#[test]
fn one_too_many_is_refused_and_said_until_the_reader_does_something_else() {
    let mut model = shown();
    say(&mut model, loaded(1, &eight()));
    for code in &EIGHT[..COMPARED] {
        act(&mut model, CompareAct::Toggle, code);
    }
    let before = state(&model, Field::Compare);
    let refused = |model: &Model| model.shown.as_ref().expect("it is shown").refused;
    assert_eq!(refused(&model), None);
    assert_eq!(act(&mut model, CompareAct::Toggle, "USA"), []);
    assert_eq!(state(&model, Field::Compare), before);
    assert_eq!(refused(&model), Some(code("USA")));
    act(&mut model, CompareAct::Toggle, "AND");
    assert_eq!(refused(&model), None);
    act(&mut model, CompareAct::Toggle, "USA");
    assert_eq!(state(&model, Field::Compare), format!("{} USA", EIGHT[1..COMPARED].join(" ")));
    assert_eq!(
        say(&mut model, Msg::Compare(CompareAct::Clear)),
        [Effect::Changed, Effect::Focus(Target::View)]
    );
    assert_eq!(state(&model, Field::Compare), "");
}

#[test]
fn a_country_named_twice_is_compared_once() {
    let mut model = shown();
    say(&mut model, host(Field::Compare, "FRA FRA DEU"));
    let messages = model.messages.clone().expect("a language");
    assert_eq!(model.shown.as_ref().expect("it is shown").comparison(&messages).countries.len(), 2);
    say(&mut model, choose(Field::Compare, ""));
    assert_eq!(model.shown.as_ref().expect("it is shown").comparison(&messages).countries.len(), 0);
}
