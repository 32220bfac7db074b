//! The sentence above the map.

use super::super::app::Part;
use super::super::node::{each, node, nodes, nothing, text};
use super::{bdi, heading, link, p, piece, words};
use crate::headline::Note;
use yew::prelude::*;

pub fn draw(part: &Part) -> Html {
    let headline = &part.shown.view.headline;
    let sentence = node!("bdi", "id" = "headline", "data-say" = "" => text(&headline.sentence));
    node!("header", "class" = "header", "part" = "header" => [
        p("eyebrow", each(&headline.eyebrow, &|text| piece(words(text)))),
        heading(part.shown.query.level(0), "sentence", sentence),
        p("description", text(&headline.description)),
        p("notes", each(&headline.notes, &note)),
    ])
}

fn note(note: &Note) -> Html {
    let source = note.source.as_ref().map(|(name, url)| link(url, bdi(name, None)));
    nodes![text(&note.text), text(" "), source.unwrap_or_else(nothing), text(" ")]
}
