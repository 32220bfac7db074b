//! The parts of the widget, a pure function from a `Part` to nodes each, and the small pieces that they share.

use super::app::Part;
use super::event;
use super::node::{Kind, Making, On, Value, heard, listener, node, nodes, nothing, text};
use crate::country::Code;
use crate::feed::text::Link;
use crate::model::camera::{Gesture, Zoom};
use crate::model::compare as comparing;
use crate::model::field::Field;
use crate::model::menu::Menu;
use crate::model::place::Turn;
use crate::model::query::Projection;
use crate::model::share::Act as ShareAct;
use crate::model::time::{Act, Hand};
use crate::model::{Msg, Target};
use crate::scene::class::Class;
use crate::scene::pick::Direction;
use crate::words::Words;
use std::rc::Rc;
use yew::prelude::*;
use yew::virtual_dom::Listener;

pub mod about;
pub mod changes;
pub mod compare;
pub mod explained;
pub mod faults;
pub mod filter;
pub mod footer;
pub mod header;
pub mod legend;
pub mod map;
pub mod notice;
pub mod options;
pub mod profile;
pub mod remarks;
pub mod search;
pub mod share;
pub mod table;
pub mod timeline;
pub mod toolbar;
pub mod tooltip;
pub mod trend;
pub mod zoom;

// Each of these is one piece of code however often it is drawn.

/// A text, kept apart from the direction of the text around it.
#[inline(never)]
fn bdi(content: &str, lang: Option<&str>) -> Html {
    node!("bdi"; "lang" = lang.map(str::to_owned) => text(content))
}

/// A text of the feed.
fn words(words: &Words) -> Html {
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
fn piece(content: Html) -> Html {
    span("piece", content)
}

/// A link for people to follow, which tells the other site nothing about this page.
#[inline(never)]
fn link(url: &Link, content: Html) -> Html {
    let href = url.as_str().to_owned();
    node!("a", "target" = "_blank", "rel" = "noopener noreferrer external"; "href" = href => content)
}

/// The same for a text that may have no address.
fn maybe_link(url: Option<&Link>, content: Html) -> Html {
    match url {
        Some(url) => link(url, content),
        None => content,
    }
}

/// A button; `pressed` says what a press means.
#[inline(never)]
fn button(kind: &'static str, content: Html, dispatch: &Callback<Msg>, pressed: Pressed) -> Html {
    button_for(kind, content, press(dispatch, pressed))
}

/// A button with a listener of its own.
#[inline(never)]
fn button_for(kind: &'static str, content: Html, press: Rc<dyn Listener>) -> Html {
    heard(vec![press], node!("button", "type" = "button"; "data-kind" = kind => content))
}

/// An element that can be pressed.
#[inline(never)]
pub fn pressable(element: Html, dispatch: &Callback<Msg>, pressed: Pressed) -> Html {
    heard(vec![press(dispatch, pressed)], element)
}

/// A listener to presses.
#[inline(never)]
fn press(dispatch: &Callback<Msg>, pressed: Pressed) -> Rc<dyn Listener> {
    listener(On::Click, dispatch, move |_| Some(pressed.into()))
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
fn tab(content: Html, chosen: bool, press: Rc<dyn Listener>) -> Html {
    let tab =
        node!("button", "type" = "button", "class" = "tab"; "aria-pressed" = whether(chosen) => content);
    heard(vec![press], tab)
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
    pressable(opener, &part.dispatch, Pressed::Menu(menu))
}

/// What a press of a button means. Unlike any `Msg`, it is cheap to copy.
#[derive(Clone, Copy)]
pub enum Pressed {
    Open(Code),
    Again,
    Go(Target),
    ClearFilters,
    Compare(comparing::Act),
    MoreRows(Code),
    Reload,
    Play,
    Begin(Hand),
    End(Hand),
    Turn(Turn),
    Zoom(Zoom),
    Pan(Direction),
    /// One of `Projection::NAMES`.
    Projection(usize),
    Share(ShareAct),
    Menu(Menu),
}

impl From<Pressed> for Msg {
    fn from(pressed: Pressed) -> Self {
        match pressed {
            Pressed::Open(code) => Msg::Open(code),
            Pressed::Again => Msg::Again,
            Pressed::Go(target) => Msg::Go(target),
            Pressed::ClearFilters => Msg::ClearFilters,
            Pressed::Compare(act) => Msg::Compare(act),
            Pressed::MoreRows(first) => Msg::MoreRows(first),
            Pressed::Reload => Msg::Reload,
            Pressed::Zoom(zoom) => Msg::Map(Gesture::Step(zoom)),
            Pressed::Pan(direction) => Msg::Map(Gesture::Pan(direction)),
            Pressed::Projection(place) => {
                Msg::Choose(Field::Projection, Projection::NAMES[place].1.to_owned())
            }
            Pressed::Play => Msg::Time(Act::Play),
            Pressed::Begin(hand) => Msg::Time(Act::Begin(hand)),
            Pressed::End(hand) => Msg::Time(Act::End(hand)),
            Pressed::Turn(turn) => Msg::Turn(turn),
            Pressed::Share(act) => Msg::Share(act),
            Pressed::Menu(menu) => Msg::Menu(menu),
        }
    }
}

/// A word of a list that the reader keeps or not.
#[inline(never)]
fn choice(part: &Part, kind: &'static str, content: Html, chosen: bool, (field, id): (Field, &str)) -> Html {
    let pressed = whether(chosen);
    let choice = node!("button", "type" = "button"; "data-kind" = kind, "aria-pressed" = pressed => content);
    heard(vec![toggle(part, field, id)], choice)
}

/// A press takes a word into a list, or out of it.
#[inline(never)]
fn toggle(part: &Part, field: Field, id: &str) -> Rc<dyn Listener> {
    let id = id.to_owned();
    listener(On::Click, &part.dispatch, move |_| Some(Msg::Toggle(field, id.clone())))
}

/// A heading of a level, 1 to 6.
fn heading(level: u8, class: &'static str, content: Html) -> Html {
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
fn tile(class: &Class) -> Html {
    node!(
        "span", "class" = "tile", "aria-hidden" = "true";
        "data-style" = &class.style,
        "data-sign" = class.sign.clone()
    )
}

/// A status with its words.
fn status(class: &Class) -> Html {
    nodes![tile(class), bdi(&class.label, class.lang.as_deref())]
}

/// The clause of the policy before a measure's name.
fn clause(clause: Option<&String>) -> Html {
    let Some(clause) = clause else { return nothing() };
    span("clause", nodes![text(clause), text(" ")])
}

/// The key of an event. Keys with Ctrl, Alt or ⌘ are the browser's.
#[inline(never)]
fn plain_key(event: &KeyboardEvent) -> Option<String> {
    let is_browsers = event.ctrl_key() || event.meta_key() || event.alt_key();
    let key = event::key(event);
    (!is_browsers && !key.is_empty()).then_some(key)
}

/// A listener for events of which only some mean something.
fn sometimes<E: 'static>(
    dispatch: &Callback<Msg>,
    meaning: impl Fn(E) -> Option<Msg> + 'static,
) -> Callback<E> {
    let dispatch = dispatch.clone();
    Callback::from(move |event| {
        if let Some(msg) = meaning(event) {
            dispatch.emit(msg);
        }
    })
}
