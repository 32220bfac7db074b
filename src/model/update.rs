//! The only place where a `Model` changes.

use super::camera::{self, Gesture, Zoom};
use super::chunk::{Arrival, Chunk};
use super::derive::{derive, lies, ready};
use super::field::{self, Field};
use super::fragment;
use super::share;
use super::time::{self, Outcome};
use super::view::{Main, explain};
use super::walk::{jump, scene, walk};
use super::{Aim, Effect, Entry, Failure, Model, Msg, Over, Spot, Target, Typed};
use super::{compare, menu, place, search};
use crate::country::Code;
use crate::message::Phrase;
use crate::scene::pick::{self, Pointing};
use crate::table::Column;
use crate::world::Point;
use std::rc::Rc;

/// Letters typed within this many ms of each other make one name.
const PAUSE: f64 = 1000.0;

/// As far as the pointer may go while the tooltip waits for it, CSS px.
const NEAR: f64 = 48.0;

/// So many times nearer, members that a finger covered together stand apart.
const PARTED: f64 = 8.0;

/// On a map narrower than this, CSS px, a mouse presses what a finger does: there, markers cover other members.
const NARROW: f64 = 480.0;

/// How far the buttons of a narrow map reach into it from the left, with room beside them, px of the frame.
const BUTTONS: f64 = 280.0;

/// A map may be this part wider or narrower than it was drawn for: markers and hatch differ by as little.
const TOLERATED: f64 = 0.12;

/// Takes in what happened and says what is to be done in the page.
pub fn update(model: &mut Model, msg: Msg) -> Vec<Effect> {
    let is_link = matches!(msg, Msg::Link(_));
    let before = model.opened();
    let taken_in = take_in(model, msg);
    // A host that answers the change finds language and address changed, and what follows from its answer comes later.
    let mut effects = Vec::new();
    let wanted = model.layers.get(Field::Lang).unwrap_or_default();
    if wanted != model.spoken {
        model.spoken = wanted.to_owned();
        effects.push(Effect::Speak(model.spoken.clone()));
    }
    let link = fragment::write(model.layers.chosen());
    if link != model.link {
        model.link.clone_from(&link);
        // The address is not put right: whoever wrote it knows what it says.
        if !is_link {
            effects.push(Effect::Link(link, entry(before, model.opened(), &taken_in)));
        }
    }
    effects.extend(taken_in);
    effects
}

/// Only what the reader does is a step.
fn entry(before: Option<Code>, after: Option<Code>, effects: &[Effect]) -> Entry {
    if before.is_some() == after.is_some() || !effects.iter().any(|effect| matches!(effect, Effect::Changed))
    {
        Entry::Same
    } else if after.is_some() {
        Entry::New
    } else {
        Entry::Before
    }
}

