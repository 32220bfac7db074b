//! The choice of measure and of view, and the filters in force.

use super::super::app::Part;
use super::words;
use crate::message::Phrase;
use crate::model::Msg;
use crate::model::field::Field;
use crate::model::query::ViewKind;
use crate::model::view::Choice;
use yew::prelude::*;

#[component]
pub fn ToolbarPart(part: &Part) -> Html {
    let Part { shown, messages, dispatch } = part;
    let view = |kind: ViewKind, value: &'static str, phrase: Phrase| {
        let chosen = shown.query.view == kind;
        let onclick = dispatch.reform(move |_: MouseEvent| Msg::Choose(Field::View, value.to_owned()));
        html! { <button type="button" class="tab" aria-pressed={pressed(chosen)} {onclick}>{ messages.say(phrase) }</button> }
    };
    html! {
        <div class="toolbar" part="toolbar">
            if shown.view.choices.len() > 2 {
                <div class="tabs" role="group" aria-label={messages.say(Phrase::measure).to_owned()}>
                    { for shown.view.choices.iter().map(|choice| measure(choice, dispatch)) }
                </div>
            }
            <div class="tabs views" role="group" aria-label={messages.say(Phrase::view).to_owned()}>
                { view(ViewKind::Map, "map", Phrase::view_map) }
                { view(ViewKind::Table, "table", Phrase::view_table) }
            </div>
            if !shown.view.filters.is_empty() { { filters(part) } }
        </div>
    }
}

fn measure(choice: &Choice, dispatch: &Callback<Msg>) -> Html {
    let id = choice.id.clone();
    let onclick = dispatch.reform(move |_: MouseEvent| Msg::Choose(Field::Measure, id.clone()));
    html! {
        <button type="button" class="tab" aria-pressed={pressed(choice.chosen)} {onclick}>
            if let Some(clause) = &choice.clause { <span class="clause">{ clause }{ " " }</span> }
            { words(&choice.label) }
        </button>
    }
}

fn filters(part: &Part) -> Html {
    let Part { shown, messages, dispatch } = part;
    let filters = shown.view.filters.join(", ");
    html! {
        <p class="filters">
            <bdi>{ messages.fill(Phrase::filtered, &[("filters", &filters)]) }</bdi>
            <button type="button" class="button" onclick={dispatch.reform(|_: MouseEvent| Msg::ClearFilters)}>
                { messages.say(Phrase::show_all) }
            </button>
        </p>
    }
}

fn pressed(is: bool) -> &'static str {
    if is { "true" } else { "false" }
}
