//! The state of one widget and the one function that changes it. Everything that happens is a `Msg`;
//! what has to happen in the page in answer is an `Effect`. Reads no clock, touches no page.

use crate::about::{About, about};
use crate::changes::Changes;
use crate::compare::Comparison;
use crate::context::Context;
use crate::country::Code;
use crate::date::Date;
use crate::feed::details::Fetched;
use crate::feed::{Feed, MemberIndex};
use crate::finding::Checked;
use crate::message::Messages;
use crate::names::Names;
use crate::profile::Profile;
use crate::scene::map::MapScene;
use crate::search::{Found, Index};
use crate::table::{self, Table};
use crate::trend::Trend;
use crate::world::{Point, World};
use announcement::{Announcement, Renewal};
use chunk::Arrivals;
use field::{Field, Layers};
use menu::Menu;
use progress::Progress;
use query::{Ignored, Query};
use sight::Sight;
use std::cell::OnceCell;
use std::rc::Rc;

pub mod announcement;
pub mod answer;
pub mod camera;
mod choose;
pub mod chunk;
pub mod compare;
mod derive;
pub mod details;
mod effect;
pub mod escape;
pub mod faults;
pub mod field;
pub mod fragment;
pub mod layout;
pub mod menu;
mod msg;
mod opened;
pub mod poll;
pub mod progress;
pub mod query;
pub mod search;
pub mod share;
pub mod sight;
pub mod take;
pub mod time;
mod unread;
mod update;
pub mod view;
mod walk;

pub use effect::{Effect, Entry, Failure, Reach, Target};
pub use msg::{Aim, MapStep, Msg, Order, Over};
pub use update::{Answer, update, update_by};

/// What the pointer or the focus is on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    /// What it is.
    pub over: Over,
    /// Where the tooltip points to, px of the frame of the whole world.
    pub at: Point,
}

/// The state of one widget.
#[derive(Clone, Debug)]
pub struct Model {
    /// What host and reader said.
    pub layers: Layers,
    /// Today, where the reader is.
    pub today: Date,
    /// The language's texts.
    pub messages: Option<Rc<Messages>>,
    /// The geometry that is drawn.
    pub world: Option<Rc<World>>,
    /// What the map is seen with.
    pub sight: Sight,
    /// The last good feed with its findings.
    pub feed: Option<Rc<Checked<Feed>>>,
    /// Why the last load failed, if it did.
    pub failure: Option<Failure>,
    /// What the tooltip is about.
    pub spot: Option<Spot>,
    /// The member of the map that has the focus.
    pub focused: Option<Code>,
    /// The member of the map that Tab goes to.
    pub current: Option<Code>,
    /// How the timeline is used.
    pub time: time::Time,
    /// Width of the map, CSS px.
    pub width: f64,
    /// Width that the map's markers and hatch are made for, CSS px.
    pub drawn: f64,
    /// How far the code that comes later has come.
    pub chunks: Arrivals,
    /// What was last said to those who do not see the screen.
    pub announcement: Announcement,
    /// How the data differs from what the reader saw before.
    pub renewal: Option<Renewal>,
    /// The choices that are open.
    pub menu: Option<Menu>,
    /// How far the reader has gone in the trend and the list of changes.
    pub progress: Progress,
    /// What the reader looks for.
    pub search: Rc<search::Search>,
    /// Whom the reader wanted to compare when there was no more room.
    pub refused: Option<Code>,
    /// How many pages of the table are drawn, one below the other.
    pub pages: usize,
    /// What can be taken away.
    pub share: Rc<share::Share>,
    /// The request for the details of a country.
    pub details: details::Details,
    /// What is shown, worked out from all above.
    pub shown: Option<Rc<Shown>>,
    names: Option<Rc<Names>>,
    load: u32,
    ready: bool,
    /// Has the focus as soon as its code has come.
    awaited: Option<Target>,
    typed: Typed,
    touched: Option<Aim>,
    /// The language that the reader chose; empty: the page's.
    spoken: String,
    /// What the page's address says of the reader's choices.
    link: String,
    told: Vec<Ignored>,
}

/// What follows from feed, fields and language.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    /// The feed that it follows from.
    pub feed: Rc<Checked<Feed>>,
    /// What is asked.
    pub query: Query,
    /// The day on which it is asked.
    pub today: Date,
    /// How the timeline is used.
    pub time: time::Time,
    /// What the members are called.
    pub names: Rc<Names>,
    /// The names as they are searched, made when they are first needed.
    pub index: Rc<OnceCell<Index>>,
    /// How many pages of the table are drawn, one below the other.
    pub pages: usize,
    /// Whom the reader wanted to compare when there was no more room.
    pub refused: Option<Code>,
    /// What host and reader said.
    pub layers: Layers,
    /// What has come of the details of the country whose profile is open.
    pub details: Fetched,
    /// The parts of the view.
    pub view: Rc<view::View>,
    /// Width of the map or the trend, CSS px.
    pub width: f64,
    /// The map, if it is shown. `None` until the geometry has loaded.
    pub scene: Option<Rc<MapScene>>,
}

impl Shown {
    /// The country of a member of the feed shown.
    pub fn code(&self, member: MemberIndex) -> Code {
        self.feed.value[member].code
    }

