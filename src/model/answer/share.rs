//! Opens and closes what the reader takes away, and says what came of it.

use crate::model::chunk::{Arrival, Chunk};
use crate::model::share::{Said, Share, ShareAct};
use crate::model::{Effect, Model, Target};
use std::rc::Rc;

/// Takes in what happened.
pub fn act(model: &mut Model, act: ShareAct) -> Vec<Effect> {
    let mut share = Share::clone(&model.share);
    let mut effects = Vec::new();
    match act {
        // What did not come is not open: the press tries again.
        ShareAct::Open(offer)
            if share.open == Some(offer) && model.chunks.of(Chunk::Share) != Arrival::Missed =>
        {
            effects = close(&mut share);
        }
        ShareAct::Open(offer) => {
            share.open = Some(offer);
            share.said = None;
            model.chunks.forgive();
            effects.push(Effect::Tell);
            effects.extend(model.chunks.ask(Chunk::Share).then_some(Effect::Fetch(Chunk::Share)));
            effects.extend(
                (model.chunks.of(Chunk::Share) == Arrival::Here).then_some(Effect::Focus(Target::Share)),
            );
        }
        ShareAct::Close => effects = close(&mut share),
        ShareAct::Freeze => share.frozen = !share.frozen,
        ShareAct::Copy(name) => effects.push(Effect::Copy(name)),
        ShareAct::Save(file) => {
            share.said = None;
            share.saving = file;
            effects.push(Effect::Save(file));
        }
        ShareAct::Said(said) => {
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
