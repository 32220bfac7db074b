//! Feeds that arrive at a widget, late, faulty or not at all: which answers count, and what is told.

use crate::common;

use common::whole::{whole, with};
use common::widget::{choose, host, ignored, loaded, say, say_aside, shown, state};
use common::{code, date, messages, world};
use policy_explorer::country::Code;
use policy_explorer::feed::FeedError;
use policy_explorer::feed::unreadable::Unreadable;
use policy_explorer::model::chunk::Chunk;
use policy_explorer::model::field::Field;
use policy_explorer::model::{Effect, Failure, Model, Msg, Reach, Target};
use serde_json::{Value, json};
use std::rc::Rc;

#[test]
fn it_is_ready_once_and_not_before_there_is_something_to_see() {
    let feed = || loaded(1, &whole());
    let (language, geometry) = (|| Msg::Language(messages("en")), || Msg::World(Rc::new(world())));
    let table = || host(Field::View, "table");
    let chunk = || Msg::Arrived(Chunk::Table);
    for turns in [
        vec![feed(), language(), geometry()],
        vec![geometry(), feed(), language()],
        vec![language(), geometry(), feed()],
        vec![chunk(), table(), language(), feed()],
        vec![chunk(), feed(), language(), table()],
        vec![feed(), language(), table(), chunk()],
        vec![feed(), language(), table(), geometry(), chunk()],
    ] {
        let mut model = Model::new(date("2026-11-24"), 960.0);
        let (last, others) = turns.split_last().expect("some turns");
        for msg in others {
            assert!(!say(&mut model, msg.clone()).contains(&Effect::Ready), "{msg:?} of {turns:?}");
        }
        assert_eq!(say(&mut model, last.clone()), [Effect::Ready], "{turns:?}");
        for msg in [chunk(), feed(), language(), geometry(), host(Field::View, "map"), table()] {
            assert_eq!(say(&mut model, msg), []);
        }
    }
}

#[test]
fn code_that_is_needed_is_fetched_once_and_what_waits_for_it_goes_on() {
    let mut model = Model::new(date("2026-11-24"), 960.0);
    for msg in [Msg::World(Rc::new(world())), Msg::Language(messages("en")), loaded(1, &whole())] {
        say(&mut model, msg);
    }
    let france = code("FRA");
    let focus = || Effect::Focus(Target::Profile);
    assert_eq!(say_aside(&mut model, Msg::Open(france)), [Effect::Fetch(Chunk::Profile), Effect::Changed]);
    assert_eq!(say_aside(&mut model, Msg::Open(france)), []);
    assert_eq!(say_aside(&mut model, Msg::Arrived(Chunk::Profile)), [focus()]);
    assert_eq!(say(&mut model, Msg::Open(france)), [focus()]);
    assert_eq!(say(&mut model, host(Field::View, "table")), [Effect::Fetch(Chunk::Table)]);
    assert_eq!(say(&mut model, host(Field::View, "map")), []);
    assert_eq!(say(&mut model, host(Field::View, "table")), []);
    assert_eq!(say(&mut model, Msg::Arrived(Chunk::Table)), []);
}

#[test]
fn code_that_does_not_come_is_told_and_asked_for_again_when_the_reader_acts() {
    let mut model = Model::new(date("2026-11-24"), 960.0);
    for msg in [Msg::World(Rc::new(world())), Msg::Language(messages("en")), loaded(1, &whole())] {
        say(&mut model, msg);
    }
    let table = Effect::Fetch(Chunk::Table);
    assert_eq!(say(&mut model, choose(Field::View, "table")), [table.clone(), Effect::Changed]);
    let effects = say(&mut model, Msg::Missed(Chunk::Table));
    assert!(
        matches!(effects[..], [Effect::Error { code: "assets-unreachable", recoverable: true, .. }]),
        "{effects:?}"
    );
    assert_eq!(say(&mut model, Msg::Resize(320.0)), []);
    assert_eq!(say(&mut model, choose(Field::View, "map")), [Effect::Changed]);
    assert_eq!(say(&mut model, choose(Field::View, "table")), [table, Effect::Changed]);
}

#[test]
fn answers_of_older_loads_are_dropped() {
    let mut model = shown();
    assert_eq!(say(&mut model, Msg::Reload), [Effect::Load(2)]);
    assert_eq!(say(&mut model, Msg::Reload), [Effect::Load(3)]);
    let other = with(&[("/measures/0/id", json!("late")), ("/records", json!([])), ("/reported", json!([]))]);
    for number in [0, 1, 2, 4] {
        assert_eq!(say(&mut model, loaded(number, &other)), []);
        assert_eq!(say(&mut model, Msg::Failed(number, Failure::NotJson(Unreadable::CutOff))), []);
        assert_eq!(model.failure, None);
    }
    assert_eq!(say(&mut model, host(Field::Measure, "late")), [ignored(Field::Measure, "late")]);
    assert_eq!(say(&mut model, loaded(3, &other)), []);
    assert_eq!(state(&model, Field::Measure), "late");
}

