//! Opens and closes what the reader takes away, and says what came of it.

use crate::model::chunk::{Arrival, Chunk};
use crate::model::share::{Act, Said, Share};
use crate::model::{Effect, Model, Target};
use std::rc::Rc;

/// Takes in what happened.
pub fn act(model: &mut Model, act: Act) -> Vec<Effect> {
    let mut share = Share::clone(&model.share);
    let mut effects = Vec::new();
    match act {
        // What did not come is not open: the press tries again.
        Act::Open(offer) if share.open == Some(offer) && model.chunks.of(Chunk::Share) != Arrival::Missed => {
            effects = close(&mut share);
        }
        Act::Open(offer) => {
            share.open = Some(offer);
            share.said = None;
            model.chunks.forgive();
            effects.push(Effect::Tell);
            effects.extend(model.chunks.ask(Chunk::Share).then_some(Effect::Fetch(Chunk::Share)));
            effects.extend(
                (model.chunks.of(Chunk::Share) == Arrival::Here).then_some(Effect::Focus(Target::Share)),
            );
        }
        Act::Close => effects = close(&mut share),
        Act::Freeze => share.frozen = !share.frozen,
        Act::Copy(name) => effects.push(Effect::Copy(name)),
        Act::Save(file) => {
            share.said = None;
            share.saving = file;
            effects.push(Effect::Save(file));
        }
        Act::Said(said) => {
            share.said = Some(if let Said::Saved(_) = said { Said::Saved(share.saving) } else { said });
            share.done += 1;
        }
    }
    model.share = Rc::new(share);
    effects
}

/// The focus goes back to the button that opened the panel.
fn close(share: &mut Share) -> Vec<Effect> {
    share.said = None;
    share.open.take().map(|offer| Effect::Focus(Target::Offer(offer))).into_iter().collect()
}
