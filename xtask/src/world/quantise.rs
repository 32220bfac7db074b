//! Puts the lines on the pack's grid, where what is too small for it falls away.

use super::anchor::Anchor;
use super::mesh::{Mesh, Walk};
use super::plane::bounds;
use super::rings::{Shape, walked};
use super::rules::Rules;
use super::weave::Weaver;
use policy_explorer::world::topology::{OFFSETS_PER_PX, Outline, Spot, Topology};
use policy_explorer::world::{Point, WIDTH};

/// A closed line on the grid.
pub struct Ring {
    /// None where the ring is a mere mark, shared with no neighbour.
    pub walks: Vec<Walk>,
    /// The first one not repeated at the end.
    pub spots: Vec<Spot>,
}

/// The lines of a mesh, simplified, and the grid they go to.
pub struct Lines<'a> {
    pub mesh: &'a Mesh,
    pub points: Vec<Vec<Point>>,
    /// Grid units across the frame's width.
    pub grid: u32,
}

impl Lines<'_> {
    /// The map as a pack holds it; `anchors` are those of `shapes`.
    pub fn topology(&self, shapes: &[Shape], anchors: &[Anchor], rules: &Rules) -> Topology {
        let unit = WIDTH / f64::from(self.grid);
        let lines: Vec<Vec<Spot>> = self.points.iter().map(|line| on_grid(line, unit)).collect();
        let pairs = || shapes.iter().zip(anchors);
        let rings: Vec<_> = pairs().map(|(shape, anchor)| kept(shape, &lines, anchor.label, unit)).collect();
        let mut weaver = Weaver::new(self.mesh, &lines, &rings);
        let outlines = pairs().zip(rings).map(|((shape, anchor), rings)| {
            let middle = middle(&rings[0].spots, unit);
            let label = offset(middle, anchor.label);
            let marker = anchor.marker.map(|marker| offset(moved(middle, label), marker));
            let kind = rules.kind(shape.code);
            Outline { code: shape.code, kind, rings: weaver.rings(rings), anchor: label, marker }
        });
        let outlines = outlines.collect();
        Topology { grid: self.grid, arcs: weaver.arcs, outlines }
    }
}

/// A line's points on the grid, without what adds nothing: repetitions, points halfway, and spikes.
fn on_grid(line: &[Point], unit: f64) -> Vec<Spot> {
    let mut spots: Vec<Spot> = Vec::new();
    for point in line {
        let spot = [point.x, point.y].map(|at| (at / unit).round() as i32);
        while let [.., a, b] = spots[..] {
            if !idle(a, b, spot) {
                break;
            }
            spots.pop();
        }
        if spots.last() != Some(&spot) {
            spots.push(spot);
        }
    }
    spots
}

/// Whether the line from a to c is the same without b.
fn idle(a: Spot, b: Spot, c: Spot) -> bool {
    (b[0] - a[0]) * (c[1] - b[1]) == (c[0] - b[0]) * (b[1] - a[1])
}

/// The rings that still have an area; a main one that has none becomes the smallest square.
fn kept(shape: &Shape, lines: &[Vec<Spot>], label: Point, unit: f64) -> Vec<Ring> {
    let rings = shape.rings.iter().map(|ring| {
        let walks: Vec<Walk> = ring.walks.iter().filter(|walk| lines[walk.arc].len() > 1).copied().collect();
        let arcs = walks.iter().map(|walk| walked(&lines[walk.arc], walk.heading));
        let spots = arcs.flat_map(|arc| arc[1..].to_vec()).collect();
        Ring { walks, spots }
    });
    let mut rings: Vec<Ring> = rings.collect();
    if doubled_area(&rings[0].spots) == 0 {
        rings[0] = Ring { walks: Vec::new(), spots: square(label, unit) };
    }
    rings.retain(|ring| doubled_area(&ring.spots) != 0);
    rings
}

fn doubled_area(spots: &[Spot]) -> i64 {
    let pairs = (0..spots.len()).map(|i| (spots[i], spots[(i + 1) % spots.len()]));
    pairs.map(|(a, b)| i64::from(a[0]) * i64::from(b[1]) - i64::from(b[0]) * i64::from(a[1])).sum()
}

fn square(around: Point, unit: f64) -> Vec<Spot> {
    let [x, y] = [around.x, around.y].map(|at| (at / unit).floor() as i32);
    vec![[x, y], [x + 1, y], [x + 1, y + 1], [x, y + 1]]
}

/// The middle of the box, px.
fn middle(spots: &[Spot], unit: f64) -> Point {
    let points = spots.iter().map(|&[x, y]| Point { x: f64::from(x) * unit, y: f64::from(y) * unit });
    bounds(&points.collect::<Vec<_>>()).center()
}

fn offset(from: Point, to: Point) -> [i32; 2] {
    [to.x - from.x, to.y - from.y].map(|px| (px * OFFSETS_PER_PX).round() as i32)
}

fn moved(from: Point, offset: [i32; 2]) -> Point {
    let [x, y] = offset.map(|steps| f64::from(steps) / OFFSETS_PER_PX);
    Point { x: from.x + x, y: from.y + y }
}
