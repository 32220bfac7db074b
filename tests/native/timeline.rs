//! The timeline: which dates it spans, where they stand, and what its hands do to the fields.

use crate::common;

use common::whole::{whole, with};
use common::widget::{choose, host, loaded, say, shown, state};
use common::{date, document, messages, read};
use policy_explorer::date::{Date, Day, Precision};
use policy_explorer::model::field::Field;
use policy_explorer::model::time::{Hand, Line, TimeAct};
use policy_explorer::model::{Effect, Model, Msg};
use policy_explorer::scene::timeline::{Scale, Timeline, timeline};
use policy_explorer::status::{Clock, Topic};
use policy_explorer::survey::{Filter, Survey};
use proptest::prelude::*;
use serde_json::{Value, json};

fn line(document: &Value, today: &str, room: f64) -> Option<Timeline> {
    let feed = read(document).value;
    let clock = Clock { date: date(today), known: None, today: date(today) };
    let survey = Survey::new(&feed, Topic::Overall, clock, &Filter::default());
    timeline(&feed, &messages("en"), &survey, date(today), room)
}

fn act(model: &mut Model, act: TimeAct) -> Vec<Effect> {
    say(model, Msg::Time(act))
}

#[test]
fn it_spans_from_the_first_date_of_the_feed_to_today_or_to_what_is_announced() {
    let spans = |document: &Value| {
        let line = line(document, "2026-11-24", 900.0).expect("a line");
        (line.scale.first().to_string(), line.scale.last().to_string(), line.today.is_some())
    };
    assert_eq!(spans(&whole()), ("2011-01".into(), "2026-11".into(), false));
    let announced = with(&[("/records/0/date", json!("2031-05"))]);
    assert_eq!(spans(&announced), ("2011-01".into(), "2031-12".into(), true));
    let old = with(&[("/records/0/date", json!("1850"))]);
    assert_eq!(spans(&old), ("1850".into(), "2026".into(), false));
    let young = with(&[
        ("/records", json!([{"country": "FRA", "measure": "m", "status": "done", "date": "2026-03-05"}])),
        ("/policy/adopted", Value::Null),
        ("/reported", json!([])),
    ]);
    assert_eq!(spans(&young), ("2026-01-01".into(), "2026-11-24".into(), false));
}

#[test]
fn a_feed_without_dates_has_none_and_one_without_recorded_days_has_no_second_clock() {
    let bare = [("/records", json!([])), ("/policy/adopted", Value::Null), ("/reported", json!([]))];
    assert_eq!(line(&with(&bare), "2026-11-24", 900.0), None);
    assert!(line(&whole(), "2026-11-24", 900.0).expect("a line").known.is_some());
    let unrecorded = with(&[("/records/0/recorded", Value::Null), ("/records/2/withdrawn", Value::Null)]);
    assert_eq!(line(&unrecorded, "2026-11-24", 900.0).expect("a line").known, None);
}

#[test]
fn years_are_round_and_have_room() {
    for room in [200.0, 320.0, 640.0, 1200.0] {
        for name in common::FEEDS {
            let line = line(&document(name), "2026-11-24", room).expect("a line");
            assert!(line.years.len() > 1, "{room}");
            for pair in line.years.windows(2) {
                let apart = (pair[1].1 - pair[0].1) * room;
                assert!(apart > 40.0, "{pair:?} are {apart} px apart of {room}");
            }
        }
    }
}

#[test]
fn ticks_stand_where_claims_that_count_begin() {
    let line = line(&whole(), "2026-11-24", 900.0).expect("a line");
    let expected = ["2014", "2015-02"].map(|text| line.scale.share(date(text).first_day()));
    assert_eq!(line.ticks.len(), expected.len());
    for (tick, expected) in line.ticks.iter().zip(expected) {
        assert!((tick - expected).abs() < 1.0 / 800.0, "{tick} {expected}");
    }
}

/// Half a day of a year, as a share of it: a place means the day nearest to it.
const HALF_A_DAY: f64 = 1.0 / 365.0 / 2.0 + 1e-9;

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_date_is_found_again_at_its_place(first in 1u16..9990, years in 1u16..200, share in 0.0..=1.0f64) {
        let day = |year| Day { year, month: 1, day: 1 };
        let scale = Scale::new(day(first), day((first + years).min(9999))).expect("there is time between");
        let at = scale.at(share);
        prop_assert_eq!(at.precision(), scale.step);
        prop_assert!(scale.share(at.first_day()) <= share + HALF_A_DAY && share <= scale.share(at.last_day()) + HALF_A_DAY, "{}", at);
        // One step on and one back, unless the line ends.
        if at.first_day() > scale.first().last_day() && at.last_day() < scale.last().first_day() {
            prop_assert_eq!(scale.step(scale.step(at, 1), -1), at);
        }
        for steps in [-100_000, 100_000] {
            let end: Date = scale.step(at, steps);
            prop_assert_eq!(end, if steps < 0 { scale.first() } else { scale.last() });
        }
    }
}

