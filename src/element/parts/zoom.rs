//! How the map is looked at: nearer and farther, a region, the projection. The regions do not filter.

use super::super::app::Part;
use super::super::node::{On, list, listener, node, nothing, said, text};
use super::{Pressed, button, button_for, press, pressable, tab, tabs, words};
use crate::message::Phrase;
use crate::model::Msg;
use crate::model::camera::{Gesture, Zoom};
use crate::model::query::Projection;
use crate::scene::camera::NEAREST;
use crate::scene::pick::Direction;
use crate::words::Words;
use yew::prelude::*;

pub fn draw(part: &Part) -> Html {
    let Part { shown, messages, dispatch, .. } = part;
    let Some(scene) = &shown.scene else { return nothing() };
    let step = |sign: &'static str, phrase, ends: bool, pressed| {
        let step = node!(
            "button", "type" = "button", "data-kind" = "button";
            "aria-label" = (messages, phrase),
            "aria-disabled" = ends.then_some("true")
            => text(sign)
        );
        pressable(step, dispatch, pressed)
    };
    let whole = button("region", said(messages, Phrase::zoom_world), dispatch, Pressed::Zoom(Zoom::Whole));
    let mut regions = vec![whole];
    for region in &shown.feed.value.regions {
        let name = words(&Words::best(&region.label, messages.tag()));
        let id = region.id.clone();
        let press = listener(On::Click, dispatch, move |_| Some(Msg::Map(Gesture::Region(id.clone()))));
        regions.push(button_for("region", name, press));
    }
    let mut projections = Vec::new();
    for (place, (projection, _)) in Projection::NAMES.into_iter().enumerate() {
        let phrase = [Phrase::projection_map, Phrase::projection_globe, Phrase::projection_tiles][place];
        let chosen = shown.query.projection == projection;
        projections.push(tab(said(messages, phrase), chosen, press(dispatch, Pressed::Projection(place))));
    }
    // What a drag does, by presses.
    let pan = |sign, phrase, direction| step(sign, phrase, false, Pressed::Pan(direction));
    let pans = if scene.zoom > 1.0 || shown.query.projection == Projection::Globe {
        node!("div", "class" = "steps", "dir" = "ltr" => [
            pan("←", Phrase::pan_left, Direction::Left),
            pan("↑", Phrase::pan_up, Direction::Up),
            pan("↓", Phrase::pan_down, Direction::Down),
            pan("→", Phrase::pan_right, Direction::Right),
        ])
    } else {
        nothing()
    };
    // To be said where the reader has zoomed, not where an open profile did.
    let is_said = scene.zoom > 1.0 && shown.query.country.is_none();
    let percent = messages.number(per_cent(scene.zoom));
    let near = messages.fill(Phrase::zoom_at, &[("percent", &percent)]);
    let near = if is_said { node!("span", "hidden" = "", "data-say" = "" => text(&near)) } else { nothing() };
    node!(
        "div", "class" = "zoom", "part" = "zoom", "role" = "group";
        "aria-label" = (messages, Phrase::zoom)
        => [
            node!("div", "class" = "steps" => [
                step("+", Phrase::zoom_in, scene.zoom >= NEAREST, Pressed::Zoom(Zoom::In)),
                step("−", Phrase::zoom_out, scene.zoom <= 1.0, Pressed::Zoom(Zoom::Out)),
            ]),
            pans,
            node!("div", "class" = "regions" => list(regions)),
            tabs(messages.say(Phrase::projection), list(projections)),
            near,
        ]
    )
}

/// How near the map is seen, in per cent of the whole world's size.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn per_cent(zoom: f64) -> usize {
    (zoom * 100.0) as usize
}
