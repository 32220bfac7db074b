//! The button that opens what the chosen measure asks for.

use super::opener;
use super::part::Part;
use crate::markup::{Html, node, nothing, said};
use crate::message::Phrase;
use crate::model::menu::Menu;

pub fn draw(part: &Part) -> Html {
    let content = if part.menu == Some(Menu::About) { part.options.0(part) } else { nothing() };
    let opener = opener(part, Menu::About, said(&part.messages, Phrase::about));
    node!("div", "class" = "about" => [opener, content])
}
