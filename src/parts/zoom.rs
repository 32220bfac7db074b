//! The map nearer and farther, on its corner.

use super::part::Part;
use super::{button, pressable};
use crate::markup::{Html, node, nothing, said, text};
use crate::message::Phrase;
use crate::model::Msg;
use crate::model::sight::{Gesture, Zoom};
use crate::scene::camera::NEAREST;

pub fn draw(part: &Part) -> Html {
    let Part { shown, messages, .. } = part;
    let Some(scene) = &shown.scene else { return nothing() };
    // Where the reader has zoomed, not where an open profile did, which is closed by its own button.
    let is_near = scene.zoom > 1.0 && shown.query.country.is_none();
    let percent = messages.number(per_cent(scene.zoom));
    let near = messages.fill(Phrase::zoom_at, &[("percent", &percent)]);
    let near = if is_near { node!("span", "hidden" = "", "data-say" = "" => text(&near)) } else { nothing() };
    let whole = if is_near {
        button("button", said(messages, Phrase::zoom_world), Msg::Map(Gesture::Step(Zoom::Whole)))
    } else {
        nothing()
    };
    node!(
        "div", "class" = "zoom", "part" = "zoom", "role" = "group";
        "aria-label" = (messages, Phrase::zoom)
        => [
            node!("div", "class" = "steps", "dir" = "ltr" => [
                step(part, "+", Phrase::zoom_in, scene.zoom >= NEAREST, Msg::Map(Gesture::Step(Zoom::In))),
                step(part, "−", Phrase::zoom_out, scene.zoom <= 1.0, Msg::Map(Gesture::Step(Zoom::Out))),
            ]),
            whole,
            near,
        ]
    )
}

/// A button with a sign, which may have come to its end.
pub fn step(part: &Part, sign: &'static str, name: Phrase, ends: bool, means: Msg) -> Html {
    let step = node!(
        "button", "type" = "button", "data-kind" = "button";
        "aria-label" = (&part.messages, name),
        "aria-disabled" = ends.then_some("true")
        => text(sign)
    );
    pressable(step, means)
}

/// How near the map is seen, in per cent of the whole world's size.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn per_cent(zoom: f64) -> usize {
    (zoom * 100.0) as usize
}
