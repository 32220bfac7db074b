//! The statuses with their colours, letters and counts.

use super::super::app::Part;
use super::{bdi, status, tile};
use crate::message::{Messages, Phrase};
use crate::model::query::ViewKind;
use crate::scene::class::{Class, Entry};
use yew::prelude::*;

pub fn draw(part: &Part) -> Html {
    let messages = &part.messages;
    let label = messages.say(Phrase::not_a_member).to_owned();
    let neighbours = Class { id: String::new(), style: "not-a-member".to_owned(), label, letter: None };
    html! {
        <ul class="legend" part="legend" aria-label={messages.say(Phrase::legend).to_owned()}>
            { for part.shown.view.legend.iter().map(|item| entry(messages, item)) }
            if part.shown.query.view == ViewKind::Map {
                <li class="entry plain">{ status(&neighbours) }</li>
            }
        </ul>
    }
}

fn entry(messages: &Messages, entry: &Entry) -> Html {
    let muted = (!entry.shown).then_some("muted");
    html! {
        <li class="entry" data-muted={muted} data-status={entry.class.id.clone()}>
            { tile(&entry.class) }
            { bdi(&entry.class.label, None) }{ " " }
            <b>{ messages.number(entry.count) }</b>
            { muted.map(|_| format!(" {}", messages.say(Phrase::filtered_out))) }
        </li>
    }
}
