//! What the page has to do in answer to a message.

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
    /// JSON, but not a feed that can be shown.
    Feed(FeedError),
    /// The bytes are not those that the host asked for.
    Integrity,
    /// A part of the widget itself failed to load.
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

    /// The failure that the page names: by a code of `policy-explorer-error`, or by why it could not reach the feed (`offline`,
    /// `silent`, `refused`, `elsewhere`, an HTTP status).
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
    /// The server did not answer in time.
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
    /// Fetch the details of a country from this address, relative to the feed's; the answer carries this number.
    Details(u32, String),
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
    /// Tell the host's developer the findings of the feed.
    Findings,
    /// Move the focus.
    Focus(Target),
    /// Send `Msg::Tick` after so many ms; 0: with the next frame of the screen.
    Tick(u32),
    /// Fetch the finer geometry.
    Detail,
    /// Lay the world out in this projection, as the camera sees it. Its code is here.
    Project(Projection),
    /// Ask the page for its facts.
    Tell,
    /// Copy the text of that name.
    Copy(&'static str),
    /// Save a file made of what is shown.
    Save(share::File),
    /// Play the trend as tones.
    Hear,
    /// Stop the tones.
    Hush,
}

/// The entry of the page's history that a change goes to, if the host wants such steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// The present one.
    Same = 0,
    /// A new one: the reader has opened a profile.
    New = 1,
    /// The one before: the reader has closed it.
    Before = 2,
}

/// What can get the focus.
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
    /// The panel of what readers can take away.
    Share,
    /// The button that opens an offer of the panel.
    Offer(share::Offer),
    /// The first element after the view's map or list.
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
