//! The state of one widget and the one function that changes it. Everything that happens is a `Msg`;
//! what has to happen in the page in answer is an `Effect`. Reads no clock, touches no page.

use crate::changes::Changes;
use crate::compare::Comparison;
use crate::date::Date;
use crate::feed::{Feed, FeedError, MemberIndex};
use crate::finding::Checked;
use crate::message::Messages;
use crate::names::Names;
use crate::profile::Profile;
use crate::scene::map::MapScene;
use crate::scene::pick::{Direction, Pointing};
use crate::search::{Found, Index};
use crate::table::{self, Column, Table};
use crate::trend::Trend;
use crate::world::{Point, World};
use announcement::Announcement;
use camera::{Gesture, Sight};
use chunk::{Arrivals, Chunk};
use field::{Field, Layers};
use place::{Place, Turn};
use query::{Ignored, Projection, Query};
use std::cell::OnceCell;
use std::rc::Rc;

pub mod announcement;
pub mod camera;
pub mod chunk;
pub mod compare;
pub mod faults;
pub mod field;
pub mod fragment;
pub mod place;
pub mod query;
pub mod search;
pub mod share;
pub mod take;
pub mod time;
mod update;
pub mod view;
mod walk;

pub use update::update;

/// Something that happened.
#[derive(Clone, Debug)]
pub enum Msg {
    /// The host sets a field, or takes its word back.
    Host(Field, Option<String>),
    /// The reader chooses a value for a field.
    Choose(Field, String),
    /// The reader puts a word into a field that is a list, or takes it out.
    Toggle(Field, String),
    /// The page's address says, in the form of `fragment`, what the reader chooses.
    Link(String),
    /// Something happens to the timeline.
    Time(time::Act),
    /// The reader takes all filters off.
    ClearFilters,
    /// The reader presses the head of a column.
    SortBy(Column),
    /// The reader opens a country's profile.
    Open(MemberIndex),
    /// The reader closes the profile.
    Close,
    /// The reader looks for a country.
    Search(search::Act),
    /// The reader sets countries side by side.
    Compare(compare::Act),
    /// The reader wants more rows of the table, the first of them this country's.
    MoreRows(MemberIndex),
    /// The pointer is over a place of the map.
    Point(Aim),
    /// The reader begins to press: with a finger, there. Browsers move the press that follows a touch to
    /// something near that can be pressed; what is meant is decided here.
    Down(Option<Aim>),
    /// The reader presses a place of the map.
    Press(Aim),
    /// The reader presses it once more, right after.
    PressAgain(Aim),
    /// The pointer has left the map, or the reader dismisses the tooltip.
    Leave,
    /// A member of the map has the focus.
    Focus(MemberIndex),
    /// No member of the map has the focus any more.
    Blur,
    /// The reader walks over the map.
    Walk(Step),
    /// The reader types a letter to jump to a name, at a time in ms of any clock that only goes forward.
    Type(String, f64),
    /// The language's texts are there.
    Language(Rc<Messages>),
    /// The geometry is there.
    World(Rc<World>),
    /// A feed was read. Answers carry the number of their load; late ones are dropped.
    Loaded(u32, Rc<Checked<Feed>>),
    /// A feed could not be shown.
    Failed(u32, Failure),
    /// The host, or the reader's retry, wants the feed again.
    Reload,
    /// A chunk of code has come.
    Arrived(Chunk),
    /// A chunk of code did not come.
    Missed(Chunk),
    /// The reader takes something away.
    Share(share::Act),
    /// The page tells what it knows: see `share::Facts`.
    Tell(Rc<str>),
    /// The map is now this wide, CSS px.
    Resize(f64),
    /// Today's date has changed.
    Today(Date),
    /// The reader goes on in the trend or in the list of changes.
    Turn(Turn),
    /// The reader moves the map.
    Map(Gesture),
    /// A frame of the screen, or a rest, at a time in ms of any clock that only goes forward; not finite for
    /// readers who want no motion.
    Tick(f64),
    /// The finer geometry is there.
    Detail(Rc<World>),
    /// Globe or tiles are laid out.
    Projected(Rc<World>),
}

/// Where a reader points to on the map, and how.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Aim {
    /// Where, px of the frame as it lies on the screen.
    pub at: Point,
    /// What lies directly under it.
    pub over: Over,
    /// With what.
    pub pointing: Pointing,
}

/// What lies under a point of the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Over {
    /// A member's shape or marker.
    Member(MemberIndex),
    /// Land that is no item of its own: its place in the scene's list.
    Land(usize),
    /// The sea.
    Nothing,
}

/// A step over the map by keyboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// To the next member in a direction.
    To(Direction),
    /// To the first by name.
    First,
    /// To the last by name.
    Last,
}

/// Why a feed cannot be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// Network, HTTP status or time-out.
    Unreachable,
    /// Over 32 MiB.
    TooLarge,
    /// Not JSON.
    NotJson,
    /// JSON, but no feed that can be shown.
    Feed(FeedError),
    /// Other bytes than the host asked for.
    Integrity,
    /// A part of the widget itself did not arrive.
    Assets,
}

impl Failure {
    /// The code of `policy-explorer-error`.
    pub fn code(&self) -> &'static str {
        match self {
            Failure::Unreachable => "feed-unreachable",
            Failure::TooLarge => "feed-too-large",
            Failure::NotJson => "feed-not-json",
            Failure::Feed(FeedError::Missing(_)) => "feed-invalid",
            Failure::Feed(FeedError::Version(_)) => "feed-version",
            Failure::Integrity => "feed-integrity",
            Failure::Assets => "assets-unreachable",
        }
    }

    /// The failure with that code, as far as the page can find it by itself.
    pub fn coded(code: &str) -> Option<Self> {
        [Self::Unreachable, Self::TooLarge, Self::NotJson, Self::Integrity, Self::Assets]
            .into_iter()
            .find(|failure| failure.code() == code)
    }
}

