//! Where the wasm is cut. The build puts what only the functions marked here reach into chunks of their own;
//! each says how to draw a part, once the page has fetched its chunk.

use super::drawing::{Drawing, Page, Redraw};
use crate::feed::{Feed, unreadable, weight};
use crate::finding::Checked;
use crate::markup::{Drawn, Hears, On};
use crate::model::answer;
use crate::model::chunk::{Arrival, Chunk};
use crate::model::details::DetailsAct;
use crate::model::field::Field;
use crate::model::fragment;
use crate::model::layout::{Asked, lay_out};
use crate::model::share::File;
use crate::model::take;
use crate::model::view::{self, PlacedTip};
use crate::model::{Effect, Failure, Model, Msg};
use crate::parcel::{self, Item, Parcel};
use crate::parts;
use crate::parts::part::Draw;
use crate::sound::{self, Tone};
use crate::world::World;
use js_sys::Array;
use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};
use wasm_bindgen::JsValue;
use wasm_split_helpers::wasm_split;
use web_sys::{Element, Event};

#[wasm_split(profile, wasm_split_path = crate::element::chunk::ready)]
fn profile() -> Draw {
    Draw(parts::profile::draw)
}

#[wasm_split(profile, wasm_split_path = crate::element::chunk::ready)]
fn detailed(model: &mut Model, act: DetailsAct) -> Vec<Effect> {
    answer::details::act(model, act)
}

/// What follows from something about the details of a country. Its chunk `profile` must be here.
pub fn details(model: &mut Model, act: DetailsAct) -> Vec<Effect> {
    now(detailed(model, act)).unwrap_or_default()
}

#[wasm_split(table, wasm_split_path = crate::element::chunk::ready)]
fn table() -> Draw {
    Draw(parts::table::draw)
}

#[wasm_split(faults, wasm_split_path = crate::element::chunk::ready)]
fn faults() -> Draw {
    Draw(parts::faults::draw)
}

#[wasm_split(trend, wasm_split_path = crate::element::chunk::ready)]
fn trend() -> Draw {
    Draw(parts::trend::draw)
}

#[wasm_split(changes, wasm_split_path = crate::element::chunk::ready)]
fn changes() -> Draw {
    Draw(parts::changes::draw)
}

#[wasm_split(compare, wasm_split_path = crate::element::chunk::ready)]
fn compare() -> Draw {
    Draw(parts::compare::draw)
}

#[wasm_split(search, wasm_split_path = crate::element::chunk::ready)]
fn search() -> Draw {
    Draw(parts::search::draw)
}

#[wasm_split(share, wasm_split_path = crate::element::chunk::ready)]
fn share() -> Draw {
    Draw(parts::share::draw)
}

#[wasm_split(options, wasm_split_path = crate::element::chunk::ready)]
fn options() -> Draw {
    Draw(parts::options::draw)
}

#[wasm_split(options, wasm_split_path = crate::element::chunk::ready)]
fn said(model: &Model) -> Option<PlacedTip> {
    view::tip(model)
}

/// What the tooltip says, as soon as the code for it is here.
pub fn tip(model: &Model) -> Option<PlacedTip> {
    let is_here = model.spot.is_some() && model.chunks.of(Chunk::Options) == Arrival::Here;
    is_here.then(|| now(said(model))).flatten().flatten()
}

/// Where each country's tile is.
const TILES: &str = include_str!("../../data/world/tiles.csv");

#[wasm_split(projection, wasm_split_path = crate::element::chunk::ready)]
fn projection(asked: Asked) -> Option<World> {
    super::packed(|packed| lay_out(&asked, packed, TILES))
}

#[wasm_split(svg, wasm_split_path = crate::element::chunk::ready)]
fn svg(model: &Model) -> Option<String> {
    parcel::svg(model)
}

#[wasm_split(share, wasm_split_path = crate::element::chunk::ready)]
fn take(model: &Model, file: File) -> Option<Array> {
    parcel::parcel(model, file).map(packed)
}

/// A parcel as the page takes it.
fn packed(Parcel { name, files, lang }: Parcel) -> Array {
    let item = |Item { name, text, alt }: Item| Array::of3(&name.into(), &text.into(), &alt.into());
    Array::of3(&name.into(), &files.into_iter().map(item).collect::<Array>(), &lang.into())
}

#[wasm_split(trend, wasm_split_path = crate::element::chunk::ready)]
fn heard(model: &Model) -> Option<Array> {
    let (shown, messages) = (model.shown.as_ref()?, model.messages.as_ref()?);
    let trend = shown.trend();
    let tones = sound::tones(&trend.told(messages)?.counts);
    let years = trend.columns.iter().map(|column| f64::from(column.last));
    let numbers = |(tone, year): (Tone, f64)| [tone.start, tone.duration, tone.frequency, year];
    Some(tones.into_iter().zip(years).flat_map(numbers).map(JsValue::from_f64).collect())
}

/// The tones of the trend shown, in a row of four numbers each: when it begins and how long it sounds (s), how high
/// it is (Hz), and the year that it stands for. The chunk `Trend` must be here.
pub fn tones(model: &Model) -> Option<Array> {
    now(heard(model)).flatten()
}

#[wasm_split(print, wasm_split_path = crate::element::chunk::ready)]
fn print(model: &Model) -> Option<String> {
    take::printed(model)
}

