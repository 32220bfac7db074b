//! Going over the map by keyboard: by direction, by name, by status, by typing a name.

use super::{MapStep, Model, Order};
use crate::country::Code;
use crate::scene::map::MapScene;
use crate::scene::pick;
use crate::world::Form;

/// The map, where that is what is shown.
pub fn scene(model: &Model) -> Option<&MapScene> {
    model.shown.as_ref()?.scene.as_deref()
}

/// Whether a member can be gone to; where no map is shown, any can.
pub fn has_item(model: &Model, code: Code) -> bool {
    let Some(shown) = &model.shown else { return false };
    shown.feed.value.member(code).is_some() && scene(model).is_none_or(|scene| scene.item(code).is_some())
}

/// The member that a step leads to.
pub fn walk(model: &Model, step: MapStep) -> Option<Code> {
    match step {
        MapStep::First | MapStep::Last => by_name(model, step),
        MapStep::Next(order) | MapStep::Back(order) => along(model, order, step),
        MapStep::To(direction) => {
            let scene = scene(model)?;
            // A globe has a far side: one walks over it as over the map.
            match (&model.world.as_deref()?.form, model.sight.overview()) {
                (Form::Globe(_), Some(map)) => {
                    pick::next(&scene.placed(map, model.drawn, 1.0), model.current?, direction)
                }
                _ => pick::next(scene, model.current?, direction),
            }
        }
    }
}

/// The neighbour in an order. `None` at its ends.
fn along(model: &Model, order: Order, step: MapStep) -> Option<Code> {
    let (scene, shown) = (scene(model)?, model.shown.as_ref()?);
    let names = shown.names.order();
    let rank = |index: usize| {
        let item = scene.item(shown.code(names[index]))?;
        if order != Order::Status {
            return Some(index);
        }
        let class = shown.view.legend.iter().position(|entry| entry.shade == item.shade)?;
        Some(class * names.len() + index)
    };
    let here = rank(names.iter().position(|&member| Some(shown.code(member)) == model.current)?)?;
    // What lies the other way is farther than anything that lies ahead.
    let (mut nearest, mut found) = (usize::MAX / 2, None);
    for (index, &member) in names.iter().enumerate() {
        let Some(rank) = rank(index) else { continue };
        let back = matches!(step, MapStep::Back(_));
        let ahead = if back { here.wrapping_sub(rank) } else { rank.wrapping_sub(here) };
        if ahead > 0 && ahead < nearest {
            (nearest, found) = (ahead, Some(shown.code(member)));
        }
    }
    found
}

/// The first or last by name of those on the map.
pub fn by_name(model: &Model, step: MapStep) -> Option<Code> {
    let shown = model.shown.as_ref()?;
    let mut codes = shown.names.order().iter().map(|&member| shown.code(member));
    let on_map = |code: &Code| has_item(model, *code);
    if step == MapStep::Last { codes.rfind(on_map) } else { codes.find(on_map) }
}

/// The first member whose name begins with what was typed; one letter again and again goes through all
/// names that begin with it.
pub fn jump(model: &Model) -> Option<Code> {
    let shown = model.shown.as_ref()?;
    let names = &shown.names;
    let typed = model.typed.letters.as_str();
    let first = typed.chars().next()?;
    let letter = &typed[..first.len_utf8()];
    let on_map = |member| has_item(model, shown.code(member));
    let found = if typed.chars().any(|other| other != first) {
        names.starting_with(typed, on_map)
    } else {
        let current = names.rank(shown.feed.value.member(model.current?)?);
        let further = |member| names.rank(member) > current && on_map(member);
        names.starting_with(letter, further).or_else(|| names.starting_with(letter, on_map))
    };
    found.map(|member| shown.code(member))
}
