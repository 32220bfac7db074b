//! Visvalingam's simplification (M. Visvalingam, J. D. Whyatt, "Line generalisation by repeated
//! elimination of points", The Cartographic Journal 30, 1993), line by line, ends kept.

use super::plane::triangle;
use super::rings::Shape;
use policy_explorer::world::Point;

/// A line may not lose triangles of more than this part of the smallest main polygon it bounds:
/// without it, Andorra's two borders would lie one on the other.
const OF_POLYGON: f64 = 1.0 / 16.0;

/// The arcs with fewer points: none whose triangle is below the threshold, px².
pub fn simplified(drawn: &[Vec<Point>], shapes: &[Shape], threshold: f64) -> Vec<Vec<Point>> {
    let mut thresholds = vec![threshold; drawn.len()];
    for main in shapes.iter().filter_map(|shape| shape.rings.first()) {
        for walk in &main.walks {
            thresholds[walk.arc] = thresholds[walk.arc].min(main.area * OF_POLYGON);
        }
    }
    drawn.iter().zip(thresholds).map(|(arc, threshold)| line(arc, threshold)).collect()
}

fn line(points: &[Point], threshold: f64) -> Vec<Point> {
    let weights = weights(points);
    let closed = points.first() == points.last();
    let mut order: Vec<f64> = weights[1..weights.len() - 1].to_vec();
    order.sort_by(|a, b| b.total_cmp(a));
    // A closed line keeps three corners.
    let limit = match order.get(1) {
        Some(&second) if closed => threshold.min(second),
        _ => threshold,
    };
    points.iter().zip(weights).filter(|&(_, weight)| weight >= limit).map(|(&point, _)| point).collect()
}

/// For each point the size at which it goes, px²: that of its triangle when it is the smallest left,
/// and never less than one that went before it. Ends never go.
fn weights(points: &[Point]) -> Vec<f64> {
    let mut weights = vec![f64::INFINITY; points.len()];
    let mut left: Vec<usize> = (0..points.len()).collect();
    let size = |left: &[usize], k: usize| {
        let [a, b, c] = [left[k - 1], left[k], left[k + 1]].map(|i| points[i]);
        triangle(a, b, c)
    };
    let mut sizes: Vec<f64> = (0..left.len()).map(|_| f64::INFINITY).collect();
    (1..left.len().saturating_sub(1)).for_each(|k| sizes[k] = size(&left, k));
    let mut largest = 0f64;
    while left.len() > 2 {
        let smallest = (1..left.len() - 1).min_by(|&a, &b| sizes[a].total_cmp(&sizes[b]));
        let k = smallest.expect("there is a point between the ends");
        largest = largest.max(sizes[k]);
        weights[left[k]] = largest;
        left.remove(k);
        sizes.remove(k);
        for near in [k - 1, k] {
            if near > 0 && near + 1 < left.len() {
                sizes[near] = size(&left, near);
            }
        }
    }
    weights
}
