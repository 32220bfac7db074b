//! Works out what is shown from all that a model holds, and which code that needs. Nothing else writes what is shown: so it
//! cannot disagree with what it follows from.

use super::chunk::{Arrival, Chunk};
use super::query::{Projection, Query, query};
use super::view::{Main, scene, view};
use super::walk::{by_name, has_item};
use super::{Effect, MapStep, Model, Over, Shown, camera};
use crate::context::Context;
use crate::names::Names;
use crate::scene::map::MapScene;
use std::rc::Rc;

/// Works out anew what is shown.
pub fn derive(model: &mut Model) -> Vec<Effect> {
    let Some((checked, messages)) = model.feed.clone().zip(model.messages.clone()) else { return Vec::new() };
    let feed = &checked.value;
    let names = model.names.get_or_insert_with(|| Rc::new(Names::new(feed, &messages))).clone();
    let (query, ignored) = query(&model.layers, feed, model.today);
    let moved = camera::steer(model, &query);
    let opened = model.opened();
    let before = model.shown.take();
    // Another feed or language brings other names.
    let known = before.as_ref().filter(|before| Rc::ptr_eq(&before.names, &names));
    let kept = known.filter(|before| is_asked_again(before, &query, model));
    let view =
        kept.map_or_else(|| Rc::new(view(&checked, &messages, &query, model)), |kept| kept.view.clone());
    let said = known.filter(|before| says_as(&before.query, &query));
    let said = said.and_then(|before| before.scene.as_deref());
    let context = Context::new(feed, &messages, &names, &view.survey);
    let scene = scene(context, (query.view, said), model).map(Rc::new);
    let new = ignored.iter().filter(|ignored| !model.told.contains(ignored));
    let mut effects: Vec<_> = new.cloned().map(Effect::Ignored).collect();
    model.told = ignored;
    effects.extend(needed(&query, view.faulty).filter(|&chunk| model.chunks.ask(chunk)).map(Effect::Fetch));
    model.spot = model.spot.filter(|spot| scene.as_ref().is_some_and(|scene| lies(spot.over, scene)));
    model.focused = model.focused.filter(|&code| feed.member(code).is_some());
    model.refused = model.refused.filter(|&code| feed.member(code).is_some());
    let index = known.map_or_else(Rc::default, |before| before.index.clone());
    if let Some(before) = before {
        if !before.query.lists_as(&query) {
            model.pages = 1;
        }
        // Another date brings its own numbers.
        if before.query.clock.date != query.clock.date {
            model.progress.year = None;
        }
    }
    let Model { today, time, pages, refused, width, .. } = *model;
    let layers = model.layers.clone();
    let feed = checked;
    model.shown = Some(Rc::new(Shown {
        feed,
        query,
        layers,
        details: model.details.fetched.clone(),
        today,
        time,
        names,
        index,
        pages,
        refused,
        view,
        width,
        scene,
    }));
    effects.extend(ready(model));
    effects.extend(moved);
    // What is heard is what is shown: when that changes, it ends.
    effects.extend(std::mem::take(&mut model.progress.hearing).then_some(Effect::Hush));
    // Whoever opens a profile, Tab goes to its country, unless another one has the focus.
    let now = model.opened();
    let next = if now == opened || model.focused.is_some() { model.current } else { now };
    model.current = next.filter(|&code| has_item(model, code)).or_else(|| by_name(model, MapStep::First));
    effects
}

/// Puts the same statuses in their places on the world that is now drawn, as near as it is seen. Nothing else follows from
/// that: a globe turns with each frame.
pub fn arrange(model: &mut Model) {
    let Some(shown) = model.shown.clone() else { return };
    let Some(scene) = &shown.scene else { return };
    let Some(world) = model.sight.ground(shown.query.projection) else { return };
    let scene = scene.placed(&world, model.drawn, model.sight.rested().zoom);
    model.world = Some(world);
    model.shown = Some(Rc::new(Shown { scene: Some(Rc::new(scene)), ..(*shown).clone() }));
    follow(model);
}

/// The tooltip of what has the focus points to its new place.
pub fn follow(model: &mut Model) {
    let Some(scene) = model.shown.as_ref().and_then(|shown| shown.scene.as_ref()) else { return };
    let focused = model.focused.and_then(|code| scene.item(code));
    if let (Some(item), Some(spot)) = (focused, &mut model.spot)
        && spot.over == Over::Member(item.code)
    {
        spot.at = item.anchor;
    }
}

/// Whether of the same feed all but the camera is as before: then no status and no label is another one.
fn is_asked_again(before: &Shown, query: &Query, model: &Model) -> bool {
    before.today == model.today && before.width == model.width && before.query.asks_as(query)
}

/// Whether a map says the same of a member whose status rests on the same claims.
fn says_as(before: &Query, query: &Query) -> bool {
    let has_one_date = before.against.is_none() && query.against.is_none();
    has_one_date && before.topic == query.topic && before.projection == query.projection
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
