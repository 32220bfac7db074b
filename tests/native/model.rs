//! The one function that changes a widget: who has the last word on a field, and what is told to the host
//! and how often.

use crate::common;

use common::whole::whole;
use common::widget::{choose, host, ignored, linked, loaded, say, say_aside, shown, state};
use common::{code, date, messages};
use policy_explorer::model::chunk::Chunk;
use policy_explorer::model::field::Field;
use policy_explorer::model::{Effect, Entry, Model, Msg, Target, update};
use proptest::prelude::*;

/// Says each message in turn; after it the field has this value.
fn check(field: Field, turns: &[(Msg, &str)]) {
    let mut model = shown();
    for (msg, expected) in turns {
        say(&mut model, msg.clone());
        assert_eq!(state(&model, field), *expected, "after {msg:?} of {turns:?}");
    }
}

#[test]
fn nothing_said_means_the_defaults_with_and_without_a_feed() {
    let expected = [
        "overall",
        "",
        "",
        "",
        "map",
        "equal-earth",
        "",
        "",
        "",
        "",
        "",
        "",
        "country",
        "",
        "",
        "",
        "auto",
        "2",
        "",
    ];
    for model in [Model::new(date("2026-11-24"), 320.0), shown()] {
        let (fields, values): (Vec<Field>, Vec<String>) = model.state().into_iter().unzip();
        assert_eq!(fields, Field::ALL);
        assert_eq!(values, expected);
    }
}

#[test]
fn the_host_sets_changes_and_removes_its_word() {
    use Field::Measure;
    check(Measure, &[(host(Measure, "m"), "m"), (host(Measure, "n"), "n"), (host(Measure, ""), "overall")]);
    check(Field::Date, &[(host(Field::Date, " 2014-05 "), "2014-05"), (host(Field::Date, ""), "")]);
}

#[test]
fn the_last_speaker_wins_field_by_field() {
    use Field::{Measure, Theme};
    check(
        Measure,
        &[
            (host(Measure, "m"), "m"),
            (choose(Measure, "n"), "n"),
            (host(Theme, "dark"), "n"),
            (host(Measure, "o"), "o"),
            (choose(Measure, "n"), "n"),
            (host(Measure, ""), "overall"),
        ],
    );
    // The reader may choose nothing over the host's word.
    check(Field::Region, &[(host(Field::Region, "europe"), "europe"), (choose(Field::Region, ""), "")]);
}

#[test]
fn what_is_said_before_the_feed_is_there_holds_when_it_is() {
    let mut model = Model::new(date("2026-11-24"), 960.0);
    assert_eq!(say(&mut model, host(Field::Measure, "m")), []);
    assert_eq!(say(&mut model, host(Field::Country, "XXX")), []);
    say(&mut model, Msg::Language(messages("en")));
    assert_eq!(say(&mut model, loaded(1, &whole())), [ignored(Field::Country, "XXX")]);
    assert_eq!((state(&model, Field::Measure).as_str(), state(&model, Field::Country).as_str()), ("m", ""));
}

#[test]
fn values_that_are_understood_are_in_force_and_others_are_not() {
    for (field, good, bad) in [
        (Field::Measure, vec!["overall", "m", "o"], vec!["M", "none", "m n"]),
        (Field::Date, vec!["2014", "2014-05", "2014-05-12"], vec!["2014-13", "today", "14", "2014-02-29"]),
        (Field::Known, vec!["2014"], vec!["soon"]),
        (Field::Against, vec!["2014"], vec!["soon"]),
        (Field::View, vec!["map", "table", "trend", "changes"], vec!["globe", "Map"]),
        (Field::Projection, vec!["equal-earth", "globe", "tiles"], vec!["mercator"]),
        (Field::Country, vec!["FRA", "CHE"], vec!["fra", "ITA", "France"]),
        (Field::Compare, vec!["FRA", "FRA CHE"], vec!["ITA"]),
        (Field::Region, vec!["europe", "africa europe"], vec!["asia"]),
        (Field::Group, vec!["g", "g h"], vec!["eu"]),
        (
            Field::Status,
            vec!["done", "unknown", "0-of-3 done"],
            vec!["4-of-3", "1-of-2", "-1-of-3", "undone"],
        ),
        (Field::Pattern, vec!["light"], vec!["dark", "plain"]),
        (Field::Theme, vec!["auto", "light", "dark"], vec!["black"]),
        (Field::Heading, vec!["1", "6"], vec!["0", "7", "-1", "h2", "2.5"]),
        (Field::Hide, vec!["header", "toolbar legend timeline zoom profile footer"], vec!["map"]),
    ] {
        for value in good {
            let mut model = shown();
            assert_eq!(say_aside(&mut model, host(field, value)), [], "{field:?} {value}");
            assert_eq!(state(&model, field), value);
        }
        let is_list =
            [Field::Compare, Field::Region, Field::Group, Field::Status, Field::Hide].contains(&field);
        for value in bad.into_iter().filter(|value| !is_list || !value.contains(' ')) {
            let mut model = shown();
            assert_eq!(say(&mut model, host(field, value)), [ignored(field, value)]);
            assert_eq!(state(&model, field), field.default(), "{field:?} {value}");
        }
    }
}

