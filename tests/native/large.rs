//! Feeds with very many of one thing are shown in every view, and what there is no room for is counted.

use crate::common;

use common::large::KINDS;
use common::widget::{choose, host, say, shown};
use common::{messages, read};
use policy_explorer::feed::MemberIndex;
use policy_explorer::model::field::Field;
use policy_explorer::model::{Model, Msg};
use std::rc::Rc;

/// Shows a feed with France's profile open, in every view.
fn show(document: &str) -> Model {
    let document = serde_json::from_str(document).expect("it is JSON");
    let checked = Rc::new(read(&document));
    let mut model = shown();
    say(&mut model, Msg::Loaded(1, checked));
    say(&mut model, host(Field::Country, "FRA"));
    for view in ["table", "trend", "changes", "map"] {
        say(&mut model, choose(Field::View, view));
        let shown = model.shown.clone().expect("it is shown");
        let messages = messages("en");
        match view {
            "table" => assert!(!shown.table(&messages).rows.is_empty()),
            "trend" => assert!(!shown.trend().columns.is_empty()),
            "changes" => drop(shown.changes()),
            _ => assert!(shown.scene.is_some()),
        }
        assert!(shown.profile(&messages).is_some());
    }
    model
}

#[test]
fn a_feed_with_very_many_of_one_thing_is_shown() {
    for (name, large) in KINDS {
        let number = if name == "statuses" {
            64
        } else if name == "measures" {
            20
        } else {
            1000
        };
        let model = show(&large(number));
        let shown = model.shown.as_ref().expect("it is shown");
        let feed = &shown.feed.value;
        let survey = &shown.view.survey;
        assert_eq!(survey.total(), feed.members.len(), "{name}");
        let most = [
            feed.members.len(),
            feed.records().len(),
            feed.records().iter().map(|record| record.evidence.len()).sum(),
            feed.scale.len(),
            feed.measures.len(),
            feed.groups.len(),
        ];
        assert!(most.contains(&number), "{name}: {most:?}");
        assert_eq!(feed.member(feed[MemberIndex(0)].code), Some(MemberIndex(0)), "{name}");
    }
}
