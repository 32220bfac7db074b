//! The statuses with their colours, letters and counts.

use super::super::app::Part;
use super::tile;
use crate::message::{Messages, Phrase};
use crate::model::query::ViewKind;
use crate::scene::class::{Class, Entry};
use yew::prelude::*;

#[component]
pub fn LegendPart(part: &Part) -> Html {
    let messages = &part.messages;
    let neighbours = Class {
        id: "not-a-member".to_owned(),
        place: None,
        label: messages.say(Phrase::not_a_member).to_owned(),
        letter: None,
    };
    html! {
        <ul class="legend" part="legend" aria-label={messages.say(Phrase::legend).to_owned()}>
            { for part.shown.view.legend.iter().map(|item| entry(messages, item)) }
            if part.shown.query.view == ViewKind::Map {
                <li class="entry plain">{ tile(&neighbours) }{ &neighbours.label }</li>
            }
        </ul>
    }
}

fn entry(messages: &Messages, entry: &Entry) -> Html {
    html! {
        <li class={classes!("entry", (!entry.shown).then_some("muted"))} data-status={entry.class.id.clone()}>
            { tile(&entry.class) }
            <bdi>{ &entry.class.label }</bdi>{ " " }
            <b class="count">{ messages.number(entry.count) }</b>
            if !entry.shown { <span>{ " " }{ messages.say(Phrase::filtered_out) }</span> }
        </li>
    }
}
