//! What pointers, wheel, keys and buttons do to the map.

use super::flight::{fly, go};
use super::rest::settle;
use super::surface;
use crate::model::choose::choose;
use crate::model::field::Field;
use crate::model::sight::{FLIGHT, Gesture, Motion, Pressed, STEP, Then, Zoom};
use crate::model::{Effect, Model, Target};
use crate::scene::camera::{Camera, Surface};
use crate::scene::pick::{Direction, Pointing};
use crate::world::{Bounds, Point, WIDTH};

/// A pointer that moves less than this, CSS px, does not drag.
const SLOP: f64 = 4.0;
/// The wheel is at rest after this time without a turn, ms.
const WHEEL_REST: u32 = 160;
/// How long the hint stays, ms.
const HINT: u32 = 2000;
/// How far an arrow key pans, px of the frame.
const ASIDE: f64 = 120.0;

/// Carries out a gesture.
pub fn gesture(model: &mut Model, gesture: Gesture) -> Vec<Effect> {
    let surface = surface(model);
    let goal = model.sight.goal();
    match gesture {
        Gesture::Down(id, pointing, at) => {
            // The wheel is let go where a pointer grips the map.
            let effects = if model.sight.motion == Motion::Turned { settle(model) } else { Vec::new() };
            model.sight.fingers.retain(|finger| finger.0 != id);
            if model.sight.fingers.is_empty() {
                model.sight.motion = Motion::Still;
            }
            if model.sight.fingers.len() < 2 {
                model.sight.fingers.push((id, pointing, at));
            }
            effects
        }
        Gesture::Move(id, at) => moved(model, id, at),
        Gesture::Up(id) => {
            model.sight.fingers.retain(|finger| finger.0 != id);
            let done = model.sight.fingers.is_empty() && model.sight.motion == Motion::Dragged;
            if done { settle(model) } else { Vec::new() }
        }
        Gesture::Wheel(at, times) => {
            model.sight.motion = Motion::Turned;
            let camera = surface.zoomed(model.sight.camera, at, times);
            let mut effects = go(model, camera);
            effects.push(Effect::Tick(WHEEL_REST));
            effects
        }
        Gesture::Hint(key) => {
            model.sight.hint = Some(key);
            vec![Effect::Tick(HINT)]
        }
        Gesture::Double(at) => double(model, at),
        Gesture::Step(Zoom::In) => {
            fly(model, surface.zoomed(goal, surface.middle(), 2.0), STEP, Then::Choose)
        }
        Gesture::Step(Zoom::Out) => {
            fly(model, surface.zoomed(goal, surface.middle(), 0.5), STEP, Then::Choose)
        }
        Gesture::Step(Zoom::Whole) => {
            let middle = if surface == Surface::Sphere { goal.middle } else { surface.middle() };
            fly(model, Camera { middle, zoom: 1.0 }, FLIGHT, Then::Choose)
        }
        Gesture::Pan(direction) => {
            let (x, y) = match direction {
                Direction::Left => (ASIDE, 0.0),
                Direction::Right => (-ASIDE, 0.0),
                Direction::Up => (0.0, ASIDE),
                Direction::Down => (0.0, -ASIDE),
            };
            fly(model, surface.dragged(goal, x, y), STEP, Then::Choose)
        }
        Gesture::Region(id) => match around(model, &id) {
            Some(camera) => fly(model, surface.clamped(camera), FLIGHT, Then::Choose),
            None => Vec::new(),
        },
    }
}

