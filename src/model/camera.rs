//! Where the map is looked at from, and what moves it: gestures, flights, and what the fields ask for. A gesture
//! moves the camera alone; once it has come to rest, the place is the reader's choice of the field `camera`, and
//! markers, names and hatch are put in order for the new distance.

use super::derive::derive;
use super::field::Field;
use super::query::{Projection, Query, ViewKind};
use super::{Effect, Model, Over, Shown};
use crate::feed::MemberIndex;
use crate::scene::camera::{Camera, Surface};
use crate::scene::pick::Pointing;
use crate::world::{Form, Point, World};
use std::rc::Rc;

mod gesture;

pub use gesture::{Gesture, Key, Zoom, gesture, left, pressed, tapped, was_dragged};

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
    /// How near the camera was when it last came to rest.
    rested: f64,
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
    /// With a finger on a country. On a small map, two such presses mean two neighbours.
    Finger,
    /// There; and what the fields were before.
    At(Point, [(Field, String); 2]),
}

/// The finer shapes.
#[derive(Clone, Debug)]
enum Detail {
    Unasked,
    Asked,
    Here(Rc<World>),
}

/// On the way to another camera.
#[derive(Clone, Debug)]
struct Flight {
    from: Camera,
    to: Camera,
    /// ms; none before the first frame.
    start: Option<f64>,
    /// ms.
    length: f64,
    then: Then,
}

/// What follows when a flight has arrived.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Then {
    /// It is the reader's choice.
    Choose,
    /// It is what the fields ask for anyway.
    Keep,
}

/// From this zoom on the finer shapes are drawn.
const DETAILED: f64 = 2.0;
/// Lengths of a flight and of a step, ms.
const FLIGHT: f64 = 650.0;
const STEP: f64 = 220.0;

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
            headed: None,
            flight: None,
            fingers: Vec::new(),
            pressed: Pressed::Never,
            before: String::new(),
        }
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

    /// Where the camera is, or where it is flying to.
    fn goal(&self) -> Camera {
        self.flight.as_ref().map_or(self.camera, |flight| flight.to)
    }

    /// The world of a projection, at the distance of the last rest. While the code of a projection is on its way,
    /// Equal Earth stands in.
    fn ground(&self, projection: Projection) -> Option<Rc<World>> {
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

/// What is looked at.
pub fn surface(model: &Model) -> Surface {
    model.world.as_deref().map_or(Surface::Plane(crate::world::HEIGHT), Surface::of)
}

/// The point of the drawing at a point of the frame.
pub fn under(model: &Model, at: Point) -> Point {
    surface(model).under(&model.sight.camera, at)
}

/// The geometry is there: the coarse one.
pub fn overview(model: &mut Model, world: Rc<World>) -> Vec<Effect> {
    model.sight.overview = Some(world);
    derive(model)
}

/// The finer geometry is there. It is drawn if it is the same shapes.
pub fn detail(model: &mut Model, world: Rc<World>) -> Vec<Effect> {
    let codes = |world: &World| world.shapes.iter().map(|shape| shape.code).collect::<Vec<_>>();
    if model.sight.overview.as_ref().is_some_and(|overview| codes(overview) == codes(&world)) {
        model.sight.detail = Detail::Here(world);
        replace(model);
    }
    Vec::new()
}

/// Globe or tiles are there, or the globe has turned.
pub fn projected(model: &mut Model, world: Rc<World>) -> Vec<Effect> {
    let same = matches!(
        (&world.form, model.world.as_deref()),
        (Form::Globe(_), Some(World { form: Form::Globe(_), .. }))
    );
    model.sight.projected = Some(world);
    if same {
        replace(model);
        return Vec::new();
    }
    derive(model)
}

/// What was laid out for another feed is laid out anew.
pub fn forget(model: &mut Model) {
    model.sight.projected = None;
}

/// Whether what is drawn is laid out as asked for.
pub fn is_laid_out(model: &Model, query: &Query) -> bool {
    let form = model.world.as_deref().map(|world| &world.form);
    match query.projection {
        Projection::EqualEarth => true,
        Projection::Globe => matches!(form, Some(Form::Globe(_))),
        Projection::Tiles => matches!(form, Some(Form::Tiles)),
    }
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
        model.sight.rested = wanted.0.zoom;
        model.world = model.sight.ground(query.projection);
        effects.extend((surface == Surface::Sphere).then_some(Effect::Project(Projection::Globe)));
    } else if before != Some(wanted) {
        effects.extend(fly(model, wanted.0, FLIGHT, Then::Keep));
    } else if model.sight.flight.is_none() && model.sight.motion == Motion::Still {
        model.sight.camera = surface.clamped(model.sight.camera);
    }
    effects.extend(lay_out(model, query));
    effects.extend(finer(model));
    effects
}

