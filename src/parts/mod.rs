//! The parts of the widget, a pure function from a `Part` to nodes each, and the small pieces that they share.

use crate::feed::text::Link;
use crate::markup::{Hears, Html, Kind, Making, On, Value, heard, node, nodes, nothing, text};
use crate::model::Msg;
use crate::model::field::Field;
use crate::model::menu::Menu;
use crate::scene::class::Class;
use crate::words::Words;
use part::Part;

pub(crate) mod about;
pub(crate) mod changes;
pub(crate) mod compare;
pub(crate) mod explained;
pub(crate) mod faults;
pub(crate) mod filter;
pub mod footer;
pub(crate) mod header;
mod later;
pub(crate) mod legend;
pub(crate) mod map;
pub(crate) mod notice;
pub(crate) mod options;
pub mod part;
pub mod picture;
pub mod profile;
pub(crate) mod remarks;
pub mod screen;
pub(crate) mod search;
pub(crate) mod share;
pub(crate) mod table;
pub(crate) mod timeline;
pub(crate) mod toolbar;
pub(crate) mod tooltip;
pub(crate) mod trend;
pub(crate) mod zoom;

// Each of these is one piece of code however often it is drawn.

/// A text, kept apart from the direction of the text around it.
#[inline(never)]
pub fn bdi(content: &str, lang: Option<&str>) -> Html {
    node!("bdi"; "lang" = lang.map(str::to_owned) => text(content))
}

/// A text of the feed.
pub fn words(words: &Words) -> Html {
    bdi(&words.text, words.lang.as_deref())
}

/// A paragraph.
#[inline(never)]
fn p(class: &'static str, content: Html) -> Html {
    node!("p"; "class" = named(class) => content)
}

/// A run of text with a style.
#[inline(never)]
fn span(class: &'static str, content: Html) -> Html {
    node!("span"; "class" = named(class) => content)
}

/// The class of an element that may have none.
fn named(class: &'static str) -> Option<&'static str> {
    (!class.is_empty()).then_some(class)
}

/// One of several short facts on a line.
pub fn piece(content: Html) -> Html {
    span("piece", content)
}

/// A link for people to follow, which tells the other site nothing about this page.
#[inline(never)]
pub fn link(url: &Link, content: Html) -> Html {
    let href = url.as_str().to_owned();
    node!("a", "target" = "_blank", "rel" = "noopener noreferrer external"; "href" = href => content)
}

/// The same for a text that may have no address.
pub fn maybe_link(url: Option<&Link>, content: Html) -> Html {
    match url {
        Some(url) => link(url, content),
        None => content,
    }
}

/// A button.
#[inline(never)]
fn button(kind: &'static str, content: Html, means: Msg) -> Html {
    pressable(node!("button", "type" = "button"; "data-kind" = kind => content), means)
}

/// An element that can be pressed.
#[inline(never)]
pub fn pressable(element: Html, means: Msg) -> Html {
    heard(vec![(On::Click, Hears::Means(means))], element)
}

/// Whether something is, as ARIA says it.
fn whether(is: bool) -> &'static str {
    if is { "true" } else { "false" }
}

/// A group of controls with a name.
#[inline(never)]
fn tabs(label: &str, tabs: Html) -> Html {
    node!("div", "class" = "tabs", "role" = "group"; "aria-label" = label.to_owned() => tabs)
}

/// One of several to choose from.
#[inline(never)]
fn tab(content: Html, chosen: bool, means: Msg) -> Html {
    let tab =
        node!("button", "type" = "button", "class" = "tab"; "aria-pressed" = whether(chosen) => content);
    pressable(tab, means)
}

/// The button of a set of choices.
#[inline(never)]
fn opener(part: &Part, menu: Menu, label: Html) -> Html {
    let opener = node!(
        "button", "type" = "button", "class" = "opener", "data-kind" = "button";
        "data-menu" = menu.name(),
        "aria-expanded" = whether(part.menu == Some(menu))
        => label
    );
    pressable(opener, Msg::Menu(menu))
}

/// A word of a list that the reader keeps or not.
#[inline(never)]
fn choice(kind: &'static str, content: Html, chosen: bool, (field, id): (Field, &str)) -> Html {
    let pressed = whether(chosen);
    let choice = node!("button", "type" = "button"; "data-kind" = kind, "aria-pressed" = pressed => content);
    pressable(choice, Msg::Toggle(field, id.to_owned()))
}

/// A heading of a level, 1 to 6.
pub fn heading(level: u8, class: &'static str, content: Html) -> Html {
    let mut making = Making::of(&LEVELS[usize::from(level) - 1]);
    named(class).put(&mut making);
    making.add(content);
    making.made()
}

static LEVELS: [Kind; 6] = [level("h1"), level("h2"), level("h3"), level("h4"), level("h5"), level("h6")];

const fn level(name: &'static str) -> Kind {
    Kind { name, keys: &["class"], fixed: &[] }
}

/// A status as a small square: colour and sign, or pattern. The style sheet writes the sign: it is no part of what is
/// copied or translated.
#[inline(never)]
pub fn tile(class: &Class) -> Html {
    node!(
        "span", "class" = "tile", "aria-hidden" = "true";
        "data-style" = class.style.clone(),
        "data-sign" = class.sign.clone()
    )
}

/// A status with its words.
pub fn status(class: &Class) -> Html {
    nodes![tile(class), bdi(&class.label, class.lang.as_deref())]
}

/// The clause of the policy before a measure's name.
pub fn clause(clause: Option<&String>) -> Html {
    let Some(clause) = clause else { return nothing() };
    // One text: of two, browsers round the widths apart.
    span("clause", text(&format!("{clause} ")))
}
