//! Adds countries to the comparison and removes them.

use super::Next;
use crate::model::choose::toggled;
use crate::model::compare::CompareAct;
use crate::model::field::Field;
use crate::model::query::COMPARED;
use crate::model::{Effect, Model, Target};

/// Takes in what the reader does.
pub fn act(model: &mut Model, act: CompareAct) -> (Next, Vec<Effect>) {
    let nothing = (Next::Nothing, Vec::new());
    let Some(shown) = &model.shown else { return nothing };
    let compared = &shown.query.compare;
    let is_compared = |code| shown.feed.value.member(code).map(|member| compared.contains(&member));
    let (code, target) = match act {
        CompareAct::Toggle(code) => match is_compared(code) {
            None => return nothing,
            Some(false) if compared.len() >= COMPARED => {
                model.refused = Some(code);
                return (Next::Derive, Vec::new());
            }
            Some(_) => (Some(code), None),
        },
        CompareAct::Remove(code) if is_compared(code) != Some(true) => return nothing,
        CompareAct::Remove(code) if compared.len() > 1 => (Some(code), Some(Target::Compare)),
        CompareAct::Remove(_) | CompareAct::Clear => (None, Some(Target::View)),
    };
    let left = code.map(|code| toggled(model, Field::Compare, code.as_str())).unwrap_or_default();
    (Next::Choose(vec![(Field::Compare, left)]), target.map(Effect::Focus).into_iter().collect())
}
