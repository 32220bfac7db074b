//! A newer feed in the place of an older one: members in another order, fewer, none of the old; and messages that were
//! made for the older one. Countries are told apart by their codes, so that nothing means another country.

use crate::common;

use common::whole::{whole, with};
use common::widget::{choose, loaded, say, say_aside, shown, state};
use common::{code, member, messages, read};
use policy_explorer::model::compare::CompareAct;
use policy_explorer::model::field::Field;
use policy_explorer::model::search::SearchAct;
use policy_explorer::model::sight::Gesture;
use policy_explorer::model::view::tip;
use policy_explorer::model::{Aim, MapStep, Msg, Order, Over};
use policy_explorer::scene::pick::Pointing;
use policy_explorer::world::Point;
use serde_json::{Value, json};

/// What readers and pages may still say of the feed that was shown before: what stands there has its places in lists.
fn said_of_the_old_feed() -> Vec<Msg> {
    let germany = code("DEU");
    let aims = [Over::Member(germany), Over::Land(code("GRL"))].map(|over| Aim {
        at: Point { x: 500.0, y: 100.0 },
        over,
        pointing: Pointing::Fine,
    });
    let mut said = vec![
        Msg::Open(germany),
        Msg::Focus(germany),
        Msg::MoreRows(germany),
        Msg::Search(SearchAct::Choose(germany)),
        Msg::Compare(CompareAct::Toggle(germany)),
        Msg::Compare(CompareAct::Remove(germany)),
        Msg::SortBy("o".to_owned()),
        Msg::Map(Gesture::Region("africa".to_owned())),
    ];
    for aim in aims {
        said.extend([Msg::Point(aim), Msg::Down(Some(aim)), Msg::Press(aim), Msg::PressAgain(aim)]);
    }
    said
}

#[test]
fn what_was_said_of_a_country_that_a_newer_feed_has_elsewhere_means_that_country() {
    let members = whole()["members"].as_array().expect("a list").clone();
    let turned = with(&[("/members", json!([members[1], members[2], members[0]]))]);
    let place = |document: &Value| member(&read(document).value, "DEU");
    assert_ne!(place(&turned), place(&whole()), "it has another place");
    for msg in said_of_the_old_feed() {
        let mut model = shown();
        say(&mut model, loaded(1, &turned));
        say(&mut model, msg.clone());
        let country = state(&model, Field::Country);
        assert!(["", "DEU"].contains(&country.as_str()), "{country} after {msg:?}");
        let others =
            [state(&model, Field::Compare), model.focused.map(|code| code.to_string()).unwrap_or_default()];
        assert!(others.iter().all(|other| ["", "DEU"].contains(&other.as_str())), "{others:?} after {msg:?}");
    }
    let mut model = shown();
    say(&mut model, loaded(1, &turned));
    say(&mut model, Msg::Open(code("DEU")));
    let shown = model.shown.clone().expect("it is shown");
    let profile = shown.profile(&messages("en")).expect("it is open");
    assert_eq!((profile.code, profile.name.text.as_str()), (code("DEU"), "Germany"));
}

#[test]
fn what_was_said_of_a_country_that_a_newer_feed_lacks_does_nothing() {
    let none = with(&[
        ("/members", json!([{"country": "KEN"}])),
        ("/regions", json!([])),
        ("/groups", json!([])),
        ("/measures", json!([{"id": "k", "title": "K"}])),
        ("/records", json!([])),
        ("/reported", json!([])),
    ]);
    for msg in said_of_the_old_feed() {
        let mut model = shown();
        say(&mut model, loaded(1, &none));
        let before = (model.state(), model.pages, model.current);
        assert_eq!(say_aside(&mut model, msg.clone()), [], "{msg:?}");
        assert_eq!((model.state(), model.pages, model.current), before, "{msg:?}");
        assert_eq!((model.focused, tip(&model).and_then(|tip| tip.member)), (None, None), "{msg:?}");
    }
}

/// What is held while a newer feed comes: nothing of it is another country's, and nothing ends the program.
#[test]
fn what_readers_hold_stays_with_its_country_whatever_feed_comes() {
    let hold = || {
        let mut model = shown();
        for msg in [
            choose(Field::Compare, "DEU CHE"),
            choose(Field::Sort, "-o"),
            Msg::Search(SearchAct::Type("e".to_owned())),
            Msg::Search(SearchAct::Go(Some(code("DEU")))),
            Msg::Open(code("DEU")),
            Msg::Focus(code("DEU")),
        ] {
            say(&mut model, msg);
        }
        model
    };
    let members = whole()["members"].as_array().expect("a list").clone();
    let fewer = |members: Value| {
        with(&[
            ("/members", members),
            ("/measures", json!([{"id": "m", "title": "M"}])),
            ("/records", json!([])),
            ("/reported", json!([])),
            ("/groups", json!([])),
        ])
    };
    for (document, has) in [
        (with(&[("/members", json!([members[2], members[0], members[1]]))]), true),
        (fewer(json!([members[1]])), true),
        (fewer(json!([members[2]])), false),
        (fewer(json!([{"country": "KEN"}])), false),
    ] {
        let mut model = hold();
        say(&mut model, loaded(1, &document));
        let expected = if has { "DEU" } else { "" };
        assert_eq!(state(&model, Field::Country), expected);
        assert_eq!(state(&model, Field::Compare).contains("DEU"), has);
        assert_eq!(model.focused.is_some(), has);
        let shown = model.shown.clone().expect("it is shown");
        let messages = messages("en");
        for compared in shown.comparison(&messages).countries {
            assert!(["DEU", "CHE"].contains(&compared.code.as_str()), "{}", compared.code);
        }
        say(&mut model, Msg::Type("e".to_owned(), 0.0));
        say(&mut model, Msg::Walk(MapStep::Next(Order::Name)));
        say(&mut model, Msg::Close);
        assert_eq!(state(&model, Field::Country), "");
        // What was kept in mind is there again with its country.
        say(&mut model, loaded(1, &whole()));
        assert_eq!(state(&model, Field::Compare), "DEU CHE");
    }
}
