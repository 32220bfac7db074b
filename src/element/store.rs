//! The model of one element and what happens to it: messages in, effects out, a new screen drawn.

use super::app::{App, Content, Draw, Props, Screen, Seen, Shared};
use super::chunk;
use super::frame::Frame;
use super::hear::after;
use super::life;
use super::parts::{notice, search, tooltip};
use super::polling::Polling;
use super::projection::Asked;
use super::size::{self, Size};
use super::strangers::Strangers;
use crate::model::camera;
use crate::model::chunk::{Arrival, Chunk};
use crate::model::query::Projection;
use crate::model::share::{Act, File, Said};
use crate::model::view::tip;
use crate::model::{Effect, Model, Msg, Target, time, update};
use gloo_timers::callback::Timeout;
use js_sys::Array;
use std::cell::{Cell, Ref, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, HtmlElement, ShadowRoot, Window};
use yew::{AppHandle, Callback, Renderer};

#[wasm_bindgen]
extern "C" {
    /// What the element's module does for its widget.
    pub type Host;

    #[wasm_bindgen(method)]
    fn load(this: &Host, number: u32);
    #[wasm_bindgen(method)]
    fn fetch(this: &Host, chunk: &str);
    #[wasm_bindgen(method)]
    fn emit(this: &Host, name: &str, detail: &JsValue);
    #[wasm_bindgen(method)]
    fn changed(this: &Host);
    #[wasm_bindgen(method)]
    fn link(this: &Host, text: &str);
    #[wasm_bindgen(method)]
    fn ready(this: &Host, members: u32);
    #[wasm_bindgen(method)]
    pub fn warn(this: &Host, text: &str);
    #[wasm_bindgen(method)]
    fn palette(this: &Host, css: &str);
    #[wasm_bindgen(method)]
    fn detail(this: &Host);
    #[wasm_bindgen(method)]
    fn tell(this: &Host);
    #[wasm_bindgen(method)]
    fn copy(this: &Host, piece: &str);
    #[wasm_bindgen(method)]
    fn save(this: &Host, parcel: &Array);
    #[wasm_bindgen(method)]
    fn hear(this: &Host, tones: Option<Array>);
    #[wasm_bindgen(method)]
    pub fn follow(this: &Host);
    #[wasm_bindgen(method)]
    fn findings(this: &Host);
    #[wasm_bindgen(method)]
    fn hold(this: &Host);
    #[wasm_bindgen(method)]
    fn keep(this: &Host);
    #[wasm_bindgen(method)]
    fn begin(this: &Host);
    #[wasm_bindgen(method)]
    fn news(this: &Host) -> bool;
    #[wasm_bindgen(method)]
    fn say(this: &Host) -> bool;
    #[wasm_bindgen(method)]
    pub fn pair(this: &Host, event: &Event);
    #[wasm_bindgen(method)]
    pub fn warm(this: &Host);
}

/// Between two dates of a playback, ms; the second if the reader wants less motion.
const PACE: u32 = 900;
const CALM_PACE: u32 = 2500;

/// How long what is said to those who do not see the screen must rest before it is said, ms.
const REST: u32 = 700;

/// A painted frame is waited for this long, ms: a hidden tab paints none.
const UNSEEN: u32 = 1000;

/// The state of one element.
pub struct Store {
    mount: Element,
    root: ShadowRoot,
    window: Window,
    host: Host,
    model: RefCell<Model>,
    app: RefCell<Option<AppHandle<App>>>,
    palette: RefCell<String>,
    /// Waits until what it points to is drawn.
    focus: Cell<Option<Target>>,
    /// The feed is shown for the first time as soon as it is drawn.
    ready: Cell<bool>,
    strangers: Strangers,
    size: Size,
    polling: Polling,
    /// The number of the playback.
    run: Cell<u32>,
    /// Whether the chunk `print` is here.
    printable: Cell<bool>,
    waits: Waits,
}

