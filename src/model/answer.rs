//! Answers what the reader does. The first map does not need this: in the browser its code loads right after it
//! (`Msg::is_readers`).

use super::camera;
use super::choose::{choose, toggled};
use super::derive::derive;
use super::field::Field;
use super::opened::{close, has, open};
use super::walk::walk;
use super::{Effect, Model, Msg, Target, Typed};
use crate::country::Code;
use crate::table::Column;

mod compare;
pub mod details;
mod letters;
mod menu;
mod point;
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
        Msg::Point(aim) => point::over(model, aim),
        Msg::Down(touch) => {
            model.touched = touch;
            Vec::new()
        }
        Msg::Press(aim) => point::press(model, aim),
        // The second click of two zooms the map; a second tap presses again.
        Msg::PressAgain(aim) if model.touched.is_some() => point::press(model, aim),
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
        Msg::Focus(code) => point::focused(model, code),
        Msg::Walk(step) => {
            model.typed = Typed::default();
            focus(walk(model, step))
        }
        Msg::Type(letter, time) => letters::typed(model, &letter, time),
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

fn focus(code: Option<Code>) -> Vec<Effect> {
    code.map(|code| Effect::Focus(Target::Member(code))).into_iter().collect()
}
