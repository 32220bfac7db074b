//! Polls the feed as often as the host wants: not in hidden tabs, and at once when one is seen again whose poll is due.

use crate::model::poll;
use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use web_sys::Window;

/// The polling of one widget.
pub struct Polling {
    window: Window,
    load: Box<dyn Fn()>,
    /// What the host asks for, s.
    every: Cell<Option<f64>>,
    failures: Cell<u32>,
    /// When the next poll is due, ms of the computer's clock, which goes on while it sleeps.
    due: Cell<f64>,
    timer: RefCell<Option<Timeout>>,
}

impl Polling {
    pub fn new(window: Window, load: impl Fn() + 'static) -> Rc<Self> {
        Rc::new(Self {
            window,
            load: Box::new(load),
            every: Cell::default(),
            failures: Cell::default(),
            due: Cell::default(),
            timer: RefCell::default(),
        })
    }

    /// The host asks for polls every so many seconds, or for none.
    pub fn ask(self: &Rc<Self>, every: Option<f64>) {
        self.every.set(every);
        self.failures.set(0);
        self.schedule(None);
    }

    /// A load has ended; `retry_after`: the server's own word on when to come again, s.
    pub fn loaded(self: &Rc<Self>, good: bool, retry_after: Option<f64>) {
        self.failures.set(if good { 0 } else { self.failures.get().saturating_add(1) });
        self.schedule(retry_after);
    }

    /// A hidden tab is seen again.
    pub fn shown_again(self: &Rc<Self>) -> EventListener {
        let polling = Rc::downgrade(self);
        let document = self.window.document().expect("a window has a document");
        EventListener::new(&document, "visibilitychange", move |_| {
            if let Some(polling) = polling.upgrade().filter(|polling| polling.is_due()) {
                polling.poll();
            }
        })
    }

    fn schedule(self: &Rc<Self>, retry_after: Option<f64>) {
        self.timer.take();
        let Some(every) = self.every.get() else { return };
        let wait = poll::wait(every, self.failures.get(), retry_after, js_sys::Math::random());
        self.due.set(js_sys::Date::now() + f64::from(wait));
        let polling = Rc::downgrade(self);
        let poll = move || {
            if let Some(polling) = polling.upgrade() {
                polling.poll();
            }
        };
        self.timer.replace(Some(Timeout::new(wait, poll)));
    }

    fn is_due(&self) -> bool {
        self.every.get().is_some() && js_sys::Date::now() >= self.due.get()
    }

    /// Loads the feed, if somebody sees the page; what is due then is loaded when it is seen.
    fn poll(self: &Rc<Self>) {
        if self.window.document().is_some_and(|document| document.hidden()) {
            return;
        }
        // Until this load has ended, whatever becomes of it, the next is not due.
        self.schedule(None);
        (self.load)();
    }
}
