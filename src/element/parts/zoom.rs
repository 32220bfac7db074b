//! How the map is looked at: nearer and farther, a region, the projection. The regions do not filter.

use super::super::app::Part;
use super::{Pressed, button, words};
use crate::feed::RegionIndex;
use crate::message::Phrase;
use crate::model::camera::Zoom;
use crate::model::query::Projection;
use crate::scene::camera::NEAREST;
use crate::words::Words;
use yew::prelude::*;

pub fn draw(part: &Part) -> Html {
    let Part { shown, messages, dispatch, .. } = part;
    let Some(scene) = &shown.scene else { return Html::default() };
    let step = |sign: &'static str, phrase, ends: bool, zoom| {
        let onclick = dispatch.reform(move |_: MouseEvent| Pressed::Zoom(zoom).into());
        let label = messages.say(phrase).to_owned();
        let disabled = ends.then_some("true");
        html! { <button type="button" data-kind="button" aria-label={label.clone()} title={label} aria-disabled={disabled} {onclick}>{ sign }</button> }
    };
    let regions = shown.feed.value.regions.iter().enumerate().map(|(index, region)| {
        let name = words(&Words::best(&region.label, messages.tag()));
        button("region", name, dispatch, Pressed::Region(RegionIndex(index)))
    });
    let projections = Projection::NAMES.into_iter().enumerate().map(|(place, (projection, _))| {
        let phrase = [Phrase::projection_map, Phrase::projection_globe, Phrase::projection_tiles][place];
        let pressed = if shown.query.projection == projection { "true" } else { "false" };
        let onclick = dispatch.reform(move |_: MouseEvent| Pressed::Projection(place).into());
        html! { <button type="button" class="tab" aria-pressed={pressed} {onclick}>{ messages.say(phrase) }</button> }
    });
    html! {
        <div class="zoom" part="zoom" role="group" aria-label={messages.say(Phrase::zoom).to_owned()}>
            <div class="steps">
                { step("+", Phrase::zoom_in, scene.zoom >= NEAREST, Zoom::In) }
                { step("−", Phrase::zoom_out, scene.zoom <= 1.0, Zoom::Out) }
            </div>
            <div class="regions">
                { button("region", messages.say(Phrase::zoom_world).into(), dispatch, Pressed::Zoom(Zoom::Whole)) }
                { for regions }
            </div>
            <div class="tabs" role="group" aria-label={messages.say(Phrase::projection).to_owned()}>{ for projections }</div>
        </div>
    }
}
