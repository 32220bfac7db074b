//! Updates the view when the camera has come to rest, or has another world under it.

use super::flight::see;
use super::{surface, wanted};
use crate::model::derive::{arrange, derive, follow};
use crate::model::field::Field;
use crate::model::query::Query;
use crate::model::sight::{Detail, Motion, Then};
use crate::model::{Effect, Model};
use crate::scene::camera::{Camera, Surface};
use crate::world::{Form, World};
use std::rc::Rc;

/// Moves the camera for a frame at a time, ms of any clock that only goes forward. At a time that is not finite, every
/// movement ends at once.
pub fn tick(model: &mut Model, time: f64) -> Vec<Effect> {
    let Some(flight) = &mut model.sight.flight else {
        model.sight.hint = None;
        return if model.sight.motion == Motion::Turned { settle(model) } else { Vec::new() };
    };
    let start = *flight.start.get_or_insert(time);
    let along = if time.is_finite() { ((time - start) / flight.length).clamp(0.0, 1.0) } else { 1.0 };
    if along < 1.0 {
        let eased = along * along * (3.0 - 2.0 * along);
        let camera = Camera::between(&flight.from, &flight.to, eased);
        return see(model, camera).into_iter().chain([Effect::Tick(0)]).collect();
    }
    let (to, then) = (flight.to, flight.then);
    model.sight.flight = None;
    let mut effects: Vec<Effect> = see(model, to).into_iter().collect();
    match then {
        Then::Choose => effects.extend(settle(model)),
        Then::Keep => {
            if rest(model) {
                arrange(model);
            }
        }
    }
    effects
}

/// Called when something else sets the camera. Drops the reader's unfinished move, so that it is not recorded as a choice.
/// The map flies on from where it is; a pointer that still drags it takes precedence.
pub fn overruled(model: &mut Model) {
    model.sight.flight = None;
    if model.sight.motion == Motion::Turned {
        model.sight.motion = Motion::Still;
    }
    model.sight.steered = Some((model.sight.camera, surface(model)));
}

/// Notes that the camera is at rest. Returns whether its zoom has changed, so that the map has to be arranged.
fn rest(model: &mut Model) -> bool {
    model.sight.motion = match model.sight.motion {
        // A drag ends with a press, which comes later.
        Motion::Dragged => Motion::Dragged,
        Motion::Still | Motion::Turned => Motion::Still,
    };
    let before = std::mem::replace(&mut model.sight.rested, model.sight.camera);
    before.zoom != model.sight.rested.zoom
}

/// Records the position to which the reader has moved the map as a choice.
pub(super) fn settle(model: &mut Model) -> Vec<Effect> {
    let (camera, is_open) =
        (model.sight.camera, model.shown.as_ref().is_some_and(|shown| shown.query.country.is_some()));
    let whole = surface(model) != Surface::Sphere && camera.zoom == 1.0 && !is_open;
    let text = if whole { String::new() } else { camera.text() };
    // The camera has no more digits than the link.
    if let Some(rounded) = Camera::parse(&text) {
        model.sight.camera = surface(model).clamped(rounded);
    }
    let moved = rest(model);
    let Some(shown) = model.shown.clone() else { return Vec::new() };
    if model.field(Field::Camera) == text {
        if moved {
            arrange(model);
        }
        return Vec::new();
    }
    model.layers.reader(Field::Camera, &text);
    // The camera is there already, so nothing has to fly.
    let query = Query { camera: Camera::parse(&text), ..shown.query.clone() };
    model.sight.steered = Some((surface(model).clamped(wanted(model, &query)), surface(model)));
    let mut effects = derive(model);
    if moved {
        follow(model);
    }
    effects.push(Effect::Changed);
    effects
}

/// Takes the coarse geometry.
pub fn overview(model: &mut Model, world: Rc<World>) -> Vec<Effect> {
    model.sight.overview = Some(world);
    derive(model)
}

/// Takes the finer geometry, if it has the same shapes.
pub fn detail(model: &mut Model, world: Rc<World>) -> Vec<Effect> {
    let codes = |world: &World| world.shapes.iter().map(|shape| shape.code).collect::<Vec<_>>();
    if model.sight.overview.as_ref().is_some_and(|overview| codes(overview) == codes(&world)) {
        model.sight.detail = Detail::Here(world);
        arrange(model);
    }
    Vec::new()
}

/// Takes the globe, turned or not, or the tiles.
pub fn projected(model: &mut Model, world: Rc<World>) -> Vec<Effect> {
    let same = matches!(
        (&world.form, model.world.as_deref()),
        (Form::Globe(_), Some(World { form: Form::Globe(_), .. }))
    );
    model.sight.projected = Some(world);
    if same {
        arrange(model);
        return Vec::new();
    }
    derive(model)
}
