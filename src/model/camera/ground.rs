//! The world under the camera: whether it is laid out as asked for, and what has to be fetched.

use crate::model::chunk::{Arrival, Chunk};
use crate::model::query::{Projection, Query};
use crate::model::sight::{DETAILED, Detail};
use crate::model::{Effect, Model};
use crate::world::Form;

/// Drops the world that was laid out for another feed.
pub fn forget(model: &mut Model) {
    model.sight.projected = None;
}

/// Whether the drawn world has the projection that is asked for.
pub fn is_laid_out(model: &Model, query: &Query) -> bool {
    let form = model.world.as_deref().map(|world| &world.form);
    match query.projection {
        Projection::EqualEarth => true,
        Projection::Globe => matches!(form, Some(Form::Globe(_))),
        Projection::Tiles => matches!(form, Some(Form::Tiles)),
    }
}

/// Asks for the projection, if it is not drawn and its code is here.
pub(super) fn lay_out(model: &Model, query: &Query) -> Option<Effect> {
    let asked = !is_laid_out(model, query);
    let here = model.chunks.of(Chunk::Projection) == Arrival::Here;
    (asked && here).then_some(Effect::Project(query.projection))
}

/// Asks for the finer shapes before they are needed.
pub(super) fn finer(model: &mut Model) -> Option<Effect> {
    let near = model.sight.goal().zoom.max(model.sight.rested.zoom) >= DETAILED;
    let asks = near && matches!(model.sight.detail, Detail::Unasked) && model.sight.overview.is_some();
    asks.then(|| {
        model.sight.detail = Detail::Asked;
        Effect::Detail
    })
}
