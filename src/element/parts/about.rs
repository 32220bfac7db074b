//! What the chosen measure asks for, with which force, and what counts as done.

use super::super::app::Part;
use super::{bdi, link, p, status, words};
use crate::message::Phrase;
use yew::prelude::*;

pub fn draw(part: &Part) -> Html {
    let messages = &part.messages;
    let about = &part.shown.view.about;
    html! {
        <details class="about">
            <summary>
                if let Some(clause) = &about.clause { <b>{ bdi(clause, None) }</b>{ " · " } }
                { messages.say(Phrase::about) }
            </summary>
            { for about.summary.iter().chain(&about.policy).map(|text| p("", words(text))) }
            { for about.url.iter().map(|url| p("", link(url, html! { url.as_str() }))) }
            if !about.criteria.is_empty() {
                <dl class="criteria">
                    { for about.criteria.iter().map(|(class, text)| html! {
                        <div><dt>{ status(class) }</dt><dd>{ words(text) }</dd></div>
                    }) }
                </dl>
                { p("", messages.say(Phrase::definitions).into()) }
            }
            { p("", messages.say(Phrase::unknown_note).into()) }
        </details>
    }
}
