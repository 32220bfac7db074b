//! Everything that can happen to a widget. What a feed has is named by its code or id: a message may have been made for an
//! older feed, whose places in a list are others'. One for something that the present feed does not have does nothing.

use super::chunk::Chunk;
use super::compare::CompareAct;
use super::effect::{Failure, Target};
use super::field::Field;
use super::menu::Menu;
use super::progress::Turn;
use super::search::SearchAct;
use super::share::ShareAct;
use super::sight::Gesture;
use super::time::TimeAct;
use crate::country::Code;
use crate::date::Date;
use crate::feed::Feed;
use crate::finding::Checked;
use crate::message::Messages;
use crate::scene::pick::{Direction, Pointing};
use crate::world::{Point, World};
use std::rc::Rc;

/// Something that happened.
#[derive(Clone, Debug)]
pub enum Msg {
    /// The host sets a field, or takes its word back.
    Host(Field, Option<String>),
    /// The reader chooses a value for a field.
    Choose(Field, String),
    /// The reader puts a word into a field that is a list, or takes it out.
    Toggle(Field, String),
    /// What the reader chooses, as `fragment` reads it: as the page's address says, or as in an earlier life of the widget.
    Link(Vec<(Field, String)>),
    /// Something happens to the timeline.
    Time(TimeAct),
    /// The reader presses the button of a set of choices.
    Menu(Menu),
    /// The reader takes all filters off.
    ClearFilters,
    /// The reader presses the head of the column with this id.
    SortBy(String),
    /// The reader opens a country's profile.
    Open(Code),
    /// The reader closes the profile.
    Close,
    /// The reader looks for a country.
    Search(SearchAct),
    /// The reader sets countries side by side.
    Compare(CompareAct),
    /// The reader wants more rows of the table, the first of them this country's.
    MoreRows(Code),
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
    Focus(Code),
    /// No member of the map has the focus any more.
    Blur,
    /// The reader goes to another part of the widget.
    Go(Target),
    /// The reader wants what did not come once more.
    Again,
    /// The reader walks over the map.
    Walk(MapStep),
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
    Share(ShareAct),
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

impl Msg {
    /// Whether it says what the reader does, or what follows from that in time.
    pub fn is_readers(&self) -> bool {
        !matches!(
            self,
            Self::Host(..)
                | Self::Link(_)
                | Self::Language(_)
                | Self::World(_)
                | Self::Detail(_)
                | Self::Projected(_)
                | Self::Loaded(..)
                | Self::Failed(..)
                | Self::Reload
                | Self::Arrived(_)
                | Self::Missed(_)
                | Self::Tell(_)
                | Self::Resize(_)
                | Self::Today(_)
        )
    }
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
    Member(Code),
    /// Land that is no item of its own.
    Land(Code),
    /// The sea.
    Nothing,
}

/// A step over the map by keyboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MapStep {
    /// To the next member in a direction.
    To(Direction),
    /// To the first by name.
    First,
    /// To the last by name.
    Last,
    /// To the next in an order.
    Next(Order),
    /// To the one before in an order.
    Back(Order),
}

/// An order to walk in that is not that of places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// By name.
    Name,
    /// By status, in the order of the legend; those of one status by name.
    Status,
}
