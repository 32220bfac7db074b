//! What is said to readers who do not see it: the one live region of a widget. Parts mark what is worth saying by
//! `data-say`; when that has come to rest, the first text that is new is said.

use super::hear::after;
use super::store::Store;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Node};

/// How long what is said must rest before it is said, ms.
const REST: u32 = 700;

/// What the live region has said.
#[derive(Default)]
pub struct Live {
    /// The texts that are known; `None` until the first view is there, which is read and not said.
    known: RefCell<Option<Vec<String>>>,
}

/// A text that is worth saying, and how it is told apart from the same text said again.
struct Mark {
    sign: String,
    text: String,
}

/// Takes what is there for known.
pub fn begin(store: &Rc<Store>) {
    store.live().known.replace(Some(signs(marks(store.mount()))));
}

/// Says the first text that is new once all have come to rest.
pub fn notice(store: &Rc<Store>) {
    store.waits().say.take();
    let mut known = store.live().known.borrow_mut();
    // Nobody is told every year of a playback.
    let Some(known) = known.as_mut().filter(|_| !has(store, "[data-playing]")) else { return };
    let marks = marks(store.mount());
    known.retain(|sign| marks.iter().any(|mark| mark.sign == *sign));
    if news(&marks, known).is_some() {
        store.waits().say.set(Some(after(store, REST, say)));
    }
}

fn say(store: &Rc<Store>) {
    // A hand that is held has not come to rest.
    if has(store, ".line:active") {
        return store.waits().say.set(Some(after(store, REST, say)));
    }
    let marks = marks(store.mount());
    let mut known = store.live().known.borrow_mut();
    let news = known.as_ref().and_then(|known| news(&marks, known));
    let region = store.mount().query_selector("[role=status]").ok().flatten();
    if let Some((news, region)) = news.zip(region) {
        store.strangers().but_for(|| region.set_text_content(Some(&news.text)));
    }
    *known = Some(signs(marks));
}

fn news<'a>(marks: &'a [Mark], known: &[String]) -> Option<&'a Mark> {
    marks.iter().find(|mark| !known.contains(&mark.sign))
}

fn signs(marks: Vec<Mark>) -> Vec<String> {
    marks.into_iter().map(|mark| mark.sign).collect()
}

fn has(store: &Store, selector: &str) -> bool {
    store.mount().query_selector(selector).is_ok_and(|found| found.is_some())
}

fn marks(mount: &Element) -> Vec<Mark> {
    let Ok(found) = mount.query_selector_all("[data-say]") else { return Vec::new() };
    let mark = |node: Node| {
        let text = node.text_content().filter(|text| !text.is_empty())?;
        let number = node.unchecked_into::<Element>().get_attribute("data-say");
        Some(Mark { sign: number.unwrap_or_default() + &text, text })
    };
    (0..found.length()).filter_map(|place| found.item(place)).filter_map(mark).collect()
}
