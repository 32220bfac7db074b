//! What the reader must know before anything else: demonstration, loading, failure, faults of the feed.

use super::super::app::{Part, Screen};
use super::{Pressed, bdi, button, p};
use crate::message::{Messages, Phrase};
use crate::model::Failure;
use crate::model::share::Act;
use crate::model::view::explain;
use yew::prelude::*;

pub fn demo(messages: &Messages) -> Html {
    html! { <p key="demo" class="notice demo" part="notice">{ messages.say(Phrase::demo) }</p> }
}

pub fn loading(messages: &Messages) -> Html {
    html! { <p key="loading" class="loading" role="status">{ messages.say(Phrase::loading) }</p> }
}

/// Why nothing is shown, or why what is shown is not the newest; with a button that tries again.
pub fn failed(screen: &Screen, messages: &Messages, failure: &Failure) -> Html {
    let reason = explain(failure, messages);
    let text = match screen.published {
        _ if screen.loading => reason,
        Some(date) => messages.fill(Phrase::stale, &[("reason", &reason), ("date", &messages.date(date))]),
        None => messages.fill(Phrase::stale_undated, &[("reason", &reason)]),
    };
    let kind = if screen.loading { "error" } else { "notice" };
    html! {
        <div key="failed" part={kind} role="alert">
            if screen.loading { { p("error-title", messages.say(Phrase::error_title).into()) } }
            { p("", text.into()) }
            { button("button", messages.say(Phrase::retry).into(), &screen.dispatch, Pressed::Reload) }
        </div>
    }
}

/// In the place of a part whose code is on its way.
pub fn coming(part: &Part) -> Html {
    loading(&part.messages)
}

/// In the place of a part whose code did not come; with a button that tries again.
pub fn missed(part: &Part) -> Html {
    let Part { shown, messages, dispatch, .. } = part;
    let offer = part.share.as_ref().and_then(|share| share.open);
    let again = match (offer, shown.query.country) {
        (Some(offer), _) => Pressed::Share(Act::Open(offer)),
        (None, Some(member)) => Pressed::Open(member),
        (None, None) => Pressed::ShowTable,
    };
    html! {
        <div class="notice" part="notice" role="alert">
            { p("", explain(&Failure::Assets, messages).into()) }
            { button("button", messages.say(Phrase::retry).into(), dispatch, again) }
        </div>
    }
}

/// How much of the feed was left out, and why.
pub fn faults(part: &Part) -> Html {
    let Some(faults) = part.shown.faults(&part.messages) else { return Html::default() };
    let more = (faults.more > 0).then(|| part.messages.count(Phrase::more, faults.more, &[]));
    html! {
        <div class="notice" part="notice" role="status">
            { for faults.summary.iter().map(|line| p("", line.into())) }
            <details>
                <summary>{ part.messages.say(Phrase::details) }</summary>
                <ul class="faults" lang="en" dir="ltr">
                    { for faults.places.iter().map(|place| html! { <li>{ bdi(place, None) }</li> }) }
                </ul>
                { for more.map(|more| p("", more.into())) }
            </details>
        </div>
    }
}
