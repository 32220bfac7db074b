//! What the widget waits for.

use crate::element::frame::Frame;
use gloo_timers::callback::Timeout;
use std::cell::Cell;

/// What is waited for; each ends with the next of its kind, and all with the widget.
#[derive(Default)]
pub struct Waits {
    /// The next look at today's date.
    pub day: Cell<Option<Timeout>>,
    /// The next poll.
    pub poll: Cell<Option<Timeout>>,
    /// What is worth saying has come to rest.
    pub say: Cell<Option<Timeout>>,
    /// The next turn in which the first screen is drawn, or taken over.
    pub turn: Cell<Option<Timeout>>,
    /// The next turn in which all is laid out for another width.
    pub sized: Cell<Option<Timeout>>,
    /// The next date of a playback.
    pub pace: Cell<Option<Timeout>>,
    /// The next frame of a flight.
    pub frame: Cell<Option<Frame>>,
    /// The rest of a gesture.
    pub rest: Cell<Option<Timeout>>,
    /// The first view on the screen.
    pub painted: Cell<Option<Frame>>,
    /// The same where nothing is painted.
    pub unseen: Cell<Option<Timeout>>,
}

/// What is known of the polling of one widget.
#[derive(Default)]
pub struct Polling {
    /// What the host asks for, s.
    pub every: Cell<Option<f64>>,
    /// How many loads have failed in a row.
    pub failures: Cell<u32>,
    /// When the next poll is due, ms of the computer's clock, which goes on while it sleeps.
    pub due: Cell<f64>,
}
