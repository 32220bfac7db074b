//! Standalone pictures: SVG that carries its own colours, title and description. They look alike wherever they are shown:
//! programs that know no `direction` put their texts in the same places. No text leaves its picture, in whichever font.

use crate::message::Messages;
use crate::scene::palette::Pattern;

mod comparison;
mod legend;
mod map;
mod paper;

pub use comparison::comparison;
pub use map::map;

/// What is written around a picture.
pub struct Caption<'a> {
    /// The reader's language.
    pub messages: &'a Messages,
    /// What the policy is called; may be empty.
    pub policy: &'a str,
    /// What the picture shows, in a sentence.
    pub title: &'a str,
    /// More of that for those who do not see the picture; may be empty.
    pub description: &'a str,
    /// The lines below: notes, source, disclaimer.
    pub notes: &'a [String],
    /// How strongly the hatch is drawn.
    pub pattern: Pattern,
}
