//! Works out what is shown from all that a model holds, and which code that needs.

use super::chunk::{Arrival, Chunk};
use super::query::{Projection, Query, query};
use super::view::{Main, scene, view};
use super::walk::{by_name, has_item};
use super::{Effect, Model, Over, ROWS, Shown, Step, camera, place};
use crate::names::Names;
use crate::scene::map::MapScene;
use std::rc::Rc;

/// Works out anew what is shown.
pub fn derive(model: &mut Model) -> Vec<Effect> {
    let Some((checked, messages)) = model.feed.clone().zip(model.messages.clone()) else { return Vec::new() };
    let feed = &checked.value;
    let names = model.names.get_or_insert_with(|| Rc::new(Names::new(feed, &messages))).clone();
    let (query, ignored) = query(&model.layers, feed, model.today);
    let moved = camera::head(model, &query);
    let view = Rc::new(view(&checked, &messages, &query, model));
    let scene = scene(feed, &messages, &names, &view.survey, query.view, model).map(Rc::new);
    let new = ignored.iter().filter(|ignored| !model.told.contains(ignored));
    let mut effects: Vec<_> = new.cloned().map(Effect::Ignored).collect();
    model.told = ignored;
    effects.extend(needed(&query, view.faulty).filter(|&chunk| model.chunks.ask(chunk)).map(Effect::Fetch));
    let before = model.shown.take();
    model.spot = model.spot.filter(|spot| scene.as_ref().is_some_and(|scene| lies(spot.over, scene)));
    model.focused = model.focused.filter(|&code| feed.member(code).is_some());
    model.refused = model.refused.filter(|&code| feed.member(code).is_some());
    let index = before.as_ref().filter(|before| Rc::ptr_eq(&before.names, &names));
    let index = index.map_or_else(Rc::default, |before| before.index.clone());
    if before.is_some_and(|before| !before.query.lists_as(&query)) {
        model.rows = ROWS;
    }
    let Model { today, time, rows, refused, width, .. } = *model;
    let layers = model.layers.clone();
    let feed = checked;
    model.shown = Some(Rc::new(Shown {
        feed,
        query,
        layers,
        today,
        time,
        names,
        index,
        rows,
        refused,
        view,
        width,
        scene,
    }));
    effects.extend(ready(model));
    effects.extend(moved);
    effects.extend(place::hush(model));
    model.current =
        model.current.filter(|&code| has_item(model, code)).or_else(|| by_name(model, Step::First));
    effects
}

/// Whether the map has what the tooltip is about.
pub fn lies(over: Over, scene: &MapScene) -> bool {
    match over {
        Over::Member(code) => scene.item(code).is_some(),
        Over::Land(code) => scene.land(code).is_some(),
        Over::Nothing => false,
    }
}

/// The code of what is asked for.
fn needed(query: &Query, faulty: bool) -> impl Iterator<Item = Chunk> {
    let profile = (query.country.is_some() && query.shows("profile")).then_some(Chunk::Profile);
    let compare = (!query.compare.is_empty()).then_some(Chunk::Compare);
    // Whatever the view: pictures show the projection as well.
    let projection = (query.projection != Projection::EqualEarth).then_some(Chunk::Projection);
    query
        .view
        .chunk()
        .into_iter()
        .chain(projection)
        .chain(profile)
        .chain(compare)
        .chain(faulty.then_some(Chunk::Faults))
}

/// Says once that the first view with data is there.
pub fn ready(model: &mut Model) -> Option<Effect> {
    let shown = model.shown.as_ref()?;
    let missed = model.chunks.of(Chunk::Projection) == Arrival::Missed;
    let there = match shown.view.main {
        Main::Map => shown.scene.is_some() && (camera::is_laid_out(model, &shown.query) || missed),
        // What did not come leaves a sentence in its place, and the rest of the widget at work.
        Main::Later(chunk) => matches!(model.chunks.of(chunk), Arrival::Here | Arrival::Missed),
    };
    let first = there && !model.ready;
    model.ready |= there;
    first.then_some(Effect::Ready)
}
