//! The parts of the widget, a function component each, and the small pieces that they share.

use crate::feed::text::Link;
use crate::model::Msg;
use crate::scene::class::Class;
use crate::words::Words;
use yew::prelude::*;

pub mod about;
pub mod footer;
pub mod header;
pub mod legend;
pub mod map;
pub mod notice;
pub mod profile;
pub mod table;
pub mod toolbar;
pub mod tooltip;

// Each of these is one piece of code however often it is drawn: `html!` writes out the code of every node
// where it stands, and nodes are most of what the widget weighs.

/// A text, kept apart from the direction of the text around it.
#[inline(never)]
fn bdi(text: &str, lang: Option<&str>) -> Html {
    html! { <bdi lang={lang.map(str::to_owned)}>{ text }</bdi> }
}

/// A text of the feed.
fn words(words: &Words) -> Html {
    bdi(&words.text, words.lang.as_deref())
}

/// A paragraph.
#[inline(never)]
fn p(class: &'static str, content: Html) -> Html {
    html! { <p {class}>{ content }</p> }
}

/// A run of text with a style.
#[inline(never)]
fn span(class: &'static str, content: Html) -> Html {
    html! { <span {class}>{ content }</span> }
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

/// A button that says what has happened.
#[inline(never)]
fn button(class: &'static str, content: Html, dispatch: &Callback<Msg>, msg: Msg) -> Html {
    let onclick = dispatch.reform(move |_: MouseEvent| msg.clone());
    html! { <button type="button" {class} {onclick}>{ content }</button> }
}

/// A heading `below` levels under the widget's own.
#[inline(never)]
fn heading(level: u8, below: u8, class: &'static str, content: Html) -> Html {
    html! { <@{format!("h{}", (level + below).min(6))} {class}>{ content }</@> }
}

/// A status as a small square: colour and letter, or pattern.
#[inline(never)]
fn tile(class: &Class) -> Html {
    let letter = class.letter.map(String::from);
    html! { <span class={format!("tile {}", class.style)} aria-hidden="true">{ letter }</span> }
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
