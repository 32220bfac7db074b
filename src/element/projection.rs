//! Lays the world out as globe or tiles: the code behind the chunk `projection`.

use crate::country::Code;
use crate::model::query::Projection;
use crate::world::globe::Globe;
use crate::world::projection::Place;
use crate::world::{World, pack, tiles};
use std::cell::OnceCell;

/// What is to be laid out, and how.
pub struct Asked {
    pub projection: Projection,
    /// What is in the middle of a globe.
    pub from: Place,
    /// Which countries have a tile.
    pub countries: Vec<Code>,
}

/// Where each country's tile is.
const TILES: &str = include_str!("../../data/world/tiles.csv");

thread_local! {
    /// The lines on the sphere, worked out once a page.
    static GLOBE: OnceCell<Option<Globe>> = const { OnceCell::new() };
}

/// The world as asked for, from the packed geometry; none where that cannot be read.
pub fn lay_out(asked: &Asked, packed: &[u8]) -> Option<World> {
    match asked.projection {
        Projection::EqualEarth => None,
        Projection::Tiles => Some(tiles::world(TILES, &asked.countries)),
        Projection::Globe => GLOBE.with(|globe| {
            let made = globe.get_or_init(|| pack::read(packed).ok().map(|topology| Globe::new(&topology)));
            Some(made.as_ref()?.seen(asked.from))
        }),
    }
}
