//! Where labels and markers go: labels where the table says or in the middle of the widest part, and
//! markers there too, but moved apart where two would overlap.

use super::place::on_map;
use super::plane::{bounds, clearance, distance};
use super::rings::Shape;
use super::rules::{Marked, Rules};
use policy_explorer::world::projection::forward;
use policy_explorer::world::{HEIGHT, Point, WIDTH};

/// Two markers are at least this far apart, px; what rounding takes off it stays above 7.5.
const APART: f64 = 7.8;

/// A marker's middle stays this far from the frame's edge, px.
const MARGIN: f64 = 6.0;

/// The points of one shape, px of the frame.
#[derive(Clone, Copy)]
pub struct Anchor {
    pub label: Point,
    pub marker: Option<Point>,
}

/// The anchors of all shapes, in their order.
pub fn anchors(shapes: &[Shape], rules: &Rules) -> Vec<Anchor> {
    let anchor = |shape: &Shape| match rules.places.get(&shape.code) {
        Some(&(place, marked)) => {
            let label = forward(on_map(place));
            Anchor { label, marker: (marked == Marked::Yes).then_some(label) }
        }
        None => Anchor { label: widest(shape), marker: None },
    };
    let mut anchors: Vec<Anchor> = shapes.iter().map(anchor).collect();
    let mut markers: Vec<&mut Point> =
        anchors.iter_mut().filter_map(|anchor| anchor.marker.as_mut()).collect();
    let moved = spread(&markers.iter().map(|marker| **marker).collect::<Vec<_>>());
    markers.iter_mut().zip(moved).for_each(|(marker, to)| **marker = to);
    anchors
}

/// The pole of inaccessibility of the main ring: the best of a lattice over its box, refined.
fn widest(shape: &Shape) -> Point {
    const ACROSS: i32 = 24;
    let main = bounds(&shape.rings[0].points);
    let (mut middle, mut size) = (main.center(), [main.width(), main.height()]);
    for _ in 0..4 {
        let lattice = (0..=ACROSS).flat_map(|i| (0..=ACROSS).map(move |j| [i, j])).map(|[i, j]| {
            let along = |k: i32| f64::from(k) / f64::from(ACROSS) - 0.5;
            Point { x: middle.x + along(i) * size[0], y: middle.y + along(j) * size[1] }
        });
        let best = lattice.map(|point| (clearance(point, shape.points()), point));
        middle = best.max_by(|a, b| a.0.total_cmp(&b.0)).map_or(middle, |(_, point)| point);
        size = size.map(|length| length * 3.0 / f64::from(ACROSS));
    }
    middle
}

/// Moves points apart, step by step, as little as it takes: two that are too near give way equally,
/// and each is drawn back a little towards its home.
fn spread(homes: &[Point]) -> Vec<Point> {
    const ROUNDS: usize = 2000;
    let mut points = homes.to_vec();
    for round in 0..ROUNDS {
        let pull = if round < ROUNDS / 2 { 0.02 } else { 0.0 };
        for (point, home) in points.iter_mut().zip(homes) {
            *point = Point { x: point.x + pull * (home.x - point.x), y: point.y + pull * (home.y - point.y) };
        }
        for i in 0..points.len() {
            for j in 0..i {
                part(&mut points, i, j);
            }
        }
    }
    points
}

fn part(points: &mut [Point], i: usize, j: usize) {
    let (a, b) = (points[i], points[j]);
    let apart = distance(a, b);
    if apart >= APART || apart == 0.0 {
        return;
    }
    let step = (APART - apart) / 2.0 / apart;
    let (dx, dy) = ((a.x - b.x) * step, (a.y - b.y) * step);
    points[i] = kept_inside(Point { x: a.x + dx, y: a.y + dy });
    points[j] = kept_inside(Point { x: b.x - dx, y: b.y - dy });
}

fn kept_inside(point: Point) -> Point {
    Point { x: point.x.clamp(MARGIN, WIDTH - MARGIN), y: point.y.clamp(MARGIN, HEIGHT - MARGIN) }
}
