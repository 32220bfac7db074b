//! The sentence above the map.

use super::super::app::Part;
use super::{heading, words};
use crate::headline::Note;
use yew::prelude::*;

#[component]
pub fn HeaderPart(part: &Part) -> Html {
    let headline = &part.shown.view.headline;
    let note = |note: &Note| match &note.source {
        Some(url) => html! { <>{ super::link(url, html! { &note.text }, None) }{ " " }</> },
        None => html! { <>{ &note.text }{ " " }</> },
    };
    html! {
        <header class="header" part="header">
            <p class="eyebrow">
                { for headline.eyebrow.iter().map(|piece| html! { <span class="piece">{ words(piece) }</span> }) }
            </p>
            <@{heading(part.shown.query.heading, 0)} class="sentence"><bdi>{ &headline.sentence }</bdi></@>
            <p class="notes">{ for headline.notes.iter().map(note) }</p>
        </header>
    }
}
