//! The countries that the reader sets side by side: the field `compare`, a country more or less.

use super::choose::{choose, toggle};
use super::derive::derive;
use super::field::Field;
use super::query::COMPARED;
use super::{Effect, Model, Target};
use crate::country::Code;

/// What the reader does with the comparison.
#[derive(Clone, Copy, Debug)]
pub enum Act {
    /// Adds a country, or takes it out.
    Toggle(Code),
    /// Takes a country out, there where they are compared.
    Remove(Code),
    /// Takes all out.
    Clear,
}

/// Takes in what the reader does.
pub fn act(model: &mut Model, act: Act) -> Vec<Effect> {
    let Some(shown) = &model.shown else { return Vec::new() };
    let compared = &shown.query.compare;
    let is_compared = |code| shown.feed.value.member(code).map(|member| compared.contains(&member));
    let (code, target) = match act {
        Act::Toggle(code) => match is_compared(code) {
            None => return Vec::new(),
            Some(false) if compared.len() >= COMPARED => {
                model.refused = Some(code);
                return derive(model);
            }
            Some(_) => (Some(code), None),
        },
        Act::Remove(code) if is_compared(code) != Some(true) => return Vec::new(),
        Act::Remove(code) if compared.len() > 1 => (Some(code), Some(Target::Compare)),
        Act::Remove(_) | Act::Clear => (None, Some(Target::View)),
    };
    let mut effects = match code {
        Some(code) => toggle(model, Field::Compare, code.as_str()),
        None => choose(model, &[(Field::Compare, String::new())]),
    };
    effects.extend(target.map(Effect::Focus));
    effects
}
