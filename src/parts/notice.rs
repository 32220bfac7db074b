//! What the reader must know before anything else: demonstration, loading, failure.

use super::part::{Part, Screen};
use super::{button, p};
use crate::markup::{Html, keyed, node, nothing, said, text};
use crate::message::{Messages, Phrase};
use crate::model::share::ShareAct;
use crate::model::view::explain;
use crate::model::{Failure, Msg};

pub fn demo(messages: &Messages) -> Html {
    keyed("demo", node!("p", "class" = "notice demo", "part" = "notice" => said(messages, Phrase::demo)))
}

pub fn loading(messages: &Messages) -> Html {
    keyed("loading", node!("p", "class" = "loading", "data-say" = "" => said(messages, Phrase::loading)))
}

/// Says why nothing is shown, or why it is not the newest data, with a button to try again.
pub fn failed(screen: &Screen, messages: &Messages, failure: &Failure) -> Html {
    let reason = explain(failure, messages);
    let why = match screen.published {
        _ if screen.loading => reason,
        Some(date) => messages.fill(Phrase::stale, &[("reason", &reason), ("when", &messages.when(date))]),
        None => messages.fill(Phrase::stale_undated, &[("reason", &reason)]),
    };
    let kind = if screen.loading { "error" } else { "notice" };
    let title =
        if screen.loading { p("error-title", said(messages, Phrase::error_title)) } else { nothing() };
    keyed(
        "failed",
        node!("div", "role" = "alert"; "part" = kind => [
            title,
            p("", text(&why)),
            button("button", said(messages, Phrase::retry), Msg::Reload),
        ]),
    )
}

/// In the place of a part whose code is being fetched.
pub fn coming(part: &Part) -> Html {
    loading(&part.messages)
}

/// In the place of a part whose code did not come; with a button that tries again.
pub fn missed(part: &Part) -> Html {
    let Part { shown, messages, .. } = part;
    let offer = part.share.as_ref().and_then(|share| share.open);
    let again = match (offer, shown.query.country) {
        (Some(offer), _) => Msg::Share(ShareAct::Open(offer)),
        (None, Some(member)) => Msg::Open(shown.code(member)),
        (None, None) => Msg::Again,
    };
    node!("div", "class" = "notice", "part" = "notice", "role" = "alert" => [
        p("", text(&explain(&Failure::Assets, messages))),
        button("button", said(messages, Phrase::retry), again),
    ])
}
