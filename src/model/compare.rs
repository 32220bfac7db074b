//! The countries that the reader sets side by side: the field `compare`, a country more or less.

use super::derive::derive;
use super::field::Field;
use super::query::COMPARED;
use super::update::{choose, toggle};
use super::{Effect, Model, Target};
use crate::feed::MemberIndex;

/// What the reader does with the comparison.
#[derive(Clone, Copy, Debug)]
pub enum Act {
    /// Adds a country, or takes it out.
    Toggle(MemberIndex),
    /// Takes a country out, there where they are compared.
    Remove(MemberIndex),
    /// Takes all out.
    Clear,
}

/// Takes in what the reader does.
pub fn act(model: &mut Model, act: Act) -> Vec<Effect> {
    let Some(shown) = &model.shown else { return Vec::new() };
    let compared = &shown.query.compare;
    let (member, target) = match act {
        Act::Toggle(member) if compared.len() >= COMPARED && !compared.contains(&member) => {
            model.refused = Some(member);
            return derive(model);
        }
        Act::Toggle(member) => (Some(member), None),
        Act::Remove(member) if compared.len() > 1 => (Some(member), Some(Target::Compare)),
        Act::Remove(_) | Act::Clear => (None, Some(Target::View)),
    };
    let code = member.map(|member| shown.feed.value[member].code);
    let mut effects = match code {
        Some(code) => toggle(model, Field::Compare, code.as_str()),
        None => choose(model, &[(Field::Compare, String::new())]),
    };
    effects.extend(target.map(Effect::Focus));
    effects
}
