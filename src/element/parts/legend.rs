//! The statuses with their colours, letters and counts; a press keeps the members that have one. Against an
//! earlier date: what changed.

use super::super::app::Part;
use super::super::node::{list, node, nodes, nothing, said, text};
use super::{bdi, choice, status, tile};
use crate::against::Change;
use crate::message::{Messages, Phrase};
use crate::model::field::Field;
use crate::model::query::ViewKind;
use crate::scene::class::{Class, Entry};
use crate::scene::palette::Pattern;
use crate::survey::Shade;
use yew::prelude::*;

pub fn draw(part: &Part) -> Html {
    let messages = &part.messages;
    let label = messages.say(Phrase::not_a_member).to_owned();
    let neighbours =
        Class { id: String::new(), style: "not-a-member".to_owned(), label, lang: None, letter: None };
    let mut entries = Vec::new();
    for item in part.shown.view.legend.iter().filter(|item| has_a_meaning(item)) {
        entries.push(entry(part, item));
    }
    let is_map = part.shown.query.view == ViewKind::Map;
    let plain = if is_map { node!("li", "class" = "entry plain" => status(&neighbours)) } else { nothing() };
    node!(
        "ul", "class" = "legend", "part" = "legend", "tabindex" = "-1"; "aria-label" = (messages, Phrase::legend)
        => [list(entries), plain, node!("li" => pattern(part))]
    )
}

/// The hatch covers most of the world, and some readers cannot rest their eyes on it.
fn pattern(part: &Part) -> Html {
    let is_light = part.shown.query.pattern == Pattern::Light;
    choice(part, said(&part.messages, Phrase::pattern_light), is_light, Field::Pattern, "light")
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
            let choice = choice(part, content, chosen, Field::Status, id);
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
        bdi(&entry.class.label, entry.class.lang.as_deref()),
        text(" "),
        count.unwrap_or_else(nothing),
        out
    ]
}
