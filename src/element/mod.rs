//! The thin edge in the browser: one `Widget` an element, made and fed by the ES module in `js/`. Holds
//! the model, hands what happens to `update`, carries out the effects, and lets Yew draw the outcome.

use crate::against::Change;
use crate::feed::{self, Feed, FeedError};
use crate::finding::{Checked, Finding, Severity};
use crate::message::Messages;
use crate::model::chunk::Chunk;
use crate::model::details::DetailsAct;
use crate::model::field::Field;
use crate::model::progress::Turn;
use crate::model::share::{Said, ShareAct};
use crate::model::{Failure, Msg, poll};
use crate::world::{World, pack};
use js_sys::Array;
use life::Life;
use std::cell::{OnceCell, RefCell};
use std::rc::Rc;
use store::{Host, Store};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;

mod chunk;
mod day;
mod dom;
mod drawing;
mod event;
mod frame;
mod hear;
mod json;
mod keys;
mod life;
mod locale;
mod meaning;
mod polling;
mod store;
mod strangers;

#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

thread_local! {
    static WORLD: OnceCell<Rc<World>> = const { OnceCell::new() };
    static DETAIL: OnceCell<Rc<World>> = const { OnceCell::new() };
    static PACKED: OnceCell<Vec<u8>> = const { OnceCell::new() };
}

/// The geometry as it came.
fn packed<T>(read: impl FnOnce(&[u8]) -> Option<T>) -> Option<T> {
    PACKED.with(|packed| read(packed.get()?))
}

/// Takes the packed geometry, which all elements of a page share. A second call, or a pack that cannot be
/// read, changes nothing; without geometry the table still works.
#[wasm_bindgen]
pub fn set_world(packed: &[u8]) {
    PACKED.with(|kept| {
        kept.get_or_init(|| packed.to_vec());
    });
    WORLD.with(|world| {
        if let Ok(decoded) = pack::decode(packed) {
            world.get_or_init(|| Rc::new(decoded));
        }
    });
}

/// The widget of one element.
#[wasm_bindgen]
pub struct Widget {
    life: Life,
    /// What was read last, before it is shown.
    read: RefCell<Option<Load>>,
}

/// A load of the feed with its number.
type Load = (u32, Result<Checked<Feed>, FeedError>);

#[wasm_bindgen]
impl Widget {
    /// Begins a life in `mount`, which lies in the element's shadow root.
    #[wasm_bindgen(constructor)]
    pub fn new(mount: Element, host: Host) -> Widget {
        let store = Store::new(mount, host);
        if let Some(world) = WORLD.with(|world| world.get().cloned()) {
            store.dispatch(Msg::World(world));
        }
        Self { life: Life::begin(store), read: RefCell::default() }
    }

    /// The host sets a field, or takes its word back.
    pub fn host(&self, name: &str, value: Option<String>) {
        if let Some(field) = Field::named(name) {
            self.dispatch(Msg::Host(field, value));
        }
    }

    /// The host wants the feed to be polled every so many seconds, or not at all. Whether that is a wait that counts.
    pub fn poll(&self, seconds: Option<f64>) -> bool {
        let every = seconds.and_then(poll::asked);
        polling::ask(&self.life.store, every);
        every.is_some() == seconds.is_some()
    }

    /// The page's address, or an earlier life, says this of the reader's choices. The chunk `link` must be here.
    pub fn link(&self, text: &str) {
        if let Some(choices) = chunk::choices(text) {
            self.dispatch(Msg::Link(choices));
        }
    }

    /// The texts of a language, packed, and what the browser knows of it.
    pub fn language(&self, packed: &str, locale: locale::Locale) {
        if let Some(messages) = Messages::unpack(packed, Rc::new(locale)) {
            self.dispatch(Msg::Language(Rc::new(messages)));
        }
    }

