//! Polls the feed as often as the host wants: not in hidden tabs, and at once when one is seen again whose poll is due.

use super::hear::{LATE, after, listen};
use super::store::{Polling, Store};
use crate::model::{Msg, poll};
use gloo_events::EventListener;
use std::rc::Rc;

/// The host asks for polls every so many seconds, or for none.
pub fn ask(store: &Rc<Store>, every: Option<f64>) {
    let polling = store.polling();
    polling.every.set(every);
    polling.failures.set(0);
    schedule(store, None);
}

/// A load has ended; `retry_after`: the server's own word on when to come again, s.
pub fn loaded(store: &Rc<Store>, good: bool, retry_after: Option<f64>) {
    let failures = &store.polling().failures;
    failures.set(if good { 0 } else { failures.get().saturating_add(1) });
    schedule(store, retry_after);
}

/// Hears that a hidden tab is seen again.
pub fn listener(store: &Rc<Store>) -> Option<EventListener> {
    let document = store.window().document()?;
    Some(listen(store, &document, "visibilitychange", LATE, |store, _| {
        let Polling { every, due, .. } = store.polling();
        if every.get().is_some() && js_sys::Date::now() >= due.get() {
            poll(store);
        }
    }))
}

fn schedule(store: &Rc<Store>, retry_after: Option<f64>) {
    let Polling { every, failures, due } = store.polling();
    let waiting = every.get().map(|every| {
        let wait = poll::wait(every, failures.get(), retry_after, js_sys::Math::random());
        due.set(js_sys::Date::now() + f64::from(wait));
        after(store, wait, poll)
    });
    store.waits().poll.set(waiting);
}

/// Loads the feed, if somebody sees the page; what is due then is loaded when it is seen.
fn poll(store: &Rc<Store>) {
    if store.window().document().is_some_and(|document| document.hidden()) {
        return;
    }
    // Until this load has ended, whatever becomes of it, the next is not due.
    schedule(store, None);
    store.dispatch(Msg::Reload);
}
