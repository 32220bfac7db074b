//! Takes the reader on in the trend and in the lists of changes.

use crate::model::progress::Turn;
use crate::model::{Effect, Model, Target};

/// Takes in that a reader goes on.
pub fn turn(model: &mut Model, turn: Turn) -> Vec<Effect> {
    model.progress = model.progress.turned(turn);
    let effect = match turn {
        Turn::Longer(list) => Effect::Focus(Target::Added(list)),
        Turn::Hear if model.progress.hearing => Effect::Hear,
        Turn::Hear | Turn::Heard(None) => Effect::Hush,
        Turn::Year(_) | Turn::Sift | Turn::Fold | Turn::Heard(_) => return Vec::new(),
    };
    vec![effect]
}
