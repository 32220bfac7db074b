//! Answers the letters that the reader types on the map.

use super::focus;
use crate::model::camera;
use crate::model::opened::open;
use crate::model::sight::{Gesture, Zoom};
use crate::model::walk::jump;
use crate::model::{Effect, Model, Typed};

/// Letters typed within this many ms of each other make one name.
const PAUSE: f64 = 1000.0;

/// Goes to the next name that begins with the typed letters. A space, if it is the first letter, presses.
pub fn typed(model: &mut Model, letter: &str, time: f64) -> Vec<Effect> {
    let goes_on = !model.typed.letters.is_empty() && time - model.typed.time <= PAUSE;
    if !goes_on {
        // Names may have a hyphen, but never as their first letter.
        let zoom = match letter {
            " " => return model.current.map_or_else(Vec::new, |code| open(model, code)),
            "+" | "=" => Some(Zoom::In),
            "-" => Some(Zoom::Out),
            "0" => Some(Zoom::Whole),
            _ => None,
        };
        if let Some(zoom) = zoom {
            return camera::gesture(model, Gesture::Step(zoom));
        }
    }
    let before = if goes_on { std::mem::take(&mut model.typed.letters) } else { String::new() };
    let Some(messages) = model.messages.clone() else { return Vec::new() };
    model.typed = Typed { letters: before + &messages.locale().fold(letter), time };
    focus(jump(model))
}
