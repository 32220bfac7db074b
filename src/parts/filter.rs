//! The filters in force, to be taken off one by one.

use super::part::Part;
use super::{bdi, button, p, pressable};
use crate::markup::{Html, each, node, nothing, said, text};
use crate::message::Phrase;
use crate::model::Msg;
use crate::model::field::Field;
use crate::model::view::Choosable;

/// What is kept, each with a button that takes it off; and, where that leaves nobody, the way out.
pub fn chips(part: &Part) -> Html {
    let Part { shown, messages, .. } = part;
    if shown.view.filters.is_empty() {
        return nothing();
    }
    let label = said(messages, Phrase::filtered);
    let nobody = if shown.view.nobody { p("nobody", said(messages, Phrase::nothing)) } else { nothing() };
    let filtered = (messages, Phrase::filtered);
    node!("div", "class" = "filters", "role" = "group"; "aria-label" = filtered => [
        node!("span", "class" = "choices-label", "aria-hidden" = "true" => label),
        each(&shown.view.filters, &|(field, item)| chip(part, *field, item)),
        button("link", said(messages, Phrase::show_all), Msg::ClearFilters),
        nobody,
    ])
}

fn chip(part: &Part, field: Field, item: &Choosable) -> Html {
    let name = part.messages.fill(Phrase::take_off, &[("filter", &item.label)]);
    let chip = node!("button", "type" = "button", "class" = "chip", "data-kind" = "chip"; "aria-label" = name => [
        bdi(&item.label, item.lang.as_deref()),
        node!("span", "aria-hidden" = "true" => text("×")),
    ]);
    pressable(chip, Msg::Toggle(field, item.id.clone()))
}
