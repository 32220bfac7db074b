//! What the widget shows, made natively by the same parts: a screen for those who write it as text or paint it.

use crate::date::Date;
use crate::feed::Feed;
use crate::finding::Checked;
use crate::markup::Html;
use crate::message::icu::Icu;
use crate::message::{Messages, pack};
use crate::model::chunk::Chunk;
use crate::model::field::Field;
use crate::model::layout::{Asked, lay_out};
use crate::model::query::Ignored;
use crate::model::view::tip;
use crate::model::{Effect, Model, Msg, update};
use crate::parts::part::{Draw, Screen};
use crate::parts::{self, screen};
use crate::world::pack as geometry;
use sha2::{Digest, Sha256};
use std::rc::Rc;

pub mod element;
pub mod frame;
pub mod styles;
mod tint;

/// The geometry of the first map, packed.
pub const OVERVIEW: &[u8] = include_bytes!("../../data/world/overview.pack");
/// The finer geometry, packed.
const DETAIL: &[u8] = include_bytes!("../../data/world/detail.pack");
/// Where each country's tile is.
const TILES: &str = include_str!("../../data/world/tiles.csv");

/// The schema of feeds (JSON Schema).
pub const SCHEMA: &str = include_str!("../../data/feed.schema.json");
/// The icon of pages (SVG).
pub const ICON: &[u8] = include_bytes!("../../icon.svg");

/// A feed, asked something on a day, in a language, for a width.
pub struct Page {
    /// What is shown.
    pub model: Model,
    /// Values that the feed does not have, or that are none.
    pub ignored: Vec<Ignored>,
}

/// How a page is asked for.
#[derive(Clone, Debug)]
pub struct Question<'a> {
    /// What a host says by its attributes.
    pub fields: &'a [(Field, String)],
    /// The language, a BCP 47 tag.
    pub lang: &'a str,
    /// The day on which it is asked.
    pub today: Date,
    /// Width of the map, CSS px.
    pub width: f64,
}

impl Page {
    /// What is shown of a feed. Nothing where the language is no BCP 47 tag.
    pub fn new(feed: Rc<Checked<Feed>>, question: &Question<'_>) -> Option<Self> {
        let mut page = Self { model: Model::new(question.today, question.width), ignored: Vec::new() };
        for (field, value) in question.fields {
            page.take(Msg::Host(*field, Some(value.clone())));
        }
        let overview = geometry::decode(OVERVIEW).expect("the pack is of this version");
        page.take(Msg::World(Rc::new(overview)));
        page.take(Msg::Language(messages(question.lang)?));
        page.take(Msg::Loaded(1, feed));
        Some(page)
    }

    /// Takes in what happened, with all that follows from it: code is here, and what moves arrives at once.
    pub fn take(&mut self, msg: Msg) {
        for effect in update(&mut self.model, msg) {
            let next = match effect {
                Effect::Fetch(chunk) => Some(Msg::Arrived(chunk)),
                Effect::Project(projection) => {
                    let world = lay_out(&Asked::by(&self.model, projection), OVERVIEW, TILES);
                    world.map(|world| Msg::Projected(Rc::new(world)))
                }
                Effect::Detail => {
                    let detail = geometry::decode(DETAIL).expect("the pack is of this version");
                    Some(Msg::Detail(Rc::new(detail)))
                }
                Effect::Tick(_) => Some(Msg::Tick(f64::INFINITY)),
                Effect::Ignored(ignored) => {
                    self.ignored.push(ignored);
                    None
                }
                _ => None,
            };
            if let Some(msg) = next {
                self.take(msg);
            }
        }
    }

    /// The same as a table with all its rows.
    pub fn table(&self) -> Self {
        let mut table = Self { model: self.model.clone(), ignored: Vec::new() };
        table.model.pages = usize::from(u16::MAX);
        table.take(Msg::Host(Field::View, Some("table".to_owned())));
        table
    }

    /// What a screen shows of it.
    pub fn screen(&self) -> Screen {
        Screen::new(&self.model, tip(&self.model), draw)
    }

    /// The same as nodes.
    pub fn drawn(&self) -> Html {
        screen::draw(&self.screen())
    }
}

/// The texts in a language: in that of the widget’s own that stands in for it, where it has no own.
/// `None` where the tag is none.
pub fn messages(tag: &str) -> Option<Rc<Messages>> {
    let locale = Rc::new(Icu::new(tag)?);
    let packed = tag.split('-').next().and_then(pack).or_else(|| pack("en"))?;
    Messages::unpack(&packed, locale).map(Rc::new)
}

/// How the part of a chunk is drawn.
fn draw(chunk: Chunk) -> Option<Draw> {
    Some(Draw(match chunk {
        Chunk::Profile => parts::profile::draw,
        Chunk::Table => parts::table::draw,
        Chunk::Faults => parts::faults::draw,
        Chunk::Trend => parts::trend::draw,
        Chunk::Changes => parts::changes::draw,
        Chunk::Compare => parts::compare::draw,
        Chunk::Search => parts::search::draw,
        Chunk::Share => parts::share::draw,
        Chunk::Options => parts::options::draw,
        // It draws no part.
        Chunk::Projection => return None,
    }))
}

/// The SHA-256 of bytes, in hexadecimal digits.
pub fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
