//! One life of a widget: all that it holds of the browser, which ends with it. What host and reader said lies outside, in
//! the element's module, so that a new life goes on where this one was.

use super::frame::Frame;
use super::keys;
use super::polling::Polling;
use super::store::Store;
use crate::date::Date;
use crate::model::Msg;
use gloo_events::{EventListener, EventListenerOptions};
use gloo_timers::callback::{Interval, Timeout};
use std::rc::Rc;
use web_sys::{EventTarget, Window};

/// How often today's date is looked at, ms. Not by one timer until midnight: that stands still while a computer sleeps.
const MINUTE: u32 = 60_000;

/// A painted frame is waited for this long, ms: a hidden tab paints none.
const UNSEEN: u32 = 1000;

/// What one life holds.
pub struct Life {
    pub store: Rc<Store>,
    pub polling: Rc<Polling>,
    _listeners: Vec<EventListener>,
    _minute: Interval,
}

impl Life {
    pub fn begin(store: Rc<Store>) -> Self {
        let window = store.window();
        let polling = Polling::new(window.clone(), {
            let store = Rc::downgrade(&store);
            move || {
                if let Some(store) = store.upgrade() {
                    store.dispatch(Msg::Reload);
                }
            }
        });
        let mut listeners = keys::listeners(&store, &window);
        listeners.push(followed(&store, &window));
        listeners.push(printed(&store, &window));
        listeners.extend(["pointerover", "focusin"].map(|sign| warmed(&store, sign)));
        listeners.push(polling.shown_again());
        let minute = Interval::new(MINUTE, {
            let store = Rc::downgrade(&store);
            move || {
                if let Some(store) = store.upgrade() {
                    store.dispatch_today();
                }
            }
        });
        Self { store, polling, _listeners: listeners, _minute: minute }
    }
}

/// Somebody changes the page's address.
fn followed(store: &Rc<Store>, window: &EventTarget) -> EventListener {
    let store = Rc::downgrade(store);
    EventListener::new(window, "hashchange", move |_| {
        if let Some(store) = store.upgrade() {
            store.host().follow();
        }
    })
}

/// On paper a link is its address.
fn printed(store: &Rc<Store>, window: &EventTarget) -> EventListener {
    let store = Rc::downgrade(store);
    EventListener::new(window, "beforeprint", move |_| {
        if let Some(store) = store.upgrade() {
            store.print();
        }
    })
}

/// A reader who comes to the map is likely to open a country next.
fn warmed(store: &Rc<Store>, sign: &'static str) -> EventListener {
    let warm = Rc::downgrade(store);
    let options = EventListenerOptions::run_in_capture_phase();
    EventListener::once_with_options(store.mount(), sign, options, move |_| {
        if let Some(store) = warm.upgrade() {
            store.host().warm();
        }
    })
}

/// The reader's day.
pub fn today() -> Date {
    let now = js_sys::Date::new_0();
    let offset = now.get_timezone_offset() * f64::from(MINUTE);
    let local = js_sys::Date::new(&(now.get_time() - offset).into());
    // The calendar of ISO 8601, and before the year 10000 in its short form.
    Date::parse_timestamp(&String::from(local.to_iso_string())).expect("JavaScript writes ISO 8601")
}

/// Calls `then` when what is drawn now is on the screen, or nothing is painted.
pub fn painted(window: &Window, store: &Rc<Store>) -> (Option<Frame>, Timeout) {
    let (soon, late) = (Rc::downgrade(store), Rc::downgrade(store));
    let frame = Frame::next(window, move |_| {
        if let Some(store) = soon.upgrade() {
            // A task after the frame's own: by then it is painted.
            store.paint_in(0);
        }
    });
    let unseen = Timeout::new(UNSEEN, move || {
        if let Some(store) = late.upgrade() {
            store.be_ready();
        }
    });
    (frame, unseen)
}
