//! Finds a country by any of its names: a combobox after the pattern of the WAI-ARIA Authoring Practices, with
//! the text in a field of its own and the list below it. In the table the field narrows the rows.

use super::super::app::Part;
use super::{bdi, p, span, tile};
use crate::message::Phrase;
use crate::model::query::ViewKind;
use crate::model::search::{Act, Search};
use crate::model::view::explain;
use crate::model::{Failure, Msg};
use crate::scene::class::{class, label};
use crate::search::Found;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// How many of those found are listed.
const LISTED: usize = 8;

/// The field alone, until what lists is here.
pub fn waiting(part: &Part) -> Html {
    field(part, Callback::noop(), 0, Html::default())
}

/// The field, and that what lists did not come; the next letter asks for it again.
pub fn missed(part: &Part) -> Html {
    let reason = explain(&Failure::Assets, &part.messages);
    let open = part.search.as_ref().is_some_and(|(search, _)| search.open);
    let below = html! { if open { <div class="found"><p role="alert">{ reason }</p></div> } };
    field(part, Callback::noop(), 0, below)
}

/// The field with its list.
pub fn draw(part: &Part) -> Html {
    let Some((search, _)) = &part.search else { return Html::default() };
    let text = search.shown(&part.shown);
    let lists = !text.is_empty() && part.shown.query.view != ViewKind::Table;
    let found = if lists { part.shown.found(&part.messages, &text) } else { Vec::new() };
    let listed = &found[..found.len().min(LISTED)];
    let shown = if search.open { listed.len() } else { 0 };
    let count = if search.open { count(part, search, found.len()) } else { String::new() };
    let below = html! {
        <>
            <p role="status" class="sr">{ &count }</p>
            if search.open { { below(part, search, &count, listed) } }
        </>
    };
    field(part, keys(part, listed.to_vec()), shown, below)
}

/// The text and what is below it; `listed` options are shown there.
fn field(part: &Part, onkeydown: Callback<KeyboardEvent>, listed: usize, below: Html) -> Html {
    let Part { shown, messages, dispatch, .. } = part;
    let Some((search, _)) = &part.search else { return Html::default() };
    let is_table = shown.query.view == ViewKind::Table;
    let label = messages.say(if is_table { Phrase::find_rows } else { Phrase::find }).to_owned();
    let has_list = |value: &'static str| (!is_table).then_some(value);
    let expanded = if listed > 0 { "true" } else { "false" };
    let oninput = dispatch.reform(|event: InputEvent| {
        Msg::Search(Act::Type(event.target_unchecked_into::<HtmlInputElement>().value()))
    });
    html! {
        <div class="search" part="search">
            <input
                type="text"
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                enterkeyhint="search"
                role={has_list("combobox")}
                aria-autocomplete={has_list("list")}
                aria-expanded={has_list(expanded)}
                aria-controls={has_list("found")}
                aria-activedescendant={search.active.filter(|&place| place < listed).map(option_id)}
                aria-label={label.clone()}
                placeholder={label}
                value={search.shown(shown)}
                {oninput}
                {onkeydown}
                onfocus={dispatch.reform(|_: FocusEvent| Msg::Search(Act::Focus))}
                onblur={dispatch.reform(|_: FocusEvent| Msg::Search(Act::Close))}
            />
            { below }
        </div>
    }
}

fn option_id(place: usize) -> String {
    format!("found-{place}")
}

/// What the keys mean in the field, with those listed below it.
fn keys(part: &Part, listed: Vec<Found>) -> Callback<KeyboardEvent> {
    let Some((search, _)) = part.search.clone() else { return Callback::noop() };
    super::sometimes(&part.dispatch, move |event: KeyboardEvent| {
        let act = keyed(&search, &listed, &event)?;
        // Home, End and the arrows along the line move the cursor as ever.
        if !matches!(act, Act::Go(None)) || event.key().starts_with("Arrow") {
            event.prevent_default();
        }
        Some(Msg::Search(act))
    })
}

fn keyed(search: &Search, listed: &[Found], event: &KeyboardEvent) -> Option<Act> {
    let last = listed.len().checked_sub(1);
    match (event.key().as_str(), search.active) {
        ("Escape", _) if search.open => Some(Act::Close),
        ("Escape", _) => Some(Act::Clear),
        ("ArrowDown", None) => last.map(|_| Act::Go(Some(0))),
        ("ArrowDown", Some(place)) => Some(Act::Go(Some(place + 1).filter(|&next| Some(next) <= last))),
        ("ArrowUp", None) => last.map(|last| Act::Go(Some(last))),
        ("ArrowUp", Some(place)) => Some(Act::Go(place.checked_sub(1))),
        ("Enter", active) if search.open => Some(Act::Choose(listed.get(active.unwrap_or(0))?.member)),
        ("Home" | "End" | "ArrowLeft" | "ArrowRight", Some(_)) => Some(Act::Go(None)),
        _ => None,
    }
}

/// How many are found, or that nobody is.
fn count(part: &Part, search: &Search, found: usize) -> String {
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
fn below(part: &Part, search: &Search, count: &str, listed: &[Found]) -> Html {
    let Part { messages, dispatch, .. } = part;
    let options = listed.iter().enumerate().map(|(place, found)| option(part, search, place, found));
    let clear = dispatch.reform(|_: MouseEvent| Msg::Search(Act::Clear));
    html! {
        // A press must not take the focus out of the field, which would put the list away.
        <div class="found" onmousedown={|event: MouseEvent| event.prevent_default()}>
            if listed.is_empty() {
                { p("", bdi(count, None)) }
                <button type="button" data-kind="button" onclick={clear}>{ messages.say(Phrase::clear) }</button>
            } else {
                <ul id="found" role="listbox" aria-label={messages.say(Phrase::find).to_owned()}>{ for options }</ul>
                <p aria-hidden="true">{ count }</p>
            }
        </div>
    }
}

fn option(part: &Part, search: &Search, place: usize, found: &Found) -> Html {
    let Part { shown, messages, dispatch, .. } = part;
    let (feed, survey, member) = (&shown.feed.value, &shown.view.survey, found.member);
    let status = survey.status(member);
    let selected = if search.active == Some(place) { "true" } else { "false" };
    let onclick = dispatch.reform(move |_: MouseEvent| Msg::Search(Act::Choose(member)));
    html! {
        <li
            key={place}
            id={option_id(place)}
            role="option"
            aria-selected={selected}
            data-country={feed[member].code.to_string()}
            {onclick}
        >
            { tile(&class(feed, messages, survey.topic, status)) }
            <span>
                { bdi(shown.names.of(member), None) }
                { for found.other.iter().map(|other| span("other", html! { <>{ " " }{ bdi(other, None) }</> })) }
            </span>
            { span("dating", bdi(&label(feed, messages, status), None)) }
        </li>
    }
}
