//! The timeline's hands: what taking, moving and typing them means for the fields `date`, `known`, `against`.

use super::field::Field;
use super::{Effect, Model, Shown, Target};
use crate::date::Date;
use crate::scene::timeline::Scale;

/// A date that the timeline sets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hand {
    /// The world as of this date.
    Date,
    /// The earlier date to compare with.
    Against,
    /// As known on this date.
    Known,
}

impl Hand {
    /// The field that it sets.
    pub fn field(self) -> Field {
        match self {
            Self::Date => Field::Date,
            Self::Against => Field::Against,
            Self::Known => Field::Known,
        }
    }
}

/// A line of dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// Of the world's dates: it has the hands `Date` and `Against`.
    Date,
    /// Of what was known when.
    Known,
}

/// What happens to the timeline.
#[derive(Clone, Debug, PartialEq)]
pub enum Act {
    /// The nearest hand of a line is taken and put at a place, a share of the line.
    Grab(Line, f64),
    /// The hand that was taken is moved to a place.
    Slide(f64),
    /// It is let go.
    Release,
    /// A hand goes some steps on; negative: back.
    Step(Hand, i32),
    /// A hand goes some leaps on; negative: back.
    Leap(Hand, i32),
    /// A hand goes to the begin of its line.
    First(Hand),
    /// A hand goes to the end of its line.
    Last(Hand),
    /// A date is typed; empty: none.
    Type(Hand, String),
    /// A further hand is put on its line.
    Begin(Hand),
    /// It is taken off.
    End(Hand),
    /// The dates begin to run by themselves, or stop.
    Play,
    /// It is time for the next date, in the run with this number.
    Tick(u32),
}

/// How the timeline is used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Time {
    /// The hand that is held.
    held: Option<Hand>,
    /// What was typed for this hand is no date, or none that it can be at.
    pub misdated: Option<Hand>,
    /// Whether the dates run by themselves.
    pub playing: bool,
    run: u32,
}

/// What is to be done after an act.
pub enum Outcome {
    /// Nothing but what the fields show.
    Nothing,
    /// The reader chooses a value for a field.
    Choose(Field, String),
    /// Something of the timeline itself is shown otherwise.
    Derive,
}

/// Whether there is an earlier date to compare with.
pub fn may_compare(shown: &Shown) -> bool {
    let first = scale(shown, Hand::Date).map(|scale| scale.first().last_day());
    first.is_some_and(|first| first < shown.query.clock.date.last_day())
}

/// Takes in an act.
pub fn act(model: &mut Model, act: Act) -> (Outcome, Vec<Effect>) {
    let Some(shown) = model.shown.clone() else { return (Outcome::Nothing, Vec::new()) };
    if !matches!(act, Act::Tick(_) | Act::Play) {
        model.time.playing = false;
    }
    let mut effects = Vec::new();
    let outcome = match act {
        Act::Play => return play(model, &shown),
        Act::Tick(run) => return tick(model, &shown, run),
        Act::Grab(line, share) => {
            let hand = nearest(&shown, line, share);
            model.time.held = Some(hand);
            // Keys go on where the pointer leaves off.
            effects.push(Effect::Focus(Target::Hand(hand)));
            put(&shown, hand, |scale, _| scale.at(share))
        }
        Act::Slide(share) => model.time.held.and_then(|hand| put(&shown, hand, |scale, _| scale.at(share))),
        Act::Release => {
            model.time.held = None;
            None
        }
        Act::Step(hand, steps) => put(&shown, hand, |scale, from| scale.step(from, steps)),
        Act::Leap(hand, leaps) => put(&shown, hand, |scale, from| scale.leap(from, leaps)),
        Act::First(hand) => put(&shown, hand, |scale, _| scale.first()),
        Act::Last(hand) => put(&shown, hand, |scale, _| scale.last()),
        Act::Type(hand, text) => return (typed(model, &shown, hand, &text), Vec::new()),
        Act::Begin(hand) => begin(&shown, hand),
        Act::End(hand) => Some((hand, String::new())),
    };
    model.time.misdated = None;
    (outcome.map_or(Outcome::Derive, |(hand, value)| Outcome::Choose(hand.field(), value)), effects)
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

/// The line that a hand moves on.
pub fn scale(shown: &Shown, hand: Hand) -> Option<Scale> {
    let timeline = shown.view.timeline.as_ref()?;
    if hand == Hand::Known { timeline.known } else { Some(timeline.scale) }
}

/// Where a hand stands: at its date, or at the end of its line.
pub fn position(shown: &Shown, hand: Hand) -> Date {
    let query = &shown.query;
    match hand {
        Hand::Date => query.clock.date,
        Hand::Against => query.against.unwrap_or(query.clock.date),
        Hand::Known => query.clock.known.unwrap_or(shown.today),
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

fn typed(model: &mut Model, shown: &Shown, hand: Hand, text: &str) -> Outcome {
    let text = text.trim();
    let fits = |date: Date| hand != Hand::Against || date.last_day() < shown.query.clock.date.last_day();
    if text.is_empty() || Date::parse(text).is_some_and(fits) {
        model.time.misdated = None;
        Outcome::Choose(hand.field(), text.to_owned())
    } else {
        model.time.misdated = Some(hand);
        Outcome::Derive
    }
}

fn play(model: &mut Model, shown: &Shown) -> (Outcome, Vec<Effect>) {
    let time = &mut model.time;
    time.playing = !time.playing;
    time.run += 1;
    if !time.playing {
        return (Outcome::Derive, Vec::new());
    }
    let run = Effect::Wait(time.run);
    let Some(scale) = scale(shown, Hand::Date) else { return (Outcome::Derive, Vec::new()) };
    let ended = shown.query.clock.date.last_day() >= shown.today.last_day();
    let outcome =
        if ended { Outcome::Choose(Field::Date, scale.first().to_string()) } else { Outcome::Derive };
    (outcome, vec![run])
}

fn tick(model: &mut Model, shown: &Shown, run: u32) -> (Outcome, Vec<Effect>) {
    if !model.time.playing || run != model.time.run {
        return (Outcome::Nothing, Vec::new());
    }
    let Some((hand, value)) = put(shown, Hand::Date, |scale, from| {
        let next = scale.leap(from, 1);
        // The run ends today, not with what is announced.
        if next.last_day() >= shown.today.last_day() { shown.today } else { next }
    }) else {
        return (Outcome::Nothing, Vec::new());
    };
    model.time.playing = !value.is_empty();
    let again = model.time.playing.then_some(Effect::Wait(run));
    (Outcome::Choose(hand.field(), value), again.into_iter().collect())
}
