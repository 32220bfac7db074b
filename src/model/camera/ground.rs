//! What lies under the camera: the world of the projection, coarse or fine, and what is drawn in its places.

use crate::model::chunk::{Arrival, Chunk};
use crate::model::derive::{derive, place};
use crate::model::query::{Projection, Query};
use crate::model::{Effect, Model};
use crate::world::{Form, World};
use std::rc::Rc;

/// From this zoom on the finer shapes are drawn.
const DETAILED: f64 = 2.0;

/// The finer shapes.
#[derive(Clone, Debug)]
pub(super) enum Detail {
    Unasked,
    Asked,
    Here(Rc<World>),
}

impl super::Sight {
    /// The map in Equal Earth, coarse: that by which one walks.
    pub fn overview(&self) -> Option<&World> {
        self.overview.as_deref()
    }

    /// The world of a projection, at the distance of the last rest. While the code of a projection is on its way,
    /// Equal Earth stands in.
    pub fn ground(&self, projection: Projection) -> Option<Rc<World>> {
        let form = |world: &Rc<World>| match world.form {
            Form::Map => Projection::EqualEarth,
            Form::Globe(_) => Projection::Globe,
            Form::Tiles => Projection::Tiles,
        };
        if let Some(world) = self.projected.as_ref().filter(|world| form(world) == projection) {
            return Some(world.clone());
        }
        match &self.detail {
            Detail::Here(world) if self.rested.zoom >= DETAILED && projection == Projection::EqualEarth => {
                Some(world.clone())
            }
            _ => self.overview.clone(),
        }
    }

    /// The whole world in a projection, coarse; of a globe, the side now seen.
    pub fn whole(&self, projection: Projection) -> Option<Rc<World>> {
        let near = self.ground(projection)?;
        if near.form == Form::Map { self.overview.clone() } else { Some(near) }
    }
}

/// The geometry is there: the coarse one.
pub fn overview(model: &mut Model, world: Rc<World>) -> Vec<Effect> {
    model.sight.overview = Some(world);
    derive(model)
}

/// The finer geometry is there. It is drawn if it is the same shapes.
pub fn detail(model: &mut Model, world: Rc<World>) -> Vec<Effect> {
    let codes = |world: &World| world.shapes.iter().map(|shape| shape.code).collect::<Vec<_>>();
    if model.sight.overview.as_ref().is_some_and(|overview| codes(overview) == codes(&world)) {
        model.sight.detail = Detail::Here(world);
        place(model);
    }
    Vec::new()
}

/// Globe or tiles are there, or the globe has turned.
pub fn projected(model: &mut Model, world: Rc<World>) -> Vec<Effect> {
    let same = matches!(
        (&world.form, model.world.as_deref()),
        (Form::Globe(_), Some(World { form: Form::Globe(_), .. }))
    );
    model.sight.projected = Some(world);
    if same {
        place(model);
        return Vec::new();
    }
    derive(model)
}

/// What was laid out for another feed is laid out anew.
pub fn forget(model: &mut Model) {
    model.sight.projected = None;
}

/// Whether what is drawn is laid out as asked for.
pub fn is_laid_out(model: &Model, query: &Query) -> bool {
    let form = model.world.as_deref().map(|world| &world.form);
    match query.projection {
        Projection::EqualEarth => true,
        Projection::Globe => matches!(form, Some(Form::Globe(_))),
        Projection::Tiles => matches!(form, Some(Form::Tiles)),
    }
}

pub(super) fn lay_out(model: &Model, query: &Query) -> Option<Effect> {
    let asked = !is_laid_out(model, query);
    let here = model.chunks.of(Chunk::Projection) == Arrival::Here;
    (asked && here).then_some(Effect::Project(query.projection))
}

/// Asks for the finer shapes once they will be needed.
pub(super) fn finer(model: &mut Model) -> Option<Effect> {
    let near = model.sight.goal().zoom.max(model.sight.rested.zoom) >= DETAILED;
    let asks = near && matches!(model.sight.detail, Detail::Unasked) && model.sight.overview.is_some();
    asks.then(|| {
        model.sight.detail = Detail::Asked;
        Effect::Detail
    })
}
