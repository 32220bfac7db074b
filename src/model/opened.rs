//! The profile that is open: what opening and closing it means for fields, map and focus.

use super::camera;
use super::choose::choose;
use super::chunk::{Arrival, Chunk};
use super::field::Field;
use super::view::Main;
use super::{Effect, Model, Target, Typed};
use crate::country::Code;

/// Whether the present feed has a country: a message may have been made for another one.
pub fn has(model: &Model, code: Code) -> bool {
    model.feed.as_ref().is_some_and(|feed| feed.value.member(code).is_some())
}

pub fn open(model: &mut Model, code: Code) -> Vec<Effect> {
    if !has(model, code) {
        return Vec::new();
    }
    model.current = Some(code);
    let country = (Field::Country, code.to_string());
    let choices: Vec<_> = camera::choice_on_open(model).into_iter().chain([country]).collect();
    show(model, &choices)
}

/// Opens the profile of what is chosen.
pub fn show(model: &mut Model, choices: &[(Field, String)]) -> Vec<Effect> {
    model.spot = None;
    model.typed = Typed::default();
    let mut effects = choose(model, choices);
    effects.extend(enter(model));
    effects
}

pub fn close(model: &mut Model) -> Vec<Effect> {
    let Some(code) = model.opened() else {
        model.spot = None;
        return Vec::new();
    };
    let country = (Field::Country, String::new());
    let choices: Vec<_> = camera::choice_on_close(model).into_iter().chain([country]).collect();
    let mut effects = choose(model, &choices);
    effects.push(leave(model, code));
    effects
}

/// The focus goes to the profile, as soon as that is here.
pub fn enter(model: &mut Model) -> Option<Effect> {
    let is_here = model.chunks.of(Chunk::Profile) == Arrival::Here;
    model.awaited = (!is_here).then_some(Target::Profile);
    is_here.then_some(Effect::Focus(Target::Profile))
}

/// The focus goes from a profile that is closed to its country.
pub fn leave(model: &Model, code: Code) -> Effect {
    Effect::Focus(if is_reachable(model, code) { Target::Member(code) } else { Target::View })
}

/// Whether the view shown has something of the member that takes the focus.
fn is_reachable(model: &Model, code: Code) -> bool {
    let Some(shown) = &model.shown else { return false };
    match shown.view.main {
        Main::Map => shown.scene.as_ref().is_some_and(|scene| scene.item(code).is_some()),
        Main::Later(_) => shown.feed.value.member(code).is_some_and(|member| shown.view.survey.shows(member)),
    }
}