#[wasm_split(unreadable, wasm_split_path = crate::element::chunk::ready)]
fn unread(bytes: &[u8], is_parsed: bool) -> Option<Failure> {
    if is_parsed {
        return Some(Failure::NotJson(unreadable::unreadable(bytes)));
    }
    let json = unreadable::decode(bytes)?;
    weight::weigh(json.as_bytes()).err().map(Failure::Feed)
}

#[wasm_split(link, wasm_split_path = crate::element::chunk::ready)]
fn read(text: &str) -> Vec<(Field, String)> {
    fragment::read(text)
}

#[wasm_split(answer, wasm_split_path = crate::element::chunk::ready)]
fn answered(model: &mut Model, msg: Msg) -> Vec<Effect> {
    answer::answer(model, msg)
}

#[wasm_split(answer, wasm_split_path = crate::element::chunk::ready)]
fn begun(mount: &Element, page: Rc<dyn Page>, drawn: Rc<dyn Drawn>) -> Box<dyn Redraw> {
    Box::new(Drawing::begin(mount.clone(), page, drawn))
}

/// Draws by Yew into an element from now on. Its chunk `answer` must be here.
pub fn drawing(mount: &Element, page: Rc<dyn Page>, drawn: Rc<dyn Drawn>) -> Option<Box<dyn Redraw>> {
    now(begun(mount, page, drawn))
}

/// What follows from what the reader does. Its chunk `answer` must be here.
pub fn answer(model: &mut Model, msg: Msg) -> Vec<Effect> {
    match msg {
        Msg::Details(act) => details(model, act),
        msg => now(answered(model, msg)).unwrap_or_default(),
    }
}

#[wasm_split(answer, wasm_split_path = crate::element::chunk::ready)]
fn shifted(model: &Model) -> Option<String> {
    model.shift()
}

/// How the map's frame is moved, as CSS writes it. Its chunk `answer` must be here: before, nothing moves.
pub fn shift(model: &Model) -> Option<String> {
    now(shifted(model)).flatten()
}

#[wasm_split(answer, wasm_split_path = crate::element::chunk::ready)]
fn meant(on: On, hears: &Hears, event: &Event) -> Option<Msg> {
    super::meaning::meaning(on, hears, event)
}

/// What an event means that a part hears. Its chunk `answer` must be here.
pub fn meaning(on: On, hears: &Hears, event: &Event) -> Option<Msg> {
    now(meant(on, hears, event)).flatten()
}

/// What a link says that the reader chooses. Its chunk `link` must be here.
pub fn choices(text: &str) -> Option<Vec<(Field, String)>> {
    now(read(text))
}

/// Why bytes are no feed where parsing has failed; before it, what they have too much of. Its chunk `unreadable` must be
/// here.
pub fn unreadable(bytes: &[u8], is_parsed: bool) -> Option<Failure> {
    now(unread(bytes, is_parsed)).flatten()
}

#[wasm_split(faults, wasm_split_path = crate::element::chunk::ready)]
fn found(feed: &Checked<Feed>) -> Array {
    super::findings(feed)
}

/// What a feed's findings say to the host's developer, as text and as plain objects. The chunk `Faults` must be here.
pub fn findings(feed: &Checked<Feed>) -> Option<Array> {
    now(found(feed))
}

/// What stands on paper in the place of a link. Its chunk `print` must be here.
pub fn printed(model: &Model) -> Option<String> {
    now(print(model)).flatten()
}

/// A file made of what is shown: its name, the pairs of name and text that it is made of, the words for
/// pictures and their language. The chunk `Share` must be here.
pub fn parcel(model: &Model, file: File) -> Option<Array> {
    now(take(model, file)).flatten()
}

/// The map shown as a standalone document. Its chunk `svg` must be here.
pub fn document(model: &Model) -> Option<String> {
    now(svg(model)).flatten()
}

/// The world laid out as asked for. Its chunk must be here.
pub fn world(asked: Asked) -> Option<World> {
    now(projection(asked)).flatten()
}

/// How the part of a chunk is drawn that is here.
pub fn draw(chunk: Chunk) -> Option<Draw> {
    match chunk {
        Chunk::Profile => now(profile()),
        Chunk::Table => now(table()),
        Chunk::Faults => now(faults()),
        Chunk::Trend => now(trend()),
        Chunk::Changes => now(changes()),
        Chunk::Compare => now(compare()),
        Chunk::Search => now(search()),
        Chunk::Share => now(share()),
        Chunk::Options => now(options()),
        // It draws no part.
        Chunk::Projection => None,
    }
}

/// The value of a future that waits for nothing.
fn now<T>(future: impl Future<Output = T>) -> Option<T> {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => Some(value),
        Poll::Pending => None,
    }
}

/// What `wasm_split` expects of a runtime, without its waiting: a chunk is called only when it is here.
mod ready {
    #[derive(Debug)]
    pub struct SplitLoaderError;

    pub mod rt {
        use std::ffi::c_void;
        use std::pin::Pin;

        pub type LoadCallbackFn = unsafe extern "C" fn(*const c_void, bool);
        pub struct LazySplitLoader;

        impl LazySplitLoader {
            pub const fn new(_: unsafe extern "C" fn(LoadCallbackFn, *const c_void)) -> Self {
                Self
            }
        }

        pub async fn ensure_loaded(_: Pin<&LazySplitLoader>) -> Result<(), super::SplitLoaderError> {
            Ok(())
        }
    }
}
