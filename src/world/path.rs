//! Draws a [`Topology`]: SVG path data in grid units, rings for the shapes and lines for the borders.

use super::topology::{Arc, ArcRef, Course, OFFSETS_PER_PX, Outline, Spot, Topology};
use super::{Bounds, Form, HEIGHT, Point, Shape, WIDTH, World};

impl Topology {
    /// The map as path data.
    pub fn draw(&self) -> World {
        let unit = WIDTH / f64::from(self.grid);
        let mut drawing = Drawing { unit, walk: Walk::new(self) };
        let shapes = self.outlines.iter().map(|outline| drawing.shape(outline)).collect();
        let mut pens = [Pen::default(), Pen::default(), Pen::default()];
        for (arc, owners) in self.arcs.iter().zip(drawing.walk.owners) {
            pens[line(arc, owners)].arc(arc);
        }
        let [borders, disputed, coasts] = pens.map(|pen| pen.text.into());
        World { unit, shapes, borders, disputed, coasts, height: HEIGHT, form: Form::Map }
    }
}

/// Which of borders, disputed borders and coasts an arc is part of.
pub(super) fn line(arc: &Arc, owners: u8) -> usize {
    match (arc.course, owners) {
        (Course::Disputed, _) => 1,
        (_, 0 | 1) => 2,
        _ => 0,
    }
}

struct Drawing<'a> {
    unit: f64,
    walk: Walk<'a>,
}

impl Drawing<'_> {
    fn shape(&mut self, outline: &Outline) -> Shape {
        let mut pen = Pen::default();
        let mut main = None;
        for ring in &outline.rings {
            let points = self.walk.points(ring);
            pen.ring(&points);
            main.get_or_insert(points);
        }
        let bounds = bounds(&main.unwrap_or_default(), self.unit);
        let (anchor, marker) = anchors(&bounds, outline);
        Shape { code: outline.code, kind: outline.kind, path: pen.text.into(), anchor, marker, bounds }
    }
}

/// Anchor and marker of a shape whose main ring has these bounds, px.
pub(super) fn anchors(bounds: &Bounds, outline: &Outline) -> (Point, Option<Point>) {
    let anchor = moved(bounds.center(), outline.anchor);
    (anchor, outline.marker.map(|offset| moved(anchor, offset)))
}

/// Goes along the rings, in the order of the outlines.
pub(super) struct Walk<'a> {
    topology: &'a Topology,
    /// The first arc not used yet.
    next: usize,
    /// How many shapes each arc is part of.
    pub(super) owners: Vec<u8>,
}

impl<'a> Walk<'a> {
    pub(super) fn new(topology: &'a Topology) -> Self {
        Self { topology, next: 0, owners: vec![0; topology.arcs.len()] }
    }

    /// The ring's points, the first one not repeated at the end.
    pub(super) fn points(&mut self, ring: &[ArcRef]) -> Vec<Spot> {
        let mut points = Vec::new();
        for step in ring {
            let index = match *step {
                ArcRef::Next => {
                    self.next += 1;
                    self.next - 1
                }
                ArcRef::Back(arc) => arc,
            };
            self.owners[index] += 1;
            let arc = &self.topology.arcs[index].points;
            match step {
                ArcRef::Next => points.extend(&arc[..arc.len() - 1]),
                ArcRef::Back(_) => points.extend(arc[1..].iter().rev()),
            }
        }
        points
    }
}

fn moved(from: Point, offset: [i32; 2]) -> Point {
    let [x, y] = offset.map(|steps| f64::from(steps) / OFFSETS_PER_PX);
    Point { x: from.x + x, y: from.y + y }
}

pub(super) fn bounds(points: &[Spot], unit: f64) -> Bounds {
    let mut min = [i32::MAX; 2];
    let mut max = [i32::MIN; 2];
    for point in points {
        for axis in 0..2 {
            min[axis] = min[axis].min(point[axis]);
            max[axis] = max[axis].max(point[axis]);
        }
    }
    let point = |[x, y]: Spot| Point { x: f64::from(x) * unit, y: f64::from(y) * unit };
    Bounds { min: point(min), max: point(max) }
}

/// Path data under way: relative commands, without a character too many.
#[derive(Default)]
pub(super) struct Pen {
    pub(super) text: String,
    at: Spot,
}

impl Pen {
    fn arc(&mut self, arc: &Arc) {
        match arc.points.split_last() {
            Some((last, rest)) if rest.first() == Some(last) => self.ring(rest),
            _ => self.line(&arc.points),
        }
    }

    pub(super) fn ring(&mut self, points: &[Spot]) {
        self.line(points);
        self.text.push('z');
        self.at = points.first().copied().unwrap_or(self.at);
    }

    pub(super) fn line(&mut self, points: &[Spot]) {
        for (i, &point) in points.iter().enumerate() {
            let [x, y] = [point[0] - self.at[0], point[1] - self.at[1]];
            self.text.push_str(match i {
                0 => "m",
                1 => "l",
                _ if x < 0 => "",
                _ => " ",
            });
            self.number(x);
            if y >= 0 {
                self.text.push(',');
            }
            self.number(y);
            self.at = point;
        }
    }

    /// Writes a number: by hand, since the formatting of `std` doubles the time that drawing takes.
    fn number(&mut self, number: i32) {
        if number < 0 {
            self.text.push('-');
        }
        let mut digits = [0u8; 10];
        let mut rest = number.unsigned_abs();
        let mut first = digits.len();
        while rest > 0 || first == digits.len() {
            first -= 1;
            digits[first] = b'0' + (rest % 10) as u8;
            rest /= 10;
        }
        digits[first..].iter().for_each(|&digit| self.text.push(char::from(digit)));
    }
}
