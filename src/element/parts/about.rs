//! What the chosen measure asks for, with which force, and what counts as done.

use super::super::app::Part;
use super::{link, tile, words};
use crate::message::Phrase;
use yew::prelude::*;

#[component]
pub fn AboutPart(part: &Part) -> Html {
    let messages = &part.messages;
    let about = &part.shown.view.about;
    html! {
        <div class="about">
            <p>
                if let Some(clause) = &about.clause { <strong>{ clause }</strong>{ ": " } }
                if let Some(summary) = &about.summary { { words(summary) } }
            </p>
            <details>
                <summary>{ messages.say(Phrase::about) }</summary>
                { for about.policy.iter().map(|text| html! { <p>{ words(text) }</p> }) }
                if let Some(url) = &about.url { <p>{ link(url, html! { url.as_str() }, None) }</p> }
                if !about.criteria.is_empty() {
                    <dl class="criteria">
                        { for about.criteria.iter().map(|(class, text)| html! {
                            <div><dt>{ tile(class) }<bdi>{ &class.label }</bdi></dt><dd>{ words(text) }</dd></div>
                        }) }
                    </dl>
                    <p>{ messages.say(Phrase::definitions) }</p>
                }
                <p>{ messages.say(Phrase::unknown_note) }</p>
            </details>
        </div>
    }
}
