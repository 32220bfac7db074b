//! What the chosen measure asks for, with which force, and what counts as done.

use super::super::app::Part;
use super::super::node::{each, list, node, nodes, nothing, said, text};
use super::{bdi, link, p, status, words};
use crate::message::Phrase;
use yew::prelude::*;

pub fn draw(part: &Part) -> Html {
    let messages = &part.messages;
    let about = &part.shown.view.about;
    let clause = about.clause.as_ref().map(|clause| nodes![node!("b" => bdi(clause, None)), text(" · ")]);
    let mut content =
        vec![node!("summary" => [clause.unwrap_or_else(nothing), said(messages, Phrase::about)])];
    for words in about.summary.iter().chain(&about.policy) {
        content.push(p("", self::words(words)));
    }
    if let Some(url) = &about.url {
        content.push(p("", link(url, text(url.as_str()))));
    }
    if !about.criteria.is_empty() {
        content.push(node!("dl", "class" = "criteria" => each(&about.criteria, &|(class, text)| {
            node!("div" => [node!("dt" => status(class)), node!("dd" => words(text))])
        })));
        content.push(p("", said(messages, Phrase::definitions)));
    }
    content.push(p("", said(messages, Phrase::unknown_note)));
    node!("details", "class" = "about" => list(content))
}
