//! The pictures of the map that pages elsewhere show until the widget is there.

use super::out::Out;
use super::plan::Plan;
use crate::load::Loaded;
use crate::spread::spread;
use policy_explorer::feed::{Feed, read};
use policy_explorer::message::LANGUAGES;
use policy_explorer::model::field::Field;
use policy_explorer::page::element::WIDTH;
use policy_explorer::page::{Page, Question};
use policy_explorer::parcel::svg;
use policy_explorer::status::Topic;
use std::rc::Rc;

/// Where they are, as the feed names it.
pub const PATTERN: &str = "pictures/{measure}-{lang}.svg";

/// Makes each map in each language of the widget, whose panel Embed may be in any of them.
///
/// # Errors
/// In words, when one cannot be written.
pub fn write(plan: &Plan, loaded: &Loaded, out: &Out) -> Result<(), String> {
    let topics = Topic::all(&loaded.checked.value);
    let jobs: Vec<_> =
        LANGUAGES.iter().flat_map(|lang| topics.iter().map(move |topic| (*lang, *topic))).collect();
    spread(&jobs, |jobs| {
        // What is read is not shared between threads.
        let checked = Rc::new(read(&loaded.document).expect("it was read before"));
        for (lang, topic) in jobs {
            let fields = [(Field::Measure, topic.id(&checked.value).to_owned())];
            let question = Question { fields: &fields, lang, today: plan.today, width: WIDTH };
            let page = Page::new(checked.clone(), &question).expect("the widget speaks it");
            let drawing = svg(&page.model).expect("the feed is shown");
            out.put(&path(&checked.value, *topic, lang), drawing.as_bytes())?;
        }
        Ok(())
    })
}

/// The path of one of them.
pub fn path(feed: &Feed, topic: Topic, lang: &str) -> String {
    PATTERN.replace("{measure}", topic.id(feed)).replace("{lang}", lang)
}
