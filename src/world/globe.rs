//! The world as a globe seen from far away: orthographic. The lines of a pack are taken back from the plane to
//! the sphere once; each turn of the globe is then one rotation and one projection.
//!
//! What lies beyond the horizon is drawn along it: moved straight out from the point opposite the viewer, which
//! leaves the part of a shape that is seen as it is, and closes it along the horizon. That holds for every ring
//! that does not go round that point and is seen at all, as no country's does.

use super::path::{Pen, Walk, anchors, bounds, line};
use super::projection::{Place, unwrapped};
use super::topology::{Spot, Topology};
use super::{Bounds, Form, Kind, Point, Shape, WIDTH, World};
use crate::country::Code;

/// The frame's height in px.
pub const HEIGHT: f64 = 520.0;

/// The globe's radius, px of the frame.
pub const RADIUS: f64 = 250.0;

/// Grid units across the frame's width.
const GRID: f64 = 8192.0;

/// The longest step along a line, px of the Equal Earth frame: lines that are straight there (parallels are) are
/// not straight here.
const STEP: f64 = 4.0;

/// Markers and anchors this near to the horizon count as hidden: cosine of the angle from the middle.
const EDGE: f64 = 0.06;

/// A direction from the Earth's middle, of length 1.
type Vector = [f64; 3];

/// The shapes and lines on the sphere.
pub struct Globe {
    solids: Vec<Solid>,
    /// Borders, disputed borders, coasts.
    lines: [Vec<Vec<Vector>>; 3],
}

struct Solid {
    code: Code,
    kind: Kind,
    rings: Vec<Vec<Vector>>,
    anchor: Vector,
    marker: Option<Vector>,
}

impl Globe {
    /// Takes the lines of a map back to the sphere.
    pub fn new(topology: &Topology) -> Self {
        let unit = WIDTH / f64::from(topology.grid);
        let mut walk = Walk::new(topology);
        let mut solids = Vec::new();
        for outline in &topology.outlines {
            let rings: Vec<Vec<Spot>> = outline.rings.iter().map(|ring| walk.points(ring)).collect();
            let (anchor, marker) = anchors(&bounds(&rings[0], unit), outline);
            solids.push(Solid {
                code: outline.code,
                kind: outline.kind,
                rings: rings.into_iter().map(|ring| lifted(&closed(ring), unit)).collect(),
                anchor: vector(unwrapped(anchor)),
                marker: marker.map(|marker| vector(unwrapped(marker))),
            });
        }
        let mut lines = [Vec::new(), Vec::new(), Vec::new()];
        for (arc, owners) in topology.arcs.iter().zip(walk.owners) {
            lines[line(arc, owners)].push(lifted(&arc.points, unit));
        }
        Self { solids, lines }
    }

    /// The globe with a place in the middle of its disc, north up. All shapes are there, in the order of the
    /// map's; those on the far side have no path, and anchor and marker outside the frame.
    pub fn seen(&self, from: Place) -> World {
        let eye = Eye::new(from);
        let [borders, disputed, coasts] = [0, 1, 2].map(|kind| {
            let mut pen = Pen::default();
            self.lines[kind].iter().for_each(|points| eye.line(&mut pen, points));
            pen.text.into()
        });
        World {
            unit: unit(),
            shapes: self.solids.iter().map(|solid| eye.shape(solid)).collect(),
            borders,
            disputed,
            coasts,
            height: HEIGHT,
            form: Form::Globe(outline().into()),
        }
    }
}

/// The globe's edge.
fn outline() -> String {
    let [x, y] = spot([WIDTH / 2.0 - RADIUS, HEIGHT / 2.0]);
    let [radius, _] = spot([RADIUS, 0.0]);
    let across = 2 * radius;
    format!("m{x},{y}a{radius},{radius},0,1,1,{across},0a{radius},{radius},0,1,1,-{across},0z")
}

/// px of the frame per grid unit.
fn unit() -> f64 {
    WIDTH / GRID
}

fn closed(mut ring: Vec<Spot>) -> Vec<Spot> {
    ring.extend(ring.first().copied());
    ring
}

