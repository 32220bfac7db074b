//! Whom to look at: the regions and blocs to keep, and what is kept now, to be taken off one by one.

use super::super::app::Part;
use super::{Pressed, bdi, button, choice, p};
use crate::message::Phrase;
use crate::model::Msg;
use crate::model::field::Field;
use crate::model::view::Choosable;
use yew::prelude::*;

/// The regions and blocs of the feed, behind a word that opens them.
pub fn draw(part: &Part) -> Html {
    let Part { shown, messages, .. } = part;
    let (regions, groups) = (&shown.view.regions, &shown.view.groups);
    if regions.is_empty() && groups.is_empty() {
        return Html::default();
    }
    html! {
        <details class="filter">
            <summary>{ messages.say(Phrase::filter) }</summary>
            { choices(part, Phrase::regions, Field::Region, regions) }
            { choices(part, Phrase::groups, Field::Group, groups) }
        </details>
    }
}

fn choices(part: &Part, label: Phrase, field: Field, list: &[Choosable]) -> Html {
    if list.is_empty() {
        return Html::default();
    }
    let label = part.messages.say(label).to_owned();
    html! {
        <div class="choices" role="group" aria-label={label.clone()}>
            <span class="choices-label">{ label }</span>
            { for list.iter().map(|item| choice(part, bdi(&item.label, None), item.chosen, field, &item.id)) }
        </div>
    }
}

/// What is kept, each with a button that takes it off; and, where that leaves nobody, the way out.
pub fn chips(part: &Part) -> Html {
    let Part { shown, messages, dispatch, .. } = part;
    if shown.view.filters.is_empty() {
        return Html::default();
    }
    let all = button("link", messages.say(Phrase::show_all).into(), dispatch, Pressed::ClearFilters);
    html! {
        <div class="filters" role="group" aria-label={messages.say(Phrase::filtered).to_owned()}>
            <span class="choices-label" aria-hidden="true">{ messages.say(Phrase::filtered) }</span>
            { for shown.view.filters.iter().map(|(field, item)| chip(part, *field, item)) }
            { all }
            if shown.view.nobody { { p("nobody", messages.say(Phrase::nothing).into()) } }
        </div>
    }
}

fn chip(part: &Part, field: Field, item: &Choosable) -> Html {
    let id = item.id.clone();
    let onclick = part.dispatch.reform(move |_: MouseEvent| Msg::Toggle(field, id.clone()));
    let name = part.messages.fill(Phrase::take_off, &[("filter", &item.label)]);
    html! {
        <button type="button" class="chip" data-kind="chip" aria-label={name} {onclick}>
            { bdi(&item.label, None) }<span aria-hidden="true">{ "×" }</span>
        </button>
    }
}