#[test]
fn a_failure_is_told_by_its_code_and_can_be_tried_again() {
    for (failure, code) in [
        (Failure::Unreachable(Reach::Network), "feed-unreachable"),
        (Failure::Unreachable(Reach::Offline), "feed-unreachable"),
        (Failure::Unreachable(Reach::Silent), "feed-unreachable"),
        (Failure::Unreachable(Reach::Status(503)), "feed-unreachable"),
        (Failure::Unreachable(Reach::Refused), "feed-unreachable"),
        (Failure::Unreachable(Reach::Elsewhere), "feed-unreachable"),
        (Failure::TooLarge, "feed-too-large"),
        (Failure::NotJson(Unreadable::Encoding), "feed-not-json"),
        (Failure::Feed(FeedError::Missing("members")), "feed-invalid"),
        (Failure::Feed(FeedError::Version("2.0".to_owned())), "feed-version"),
        (Failure::Integrity, "feed-integrity"),
        (Failure::Assets, "assets-unreachable"),
    ] {
        for has_data in [false, true] {
            let mut model = if has_data { shown() } else { Model::new(date("2026-11-24"), 960.0) };
            say(&mut model, Msg::Language(messages("en")));
            let effects = say(&mut model, Msg::Failed(1, failure.clone()));
            let [Effect::Error { code: told, message, recoverable }] = &effects[..] else {
                panic!("{effects:?}")
            };
            assert_eq!((*told, *recoverable), (code, has_data));
            assert!(message.len() > code.len() && !message.contains('{'), "{message}");
            assert_eq!(model.failure.as_ref(), Some(&failure));
            assert_eq!(model.shown.is_some(), has_data, "the last good data stays");
            assert_eq!(say(&mut model, Msg::Reload), [Effect::Load(2)]);
            say(&mut model, loaded(2, &whole()));
            assert_eq!((model.failure.as_ref(), model.shown.is_some()), (None, true));
        }
    }
}

#[test]
fn a_faulty_feed_is_told_with_the_number_of_its_faults_and_shown() {
    let faulty = with(&[("/records/0/date", json!("?")), ("/members/2/country", json!("?"))]);
    let mut model = shown();
    let effects = say(&mut model, loaded(1, &faulty));
    let [
        Effect::Findings,
        Effect::Error { code: "feed-skipped", message, recoverable: true },
        Effect::Fetch(Chunk::Faults),
    ] = &effects[..]
    else {
        panic!("{effects:?}")
    };
    assert!(message.starts_with("2 "), "{message}");
    let twice =
        with(&[("/records/0/date", json!("?")), ("/records/0/status", json!("?")), ("/records/1", json!(7))]);
    let effects = say(&mut model, loaded(1, &twice));
    assert!(matches!(&effects[1], Effect::Error { message, .. } if message.starts_with("2 ")), "{effects:?}");
    let unsourced = with(&[("/records/1/evidence", json!([]))]);
    assert_eq!(say(&mut model, loaded(1, &unsourced)), [Effect::Findings], "nothing is skipped");
    let doubtful = with(&[("/version", Value::Null)]);
    assert_eq!(say(&mut model, loaded(1, &doubtful)), [Effect::Findings], "nothing is skipped");
    let mut silent = Model::new(date("2026-11-24"), 960.0);
    let effects = say(&mut silent, loaded(1, &faulty));
    assert!(matches!(&effects[1], Effect::Error { message, .. } if !message.is_empty()), "{effects:?}");
}

#[test]
fn a_newer_feed_that_orders_its_members_otherwise_leaves_the_reader_where_they_are() {
    let mut model = shown();
    say(&mut model, Msg::Focus(code("DEU")));
    let members = whole()["members"].as_array().expect("a list").clone();
    let turned = with(&[("/members", json!([members[1], members[2], members[0]]))]);
    let fewer = with(&[("/members", json!([members[0]])), ("/records", json!([])), ("/groups", json!([]))]);
    for (document, expected) in [(&turned, Some("DEU")), (&with(&[]), Some("DEU")), (&fewer, None)] {
        say(&mut model, loaded(1, document));
        let name = |code: Code| code.to_string();
        assert_eq!(model.focused.map(name).as_deref(), expected);
        assert_eq!(model.current.map(name).as_deref(), expected.or(Some("FRA")));
        assert_eq!(model.spot.is_some(), expected.is_some());
    }
    say(&mut model, Msg::Type(" ".to_owned(), 0.0));
    assert_eq!(state(&model, Field::Country), "FRA");
}
