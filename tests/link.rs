//! The page's address: what of the reader's choices it says, that nothing loops, and that a link opens the
//! view that it was made from.

mod common;

use common::widget::{choose, host, say, shown, state};
use common::{code, date};
use policy_explorer::model::field::Field;
use policy_explorer::model::fragment;
use policy_explorer::model::time::{Act, Hand};
use policy_explorer::model::{Effect, Model, Msg, update};
use proptest::prelude::*;
use proptest::sample::select;

/// What the address is to say after a message; none where it is left alone.
fn written(model: &mut Model, msg: Msg) -> Option<String> {
    let links = update(model, msg).into_iter().filter_map(|effect| match effect {
        Effect::Link(text) => Some(text),
        _ => None,
    });
    let links: Vec<_> = links.collect();
    assert!(links.len() < 2, "{links:?}");
    links.into_iter().next()
}

#[test]
fn the_address_says_the_reader_s_choices_and_only_those() {
    let mut model = shown();
    assert_eq!(written(&mut model, host(Field::Measure, "m")), None);
    assert_eq!(written(&mut model, choose(Field::View, "table")), Some("view:table".into()));
    assert_eq!(
        written(&mut model, choose(Field::Region, "africa europe")),
        Some("view:table,region:africa+europe".into())
    );
    assert_eq!(written(&mut model, Msg::Resize(320.0)), None);
    assert_eq!(written(&mut model, Msg::Today(date("2027"))), None);
}

#[test]
fn what_holds_without_a_choice_is_not_written() {
    let mut model = shown();
    assert_eq!(written(&mut model, choose(Field::View, "map")), None);
    assert_eq!(written(&mut model, choose(Field::View, "table")), Some("view:table".into()));
    assert_eq!(written(&mut model, choose(Field::View, "map")), Some(String::new()));
    say(&mut model, host(Field::Region, "europe"));
    assert_eq!(written(&mut model, choose(Field::Region, "europe")), None);
    // The host's filter taken off is a choice.
    assert_eq!(written(&mut model, Msg::ClearFilters), Some("region:".into()));
}

#[test]
fn a_changed_attribute_takes_the_choice_out_of_the_address() {
    let mut model = shown();
    say(&mut model, choose(Field::Measure, "n"));
    say(&mut model, choose(Field::View, "table"));
    assert_eq!(written(&mut model, host(Field::Measure, "m")), Some("view:table".into()));
}

#[test]
fn the_address_counts_as_the_reader_s_word_and_is_not_written_back() {
    let mut model = shown();
    say(&mut model, host(Field::Measure, "m"));
    let effects = update(&mut model, Msg::Link("measure:n,view:table,region:".into()));
    assert!(!effects.iter().any(|effect| matches!(effect, Effect::Link(_) | Effect::Changed)), "{effects:?}");
    assert_eq!((state(&model, Field::Measure).as_str(), state(&model, Field::View).as_str()), ("n", "table"));
    // Another address says all that is chosen: what it does not name is not chosen any more.
    say(&mut model, Msg::Link("view:table".into()));
    assert_eq!((state(&model, Field::Measure).as_str(), state(&model, Field::View).as_str()), ("m", "table"));
    assert_eq!(written(&mut model, choose(Field::View, "map")), Some(String::new()));
}

#[test]
fn a_link_cannot_change_what_is_the_host_s_alone() {
    let mut model = shown();
    say(&mut model, Msg::Link("hide:header+footer,heading:6,theme:dark,nonsense:x,,view,view:%ff".into()));
    for (field, value) in
        [(Field::Hide, ""), (Field::Heading, "2"), (Field::Theme, "auto"), (Field::View, "map")]
    {
        assert_eq!(state(&model, field), value);
    }
}

#[test]
fn any_text_survives_in_a_link() {
    for value in ["Côte d’Ivoire", "a+b, c:d & #1 = 100 %", "  two  spaces ", "السودان", "%2B"] {
        let text = fragment::write([(Field::Find, value)].into_iter());
        let plain = |letter: char| letter.is_ascii_alphanumeric() || "-_.~%+:".contains(letter);
        assert!(text.chars().all(plain), "{text}");
        assert_eq!(fragment::read(&text), [(Field::Find, value.to_owned())]);
    }
}

