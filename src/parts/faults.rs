//! How much of the feed was left out, and why.

use super::part::Part;
use super::{bdi, p};
use crate::markup::{Html, each, node, nothing, said, some, text};
use crate::message::Phrase;

pub fn draw(part: &Part) -> Html {
    let messages = &part.messages;
    let Some(faults) = part.shown.faults(messages) else { return nothing() };
    let more = (faults.more > 0).then(|| messages.count(Phrase::more, faults.more, &[]));
    node!("div", "class" = "notice", "part" = "notice" => [
        each(&faults.summary, &|line| p("", text(line))),
        node!("details" => [
            node!("summary" => said(messages, Phrase::details)),
            node!("ul", "class" = "faults", "lang" = "en", "dir" = "ltr" => each(
                &faults.places,
                &|place| node!("li" => bdi(place, None)),
            )),
            some(more, |more| p("", text(&more))),
        ]),
    ])
}
