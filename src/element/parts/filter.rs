//! Whom to look at: the regions and groups to keep, and what is kept now, to be taken off one by one.

use super::super::app::Part;
use super::super::node::{each, heard, node, nothing, said, text};
use super::{Pressed, bdi, button, choice, p, span, toggle};
use crate::message::Phrase;
use crate::model::field::Field;
use crate::model::view::Choosable;
use yew::prelude::*;

/// The regions and groups of the feed, behind a word that opens them.
pub fn draw(part: &Part) -> Html {
    let Part { shown, messages, .. } = part;
    let (regions, groups) = (&shown.view.regions, &shown.view.groups);
    if regions.is_empty() && groups.is_empty() {
        return nothing();
    }
    node!("details", "class" = "filter" => [
        node!("summary" => said(messages, Phrase::filter)),
        choices(part, Phrase::regions, Field::Region, regions),
        choices(part, Phrase::groups, Field::Group, groups),
    ])
}

fn choices(part: &Part, label: Phrase, field: Field, items: &[Choosable]) -> Html {
    if items.is_empty() {
        return nothing();
    }
    node!("div", "class" = "choices", "role" = "group"; "aria-label" = (&part.messages, label) => [
        span("choices-label", said(&part.messages, label)),
        each(items, &|item| choice(part, bdi(&item.label, item.lang.as_deref()), item.chosen, field, &item.id)),
    ])
}

/// What is kept, each with a button that takes it off; and, where that leaves nobody, the way out.
pub fn chips(part: &Part) -> Html {
    let Part { shown, messages, dispatch, .. } = part;
    if shown.view.filters.is_empty() {
        return nothing();
    }
    let label = said(messages, Phrase::filtered);
    let nobody = if shown.view.nobody { p("nobody", said(messages, Phrase::nothing)) } else { nothing() };
    let filtered = (messages, Phrase::filtered);
    node!("div", "class" = "filters", "role" = "group"; "aria-label" = filtered => [
        node!("span", "class" = "choices-label", "aria-hidden" = "true" => label),
        each(&shown.view.filters, &|(field, item)| chip(part, *field, item)),
        button("link", said(messages, Phrase::show_all), dispatch, Pressed::ClearFilters),
        nobody,
    ])
}

fn chip(part: &Part, field: Field, item: &Choosable) -> Html {
    let name = part.messages.fill(Phrase::take_off, &[("filter", &item.label)]);
    let chip = node!("button", "type" = "button", "class" = "chip", "data-kind" = "chip"; "aria-label" = name => [
        bdi(&item.label, item.lang.as_deref()),
        node!("span", "aria-hidden" = "true" => text("×")),
    ]);
    heard(vec![toggle(part, field, &item.id)], chip)
}