fn moved(model: &mut Model, id: i32, at: Point) -> Vec<Effect> {
    let surface = surface(model);
    let camera = model.sight.camera;
    let fingers = model.sight.fingers.clone();
    let Some(index) = fingers.iter().position(|finger| finger.0 == id) else { return Vec::new() };
    let (_, pointing, from) = fingers[index];
    let distance = |a: Point, b: Point| (a.x - b.x).hypot(a.y - b.y);
    let to = match fingers.get(1 - index) {
        Some(&(_, _, other)) => {
            let times = distance(at, other).max(1.0) / distance(from, other).max(1.0);
            let middle = Point { x: (from.x + other.x) / 2.0, y: (from.y + other.y) / 2.0 };
            let nearer = surface.zoomed(camera, middle, times);
            surface.dragged(nearer, (at.x - from.x) / 2.0, (at.y - from.y) / 2.0)
        }
        // On the whole map, one finger scrolls the page.
        None if pointing == Pointing::Coarse && camera.zoom == 1.0 && surface != Surface::Sphere => {
            return Vec::new();
        }
        None if model.sight.motion != Motion::Dragged && distance(at, from) < SLOP * WIDTH / model.width => {
            return Vec::new();
        }
        None => surface.dragged(camera, at.x - from.x, at.y - from.y),
    };
    model.sight.fingers[index].2 = at;
    model.sight.motion = Motion::Dragged;
    model.spot = None;
    go(model, to)
}

/// Zooms at a double press. The first press may have opened a profile, which is closed again.
fn double(model: &mut Model, at: Point) -> Vec<Effect> {
    let mut effects = Vec::new();
    let at = match std::mem::replace(&mut model.sight.pressed, Pressed::Never) {
        Pressed::Never => at,
        Pressed::Finger => return Vec::new(),
        Pressed::At(first, fields) => {
            if model.field(Field::Country) != fields[0].1 {
                effects = choose(model, &fields);
                effects.push(Effect::Focus(Target::View));
            }
            first
        }
    };
    let from = model.sight.goal();
    let to = surface(model).zoomed(from, at, 2.0);
    effects.extend(fly(model, to, STEP, Then::Choose));
    effects
}

/// The reader presses the map at a point of the frame.
pub fn pressed(model: &mut Model, at: Point) {
    let fields = [Field::Country, Field::Camera].map(|field| (field, model.field(field)));
    model.sight.pressed = Pressed::At(at, fields);
}

/// Lets the next press count as a new one, not as the second half of a double press: after a tap on a country, or after a
/// press that zoomed.
pub fn tapped(model: &mut Model) {
    model.sight.pressed = Pressed::Finger;
}

/// Whether a press only ends a drag.
pub fn was_dragged(model: &Model) -> bool {
    model.sight.motion == Motion::Dragged
}

/// The pointer has left the map.
pub fn left(model: &mut Model) {
    if model.sight.motion != Motion::Dragged {
        model.sight.fingers.clear();
    }
}

/// The camera that shows a region: the box around its members' middles, without outliers.
fn around(model: &Model, id: &str) -> Option<Camera> {
    let feed = &model.feed.as_ref()?.value;
    let region = feed.region(id)?;
    let world = match surface(model) {
        Surface::Sphere => model.sight.overview.as_deref()?,
        Surface::Plane(_) => model.world.as_deref()?,
    };
    let members = feed.members.iter().filter(|member| member.region == Some(region));
    let at: Vec<Point> = members.filter_map(|member| Some(world.shape(member.code)?.anchor)).collect();
    let [left, right] = span(&at.iter().map(|at| at.x).collect::<Vec<_>>())?;
    let [top, bottom] = span(&at.iter().map(|at| at.y).collect::<Vec<_>>())?;
    let (min, max) =
        (Point { x: left - ROUND, y: top - ROUND }, Point { x: right + ROUND, y: bottom + ROUND });
    let camera = Camera::on(&Bounds { min, max });
    Some(Camera { zoom: (camera.zoom * 1.5).clamp(1.0, 5.0), ..camera })
}

/// The room for shapes around their middles, px of the frame.
const ROUND: f64 = 14.0;

/// The range of numbers without the outermost tenth on each side. Counts, since sorting takes more code.
fn span(numbers: &[f64]) -> Option<[f64; 2]> {
    let out = numbers.len() / 10;
    let beyond =
        |number: f64, sign: f64| numbers.iter().filter(|&&other| sign * other < sign * number).count() <= out;
    let far = |sign: f64| {
        numbers
            .iter()
            .copied()
            .filter(|&number| beyond(number, sign))
            .map(|number| sign * number)
            .reduce(f64::max)
    };
    Some([far(1.0)?, -far(-1.0)?])
}