/// Something to do in the page.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Fetch the feed; the answer carries this number.
    Load(u32),
    /// Fetch a chunk of code.
    Fetch(Chunk),
    /// Tell the host that the reader changed the view.
    Changed,
    /// Let the page's address say what the reader chose, in the form of `fragment`.
    Link(String),
    /// Say by `Act::Tick` when it is time for the next date of the run with this number.
    Wait(u32),
    /// Tell the host that the feed is shown for the first time.
    Ready,
    /// Tell the host what is wrong.
    Error {
        /// One of the codes of `policy-explorer-error`.
        code: &'static str,
        /// What it means, in the reader's language.
        message: String,
        /// Whether data is shown all the same.
        recoverable: bool,
    },
    /// Tell the host's developer that a value was ignored.
    Ignored(Ignored),
    /// Tell the host's developer what in the feed is faulty.
    Findings,
    /// Move the focus.
    Focus(Target),
    /// Say when so many ms have passed; 0: when the next frame of the screen comes.
    Tick(u32),
    /// Fetch the finer geometry.
    Detail,
    /// Lay the world out so, from where the camera is. Its code is here.
    Project(Projection),
    /// Let the page tell what it knows.
    Tell,
    /// Copy the text of that name.
    Copy(&'static str),
    /// Save a file made of what is shown.
    Save(share::File),
}

/// What can be given the focus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// A member's item in the view shown: on the map or in the table.
    Member(MemberIndex),
    /// The profile's heading.
    Profile,
    /// The view shown.
    View,
    /// The heading of the comparison.
    Compare,
    /// The panel of what can be taken away.
    Share,
    /// The button that opens an offer of it.
    Offer(share::Offer),
}

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
    pub focused: Option<MemberIndex>,
    /// The member of the map that Tab goes to.
    pub current: Option<MemberIndex>,
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
    /// How far the reader has gone in the trend and the list of changes.
    pub place: Place,
    /// What the reader looks for.
    pub search: Rc<search::Search>,
    /// Whom the reader wanted to compare when there was no more room.
    pub refused: Option<MemberIndex>,
    /// How many rows of the table are drawn at most.
    pub rows: usize,
    /// What can be taken away.
    pub share: Rc<share::Share>,
    /// What is shown, worked out from all above.
    pub shown: Option<Rc<Shown>>,
    names: Option<Rc<Names>>,
    load: u32,
    ready: bool,
    /// Has the focus as soon as its code has come.
    awaited: Option<Target>,
    typed: Typed,
    touched: Option<Aim>,
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
    /// How many rows of the table are drawn at most.
    pub rows: usize,
    /// Whom the reader wanted to compare when there was no more room.
    pub refused: Option<MemberIndex>,
    /// What host and reader said.
    pub layers: Layers,
    /// The parts of the view.
    pub view: Rc<view::View>,
    /// Width of the map or the trend, CSS px.
    pub width: f64,
    /// The map, where that is what is shown; none while the geometry is on its way.
    pub scene: Option<Rc<MapScene>>,
}

/// How many rows of the table are drawn at first, and how many more at a press.
pub const ROWS: usize = 250;

impl Shown {
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
        let mut listed =
            table::sorted(&self.feed.value, messages, &self.names, &self.view.survey, self.query.sort);
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

    /// The table of some members.
    pub fn rows(&self, messages: &Messages, members: &[MemberIndex]) -> Table {
        Table::of(&self.feed.value, messages, &self.names, &self.view.survey, self.query.sort, members)
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

    /// What is wrong with the feed.
    pub fn faults(&self, messages: &Messages) -> Option<faults::Faults> {
        faults::faults(&self.feed.findings, messages)
    }

    /// The open profile.
    pub fn profile(&self, messages: &Messages) -> Option<Profile> {
        let member = self.query.country?;
        Some(Profile::new(&self.feed.value, messages, &self.names, &self.view.survey, self.today, member))
    }
}

/// What the reader has typed to jump to a name.
#[derive(Clone, Debug, Default)]
struct Typed {
    letters: String,
    time: f64,
}

impl Model {
    /// A widget whose feed is on its way as load number 1.
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
            place: Place::default(),
            search: Rc::default(),
            refused: None,
            rows: ROWS,
            share: Rc::new(share::Share::new(today)),
            shown: None,
            names: None,
            load: 1,
            ready: false,
            awaited: None,
            typed: Typed::default(),
            touched: None,
            link: String::new(),
            told: Vec::new(),
        }
    }

    /// Every field with the value in force.
    pub fn state(&self) -> Vec<(Field, String)> {
        if let Some(shown) = &self.shown {
            return shown.query.state.clone();
        }
        let value = |field: Field| self.layers.get(field).unwrap_or(field.default()).to_owned();
        Field::ALL.iter().map(|&field| (field, value(field))).collect()
    }

    /// The value in force of a field.
    fn field(&self, field: Field) -> String {
        let state = self.state().into_iter().find(|entry| entry.0 == field);
        state.map(|entry| entry.1).unwrap_or_default()
    }

    /// Where the tooltip points to, CSS px of the map; none where there is none.
    pub fn tip_place(&self) -> Option<(f64, f64)> {
        let Point { x, y } = camera::surface(self).over(&self.sight.camera, self.spot?.at);
        let pixel = crate::world::WIDTH / self.width;
        Some((x / pixel, y / pixel))
    }
}
