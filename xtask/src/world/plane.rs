//! Plane geometry in px of the frame.

use policy_explorer::world::{Bounds, Point};

/// The area of the triangle of three points, px².
pub fn triangle(a: Point, b: Point, c: Point) -> f64 {
    ((b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y)).abs() / 2.0
}

/// The area inside a ring, px².
pub fn area(ring: &[Point]) -> f64 {
    sides(ring).map(|[a, b]| a.x * b.y - b.x * a.y).sum::<f64>().abs() / 2.0
}

/// How far inside the rings (by the even-odd rule) a point lies, px from the nearest edge; negative outside.
pub fn clearance<'a>(point: Point, rings: impl IntoIterator<Item = &'a [Point]>) -> f64 {
    let mut sign = -1.0;
    let mut least = f64::INFINITY;
    for [a, b] in rings.into_iter().flat_map(sides) {
        let crosses = (a.y > point.y) != (b.y > point.y);
        if crosses && point.x < a.x + (point.y - a.y) / (b.y - a.y) * (b.x - a.x) {
            sign = -sign;
        }
        least = least.min(distance_to_side(point, a, b));
    }
    sign * least
}

/// The distance of two points, px.
pub fn distance(a: Point, b: Point) -> f64 {
    (a.x - b.x).hypot(a.y - b.y)
}

/// The box of a ring.
pub fn bounds(ring: &[Point]) -> Bounds {
    let fold = |axis: fn(&Point) -> f64, pick: fn(f64, f64) -> f64| ring.iter().map(axis).reduce(pick);
    let corner = |pick: fn(f64, f64) -> f64| Point {
        x: fold(|point| point.x, pick).unwrap_or_default(),
        y: fold(|point| point.y, pick).unwrap_or_default(),
    };
    Bounds { min: corner(f64::min), max: corner(f64::max) }
}

fn sides(ring: &[Point]) -> impl Iterator<Item = [Point; 2]> + '_ {
    (0..ring.len()).map(|i| [ring[i], ring[(i + 1) % ring.len()]])
}

fn distance_to_side(point: Point, a: Point, b: Point) -> f64 {
    let length = (b.x - a.x).powi(2) + (b.y - a.y).powi(2);
    let along = (point.x - a.x) * (b.x - a.x) + (point.y - a.y) * (b.y - a.y);
    let t = if length > 0.0 { (along / length).clamp(0.0, 1.0) } else { 0.0 };
    distance(point, Point { x: a.x + t * (b.x - a.x), y: a.y + t * (b.y - a.y) })
}
