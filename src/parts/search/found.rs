//! What the search lists below its field.

use super::super::part::Part;
use super::super::{bdi, button, pressable, span, tile, whether, words};
use super::option_id;
use crate::markup::{Hears, Html, On, heard, keyed, list, node, nodes, said, some, text};
use crate::message::Phrase;
use crate::model::Msg;
use crate::model::search::{Search, SearchAct};
use crate::scene::class::class_of;
use crate::search::Found;

/// How many of those found are listed.
pub(super) const LISTED: usize = 8;

/// How many are found, or that nobody is.
pub(super) fn count(part: &Part, search: &Search, found: usize) -> String {
    let messages = &part.messages;
    if found == 0 {
        return messages.fill(Phrase::found_none, &[("text", search.text.trim())]);
    }
    let count = messages.count(Phrase::found, found, &[]);
    if found <= LISTED {
        return count;
    }
    format!("{count}. {}", messages.fill(Phrase::found_more, &[("shown", &messages.number(LISTED))]))
}

/// The list, or that nobody is found, with the way out.
pub(super) fn below(part: &Part, search: &Search, count: &str, listed: &[Found]) -> Html {
    let Part { messages, .. } = part;
    let content = if listed.is_empty() {
        nodes![
            node!("p", "data-say" = "" => bdi(count, None)),
            button("button", said(messages, Phrase::clear), Msg::Search(SearchAct::Clear)),
        ]
    } else {
        let options = listed.iter().enumerate().map(|(at, found)| option(part, search, at, found));
        nodes![
            node!("ul", "id" = "found", "role" = "listbox"; "aria-label" = (messages, Phrase::find) => list(options.collect())),
            node!("p", "data-say" = "" => text(count)),
        ]
    };
    // A press must not take the focus out of the field, which would put the list away.
    heard(vec![(On::MouseDown, Hears::Still)], node!("div", "class" = "found" => content))
}

fn option(part: &Part, search: &Search, at: usize, found: &Found) -> Html {
    let Part { shown, messages, .. } = part;
    let (feed, survey, member) = (&shown.feed.value, &shown.view.survey, found.member);
    let class = class_of(feed, messages, survey.topic, member, survey.clock);
    let code = shown.code(member);
    let other = |other: &String| span("other", nodes![text(" "), bdi(other, None)]);
    let option = node!(
        "li", "role" = "option";
        "id" = option_id(at),
        "aria-selected" = whether(search.active == Some(code)),
        "data-country" = code.to_string()
        => [
            tile(&class),
            node!("span" => [
                words(&shown.names.words(feed, messages, member)),
                some(found.other.as_ref(), other),
            ]),
            span("dating", bdi(&class.label, class.lang.as_deref())),
        ]
    );
    keyed(&option_id(at), pressable(option, Msg::Search(SearchAct::Choose(code))))
}
