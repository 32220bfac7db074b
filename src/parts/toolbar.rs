//! How to look, at what, and at whom: three questions. Each has a button that opens its choices; where there is room, the
//! style sheet shows the choices of view and measure, and the search, without it.

use super::part::Part;
use super::{clause, filter, opener, span, tab, tabs, words};
use crate::markup::{Html, list, node, nodes, nothing, said, text};
use crate::message::Phrase;
use crate::model::Msg;
use crate::model::field::Field;
use crate::model::menu::Menu;
use crate::model::query::ViewKind;
use crate::model::view::Choice;

pub fn draw(part: &Part) -> Html {
    node!("div", "class" = "toolbar", "part" = "toolbar" => [
        views(part),
        measures(part),
        countries(part),
        filter::chips(part),
    ])
}

fn views(part: &Part) -> Html {
    let now = part.shown.query.view;
    let mut views = Vec::new();
    for (kind, value) in ViewKind::NAMES {
        views.push(tab(said(&part.messages, phrase(kind)), now == kind, choose(Field::View, value)));
    }
    choices(part, (Menu::View, Phrase::view), said(&part.messages, phrase(now)), views, false)
}

fn measures(part: &Part) -> Html {
    let choices = &part.shown.view.choices;
    // One measure is no choice beside all of them.
    if choices.len() < 3 {
        return nothing();
    }
    let (mut now, mut measures, mut letters) = (nothing(), Vec::new(), 0);
    for choice in choices {
        letters += choice.label.text.len();
        if choice.chosen {
            now = label(choice);
        }
        measures.push(tab(label(choice), choice.chosen, choose(Field::Measure, &choice.id)));
    }
    self::choices(part, (Menu::Measure, Phrase::measure), now, measures, letters <= TABS)
}

/// Labels of so many bytes stand beside each other where there is room, in two lines at most; more wait behind the button.
const TABS: usize = 160;

#[inline(never)]
fn label(choice: &Choice) -> Html {
    nodes![clause(choice.clause.as_ref()), words(&choice.label)]
}

/// The button that says what is chosen, and the choices.
fn choices(part: &Part, (menu, name): (Menu, Phrase), now: Html, choices: Vec<Html>, flat: bool) -> Html {
    let name = part.messages.say(name);
    let label = nodes![span("sr", text(&part.messages.labelled(name, ""))), span("now", now)];
    set(part, menu, nodes![opener(part, menu, label), tabs(name, list(choices))], flat)
}

/// A set of choices with its button.
fn set(part: &Part, menu: Menu, content: Html, flat: bool) -> Html {
    let (open, flat) = ((part.menu == Some(menu)).then_some(""), flat.then_some(""));
    node!(
        "div", "class" = "choice";
        "data-choice" = menu.name(), "data-open" = open, "data-flat" = flat
        => content
    )
}

fn countries(part: &Part) -> Html {
    let menu = Menu::Countries;
    let opener = opener(part, menu, said(&part.messages, Phrase::countries));
    let search = part.search.as_ref().map_or_else(nothing, |(_, draw)| draw.0(part));
    let filter = if part.menu == Some(menu) { part.options.0(part) } else { nothing() };
    set(part, menu, nodes![opener, search, filter], false)
}

/// What a view is called.
pub fn phrase(view: ViewKind) -> Phrase {
    match view {
        ViewKind::Map => Phrase::view_map,
        ViewKind::Table => Phrase::view_table,
        ViewKind::Trend => Phrase::view_trend,
        ViewKind::Changes => Phrase::view_changes,
    }
}

/// The reader chooses a value.
pub fn choose(field: Field, value: &str) -> Msg {
    Msg::Choose(field, value.to_owned())
}
