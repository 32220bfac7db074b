//! The page's address: what of the reader's choices it says, that nothing loops, and that a link opens the
//! view that it was made from.

use crate::common;

use common::widget::{choose, host, linked, say, shown, state};
use common::{code, date};
use policy_explorer::model::field::Field;
use policy_explorer::model::fragment;
use policy_explorer::model::sight::{Gesture, Zoom};
use policy_explorer::model::take::texts;
use policy_explorer::model::time::{Hand, Line, TimeAct};
use policy_explorer::model::{Effect, Entry, Model, Msg, Target, update};
use policy_explorer::scene::pick::{Direction, Pointing};
use policy_explorer::world::Point;
use proptest::prelude::*;
use proptest::sample::select;

/// What the address is to say after a message; none where it is left alone.
fn written(model: &mut Model, msg: Msg) -> Option<String> {
    let links = update(model, msg).into_iter().filter_map(|effect| match effect {
        Effect::Link(text, _) => Some(text),
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

/// The entry of history that is to say what a message changes; none where the address is left alone.
fn entered(model: &mut Model, msg: Msg) -> Option<Entry> {
    update(model, msg).into_iter().find_map(|effect| match effect {
        Effect::Link(_, entry) => Some(entry),
        _ => None,
    })
}

#[test]
fn only_the_reader_s_opening_and_closing_of_a_profile_is_a_step() {
    let mut model = shown();
    let (fra, deu) = (code("FRA"), code("DEU"));
    assert_eq!(entered(&mut model, choose(Field::View, "table")), Some(Entry::Same));
    assert_eq!(entered(&mut model, Msg::Open(fra)), Some(Entry::New));
    assert_eq!(entered(&mut model, Msg::Open(deu)), Some(Entry::Same));
    assert_eq!(entered(&mut model, choose(Field::Measure, "n")), Some(Entry::Same));
    assert_eq!(entered(&mut model, Msg::Close), Some(Entry::Before));
    assert_eq!(entered(&mut model, Msg::Open(fra)), Some(Entry::New));
    // The host takes the reader's country away, and sets another.
    assert_eq!(entered(&mut model, host(Field::Country, "")), Some(Entry::Same));
    assert_eq!(entered(&mut model, host(Field::Country, "FRA")), None);
    assert_eq!(entered(&mut model, Msg::Close), Some(Entry::Before));
    assert_eq!(entered(&mut model, Msg::Open(fra)), Some(Entry::New));
    assert_eq!(entered(&mut model, linked("country:")), None);
}

#[test]
fn a_link_that_opens_or_closes_a_profile_takes_the_focus_along() {
    let mut model = shown();
    let focused = |model: &mut Model, text: &str| {
        update(model, linked(text)).into_iter().find_map(|effect| match effect {
            Effect::Focus(target) => Some(target),
            _ => None,
        })
    };
    assert_eq!(focused(&mut model, "measure:n"), None);
    assert_eq!(focused(&mut model, "measure:n,country:FRA"), Some(Target::Profile));
    assert_eq!(focused(&mut model, "country:FRA"), None);
    assert_eq!(focused(&mut model, "country:DEU"), Some(Target::Profile));
    assert_eq!(focused(&mut model, ""), Some(Target::Member(code("DEU"))));
    // A profile that a link opens is closed to where the map was then.
    say(&mut model, choose(Field::Camera, "48.9 2.3 4"));
    say(&mut model, linked("country:FRA"));
    say(&mut model, Msg::Close);
    assert_eq!(state(&model, Field::Camera), "48.9 2.3 4");
}

#[test]
fn the_address_is_changed_before_the_host_is_told() {
    let mut model = shown();
    let effects = update(&mut model, Msg::Open(code("FRA")));
    let place = |wanted: fn(&Effect) -> bool| effects.iter().position(wanted);
    let (link, changed) =
        (place(|effect| matches!(effect, Effect::Link(..))), place(|effect| *effect == Effect::Changed));
    assert!(link < changed && link.is_some(), "{effects:?}");
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
    let effects = update(&mut model, linked("measure:n,view:table,region:"));
    assert!(
        !effects.iter().any(|effect| matches!(effect, Effect::Link(..) | Effect::Changed)),
        "{effects:?}"
    );
    assert_eq!((state(&model, Field::Measure).as_str(), state(&model, Field::View).as_str()), ("n", "table"));
    // Another address says all that is chosen: what it does not name is not chosen any more.
    say(&mut model, linked("view:table"));
    assert_eq!((state(&model, Field::Measure).as_str(), state(&model, Field::View).as_str()), ("m", "table"));
    assert_eq!(written(&mut model, choose(Field::View, "map")), Some(String::new()));
}

#[test]
fn a_link_cannot_change_what_is_the_host_s_alone() {
    let mut model = shown();
    say(&mut model, linked("hide:header+footer,heading:6,theme:dark,nonsense:x,,view,view:%ff"));
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

/// A link as mailers, chats and trackers hand it on.
fn check_on_its_way(hand_on: impl Fn(&str) -> String) {
    for choices in [
        vec![(Field::Measure, "icse-access"), (Field::View, "table"), (Field::Region, "africa europe")],
        vec![(Field::Find, "Côte d’Ivoire, 100 % & a+b: %2B."), (Field::Sort, "-m")],
        vec![(Field::Camera, "-46.25 2.5 4"), (Field::Country, "FRA")],
        vec![(Field::View, "table"), (Field::Find, "St. ")],
        vec![(Field::Region, "")],
        vec![],
    ] {
        let link = fragment::write(choices.iter().copied());
        let expected: Vec<_> = choices.iter().map(|(field, value)| (*field, (*value).to_owned())).collect();
        let given = hand_on(&link);
        assert_eq!(fragment::read(&given), expected, "{given}");
    }
}

/// As `encodeURIComponent` does.
fn encoded(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.!~*'()".contains(&byte);
    text.bytes()
        .map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}

#[test]
fn a_link_that_was_encoded_on_its_way_opens_the_same_view() {
    check_on_its_way(encoded);
    check_on_its_way(|link| encoded(link).replace("%3A", "%3a").replace("%2C", "%2c").replace("%2B", "%2b"));
    check_on_its_way(|link| encoded(&encoded(link)));
    // Where only the signs that part it were encoded.
    for link in
        ["measure:m%2Cview:table%2cregion:africa+europe", "measure%3Am,view%3Atable,region%3Aafrica+europe"]
    {
        let expected = [(Field::Measure, "m"), (Field::View, "table"), (Field::Region, "africa europe")];
        assert_eq!(fragment::read(link), expected.map(|(field, value)| (field, value.to_owned())));
    }
}

#[test]
fn what_others_put_behind_a_link_is_no_part_of_it() {
    for tail in
        ["?utm_source=mail&x=100%", "&fbclid=IwAR0", "#top", "/", ")", "\">", ".", "...", ",", " seen there"]
    {
        check_on_its_way(|link| format!("{link}{tail}"));
        check_on_its_way(|link| encoded(&format!("{link}{tail}")));
        check_on_its_way(|link| format!("{}{tail}", encoded(link)));
    }
}

#[test]
fn no_link_asks_for_more_than_a_view_can_have() {
    let many = |word: &str| format!("group:{}", vec![word; 100_000].join("+"));
    let numbered: Vec<String> = (0..20_000).map(|number| format!("x{number}")).collect();
    let pieces = vec!["find:a"; 100_000].join(",");
    let texts = [
        many("g"),
        many("unheard-of"),
        format!("region:{}", numbered.join("+")),
        format!("find:{}", "x".repeat(1_000_000)),
        format!("camera:{}", "9".repeat(1_000_000)),
        encoded(&encoded(&many("g"))),
        pieces,
        ",".repeat(1_000_000),
        "%".repeat(1_000_000),
    ];
    for text in texts {
        let mut model = shown();
        let start = std::time::Instant::now();
        let effects = update(&mut model, linked(&text));
        let told = effects.iter().filter(|effect| matches!(effect, Effect::Ignored(_))).count();
        assert!(told <= 201 && told == effects.len(), "{told} of {effects:?}");
        for _ in 0..100 {
            assert_eq!(update(&mut model, Msg::Leave), [], "it is told once");
        }
        assert!(start.elapsed().as_secs() < 5, "{:?} for {}", start.elapsed(), &text[..40]);
        let longest = model.state().into_iter().map(|(_, value)| value.len()).max();
        assert!(longest <= Some(200), "{longest:?}");
    }
}

#[test]
fn dates_far_away_make_no_work() {
    for view in ["map", "table", "trend", "changes"] {
        for dates in [
            "date:9999-12-31,against:0001-01-01,known:9999",
            "date:0001,known:0001",
            "date:9999,against:9998-12",
        ] {
            let mut model = shown();
            let start = std::time::Instant::now();
            say(&mut model, linked(&format!("view:{view},{dates}")));
            let shown = model.shown.clone().expect("it is shown");
            let messages = model.messages.clone().expect("a language");
            assert!(shown.trend().columns.len() <= 80);
            assert!(shown.changes().world.len() <= 10 && shown.table(&messages).rows.len() <= 3);
            assert!(start.elapsed().as_secs() < 5, "{:?} for {view}, {dates}", start.elapsed());
        }
    }
}

#[test]
fn a_word_that_is_said_again_is_said_once() {
    for (field, value, expected) in [
        (Field::Region, "europe europe africa europe", "europe africa"),
        (Field::Compare, "FRA FRA", "FRA"),
        (Field::Status, "done done", "done"),
    ] {
        for msg in
            [host(field, value), choose(field, value), linked(&fragment::write([(field, value)].into_iter()))]
        {
            let mut model = shown();
            let once = {
                let mut model = shown();
                say(&mut model, host(field, expected));
                model
            };
            say(&mut model, msg);
            assert_eq!(state(&model, field), expected);
            let sentence =
                |model: &Model| model.shown.as_ref().expect("it is shown").view.headline.sentence.clone();
            assert_eq!(sentence(&model), sentence(&once));
        }
    }
}

#[test]
fn more_words_than_count_are_told_and_the_first_stay() {
    let mut model = shown();
    let words: Vec<String> = (0..300).map(|number| format!("x{number}")).collect();
    let effects = say(&mut model, host(Field::Region, &format!("europe {} africa", words.join(" "))));
    let told: Vec<_> = words[..200].iter().map(|word| common::widget::ignored(Field::Region, word)).collect();
    assert_eq!(effects, told);
    assert_eq!(state(&model, Field::Region), "europe");
}

#[test]
fn a_link_names_no_feed_and_hides_nothing() {
    let mut model = shown();
    for text in
        ["feed:https%3A%2F%2Fevil.example%2Ff.json", "hide:footer", "integrity:x", "poll:60", "theme:dark"]
    {
        let before = model.state();
        assert_eq!(update(&mut model, linked(text)), []);
        assert_eq!(model.state(), before, "{text}");
        assert_eq!(fragment::read(text), []);
    }
}

/// Values that host and reader may give, with some that nobody understands.
const VALUES: [(Field, &[&str]); 16] = [
    (Field::Measure, &["m", "n", "overall", "none"]),
    (Field::Lang, &["fr", "zh-Hant", "no tag"]),
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
        2 => (hand(), -30..30i32).prop_map(|(hand, steps)| Msg::Time(TimeAct::Step(hand, steps))),
        1 => (select(vec![Line::Date, Line::Known]), 0.0..1.0f64).prop_map(|(line, share)| Msg::Time(TimeAct::Grab(line, share))),
        1 => hand().prop_map(|hand| Msg::Time(TimeAct::Begin(hand))),
        1 => hand().prop_map(|hand| Msg::Time(TimeAct::End(hand))),
        1 => Just(Msg::Time(TimeAct::Play)),
        2 => gesture().prop_map(Msg::Map),
        3 => Just(Msg::Tick(f64::INFINITY)),
    ]
}

/// What a reader does to the map.
fn gesture() -> impl Strategy<Value = Gesture> {
    let at = (0.0..960.0f64, 0.0..467.0f64).prop_map(|(x, y)| Point { x, y });
    prop_oneof![
        select(vec![Zoom::In, Zoom::Out, Zoom::Whole]).prop_map(Gesture::Step),
        select(Direction::ALL.to_vec()).prop_map(Gesture::Pan),
        (at.clone(), 0.5..2.0f64).prop_map(|(at, times)| Gesture::Wheel(at, times)),
        at.clone().prop_map(Gesture::Double),
        at.clone().prop_map(|at| Gesture::Down(1, Pointing::Fine, at)),
        at.prop_map(|at| Gesture::Move(1, at)),
        Just(Gesture::Up(1)),
        Just(Gesture::Region("europe".into())),
    ]
}

/// The choices of the link that is offered.
fn offered(model: &Model) -> String {
    let shown = model.shown.as_ref().expect("it is shown");
    let link = texts(shown, model.messages.as_ref().expect("a language"), &model.share).link;
    let link = link.expect("the page has told where it is");
    link.address().split_once("#map=").expect("the page keeps the view").1.to_owned()
}

/// Something that happens, and whether it is the reader who does it.
fn turn() -> impl Strategy<Value = (Msg, bool)> {
    let link = prop::collection::vec(value(), 0..4);
    prop_oneof![
        3 => value().prop_map(|(field, value)| (host(field, &value), false)),
        6 => act().prop_map(|msg| (msg, true)),
        1 => link.prop_map(|choices| {
            (linked(&fragment::write(choices.iter().map(|(field, value)| (*field, value.as_str())))), false)
        }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_loops_and_a_link_opens_the_view_it_was_made_from(turns in prop::collection::vec(turn(), 1..25)) {
        let mut model = shown();
        say(&mut model, Msg::Tell("https://a.example/#\nhttps://a.example/m.js\nhttps://a.example/f.json\nmap".into()));
        // The page as host, reader and address see it.
        let (mut address, mut words) = (String::new(), std::collections::BTreeMap::new());
        for (msg, is_reader) in turns {
            if let Msg::Host(field, value) = &msg {
                words.insert(field.name(), (*field, value.clone()));
            }
            if let Msg::Link(choices) = &msg {
                address = fragment::write(choices.iter().map(|(field, value)| (*field, value.as_str())));
            }
            let effects = update(&mut model, msg);
            for effect in &effects {
                match effect {
                    Effect::Changed => prop_assert!(is_reader, "only the reader is told of"),
                    Effect::Link(text, _) => address.clone_from(text),
                    _ => {}
                }
            }
            // A page that answers by giving back what it was told makes nothing happen any more.
            let again = update(&mut model, linked(&address));
            let is_loop = |effect: &Effect| matches!(effect, Effect::Link(..) | Effect::Changed);
            prop_assert!(!again.iter().any(is_loop), "{again:?}");

            let mut other = shown();
            for (field, value) in words.values() {
                say(&mut other, Msg::Host(*field, value.clone()));
            }
            say(&mut other, linked(&address));
            prop_assert_eq!(other.state(), model.state(), "by {}", address);

            // What is shown is what was said last, and so is the link that is offered.
            let now = model.shown.clone().expect("it is shown");
            prop_assert_eq!(&now.layers, &model.layers);
            prop_assert_eq!(&now.query.state, &model.state());
            say(&mut other, linked(&offered(&model)));
            prop_assert_eq!(other.state(), model.state(), "as offered: {}", offered(&model));
            let understood = model.layers.chosen().all(|(field, value)| state(&model, field) == value.trim());
            if words.values().all(|word| word.1.is_none()) && understood {
                prop_assert_eq!(offered(&model), fragment::write(model.layers.chosen()));
            }
        }
    }
}
