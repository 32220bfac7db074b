//! The model of one element and what happens to it: messages in, effects out, a new screen drawn.

use super::chunk;
use super::day::today;
use super::dom;
use super::drawing::{Page, Redraw};
use super::hear::after;
use super::strangers::Strangers;
use crate::markup::{Drawn, Hears, On};
use crate::model::{Model, Msg, Target, update_by};
use crate::parts::part::{Extent, Screen};
use size::Size;
use std::cell::{Cell, Ref, RefCell};
use std::rc::{Rc, Weak};
use waits::Waits;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, ShadowRoot, Window};

mod drawn;
mod effects;
mod host;
mod motion;
pub mod size;
mod waits;

pub use host::Host;
pub use waits::Polling;

/// The state of one element.
pub struct Store {
    /// What is drawn into: at first what hears nothing, later Yew's.
    mount: RefCell<Element>,
    root: ShadowRoot,
    window: Window,
    host: Host,
    model: RefCell<Model>,
    /// Whether the first drawing is for the width that it has.
    sized: Cell<bool>,
    /// Whether the first screen was there before any script ran.
    is_prerendered: bool,
    /// None before the chunk `answer` is here: until then what is drawn hears nothing.
    drawing: RefCell<Option<Box<dyn Redraw>>>,
    /// What Yew draws into for the first time, beside what is seen.
    beside: RefCell<Option<Element>>,
    /// How much of the screen Yew has drawn.
    extent: Cell<Extent>,
    palette: RefCell<String>,
    /// How the map's frame is moved.
    shifted: RefCell<String>,
    /// Waits until what it points to is drawn.
    focus: Cell<Option<Target>>,
    /// The feed is shown for the first time as soon as it is drawn.
    ready: Cell<bool>,
    /// None before Yew draws: what it has not drawn it does not take for granted.
    strangers: RefCell<Option<Strangers>>,
    size: Size,
    polling: Polling,
    /// The number of the playback.
    run: Cell<u32>,
    /// Whether the chunk `print` is here.
    printable: Cell<bool>,
    /// Whether the chunk `answer` is here.
    answering: Cell<bool>,
    /// What waits for it.
    unanswered: RefCell<Vec<Msg>>,
    waits: Waits,
}

impl Store {
    /// Draws into `mount`, which lies in a shadow root.
    pub fn new(mount: Element, host: Host) -> Rc<Self> {
        let root: ShadowRoot = mount.get_root_node().unchecked_into();
        // A document that is shown has a window; the module's own is as good as any to count time by.
        let view = mount.owner_document().and_then(|document| document.default_view());
        let window = view.or_else(web_sys::window).expect("the module runs in a page");
        let width = size::measure(&window, &mount, &mount);
        let store = Rc::new(Self {
            root,
            host,
            model: RefCell::new(Model::new(today(), width)),
            drawing: RefCell::default(),
            beside: RefCell::default(),
            extent: Cell::default(),
            sized: Cell::default(),
            palette: RefCell::default(),
            shifted: RefCell::default(),
            focus: Cell::default(),
            ready: Cell::default(),
            strangers: RefCell::default(),
            size: Size::default(),
            polling: Polling::default(),
            run: Cell::default(),
            printable: Cell::default(),
            answering: Cell::default(),
            unanswered: RefCell::default(),
            waits: Waits::default(),
            window,
            is_prerendered: mount.has_child_nodes(),
            mount: RefCell::new(mount),
        });
        store.draw_screen();
        store
    }

