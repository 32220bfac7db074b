//! The pictures of the map that pages elsewhere show until the widget is there.

use super::out::Out;
use super::plan::Plan;
use crate::load::Loaded;
use crate::spread::maps;
use policy_explorer::model::field::Field;
use policy_explorer::page::element::WIDTH;
use policy_explorer::page::{Page, Question};
use policy_explorer::parcel::svg;

/// Where they are, as the feed names it.
pub const PATTERN: &str = "pictures/{measure}-{lang}.svg";

/// Makes each map in each language of the widget, whose panel Embed may be in any of them.
///
/// # Errors
/// In words, when one cannot be written.
pub fn write(plan: &Plan, loaded: &Loaded, out: &Out) -> Result<(), String> {
    maps((&loaded.checked.value, &loaded.document), |feed, lang, measure| {
        let fields = [(Field::Measure, measure.to_owned())];
        let question = Question { fields: &fields, lang, today: plan.today, width: WIDTH };
        let page = Page::new(feed.clone(), &question).expect("the widget speaks it");
        let drawing = svg(&page.model).expect("the feed is shown");
        out.put(&PATTERN.replace("{measure}", measure).replace("{lang}", lang), drawing.as_bytes())
    })
    .map(|_| ())
}