/// What is waited for; each ends with the next of its kind, and all with the widget.
#[derive(Default)]
pub struct Waits {
    /// The next look at today's date.
    pub day: Cell<Option<Timeout>>,
    /// The next poll.
    pub poll: Cell<Option<Timeout>>,
    /// What is worth saying has come to rest.
    say: Cell<Option<Timeout>>,
    /// The next date of a playback.
    pace: Cell<Option<Timeout>>,
    /// The next frame of a flight.
    frame: Cell<Option<Frame>>,
    /// The rest of a gesture.
    rest: Cell<Option<Timeout>>,
    /// The first view on the screen.
    painted: Cell<Option<Frame>>,
    /// The same where nothing is painted.
    unseen: Cell<Option<Timeout>>,
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
            model: RefCell::new(Model::new(life::today(), width)),
            app: RefCell::default(),
            palette: RefCell::default(),
            focus: Cell::default(),
            ready: Cell::default(),
            strangers: Strangers::new(mount.clone()),
            size: Size::default(),
            polling: Polling::default(),
            run: Cell::default(),
            printable: Cell::default(),
            waits: Waits::default(),
            window,
            mount: mount.clone(),
        });
        let screen = store.screen();
        *store.app.borrow_mut() = Some(Renderer::<App>::with_root_and_props(mount, props(screen)).render());
        store
    }

    pub fn model(&self) -> Ref<'_, Model> {
        self.model.borrow()
    }

    /// Takes in what happened, draws, and does what is to be done in the page.
    pub fn dispatch(self: &Rc<Self>, msg: Msg) {
        let effects = update(&mut self.model.borrow_mut(), msg);
        self.colour();
        self.host.hold();
        let screen = self.screen();
        if let Some(app) = self.app.borrow_mut().as_mut() {
            app.update(props(screen));
        }
        for effect in effects {
            self.run(effect);
        }
    }

    pub fn mount(&self) -> &Element {
        &self.mount
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
        let today = life::today();
        if today != self.model().today {
            self.dispatch(Msg::Today(today));
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
        let footer = self.mount.query_selector(".footer").ok().flatten();
        if let Some((link, footer)) = printed.zip(footer) {
            // Only a malformed name could fail.
            let _ = footer.set_attribute("data-link", &link);
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

    pub fn destroy(&self) {
        if let Some(app) = self.app.borrow_mut().take() {
            app.destroy();
        }
    }

    fn screen(self: &Rc<Self>) -> Screen {
        let model = self.model.borrow();
        let (dispatch, drawing, rendered) = (Rc::downgrade(self), Rc::downgrade(self), Rc::downgrade(self));
        Screen {
            shown: model.shown.clone().map(Shared),
            world: model.world.clone().map(Shared),
            messages: model.messages.clone().map(Shared),
            demo: model.feed.as_ref().is_some_and(|feed| feed.value.demo),
            failure: model.failure.clone(),
            published: model.feed.as_ref().and_then(|feed| feed.value.published),
            loading: model.feed.is_none(),
            tip: tip(&model),
            sight: Seen {
                transform: camera::surface(&model).transform(&model.sight.camera),
                zoom: model.sight.camera.zoom,
                motion: model.sight.motion,
                hint: model.sight.hint,
            },
            focused: model.focused,
            current: model.current,
            place: model.place,
            announcement: model.announcement.clone(),
            search: Shared(model.search.clone()),
            share: Shared(model.share.clone()),
            later: Chunk::ALL.map(|chunk| later(&model, chunk)),
            dispatch: Callback::from(move |msg| {
                if let Some(store) = dispatch.upgrade() {
                    store.dispatch(msg);
                }
            }),
            drawing: Callback::from(move |()| {
                if let Some(store) = drawing.upgrade() {
                    store.strangers.undo();
                }
            }),
            rendered: Callback::from(move |()| {
                if let Some(store) = rendered.upgrade() {
                    store.rendered();
                }
            }),
        }
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

    /// Lays the world out.
    fn project(self: &Rc<Self>, projection: Projection) {
        let asked = {
            let model = self.model.borrow();
            let members = model.feed.as_ref().map(|feed| &feed.value.members);
            let countries = members.into_iter().flatten().map(|member| member.code).collect();
            Asked { projection, from: model.sight.camera.place(), countries }
        };
        if let Some(world) = chunk::world(asked) {
            self.dispatch(Msg::Projected(Rc::new(world)));
        }
    }

    fn run(self: &Rc<Self>, effect: Effect) {
        match effect {
            Effect::Load(number) => self.host.load(number),
            Effect::Fetch(chunk) => self.host.fetch(chunk.name()),
            Effect::Changed => self.host.changed(),
            Effect::Wait(run) => self.pace(run),
            Effect::Link(text) => self.host.link(&text),
            Effect::Ready => self.ready.set(true),
            Effect::Error { code, message, recoverable } => {
                let detail = super::object(&[
                    ("code", code.into()),
                    ("message", message.into()),
                    ("recoverable", recoverable.into()),
                ]);
                self.host.emit("error", &detail);
            }
            Effect::Ignored(ignored) => {
                self.host.warn(&format!("{}=\"{}\" is ignored", ignored.field.name(), ignored.value));
            }
            Effect::Findings => self.host.findings(),
            Effect::Focus(target) => self.focus.set(Some(target)),
            Effect::Tick(0) => self.tick_with_frame(),
            Effect::Tick(wait) => self.tick_after(wait),
            Effect::Detail => self.host.detail(),
            Effect::Project(projection) => self.project(projection),
            Effect::Tell => self.host.tell(),
            Effect::Copy(piece) => self.host.copy(piece),
            Effect::Save(file) => self.save(file),
            Effect::Hear => self.host.hear(chunk::tones(&self.model.borrow())),
            Effect::Hush => self.host.hear(None),
        }
    }

    /// Whether the reader wants no motion.
    fn is_still(&self) -> bool {
        let query = self.window.match_media("(prefers-reduced-motion: reduce)").ok().flatten();
        query.is_some_and(|query| query.matches())
    }

    fn pace(self: &Rc<Self>, run: u32) {
        self.run.set(run);
        let next = |store: &Rc<Self>| store.dispatch(Msg::Time(time::Act::Tick(store.run.get())));
        let pace = if self.is_still() { CALM_PACE } else { PACE };
        self.waits.pace.set(Some(after(self, pace, next)));
    }

    fn tick_with_frame(self: &Rc<Self>) {
        let store = Rc::downgrade(self);
        let frame = Frame::next(&self.window, move |time| {
            if let Some(store) = store.upgrade() {
                store.tick(time);
            }
        });
        self.waits.frame.set(frame);
    }

    fn tick_after(self: &Rc<Self>, wait: u32) {
        let rested = |store: &Rc<Self>| {
            let now = store.window.performance().map_or(f64::INFINITY, |clock| clock.now());
            store.tick(now);
        };
        self.waits.rest.set(Some(after(self, wait, rested)));
    }

    /// What moves arrives at once if the reader wants no motion.
    fn tick(self: &Rc<Self>, time: f64) {
        self.dispatch(Msg::Tick(if self.is_still() { f64::INFINITY } else { time }));
    }

    /// Hands a file over to the page.
    fn save(self: &Rc<Self>, file: File) {
        let parcel = chunk::parcel(&self.model.borrow(), file);
        match parcel {
            Some(parcel) => self.host.save(&parcel),
            None => self.dispatch(Msg::Share(Act::Said(Said::Missed))),
        }
    }

    /// What waits for the page to be drawn.
    fn rendered(self: &Rc<Self>) {
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
            Target::Beyond => ".skip~.legend,.skip~.timeline .hand,.about summary,.footer button".to_owned(),
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
}

fn props(screen: Screen) -> Props {
    Props { content: Content::Screen(Rc::new(screen)) }
}

/// How a part is drawn whose code may not be here yet.
fn later(model: &Model, chunk: Chunk) -> Draw {
    match model.chunks.of(chunk) {
        Arrival::Here => chunk::draw(chunk),
        // The search's own field is in the first download; what it finds comes later.
        Arrival::Missed if chunk == Chunk::Search => Some(Draw(search::missed)),
        _ if chunk == Chunk::Search => Some(Draw(search::waiting)),
        Arrival::Missed => None,
        // Their place is not kept: most feeds have no faults, and what is below moves nothing.
        _ if matches!(chunk, Chunk::Faults | Chunk::Compare) => Some(Draw(|_| yew::Html::default())),
        Arrival::Unasked | Arrival::Asked => Some(Draw(notice::coming)),
    }
    .unwrap_or(Draw(notice::missed))
}
