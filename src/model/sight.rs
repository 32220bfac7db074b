//! How the map is seen: the camera, the worlds under it, the pointers on it, and the gestures that move it.

use super::field::Field;
use super::query::Projection;
use crate::scene::camera::{Camera, Surface};
use crate::scene::pick::{Direction, Pointing};
use crate::world::{Form, Point, World};
use std::rc::Rc;

/// How the map is seen.
#[derive(Clone, Debug)]
pub struct Sight {
    /// The camera.
    pub camera: Camera,
    /// The key that the hint on the wheel names.
    pub hint: Option<Key>,
    /// Whether a pointer drags the map: then it presses nothing.
    pub motion: Motion,
    pub(super) overview: Option<Rc<World>>,
    pub(super) detail: Detail,
    pub(super) projected: Option<Rc<World>>,
    /// The camera when it last came to rest: what is drawn is drawn for it.
    pub(super) rested: Camera,
    /// The camera that the fields last asked for, and its surface.
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
    /// The wheel has moved it, and may go on.
    Turned,
}

/// How the reader last pressed the map.
#[derive(Clone, Debug)]
pub enum Pressed {
    /// Not at all, or the press no longer counts.
    Never,
    /// With a finger on a country, or with a press that zoomed. On a small map, two such presses mean two neighbours.
    Finger,
    /// At this point; with the fields before the press.
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
            steered: None,
            flight: None,
            fingers: Vec::new(),
            pressed: Pressed::Never,
            before: String::new(),
        }
    }
}

impl Sight {
    /// The camera, or the one that it is flying to.
    pub fn goal(&self) -> Camera {
        self.flight.as_ref().map_or(self.camera, |flight| flight.to)
    }
}

impl Sight {
    /// The camera that the map is drawn for. It differs from `camera` only while that moves.
    pub fn rested(&self) -> &Camera {
        &self.rested
    }

    /// Whether the camera has left where it last came to rest.
    pub fn is_moving(&self) -> bool {
        self.camera != self.rested
    }

    /// The coarse map in Equal Earth, over which the keyboard walks.
    pub fn overview(&self) -> Option<&World> {
        self.overview.as_deref()
    }

    /// The world of a projection for the zoom of the last rest: Equal Earth, until the code of another projection is here.
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
            Detail::Here(world) if self.rested.zoom >= DETAILED && projection == Projection::EqualEarth => {
                Some(world.clone())
            }
            _ => self.overview.clone(),
        }
    }

    /// The coarse world in a projection; of a globe, the visible side.
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

/// A movement from one camera to another.
#[derive(Clone, Debug)]
pub struct Flight {
    /// The camera at the start.
    pub from: Camera,
    /// The camera at the end.
    pub to: Camera,
    /// When it began, ms. `None` before the first frame.
    pub start: Option<f64>,
    /// How long it takes, ms.
    pub length: f64,
    /// What follows at the end.
    pub then: Then,
}

/// What follows when a flight has arrived.
#[derive(Clone, Copy, Debug)]
pub enum Then {
    /// The camera is the reader's choice.
    Choose,
    /// It is not a choice: the fields ask for it already, or the focus has led there.
    Keep,
}

/// What a reader does to the map. Points are px of the frame on the screen.
#[derive(Clone, Debug, PartialEq)]
pub enum Gesture {
    /// Presses the pointer with this number.
    Down(i32, Pointing, Point),
    /// Moves it while it is pressed.
    Move(i32, Point),
    /// Lifts it.
    Up(i32),
    /// Turns the wheel with the key that zooms, by this factor.
    Wheel(Point, f64),
    /// Turns the wheel without that key.
    Hint(Key),
    /// Presses a point twice.
    Double(Point),
    /// Zooms one step.
    Step(Zoom),
    /// Pans one step.
    Pan(Direction),
    /// Goes to the region with this id.
    Region(String),
}

/// A step of the zoom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Zoom {
    /// Twice the zoom.
    In,
    /// Half the zoom.
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
