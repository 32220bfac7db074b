//! What stands beside the legend: in which regions the members are that are counted, what is not known, what others report.

use super::super::app::Part;
use super::super::node::{each, nodes, nothing, text};
use super::{bdi, link, p, span};
use crate::headline::Note;
use yew::prelude::*;

pub fn draw(part: &Part) -> Html {
    let headline = &part.shown.view.headline;
    if headline.description.is_empty() && headline.notes.is_empty() {
        return nothing();
    }
    let description = span("description", text(&headline.description));
    p("remarks", nodes![description, text(" "), span("notes", each(&headline.notes, &note))])
}

fn note(note: &Note) -> Html {
    let source = note.source.as_ref().map(|(name, url)| link(url, bdi(name, None)));
    nodes![text(&note.text), text(" "), source.unwrap_or_else(nothing), text(" ")]
}
