//! What stands beside the legend: in which regions the members are that are counted, what is not known, what others report.

use super::part::Part;
use super::{bdi, link, p, span};
use crate::headline::Note;
use crate::markup::{Html, each, nodes, nothing, text};

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
    nodes![text(&format!("{} ", note.text)), source.unwrap_or_else(nothing), text(" ")]
}