fn take_in(model: &mut Model, msg: Msg) -> Vec<Effect> {
    match msg {
        Msg::Host(field, value) => {
            if field == Field::Camera {
                camera::overruled(model);
            }
            model.layers.host(field, value);
            derive(model)
        }
        Msg::Choose(field, value) => {
            let done = menu::chosen(model, field);
            let mut effects = choose(model, &[(field, value)]);
            effects.extend(done);
            effects
        }
        Msg::Menu(menu) => menu::press(model, menu),
        Msg::Time(act) => time(model, act),
        Msg::Toggle(field, word) => toggle(model, field, &word),
        Msg::Link(choices) => follow(model, choices),
        Msg::ClearFilters => {
            let all = [Field::Region, Field::Group, Field::Status, Field::Find];
            choose(model, &all.map(|field| (field, String::new())))
        }
        Msg::SortBy(column) => sort_by(model, &column),
        Msg::Open(code) => open(model, code),
        Msg::Close => close(model),
        Msg::Search(act) => search::act(model, act),
        Msg::Compare(act) => compare::act(model, act),
        Msg::MoreRows(first) => more_rows(model, first),
        Msg::Point(aim) => {
            point(model, aim);
            told(model).into_iter().collect()
        }
        Msg::Down(touch) => {
            model.touched = touch;
            Vec::new()
        }
        Msg::Press(aim) => press(model, aim),
        // The second click of two belongs to the map; a second tap is one of its own.
        Msg::PressAgain(aim) if model.touched.is_some() => press(model, aim),
        Msg::PressAgain(_) => Vec::new(),
        Msg::Leave => {
            model.spot = None;
            camera::left(model);
            Vec::new()
        }
        Msg::Blur => {
            model.focused = None;
            model.spot = None;
            Vec::new()
        }
        Msg::Focus(code) => focused(model, code),
        Msg::Walk(step) => {
            model.typed = Typed::default();
            focus(walk(model, step))
        }
        Msg::Type(letter, time) => type_letter(model, &letter, time),
        Msg::Language(messages) => {
            model.messages = Some(messages);
            model.names = None;
            speak(model);
            derive(model)
        }
        Msg::World(world) => camera::overview(model, world),
        Msg::Detail(world) => camera::detail(model, world),
        Msg::Projected(world) => camera::projected(model, world),
        Msg::Map(gesture) => camera::gesture(model, gesture),
        Msg::Tick(time) => camera::tick(model, time),
        Msg::Loaded(load, feed) if model.awaits(load) => {
            model.feed = Some(feed);
            model.names = None;
            model.failure = None;
            speak(model);
            let before = model.shown.clone();
            camera::forget(model);
            let mut effects = findings(model);
            effects.extend(derive(model));
            if let (Some(before), Some(now), Some(messages)) = (before, &model.shown, &model.messages) {
                model.announcement.renewed(&before, now, messages);
            }
            effects
        }
        Msg::Failed(load, failure) if model.awaits(load) => failed(model, failure),
        Msg::Loaded(..) | Msg::Failed(..) => Vec::new(),
        Msg::Reload => {
            model.load += 1;
            if model.feed.is_none() {
                model.failure = None;
            }
            vec![Effect::Load(model.load)]
        }
        Msg::Arrived(chunk) => arrived(model, chunk),
        Msg::Missed(chunk) => missed(model, chunk),
        Msg::Share(act) => share::act(model, act),
        Msg::Tell(facts) => share::tell(model, facts),
        Msg::Resize(width) => {
            model.width = width;
            if (width / model.drawn - 1.0).abs() < TOLERATED {
                return Vec::new();
            }
            model.drawn = width;
            derive(model)
        }
        Msg::Turn(turn) => place::turn(model, turn),
        Msg::Go(target) => vec![Effect::Focus(target)],
        Msg::Again => {
            model.chunks.forgive();
            let mut effects = derive(model);
            effects.push(Effect::Focus(Target::View));
            effects
        }
        Msg::Today(today) => {
            model.today = today;
            derive(model)
        }
    }
}

/// What the feed calls its members and clauses is said with the next word.
fn speak(model: &mut Model) {
    if let (Some(messages), Some(feed)) = (&model.messages, &model.feed) {
        model.messages = messages.in_terms(&feed.value.policy.terms).map(Rc::new);
    }
}

/// Whether the present feed has a country: a message may have been made for another one.
fn has(model: &Model, code: Code) -> bool {
    model.feed.as_ref().is_some_and(|feed| feed.value.member(code).is_some())
}

fn focused(model: &mut Model, code: Code) -> Vec<Effect> {
    if !has(model, code) {
        return Vec::new();
    }
    model.focused = Some(code);
    model.current = Some(code);
    let at = scene(model).and_then(|scene| scene.item(code)).map(|item| item.anchor);
    model.spot = at.map(|at| Spot { over: Over::Member(code), at });
    let mut effects = camera::bring_in(model, code);
    effects.extend(told(model));
    effects
}

/// What tells of the spot, if nothing has asked for it.
fn told(model: &mut Model) -> Option<Effect> {
    let asks = model.spot.is_some() && model.chunks.ask(Chunk::Options);
    asks.then_some(Effect::Fetch(Chunk::Options))
}

fn arrived(model: &mut Model, chunk: Chunk) -> Vec<Effect> {
    model.chunks.set(chunk, Arrival::Here);
    if chunk == Chunk::Projection {
        return derive(model);
    }
    let is_open = model.opened().is_some();
    let awaited = if chunk == Chunk::Profile { model.awaited.take().filter(|_| is_open) } else { None };
    let share = share::arrived(model, chunk);
    ready(model).into_iter().chain(awaited.map(Effect::Focus)).chain(share).collect()
}

fn missed(model: &mut Model, chunk: Chunk) -> Vec<Effect> {
    model.chunks.set(chunk, Arrival::Missed);
    let mut effects = vec![error(model, &Failure::Assets, true)];
    effects.extend(ready(model));
    effects
}