    /// The feed of load `number` is here: reads it. Whether there is something to show: not if it has been read before, or
    /// is not the last that was asked for.
    pub fn read(&self, number: u32, json: JsValue) -> bool {
        let is_awaited = self.life.store.model().awaits(number);
        let mut read = self.read.borrow_mut();
        let is_new = is_awaited && read.as_ref().is_none_or(|(of, _)| *of != number);
        if is_new {
            *read = Some((number, feed::read(json::Value::from(json))));
        }
        is_new
    }

    /// Shows what was read of load `number`. Whether it is shown from now on: not if it is no feed, or not the last that was
    /// asked for.
    pub fn show(&self, number: u32) -> bool {
        let read = self.read.take().filter(|(of, _)| *of == number && self.life.store.model().awaits(number));
        let Some((_, read)) = read else { return false };
        let good = read.is_ok();
        polling::loaded(&self.life.store, good, None);
        self.dispatch(match read {
            Ok(checked) => Msg::Loaded(number, Rc::new(checked)),
            Err(error) => Msg::Failed(number, Failure::Feed(error)),
        });
        good
    }

    /// The feed of load `number` could not be had, for the reason told by this word: see `Failure::told`. `retry_after`: when
    /// the server wants to be asked again, s.
    pub fn failed(&self, number: u32, word: &str, retry_after: Option<f64>) {
        polling::loaded(&self.life.store, false, retry_after);
        self.dispatch(Msg::Failed(number, Failure::told(word)));
    }

    /// What in the feed is faulty: as the console says it, and as plain objects. The chunk `faults` must be here.
    pub fn findings(&self) -> Option<Array> {
        chunk::findings(&*self.life.store.model().feed.clone()?)
    }

    /// Tells why the bytes of load `number` cannot be shown: they are not JSON, or, where they have not been parsed yet, have
    /// too much for a browser to parse. Whether there is something to tell. The chunk `unreadable` must be here.
    pub fn unreadable(&self, number: u32, bytes: &[u8], is_parsed: bool) -> bool {
        let failure = chunk::unreadable(bytes, is_parsed);
        let is_told = failure.is_some();
        if let Some(failure) = failure {
            polling::loaded(&self.life.store, false, None);
            self.dispatch(Msg::Failed(number, failure));
        }
        is_told
    }

    /// The request for details of this number has brought this, or undefined.
    pub fn detailed(&self, number: u32, json: JsValue) {
        let details = feed::read(json::Value::from(json)).map(Rc::new).ok();
        self.dispatch(Msg::Details(DetailsAct::Came(number, details)));
    }

    /// What is shown was read from other bytes than the first screen that the page came with.
    pub fn renewed(&self) {
        self.dispatch(Msg::Renewed);
    }

    /// Fetches the feed again.
    pub fn reload(&self) {
        self.dispatch(Msg::Reload);
    }

    /// The fields in force, as pairs of name and value.
    pub fn state(&self) -> js_sys::Array {
        let state = self.life.store.model().state();
        state.into_iter().map(|(field, value)| pair(field.name(), &value.into())).collect()
    }

    /// The key figures of the view; `counts` and `changes` as pairs of id and number, the latter undefined where no
    /// dates are compared. Null before there is a feed.
    pub fn summary(&self) -> JsValue {
        let model = self.life.store.model();
        let Some((shown, checked)) = model.shown.as_ref().zip(model.feed.as_ref()) else {
            return JsValue::NULL;
        };
        let survey = &shown.view.survey;
        let is_counted = survey.blank.is_none();
        let counts: js_sys::Array = survey
            .classes
            .iter()
            .zip(&survey.counts)
            .filter(|_| is_counted)
            .map(|(&status, &count)| pair(&crate::status::id(&checked.value, status), &number(count)))
            .collect();
        let changes = survey.contrast.as_ref().filter(|_| is_counted).map(|contrast| {
            let changes = Change::ALL.into_iter().zip(contrast.counts);
            changes.map(|(change, count)| pair(change.id(), &number(count))).collect::<js_sys::Array>()
        });
        object(&[
            ("date", survey.clock.date.to_string().into()),
            ("measure", shown.query.value(Field::Measure).into()),
            ("counts", counts.into()),
            ("changes", changes.into()),
            ("total", number(survey.total())),
        ])
    }

