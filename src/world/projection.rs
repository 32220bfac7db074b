//! The Equal Earth projection, from degrees to px of the frame and back. Equal-area, so that no
//! country's status looks bigger than it is.
//!
//! Formula: B. Šavrič, T. Patterson, B. Jenny, "The Equal Earth map projection", International
//! Journal of Geographical Information Science 33 (2019), doi:10.1080/13658816.2018.1504949.

use super::{Point, WIDTH};
use std::f64::consts::PI;

/// The meridian in the map's middle, degrees east: with it neither Chukotka nor Fiji is cut.
pub const CENTRAL_MERIDIAN: f64 = 11.0;

/// The paper's polynomial.
const A: [f64; 4] = [1.340264, -0.081106, 0.000893, 0.003796];

/// The sine of the parametric latitude per sine of the latitude.
const M: f64 = 0.866_025_403_784_438_6;

/// px per unit of the formula on a sphere of radius 1: the equator fills the frame's width.
const SCALE: f64 = WIDTH * M * A[0] / (2.0 * PI);

/// A place on Earth, degrees.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// Degrees east of Greenwich.
    pub lon: f64,
    /// Degrees north of the equator.
    pub lat: f64,
}

/// Where a place lies in the frame, px. The frame's upper edge is the North Pole. Longitudes are not
/// wrapped: one more than 180° from the central meridian lands beyond the edge.
pub fn forward(place: Place) -> Point {
    let t = (M * sin(place.lat.to_radians())).asin();
    let lambda = (place.lon - CENTRAL_MERIDIAN).to_radians();
    let x = lambda * cos(t) / (M * slope(t));
    Point { x: WIDTH / 2.0 + SCALE * x, y: SCALE * (height(pole()) - height(t)) }
}

/// The place that lies at a point of the frame; `None` off the map. Longitudes come between 169° W
/// and 191° E.
pub fn inverse(point: Point) -> Option<Place> {
    if parameter(height(pole()) - point.y / SCALE).abs() > pole() + 1e-9 {
        return None;
    }
    let place = unwrapped(point);
    let inside = (place.lon - CENTRAL_MERIDIAN).to_radians().abs() <= PI + 1e-9;
    inside.then_some(place)
}

/// The same without an edge: beside the map longitudes go on, above and below it there are poles.
pub fn unwrapped(point: Point) -> Place {
    let t = parameter(height(pole()) - point.y / SCALE).clamp(-pole(), pole());
    let lambda = (point.x - WIDTH / 2.0) / SCALE * M * slope(t) / cos(t);
    let lat = (sin(t) / M).clamp(-1.0, 1.0).asin();
    Place { lon: lambda.to_degrees() + CENTRAL_MERIDIAN, lat: lat.to_degrees() }
}

/// The sine of an angle of at most a right one, radians: its Taylor series. That of std reduces angles of any size
/// first, which takes as much code as all the rest here.
pub fn sin(angle: f64) -> f64 {
    let square = angle * angle;
    let (mut term, mut sum) = (angle, angle);
    for n in 1..9 {
        let n = f64::from(2 * n);
        term *= -square / (n * (n + 1.0));
        sum += term;
    }
    sum
}

/// The cosine of an angle of at most a right one, radians.
pub fn cos(angle: f64) -> f64 {
    let sine = sin(angle);
    (1.0 - sine * sine).max(0.0).sqrt()
}

/// The parametric latitude of a pole, radians.
fn pole() -> f64 {
    M.asin()
}

/// The formula's y of a parametric latitude.
fn height(t: f64) -> f64 {
    let t2 = t * t;
    let t6 = t2 * t2 * t2;
    t * (A[0] + A[1] * t2 + t6 * (A[2] + A[3] * t2))
}

/// Its derivative.
fn slope(t: f64) -> f64 {
    let t2 = t * t;
    let t6 = t2 * t2 * t2;
    A[0] + 3.0 * A[1] * t2 + t6 * (7.0 * A[2] + 9.0 * A[3] * t2)
}

/// The parametric latitude of a y, by Newton's method: [`height`] is steep and nearly straight.
fn parameter(y: f64) -> f64 {
    let mut t = y / A[0];
    for _ in 0..12 {
        t -= (height(t) - y) / slope(t);
    }
    t
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::world::HEIGHT;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn inverse_undoes_forward(lon in -169.0..=191.0f64, lat in -90.0..=90.0f64) {
            let place = inverse(forward(Place { lon, lat })).expect("a place on Earth is on the map");
            prop_assert!((place.lat - lat).abs() < 1e-6, "{place:?}");
            // At a pole all longitudes are one place, though not one point of this map.
            prop_assert!((place.lon - lon).abs() < 1e-6, "{place:?}");
        }

        #[test]
        fn forward_undoes_inverse(x in 0.0..=WIDTH, y in 0.0..=HEIGHT) {
            if let Some(place) = inverse(Point { x, y }) {
                let back = forward(place);
                prop_assert!((back.x - x).abs() < 1e-6 && (back.y - y).abs() < 1e-6, "{back:?}");
            }
        }

        #[test]
        fn area_is_kept(lon in -168.0..190.0f64, lat in -89.0..89.0f64) {
            // A small cell in px², per its share of the sphere.
            let d = 1e-3;
            let at = |dx: f64, dy: f64| forward(Place { lon: lon + dx, lat: lat + dy });
            let (o, e, n) = (at(0.0, 0.0), at(d, 0.0), at(0.0, d));
            let px = ((e.x - o.x) * (n.y - o.y) - (n.x - o.x) * (e.y - o.y)).abs();
            let sphere = d.to_radians().powi(2) * (lat + d / 2.0).to_radians().cos();
            prop_assert!((px / sphere / SCALE.powi(2) - 1.0).abs() < 1e-3, "{}", px / sphere / SCALE.powi(2));
        }
    }

    #[test]
    fn the_frame_is_960_px_wide_at_the_equator_and_begins_at_the_pole() {
        let [west, east] = [-169.0, 191.0].map(|lon| forward(Place { lon, lat: 0.0 }));
        assert!(west.x.abs() < 1e-9 && (east.x - WIDTH).abs() < 1e-9);
        assert!(forward(Place { lon: 11.0, lat: 90.0 }).y.abs() < 1e-9);
        assert_eq!((west.y * 10.0).round(), 2336.0);
    }

    #[test]
    fn what_lies_off_the_map_has_no_place() {
        for (x, y) in [(0.0, 10.0), (WIDTH, 10.0), (480.0, -1.0), (480.0, 500.0), (-1.0, 233.0)] {
            assert_eq!(inverse(Point { x, y }), None, "{x}, {y}");
        }
    }
}