#[test]
fn an_ignored_value_is_told_once() {
    let mut model = shown();
    assert_eq!(say(&mut model, host(Field::Measure, "none")), [ignored(Field::Measure, "none")]);
    assert_eq!(say(&mut model, Msg::Resize(320.0)), []);
    assert_eq!(say(&mut model, host(Field::Theme, "dark")), []);
    assert_eq!(say(&mut model, host(Field::Theme, "black")), [ignored(Field::Theme, "black")]);
    assert_eq!(say(&mut model, loaded(1, &whole())), []);
    assert_eq!(say(&mut model, host(Field::Measure, "m")), []);
    assert_eq!(say(&mut model, host(Field::Measure, "none")), [ignored(Field::Measure, "none")]);
}

#[test]
fn of_a_list_with_a_wrong_value_the_right_ones_stay() {
    let mut model = shown();
    let effects = say(&mut model, host(Field::Region, "  europe  asia africa "));
    assert_eq!(effects, [ignored(Field::Region, "asia")]);
    assert_eq!(state(&model, Field::Region), "europe africa");
    let effects = say(&mut model, host(Field::Status, "x done y"));
    assert_eq!(effects, [ignored(Field::Status, "x"), ignored(Field::Status, "y")]);
    assert_eq!(state(&model, Field::Status), "done");
}

#[test]
fn only_the_reader_s_acts_are_told_and_only_when_they_change_something() {
    let mut model = shown();
    for msg in
        [host(Field::Measure, "m"), Msg::Language(messages("fr")), Msg::Today(date("2027")), Msg::Resize(1.0)]
    {
        assert_eq!(say(&mut model, msg.clone()), [], "{msg:?}");
    }
    assert_eq!(say(&mut model, choose(Field::Measure, "n")), [Effect::Changed]);
    assert_eq!(say(&mut model, choose(Field::Measure, "n")), []);
    assert_eq!(
        say(&mut model, choose(Field::Measure, "none")),
        [ignored(Field::Measure, "none"), Effect::Changed]
    );
}

#[test]
fn opening_and_closing_a_profile_move_the_focus_there_and_back() {
    let mut model = shown();
    let france = code("FRA");
    let profile = Effect::Focus(Target::Profile);
    assert_eq!(say_aside(&mut model, Msg::Open(france)), [Effect::Changed, profile.clone()]);
    assert_eq!(state(&model, Field::Country), "FRA");
    assert_eq!(say_aside(&mut model, Msg::Open(france)), [profile]);
    assert_eq!(say_aside(&mut model, Msg::Close), [Effect::Changed, Effect::Focus(Target::Member(france))]);
    assert_eq!(state(&model, Field::Country), "");
    assert_eq!(say(&mut model, Msg::Close), []);
}

#[test]
fn a_profile_that_the_host_opened_can_be_closed_and_the_focus_finds_a_place() {
    let mut model = shown();
    assert_eq!(say_aside(&mut model, host(Field::Country, "FRA")), []);
    say(&mut model, host(Field::View, "table"));
    say(&mut model, host(Field::Region, "africa"));
    assert_eq!(say(&mut model, Msg::Close), [Effect::Changed, Effect::Focus(Target::View)]);
    assert_eq!(state(&model, Field::Country), "");
}

/// The code of the profile comes when the reader has gone on.
#[test]
fn a_profile_that_was_closed_before_it_came_takes_no_focus() {
    for closed in [false, true] {
        let mut model = Model::new(date("2026-11-24"), 960.0);
        say(&mut model, Msg::Language(messages("en")));
        say(&mut model, loaded(1, &whole()));
        let france = code("FRA");
        say(&mut model, Msg::Open(france));
        if closed {
            say(&mut model, choose(Field::Country, ""));
        }
        let effects = say(&mut model, Msg::Arrived(Chunk::Profile));
        assert_eq!(effects.contains(&Effect::Focus(Target::Profile)), !closed);
    }
}