/// Values that host and reader may give, with some that nobody understands.
const VALUES: [(Field, &[&str]); 15] = [
    (Field::Measure, &["m", "n", "overall", "none"]),
    (Field::Date, &["2014", "2016-05", "2020-01-01", "soon", "2031"]),
    (Field::Known, &["2014", "2016-02-03", "never"]),
    (Field::Against, &["2013", "2015-02", "2040"]),
    (Field::View, &["map", "table", "trend", "changes", "globe"]),
    (Field::Projection, &["equal-earth", "globe", "tiles", "flat"]),
    (Field::Country, &["FRA", "DEU", "ITA"]),
    (Field::Compare, &["FRA DEU", "CHE", "ITA"]),
    (Field::Region, &["europe", "africa europe", "asia"]),
    (Field::Group, &["g", "g h", "x"]),
    (Field::Status, &["done", "unknown begun", "2-of-3", "x"]),
    (Field::Sort, &["country", "-m", "overall", "x"]),
    (Field::Find, &["fra", "a b", "%&,:"]),
    (Field::Pattern, &["light", "x"]),
    (Field::Theme, &["dark", "light", "black"]),
];

fn value() -> impl Strategy<Value = (Field, String)> {
    select(VALUES.to_vec()).prop_flat_map(|(field, values)| {
        (Just(field), prop_oneof![4 => select(values.to_vec()), 1 => Just("")])
            .prop_map(|(f, v)| (f, v.to_owned()))
    })
}

fn hand() -> impl Strategy<Value = Hand> {
    select(vec![Hand::Date, Hand::Against, Hand::Known])
}

/// What a reader does.
fn act() -> impl Strategy<Value = Msg> {
    let word = select(vec![
        (Field::Region, "europe"),
        (Field::Group, "h"),
        (Field::Status, "done"),
        (Field::Compare, "CHE"),
    ]);
    prop_oneof![
        4 => value().prop_filter("a reader's", |(field, _)| field.is_readers()).prop_map(|(field, value)| Msg::Choose(field, value)),
        2 => word.prop_map(|(field, word)| Msg::Toggle(field, word.to_owned())),
        1 => Just(Msg::ClearFilters),
        1 => Just(Msg::SortBy("country".to_owned())),
        1 => Just(Msg::Open(code("DEU"))),
        1 => Just(Msg::Open(code("FRA"))),
        1 => Just(Msg::Close),
        2 => (hand(), -30..30i32).prop_map(|(hand, steps)| Msg::Time(Act::Step(hand, steps))),
        1 => (hand(), 0.0..1.0f64).prop_map(|(hand, share)| Msg::Time(Act::Grab(hand, share))),
        1 => hand().prop_map(|hand| Msg::Time(Act::Begin(hand))),
        1 => hand().prop_map(|hand| Msg::Time(Act::End(hand))),
        1 => Just(Msg::Time(Act::Play)),
    ]
}

/// Something that happens, and whether it is the reader who does it.
fn turn() -> impl Strategy<Value = (Msg, bool)> {
    let link = prop::collection::vec(value(), 0..4);
    prop_oneof![
        3 => value().prop_map(|(field, value)| (host(field, &value), false)),
        6 => act().prop_map(|msg| (msg, true)),
        1 => link.prop_map(|choices| {
            (Msg::Link(fragment::write(choices.iter().map(|(field, value)| (*field, value.as_str())))), false)
        }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_loops_and_a_link_opens_the_view_it_was_made_from(turns in prop::collection::vec(turn(), 1..25)) {
        let mut model = shown();
        // The page as host, reader and address see it.
        let (mut address, mut words) = (String::new(), std::collections::BTreeMap::new());
        for (msg, is_reader) in turns {
            if let Msg::Host(field, value) = &msg {
                words.insert(field.name(), (*field, value.clone()));
            }
            if let Msg::Link(text) = &msg {
                address.clone_from(text);
            }
            let effects = update(&mut model, msg);
            for effect in &effects {
                match effect {
                    Effect::Changed => prop_assert!(is_reader, "only the reader is told of"),
                    Effect::Link(text) => address.clone_from(text),
                    _ => {}
                }
            }
            // A page that answers by giving back what it was told makes nothing happen any more.
            let again = update(&mut model, Msg::Link(address.clone()));
            let is_loop = |effect: &Effect| matches!(effect, Effect::Link(_) | Effect::Changed);
            prop_assert!(!again.iter().any(is_loop), "{again:?}");

            let mut other = shown();
            for (field, value) in words.values() {
                say(&mut other, Msg::Host(*field, value.clone()));
            }
            say(&mut other, Msg::Link(address.clone()));
            prop_assert_eq!(other.state(), model.state(), "by {}", address);
        }
    }
}
