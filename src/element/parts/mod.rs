//! The parts of the widget, a function component each, and the small pieces that they share.

use super::app::Part;
use crate::feed::text::Link;
use crate::feed::{MemberIndex, RegionIndex};
use crate::message::Phrase;
use crate::model::Msg;
use crate::model::camera::{Gesture, Zoom};
use crate::model::compare as comparing;
use crate::model::field::Field;
use crate::model::place::Turn;
use crate::model::query::Projection;
use crate::model::share::Act as ShareAct;
use crate::model::time::{Act, Hand};
use crate::scene::class::Class;
use crate::table::Column;
use crate::words::Words;
use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, VTag};

pub mod about;
pub mod changes;
pub mod compare;
pub mod filter;
pub mod footer;
pub mod header;
pub mod legend;
pub mod map;
pub mod notice;
pub mod profile;
pub mod search;
pub mod share;
pub mod table;
pub mod timeline;
pub mod toolbar;
pub mod tooltip;
pub mod trend;
pub mod zoom;

// Each of these is one piece of code however often it is drawn: `html!` writes out the code of every node
// where it stands, and nodes are most of what the widget weighs. What tells nodes apart for the stylesheet is a
// class where it never changes, else a `data-` attribute: changing classes would bring Yew's set of classes.

/// An element with one attribute that is there if it has a value.
#[inline(never)]
fn element(
    name: &'static str,
    keys: &'static [&'static str; 1],
    value: Option<AttrValue>,
    content: Html,
) -> Html {
    let mut tag = VTag::new(name);
    let values = Box::new([value.map(AttributeOrProperty::Attribute)]);
    tag.set_attributes(Attributes::Dynamic { keys, values });
    tag.add_child(content);
    tag.into()
}

/// An element of a class.
fn classed(name: &'static str, class: &'static str, content: Html) -> Html {
    let class = (!class.is_empty()).then_some(AttrValue::Static(class));
    element(name, &["class"], class, content)
}

/// A text, kept apart from the direction of the text around it.
fn bdi(text: &str, lang: Option<&str>) -> Html {
    element("bdi", &["lang"], lang.map(|lang| lang.to_owned().into()), text.into())
}

/// A text of the feed.
fn words(words: &Words) -> Html {
    bdi(&words.text, words.lang.as_deref())
}

/// A paragraph.
fn p(class: &'static str, content: Html) -> Html {
    classed("p", class, content)
}

/// A run of text with a style.
fn span(class: &'static str, content: Html) -> Html {
    classed("span", class, content)
}

/// One of several short facts on a line.
fn piece(content: Html) -> Html {
    span("piece", content)
}

/// A link for people to follow, which tells the other site nothing about this page.
#[inline(never)]
fn link(url: &Link, content: Html) -> Html {
    let href = url.as_str().to_owned();
    html! { <a {href} target="_blank" rel="noopener noreferrer external">{ content }</a> }
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
    let onclick = dispatch.reform(move |_: MouseEvent| pressed.into());
    html! { <button type="button" data-kind={kind} {onclick}>{ content }</button> }
}

/// What a press of a button means. Unlike any `Msg`, it is cheap to copy.
#[derive(Clone, Copy)]
enum Pressed {
    Open(MemberIndex),
    ShowTable,
    SortBy(Column),
    ClearFilters,
    Compare(comparing::Act),
    MoreRows(MemberIndex),
    Reload,
    Begin(Hand),
    End(Hand),
    Turn(Turn),
    Zoom(Zoom),
    Region(RegionIndex),
    /// One of `Projection::NAMES`.
    Projection(usize),
    Share(ShareAct),
}

impl From<Pressed> for Msg {
    fn from(pressed: Pressed) -> Self {
        match pressed {
            Pressed::Open(member) => Msg::Open(member),
            Pressed::ShowTable => Msg::Choose(Field::View, "table".to_owned()),
            Pressed::SortBy(column) => Msg::SortBy(column),
            Pressed::ClearFilters => Msg::ClearFilters,
            Pressed::Compare(act) => Msg::Compare(act),
            Pressed::MoreRows(first) => Msg::MoreRows(first),
            Pressed::Reload => Msg::Reload,
            Pressed::Zoom(zoom) => Msg::Map(Gesture::Step(zoom)),
            Pressed::Region(region) => Msg::Map(Gesture::Region(region)),
            Pressed::Projection(place) => {
                Msg::Choose(Field::Projection, Projection::NAMES[place].1.to_owned())
            }
            Pressed::Begin(hand) => Msg::Time(Act::Begin(hand)),
            Pressed::End(hand) => Msg::Time(Act::End(hand)),
            Pressed::Turn(turn) => Msg::Turn(turn),
            Pressed::Share(act) => Msg::Share(act),
        }
    }
}

/// A word of a list that the reader keeps or not.
#[inline(never)]
fn choice(part: &Part, content: Html, chosen: bool, field: Field, id: &str) -> Html {
    let id = id.to_owned();
    let onclick = part.dispatch.reform(move |_: MouseEvent| Msg::Toggle(field, id.clone()));
    let pressed = if chosen { "true" } else { "false" };
    html! { <button type="button" data-kind="choice" aria-pressed={pressed} {onclick}>{ content }</button> }
}

/// The button that adds a country to the comparison, or takes it out.
fn compare_toggle(part: &Part, member: MemberIndex, name: &str) -> Html {
    let Part { shown, messages, dispatch, .. } = part;
    let act = Pressed::Compare(comparing::Act::Toggle(member));
    let pressed = if shown.query.compare.contains(&member) { "true" } else { "false" };
    html! {
        <button
            type="button"
            data-kind="compare"
            aria-pressed={pressed}
            aria-label={messages.fill(Phrase::compare_country, &[("country", name)])}
            onclick={dispatch.reform(move |_: MouseEvent| act.into())}
        >
            { messages.say(Phrase::compare) }
        </button>
    }
}

/// A heading `below` levels under the widget's own.
fn heading(level: u8, below: u8, class: &'static str, content: Html) -> Html {
    const LEVELS: [&str; 6] = ["h1", "h2", "h3", "h4", "h5", "h6"];
    classed(LEVELS[usize::from(level + below).clamp(1, 6) - 1], class, content)
}

/// A status as a small square: colour and letter, or pattern.
#[inline(never)]
fn tile(class: &Class) -> Html {
    let letter = class.letter.map(String::from);
    html! { <span class="tile" data-style={class.style.clone()} aria-hidden="true">{ letter }</span> }
}

/// A status with its words.
fn status(class: &Class) -> Html {
    html! { <>{ tile(class) }{ bdi(&class.label, None) }</> }
}

/// The clause of the policy before a measure's name.
fn clause(clause: Option<&String>) -> Html {
    clause.map(|clause| span("clause", html! { <>{ clause }{ " " }</> })).unwrap_or_default()
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
