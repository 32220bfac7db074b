//! The texts that a reader takes away, made of what is shown when they are wanted, and the names of files.

use super::field::Field;
use super::share::{Link, Share, view};
use super::{Model, Shown};
use crate::about::unknown_note;
use crate::citation::{Citation, Format, Seen};
use crate::message::Messages;
use crate::report::{self, Looked};

mod asking;
mod name;
mod snippet;

pub use asking::{Addressees, MOST, addressees, letters, letters_to};
pub use name::{file_name, letter_name, plain};
pub use snippet::page;

/// The texts to copy.
#[derive(Clone, Debug, PartialEq)]
pub struct Texts {
    /// The view's link. `None` before the page has told its address.
    pub link: Option<Link>,
    /// The sentence above the map with its citation.
    pub sentence: String,
    /// The citation in each format.
    pub citation: [(Format, String); Format::ALL.len()],
    /// The HTML that shows the same view on another page.
    pub snippet: Option<String>,
}

/// The texts of what is shown.
pub fn texts(shown: &Shown, messages: &Messages, share: &Share) -> Texts {
    let link = link(shown, messages, share);
    let pinned = pinned(shown, messages, share);
    let citation = citation(shown, messages, share, pinned.as_deref());
    Texts {
        sentence: format!("{}. {}", shown.view.headline.sentence, citation.plain()),
        citation: Format::ALL.map(|format| (format, citation.write(format))),
        snippet: snippet::snippet(shown, messages, share),
        link,
    }
}

/// The text that reports an error in what is shown.
pub fn report(shown: &Shown, messages: &Messages, share: &Share) -> String {
    report::report(Looked {
        feed: &shown.feed.value,
        messages,
        topic: shown.query.topic,
        clock: shown.query.clock,
        profile: shown.profile(messages).as_ref(),
        link: pinned(shown, messages, share).as_deref(),
    })
}

/// The link of the view. `None` before the page has told its address.
pub fn link(shown: &Shown, messages: &Messages, share: &Share) -> Option<Link> {
    Some(share.facts()?.link(&view(shown), messages.tag().tag))
}

/// The link of citations, pictures and paper. Dates that the reader has not chosen are those of today, so that the link goes
/// on showing the same. `None` before the page has told its address.
pub fn pinned(shown: &Shown, messages: &Messages, share: &Share) -> Option<String> {
    let facts = share.facts()?;
    let mut view = view(shown);
    // West of the publisher, today may be the day before that of the newest version.
    let known = shown.feed.value.published.filter(|date| date.last_day() > shown.today.last_day());
    for (field, date) in [(Field::Date, shown.today), (Field::Known, known.unwrap_or(shown.today))] {
        if !view.iter().any(|(other, value)| *other == field && !value.is_empty()) {
            view.push((field, date.to_string()));
        }
    }
    Some(facts.link(&view, messages.tag().tag).address().to_owned())
}

/// The citation of what is shown, with this link.
pub fn citation<'a>(
    shown: &'a Shown,
    messages: &'a Messages,
    share: &'a Share,
    link: Option<&'a str>,
) -> Citation<'a> {
    let seen = Seen { on: shown.today, clock: shown.query.clock, link, digest: digest(share) };
    Citation::new(&shown.feed.value, messages, seen)
}

/// The digest of the feed, once the page has told it.
pub fn digest(share: &Share) -> Option<&str> {
    Some(share.facts()?.digest?.hex)
}

/// What stands on paper in the place of a link: its address.
pub fn printed(model: &Model) -> Option<String> {
    let (shown, messages) = (model.shown.as_ref()?, model.messages.as_deref()?);
    pinned(shown, messages, &model.share)
}

/// The notes of a picture or file: what the dates mean, the description, the notes of the headline, and what "no public data"
/// means.
pub fn notes(shown: &Shown, messages: &Messages) -> Vec<String> {
    let headline = &shown.view.headline;
    let description = (!headline.description.is_empty()).then(|| headline.description.clone());
    let notes = headline.notes.iter().map(|note| match &note.source {
        Some((name, _)) => format!("{} {name}", note.text),
        None => note.text.clone(),
    });
    let caveats = headline.caveats.iter().cloned();
    caveats.chain(description).chain(notes).chain([unknown_note(&shown.feed.value, messages)]).collect()
}