#[test]
fn the_hand_goes_by_months_and_years_and_stops_at_the_ends() {
    let mut model = shown();
    let mut after = |what| {
        act(&mut model, what);
        state(&model, Field::Date)
    };
    assert_eq!(after(TimeAct::Step(Hand::Date, -1)), "2026-10");
    assert_eq!(after(TimeAct::Leap(Hand::Date, -1)), "2025-10");
    assert_eq!(after(TimeAct::First(Hand::Date)), "2011-01");
    assert_eq!(after(TimeAct::Step(Hand::Date, -1)), "2011-01");
    assert_eq!(after(TimeAct::Type(Hand::Date, " 2014-05-12 ".into())), "2014-05-12");
    assert_eq!(after(TimeAct::Step(Hand::Date, 1)), "2014-06");
    // Today is no choice.
    assert_eq!(after(TimeAct::Last(Hand::Date)), "");
    assert_eq!(after(TimeAct::Grab(Line::Date, 0.0)), "2011-01");
    assert_eq!(after(TimeAct::Slide(0.5)), "2018-12");
    assert_eq!(after(TimeAct::Release), "2018-12");
    assert_eq!(after(TimeAct::Slide(0.9)), "2018-12");
}

#[test]
fn what_is_typed_and_no_date_is_told_and_changes_nothing() {
    let mut model = shown();
    say(&mut model, choose(Field::Date, "2015"));
    for text in ["soon", "2014-13", "14"] {
        assert_eq!(act(&mut model, TimeAct::Type(Hand::Date, text.into())), []);
        assert_eq!((state(&model, Field::Date).as_str(), model.time.misdated), ("2015", Some(Hand::Date)));
    }
    act(&mut model, TimeAct::Type(Hand::Date, "2016".into()));
    assert_eq!(model.time.misdated, None);
    act(&mut model, TimeAct::Type(Hand::Against, "2017".into()));
    assert_eq!((state(&model, Field::Against).as_str(), model.time.misdated), ("", Some(Hand::Against)));
}

#[test]
fn comparing_begins_with_the_adoption_and_stays_before_the_viewed_date() {
    let mut model = shown();
    act(&mut model, TimeAct::Begin(Hand::Against));
    assert_eq!(state(&model, Field::Against), "2011");
    act(&mut model, TimeAct::Step(Hand::Against, 500));
    assert_eq!(state(&model, Field::Against), "2011");
    act(&mut model, TimeAct::Leap(Hand::Against, 3));
    assert_eq!(state(&model, Field::Against), "2014-01");
    // A viewed date before it ends the comparison, and says so to the host's developer only.
    say(&mut model, choose(Field::Date, "2013"));
    assert_eq!(state(&model, Field::Against), "");
    act(&mut model, TimeAct::End(Hand::Against));
    say(&mut model, choose(Field::Date, "2011-01"));
    assert_eq!(act(&mut model, TimeAct::Begin(Hand::Against)), []);
}

#[test]
fn what_was_known_begins_with_the_day_of_the_feed() {
    let mut model = shown();
    act(&mut model, TimeAct::Begin(Hand::Known));
    assert_eq!(state(&model, Field::Known), "2026-11-20");
    act(&mut model, TimeAct::First(Hand::Known));
    assert_eq!(state(&model, Field::Known), "2015-01");
    act(&mut model, TimeAct::End(Hand::Known));
    assert_eq!(state(&model, Field::Known), "");
}

#[test]
fn the_years_run_to_today_and_stop() {
    let mut model = shown();
    let mut effects = act(&mut model, TimeAct::Play);
    let mut years = vec![state(&model, Field::Date)];
    while let Some(Effect::Wait(run)) =
        effects.iter().find(|effect| matches!(effect, Effect::Wait(_))).cloned()
    {
        effects = act(&mut model, TimeAct::Tick(run));
        years.push(state(&model, Field::Date));
    }
    assert_eq!(years.len(), 17);
    assert_eq!((years[0].as_str(), years[15].as_str(), years[16].as_str()), ("2011-01", "2026-01", ""));
    assert!(!model.time.playing);
}

#[test]
fn the_run_stops_when_the_reader_takes_the_hand_and_late_ticks_count_for_nothing() {
    let mut model = shown();
    act(&mut model, TimeAct::Play);
    act(&mut model, TimeAct::Tick(1));
    act(&mut model, TimeAct::Step(Hand::Date, 1));
    assert!(!model.time.playing);
    let before = state(&model, Field::Date);
    assert_eq!(act(&mut model, TimeAct::Tick(1)), []);
    act(&mut model, TimeAct::Play);
    assert_eq!(act(&mut model, TimeAct::Tick(1)), []);
    assert_eq!(state(&model, Field::Date), before);
    act(&mut model, TimeAct::Tick(2));
    assert_ne!(state(&model, Field::Date), before);
}

#[test]
fn a_new_feed_or_a_host_s_word_leaves_the_hands_where_they_belong() {
    let mut model = shown();
    act(&mut model, TimeAct::Step(Hand::Date, -20));
    let before = state(&model, Field::Date);
    say(&mut model, loaded(1, &whole()));
    assert_eq!(state(&model, Field::Date), before);
    say(&mut model, host(Field::Date, "2012"));
    assert_eq!(state(&model, Field::Date), "2012");
    assert_eq!(date("2012").precision(), Precision::Year);
}

#[test]
fn the_adoption_is_written_within_the_line_or_not_at_all() {
    let written = |room: f64| line(&whole(), "2026-11-24", room).expect("a line").adopted_word;
    let (long, middle) = written(1000.0).expect("there is room");
    let (short, place) = written(130.0).expect("there is room for the date");
    assert!(long.starts_with("Adopted ") && long.ends_with(&short), "{long}, {short}");
    assert!((0.0..=1.0).contains(&middle) && (0.3..=0.7).contains(&place), "{middle}, {place}");
    assert_eq!(written(20.0), None);
}
