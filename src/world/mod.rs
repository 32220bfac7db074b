//! The shapes of the world's countries, projected when the packs are made (`cargo xtask world`) and
//! decoded here into SVG path text. Knows where things lie, not what they mean: whether a country is
//! a member, and its status, is the feed's matter.
//!
//! `pack` reads and writes the binary form, `topology` is what it holds (arcs shared by neighbours),
//! `path` turns that into a [`World`], `projection` is the map's formula. `globe` and `tiles` lay the same
//! countries out otherwise; what they give is a [`World`] as well.

use crate::country::Code;
use std::rc::Rc;

pub mod globe;
pub mod pack;
mod path;
pub mod projection;
pub mod tiles;
pub mod topology;

/// The frame's width in px: the whole of the Equal Earth map.
pub const WIDTH: f64 = 960.0;

/// The frame's height in px for Equal Earth: from the North Pole to 57° S.
pub const HEIGHT: f64 = 420.0;

/// A point in px of the [`WIDTH`] × [`HEIGHT`] frame; y grows downwards.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// From the frame's left edge, px.
    pub x: f64,
    /// From the frame's top edge, px.
    pub y: f64,
}

/// A box with upright sides, px of the frame.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounds {
    /// The upper left corner.
    pub min: Point,
    /// The lower right corner.
    pub max: Point,
}

impl Bounds {
    /// The middle of the box.
    pub fn center(&self) -> Point {
        Point { x: (self.min.x + self.max.x) / 2.0, y: (self.min.y + self.max.y) / 2.0 }
    }

    /// From side to side, px.
    pub fn width(&self) -> f64 {
        self.max.x - self.min.x
    }

    /// From top to bottom, px.
    pub fn height(&self) -> f64 {
        self.max.y - self.min.y
    }
}

/// What a shape stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A country of its own.
    Own,
    /// A territory that takes the status of the country named, as Greenland does that of Denmark.
    PartOf(Code),
    /// Land without a status: of no member, or of disputed sovereignty.
    Neutral,
}

/// A country or territory as it is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Shape {
    /// ISO 3166-1 alpha-3, or a code of that form where ISO has none (`XKX`, `CYN`, `SOL`, `KAS`, `IOA`).
    pub code: Code,
    /// Whose status it shows.
    pub kind: Kind,
    /// SVG path data in grid units (see [`World::unit`]), for `fill-rule="evenodd"`. The main polygon comes first.
    pub path: Rc<str>,
    /// Where a label goes and the keyboard walks from: the point of the main polygon farthest from its edge.
    pub anchor: Point,
    /// The middle of the marker, where the shape is too small to hit at 960 px. Markers are moved
    /// apart, so this may lie a few px beside the anchor: when zooming in, go over to the anchor.
    pub marker: Option<Point>,
    /// The box of the main polygon: what to zoom to (all of France would span three oceans).
    pub bounds: Bounds,
}

/// A whole map.
#[derive(Clone, Debug, PartialEq)]
pub struct World {
    /// px of the frame per unit of path data: the scale to draw every path with.
    pub unit: f64,
    /// All shapes, ordered by code.
    pub shapes: Vec<Shape>,
    /// Lines between two shapes, each once: SVG path data in grid units, not to be filled.
    pub borders: Rc<str>,
    /// Lines between two shapes that are disputed or undetermined, to be dashed.
    pub disputed: Rc<str>,
    /// Lines between a shape and the sea.
    pub coasts: Rc<str>,
    /// The frame's height in px.
    pub height: f64,
    /// What it is laid out on.
    pub form: Form,
}

/// What a world is laid out on.
#[derive(Clone, Debug, PartialEq)]
pub enum Form {
    /// A map, Equal Earth.
    Map,
    /// A globe; its outline as SVG path data in grid units.
    Globe(Rc<str>),
    /// One equal square a country.
    Tiles,
}

impl World {
    /// The shape with this code.
    pub fn shape(&self, code: Code) -> Option<&Shape> {
        let index = self.shapes.binary_search_by_key(&code, |shape| shape.code).ok()?;
        self.shapes.get(index)
    }
}
