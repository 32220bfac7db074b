//! What the map is seen with: the camera, the worlds under it, the pointers on it, and what a reader does to them.

use super::field::Field;
use super::query::Projection;
use crate::scene::camera::{Camera, Surface};
use crate::scene::pick::{Direction, Pointing};
use crate::world::{Form, Point, World};
use std::rc::Rc;

/// What the map is seen with.
#[derive(Clone, Debug)]
pub struct Sight {
    /// Where the map is looked at from.
    pub camera: Camera,
    /// What the reader should hear of the wheel.
    pub hint: Option<Key>,
    /// Whether a pointer drags the map: then it presses nothing.
    pub motion: Motion,
    pub(super) overview: Option<Rc<World>>,
    pub(super) detail: Detail,
    pub(super) projected: Option<Rc<World>>,
    /// How near the camera was when it last came to rest.
    pub(super) rested: f64,
    /// What the fields asked for when they were last read, and on what.
    pub(super) steered: Option<(Camera, Surface)>,
    pub(super) flight: Option<Flight>,
    pub(super) fingers: Vec<(i32, Pointing, Point)>,
    pub(super) pressed: Pressed,
    /// The camera before the profile was opened.
    pub(super) before: String,
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
pub enum Pressed {
    /// Not yet, or it is forgotten.
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
            rested: 1.0,
            steered: None,
            flight: None,
            fingers: Vec::new(),
            pressed: Pressed::Never,
            before: String::new(),
        }
    }
}

impl Sight {
    /// Where the camera is, or where it is flying to.
    pub fn goal(&self) -> Camera {
        self.flight.as_ref().map_or(self.camera, |flight| flight.to)
    }
}

impl Sight {
    /// How near the map is drawn for.
    pub fn rested(&self) -> f64 {
        self.rested
    }

    /// The map in Equal Earth, coarse: that by which one walks.
    pub fn overview(&self) -> Option<&World> {
        self.overview.as_deref()
    }

    /// The world of a projection, at the distance of the last rest. While the code of a projection is on its way,
    /// Equal Earth stands in.
    pub fn ground(&self, projection: Projection) -> Option<Rc<World>> {
        let form = |world: &Rc<World>| match world.form {
            Form::Map => Projection::EqualEarth,
            Form::Globe(_) => Projection::Globe,
            Form::Tiles => Projection::Tiles,
        };
        if let Some(world) = self.projected.as_ref().filter(|world| form(world) == projection) {
            return Some(world.clone());
        }
        match &self.detail {
            Detail::Here(world) if self.rested >= DETAILED && projection == Projection::EqualEarth => {
                Some(world.clone())
            }
            _ => self.overview.clone(),
        }
    }

    /// The whole world in a projection, coarse; of a globe, the side now seen.
    pub fn whole(&self, projection: Projection) -> Option<Rc<World>> {
        let near = self.ground(projection)?;
        if near.form == Form::Map { self.overview.clone() } else { Some(near) }
    }
}

/// From this zoom on the finer shapes are drawn.
pub const DETAILED: f64 = 2.0;

/// The finer shapes.
#[derive(Clone, Debug)]
pub enum Detail {
    /// Nothing has needed them.
    Unasked,
    /// They are on their way.
    Asked,
    /// They are here.
    Here(Rc<World>),
}

/// Length of a flight, ms.
pub const FLIGHT: f64 = 650.0;
/// Length of a step, ms.
pub const STEP: f64 = 220.0;

/// On the way to another camera.
#[derive(Clone, Debug)]
pub struct Flight {
    /// From this one.
    pub from: Camera,
    /// To this one.
    pub to: Camera,
    /// When it began, ms. `None` before the first frame.
    pub start: Option<f64>,
    /// How long it takes, ms.
    pub length: f64,
    /// What follows.
    pub then: Then,
}

/// What follows when a flight has arrived.
#[derive(Clone, Copy, Debug)]
pub enum Then {
    /// It is the reader's choice.
    Choose,
    /// It is no choice: what the fields ask for anyway, or where the focus has led.
    Keep,
}

/// What a reader does to the map. Points are px of the frame, as it lies on the screen.
#[derive(Clone, Debug, PartialEq)]
pub enum Gesture {
    /// A pointer, told by its number, is pressed.
    Down(i32, Pointing, Point),
    /// It moves while it is pressed.
    Move(i32, Point),
    /// It is lifted.
    Up(i32),
    /// The wheel, with the key that zooms: so many times nearer.
    Wheel(Point, f64),
    /// The wheel without that key, which is this one.
    Hint(Key),
    /// Two presses in one place.
    Double(Point),
    /// A step nearer or farther.
    Step(Zoom),
    /// A step aside.
    Pan(Direction),
    /// To the region with this id.
    Region(String),
}

/// A step nearer or farther.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Zoom {
    /// Twice as near.
    In,
    /// Half as near.
    Out,
    /// The whole world.
    Whole,
}

/// The key that makes the wheel zoom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// Ctrl.
    Control,
    /// ⌘, on Apple's keyboards.
    Command,
}
