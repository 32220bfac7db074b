//! Lays the world out as globe or tiles. In the browser this is the code behind the chunk `projection`.

use super::Model;
use super::query::Projection;
use crate::country::Code;
use crate::world::globe::Globe;
use crate::world::projection::Place;
use crate::world::{World, pack, tiles as table};
use std::cell::OnceCell;

/// What is to be laid out, and how.
pub struct Asked {
    /// How.
    pub projection: Projection,
    /// What is in the middle of a globe.
    pub from: Place,
    /// Which countries have a tile.
    pub countries: Vec<Code>,
}

impl Asked {
    /// Of a model.
    pub fn by(model: &Model, projection: Projection) -> Self {
        let members = model.feed.as_ref().map(|feed| &feed.value.members);
        let countries = members.into_iter().flatten().map(|member| member.code).collect();
        Self { projection, from: model.sight.camera.place(), countries }
    }
}

thread_local! {
    /// The lines on the sphere, worked out once a page.
    static GLOBE: OnceCell<Option<Globe>> = const { OnceCell::new() };
}

/// The world as asked for, from the packed geometry and the table of `tiles::world`. `None` if the geometry cannot be read.
pub fn lay_out(asked: &Asked, packed: &[u8], tiles: &str) -> Option<World> {
    match asked.projection {
        Projection::EqualEarth => None,
        Projection::Tiles => Some(table::world(tiles, &asked.countries)),
        Projection::Globe => GLOBE.with(|globe| {
            let made = globe.get_or_init(|| pack::read(packed).ok().map(|topology| Globe::new(&topology)));
            Some(made.as_ref()?.seen(asked.from))
        }),
    }
}
