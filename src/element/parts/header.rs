//! The sentence above the map.

use super::super::app::Part;
use super::{bdi, heading, link, p, piece, words};
use crate::headline::Note;
use yew::prelude::*;

pub fn draw(part: &Part) -> Html {
    let headline = &part.shown.view.headline;
    html! {
        <header class="header" part="header">
            { p("eyebrow", headline.eyebrow.iter().map(|text| piece(words(text))).collect()) }
            { heading(part.shown.query.heading, 0, "sentence", bdi(&headline.sentence, None)) }
            { p("notes", headline.notes.iter().map(note).collect()) }
        </header>
    }
}

fn note(note: &Note) -> Html {
    let source = note.source.as_ref().map(|(name, url)| link(url, bdi(name, None)));
    html! { <>{ &note.text }{ " " }{ source }{ " " }</> }
}
