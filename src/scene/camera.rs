//! Where the map is looked at from: the place in its middle and how near. On a plane that is a part of the frame
//! that never reaches beyond it; of a globe, the side that is turned to the viewer. Lengths are px of the frame.

use super::number::{precise, px};
use crate::world::projection::{Place, cos, forward, sin, unwrapped};
use crate::world::{Bounds, Form, HEIGHT, Point, WIDTH, World, globe};

/// The nearest.
pub const NEAREST: f64 = 16.0;

/// How near one goes to a country or a region: it still has its neighbours around it.
const NEAR: f64 = 6.0;

/// How much of the frame a country or region takes when one goes to it.
const FILLED: f64 = 0.5;

/// Where one looks, and how near.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Camera {
    /// The place in the middle, as a point of the Equal Earth frame; of tiles, that point of their frame.
    pub middle: Point,
    /// How many times larger than the whole map.
    pub zoom: f64,
}

/// What is looked at.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Surface {
    /// A frame of this height.
    Plane(f64),
    /// A globe.
    Sphere,
}

impl Camera {
    /// The whole world.
    pub const WHOLE: Camera = Camera { middle: Point { x: WIDTH / 2.0, y: HEIGHT / 2.0 }, zoom: 1.0 };

    /// Reads "latitude longitude zoom".
    pub fn parse(text: &str) -> Option<Self> {
        let mut numbers = text.split_whitespace().map(decimal);
        let mut number =
            |least: f64, most: f64| numbers.next()?.filter(|number| (least..=most).contains(number));
        let (lat, lon, zoom) = (number(-90.0, 90.0)?, number(-360.0, 360.0)?, number(1.0, NEAREST)?);
        numbers.next().is_none().then(|| Self { middle: forward(Place { lon, lat }), zoom })
    }

    /// What `parse` reads.
    pub fn text(&self) -> String {
        let Place { lon, lat } = self.place();
        format!("{} {} {}", px(lat), px(lon), px(self.zoom))
    }

    /// The place in the middle.
    pub fn place(&self) -> Place {
        unwrapped(self.middle)
    }

    /// The camera that has a box before it.
    pub fn on(bounds: &Bounds) -> Self {
        let fit = (WIDTH / bounds.width().max(1.0)).min(HEIGHT / bounds.height().max(1.0)) * FILLED;
        Self { middle: bounds.center(), zoom: fit.clamp(1.0, NEAR) }
    }

    /// On the way from one to another; `along` goes from 0 to 1. What both show keeps to a straight line.
    pub fn between(from: &Self, to: &Self, along: f64) -> Self {
        let mix = |from: f64, to: f64| from + along * (to - from);
        Self {
            middle: Point { x: mix(from.middle.x, to.middle.x), y: mix(from.middle.y, to.middle.y) },
            zoom: 1.0 / mix(1.0 / from.zoom, 1.0 / to.zoom),
        }
    }
}

/// A point of the Equal Earth frame, or beyond it the same place seen from the side nearer to another.
pub fn nearest(at: Point, to: Point) -> Point {
    let (place, goal) = (unwrapped(at), unwrapped(to));
    let turns = ((goal.lon - place.lon) / 360.0).round() * 360.0;
    forward(Place { lon: place.lon + turns, ..place })
}

/// A decimal number without an exponent. Reading one the general way takes more code than all the rest of
/// the camera.
fn decimal(text: &str) -> Option<f64> {
    let (sign, digits) = text.strip_prefix('-').map_or((1.0, text), |digits| (-1.0, digits));
    let mut value = 0.0;
    let mut place = 0.0;
    for digit in digits.bytes() {
        match digit {
            b'.' if place == 0.0 => place = 1.0,
            b'0'..=b'9' => {
                value = value * 10.0 + f64::from(digit - b'0');
                place *= 10.0;
            }
            _ => return None,
        }
    }
    let is_number = digits.bytes().any(|digit| digit != b'.');
    is_number.then(|| sign * value / if place > 0.0 { place } else { 1.0 })
}

impl Surface {
    /// That of a world.
    pub fn of(world: &World) -> Self {
        if matches!(world.form, Form::Globe(_)) { Self::Sphere } else { Self::Plane(world.height) }
    }

    fn height(self) -> f64 {
        match self {
            Self::Plane(height) => height,
            Self::Sphere => globe::HEIGHT,
        }
    }

    /// The middle of the frame.
    pub fn middle(self) -> Point {
        Point { x: WIDTH / 2.0, y: self.height() / 2.0 }
    }

