//! Everything that can happen to a widget. Messages name countries, columns and regions by code or id, since a message may
//! have been made for an older feed with other indices. If the present feed does not have the thing, nothing happens.

use super::chunk::Chunk;
use super::compare::CompareAct;
use super::details::DetailsAct;
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
    /// The host sets a field, or removes its value.
    Host(Field, Option<String>),
    /// The reader chooses a value for a field.
    Choose(Field, String),
    /// The reader adds a word to a field that is a list, or removes it.
    Toggle(Field, String),
    /// The reader's choices, as `fragment` reads them from the page's address or from an earlier life of the widget.
    Link(Vec<(Field, String)>),
    /// Something happens to the timeline.
    Time(TimeAct),
    /// The reader presses the button of a set of choices.
    Menu(Menu),
    /// The reader removes all filters.
    ClearFilters,
    /// The reader presses the head of the column with this id.
    SortBy(String),
    /// The reader opens a country's profile.
    Open(Code),
    /// The reader closes the profile.
    Close,
    /// The reader searches for a country.
    Search(SearchAct),
    /// The reader compares countries.
    Compare(CompareAct),
    /// Something about the details of the open profile's country.
    Details(DetailsAct),
    /// The reader asks for more rows of the table; the first of them is this country's.
    MoreRows(Code),
    /// The pointer is over a point of the map.
    Point(Aim),
    /// The reader begins to press; with a finger, at this point. Browsers move the press after a touch to something pressable
    /// nearby, but the model decides what the touch means.
    Down(Option<Aim>),
    /// The reader presses a point of the map.
    Press(Aim),
    /// The reader presses it a second time, right after the first.
    PressAgain(Aim),
    /// The pointer has left the map, or the reader dismisses the tooltip.
    Leave,
    /// A member of the map has the focus.
    Focus(Code),
    /// The focus has left the members of the map.
    Blur,
    /// The reader goes to another part of the widget.
    Go(Target),
    /// The reader tries to load again what failed.
    Again,
    /// The reader walks over the map.
    Walk(MapStep),
    /// The reader types a letter to jump to a name; at a time, ms of any clock that only goes forward.
    Type(String, f64),
    /// The texts of the language have loaded.
    Language(Rc<Messages>),
    /// The coarse geometry has loaded.
    World(Rc<World>),
    /// A feed was read. Each answer has the number of its load; answers to earlier loads are dropped.
    Loaded(u32, Rc<Checked<Feed>>),
    /// A feed could not be shown.
    Failed(u32, Failure),
    /// The host, or the reader by a retry, asks for the feed again.
    Reload,
    /// What is shown was read from other bytes than the first screen that the page came with.
    Renewed,
    /// A chunk of code has loaded.
    Arrived(Chunk),
    /// A chunk of code failed to load.
    Missed(Chunk),
    /// The reader uses the panel of what can be taken away, or the page says what came of it.
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
    /// A frame of the screen or a pause has passed; at a time, ms of any clock that only goes forward. It is not finite for
    /// readers who want no motion.
    Tick(f64),
    /// The finer geometry has loaded.
    Detail(Rc<World>),
    /// Globe or tiles are laid out.
    Projected(Rc<World>),
}

impl Msg {
    /// Whether it is an act of the reader's, or follows from one in time.
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
                | Self::Renewed
                | Self::Arrived(_)
                | Self::Missed(_)
                | Self::Tell(_)
                | Self::Resize(_)
                | Self::Today(_)
        )
    }
}

/// A point of the map that the reader points to, and how.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Aim {
    /// The point, px of the frame on the screen.
    pub at: Point,
    /// What lies directly under the point.
    pub over: Over,
    /// The kind of pointer.
    pub pointing: Pointing,
}

/// What lies under a point of the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Over {
    /// A member's shape or marker.
    Member(Code),
    /// Land that is not an item.
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

/// An order to walk in, other than by direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// By name.
    Name,
    /// By status, in the order of the legend; those of one status by name.
    Status,
}