    /// The map as a standalone SVG document; undefined before there is one. The chunk `svg` must be here.
    pub fn svg(&self) -> Option<String> {
        chunk::document(&self.life.store.model())
    }

    /// The finer geometry is here, which all elements of a page share as well.
    pub fn detail(&self, packed: &[u8]) {
        let world = DETAIL.with(|world| {
            if world.get().is_none() {
                pack::decode(packed).into_iter().for_each(|decoded| drop(world.set(Rc::new(decoded))));
            }
            world.get().cloned()
        });
        if let Some(world) = world {
            self.dispatch(Msg::Detail(world));
        }
    }

    /// What the page knows: see `Facts`.
    pub fn tell(&self, facts: &str) {
        self.dispatch(Msg::Tell(facts.into()));
    }

    /// What came of a copy or a download: `copied`, `selected`, `saved`, `refused`; else it failed.
    pub fn said(&self, word: &str) {
        self.dispatch(Msg::Share(ShareAct::Said(Said::named(word))));
    }

    /// The chunk `answer` is here.
    pub fn answers(&self) {
        self.life.store.be_answering();
    }

    /// The chunk `print` is here.
    pub fn printable(&self) {
        self.life.store.be_printable();
    }

    /// A chunk that was asked for is here, or did not come.
    pub fn fetched(&self, name: &str, here: bool) {
        if let Some(chunk) = Chunk::named(name) {
            self.dispatch(if here { Msg::Arrived(chunk) } else { Msg::Missed(chunk) });
        }
    }

    /// The column of the trend that ends with this year begins to be heard; undefined: all have been.
    pub fn heard(&self, year: Option<u16>) {
        self.dispatch(Msg::Turn(Turn::Heard(year)));
    }

    /// Ends the life.
    pub fn destroy(self) {
        self.life.store.destroy();
    }

    fn dispatch(&self, msg: Msg) {
        self.life.store.dispatch(msg);
    }
}

fn pair(name: &str, value: &JsValue) -> JsValue {
    js_sys::Array::of2(&name.into(), value).into()
}

#[allow(clippy::cast_precision_loss)]
fn number(count: usize) -> JsValue {
    JsValue::from_f64(count as f64)
}

fn object(entries: &[(&str, JsValue)]) -> JsValue {
    let object = js_sys::Object::new();
    for (key, value) in entries {
        // Setting a property of a plain object cannot fail.
        let _ = js_sys::Reflect::set(&object, &(*key).into(), value);
    }
    object.into()
}

fn word(severity: Severity) -> &'static str {
    if severity == Severity::Error { "error" } else { "warning" }
}

/// A feed's findings as the console says them, and as the element's interface has them.
fn findings(checked: &Checked<Feed>) -> Array {
    Array::of2(&lines(checked).into(), &found(checked))
}

fn found(checked: &Checked<Feed>) -> Array {
    let plain = |finding: &Finding| {
        object(&[
            ("code", finding.code.name().into()),
            ("severity", word(finding.code.severity()).into()),
            ("pointer", finding.pointer.as_str().into()),
            ("value", finding.value.as_str().into()),
        ])
    };
    checked.findings.iter().map(plain).collect()
}

/// What a feed's findings say to the host's developer, a line each.
fn lines(checked: &Checked<Feed>) -> String {
    let mut lines = String::new();
    for finding in &checked.findings {
        lines.extend(["\n", word(finding.code.severity()), " ", &crate::model::faults::describe(finding)]);
    }
    let more = checked.tally.findings - checked.findings.len();
    if more > 0 {
        lines.extend(["\n+ ", &more.to_string()]);
    }
    lines
}
