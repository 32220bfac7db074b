//! What follows a drawing: the focus, what is said, the page's own content, and that the widget is ready.

use super::Store;
use crate::element::frame::Frame;
use crate::element::hear::after;
use crate::element::parts::tooltip;
use crate::element::size;
use crate::model::Target;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// How long what is said to those who do not see the screen must rest before it is said, ms.
const REST: u32 = 700;

/// A painted frame is waited for this long, ms: a hidden tab paints none.
const UNSEEN: u32 = 1000;

impl Store {
    /// What waits for the page to be drawn.
    pub(super) fn rendered(self: &Rc<Self>) {
        let at = self.model.borrow().tip_place();
        if let Some(at) = at {
            tooltip::place(&self.mount, at);
        }
        if let Some(target) = self.focus.take() {
            self.move_focus(target);
        }
        self.strangers.attend();
        self.host.keep();
        self.notice();
        self.hide_fallback();
        size::follow(self);
        if self.ready.take() {
            self.await_paint();
        }
    }

    /// Waits until what is worth saying has come to rest.
    fn notice(self: &Rc<Self>) {
        self.waits.say.set(self.host.news().then(|| after(self, REST, Self::say)));
    }

    fn say(self: &Rc<Self>) {
        self.strangers.but_for(|| {
            if !self.host.say() {
                self.notice();
            }
        });
    }

    /// The host's own content stays until there is something to take its place.
    fn hide_fallback(&self) {
        let slot = self.root.query_selector("slot").ok().flatten();
        if let Some(slot) = slot.filter(|_| matches!(self.mount.query_selector(".stage"), Ok(Some(_)))) {
            slot.unchecked_into::<HtmlElement>().set_hidden(true);
        }
    }

    fn move_focus(&self, target: Target) {
        let selector = match target {
            Target::Member(code) => {
                format!(".view [data-country={code}] button, .view [data-country={code}][tabindex]")
            }
            Target::Profile => ".profile [tabindex]".to_owned(),
            Target::View => ".view".to_owned(),
            Target::Compare => ".compare [tabindex]".to_owned(),
            Target::Share => ".share [tabindex]".to_owned(),
            Target::Offer(offer) => format!("[data-offer={}]", offer.name()),
            // The first of them, in the order of the document.
            Target::Beyond => {
                ".skip~.key [tabindex],.skip~.controls .hand,[data-menu=about],.footer button".to_owned()
            }
            Target::Menu(menu) => format!("[data-menu={}]", menu.name()),
            Target::Search => ".search input".to_owned(),
            Target::Added(list) => format!("[data-list={}] [tabindex]", list.name()),
        };
        let find = |selector: &str| self.mount.query_selector(selector).ok().flatten();
        // A row may be one of those that are not drawn.
        if let Some(element) = find(&selector).or_else(|| find(".view")) {
            // SVG elements have the same method without being HTML elements.
            let _ = element.unchecked_ref::<HtmlElement>().focus();
        }
    }

    /// The first view with data is drawn: when it is on the screen, or nothing is painted, the widget is ready.
    fn await_paint(self: &Rc<Self>) {
        let store = Rc::downgrade(self);
        let painted = move |_| {
            if let Some(store) = store.upgrade() {
                // A task after the frame's own: by then it is painted.
                store.waits.unseen.set(Some(after(&store, 0, Self::be_ready)));
            }
        };
        self.waits.painted.set(Frame::next(&self.window, painted));
        self.waits.unseen.set(Some(after(self, UNSEEN, Self::be_ready)));
    }

    fn be_ready(self: &Rc<Self>) {
        self.waits.painted.take();
        // Not before: on a slow device parts are still being drawn.
        self.host.begin();
        let members = self.model.borrow().feed.as_ref().map_or(0, |feed| feed.value.members.len());
        self.host.ready(u32::try_from(members).unwrap_or(u32::MAX));
    }
}
