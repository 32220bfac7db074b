//! What others do to the widget's nodes: translators replace texts, extensions add and remove elements. Yew changes only
//! what is new, and takes for granted that all else is as it left it. So before each drawing the document is put back as
//! Yew knows it; whoever changed it will see the new texts and may change them again.

use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, MutationObserver, MutationObserverInit, MutationRecord, Node, NodeList};

/// More changes than these are put back at once: somebody changes the widget without end.
const MOST: usize = 10_000;

/// The changes of others below a mount, oldest first.
pub struct Strangers {
    mount: Element,
    observer: MutationObserver,
    seen: Rc<RefCell<Vec<MutationRecord>>>,
    _note: Closure<dyn FnMut(js_sys::Array)>,
}

impl Strangers {
    /// Begins to watch.
    pub fn new(mount: Element) -> Self {
        let seen = Rc::new(RefCell::new(Vec::new()));
        let noted = seen.clone();
        let note = Closure::<dyn FnMut(js_sys::Array)>::new(move |records| {
            let mut noted = noted.borrow_mut();
            noted.extend(read(&records));
            if noted.len() > MOST {
                put_back(noted.split_off(0));
            }
        });
        let observer = MutationObserver::new(note.as_ref().unchecked_ref()).expect("every browser has it");
        let strangers = Self { mount, observer, seen, _note: note };
        strangers.attend();
        strangers
    }

    /// Puts the document back as it was left, and looks away: what follows is the widget's own drawing.
    pub fn undo(&self) {
        self.gather();
        self.observer.disconnect();
        put_back(self.seen.take());
    }

    /// Watches again.
    pub fn attend(&self) {
        let what = MutationObserverInit::new();
        what.set_child_list(true);
        what.set_character_data(true);
        what.set_character_data_old_value(true);
        what.set_subtree(true);
        let _ = self.observer.observe_with_options(&self.mount, &what);
    }

    /// A change of the widget's own, outside of a drawing.
    pub fn but_for(&self, change: impl FnOnce()) {
        self.gather();
        change();
        self.observer.take_records();
    }

    fn gather(&self) {
        self.seen.borrow_mut().extend(read(&self.observer.take_records()));
    }
}

impl Drop for Strangers {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

fn read(records: &js_sys::Array) -> impl Iterator<Item = MutationRecord> {
    records.iter().map(JsCast::unchecked_into)
}

/// Undoes changes, newest first: each finds the document as it left it.
fn put_back(records: Vec<MutationRecord>) {
    for record in records.into_iter().rev() {
        let Some(target) = record.target() else { continue };
        if record.type_() == "characterData" {
            target.set_node_value(record.old_value().as_deref());
            continue;
        }
        let is_here = |node: &Node| node.parent_node().is_some_and(|parent| parent == target);
        for added in nodes(&record.added_nodes()).filter(|node| is_here(node)) {
            let _ = target.remove_child(&added);
        }
        let next = record.next_sibling().filter(|next| is_here(next));
        for removed in nodes(&record.removed_nodes()) {
            let _ = target.insert_before(&removed, next.as_ref());
        }
    }
}

fn nodes(list: &NodeList) -> impl Iterator<Item = Node> {
    (0..list.length()).filter_map(|place| list.item(place))
}