/// A line of the plane on the sphere, with steps short enough to keep its form.
fn lifted(points: &[Spot], unit: f64) -> Vec<Vector> {
    let px = |[x, y]: Spot| [f64::from(x) * unit, f64::from(y) * unit];
    let mut lifted = Vec::new();
    for pair in points.windows(2) {
        let ([x, y], [to_x, to_y]) = (px(pair[0]), px(pair[1]));
        let steps = ((to_x - x).hypot(to_y - y) / STEP).ceil().max(1.0);
        for step in 0..steps as i32 {
            let along = f64::from(step) / steps;
            lifted.push(vector(unwrapped(Point { x: x + along * (to_x - x), y: y + along * (to_y - y) })));
        }
    }
    if let Some(&last) = points.last() {
        let [x, y] = px(last);
        lifted.push(vector(unwrapped(Point { x, y })));
    }
    lifted
}

fn vector(place: Place) -> Vector {
    let (lon, lat) = (place.lon.to_radians(), place.lat.to_radians());
    [lat.cos() * lon.cos(), lat.cos() * lon.sin(), lat.sin()]
}

/// The viewer: the directions of east, north and of the viewer themselves.
struct Eye([Vector; 3]);

impl Eye {
    fn new(place: Place) -> Self {
        let (lon, lat) = (place.lon.to_radians(), place.lat.to_radians());
        let north = [-lat.sin() * lon.cos(), -lat.sin() * lon.sin(), lat.cos()];
        Self([[-lon.sin(), lon.cos(), 0.0], north, vector(place)])
    }

    /// East, north and towards the viewer, in radii.
    fn turned(&self, at: Vector) -> Vector {
        self.0.map(|axis| axis[0] * at[0] + axis[1] * at[1] + axis[2] * at[2])
    }

    /// Where a point is drawn, grid units, and whether it is on the near side.
    fn drawn(&self, at: Vector) -> (Spot, Side) {
        let [x, y, z] = self.turned(at);
        let (out, side) = if z >= 0.0 { (1.0, Side::Near) } else { (1.0 / x.hypot(y).max(1e-9), Side::Far) };
        (spot([WIDTH / 2.0 + RADIUS * x * out, HEIGHT / 2.0 - RADIUS * y * out]), side)
    }

    fn ring(&self, points: &[Vector]) -> Option<Vec<Spot>> {
        let drawn: Vec<(Spot, Side)> = points.iter().map(|&point| self.drawn(point)).collect();
        drawn.iter().any(|(_, side)| *side == Side::Near).then(|| {
            let mut spots: Vec<Spot> = drawn.into_iter().map(|(spot, _)| spot).collect();
            spots.dedup();
            spots.pop();
            spots
        })
    }

    /// The parts of a line that are seen, each as far as the horizon.
    fn line(&self, pen: &mut Pen, points: &[Vector]) {
        let mut seen: Vec<Spot> = Vec::new();
        let mut before: Option<(Spot, Side)> = None;
        for (spot, side) in points.iter().map(|&point| self.drawn(point)) {
            match (before, side) {
                (Some((last, Side::Far)), Side::Near) => seen.extend([last, spot]),
                (Some((_, Side::Near)), _) | (None, Side::Near) => seen.push(spot),
                (_, Side::Far) => {}
            }
            if side == Side::Far && seen.len() > 1 {
                pen.line(&std::mem::take(&mut seen));
            }
            before = Some((spot, side));
        }
        if seen.len() > 1 {
            pen.line(&seen);
        }
    }

    fn shape(&self, solid: &Solid) -> Shape {
        let mut pen = Pen::default();
        let mut main = None;
        for (index, ring) in solid.rings.iter().enumerate() {
            let Some(spots) = self.ring(ring).filter(|spots| spots.len() > 2) else { continue };
            pen.ring(&spots);
            if index == 0 {
                main = Some(bounds(&spots, unit()));
            }
        }
        let anchor = self.anchor(solid.anchor);
        Shape {
            code: solid.code,
            kind: solid.kind,
            path: pen.text.into(),
            anchor,
            marker: solid.marker.map(|marker| self.anchor(marker)),
            bounds: main.unwrap_or(Bounds { min: anchor, max: anchor }),
        }
    }

    /// Where a point lies, px of the frame; one that is hidden, outside the frame.
    fn anchor(&self, at: Vector) -> Point {
        let [x, y, z] = self.turned(at);
        let out = if z > EDGE { 1.0 } else { 4.0 / x.hypot(y).max(1e-9) };
        Point { x: WIDTH / 2.0 + RADIUS * x * out, y: HEIGHT / 2.0 - RADIUS * y * out }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Near,
    Far,
}

#[allow(clippy::cast_possible_truncation)]
fn spot([x, y]: [f64; 2]) -> Spot {
    [(x / unit()).round() as i32, (y / unit()).round() as i32]
}
