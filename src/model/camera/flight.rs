//! How the camera gets from one place to another, and what follows when it is there.

use super::ground::finer;
use super::{Motion, surface, wanted};
use crate::model::derive::{derive, follow, place};
use crate::model::field::Field;
use crate::model::query::{Projection, Query};
use crate::model::{Effect, Model};
use crate::scene::camera::{Camera, Surface};

/// Lengths of a flight and of a step, ms.
pub(super) const FLIGHT: f64 = 650.0;
pub(super) const STEP: f64 = 220.0;

/// On the way to another camera.
#[derive(Clone, Debug)]
pub(super) struct Flight {
    from: Camera,
    pub(super) to: Camera,
    /// ms; none before the first frame.
    start: Option<f64>,
    /// ms.
    length: f64,
    then: Then,
}

/// What follows when a flight has arrived.
#[derive(Clone, Copy, Debug)]
pub(super) enum Then {
    /// It is the reader's choice.
    Choose,
    /// It is no choice: what the fields ask for anyway, or where the focus has led.
    Keep,
}

/// Moves the camera at once.
pub(super) fn go(model: &mut Model, to: Camera) -> Vec<Effect> {
    model.sight.flight = None;
    see(model, to).into_iter().chain(finer(model)).collect()
}

fn see(model: &mut Model, camera: Camera) -> Option<Effect> {
    let turned = model.sight.camera.middle != camera.middle;
    model.sight.camera = camera;
    (turned && surface(model) == Surface::Sphere).then_some(Effect::Project(Projection::Globe))
}

pub(super) fn fly(model: &mut Model, to: Camera, length: f64, then: Then) -> Vec<Effect> {
    let mut from = model.sight.camera;
    if surface(model) == Surface::Sphere {
        // The short way round.
        from.middle = crate::scene::camera::nearest(from.middle, to.middle);
    }
    model.sight.motion = Motion::Still;
    model.sight.flight = Some(Flight { from, to, start: None, length, then });
    finer(model).into_iter().chain([Effect::Tick(0)]).collect()
}

/// A frame of the screen at a time, ms of any clock that only goes forward, or a rest; at no finite time
/// whatever moves arrives at once.
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
                place(model);
            }
        }
    }
    effects
}

/// The camera is told where to be: what a move of the reader's that is on its way would have come to is no choice
/// any more, and the map flies on from where it is. A pointer that still drags it has the last word.
pub fn overruled(model: &mut Model) {
    model.sight.flight = None;
    if model.sight.motion == Motion::Turned {
        model.sight.motion = Motion::Still;
    }
    model.sight.headed = Some((model.sight.camera, surface(model)));
}

/// The camera has come to rest. Whether it is nearer or farther than before: then what is drawn has other places.
fn rest(model: &mut Model) -> bool {
    model.sight.motion = match model.sight.motion {
        // The press that ends a drag is still to come.
        Motion::Dragged => Motion::Dragged,
        Motion::Still | Motion::Turned => Motion::Still,
    };
    let before = std::mem::replace(&mut model.sight.rested, model.sight.camera);
    before.zoom != model.sight.rested.zoom
}

/// The reader has moved the map, and it has come to rest: that is a choice.
pub(super) fn settle(model: &mut Model) -> Vec<Effect> {
    let (camera, is_open) =
        (model.sight.camera, model.shown.as_ref().is_some_and(|shown| shown.query.country.is_some()));
    let whole = surface(model) != Surface::Sphere && camera.zoom == 1.0 && !is_open;
    let text = if whole { String::new() } else { camera.text() };
    // What is seen is what the link says, to the last digit.
    if let Some(rounded) = Camera::parse(&text) {
        model.sight.camera = surface(model).clamped(rounded);
    }
    let moved = rest(model);
    let Some(shown) = model.shown.clone() else { return Vec::new() };
    if model.field(Field::Camera) == text {
        if moved {
            place(model);
        }
        return Vec::new();
    }
    model.layers.reader(Field::Camera, &text);
    // The camera is there already: nothing has to fly.
    let query = Query { camera: Camera::parse(&text), ..shown.query.clone() };
    model.sight.headed = Some((surface(model).clamped(wanted(model, &query)), surface(model)));
    let mut effects = derive(model);
    if moved {
        follow(model);
    }
    effects.push(Effect::Changed);
    effects
}
