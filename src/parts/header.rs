//! The sentence above the map.

use super::part::Part;
use super::{bdi, heading, p, words};
use crate::markup::{Html, each, node, nothing, text};

pub fn draw(part: &Part) -> Html {
    let headline = &part.shown.view.headline;
    let sentence = node!("bdi", "id" = "headline", "data-say" = "" => text(&headline.sentence));
    node!("header", "class" = "header", "part" = "header"; "data-length" = headline.length() => [
        headline.eyebrow.as_ref().map_or_else(nothing, |policy| p("eyebrow", words(policy))),
        heading(part.shown.query.level(0), "sentence", sentence),
        each(&headline.caveats, &|caveat| p("caveat", bdi(caveat, None))),
    ])
}