/// The reader's word on some fields.
pub(super) fn choose(model: &mut Model, choices: &[(Field, String)]) -> Vec<Effect> {
    let before = model.state();
    model.awaited = None;
    model.refused = None;
    model.chunks.forgive();
    for (field, value) in choices {
        model.layers.reader(*field, value);
    }
    let mut effects = derive(model);
    if model.state() != before {
        effects.push(Effect::Changed);
    }
    effects
}

fn time(model: &mut Model, act: time::Act) -> Vec<Effect> {
    let (outcome, effects) = time::act(model, act);
    let mut all = match outcome {
        Outcome::Nothing => Vec::new(),
        Outcome::Choose(field, value) if model.field(field) == value => derive(model),
        Outcome::Choose(field, value) => choose(model, &[(field, value)]),
        Outcome::Derive => derive(model),
    };
    all.extend(effects);
    all
}

/// Puts a word into a list, or takes it out.
pub(super) fn toggle(model: &mut Model, field: Field, word: &str) -> Vec<Effect> {
    let before = model.field(field);
    let mut words = String::new();
    for other in before.split_whitespace().filter(|other| *other != word) {
        field::append(&mut words, other);
    }
    if !before.split_whitespace().any(|other| other == word) {
        field::append(&mut words, word);
    }
    choose(model, &[(field, words)])
}

fn more_rows(model: &mut Model, first: Code) -> Vec<Effect> {
    if !has(model, first) {
        return Vec::new();
    }
    model.pages += 1;
    let mut effects = derive(model);
    effects.push(Effect::Focus(Target::Member(first)));
    effects
}

fn sort_by(model: &mut Model, column: &str) -> Vec<Effect> {
    let Some(shown) = &model.shown else { return Vec::new() };
    let Some(column) = Column::named(&shown.feed.value, column) else { return Vec::new() };
    let sort = shown.query.sort.pressed(column).id(&shown.feed.value);
    choose(model, &[(Field::Sort, sort)])
}

pub(super) fn open(model: &mut Model, code: Code) -> Vec<Effect> {
    if !has(model, code) {
        return Vec::new();
    }
    model.current = Some(code);
    let country = (Field::Country, code.to_string());
    let choices: Vec<_> = camera::opening(model).into_iter().chain([country]).collect();
    show(model, &choices)
}

/// Opens the profile of what is chosen.
fn show(model: &mut Model, choices: &[(Field, String)]) -> Vec<Effect> {
    model.spot = None;
    model.typed = Typed::default();
    let mut effects = choose(model, choices);
    effects.extend(enter(model));
    effects
}

/// The focus goes to the profile, as soon as that is here.
fn enter(model: &mut Model) -> Option<Effect> {
    let is_here = model.chunks.of(Chunk::Profile) == Arrival::Here;
    model.awaited = (!is_here).then_some(Target::Profile);
    is_here.then_some(Effect::Focus(Target::Profile))
}

/// The focus goes from a profile that is closed to its country.
fn leave(model: &Model, code: Code) -> Effect {
    Effect::Focus(if is_reachable(model, code) { Target::Member(code) } else { Target::View })
}

/// A link counts as the reader's word: where it opens or closes a profile, the focus goes where the reader's press sends it.
fn follow(model: &mut Model, choices: Vec<(Field, String)>) -> Vec<Effect> {
    let before = model.opened();
    camera::opening(model);
    camera::overruled(model);
    model.layers.link(choices);
    let mut effects = derive(model);
    match (before, model.opened()) {
        (Some(code), None) => effects.push(leave(model, code)),
        (_, after) if after != before => effects.extend(enter(model)),
        _ => {}
    }
    effects
}

/// What the pointer is on has the tooltip, which stays where it is as long as the pointer stays near: so that the
/// pointer can go there.
fn point(model: &mut Model, aim: Aim) {
    let (over, at) = (meant(model, aim), camera::under(model, aim.at));
    let near = NEAR * crate::world::WIDTH / model.width / model.sight.camera.zoom;
    let stays =
        model.spot.filter(|spot| spot.over == over && (spot.at.x - at.x).hypot(spot.at.y - at.y) < near);
    model.spot = stays.or_else(|| (over != Over::Nothing).then_some(Spot { over, at }));
}

