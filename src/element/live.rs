//! What is said to readers who do not see it: the one live region of a widget. Parts mark what is worth saying by
//! `data-say`; when that has come to rest, the first text that is new is said.

use super::strangers::Strangers;
use gloo_timers::callback::Timeout;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use web_sys::Element;

/// How long what is said must rest before it is said, ms.
const REST: u32 = 700;

/// The live region of one widget.
pub struct Live {
    mount: Element,
    strangers: Rc<Strangers>,
    /// The texts that are known; `None` until the first view is there, which is read and not said.
    known: RefCell<Option<Vec<String>>>,
    timer: Cell<Option<Timeout>>,
}

/// A text that is worth saying, and how it is told apart from the same text said again.
struct Mark {
    sign: String,
    text: String,
}

impl Live {
    pub fn new(mount: Element, strangers: Rc<Strangers>) -> Rc<Self> {
        Rc::new(Self { mount, strangers, known: RefCell::default(), timer: Cell::default() })
    }

    /// Takes what is there for known.
    pub fn begin(&self) {
        self.known.replace(Some(self.marks().into_iter().map(|mark| mark.sign).collect()));
    }

    /// Says the first text that is new once all have come to rest.
    pub fn notice(self: &Rc<Self>) {
        self.timer.take();
        let mut known = self.known.borrow_mut();
        let Some(known) = known.as_mut() else { return };
        // Nobody is told every year of a playback.
        if self.has("[data-playing]") {
            return;
        }
        let marks = self.marks();
        known.retain(|sign| marks.iter().any(|mark| mark.sign == *sign));
        let Some(news) = marks.iter().find(|mark| !known.contains(&mark.sign)) else { return };
        let text = news.text.clone();
        self.wait(text, marks.into_iter().map(|mark| mark.sign).collect());
    }

    fn wait(self: &Rc<Self>, text: String, signs: Vec<String>) {
        let live = Rc::downgrade(self);
        let say = move || {
            if let Some(live) = live.upgrade() {
                live.say(text, signs);
            }
        };
        self.timer.set(Some(Timeout::new(REST, say)));
    }

    fn say(self: &Rc<Self>, text: String, signs: Vec<String>) {
        // A hand that is held has not come to rest.
        if self.has(".line:active") {
            return self.wait(text, signs);
        }
        if let Ok(Some(region)) = self.mount.query_selector("[role=status]") {
            self.strangers.but_for(|| region.set_text_content(Some(&text)));
        }
        self.known.replace(Some(signs));
    }

    fn has(&self, selector: &str) -> bool {
        self.mount.query_selector(selector).is_ok_and(|found| found.is_some())
    }

    fn marks(&self) -> Vec<Mark> {
        let Ok(found) = self.mount.query_selector_all("[data-say]") else { return Vec::new() };
        let elements = (0..found.length()).filter_map(|place| found.item(place));
        let mark = |node: web_sys::Node| {
            let text = node.text_content().filter(|text| !text.is_empty())?;
            let number = wasm_bindgen::JsCast::unchecked_into::<Element>(node).get_attribute("data-say");
            Some(Mark { sign: number.unwrap_or_default() + &text, text })
        };
        elements.filter_map(mark).collect()
    }
}
