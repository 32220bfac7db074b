//! Finds a country by any of its names: a combobox after the pattern of the WAI-ARIA Authoring Practices, with
//! the text in a field of its own and the list below it. In the table the field narrows the rows.

use super::super::app::Part;
use super::super::event;
use super::super::node::{On, filled, heard, listener, node, nothing, text};
use super::{sometimes, whether};
use crate::country::Code;
use crate::message::Phrase;
use crate::model::query::ViewKind;
use crate::model::search::{Act, Search};
use crate::model::view::explain;
use crate::model::{Failure, Msg};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};
use yew::prelude::*;

mod found;

use found::{LISTED, below, count};

/// The field alone, until what lists is here. Yew goes on with the same node when it is.
pub fn waiting(part: &Part) -> Html {
    plain(part, "")
}

/// The field, and that what lists did not come; the next letter asks for it again.
pub fn missed(part: &Part) -> Html {
    plain(part, &explain(&Failure::Assets, &part.messages))
}

fn plain(part: &Part, reason: &str) -> Html {
    let Some((search, _)) = &part.search else { return nothing() };
    let field = node!(
        "input", "type" = "text";
        "role" = has_list(part, "combobox"),
        "aria-expanded" = has_list(part, "false"),
        "aria-label" = name(part),
        "placeholder" = name(part)
    );
    let listeners = vec![
        listener(On::Input, &part.dispatch, |event| Some(typed(event))),
        listener(On::Focus, &part.dispatch, |_| Some(Msg::Search(Act::Focus))),
    ];
    let field = filled(Some(search.shown(&part.shown)), heard(listeners, field));
    let below = if search.open && !reason.is_empty() {
        node!("div", "class" = "found" => node!("p", "role" = "alert" => text(reason)))
    } else {
        nothing()
    };
    let name = name(part);
    node!("div", "class" = "search", "part" = "search", "role" = "search"; "aria-label" = name => [field, below])
}

/// The field with its list.
pub fn draw(part: &Part) -> Html {
    let Some((search, _)) = &part.search else { return Html::default() };
    let text = search.shown(&part.shown);
    let lists = !text.is_empty() && part.shown.query.view != ViewKind::Table;
    let found = if lists { part.shown.found(&part.messages, &text) } else { Vec::new() };
    let listed = &found[..found.len().min(LISTED)];
    let codes: Vec<Code> = listed.iter().map(|found| part.shown.code(found.member)).collect();
    let shown = if search.open { &codes[..] } else { &[] };
    let count = if search.open { count(part, search, found.len()) } else { String::new() };
    let below = if search.open { below(part, search, &count, listed) } else { Html::default() };
    field(part, keys(part, codes.clone()), shown, below)
}

/// The text and what is below it, where those `listed` are shown.
fn field(part: &Part, onkeydown: Callback<KeyboardEvent>, listed: &[Code], below: Html) -> Html {
    let Part { shown, dispatch, .. } = part;
    let Some((search, _)) = &part.search else { return Html::default() };
    let expanded = whether(!listed.is_empty());
    let active = place(search, listed);
    let oninput = typing(part);
    html! {
        <div class="search" part="search" role="search" aria-label={name(part)} onfocusout={sometimes(dispatch, left)}>
            <input
                type="text"
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                enterkeyhint="search"
                role={has_list(part, "combobox")}
                aria-autocomplete={has_list(part, "list")}
                aria-expanded={has_list(part, expanded)}
                aria-controls={has_list(part, "found")}
                aria-activedescendant={active.map(option_id)}
                aria-label={name(part)}
                placeholder={name(part)}
                value={search.shown(shown)}
                {oninput}
                {onkeydown}
            />
            { below }
        </div>
    }
}

/// An attribute of the field where it has a list.
fn has_list(part: &Part, value: &'static str) -> Option<&'static str> {
    (part.shown.query.view != ViewKind::Table).then_some(value)
}

/// What the field is for.
fn name(part: &Part) -> String {
    let is_table = part.shown.query.view == ViewKind::Table;
    part.messages.say(if is_table { Phrase::find_rows } else { Phrase::find }).to_owned()
}

fn typing(part: &Part) -> Callback<InputEvent> {
    part.dispatch.reform(|event: InputEvent| typed(&event))
}

fn typed(event: &Event) -> Msg {
    Msg::Search(Act::Type(event.target_unchecked_into::<HtmlInputElement>().value()))
}

/// The focus leaves the search; not where it goes from the field to the button below.
fn left(event: FocusEvent) -> Option<Msg> {
    let next = event.related_target().and_then(|next| next.dyn_into::<Element>().ok());
    let stays = next.is_some_and(|next| matches!(next.closest(".search"), Ok(Some(_))));
    (!stays).then_some(Msg::Search(Act::Close))
}

fn option_id(place: usize) -> String {
    format!("found-{place}")
}

/// What the keys mean in the field, with those listed below it.
fn keys(part: &Part, listed: Vec<Code>) -> Callback<KeyboardEvent> {
    let Some((search, _)) = part.search.clone() else { return Callback::noop() };
    sometimes(&part.dispatch, move |event: KeyboardEvent| {
        // An input method's own keys, also the last one in WebKit, which comes after the composition (its code is 229).
        if event.is_composing() || event.key_code() == 229 {
            return None;
        }
        let act = keyed(&search, &listed, &event)?;
        if !ALONG.contains(&event::key(&event).as_str()) {
            event.prevent_default();
        }
        Some(Msg::Search(act))
    })
}

/// The keys that move the cursor along the text, as ever.
const ALONG: [&str; 4] = ["Home", "End", "ArrowLeft", "ArrowRight"];

fn keyed(search: &Search, listed: &[Code], event: &KeyboardEvent) -> Option<Act> {
    let at = |place: usize| listed.get(place).copied();
    match (event::key(event).as_str(), place(search, listed)) {
        ("ArrowDown", None) => at(0).map(|first| Act::Go(Some(first))),
        ("ArrowDown", Some(place)) => Some(Act::Go(at(place + 1))),
        ("ArrowUp", None) => listed.last().map(|&last| Act::Go(Some(last))),
        ("ArrowUp", Some(place)) => Some(Act::Go(place.checked_sub(1).and_then(at))),
        // What the reader has come to is chosen, also where a newer feed has just taken it off the list.
        ("Enter", _) if search.open => Some(Act::Choose(search.active.or(at(0))?)),
        (key, Some(_)) if ALONG.contains(&key) => Some(Act::Go(None)),
        _ => None,
    }
}

/// Where in the list the arrow keys have come to.
fn place(search: &Search, listed: &[Code]) -> Option<usize> {
    listed.iter().position(|&code| Some(code) == search.active)
}
