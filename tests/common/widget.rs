//! A widget without a page: messages in, effects out.

use super::whole::whole;
use super::{date, messages, read, world};
use policy_explorer::model::chunk::Chunk;
use policy_explorer::model::field::Field;
use policy_explorer::model::query::Ignored;
use policy_explorer::model::{Effect, Model, Msg, update};
use serde_json::Value;
use std::rc::Rc;

/// A widget that shows `whole()`, France and Switzerland and Germany, on the map; all its code is there.
pub fn shown() -> Model {
    let mut model = Model::new(date("2026-11-24"), 960.0);
    say(&mut model, Msg::World(Rc::new(world())));
    say(&mut model, Msg::Language(messages("en")));
    say(&mut model, Msg::Arrived(Chunk::Profile));
    say(&mut model, Msg::Arrived(Chunk::Table));
    say(&mut model, loaded(1, &whole()));
    model
}

pub fn say(model: &mut Model, msg: Msg) -> Vec<Effect> {
    update(model, msg)
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
