//! Where the map is looked at from, and what moves it: gestures, flights, and what the fields ask for. A gesture
//! moves the camera alone; once it has come to rest, the place is the reader's choice of the field `camera`, and
//! markers, names and hatch are put in order for the new distance.

use super::field::Field;
use super::query::{Projection, Query, ViewKind};
use super::{Effect, Model};
use crate::country::Code;
use crate::scene::camera::{Camera, Surface};
use crate::scene::pick::Pointing;
use crate::world::{Point, World};
use flight::{FLIGHT, Flight, STEP, Then, fly};
use ground::{Detail, finer, lay_out};
use std::rc::Rc;

mod flight;
mod gesture;
mod ground;

pub use flight::{overruled, tick};
pub use gesture::{Gesture, Key, Zoom, gesture, left, pressed, tapped, was_dragged};
pub use ground::{detail, forget, is_laid_out, overview, projected};

/// What the map is seen with.
#[derive(Clone, Debug)]
pub struct Sight {
    /// Where the map is looked at from.
    pub camera: Camera,
    /// What the reader should hear of the wheel.
    pub hint: Option<Key>,
    /// Whether a pointer drags the map: then it presses nothing.
    pub motion: Motion,
    overview: Option<Rc<World>>,
    detail: Detail,
    projected: Option<Rc<World>>,
    /// Where the camera last came to rest: what is drawn is drawn for it.
    rested: Camera,
    /// What the fields asked for when they were last read, and on what.
    headed: Option<(Camera, Surface)>,
    flight: Option<Flight>,
    fingers: Vec<(i32, Pointing, Point)>,
    pressed: Pressed,
    /// The camera before the profile was opened.
    before: String,
}

/// What the pointers do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Motion {
    /// The map lies still.
    Still,
    /// It is dragged.
    Dragged,
    /// It was turned by the wheel, and may be turned on.
    Turned,
}

/// How the reader last pressed the map.
#[derive(Clone, Debug)]
enum Pressed {
    Never,
    /// With a finger on a country, or where that zoomed. On a small map, two such presses mean two neighbours.
    Finger,
    /// There; and what the fields were before.
    At(Point, [(Field, String); 2]),
}

impl Default for Sight {
    /// The whole world, before there is a map.
    fn default() -> Self {
        Self {
            camera: Camera::WHOLE,
            hint: None,
            motion: Motion::Still,
            overview: None,
            detail: Detail::Unasked,
            projected: None,
            rested: Camera::WHOLE,
            headed: None,
            flight: None,
            fingers: Vec::new(),
            pressed: Pressed::Never,
            before: String::new(),
        }
    }
}

impl Sight {
    /// The camera that the map is drawn for. It differs from where the map is seen from only while that moves.
    pub fn rested(&self) -> &Camera {
        &self.rested
    }

    /// Where the camera is, or where it is flying to.
    fn goal(&self) -> Camera {
        self.flight.as_ref().map_or(self.camera, |flight| flight.to)
    }
}

/// What is looked at.
pub fn surface(model: &Model) -> Surface {
    model.world.as_deref().map_or(Surface::Plane(crate::world::HEIGHT), Surface::of)
}

/// The point of the drawing at a point of the frame.
pub fn under(model: &Model, at: Point) -> Point {
    surface(model).under(&model.sight.camera, at)
}

/// Takes in what the fields ask for: sets the world that is drawn, and flies where they lead.
pub fn head(model: &mut Model, query: &Query) -> Vec<Effect> {
    model.world = model.sight.ground(query.projection);
    let surface = surface(model);
    let wanted = (surface.clamped(wanted(model, query)), surface);
    let before = model.sight.headed.replace(wanted);
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

/// What the fields ask for: a camera, or the open country, or the world.
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

/// What is to be chosen so that the map flies to a country when its profile opens.
pub fn opening(model: &mut Model) -> Option<(Field, String)> {
    let camera = model.field(Field::Camera);
    let moves = !camera.is_empty();
    if model.field(Field::Country).is_empty() {
        model.sight.before = camera;
    }
    moves.then(|| (Field::Camera, String::new()))
}

/// What is to be chosen so that it flies back when the profile closes, unless the reader has moved it since.
pub fn closing(model: &mut Model) -> Option<(Field, String)> {
    let (now, before) = (model.field(Field::Camera), std::mem::take(&mut model.sight.before));
    (now.is_empty() && !before.is_empty()).then_some((Field::Camera, before))
}

/// Brings a member that has got the focus into the frame. That is no choice of the reader's: who goes on by Tab or arrow keys
/// has not said where the map is to be seen from, and a link would say it.
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
