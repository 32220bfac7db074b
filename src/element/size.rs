//! The width that map, trend and timeline are laid out for.

use gloo_events::{EventListener, EventListenerOptions};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, ResizeObserver, TouchEvent, Window};

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

/// What is called with the new width.
type Told = Rc<dyn Fn(f64)>;

/// Follows the size of what is drawn to a width.
pub struct Size {
    window: Window,
    mount: Element,
    told: Told,
    followed: RefCell<Option<Followed>>,
}

/// One element, as long as it is there.
struct Followed {
    element: Element,
    observer: Option<ResizeObserver>,
    _sized: Closure<dyn FnMut()>,
    /// Where the browser has no observer, the window's size is followed.
    _resize: Option<EventListener>,
    _touch: EventListener,
}

impl Drop for Followed {
    fn drop(&mut self) {
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
    }
}

impl Size {
    pub fn new(window: Window, mount: Element, told: impl Fn(f64) + 'static) -> Self {
        Self { window, mount, told: Rc::new(told), followed: RefCell::default() }
    }

    /// Follows what is drawn now.
    pub fn follow(&self) {
        let element = self.mount.query_selector(".map, .chart, .timeline").ok().flatten();
        if element.as_ref() == self.followed.borrow().as_ref().map(|followed| &followed.element) {
            return;
        }
        let followed = element.map(|element| self.following(element));
        self.followed.replace(followed);
    }

    fn following(&self, element: Element) -> Followed {
        let tell = self.teller(element.clone());
        let sized = Closure::<dyn FnMut()>::new({
            let tell = tell.clone();
            move || tell()
        });
        let observer = observer(&sized);
        if let Some(observer) = &observer {
            observer.observe(&element);
        }
        let resize = observer.is_none().then(|| {
            tell();
            EventListener::new(&self.window, "resize", move |_| tell())
        });
        let touch = EventListener::new_with_options(
            &element,
            "touchmove",
            EventListenerOptions::enable_prevent_default(),
            both,
        );
        Followed { element, observer, _sized: sized, _resize: resize, _touch: touch }
    }

    fn teller(&self, element: Element) -> Rc<dyn Fn()> {
        let (window, mount, told) = (self.window.clone(), self.mount.clone(), self.told.clone());
        Rc::new(move || {
            if element.client_width() > 0 {
                told(measure(&window, &mount, &element));
            }
        })
    }
}

/// Two fingers are the map's, also where one finger scrolls the page.
fn both(event: &Event) {
    if event.unchecked_ref::<TouchEvent>().touches().length() > 1 {
        event.prevent_default();
    }
}

fn observer(sized: &Closure<dyn FnMut()>) -> Option<ResizeObserver> {
    // To construct what there is not would end the program.
    let known = js_sys::Reflect::get(&js_sys::global(), &JsValue::from_str("ResizeObserver"));
    known.is_ok_and(|known| known.is_function()).then_some(())?;
    ResizeObserver::new(sized.as_ref().unchecked_ref()).ok()
}
