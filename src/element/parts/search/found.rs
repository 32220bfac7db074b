//! What the search lists below its field.

use super::super::super::app::Part;
use super::super::{bdi, span, tile, whether, words};
use super::option_id;
use crate::message::Phrase;
use crate::model::Msg;
use crate::model::search::{Act, Search};
use crate::scene::class::class_of;
use crate::search::Found;
use yew::prelude::*;

/// How many of those found are listed.
pub(super) const LISTED: usize = 8;

/// How many are found, or that nobody is.
pub(super) fn count(part: &Part, search: &Search, found: usize) -> String {
    let messages = &part.messages;
    if found == 0 {
        return messages.fill(Phrase::found_none, &[("text", search.text.trim())]);
    }
    let count = messages.count(Phrase::found, found, &[]);
    if found <= LISTED {
        return count;
    }
    format!("{count}. {}", messages.fill(Phrase::found_more, &[("shown", &messages.number(LISTED))]))
}

/// The list, or that nobody is found, with the way out.
pub(super) fn below(part: &Part, search: &Search, count: &str, listed: &[Found]) -> Html {
    let Part { messages, dispatch, .. } = part;
    let options = listed.iter().enumerate().map(|(place, found)| option(part, search, place, found));
    let clear = dispatch.reform(|_: MouseEvent| Msg::Search(Act::Clear));
    html! {
        // A press must not take the focus out of the field, which would put the list away.
        <div class="found" onmousedown={|event: MouseEvent| event.prevent_default()}>
            if listed.is_empty() {
                <p data-say="">{ bdi(count, None) }</p>
                <button type="button" data-kind="button" onclick={clear}>{ messages.say(Phrase::clear) }</button>
            } else {
                <ul id="found" role="listbox" aria-label={messages.say(Phrase::find).to_owned()}>{ for options }</ul>
                <p data-say="">{ count }</p>
            }
        </div>
    }
}

fn option(part: &Part, search: &Search, place: usize, found: &Found) -> Html {
    let Part { shown, messages, dispatch, .. } = part;
    let (feed, survey, member) = (&shown.feed.value, &shown.view.survey, found.member);
    let class = class_of(feed, messages, survey.topic, member, survey.clock);
    let code = shown.code(member);
    let selected = whether(search.active == Some(code));
    let onclick = dispatch.reform(move |_: MouseEvent| Msg::Search(Act::Choose(code)));
    html! {
        <li
            key={place}
            id={option_id(place)}
            role="option"
            aria-selected={selected}
            data-country={code.to_string()}
            {onclick}
        >
            { tile(&class) }
            <span>
                { words(&shown.names.words(feed, messages, member)) }
                { for found.other.iter().map(|other| span("other", html! { <>{ " " }{ bdi(other, None) }</> })) }
            </span>
            { span("dating", bdi(&class.label, class.lang.as_deref())) }
        </li>
    }
}
