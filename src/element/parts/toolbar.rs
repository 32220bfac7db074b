//! The choice of measure and of view, and the filters in force.

use super::super::app::Part;
use super::super::node::{On, list, listener, node, nodes, nothing, said};
use super::{clause, filter, tab, tabs, words};
use crate::message::Phrase;
use crate::model::Msg;
use crate::model::field::Field;
use crate::model::query::ViewKind;
use std::rc::Rc;
use yew::prelude::*;
use yew::virtual_dom::Listener;

pub fn draw(part: &Part) -> Html {
    let Part { shown, messages, .. } = part;
    let choices = &shown.view.choices;
    let mut measures = Vec::new();
    for choice in choices {
        let label = nodes![clause(choice.clause.as_ref()), words(&choice.label)];
        measures.push(tab(label, choice.chosen, choose(part, Field::Measure, &choice.id)));
    }
    let mut views = Vec::new();
    for (kind, value) in ViewKind::NAMES {
        let chosen = shown.query.view == kind;
        views.push(tab(said(messages, phrase(kind)), chosen, choose(part, Field::View, value)));
    }
    let is_choice = choices.len() > 2;
    node!("div", "class" = "toolbar", "part" = "toolbar" => [
        if is_choice { tabs(messages.say(Phrase::measure), list(measures)) } else { nothing() },
        tabs(messages.say(Phrase::view), list(views)),
        node!("div", "class" = "whom" => [
            filter::draw(part),
            part.search.as_ref().map_or_else(nothing, |(_, draw)| draw.0(part)),
        ]),
        filter::chips(part),
    ])
}

/// What a view is called.
pub fn phrase(view: ViewKind) -> Phrase {
    match view {
        ViewKind::Map => Phrase::view_map,
        ViewKind::Table => Phrase::view_table,
        ViewKind::Trend => Phrase::view_trend,
        ViewKind::Changes => Phrase::view_changes,
    }
}

/// A press chooses a value.
fn choose(part: &Part, field: Field, value: &str) -> Rc<dyn Listener> {
    let value = value.to_owned();
    listener(On::Click, &part.dispatch, move |_| Some(Msg::Choose(field, value.clone())))
}