fn lay_out(model: &Model, query: &Query) -> Option<Effect> {
    let asked = !is_laid_out(model, query);
    let here = model.chunks.of(super::chunk::Chunk::Projection) == super::chunk::Arrival::Here;
    (asked && here).then_some(Effect::Project(query.projection))
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

/// Brings a member that has got the focus into the frame.
pub fn bring_in(model: &mut Model, member: MemberIndex) -> Vec<Effect> {
    let surface = surface(model);
    let goal = model.sight.goal();
    let place = || {
        if surface == Surface::Sphere {
            let code = model.feed.as_ref()?.value[member].code;
            return Some(model.sight.overview.as_ref()?.shape(code)?.anchor);
        }
        Some(super::walk::scene(model)?.item(member)?.anchor)
    };
    match place().filter(|_| model.sight.fingers.is_empty()) {
        Some(middle) if !surface.shows(&goal, middle) => {
            fly(model, surface.clamped(Camera { middle, ..goal }), STEP, Then::Choose)
        }
        _ => Vec::new(),
    }
}

/// Moves the camera at once.
fn go(model: &mut Model, to: Camera) -> Vec<Effect> {
    model.sight.flight = None;
    see(model, to).into_iter().chain(finer(model)).collect()
}

fn see(model: &mut Model, camera: Camera) -> Option<Effect> {
    let turned = model.sight.camera.middle != camera.middle;
    model.sight.camera = camera;
    (turned && surface(model) == Surface::Sphere).then_some(Effect::Project(Projection::Globe))
}

fn fly(model: &mut Model, to: Camera, length: f64, then: Then) -> Vec<Effect> {
    let mut from = model.sight.camera;
    if surface(model) == Surface::Sphere {
        // The short way round.
        from.middle = crate::scene::camera::nearest(from.middle, to.middle);
    }
    model.sight.motion = Motion::Still;
    model.sight.flight = Some(Flight { from, to, start: None, length, then });
    finer(model).into_iter().chain([Effect::Tick(0)]).collect()
}

/// Asks for the finer shapes once they will be needed.
fn finer(model: &mut Model) -> Option<Effect> {
    let near = model.sight.goal().zoom.max(model.sight.rested) >= DETAILED;
    let asks = near && matches!(model.sight.detail, Detail::Unasked) && model.sight.overview.is_some();
    asks.then(|| {
        model.sight.detail = Detail::Asked;
        Effect::Detail
    })
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
        Then::Keep => rest(model),
    }
    effects
}

/// The camera has come to rest.
fn rest(model: &mut Model) {
    model.sight.motion = match model.sight.motion {
        // The press that ends a drag is still to come.
        Motion::Dragged => Motion::Dragged,
        Motion::Still | Motion::Turned => Motion::Still,
    };
    if model.sight.rested != model.sight.camera.zoom {
        model.sight.rested = model.sight.camera.zoom;
        replace(model);
    }
}

/// The reader has moved the map, and it has come to rest: that is a choice.
fn settle(model: &mut Model) -> Vec<Effect> {
    let (camera, is_open) =
        (model.sight.camera, model.shown.as_ref().is_some_and(|shown| shown.query.country.is_some()));
    let whole = surface(model) != Surface::Sphere && camera.zoom == 1.0 && !is_open;
    let text = if whole { String::new() } else { camera.text() };
    // What is seen is what the link says, to the last digit.
    if let Some(rounded) = Camera::parse(&text) {
        model.sight.camera = surface(model).clamped(rounded);
    }
    rest(model);
    let Some(shown) = model.shown.clone() else { return Vec::new() };
    if model.field(Field::Camera) == text {
        return Vec::new();
    }
    model.layers.reader(Field::Camera, text.clone());
    let mut query = shown.query.clone();
    query.camera = Camera::parse(&text);
    for entry in query.state.iter_mut().filter(|entry| entry.0 == Field::Camera) {
        entry.1.clone_from(&text);
    }
    model.sight.headed = Some((surface(model).clamped(wanted(model, &query)), surface(model)));
    model.shown = Some(Rc::new(Shown { query, ..(*shown).clone() }));
    vec![Effect::Changed]
}

/// Puts the same statuses in their places on the world that is now drawn.
fn replace(model: &mut Model) {
    let Some(shown) = model.shown.clone() else { return };
    let Some(scene) = &shown.scene else { return };
    let Some(world) = model.sight.ground(shown.query.projection) else { return };
    let scene = scene.placed(&world, model.drawn, model.sight.rested);
    let focused = model.focused.and_then(|member| scene.item(member));
    if let (Some(item), Some(spot)) = (focused, &mut model.spot)
        && spot.over == Over::Member(item.member)
    {
        spot.at = item.anchor;
    }
    model.world = Some(world);
    model.shown = Some(Rc::new(Shown { scene: Some(Rc::new(scene)), ..(*shown).clone() }));
}
