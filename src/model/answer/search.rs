//! Takes in what the reader types to find a country, and the choice of one.

use super::Next;
use crate::model::chunk::Chunk;
use crate::model::field::Field;
use crate::model::query::ViewKind;
use crate::model::search::{Search, SearchAct};
use crate::model::{Effect, Model, Target};
use std::rc::Rc;

/// Takes in what the reader does.
pub fn act(model: &mut Model, act: SearchAct) -> (Next, Vec<Effect>) {
    let search = Rc::make_mut(&mut model.search);
    match act {
        SearchAct::Focus => return (Next::Nothing, ask(model)),
        SearchAct::Type(text) => return write(model, text),
        SearchAct::Clear => {
            let (next, mut effects) = write(model, String::new());
            effects.push(Effect::Focus(Target::Search));
            return (next, effects);
        }
        SearchAct::Go(active) => {
            search.active = active;
            search.open = true;
        }
        SearchAct::Close => {
            search.active = None;
            search.open = false;
        }
        SearchAct::Choose(code) => {
            let is_there = model.feed.as_ref().is_some_and(|feed| feed.value.member(code).is_some());
            if is_there {
                *search = Search::default();
                return (Next::Open(code), Vec::new());
            }
            search.active = None;
        }
    }
    (Next::Nothing, Vec::new())
}

fn write(model: &mut Model, text: String) -> (Next, Vec<Effect>) {
    let is_table = model.shown.as_ref().is_some_and(|shown| shown.query.view == ViewKind::Table);
    let open = !is_table && !text.is_empty();
    model.search = Rc::new(Search { text: text.clone(), open, active: None });
    let next = if is_table { Next::Choose(vec![(Field::Find, text)]) } else { Next::Nothing };
    (next, ask(model))
}

/// Asks for the code, also after it failed to load.
fn ask(model: &mut Model) -> Vec<Effect> {
    model.chunks.forgive();
    let asks = model.chunks.ask(Chunk::Search);
    asks.then_some(Effect::Fetch(Chunk::Search)).into_iter().collect()
}
