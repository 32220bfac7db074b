//! What has to happen in the page in answer to a message.

use super::chunk::Chunk;
use super::menu::Menu;
use super::progress::List;
use super::query::{Ignored, Projection};
use super::share;
use super::time::Hand;
use crate::country::Code;
use crate::feed::FeedError;
use crate::feed::unreadable::Unreadable;

/// Why a feed cannot be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// Network, HTTP status or time-out.
    Unreachable(Reach),
    /// Over 32 MiB.
    TooLarge,
    /// Not JSON.
    NotJson(Unreadable),
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
            Failure::Unreachable(_) => "feed-unreachable",
            Failure::TooLarge => "feed-too-large",
            Failure::NotJson(_) => "feed-not-json",
            Failure::Feed(FeedError::Missing(_) | FeedError::TooMany { .. }) => "feed-invalid",
            Failure::Feed(FeedError::Version(_)) => "feed-version",
            Failure::Integrity => "feed-integrity",
            Failure::Assets => "assets-unreachable",
        }
    }

    /// What the page found, in its own word: a code of `policy-explorer-error`, or why the feed could not be reached
    /// (`offline`, `silent`, `refused`, `elsewhere`, an HTTP status).
    pub fn told(word: &str) -> Self {
        Self::Unreachable(match word {
            "feed-too-large" => return Self::TooLarge,
            "feed-not-json" => return Self::NotJson(Unreadable::Other),
            "feed-integrity" => return Self::Integrity,
            "assets-unreachable" => return Self::Assets,
            "offline" => Reach::Offline,
            "silent" => Reach::Silent,
            "refused" => Reach::Refused,
            "elsewhere" => Reach::Elsewhere,
            status => status.parse().map_or(Reach::Network, Reach::Status),
        })
    }
}

/// Why a feed could not be reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// The connection or the server failed; the browser does not say which.
    Network,
    /// The reader's device is offline.
    Offline,
    /// Nothing came for as long as the page waits.
    Silent,
    /// The server answered with this HTTP status.
    Status(u16),
    /// The server does not let the page read its answer (CORS).
    Refused,
    /// The answer came from a site that the page does not list.
    Elsewhere,
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
    /// Let the widget speak this language, a BCP 47 tag; empty: the page's.
    Speak(String),
    /// Let the page's address say what the reader chose, in the form of `fragment`.
    Link(String, Entry),
    /// Say by `TimeAct::Tick` when it is time for the next date of the run with this number.
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
    /// Let the trend be heard.
    Hear,
    /// Let it be silent.
    Hush,
}

/// Which entry of the page's history says it, if the host wants such steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// The one that is there.
    Same = 0,
    /// A new one: the reader has opened a profile.
    New = 1,
    /// The one before: the reader has closed it.
    Before = 2,
}

/// What can be given the focus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// A member's item in the view shown: on the map or in the table.
    Member(Code),
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
    /// What follows the view's map or list.
    Beyond,
    /// The button of a set of choices.
    Menu(Menu),
    /// A hand of the timeline.
    Hand(Hand),
    /// The field of the search.
    Search,
    /// The first of the changes that have just been added to a list.
    Added(List),
}
