//! What the chosen measure asks for, with which force, and what counts as done.

use super::part::Part;
use super::{bdi, link, p, piece, status, words};
use crate::about::unknown_note;
use crate::markup::{Html, each, list, node, said, text};
use crate::message::Phrase;

pub fn draw(part: &Part) -> Html {
    let messages = &part.messages;
    let about = part.shown.about(messages);
    let mut content = Vec::new();
    content.extend(about.clause.as_ref().map(|clause| p("force", bdi(clause, None))));
    for words in about.summary.iter().chain(&about.policy) {
        content.push(p("", self::words(words)));
    }
    if !about.adopted.is_empty() {
        content.push(p("", each(&about.adopted, &|words| piece(self::words(words)))));
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
    content.push(p("", text(&unknown_note(&part.shown.feed.value, messages))));
    node!("div", "class" = "explained", "role" = "group"; "aria-label" = (messages, Phrase::about) => list(content))
}
