//! Closes the seam at 180°: the source cuts what crosses it (Fiji's islands) in two, along segments
//! on the meridian. Longitudes become whole numbers once round the Earth, and where a feature walks
//! the same segment both ways the two rings become one.

use super::topojson::{Feature, Node};
use std::collections::{BTreeMap, BTreeSet};

/// Two cut ends this close, in units of the source's grid, are one point: it rounds them differently.
const SNAP: i64 = 2;

/// The features without the seam; `round` is the source's units once round the Earth.
pub fn stitched(mut features: Vec<Feature>, round: i64) -> Vec<Feature> {
    let mut seam: Vec<i64> = Vec::new();
    for feature in &mut features {
        for ring in &mut feature.rings {
            ring.iter_mut().for_each(|node| *node = wrapped(*node, round, &mut seam));
            ring.dedup();
        }
        feature.rings = dissolved(std::mem::take(&mut feature.rings));
    }
    features
}

/// A node with its longitude in 0..round, snapped to the points met on the seam before.
fn wrapped([x, y]: Node, round: i64, seam: &mut Vec<i64>) -> Node {
    let x = x.rem_euclid(round);
    if x != 0 {
        return [x, y];
    }
    let known = seam.iter().find(|&&known| (known - y).abs() <= SNAP).copied();
    [
        0,
        known.unwrap_or_else(|| {
            seam.push(y);
            y
        }),
    ]
}

/// The rings of one feature without the segments that two of them walk in opposite directions.
fn dissolved(rings: Vec<Vec<Node>>) -> Vec<Vec<Node>> {
    let walked: BTreeSet<[Node; 2]> = rings.iter().flat_map(|ring| segments(ring)).collect();
    // A ring of a single point (the Vatican) is not its own inside.
    let inner = |[a, b]: [Node; 2]| a != b && walked.contains(&[b, a]);
    let (cut, mut whole): (Vec<_>, Vec<_>) = rings.into_iter().partition(|ring| segments(ring).any(inner));
    let mut onward: BTreeMap<Node, Vec<Node>> = BTreeMap::new();
    for [a, b] in cut.iter().flat_map(|ring| segments(ring)).filter(|&segment| !inner(segment)) {
        onward.entry(a).or_default().push(b);
    }
    while let Some(start) = onward.iter().find(|(_, next)| !next.is_empty()).map(|(&start, _)| start) {
        let mut ring = Vec::new();
        let mut at = start;
        while let Some(next) = onward.get_mut(&at).and_then(Vec::pop) {
            ring.push(at);
            at = next;
        }
        whole.push(ring);
    }
    whole
}

/// The segments of a ring, the closing one as well.
pub fn segments(ring: &[Node]) -> impl Iterator<Item = [Node; 2]> + '_ {
    (0..ring.len()).map(|i| [ring[i], ring[(i + 1) % ring.len()]])
}
