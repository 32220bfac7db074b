//! The model of one element and what happens to it: messages in, effects out, a new screen drawn.

use super::app::{App, Content, Draw, Props, Screen, Seen, Shared};
use super::chunk;
use super::frame::Frame;
use super::life;
use super::parts::{notice, search};
use super::polling::Polling;
use super::projection::Asked;
use super::size::{self, Size};
use super::strangers::Strangers;
use crate::model::camera;
use crate::model::chunk::{Arrival, Chunk};
use crate::model::query::Projection;
use crate::model::share::{Act, File, Said};
use crate::model::{Effect, Model, Msg, Target, update};
use gloo_timers::callback::Timeout;
use std::cell::{Cell, Ref, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, ShadowRoot, Window};
use yew::{AppHandle, Callback, Renderer};

mod drawn;
mod host;
mod motion;

pub use host::Host;

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
            tip: chunk::tip(&model),
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
            menu: model.menu,
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

    fn run(self: &Rc<Self>, effect: Effect) {
        match effect {
            Effect::Load(number) => self.host.load(number),
            Effect::Fetch(chunk) => self.host.fetch(chunk.name()),
            Effect::Changed => self.host.changed(),
            Effect::Wait(run) => self.pace(run),
            Effect::Speak(tag) => self.host.speak(&tag),
            Effect::Link(text, entry) => self.host.link(&text, entry as u32),
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

    /// Hands a file over to the page.
    fn save(self: &Rc<Self>, file: File) {
        let parcel = chunk::parcel(&self.model.borrow(), file);
        match parcel {
            Some(parcel) => self.host.save(&parcel),
            None => self.dispatch(Msg::Share(Act::Said(Said::Missed))),
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
        _ if matches!(chunk, Chunk::Faults | Chunk::Compare | Chunk::Options) => {
            Some(Draw(|_| yew::Html::default()))
        }
        Arrival::Unasked | Arrival::Asked => Some(Draw(notice::coming)),
    }
    .unwrap_or(Draw(notice::missed))
}
