//! The reader's word on the fields.

use super::derive::derive;
use super::field::{self, Field};
use super::{Effect, Model};

/// The reader's word on some fields.
pub fn choose(model: &mut Model, choices: &[(Field, String)]) -> Vec<Effect> {
    let before = model.state();
    model.awaited = None;
    model.refused = None;
    model.chunks.forgive();
    for (field, value) in choices {
        model.layers.reader(*field, value);
    }
    let mut effects = derive(model);
    if model.state() != before {
        effects.push(Effect::Changed);
    }
    effects
}

/// A field that is a list with a word added, or without it if it has it.
pub fn toggled(model: &Model, field: Field, word: &str) -> String {
    let before = model.field(field);
    let mut words = String::new();
    for other in before.split_whitespace().filter(|other| *other != word) {
        field::append(&mut words, other);
    }
    if !before.split_whitespace().any(|other| other == word) {
        field::append(&mut words, word);
    }
    words
}
