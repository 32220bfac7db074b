//! The style sheet of a prerendered element: one file of `dist/`, called by what it was made of, so that the command line
//! knows its name without the build. Colours are in it by their tone, since no style can stand in the page itself.

use super::digest;
use crate::scene::palette::{DARK, LIGHT, Tone, either, ground, inks};
use std::fmt::Write;

macro_rules! sources {
    ($($stem:literal),*) => { [$(include_str!(concat!("../../styles/", $stem, ".css"))),*] };
}

/// The styles of what is in a prerendered element, of paper, and of other media.
const SOURCES: [&str; 15] = sources!(
    "about", "base", "filter", "footer", "header", "legend", "map", "notice", "picture", "table", "timeline",
    "toolbar", "zoom", "print", "contrast"
);

/// What whole pages have in common with the widget, in the order in which it counts.
pub const SHARED: [&str; 6] = sources!("base", "footer", "profile", "changes", "print", "contrast");

/// A scale of more steps is coloured as one of so many, until the widget is there.
const MOST: usize = 12;

/// The style sheet, as it is written by hand.
pub fn sheet() -> String {
    let mut sheet = SOURCES.join("\n");
    sheet.push_str(&ground());
    let scales = (1..=MOST).flat_map(|steps| (0..steps).map(move |step| Tone::Step(step, steps)));
    let beside = (0..LIGHT.beside.len()).map(Tone::Beside);
    let changes = (0..LIGHT.changes.len()).map(Tone::Change);
    for tone in scales.chain(beside).chain(changes) {
        let (light, dark) = (LIGHT.tone(tone), DARK.tone(tone));
        let (fill, ink) = (either(light, dark), inks(light, dark));
        // A `String` takes all that is written.
        let _ = write!(sheet, "[data-tone={}]{{--fill:{fill};--ink:{ink}}}", name(tone));
    }
    sheet
}

/// Where the style sheet is in `dist/`.
pub fn address() -> String {
    format!("assets/picture-{}.css", &digest(sheet().as_bytes())[..16])
}

/// What a tone is called in the style sheet.
pub fn name(tone: Tone) -> String {
    match tone {
        Tone::Step(step, steps) if steps > MOST => name(Tone::Step(step * (MOST - 1) / (steps - 1), MOST)),
        Tone::Step(step, steps) => format!("t{step}-{steps}"),
        Tone::Beside(index) => format!("b{}", index % LIGHT.beside.len()),
        Tone::Change(index) => format!("c{index}"),
    }
}