#[test]
fn all_filters_go_at_once_and_nothing_else() {
    let mut model = shown();
    for (field, value) in [(Field::Region, "europe"), (Field::Group, "g"), (Field::Status, "done")] {
        say(&mut model, host(field, value));
    }
    say(&mut model, choose(Field::Measure, "m"));
    assert_eq!(say(&mut model, Msg::ClearFilters), [Effect::Changed]);
    let left = [Field::Region, Field::Group, Field::Status, Field::Measure].map(|field| state(&model, field));
    assert_eq!(left, ["", "", "", "m"]);
    assert_eq!(say(&mut model, Msg::ClearFilters), []);
}

/// Values of three fields, some of which nobody understands.
const VALUES: [(Field, &[&str]); 3] = [
    (Field::Measure, &["m", "n", "overall", "none", ""]),
    (Field::Theme, &["dark", "light", "black", ""]),
    (Field::Country, &["FRA", "DEU", "ITA", ""]),
];

/// What the widget should have in force: the words of host and reader, and the rule that the last speaker wins.
#[derive(Default)]
struct Words([Option<&'static str>; 3], [Option<&'static str>; 3]);

impl Words {
    fn expected(&self, at: usize) -> &'static str {
        let (field, _) = VALUES[at];
        let word = self.1[at].or(self.0[at]).unwrap_or_default();
        if ["none", "black", "ITA", ""].contains(&word) { field.default() } else { word }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_said_the_last_speaker_wins_and_only_the_reader_is_told_of(
        turns in prop::collection::vec((any::<bool>(), any::<bool>(), 0..3usize, 0..5usize), 1..30),
    ) {
        let mut model = shown();
        let mut words = Words::default();
        for (is_reader, takes_back, at, value) in turns {
            let (field, values) = VALUES[at];
            let value = values[value % values.len()];
            let before: Vec<_> = (0..3).map(|at| words.expected(at)).collect();
            let msg = if is_reader {
                words.1[at] = Some(value);
                choose(field, value)
            } else {
                words.0[at] = if takes_back { None } else { Some(value) };
                words.1[at] = None;
                Msg::Host(field, words.0[at].map(str::to_owned))
            };
            let effects = say(&mut model, msg);
            let after: Vec<_> = (0..3).map(|at| words.expected(at)).collect();
            prop_assert_eq!(&VALUES.map(|(field, _)| state(&model, field))[..], &after[..]);
            prop_assert_eq!(effects.contains(&Effect::Changed), is_reader && before != after);
        }
    }
}

#[test]
fn headings_hang_below_the_widget_s_or_where_that_is_hidden_the_host_s() {
    for (heading, hide, levels) in [
        ("", "", [2, 3, 4]),
        ("1", "", [1, 2, 3]),
        ("5", "", [5, 6, 6]),
        ("6", "", [6, 6, 6]),
        ("3", "header", [2, 3, 4]),
        ("1", "header", [1, 1, 2]),
    ] {
        let mut model = shown();
        say(&mut model, host(Field::Heading, heading));
        say(&mut model, host(Field::Hide, hide));
        let query = &model.shown.expect("there is a feed").query;
        assert_eq!([0, 1, 2].map(|below| query.level(below)), levels, "{heading} {hide}");
    }
}

#[test]
fn one_may_go_to_what_follows_the_view() {
    assert_eq!(say(&mut shown(), Msg::Go(Target::Beyond)), [Effect::Focus(Target::Beyond)]);
}

#[test]
fn the_reader_chooses_a_language_which_the_host_may_take_back() {
    let mut model = shown();
    let speak = |tag: &str| Effect::Speak(tag.to_owned());
    let chosen = update(&mut model, Msg::Choose(Field::Lang, "fr".to_owned()));
    // The host reads it in `state`, as soon as it is told of a change.
    let link = |text: &str| Effect::Link(text.to_owned(), Entry::Same);
    assert_eq!(chosen, [speak("fr"), link("lang:fr"), Effect::Changed]);
    assert_eq!(update(&mut model, Msg::Choose(Field::Lang, "fr".to_owned())), []);
    assert_eq!(update(&mut model, Msg::Host(Field::Lang, None)), [speak(""), link("")]);
    // A link names it.
    assert_eq!(update(&mut model, linked("lang:ar,measure:m")), [speak("ar")]);
    assert_eq!(update(&mut model, linked("measure:m")), [speak("")]);
}
