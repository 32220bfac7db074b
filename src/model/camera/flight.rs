//! Moves the camera, at once or by a flight.

use super::ground::finer;
use super::surface;
use crate::model::query::Projection;
use crate::model::sight::{Flight, Motion, Then};
use crate::model::{Effect, Model};
use crate::scene::camera::{Camera, Surface};

/// Moves the camera at once.
pub(super) fn go(model: &mut Model, to: Camera) -> Vec<Effect> {
    model.sight.flight = None;
    see(model, to).into_iter().chain(finer(model)).collect()
}

pub(super) fn see(model: &mut Model, camera: Camera) -> Option<Effect> {
    let turned = model.sight.camera.middle != camera.middle;
    model.sight.camera = camera;
    (turned && surface(model) == Surface::Sphere).then_some(Effect::Project(Projection::Globe))
}

pub(super) fn fly(model: &mut Model, to: Camera, length: f64, then: Then) -> Vec<Effect> {
    let mut from = model.sight.camera;
    if surface(model) == Surface::Sphere {
        // Take the short way round.
        from.middle = crate::scene::camera::nearest(from.middle, to.middle);
    }
    model.sight.motion = Motion::Still;
    model.sight.flight = Some(Flight { from, to, start: None, length, then });
    finer(model).into_iter().chain([Effect::Tick(0)]).collect()
}
