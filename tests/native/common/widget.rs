//! A widget without a page: messages in, effects out.

use super::whole::whole;
use super::{date, messages, read, world};
use policy_explorer::model::chunk::Chunk;
use policy_explorer::model::field::Field;
use policy_explorer::model::fragment;
use policy_explorer::model::query::Ignored;
use policy_explorer::model::{Effect, Model, Msg, update};
use serde_json::Value;
use std::rc::Rc;

/// A widget that shows `whole()`, France and Switzerland and Germany, on the map; all its code is there but that of faults, of which it has none.
pub fn shown() -> Model {
    let mut model = Model::new(date("2026-11-24"), 960.0);
    say(&mut model, Msg::World(Rc::new(world())));
    say(&mut model, Msg::Language(messages("en")));
    for chunk in Chunk::ALL.into_iter().filter(|&chunk| chunk != Chunk::Faults) {
        say(&mut model, Msg::Arrived(chunk));
    }
    say(&mut model, loaded(1, &whole()));
    model
}

/// Says something; what is to be done in answer, the page's address aside: `tests/native/link.rs` looks at that.
pub fn say(model: &mut Model, msg: Msg) -> Vec<Effect> {
    let effects = update(model, msg);
    effects.into_iter().filter(|effect| !matches!(effect, Effect::Link(..))).collect()
}

/// The same; what moves the map is left out of the answer.
pub fn say_aside(model: &mut Model, msg: Msg) -> Vec<Effect> {
    let mut effects = say(model, msg);
    effects.retain(|effect| !matches!(effect, Effect::Tick(_) | Effect::Detail | Effect::Project(_)));
    effects
}

pub fn loaded(number: u32, document: &Value) -> Msg {
    Msg::Loaded(number, Rc::new(read(document)))
}

/// The host sets a field; empty: takes its word back.
pub fn host(field: Field, value: &str) -> Msg {
    Msg::Host(field, (!value.is_empty()).then(|| value.to_owned()))
}

pub fn choose(field: Field, value: &str) -> Msg {
    Msg::Choose(field, value.to_owned())
}

pub fn state(model: &Model, field: Field) -> String {
    let found = model.state().into_iter().find(|entry| entry.0 == field);
    found.expect("every field has a value").1
}

pub fn ignored(field: Field, value: &str) -> Effect {
    Effect::Ignored(Ignored { field, value: value.to_owned() })
}

/// The page's address says this of the reader's choices.
pub fn linked(text: &str) -> Msg {
    Msg::Link(fragment::read(text))
}
