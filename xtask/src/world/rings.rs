//! Chooses what of each shape is drawn: its main polygon always, islands if they are large enough to
//! see, and whatever touches a neighbour.

use super::mesh::{Heading, Mesh, Walk};
use super::place::on_map;
use super::plane::{area, clearance, distance};
use super::rules::Rules;
use anyhow::{Context, Result, ensure};
use policy_explorer::country::Code;
use policy_explorer::world::projection::forward;
use policy_explorer::world::{HEIGHT, Point};

/// A shape with the rings to draw, the main one first.
pub struct Shape {
    pub code: Code,
    pub rings: Vec<Ring>,
}

/// A closed line in px of the frame.
pub struct Ring {
    pub walks: Vec<Walk>,
    /// The first one not repeated at the end.
    pub points: Vec<Point>,
    /// px².
    pub area: f64,
}

impl Shape {
    /// The rings' points.
    pub fn points(&self) -> impl Iterator<Item = &[Point]> {
        self.rings.iter().map(|ring| ring.points.as_slice())
    }
}

/// The shapes in order of code, without islands below the threshold, px².
pub fn shapes(mesh: &Mesh, drawn: &[Vec<Point>], rules: &Rules, threshold: f64) -> Result<Vec<Shape>> {
    let shape = |(code, rings): &(Code, Vec<Vec<Walk>>)| {
        let rings = rings.iter().map(|walks| ring(walks, drawn));
        let mut rings: Vec<Ring> =
            rings.collect::<Result<_>>().with_context(|| format!("a ring of {code}"))?;
        let main = main(*code, &rings, rules).with_context(|| format!("{code} has no rings"))?;
        rings.swap(0, main);
        let kept = |ring: &Ring| in_frame(ring) && (ring.area >= threshold || touches(mesh, ring));
        let others = rings.split_off(1);
        rings.extend(others.into_iter().filter(kept));
        Ok(Shape { code: *code, rings })
    };
    mesh.outlines.iter().map(shape).collect()
}

/// The South Sandwich Islands lie below the frame.
fn in_frame(ring: &Ring) -> bool {
    ring.points.iter().all(|point| point.y <= HEIGHT)
}

/// Whether a ring has a border with another shape.
fn touches(mesh: &Mesh, ring: &Ring) -> bool {
    ring.walks.iter().any(|walk| mesh.arcs[walk.arc].owners.len() > 1)
}

/// The ring that the label is in (or nearest to: Kiribati's is its capital's island), else the largest.
fn main(code: Code, rings: &[Ring], rules: &Rules) -> Option<usize> {
    let rank = |ring: &Ring| match rules.places.get(&code) {
        Some(&(place, _)) => clearance(forward(on_map(place)), [ring.points.as_slice()]),
        None => ring.area,
    };
    (0..rings.len()).max_by(|&a, &b| rank(&rings[a]).total_cmp(&rank(&rings[b])))
}

fn ring(walks: &[Walk], drawn: &[Vec<Point>]) -> Result<Ring> {
    let mut points: Vec<Point> = Vec::new();
    for walk in walks {
        let arc = walked(&drawn[walk.arc], walk.heading);
        ensure!(points.last().is_none_or(|&end| distance(end, arc[0]) < 1e-6), "crosses the cut at 169° W");
        points.pop();
        points.extend(arc);
    }
    points.pop();
    let area = area(&points);
    Ok(Ring { walks: walks.to_vec(), points, area })
}

/// An arc in the order in which it is walked.
pub fn walked<T: Copy>(arc: &[T], heading: Heading) -> Vec<T> {
    match heading {
        Heading::Along => arc.to_vec(),
        Heading::Against => arc.iter().rev().copied().collect(),
    }
}
