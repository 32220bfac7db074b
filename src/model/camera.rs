//! The camera of the map, and what moves it: gestures, flights and fields. A gesture moves only the camera. When the camera
//! has come to rest, its position is the reader's choice of the field `camera`, and markers, names and hatch are arranged for
//! the new zoom.

use super::field::Field;
use super::query::{Projection, Query, ViewKind};
use super::sight::{FLIGHT, Motion, STEP, Then};
use super::{Effect, Model};
use crate::country::Code;
use crate::scene::camera::{Camera, Surface};
use crate::world::Point;
use flight::fly;
use ground::{finer, lay_out};

mod flight;
mod gesture;
mod ground;
mod rest;

pub use gesture::{gesture, left, pressed, tapped, was_dragged};
pub use ground::{forget, is_laid_out};
pub use rest::{detail, overruled, overview, projected, tick};

/// The surface under the camera.
pub fn surface(model: &Model) -> Surface {
    model.world.as_deref().map_or(Surface::Plane(crate::world::HEIGHT), Surface::of)
}

/// The point of the drawing at a point of the frame.
pub fn under(model: &Model, at: Point) -> Point {
    surface(model).under(&model.sight.camera, at)
}

/// Follows the fields: sets the world that is drawn, and flies to the camera that they ask for.
pub fn steer(model: &mut Model, query: &Query) -> Vec<Effect> {
    model.world = model.sight.ground(query.projection);
    let surface = surface(model);
    let wanted = (surface.clamped(wanted(model, query)), surface);
    let before = model.sight.steered.replace(wanted);
    let mut effects = Vec::new();
    if query.view != ViewKind::Map
        || super::walk::scene(model).is_none()
        || before.map(|before| before.1) != Some(surface)
    {
        model.sight.flight = None;
        model.sight.camera = wanted.0;
        model.sight.rested = wanted.0;
        model.world = model.sight.ground(query.projection);
        effects.extend((surface == Surface::Sphere).then_some(Effect::Project(Projection::Globe)));
    } else if before != Some(wanted) {
        effects.extend(fly(model, wanted.0, FLIGHT, Then::Keep));
    } else if model.sight.flight.is_none() && model.sight.motion == Motion::Still {
        model.sight.camera = surface.clamped(model.sight.camera);
        model.sight.rested = model.sight.camera;
        model.world = model.sight.ground(query.projection);
    }
    effects.extend(lay_out(model, query));
    effects.extend(finer(model));
    effects
}

/// The camera that the fields ask for: their own, or that of the open country, or the whole world.
fn wanted(model: &Model, query: &Query) -> Camera {
    if let Some(camera) = query.camera {
        return camera;
    }
    let world = Camera { middle: surface(model).middle(), zoom: 1.0 };
    if query.projection == Projection::Tiles || query.view != ViewKind::Map || !query.shows("profile") {
        return world;
    }
    let country = || {
        let code = model.feed.as_ref()?.value[query.country?].code;
        let shape = model.sight.overview.as_ref()?.shape(code)?;
        let camera = Camera::on(&shape.bounds);
        Some(match query.projection {
            Projection::Globe => Camera { middle: shape.anchor, zoom: (camera.zoom / 2.0).max(1.0) },
            _ => camera,
        })
    };
    country().unwrap_or(Camera {
        middle: if query.projection == Projection::Globe { Camera::WHOLE.middle } else { world.middle },
        zoom: 1.0,
    })
}

/// The choice that lets the map fly to a country when its profile opens, if one is needed.
pub fn choice_on_open(model: &mut Model) -> Option<(Field, String)> {
    let camera = model.field(Field::Camera);
    let moves = !camera.is_empty();
    if model.field(Field::Country).is_empty() {
        model.sight.before = camera;
    }
    moves.then(|| (Field::Camera, String::new()))
}

/// The choice that lets the map fly back when the profile closes, unless the reader has moved it since.
pub fn choice_on_close(model: &mut Model) -> Option<(Field, String)> {
    let (now, before) = (model.field(Field::Camera), std::mem::take(&mut model.sight.before));
    (now.is_empty() && !before.is_empty()).then_some((Field::Camera, before))
}

/// Brings a focused member into the frame. This is not a choice of the reader's, and so not in the link: Tab and arrow keys
/// go from member to member, not to a view.
pub fn bring_in(model: &mut Model, code: Code) -> Vec<Effect> {
    let surface = surface(model);
    let goal = model.sight.goal();
    let place = || {
        if surface == Surface::Sphere {
            return Some(model.sight.overview.as_ref()?.shape(code)?.anchor);
        }
        Some(super::walk::scene(model)?.item(code)?.anchor)
    };
    match place().filter(|_| model.sight.fingers.is_empty()) {
        Some(middle) if !surface.shows(&goal, middle) => {
            fly(model, surface.clamped(Camera { middle, ..goal }), STEP, Then::Keep)
        }
        _ => Vec::new(),
    }
}
