//! The trend to be heard: how high each count is.

use crate::common;

use common::widget::{choose, host, say, shown};
use common::{clock, date, document, messages, read, topic};
use policy_explorer::model::field::Field;
use policy_explorer::model::progress::Turn;
use policy_explorer::model::{Effect, Msg};
use policy_explorer::sound::{LENGTH, PACE, frequency, tones};
use policy_explorer::survey::Filter;
use policy_explorer::trend::Trend;
use proptest::prelude::*;

#[test]
fn none_is_an_a_and_the_most_the_a_two_octaves_above() {
    for (count, most, hertz) in
        [(0, 24, 220.0), (12, 24, 440.0), (24, 24, 880.0), (6, 24, 311.127), (0, 0, 220.0), (1, 1, 880.0)]
    {
        assert!((frequency(count, most) - hertz).abs() < 0.001, "{count} of {most}");
    }
}

proptest! {
    #[test]
    fn one_more_is_the_same_interval_everywhere(counts in prop::collection::vec(0..500_usize, 1..80)) {
        let most = counts.iter().copied().max().unwrap_or_default().max(1);
        let all = tones(&counts);
        prop_assert_eq!(all.len(), counts.len());
        for (place, (tone, &count)) in all.iter().zip(&counts).enumerate() {
            let octaves = (tone.frequency / 220.0).log2();
            prop_assert!((octaves - 2.0 * count as f64 / most as f64).abs() < 1e-9);
            prop_assert!((tone.start - PACE * place as f64).abs() < 1e-9);
            prop_assert!(tone.duration == LENGTH && LENGTH < PACE);
        }
    }
}

#[test]
fn what_is_heard_is_what_the_sentence_counts() {
    let feed = read(&document("hanoi-2011")).value;
    let filter = Filter::default();
    let trend =
        Trend::new(&feed, topic(&feed, "icse-access"), clock("2026-11-24", ""), &filter, date("2026-11-24"));
    let told = trend.told(&messages("en")).expect("there is something to tell");
    assert_eq!(told.status, "implemented");
    for (place, &count) in told.counts.iter().enumerate() {
        let numbers = trend.numbers(&messages("en"), place).counts;
        let (_, expected) = numbers.iter().find(|(class, _)| class.id == "implemented").expect("a status");
        assert_eq!(count, *expected);
    }
    assert_eq!(told.most(), 26);
}

#[test]
fn nothing_is_heard_where_nobody_ever_did_it() {
    let feed = read(&document("hanoi-2011")).value;
    let filter = Filter::default();
    let trend =
        Trend::new(&feed, topic(&feed, "icse-access"), clock("1999", ""), &filter, date("1999-11-24"));
    assert_eq!(trend.told(&messages("en")), None);
}

#[test]
fn it_is_heard_when_asked_and_ends_with_whatever_changes_what_is_shown() {
    let ends = [Msg::Turn(Turn::Hear), choose(Field::Region, "europe"), host(Field::View, "table")];
    for end in ends {
        let mut model = shown();
        say(&mut model, host(Field::View, "trend"));
        assert_eq!(say(&mut model, Msg::Turn(Turn::Hear)), [Effect::Hear]);
        say(&mut model, Msg::Turn(Turn::Heard(Some(2015))));
        assert_eq!((model.progress.year, model.progress.hearing), (Some(2015), true));
        assert!(say(&mut model, end.clone()).contains(&Effect::Hush), "{end:?}");
        // What comes late moves nothing.
        say(&mut model, Msg::Turn(Turn::Heard(Some(2016))));
        assert_eq!((model.progress.year, model.progress.hearing), (Some(2015), false));
    }
}

#[test]
fn when_all_has_been_heard_it_is_silent_and_can_be_heard_again() {
    let mut model = shown();
    say(&mut model, Msg::Turn(Turn::Hear));
    assert_eq!(say(&mut model, Msg::Turn(Turn::Heard(None))), [Effect::Hush]);
    assert_eq!(say(&mut model, Msg::Turn(Turn::Hear)), [Effect::Hear]);
}
