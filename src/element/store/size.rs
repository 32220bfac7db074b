//! The width that map, trend and timeline are laid out for.

use super::Store;
use crate::element::event;
use crate::element::hear::{LATE, after, listen};
use crate::model::Msg;
use gloo_events::EventListener;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, ResizeObserver, Window};

/// The size of type that the map's marks and names, the trend and the timeline are laid out for, px.
const TYPE: f64 = 15.0;

/// The width of an element in units of the widget's type: px if that is 15 px, or not known. It is the element's own
/// measure, since older browsers give the observed one as the page's `zoom` makes it.
pub fn measure(window: &Window, mount: &Element, element: &Element) -> f64 {
    let style = window.get_computed_style(mount).ok().flatten();
    let size = style.and_then(|style| style.get_property_value("font-size").ok());
    // The browser's own way of reading numbers: Rust's would weigh more than the rest of this file.
    let size = size.map(|size| js_sys::parse_float(&size));
    let size = size.filter(|size| *size > 0.0).unwrap_or(TYPE);
    f64::from(element.client_width()) / size * TYPE
}

/// What is drawn to a width, as long as it is there.
#[derive(Default)]
pub struct Size(RefCell<Option<Followed>>);

struct Followed {
    element: Element,
    observer: Option<ResizeObserver>,
    _sized: Closure<dyn FnMut()>,
    _touch: EventListener,
}

impl Drop for Followed {
    fn drop(&mut self) {
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
    }
}

/// Hears of the window's size, which is followed where the browser observes no element's.
pub fn listener(store: &Rc<Store>) -> EventListener {
    listen(store, store.window(), "resize", LATE, |store, _| tell(store))
}

/// Follows the size of what is drawn now.
pub fn follow(store: &Rc<Store>) {
    let element = drawn(store);
    let Size(followed) = store.size();
    if element.as_ref() == followed.borrow().as_ref().map(|followed| &followed.element) {
        return;
    }
    let now = element.map(|element| following(store, element));
    let is_unseen = now.as_ref().is_some_and(|now| now.observer.is_none());
    followed.replace(now);
    if is_unseen {
        tell(store);
    }
}

fn following(store: &Rc<Store>, element: Element) -> Followed {
    let sized = Closure::<dyn FnMut()>::new({
        let store = Rc::downgrade(store);
        move || {
            if let Some(store) = store.upgrade() {
                // What is laid out anew while sizes are told would be an error of the page's.
                store.waits().sized.set(Some(after(&store, 0, tell)));
            }
        }
    });
    let observer = observer(&sized);
    if let Some(observer) = &observer {
        observer.observe(&element);
    }
    let touch = listen(store, &element, "touchmove", LATE, |_, event| both(event));
    Followed { element, observer, _sized: sized, _touch: touch }
}

/// Tells how wide it is now.
pub fn tell(store: &Rc<Store>) {
    if let Some(element) = seen(store) {
        let width = measure(store.window(), &store.mount(), &element);
        store.dispatch(Msg::Resize(width));
    }
}

/// Whether it has a width.
pub fn is_measured(store: &Rc<Store>) -> bool {
    seen(store).is_some()
}

/// What is drawn to a width.
fn drawn(store: &Rc<Store>) -> Option<Element> {
    store.mount().query_selector(".map, .chart, .timeline").ok().flatten()
}

/// The same, where it is seen.
fn seen(store: &Rc<Store>) -> Option<Element> {
    drawn(store).filter(|element| element.client_width() > 0)
}

/// Two fingers are the map's, also where one finger scrolls the page.
fn both(event: &Event) {
    if event::touches(event) > 1.0 {
        event.prevent_default();
    }
}

fn observer(sized: &Closure<dyn FnMut()>) -> Option<ResizeObserver> {
    // To construct what there is not would end the program.
    let known = js_sys::Reflect::get(&js_sys::global(), &JsValue::from_str("ResizeObserver"));
    known.is_ok_and(|known| known.is_function()).then_some(())?;
    ResizeObserver::new(sized.as_ref().unchecked_ref()).ok()
}
