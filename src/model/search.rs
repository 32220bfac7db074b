//! What the reader types to find a country, and what comes of it. In the table the text narrows the rows and is
//! the field `find`; elsewhere it opens a list to choose from. Who is found is worked out where it is drawn.

use super::choose::choose;
use super::chunk::Chunk;
use super::field::Field;
use super::opened::open;
use super::query::ViewKind;
use super::{Effect, Model, Shown, Target};
use crate::country::Code;
use std::rc::Rc;

/// The text and the list below it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Search {
    /// What was typed, as it was typed.
    pub text: String,
    /// Whether the list is open.
    pub open: bool,
    /// The country in the list that the arrow keys have come to.
    pub active: Option<Code>,
}

/// What the reader does with the search.
#[derive(Clone, Debug)]
pub enum Act {
    /// Comes to it.
    Focus,
    /// Types; this is the whole text now.
    Type(String),
    /// Goes to a country in the list, or back to the text.
    Go(Option<Code>),
    /// Puts the list away.
    Close,
    /// Takes the text away.
    Clear,
    /// Chooses a country.
    Choose(Code),
}

impl Search {
    /// What the search shows as its text: in the table what the rows are narrowed to, with the spaces at its
    /// end that the reader has just typed.
    pub fn shown(&self, shown: &Shown) -> String {
        let find = &shown.query.find;
        let own = shown.query.view != ViewKind::Table || self.text.trim() == find;
        if own { self.text.clone() } else { find.clone() }
    }
}

/// Takes in what the reader does.
pub fn act(model: &mut Model, act: Act) -> Vec<Effect> {
    let search = Rc::make_mut(&mut model.search);
    match act {
        Act::Focus => return ask(model),
        Act::Type(text) => return write(model, text),
        Act::Clear => {
            let mut effects = write(model, String::new());
            effects.push(Effect::Focus(Target::Search));
            return effects;
        }
        Act::Go(active) => {
            search.active = active;
            search.open = true;
        }
        Act::Close => {
            search.active = None;
            search.open = false;
        }
        Act::Choose(code) => {
            let is_there = model.feed.as_ref().is_some_and(|feed| feed.value.member(code).is_some());
            if is_there {
                *search = Search::default();
                return open(model, code);
            }
            search.active = None;
        }
    }
    Vec::new()
}

fn write(model: &mut Model, text: String) -> Vec<Effect> {
    let is_table = model.shown.as_ref().is_some_and(|shown| shown.query.view == ViewKind::Table);
    let open = !is_table && !text.is_empty();
    model.search = Rc::new(Search { text: text.clone(), open, active: None });
    let mut effects = ask(model);
    if is_table {
        effects.extend(choose(model, &[(Field::Find, text)]));
    }
    effects
}

/// Asks for the code, also where it did not come before.
fn ask(model: &mut Model) -> Vec<Effect> {
    model.chunks.forgive();
    let asks = model.chunks.ask(Chunk::Search);
    asks.then_some(Effect::Fetch(Chunk::Search)).into_iter().collect()
}
