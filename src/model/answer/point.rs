//! Answers what the reader points at, presses and focuses on the map.

use crate::country::Code;
use crate::model::camera;
use crate::model::chunk::Chunk;
use crate::model::derive::lies;
use crate::model::field::Field;
use crate::model::opened::{has, show};
use crate::model::sight::Gesture;
use crate::model::walk::scene;
use crate::model::{Aim, Effect, Model, Over, Spot};
use crate::scene::pick::{self, Pointing};
use crate::world::Point;

/// How far the pointer may move before the tooltip follows it, CSS px.
const NEAR: f64 = 48.0;

/// The zoom at which a finger can tell members apart that it covered together.
const PARTED: f64 = 8.0;

/// On a map narrower than this, CSS px, a mouse presses like a finger, since markers cover other members.
const NARROW: f64 = 480.0;

/// The width of the buttons at the left of a narrow map, with the room beside them, px of the frame.
const BUTTONS: f64 = 280.0;

/// Moves tooltip and tab stop to a focused member, and brings it into the frame.
pub fn focused(model: &mut Model, code: Code) -> Vec<Effect> {
    if !has(model, code) {
        return Vec::new();
    }
    model.focused = Some(code);
    model.current = Some(code);
    let at = scene(model).and_then(|scene| scene.item(code)).map(|item| item.anchor);
    model.spot = at.map(|at| Spot { over: Over::Member(code), at });
    let mut effects = camera::bring_in(model, code);
    effects.extend(told(model));
    effects
}

/// Fetches the code of tooltips, if nothing has.
fn told(model: &mut Model) -> Option<Effect> {
    let asks = model.spot.is_some() && model.chunks.ask(Chunk::Options);
    asks.then_some(Effect::Fetch(Chunk::Options))
}

/// Moves the tooltip to what the pointer is on. It stays in place while the pointer is near, so that the pointer can
/// reach it.
pub fn over(model: &mut Model, aim: Aim) -> Vec<Effect> {
    let (over, at) = (meant(model, aim), camera::under(model, aim.at));
    let near = NEAR * crate::world::WIDTH / model.width / model.sight.camera.zoom;
    let stays =
        model.spot.filter(|spot| spot.over == over && (spot.at.x - at.x).hypot(spot.at.y - at.y) < near);
    model.spot = stays.or_else(|| (over != Over::Nothing).then_some(Spot { over, at }));
    told(model).into_iter().collect()
}

/// Opens the member that the reader presses on the map. The map itself does not move.
pub fn press(model: &mut Model, aim: Aim) -> Vec<Effect> {
    let touch = model.touched.take();
    let mut aim = touch.unwrap_or(aim);
    if model.width < NARROW {
        aim.pointing = Pointing::Coarse;
    }
    let member = whose(model, meant(model, aim));
    if camera::was_dragged(model) {
        return Vec::new();
    }
    camera::pressed(model, aim.at);
    let Some(code) = member else { return Vec::new() };
    let covers = covers_another(model, aim, code);
    if covers || touch.is_some() {
        camera::tapped(model);
    }
    if covers {
        // The tooltip of the focused member would cover the others.
        model.spot = None;
        // The pressed point stays in place, or moves beside the map's buttons.
        let x = aim.at.x.min((PARTED * aim.at.x - BUTTONS) / (PARTED - 1.0));
        return camera::gesture(model, Gesture::Wheel(Point { x, ..aim.at }, PARTED));
    }
    camera::choice_on_open(model);
    model.current = Some(code);
    show(model, &[(Field::Country, code.to_string())])
}

/// What a point means: what lies under it, or a marker close by.
fn meant(model: &Model, Aim { at, over, pointing }: Aim) -> Over {
    let Some(scene) = scene(model) else { return Over::Nothing };
    let at = camera::under(model, at);
    let direct = whose(model, over);
    match pick::pick(scene, at, direct, pointing) {
        Some(code) if Some(code) != direct => Over::Member(code),
        _ if lies(over, scene) => over,
        _ => Over::Nothing,
    }
}

/// Whether a press on the whole world covers a second member: a neighbour's marker lies over the pressed land. A mouse on a
/// wide map never does.
fn covers_another(model: &Model, aim: Aim, code: Code) -> bool {
    aim.pointing == Pointing::Coarse
        && model.sight.camera.zoom <= 1.0
        && whose(model, aim.over).is_some_and(|under| under != code)
}

/// The member whose status is shown there.
fn whose(model: &Model, over: Over) -> Option<Code> {
    match over {
        Over::Member(code) => Some(code).filter(|&code| has(model, code)),
        Over::Land(code) => {
            let shown = model.shown.as_ref()?;
            Some(shown.code(shown.scene.as_ref()?.land(code)?.of?.0))
        }
        Over::Nothing => None,
    }
}
