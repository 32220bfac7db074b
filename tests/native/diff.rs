//! Two feeds compared claim by claim, and what is said when a newer feed takes the place of an older one.

use crate::common;

use common::naive::Naive;
use common::whole::{whole, with};
use common::widget::{choose, host, loaded, say, shown};
use common::{clock, read};
use policy_explorer::diff::{Claim, Diff, diff, turned};
use policy_explorer::feed::{Feed, Record};
use policy_explorer::model::field::Field;
use policy_explorer::model::{Model, Msg};
use policy_explorer::status::Topic;
use policy_explorer::survey::{Filter, Survey};
use proptest::prelude::*;
use serde_json::{Value, json};

/// A claim as the tests write it: `FRA m done 2014`.
fn named(feed: &Feed, record: &Record) -> String {
    let (country, measure, status) =
        (feed[record.member].code, &feed[record.measure].id, &feed[record.level].id);
    format!("{country} {measure} {status} {}", record.date)
}

/// What changed, a line each.
fn told(old: &Value, new: &Value) -> Vec<String> {
    let (old, new) = (read(old).value, read(new).value);
    let Diff { joined, left, claims } = diff(&old, &new);
    let mut told: Vec<String> = joined.iter().map(|code| format!("joined {code}")).collect();
    told.extend(left.iter().map(|code| format!("left {code}")));
    told.extend(claims.iter().map(|claim| match claim {
        Claim::Added(record) => format!("added {}", named(&new, record)),
        Claim::Removed(record) => format!("removed {}", named(&old, record)),
        Claim::Withdrawn(_, record) => format!("withdrawn {}", named(&new, record)),
        Claim::Altered(before, record) => {
            format!("altered {} to {}", named(&old, before), named(&new, record))
        }
    }));
    told
}

/// What changed from the whole feed to the same with other values at JSON pointers.
fn after(changes: &[(&str, Value)]) -> Vec<String> {
    told(&whole(), &with(changes))
}

#[test]
fn what_stays_is_not_told_however_it_is_ordered() {
    assert_eq!(told(&whole(), &whole()), [""; 0]);
    let mut other = whole();
    for list in ["records", "members", "measures", "scale", "regions"] {
        other[list].as_array_mut().expect("a list").reverse();
    }
    assert_eq!(told(&whole(), &other), [""; 0]);
}

#[test]
fn a_claim_is_added_removed_withdrawn_or_altered() {
    let mut longer = whole();
    let claim = json!({"country": "CHE", "measure": "o", "status": "begun", "date": "2020"});
    longer["records"].as_array_mut().expect("a list").push(claim);
    assert_eq!(told(&whole(), &longer), ["added CHE o begun 2020"]);
    assert_eq!(told(&longer, &whole()), ["removed CHE o begun 2020"]);
    assert_eq!(after(&[("/records/0/withdrawn", json!("2026"))]), ["withdrawn FRA m done 2014"]);
    for (field, value) in
        [("note", json!("N")), ("dating", json!("by")), ("evidence", json!([])), ("recorded", json!("2016"))]
    {
        let found = after(&[(&format!("/records/0/{field}"), value)]);
        assert_eq!(found, ["altered FRA m done 2014 to FRA m done 2014"], "{field}");
    }
    assert_eq!(
        after(&[("/records/0/status", json!("begun"))]),
        ["altered FRA m done 2014 to FRA m begun 2014"]
    );
    assert_eq!(
        after(&[("/records/0/date", json!("2014-01"))]),
        ["altered FRA m done 2014 to FRA m done 2014-01"]
    );
    // Another date is another claim.
    assert_eq!(
        after(&[("/records/0/date", json!("2013"))]),
        ["added FRA m done 2013", "removed FRA m done 2014"]
    );
    // A withdrawal that is taken back is no withdrawal.
    assert_eq!(
        after(&[("/records/2/withdrawn", Value::Null)]),
        ["altered FRA n done 2016-03-01 to FRA n done 2016-03-01"]
    );
}

#[test]
fn members_join_and_leave() {
    let mut other = whole();
    other["members"][1] = json!({"country": "ITA"});
    assert_eq!(told(&whole(), &other)[..2], ["joined ITA", "left DEU"]);
    assert_eq!(after(&[("/members/0/left", json!("2025"))]), ["left FRA"]);
    assert_eq!(after(&[("/members/2/left", json!("2031"))]), [""; 0]);
}

/// What the widget says to those who do not see the screen.
fn said(model: &Model) -> &str {
    &model.announcement.text
}

