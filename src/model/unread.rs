//! What is said of bytes that are no feed. Its phrases come with the chunk that finds out why.

use crate::feed::unreadable::Unreadable;
use crate::message::Phrase;

/// The phrase for a reason that is known; for any other, that the file is not JSON.
pub fn phrase(why: &Unreadable) -> Option<Phrase> {
    Some(match why {
        Unreadable::Empty => Phrase::feed_empty,
        Unreadable::Encoding => Phrase::feed_encoding,
        Unreadable::Html => Phrase::feed_html,
        Unreadable::Binary => Phrase::feed_binary,
        Unreadable::NotANumber => Phrase::feed_nan,
        Unreadable::CutOff => Phrase::feed_cut_off,
        Unreadable::Other => return None,
    })
}
