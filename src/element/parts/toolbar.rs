//! The choice of measure and of view, and the filters in force.

use super::super::app::Part;
use super::{clause, filter, words};
use crate::message::Phrase;
use crate::model::Msg;
use crate::model::field::Field;
use crate::model::query::ViewKind;
use yew::prelude::*;

pub fn draw(part: &Part) -> Html {
    let Part { shown, messages, .. } = part;
    let measures = shown.view.choices.iter().map(|choice| {
        let label = html! { <>{ clause(choice.clause.as_ref()) }{ words(&choice.label) }</> };
        tab(part, label, choice.chosen, Field::Measure, &choice.id)
    });
    let views = ViewKind::NAMES.into_iter().map(|(kind, value)| {
        let phrase = match kind {
            ViewKind::Map => Phrase::view_map,
            ViewKind::Table => Phrase::view_table,
            ViewKind::Trend => Phrase::view_trend,
            ViewKind::Changes => Phrase::view_changes,
        };
        tab(part, messages.say(phrase).into(), shown.query.view == kind, Field::View, value)
    });
    html! {
        <div class="toolbar" part="toolbar">
            if shown.view.choices.len() > 2 { { group(messages.say(Phrase::measure), measures.collect()) } }
            { group(messages.say(Phrase::view), views.collect()) }
            { filter::draw(part) }
            { part.search.as_ref().map(|(_, draw)| draw.0(part)) }
            { filter::chips(part) }
        </div>
    }
}

fn group(label: &str, tabs: Html) -> Html {
    html! { <div class="tabs" role="group" aria-label={label.to_owned()}>{ tabs }</div> }
}

fn tab(part: &Part, label: Html, chosen: bool, field: Field, value: &str) -> Html {
    let value = value.to_owned();
    let onclick = part.dispatch.reform(move |_: MouseEvent| Msg::Choose(field, value.clone()));
    let pressed = if chosen { "true" } else { "false" };
    html! { <button type="button" class="tab" aria-pressed={pressed} {onclick}>{ label }</button> }
}
