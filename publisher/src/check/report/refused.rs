//! Why a document is no feed, as a problem like every other.

use crate::check::place::{Place, Places};
use crate::check::problem::Problem;
use crate::check::rules::document;
use crate::load::{At, NoFeed};
use policy_explorer::feed::FeedError;
use policy_explorer::feed::unreadable::Unreadable;
use policy_explorer::model::Failure;

/// The problem, and where in the text it shows.
pub fn found(no_feed: &NoFeed) -> (Problem, Place) {
    let NoFeed { text, failure, at, reason } = no_feed;
    let (pointer, place) = match *at {
        At::Byte(byte) => (String::new(), letter(text, byte)),
        At::Field(name) => field(text, name),
    };
    let problem = Problem::new(document::of(failure.code()), pointer).meant(reason);
    let remedy = remedy(failure).unwrap_or(problem.remedy);
    (problem.remedy(remedy), place)
}

/// The place of the letter at a byte, or of the end.
fn letter(text: &str, at: usize) -> Place {
    let end = text[at..].chars().next().map_or(at, |letter| at + letter.len_utf8());
    Place { key: None, value: at..end, mark: at..end }
}

/// The pointer of a field of the document, and its place or the nearest.
fn field(text: &str, name: &str) -> (String, Place) {
    let pointer = format!("/{name}");
    let place = Places::find(text, [pointer.as_str()].into_iter()).of(&pointer).0.clone();
    (pointer, place)
}

/// What to do where the rule's remedy does not fit.
fn remedy(failure: &Failure) -> Option<&'static str> {
    match failure {
        Failure::NotJson(why) => match why {
            Unreadable::Empty => Some("write the feed into it"),
            Unreadable::Encoding => Some("save it as UTF-8"),
            Unreadable::Html => Some("give the feed itself, not a page"),
            Unreadable::Binary => Some("unpack it, or give the feed as text"),
            Unreadable::NotANumber => Some("leave such values out"),
            Unreadable::CutOff => Some("fetch it or save it again, as a whole"),
            Unreadable::Other => None,
        },
        Failure::Feed(FeedError::TooMany { .. }) => Some("divide it into several feeds"),
        _ => None,
    }
}