    /// The same camera within its bounds: the map never leaves its frame, north is never down.
    pub fn clamped(self, camera: Camera) -> Camera {
        let zoom = camera.zoom.clamp(1.0, NEAREST);
        let within = |at: f64, length: f64| at.clamp(length / 2.0 / zoom, length - length / 2.0 / zoom);
        let Point { x, y } = camera.middle;
        let middle = match self {
            Self::Plane(height) => Point { x: within(x, WIDTH), y: within(y, height) },
            Self::Sphere => {
                let Place { lon, lat } = unwrapped(camera.middle);
                let turns = ((lon - 11.0) / 360.0).round() * 360.0;
                forward(Place { lon: lon - turns, lat: lat.clamp(-85.0, 85.0) })
            }
        };
        Camera { middle, zoom }
    }

    /// The camera after the map was dragged so far over the screen.
    pub fn dragged(self, camera: Camera, x: f64, y: f64) -> Camera {
        let middle = match self {
            Self::Plane(_) => {
                Point { x: camera.middle.x - x / camera.zoom, y: camera.middle.y - y / camera.zoom }
            }
            Self::Sphere => {
                let turn = 1.0 / (globe::RADIUS * camera.zoom);
                let Place { lon, lat } = camera.place();
                let lat = (lat + (y * turn).to_degrees()).clamp(-85.0, 85.0);
                forward(Place { lon: lon - (x * turn).to_degrees(), lat })
            }
        };
        self.clamped(Camera { middle, ..camera })
    }

    /// The camera so many times nearer. What lies at `about` in the frame stays there, as far as the frame
    /// allows; on a globe, the middle stays.
    pub fn zoomed(self, camera: Camera, about: Point, times: f64) -> Camera {
        let zoom = (camera.zoom * times).clamp(1.0, NEAREST);
        let middle = match self {
            Self::Plane(_) => {
                let (fixed, center) = (self.under(&camera, about), self.middle());
                Point { x: fixed.x - (about.x - center.x) / zoom, y: fixed.y - (about.y - center.y) / zoom }
            }
            Self::Sphere => camera.middle,
        };
        self.clamped(Camera { middle, zoom })
    }

    /// The part of the world's drawing that is in the middle of the frame.
    fn looked_at(self, camera: &Camera) -> Point {
        match self {
            Self::Plane(_) => camera.middle,
            Self::Sphere => self.middle(),
        }
    }

    /// The point of the world's drawing that lies at a point of the frame.
    pub fn under(self, camera: &Camera, at: Point) -> Point {
        let (from, center) = (self.looked_at(camera), self.middle());
        Point { x: from.x + (at.x - center.x) / camera.zoom, y: from.y + (at.y - center.y) / camera.zoom }
    }

    /// Where a point of the world's drawing lies in the frame.
    pub fn over(self, camera: &Camera, at: Point) -> Point {
        let (from, center) = (self.looked_at(camera), self.middle());
        Point { x: center.x + (at.x - from.x) * camera.zoom, y: center.y + (at.y - from.y) * camera.zoom }
    }

    /// Whether a place can be seen well: in the frame, not too near to its edge, not near a globe's horizon. It is a
    /// point of the drawing; of a globe, one of the Equal Earth frame.
    pub fn shows(self, camera: &Camera, at: Point) -> bool {
        const EDGE: f64 = 16.0;
        match self {
            Self::Plane(_) if camera.zoom == 1.0 => true,
            Self::Plane(height) => {
                let Point { x, y } = self.over(camera, at);
                (EDGE..=WIDTH - EDGE).contains(&x) && (EDGE..=height - EDGE).contains(&y)
            }
            Self::Sphere => {
                let (from, to) = (unwrapped(nearest(camera.middle, at)), unwrapped(at));
                let (lat, other) = (from.lat.to_radians(), to.lat.to_radians());
                let half = sin((to.lon - from.lon).to_radians() / 2.0);
                let towards = sin(lat) * sin(other) + cos(lat) * cos(other) * (1.0 - 2.0 * half * half);
                let seen = (1.0 / camera.zoom).min(0.95);
                towards > (1.0 - seen * seen).sqrt()
            }
        }
    }

    /// How what is drawn for one camera is moved and stretched so that it is seen by another one, as CSS writes it for the
    /// frame, with its origin in the corner.
    pub fn shift(self, drawn: &Camera, seen: &Camera) -> String {
        let times = seen.zoom / drawn.zoom;
        let corner = Point { x: 0.0, y: 0.0 };
        let (from, to) = (self.over(drawn, corner), self.over(seen, corner));
        let share = |from: f64, to: f64, length: f64| precise((to - from * times) / length * 100.0);
        let (x, y) = (share(from.x, to.x, WIDTH), share(from.y, to.y, self.height()));
        format!("translate({x}%,{y}%) scale({})", precise(times))
    }

    /// The drawing's `transform`.
    pub fn transform(self, camera: &Camera) -> String {
        let Point { x, y } = self.over(camera, Point { x: 0.0, y: 0.0 });
        format!("translate({} {}) scale({})", precise(x), precise(y), precise(camera.zoom))
    }
}
