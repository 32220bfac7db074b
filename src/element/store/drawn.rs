//! What follows a drawing: the focus, what is said, the page's own content, and that the widget is ready.

use super::{Store, size};
use crate::element::chunk;
use crate::element::frame::Frame;
use crate::element::hear::after;
use crate::model::Target;
use crate::parts::part::Extent;
use crate::scene::number::px;
use crate::world::{Point, WIDTH};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// How long what is said to those who do not see the screen must rest before it is said, ms.
const REST: u32 = 700;

/// A painted frame is waited for this long, ms: a hidden tab paints none.
const UNSEEN: u32 = 1000;

impl Store {
    /// What waits for the page to be drawn.
    pub(super) fn rendered(self: &Rc<Self>) {
        if self.extent.get() == Extent::Main {
            self.waits.turn.set(Some(after(self, 0, Self::draw_screen)));
            return;
        }
        if let Some(beside) = self.beside.take() {
            self.host.take(&beside);
            self.mount.replace(beside);
        }
        let at = self.model.borrow().tip_place();
        if let Some(at) = at {
            place_tooltip(&self.mount(), at);
        }
        self.shift();
        if let Some(target) = self.focus.take() {
            self.move_focus(target);
        }
        if let Some(strangers) = &*self.strangers.borrow() {
            strangers.attend();
        }
        self.host.keep();
        self.notice();
        self.hide_fallback();
        if self.drawing.borrow().is_some() {
            size::follow(self);
        } else if !self.sized.get() && size::is_measured(self) {
            self.sized.set(true);
            size::tell(self);
        }
        if self.ready.take() {
            self.await_paint();
        }
    }

    /// Moves the map's frame as a whole while the map moves: of its shapes nothing is laid out or painted anew.
    fn shift(&self) {
        if !self.answering.get() {
            return;
        }
        let shift = chunk::shift(&self.model.borrow()).unwrap_or_default();
        if self.shifted.replace(shift.clone()) == shift {
            return;
        }
        if let Some(frame) = self.mount().query_selector(".map > svg").ok().flatten() {
            // Only a malformed property name or value could fail; none takes it away.
            let _ = frame.unchecked_ref::<HtmlElement>().style().set_property("transform", &shift);
        }
    }

    /// Waits until what is worth saying has come to rest.
    fn notice(self: &Rc<Self>) {
        self.waits.say.set(self.host.news().then(|| after(self, REST, Self::say)));
    }

    fn say(self: &Rc<Self>) {
        let say = || {
            if !self.host.say() {
                self.notice();
            }
        };
        match &*self.strangers.borrow() {
            Some(strangers) => strangers.but_for(say),
            None => say(),
        }
    }

    /// The host's own content stays until there is something to take its place.
    fn hide_fallback(&self) {
        let slot = self.root.query_selector("slot:not([hidden])").ok().flatten();
        if let Some(slot) = slot.filter(|_| matches!(self.mount().query_selector(".stage"), Ok(Some(_)))) {
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
            Target::Hand(hand) => format!(".hand[data-hand={}]", hand.field().name()),
            Target::Search => ".search input".to_owned(),
            Target::Added(list) => format!("[data-list={}] [tabindex]", list.name()),
        };
        let find = |selector: &str| self.mount().query_selector(selector).ok().flatten();
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

/// Between the tooltip and what it points to, px of the page.
const GAP: f64 = 14.0;

/// Puts the tooltip in place, once it is drawn: beside the point (px of the map's frame), on the side with more
/// room, and within the map's width.
fn place_tooltip(mount: &Element, at: Point) {
    let Ok(Some(element)) = mount.query_selector(".tooltip") else { return };
    let element = element.unchecked_into::<HtmlElement>();
    let Some(map) = element.parent_element() else { return };
    let (width, height) = (f64::from(map.client_width()), f64::from(map.client_height()));
    let (x, y) = (at.x * width / WIDTH, at.y * width / WIDTH);
    let (own_width, own_height) = (f64::from(element.offset_width()), f64::from(element.offset_height()));
    let left = if x > width / 2.0 { x - GAP - own_width } else { x + GAP };
    let top = if y > height / 2.0 { y - GAP - own_height } else { y + GAP };
    let left = left.clamp(0.0, (width - own_width).max(0.0));
    // Only a malformed property name or value could fail.
    let _ = element.style().set_property("transform", &format!("translate({}px,{}px)", px(left), px(top)));
}
