//! What the reader must know before anything else: demonstration, loading, failure, faults of the feed.

use super::super::app::{Part, Shared};
use crate::date::Date;
use crate::message::{Messages, Phrase};
use crate::model::view::explain;
use crate::model::{Failure, Msg};
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
pub struct Plain {
    pub messages: Shared<Messages>,
}

#[component]
pub fn Demo(plain: &Plain) -> Html {
    html! { <p class="notice demo" part="notice">{ plain.messages.say(Phrase::demo) }</p> }
}

#[component]
pub fn Loading(plain: &Plain) -> Html {
    html! { <p class="loading" role="status">{ plain.messages.say(Phrase::loading) }</p> }
}

#[derive(Clone, PartialEq, Properties)]
pub struct Failing {
    pub messages: Shared<Messages>,
    pub failure: Failure,
    pub published: Option<Date>,
    pub loading: bool,
    pub dispatch: Callback<Msg>,
}

/// Why nothing is shown, or why what is shown is not the newest; with a button that tries again.
#[component]
pub fn Failed(failing: &Failing) -> Html {
    let messages = &failing.messages;
    let reason = explain(&failing.failure, messages);
    let text = match failing.published {
        _ if failing.loading => reason,
        Some(date) => messages.fill(Phrase::stale, &[("reason", &reason), ("date", &messages.date(date))]),
        None => messages.fill(Phrase::stale_undated, &[("reason", &reason)]),
    };
    let retry = failing.dispatch.reform(|_: MouseEvent| Msg::Reload);
    let (class, part) = if failing.loading { ("error", "error") } else { ("notice", "notice") };
    html! {
        <div {class} {part} role="alert">
            if failing.loading {
                <p class="error-title">{ messages.say(Phrase::error_title) }</p>
            }
            <p>{ text }</p>
            <button type="button" class="button" onclick={retry}>{ messages.say(Phrase::retry) }</button>
        </div>
    }
}

/// How much of the feed was left out, and why.
#[component]
pub fn Faulty(part: &Part) -> Html {
    let Some(faults) = &part.shown.view.faults else { return Html::default() };
    let more = (faults.more > 0).then(|| part.messages.count(Phrase::more, faults.more, &[]));
    html! {
        <div class="notice" part="notice" role="status">
            { for faults.summary.iter().map(|line| html! { <p>{ line }</p> }) }
            <details>
                <summary>{ part.messages.say(Phrase::details) }</summary>
                <ul class="faults" lang="en" dir="ltr">
                    { for faults.places.iter().map(|place| html! { <li><bdi>{ place }</bdi></li> }) }
                </ul>
                if let Some(more) = more { <p>{ more }</p> }
            </details>
        </div>
    }
}
