//! Answers what the reader does. The first map does not need this: in the browser its code loads right after it
//! (`Msg::is_readers`).

use super::camera;
use super::choose::{choose, toggled};
use super::chunk::Chunk;
use super::derive::{derive, lies};
use super::field::Field;
use super::opened::{close, has, open, show};
use super::sight::{Gesture, Zoom};
use super::walk::{jump, scene, walk};
use super::{Aim, Effect, Model, Msg, Over, Spot, Target, Typed};
use crate::country::Code;
use crate::scene::pick::{self, Pointing};
use crate::table::Column;
use crate::world::Point;

mod compare;
mod menu;
mod progress;
mod search;
mod share;
mod time;

/// What follows for the view from what the reader does. The answers to it return this, and `follow` carries it out.
enum Next {
    /// Only what is drawn from the model itself.
    Nothing,
    /// The view has to be derived, although no field has changed.
    Derive,
    /// The reader chooses values for fields.
    Choose(Vec<(Field, String)>),
    /// The reader opens a country's profile.
    Open(Code),
}

/// Letters typed within this many ms of each other make one name.
const PAUSE: f64 = 1000.0;

/// How far the pointer may move before the tooltip follows it, CSS px.
const NEAR: f64 = 48.0;

/// The zoom at which a finger can tell members apart that it covered together.
const PARTED: f64 = 8.0;

/// On a map narrower than this, CSS px, a mouse presses like a finger, since markers cover other members.
const NARROW: f64 = 480.0;

/// The width of the buttons at the left of a narrow map, with the room beside them, px of the frame.
const BUTTONS: f64 = 280.0;

/// Answers a message of the reader's, and ignores all others.
pub fn answer(model: &mut Model, msg: Msg) -> Vec<Effect> {
    match msg {
        Msg::Choose(field, value) => {
            let done = menu::chosen(model, field);
            follow(model, (Next::Choose(vec![(field, value)]), done))
        }
        Msg::Menu(menu) => menu::press(model, menu),
        Msg::Time(act) => {
            let next = time::act(model, act);
            follow(model, next)
        }
        Msg::Toggle(field, word) => choose(model, &[(field, toggled(model, field, &word))]),
        Msg::ClearFilters => {
            let all = [Field::Region, Field::Group, Field::Status, Field::Find];
            choose(model, &all.map(|field| (field, String::new())))
        }
        Msg::SortBy(column) => sort_by(model, &column),
        Msg::Open(code) => open(model, code),
        Msg::Close => close(model),
        Msg::Search(act) => {
            let next = search::act(model, act);
            follow(model, next)
        }
        Msg::Compare(act) => {
            let next = compare::act(model, act);
            follow(model, next)
        }
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
        // The second click of two zooms the map; a second tap presses again.
        Msg::PressAgain(aim) if model.touched.is_some() => press(model, aim),
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
        Msg::Map(gesture) => camera::gesture(model, gesture),
        Msg::Tick(time) => camera::tick(model, time),
        Msg::Share(act) => share::act(model, act),
        Msg::Turn(turn) => progress::turn(model, turn),
        Msg::Go(target) => vec![Effect::Focus(target)],
        Msg::Again => {
            model.chunks.forgive();
            let mut effects = derive(model);
            effects.push(Effect::Focus(Target::View));
            effects
        }
        _ => Vec::new(),
    }
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

/// Fetches the code of tooltips, if nothing has.
fn told(model: &mut Model) -> Option<Effect> {
    let asks = model.spot.is_some() && model.chunks.ask(Chunk::Options);
    asks.then_some(Effect::Fetch(Chunk::Options))
}

/// Carries out what follows. Its effects come before those of the answer.
fn follow(model: &mut Model, (next, effects): (Next, Vec<Effect>)) -> Vec<Effect> {
    let mut all = match next {
        Next::Nothing => Vec::new(),
        Next::Derive => derive(model),
        Next::Choose(choices) => choose(model, &choices),
        Next::Open(code) => open(model, code),
    };
    all.extend(effects);
    all
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

/// Moves the tooltip to what the pointer is on. It stays in place while the pointer is near, so that the pointer can
/// reach it.
fn point(model: &mut Model, aim: Aim) {
    let (over, at) = (meant(model, aim), camera::under(model, aim.at));
    let near = NEAR * crate::world::WIDTH / model.width / model.sight.camera.zoom;
    let stays =
        model.spot.filter(|spot| spot.over == over && (spot.at.x - at.x).hypot(spot.at.y - at.y) < near);
    model.spot = stays.or_else(|| (over != Over::Nothing).then_some(Spot { over, at }));
}

/// Opens the member that the reader presses on the map. The map itself does not move.
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
        // The tooltip of the focused member would cover the others.
        model.spot = None;
        // The pressed point stays in place, or moves beside the map's buttons.
        let x = aim.at.x.min((PARTED * aim.at.x - BUTTONS) / (PARTED - 1.0));
        return camera::gesture(model, Gesture::Wheel(Point { x, ..aim.at }, PARTED));
    }
    camera::choice_on_open(model);
    model.current = Some(code);
    show(model, &[(Field::Country, code.to_string())])
}

/// What a point means: what lies under it, or a marker close by.
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

/// Whether a press on the whole world covers a second member: a neighbour's marker lies over the pressed land. A mouse on a
/// wide map never does.
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

/// Goes to the next name that begins with the typed letters. A space, if it is the first letter, presses.
fn type_letter(model: &mut Model, letter: &str, time: f64) -> Vec<Effect> {
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
