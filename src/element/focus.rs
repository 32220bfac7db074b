//! The focus is never lost: if the focused element goes away, what is left beside or around it gets the focus.

use std::cell::RefCell;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, ShadowRoot};

/// What can take the focus from its neighbour.
const STOPS: &str = "button,summary,a,[tabindex]";

/// The elements beside and around the focused one, nearest first.
#[derive(Default)]
pub struct Focus(RefCell<Vec<Element>>);

impl Focus {
    /// Remembers the focused element and its surroundings before something is drawn.
    pub fn hold(&self, root: &ShadowRoot) {
        // A part that goes away may say so itself, before all is drawn: what was held then still counts.
        let Some(focused) = root.active_element() else { return };
        let mut held = Vec::new();
        let mut at = Some(focused);
        while let Some(element) = at {
            let before = element.previous_element_sibling();
            let further = before.as_ref().and_then(Element::previous_element_sibling);
            let (next, around) = (element.next_element_sibling(), element.parent_element());
            held.extend([Some(element), next, before, further].into_iter().flatten());
            at = around;
        }
        self.0.replace(held);
    }

    /// Gives the focus to the nearest of them that is left, if the focused element is gone.
    pub fn keep(&self, root: &ShadowRoot) {
        for near in self.0.take() {
            if root.active_element().is_some() {
                return;
            }
            if !near.is_connected() {
                continue;
            }
            let stop = if near.matches(STOPS).unwrap_or_default() {
                Some(near)
            } else {
                near.query_selector(STOPS).ok().flatten()
            };
            if let Some(stop) = stop {
                give(&stop);
            }
        }
    }
}

/// Gives an element the focus. SVG elements have the same method without being HTML elements.
pub fn give(element: &Element) {
    let _ = element.unchecked_ref::<HtmlElement>().focus();
}