/// A press on the map opens the member there. The map stays where the reader has moved it to.
fn press(model: &mut Model, aim: Aim) -> Vec<Effect> {
    let touch = model.touched.take();
    let mut aim = touch.unwrap_or(aim);
    if model.width < NARROW {
        aim.pointing = Pointing::Coarse;
    }
    let member = whose(model, meant(model, aim));
    if camera::was_dragged(model) {
        return Vec::new();
    }
    camera::pressed(model, aim.at);
    let Some(code) = member else { return Vec::new() };
    let covers = covers_another(model, aim, code);
    if covers || touch.is_some() {
        camera::tapped(model);
    }
    if covers {
        // What is said of the one that had the focus would lie over the others.
        model.spot = None;
        // What is pressed stays where it is, or goes beside the map's buttons.
        let x = aim.at.x.min((PARTED * aim.at.x - BUTTONS) / (PARTED - 1.0));
        return camera::gesture(model, Gesture::Wheel(Point { x, ..aim.at }, PARTED));
    }
    camera::opening(model);
    model.current = Some(code);
    show(model, &[(Field::Country, code.to_string())])
}

fn close(model: &mut Model) -> Vec<Effect> {
    let Some(code) = model.opened() else {
        model.spot = None;
        return Vec::new();
    };
    let country = (Field::Country, String::new());
    let choices: Vec<_> = camera::closing(model).into_iter().chain([country]).collect();
    let mut effects = choose(model, &choices);
    effects.push(leave(model, code));
    effects
}

fn findings(model: &Model) -> Vec<Effect> {
    let Some(checked) = model.feed.as_ref().filter(|checked| !checked.findings.is_empty()) else {
        return Vec::new();
    };
    let mut effects = vec![Effect::Findings];
    let skipped = checked.tally.skipped();
    if skipped > 0 {
        let words = model.messages.as_ref().map(|messages| messages.count(Phrase::skipped, skipped, &[]));
        let code = "feed-skipped";
        let message = words.unwrap_or_else(|| code.to_owned());
        effects.push(Effect::Error { code, message, recoverable: true });
    }
    effects
}

fn failed(model: &mut Model, failure: Failure) -> Vec<Effect> {
    let effect = error(model, &failure, model.feed.is_some());
    model.failure = Some(failure);
    vec![effect]
}

fn error(model: &Model, failure: &Failure, recoverable: bool) -> Effect {
    let words = model.messages.as_ref().map(|messages| explain(failure, messages));
    let code = failure.code();
    Effect::Error { code, message: words.unwrap_or_else(|| code.to_owned()), recoverable }
}

/// Whether the view shown has something of the member that takes the focus.
fn is_reachable(model: &Model, code: Code) -> bool {
    let Some(shown) = &model.shown else { return false };
    match shown.view.main {
        Main::Map => shown.scene.as_ref().is_some_and(|scene| scene.item(code).is_some()),
        Main::Later(_) => shown.feed.value.member(code).is_some_and(|member| shown.view.survey.shows(member)),
    }
}

/// What is meant by a point: what lies under it, or a marker close by.
fn meant(model: &Model, Aim { at, over, pointing }: Aim) -> Over {
    let Some(scene) = scene(model) else { return Over::Nothing };
    let at = camera::under(model, at);
    let direct = whose(model, over);
    match pick::pick(scene, at, direct, pointing) {
        Some(code) if Some(code) != direct => Over::Member(code),
        _ if lies(over, scene) => over,
        _ => Over::Nothing,
    }
}

/// Whether a press on the whole world covers another member than the one that it is taken to mean: a neighbour's marker
/// lies over the land pressed. A mouse on a wide map covers nothing.
fn covers_another(model: &Model, aim: Aim, code: Code) -> bool {
    aim.pointing == Pointing::Coarse
        && model.sight.camera.zoom <= 1.0
        && whose(model, aim.over).is_some_and(|under| under != code)
}

/// The member whose status is shown there.
fn whose(model: &Model, over: Over) -> Option<Code> {
    match over {
        Over::Member(code) => Some(code).filter(|&code| has(model, code)),
        Over::Land(code) => {
            let shown = model.shown.as_ref()?;
            Some(shown.code(shown.scene.as_ref()?.land(code)?.of?.0))
        }
        Over::Nothing => None,
    }
}

fn focus(code: Option<Code>) -> Vec<Effect> {
    code.map(|code| Effect::Focus(Target::Member(code))).into_iter().collect()
}

/// A letter goes to the next name that begins with what was typed; a space that begins no name presses.
fn type_letter(model: &mut Model, letter: &str, time: f64) -> Vec<Effect> {
    let goes_on = !model.typed.letters.is_empty() && time - model.typed.time <= PAUSE;
    if !goes_on {
        // Names have a hyphen, but do not begin with one.
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
