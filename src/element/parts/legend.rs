//! The statuses with their colours, letters and counts; a press keeps the members that have one. Against an
//! earlier date: what changed.

use super::super::app::Part;
use super::{bdi, choice, status, tile};
use crate::against::Change;
use crate::message::{Messages, Phrase};
use crate::model::field::Field;
use crate::model::query::ViewKind;
use crate::scene::class::{Class, Entry};
use crate::survey::Shade;
use yew::prelude::*;

pub fn draw(part: &Part) -> Html {
    let messages = &part.messages;
    let label = messages.say(Phrase::not_a_member).to_owned();
    let neighbours = Class { id: String::new(), style: "not-a-member".to_owned(), label, letter: None };
    html! {
        <ul class="legend" part="legend" aria-label={messages.say(Phrase::legend).to_owned()}>
            { for part.shown.view.legend.iter().filter(|item| has_a_meaning(item)).map(|item| entry(part, item)) }
            if part.shown.query.view == ViewKind::Map {
                <li class="entry plain">{ status(&neighbours) }</li>
            }
        </ul>
    }
}

/// A feed whose statuses are all in order knows no change beside it.
fn has_a_meaning(entry: &Entry) -> bool {
    entry.count > 0 || entry.shade != Shade::Change(Change::Otherwise)
}

fn entry(part: &Part, entry: &Entry) -> Html {
    let id = entry.class.id.clone();
    let content = content(&part.messages, entry);
    let muted = (!entry.shown).then_some("muted");
    match entry.shade {
        Shade::Status(_) => html! {
            <li class="entry" data-muted={muted} data-status={id.clone()}>
                { choice(part, content, part.shown.query.keeps(Field::Status, &id), Field::Status, &id) }
            </li>
        },
        Shade::Change(_) => html! { <li class="entry plain" data-change={id}>{ content }</li> },
    }
}

fn content(messages: &Messages, entry: &Entry) -> Html {
    html! {
        <>
            { tile(&entry.class) }
            { bdi(&entry.class.label, None) }{ " " }
            <b>{ messages.number(entry.count) }</b>
            { (!entry.shown).then(|| format!(" {}", messages.say(Phrase::filtered_out))) }
        </>
    }
}