    /// What the parts of the view read.
    pub fn context<'a>(&'a self, messages: &'a Messages) -> Context<'a> {
        Context::new(&self.feed.value, messages, &self.names, &self.view.survey)
    }

    /// The members' names as they are searched.
    fn index(&self, messages: &Messages) -> &Index {
        self.index.get_or_init(|| Index::new(&self.feed.value, messages, &self.names))
    }

    /// Who is found by what the reader types, the best first.
    pub fn found(&self, messages: &Messages, typed: &str) -> Vec<Found> {
        self.index(messages).find(messages, typed)
    }

    /// The members in the table, in its order.
    pub fn listed(&self, messages: &Messages) -> Vec<MemberIndex> {
        let kept =
            (!self.query.find.is_empty()).then(|| self.index(messages).keep(messages, &self.query.find));
        let mut listed = table::sorted(self.context(messages), self.query.sort);
        if let Some(kept) = kept.flatten() {
            let mut stays = vec![false; self.feed.value.members.len()];
            kept.iter().for_each(|member| stays[member.0] = true);
            listed.retain(|member| stays[member.0]);
        }
        listed
    }

    /// The table of what is asked, whether it or the map is shown.
    pub fn table(&self, messages: &Messages) -> Table {
        self.rows(messages, &self.listed(messages))
    }

    /// How many rows of the table are drawn at most.
    pub fn drawn_rows(&self) -> usize {
        self.pages * table::page(&self.feed.value)
    }

    /// The table of some members.
    pub fn rows(&self, messages: &Messages, members: &[MemberIndex]) -> Table {
        Table::of(self.context(messages), self.query.sort, members)
    }

    /// The countries side by side.
    pub fn comparison(&self, messages: &Messages) -> Comparison {
        let Query { clock, compare, .. } = &self.query;
        Comparison::new(&self.feed.value, messages, &self.names, *clock, compare)
    }

    /// How many members stood where, year by year.
    pub fn trend(&self) -> Trend<'_> {
        let Query { topic, clock, filter, .. } = &self.query;
        Trend::new(&self.feed.value, *topic, *clock, filter, self.today)
    }

    /// What changed, in the world and in the feed.
    pub fn changes(&self) -> Changes<'_> {
        let survey = &self.view.survey;
        Changes::new(&self.feed.value, &self.names, survey, self.query.against, self.today)
    }

    /// What is asked, and what counts as done.
    pub fn about(&self, messages: &Messages) -> About {
        about(&self.feed.value, messages, self.query.topic)
    }

    /// What is wrong with the feed.
    pub fn faults(&self, messages: &Messages) -> Option<faults::Faults> {
        faults::faults(&self.feed, messages)
    }

    /// The open profile.
    pub fn profile(&self, messages: &Messages) -> Option<Profile> {
        let member = self.query.country?;
        Some(Profile::new(self.context(messages), self.today, member, &self.details))
    }
}

/// What the reader has typed to jump to a name.
#[derive(Clone, Debug, Default)]
struct Typed {
    letters: String,
    time: f64,
}

impl Model {
    /// A widget whose feed is being loaded, as load number 1.
    pub fn new(today: Date, width: f64) -> Self {
        Self {
            layers: Layers::default(),
            today,
            messages: None,
            world: None,
            sight: Sight::default(),
            feed: None,
            failure: None,
            spot: None,
            focused: None,
            current: None,
            time: time::Time::default(),
            width,
            drawn: width,
            chunks: Arrivals::default(),
            announcement: Announcement::default(),
            renewal: None,
            menu: None,
            progress: Progress::default(),
            search: Rc::default(),
            refused: None,
            pages: 1,
            share: Rc::default(),
            details: details::Details::default(),
            shown: None,
            names: None,
            load: 1,
            ready: false,
            awaited: None,
            typed: Typed::default(),
            touched: None,
            spoken: String::new(),
            link: String::new(),
            told: Vec::new(),
        }
    }

    /// Whether a load is the last that was asked for.
    pub fn awaits(&self, load: u32) -> bool {
        load == self.load
    }

    /// Every field with the value in force.
    pub fn state(&self) -> Vec<(Field, String)> {
        if let Some(shown) = &self.shown {
            return shown.query.state.clone();
        }
        let value = |field: Field| self.layers.get(field).unwrap_or(field.default()).to_owned();
        Field::ALL.iter().map(|&field| (field, value(field))).collect()
    }

    /// The country whose profile is open.
    #[inline(never)]
    fn opened(&self) -> Option<Code> {
        let shown = self.shown.as_ref()?;
        Some(shown.code(shown.query.country?))
    }

    /// The value in force of a field.
    fn field(&self, field: Field) -> String {
        let state = self.state().into_iter().find(|entry| entry.0 == field);
        state.map(|entry| entry.1).unwrap_or_default()
    }

    /// The point that the tooltip points to, px of the map's frame.
    pub fn tip_place(&self) -> Option<Point> {
        Some(camera::surface(self).over(&self.sight.camera, self.spot?.at))
    }

    /// How the map's frame is moved and stretched, as CSS writes it; none where it lies as it is drawn.
    pub fn shift(&self) -> Option<String> {
        let sight = &self.sight;
        sight.is_moving().then(|| camera::surface(self).shift(sight.rested(), &sight.camera))
    }
}
