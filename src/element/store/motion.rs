//! What goes on by itself: the dates of a playback, the frames of a flight.

use super::Store;
use crate::element::frame::Frame;
use crate::element::hear::after;
use crate::model::Msg;
use crate::model::time::TimeAct;
use std::rc::Rc;

/// Between two dates of a playback, ms; the second if the reader wants less motion.
const PACE: u32 = 900;
const CALM_PACE: u32 = 2500;

impl Store {
    /// Whether the reader wants no motion.
    fn is_still(&self) -> bool {
        let query = self.window.match_media("(prefers-reduced-motion: reduce)").ok().flatten();
        query.is_some_and(|query| query.matches())
    }

    pub(super) fn pace(self: &Rc<Self>, run: u32) {
        self.run.set(run);
        let next = |store: &Rc<Self>| store.dispatch(Msg::Time(TimeAct::Tick(store.run.get())));
        let pace = if self.is_still() { CALM_PACE } else { PACE };
        self.waits.pace.set(Some(after(self, pace, next)));
    }

    pub(super) fn tick_with_frame(self: &Rc<Self>) {
        let store = Rc::downgrade(self);
        let frame = Frame::next(&self.window, move |time| {
            if let Some(store) = store.upgrade() {
                store.tick(time);
            }
        });
        self.waits.frame.set(frame);
    }

    pub(super) fn tick_after(self: &Rc<Self>, wait: u32) {
        let rested = |store: &Rc<Self>| {
            let now = store.window.performance().map_or(f64::INFINITY, |clock| clock.now());
            store.tick(now);
        };
        self.waits.rest.set(Some(after(self, wait, rested)));
    }

    /// What moves arrives at once if the reader wants no motion.
    fn tick(self: &Rc<Self>, time: f64) {
        self.dispatch(Msg::Tick(if self.is_still() { f64::INFINITY } else { time }));
    }
}
