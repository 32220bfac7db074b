//! Moves the hands of the timeline: what taking, moving and typing them means for the fields `date`, `known`, `against`.

use super::Next;
use crate::date::Date;
use crate::model::time::{Hand, Line, TimeAct, position, scale};
use crate::model::{Effect, Model, Shown, Target};
use crate::scene::timeline::Scale;

/// Takes in an act.
pub fn act(model: &mut Model, act: TimeAct) -> (Next, Vec<Effect>) {
    let Some(shown) = model.shown.clone() else { return (Next::Nothing, Vec::new()) };
    if !matches!(act, TimeAct::Tick(_) | TimeAct::Play) {
        model.time.playing = false;
    }
    let mut effects = Vec::new();
    let next = match act {
        TimeAct::Play => return play(model, &shown),
        TimeAct::Tick(run) => return tick(model, &shown, run),
        TimeAct::Grab(line, share) => {
            let hand = nearest(&shown, line, share);
            model.time.held = Some(hand);
            // Keys go on where the pointer leaves off.
            effects.push(Effect::Focus(Target::Hand(hand)));
            put(&shown, hand, |scale, _| scale.at(share))
        }
        TimeAct::Slide(share) => {
            model.time.held.and_then(|hand| put(&shown, hand, |scale, _| scale.at(share)))
        }
        TimeAct::Release => {
            model.time.held = None;
            None
        }
        TimeAct::Step(hand, steps) => put(&shown, hand, |scale, from| scale.step(from, steps)),
        TimeAct::Leap(hand, leaps) => put(&shown, hand, |scale, from| scale.leap(from, leaps)),
        TimeAct::First(hand) => put(&shown, hand, |scale, _| scale.first()),
        TimeAct::Last(hand) => put(&shown, hand, |scale, _| scale.last()),
        TimeAct::Type(hand, text) => return (typed(model, &shown, hand, &text), Vec::new()),
        TimeAct::Begin(hand) => begin(&shown, hand),
        TimeAct::End(hand) => Some((hand, String::new())),
    };
    model.time.misdated = None;
    (next.map_or(Next::Derive, |(hand, value)| choose(model, hand, value)), effects)
}

/// The hand of a line that is nearest to a place of it.
fn nearest(shown: &Shown, line: Line, share: f64) -> Hand {
    let far = |hand: Hand| {
        let scale = scale(shown, hand)?;
        Some((scale.share(position(shown, hand).last_day()) - share).abs())
    };
    match line {
        Line::Known => Hand::Known,
        Line::Date if shown.query.against.is_some() && far(Hand::Against) < far(Hand::Date) => Hand::Against,
        Line::Date => Hand::Date,
    }
}

/// Puts a hand somewhere on its line. The date of today, or all that is known by today, is no choice; what is
/// compared with lies before what is viewed.
fn put(shown: &Shown, hand: Hand, to: impl Fn(&Scale, Date) -> Date) -> Option<(Hand, String)> {
    let scale = scale(shown, hand)?;
    let date = to(&scale, position(shown, hand));
    let is_now = date.first_day() <= shown.today.first_day() && date.last_day() >= shown.today.last_day();
    match hand {
        Hand::Date if is_now => Some((hand, String::new())),
        Hand::Against if date.last_day() >= shown.query.clock.date.last_day() => None,
        Hand::Date | Hand::Against | Hand::Known => Some((hand, date.to_string())),
    }
}

/// A comparison begins with the adoption of the policy, or as far back as there is something to compare; what
/// was known, with the last day of the feed.
fn begin(shown: &Shown, hand: Hand) -> Option<(Hand, String)> {
    let date = match hand {
        Hand::Known => shown.feed.value.published.unwrap_or(shown.today),
        Hand::Date | Hand::Against => {
            let earlier = |date: &Date| date.last_day() < shown.query.clock.date.last_day();
            let adopted = shown.feed.value.policy.adopted.filter(earlier);
            adopted.or_else(|| scale(shown, hand).map(|scale| scale.first()).filter(earlier))?
        }
    };
    Some((hand, date.to_string()))
}

fn typed(model: &mut Model, shown: &Shown, hand: Hand, text: &str) -> Next {
    let text = text.trim();
    let fits = |date: Date| hand != Hand::Against || date.last_day() < shown.query.clock.date.last_day();
    if text.is_empty() || Date::parse(text).is_some_and(fits) {
        model.time.misdated = None;
        choose(model, hand, text.to_owned())
    } else {
        model.time.misdated = Some(hand);
        Next::Derive
    }
}

fn play(model: &mut Model, shown: &Shown) -> (Next, Vec<Effect>) {
    let time = &mut model.time;
    time.playing = !time.playing;
    time.run += 1;
    if !time.playing {
        return (Next::Derive, Vec::new());
    }
    let run = Effect::Wait(time.run);
    let Some(scale) = scale(shown, Hand::Date) else { return (Next::Derive, Vec::new()) };
    let ended = shown.query.clock.date.last_day() >= shown.today.last_day();
    let next = if ended { choose(model, Hand::Date, scale.first().to_string()) } else { Next::Derive };
    (next, vec![run])
}

fn tick(model: &mut Model, shown: &Shown, run: u32) -> (Next, Vec<Effect>) {
    if !model.time.playing || run != model.time.run {
        return (Next::Nothing, Vec::new());
    }
    let Some((hand, value)) = put(shown, Hand::Date, |scale, from| {
        let later = scale.leap(from, 1);
        // The run ends today, not with what is announced.
        if later.last_day() >= shown.today.last_day() { shown.today } else { later }
    }) else {
        return (Next::Nothing, Vec::new());
    };
    model.time.playing = !value.is_empty();
    let again = model.time.playing.then_some(Effect::Wait(run));
    (choose(model, hand, value), again.into_iter().collect())
}

/// The reader chooses a date for a hand. A date that is in force already is not a choice.
fn choose(model: &Model, hand: Hand, date: String) -> Next {
    if model.field(hand.field()) == date { Next::Derive } else { Next::Choose(vec![(hand.field(), date)]) }
}
