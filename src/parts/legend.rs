//! The statuses with their colours, signs and counts; a press keeps the members that have one. Against an
//! earlier date: what changed.

use super::part::Part;
use super::{bdi, choice, span, status, tile};
use crate::against::Change;
use crate::markup::{Html, list, node, nodes, nothing, text};
use crate::message::{Messages, Phrase};
use crate::model::field::Field;
use crate::model::query::ViewKind;
use crate::scene::class::{Entry, class};
use crate::status::Status;
use crate::survey::Shade;

pub fn draw(part: &Part) -> Html {
    entries(part, &part.shown.view.legend)
}

/// The same with other counts: the trend has those of a year.
pub fn entries(part: &Part, legend: &[Entry]) -> Html {
    let Part { shown, messages, .. } = part;
    let mut entries = Vec::new();
    for item in legend.iter().filter(|item| has_a_meaning(item)) {
        entries.push(entry(part, item));
    }
    let plain = if shown.query.view == ViewKind::Map {
        let neighbours = class(&shown.feed.value, messages, Status::NotMember);
        node!("li", "class" = "entry plain" => status(&neighbours))
    } else {
        nothing()
    };
    node!(
        "ul", "class" = "legend", "part" = "legend", "tabindex" = "-1"; "aria-label" = (messages, Phrase::legend)
        => [list(entries), plain]
    )
}

/// A feed whose statuses are all in order knows no change beside it.
fn has_a_meaning(entry: &Entry) -> bool {
    entry.count > Some(0) || entry.shade != Shade::Change(Change::Otherwise)
}

fn entry(part: &Part, entry: &Entry) -> Html {
    let id = &entry.class.id;
    let content = content(&part.messages, entry);
    let muted = (!entry.shown).then_some("muted");
    match entry.shade {
        Shade::Status(_) => {
            let chosen = part.shown.query.keeps(Field::Status, id);
            let choice = choice("entry", content, chosen, (Field::Status, id));
            node!("li", "class" = "entry"; "data-muted" = muted, "data-status" = id => choice)
        }
        Shade::Change(_) => node!("li", "class" = "entry plain"; "data-change" = id => content),
    }
}

fn content(messages: &Messages, entry: &Entry) -> Html {
    let out = if entry.shown { nothing() } else { text(&format!(" {}", messages.say(Phrase::filtered_out))) };
    let count = entry.count.map(|count| node!("b" => text(&messages.number(count))));
    nodes![
        tile(&entry.class),
        span("name", bdi(&entry.class.label, entry.class.lang.as_deref())),
        text(" "),
        count.unwrap_or_else(nothing),
        out
    ]
}
