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
mod tooltip;

/// A text of the feed, kept apart from the direction of the text around it.
fn words(words: &Words) -> Html {
    html! { <bdi lang={words.lang.clone()}>{ &words.text }</bdi> }
}

/// A link for people to follow, which tells the other site nothing about this page.
fn link(url: &Link, content: Html, lang: Option<String>) -> Html {
    html! {
        <a href={url.as_str().to_owned()} {lang} target="_blank" rel="noopener noreferrer external">{ content }</a>
    }
}

/// The same for a text that may have no address.
fn maybe_link(url: Option<&Link>, text: &Words) -> Html {
    match url {
        Some(url) => link(url, words(text), None),
        None => words(text),
    }
}

/// A status as a small square: colour and letter, or pattern.
fn tile(class: &Class) -> Html {
    let letter = class.letter.map(String::from);
    html! { <span class={classes!("tile", colour(class))} aria-hidden="true">{ letter }</span> }
}

/// The style of a status.
fn colour(class: &Class) -> String {
    match (class.place, class.letter) {
        (Some(place), Some(_)) => format!("c{place}"),
        (Some(_), None) => "unknown".to_owned(),
        (None, _) => "not-a-member".to_owned(),
    }
}

/// A listener for events of which only some mean something.
fn sometimes<E: 'static>(dispatch: &Callback<Msg>, meaning: impl Fn(E) -> Option<Msg> + 'static) -> Callback<E> {
    let dispatch = dispatch.clone();
    Callback::from(move |event| {
        if let Some(msg) = meaning(event) {
            dispatch.emit(msg);
        }
    })
}

/// A heading `below` levels under the widget's own.
fn heading(level: u8, below: u8) -> String {
    format!("h{}", (level + below).min(6))
}
