//! Finds a country by any of its names: a combobox after the pattern of the WAI-ARIA Authoring Practices, with
//! the text in a field of its own and the list below it. In the table the field narrows the rows.

use super::part::Part;
use super::whether;
use crate::country::Code;
use crate::markup::hears::Listed;
use crate::markup::{Hears, Html, On, filled, heard, node, nothing, text};
use crate::message::Phrase;
use crate::model::query::ViewKind;
use crate::model::search::{Search, SearchAct};
use crate::model::view::explain;
use crate::model::{Failure, Msg};
use std::rc::Rc;

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
    let hears = vec![(On::Input, Hears::Typed), (On::Focus, Hears::Means(Msg::Search(SearchAct::Focus)))];
    let field = filled(Some(search.shown(&part.shown)), heard(hears, field));
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
    let Some((search, _)) = &part.search else { return nothing() };
    let text = search.shown(&part.shown);
    let lists = !text.is_empty() && part.shown.query.view != ViewKind::Table;
    let found = if lists { part.shown.found(&part.messages, &text) } else { Vec::new() };
    let found_first = &found[..found.len().min(LISTED)];
    let codes: Vec<Code> = found_first.iter().map(|found| part.shown.code(found.member)).collect();
    let below = if search.open {
        below(part, search, &count(part, search, found.len()), found_first)
    } else {
        nothing()
    };
    field(part, search, Listed { codes, open: search.open, active: search.active }, below)
}

/// The text and what is below it.
fn field(part: &Part, search: &Search, listed: Listed, below: Html) -> Html {
    let active = listed.index().filter(|_| listed.open);
    let field = node!(
        "input",
        "type" = "text",
        "autocomplete" = "off",
        "autocapitalize" = "off",
        "spellcheck" = "false",
        "enterkeyhint" = "search";
        "role" = has_list(part, "combobox"),
        "aria-autocomplete" = has_list(part, "list"),
        "aria-expanded" = has_list(part, whether(listed.open && !listed.codes.is_empty())),
        "aria-controls" = has_list(part, "found"),
        "aria-activedescendant" = active.map(option_id),
        "aria-label" = name(part),
        "placeholder" = name(part)
    );
    let hears = vec![(On::Input, Hears::Typed), (On::KeyDown, Hears::Keys(Rc::new(listed)))];
    let field = filled(Some(search.shown(&part.shown)), heard(hears, field));
    let search = node!(
        "div", "class" = "search", "part" = "search", "role" = "search"; "aria-label" = name(part)
        => [field, below]
    );
    heard(vec![(On::FocusOut, Hears::Left)], search)
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

fn option_id(place: usize) -> String {
    format!("found-{place}")
}
