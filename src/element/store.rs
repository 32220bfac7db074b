//! The model of one element and what happens to it: messages in, effects out, a new screen drawn.

use super::app::{App, Content, Draw, Props, Screen, Seen, Shared};
use super::chunk;
use super::parts::{notice, search, tooltip};
use super::projection::Asked;
use crate::date::Date;
use crate::model::camera;
use crate::model::chunk::{Arrival, Chunk};
use crate::model::query::Projection;
use crate::model::share::{Act, File, Said};
use crate::model::view::tip;
use crate::model::{Effect, Model, Msg, Target, update};
use js_sys::Array;
use std::cell::{Cell, Ref, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement};
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
    fn wait(this: &Host, run: u32);
    #[wasm_bindgen(method)]
    fn ready(this: &Host, members: u32);
    #[wasm_bindgen(method)]
    fn warn(this: &Host, text: &str);
    #[wasm_bindgen(method)]
    fn palette(this: &Host, css: &str);
    #[wasm_bindgen(method)]
    fn frame(this: &Host, wait: u32);
    #[wasm_bindgen(method)]
    fn detail(this: &Host);
    #[wasm_bindgen(method)]
    fn rendered(this: &Host);
    #[wasm_bindgen(method)]
    fn tell(this: &Host);
    #[wasm_bindgen(method)]
    fn copy(this: &Host, piece: &str);
    #[wasm_bindgen(method)]
    fn save(this: &Host, parcel: &Array);
    #[wasm_bindgen(method)]
    fn hear(this: &Host, tones: Option<Array>);
    #[wasm_bindgen(method)]
    fn hold(this: &Host);
}

/// The state of one element.
pub struct Store {
    mount: Element,
    host: Host,
    model: RefCell<Model>,
    app: RefCell<Option<AppHandle<App>>>,
    palette: RefCell<String>,
    /// Waits until what it points to is drawn.
    focus: Cell<Option<Target>>,
    /// The feed is shown for the first time as soon as it is drawn.
    ready: Cell<bool>,
}

impl Store {
    pub fn new(mount: Element, host: Host, today: Date, width: f64) -> Rc<Self> {
        let store = Rc::new(Self {
            mount: mount.clone(),
            host,
            model: RefCell::new(Model::new(today, width)),
            app: RefCell::default(),
            palette: RefCell::default(),
            focus: Cell::default(),
            ready: Cell::default(),
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

    pub fn destroy(&self) {
        if let Some(app) = self.app.borrow_mut().take() {
            app.destroy();
        }
    }

    fn screen(self: &Rc<Self>) -> Screen {
        let model = self.model.borrow();
        let (dispatch, rendered) = (Rc::downgrade(self), Rc::downgrade(self));
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
            Effect::Wait(run) => self.host.wait(run),
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
            Effect::Findings => {
                let feed = self.model.borrow().feed.clone();
                if let Some(feed) = feed {
                    self.host.warn(&super::findings(&feed));
                }
            }
            Effect::Focus(target) => self.focus.set(Some(target)),
            Effect::Tick(wait) => self.host.frame(wait),
            Effect::Detail => self.host.detail(),
            Effect::Project(projection) => self.project(projection),
            Effect::Tell => self.host.tell(),
            Effect::Copy(piece) => self.host.copy(piece),
            Effect::Save(file) => self.save(file),
            Effect::Hear => self.host.hear(chunk::tones(&self.model.borrow())),
            Effect::Hush => self.host.hear(None),
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

    /// What waits for the page to be drawn.
    fn rendered(&self) {
        let at = self.model.borrow().tip_place();
        if let Some(at) = at {
            tooltip::place(&self.mount, at);
        }
        if let Some(target) = self.focus.take() {
            self.move_focus(target);
        }
        self.host.rendered();
        if self.ready.take() {
            let members = self.model.borrow().feed.as_ref().map_or(0, |feed| feed.value.members.len());
            self.host.ready(u32::try_from(members).unwrap_or(u32::MAX));
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
