//! What a pack holds: lines on an integer grid, each stored once, and shapes as rings of such lines.
//! Neighbours share a line, so they stay flush however far it is simplified.

use super::Kind;
use crate::country::Code;

/// A point in grid units, counted from the frame's upper left corner.
pub type Spot = [i32; 2];

/// Steps of an anchor's and a marker's offset, per px of the frame.
pub const OFFSETS_PER_PX: f64 = 8.0;

/// A map made of shared lines.
#[derive(Clone, Debug, PartialEq)]
pub struct Topology {
    /// Grid units across the frame's width.
    pub grid: u32,
    /// The lines, in the order in which the rings first use them.
    pub arcs: Vec<Arc>,
    /// The shapes, ordered by code.
    pub outlines: Vec<Outline>,
}

/// A line that belongs to one shape or to two.
#[derive(Clone, Debug, PartialEq)]
pub struct Arc {
    /// Both ends and what is between; a closed line has its end as its start.
    pub points: Vec<Spot>,
    /// Whether the line is disputed or undetermined.
    pub course: Course,
}

/// How certain a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Course {
    /// Drawn solid.
    Settled,
    /// Drawn dashed.
    Disputed,
}

/// A shape as rings of arcs.
#[derive(Clone, Debug, PartialEq)]
pub struct Outline {
    /// The shape's code.
    pub code: Code,
    /// Whose status it shows.
    pub kind: Kind,
    /// Its rings, the main polygon's outer one first. Never empty.
    pub rings: Vec<Vec<ArcRef>>,
    /// From the middle of the main ring's box to the anchor, in 1/[`OFFSETS_PER_PX`] px.
    pub anchor: [i32; 2],
    /// From the anchor to the marker, in the same steps, where there is one.
    pub marker: Option<[i32; 2]>,
}

/// One arc of a ring. Rings of neighbours turn the same way round, so the second always walks a
/// shared arc against the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ArcRef {
    /// The first arc that no ring has used yet, forwards.
    Next,
    /// An arc already used once, by its index, backwards.
    Back(usize),
}