#[test]
fn a_newer_feed_says_how_many_statuses_of_the_view_it_changed() {
    let mut model = shown();
    assert_eq!(said(&model), "");
    say(&mut model, choose(Field::Measure, "m"));
    for (changes, expected) in [
        (
            vec![("/records/0/status", json!("begun"))],
            "The data was updated: 1 status shown here has changed.",
        ),
        // Of another measure.
        (
            vec![("/records/0/status", json!("begun")), ("/records/1/status", json!("done"))],
            "The data was updated. No status shown here has changed.",
        ),
        (
            vec![("/records/1/country", json!("CHE")), ("/records/1/measure", json!("m"))],
            "The data was updated: 2 statuses shown here have changed.",
        ),
    ] {
        say(&mut model, Msg::Reload);
        let number = model.announcement.number;
        let load = model_load(&mut model);
        say(&mut model, loaded(load, &with(&changes)));
        assert_eq!((said(&model), model.announcement.number), (expected, number + 1));
    }
}

#[test]
fn that_nothing_changed_is_said_once_and_a_change_each_time() {
    let mut model = shown();
    say(&mut model, host(Field::Measure, "m"));
    let mut numbers = Vec::new();
    for status in ["done", "done", "begun", "done", "done", "done"] {
        say(&mut model, Msg::Reload);
        let load = model_load(&mut model);
        say(&mut model, loaded(load, &with(&[("/records/0/status", json!(status))])));
        numbers.push(model.announcement.number);
    }
    assert_eq!(numbers, [1, 1, 2, 3, 4, 4]);
    // The first feed, and other questions to the same, are nothing to announce.
    say(&mut model, choose(Field::Measure, "n"));
    say(&mut model, choose(Field::Date, "2012"));
    assert_eq!(model.announcement.number, 4);
}

/// The number of the load that was asked for last.
fn model_load(model: &mut Model) -> u32 {
    match say(model, Msg::Reload)[..] {
        [policy_explorer::model::Effect::Load(number)] => number,
        ref effects => panic!("{effects:?}"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_claim_of_both_feeds_is_accounted_for_once(
        old in common::generate::feed(),
        new in common::generate::feed(),
        viewed in common::generate::date(),
    ) {
        let (before, now) = (read(&old).value, read(&new).value);
        prop_assert_eq!(diff(&before, &before), Diff::default());
        let (forth, back) = (diff(&before, &now), diff(&now, &before));
        let count = |diff: &Diff<'_>, is: fn(&Claim<'_>) -> bool| diff.claims.iter().filter(|claim| is(claim)).count();
        let added: fn(&Claim<'_>) -> bool = |claim| matches!(claim, Claim::Added(_));
        let removed: fn(&Claim<'_>) -> bool = |claim| matches!(claim, Claim::Removed(_));
        prop_assert_eq!(before.records().len() - count(&forth, removed) + count(&forth, added), now.records().len());
        prop_assert_eq!(count(&forth, added), count(&back, removed));
        prop_assert_eq!(&forth.joined.len(), &now.members.iter().filter(|m| before.member(m.code).is_none()).count());
        let mut told: Vec<usize> = forth.claims.iter().filter_map(|claim| match claim {
            Claim::Removed(record) | Claim::Withdrawn(record, _) | Claim::Altered(record, _) => Some(record.position),
            Claim::Added(_) => None,
        }).collect();
        let all = told.len();
        told.sort_unstable();
        told.dedup();
        prop_assert_eq!(told.len(), all, "a claim is told once");
        // How many statuses differ, counted by the second resolver.
        let survey = |feed: &Feed| Survey::new(feed, Topic::Overall, clock(&viewed, ""), &Filter::default());
        let (naive, other) = (Naive::new(&old), Naive::new(&new));
        let both = naive.members.iter().filter(|country| other.members.contains(country));
        let expected = both.filter(|country| naive.status(country, "overall", &viewed, "") != other.status(country, "overall", &viewed, "")).count();
        prop_assert_eq!(turned((&before, &survey(&before)), (&now, &survey(&now))), expected);
    }
}

#[test]
fn what_a_newer_feed_has_changed_stays_said_below_the_map() {
    let mut model = shown();
    say(&mut model, host(Field::Measure, "m"));
    let below =
        |model: &Model| model.renewal.map(|renewal| renewal.said(model.messages.as_ref().expect("texts")));
    for (status, expected) in [("done", None), ("begun", Some(1)), ("begun", Some(1)), ("done", Some(1))] {
        let load = model_load(&mut model);
        say(&mut model, loaded(load, &with(&[("/records/0/status", json!(status))])));
        let expected =
            expected.map(|count| format!("The data was updated: {count} status shown here has changed."));
        assert_eq!(below(&model), expected, "{status}");
    }
    say(&mut model, Msg::Renewed);
    assert_eq!(below(&model).as_deref(), Some("The data was updated since this page was made."));
}
