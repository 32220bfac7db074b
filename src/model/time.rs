//! The hands of the timeline, and what the reader does with them. Each sets one of the fields `date`, `known`, `against`.

use super::Shown;
use super::field::Field;
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
pub enum TimeAct {
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
    pub(super) held: Option<Hand>,
    /// What was typed for this hand is no date, or none that it can be at.
    pub misdated: Option<Hand>,
    /// Whether the dates run by themselves.
    pub playing: bool,
    pub(super) run: u32,
}

/// Whether there is an earlier date to compare with.
pub fn may_compare(shown: &Shown) -> bool {
    let first = scale(shown, Hand::Date).map(|scale| scale.first().last_day());
    first.is_some_and(|first| first < shown.query.clock.date.last_day())
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