    pub fn model(&self) -> Ref<'_, Model> {
        self.model.borrow()
    }

    /// Takes in what happened, draws, and does what is to be done in the page.
    pub fn dispatch(self: &Rc<Self>, msg: Msg) {
        if msg.is_readers() && !self.answering.get() {
            self.unanswered.borrow_mut().push(msg);
            return;
        }
        let effects = update_by(&mut self.model.borrow_mut(), msg, chunk::answer);
        self.colour();
        self.host.hold();
        // Yew draws after this turn: what has to be done is known by then.
        let is_first = self.drawing.borrow().is_none();
        if !is_first {
            self.draw_screen();
        }
        for effect in effects {
            self.run(effect);
        }
        if is_first {
            // In a turn of its own, and once for all that is said in this one.
            self.waits.turn.set(Some(after(self, 0, Self::draw_screen)));
        }
    }

    pub fn mount(&self) -> Ref<'_, Element> {
        self.mount.borrow()
    }

    pub fn root(&self) -> &ShadowRoot {
        &self.root
    }

    pub fn window(&self) -> &Window {
        &self.window
    }

    pub fn size(&self) -> &Size {
        &self.size
    }

    pub fn polling(&self) -> &Polling {
        &self.polling
    }

    pub fn waits(&self) -> &Waits {
        &self.waits
    }

    pub fn host(&self) -> &Host {
        &self.host
    }

    /// A new day may have begun.
    pub fn dispatch_today(self: &Rc<Self>) {
        let today = today();
        if today != self.model().today {
            self.dispatch(Msg::Today(today));
        }
    }

    /// The code that answers the reader is here, and takes the drawing over.
    pub fn be_answering(self: &Rc<Self>) {
        if self.answering.replace(true) {
            return;
        }
        self.draw_screen();
        for msg in self.unanswered.take() {
            self.dispatch(msg);
        }
    }

    /// The code that makes the view's address is here.
    pub fn be_printable(&self) {
        self.printable.set(true);
    }

    /// Writes the view's address where it stands on paper.
    pub fn print(&self) {
        self.host.tell();
        let printed = self.printable.get().then(|| chunk::printed(&self.model.borrow())).flatten();
        // Before that code is here, the page's own.
        let printed = printed.or_else(|| self.window.location().href().ok());
        let footer = self.mount().query_selector(".footer").ok().flatten();
        if let Some((link, footer)) = printed.zip(footer) {
            // Only a malformed name could fail.
            let _ = footer.set_attribute("data-link", &link);
        }
    }

    pub fn destroy(&self) {
        if let Some(drawing) = self.drawing.take() {
            drop(drawing);
        }
    }

    fn screen(&self) -> Screen {
        let model = self.model.borrow();
        Screen::new(&model, chunk::tip(&model), chunk::draw)
    }

    fn draw_screen(self: &Rc<Self>) {
        let screen = self.screen();
        if let Some(drawing) = self.drawing.borrow_mut().as_mut() {
            self.extent.set(screen.extent);
            drawing.redraw(Rc::new(screen));
            return;
        }
        let has_nothing_newer = self.is_prerendered && screen.shown.is_none();
        if has_nothing_newer {
            return;
        }
        if self.answering.get() {
            self.waits.turn.set(Some(after(self, 0, Self::take_over)));
        } else if !self.is_prerendered {
            dom::lay_down(&self.mount(), &screen.nodes());
            self.rendered();
        }
    }

    /// Yew draws beside what is seen, and takes its place when all is drawn: the view in the middle in one turn, and the rest
    /// in the next, so that the page answers between them.
    fn take_over(self: &Rc<Self>) {
        let screen = Screen { extent: Extent::Main, ..self.screen() };
        let beside = self.host.beside();
        *self.strangers.borrow_mut() = Some(Strangers::new(beside.clone()));
        *self.beside.borrow_mut() = Some(beside.clone());
        self.extent.set(screen.extent);
        let page: Rc<dyn Page> = Rc::new(Rc::downgrade(self));
        *self.drawing.borrow_mut() = chunk::drawing(&beside, page, Rc::new(screen));
    }

    /// Gives the classes their colours, where these have changed.
    fn colour(&self) {
        let model = self.model.borrow();
        let Some(shown) = &model.shown else { return };
        let mut palette = self.palette.borrow_mut();
        if *palette != shown.view.palette {
            palette.clone_from(&shown.view.palette);
            self.host.palette(&palette);
        }
    }
}

impl Page for Weak<Store> {
    fn hear(&self, on: On, hears: &Hears, event: &Event) {
        // What is pressed before is kept by the page.
        let store = self.upgrade().filter(|store| store.answering.get());
        if let Some((store, msg)) = store.and_then(|store| Some((store, chunk::meaning(on, hears, event)?))) {
            store.dispatch(msg);
        }
    }

    fn drawing(&self) {
        let Some(store) = self.upgrade() else { return };
        if let Some(strangers) = &*store.strangers.borrow() {
            strangers.undo();
        }
    }

    fn drawn(&self) {
        if let Some(store) = self.upgrade() {
            store.rendered();
        }
    }
}
