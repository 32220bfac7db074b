//! The sources of claims that the feed keeps in the details of a country.

use crate::feed::details::{Fetched, detailed};
use crate::feed::{Feed, Record};
use crate::message::{Messages, Phrase};

/// What is lacking of the sources that the feed keeps in the details of a country.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gap {
    /// Nothing.
    Nothing,
    /// The details, which are being fetched.
    Coming,
    /// The details, or a claim in them.
    Missed,
}

/// Where the sources of claims are.
pub struct Sources<'a> {
    pub feed: &'a Feed,
    fetched: &'a Fetched,
    /// What has been found to lack.
    pub gap: Gap,
}

impl<'a> Sources<'a> {
    /// Those of a feed, with what has come of a country's details.
    pub fn new(feed: &'a Feed, fetched: &'a Fetched) -> Self {
        Self { feed, fetched, gap: Gap::Nothing }
    }

    /// A claim with all that is here of it.
    pub fn of<'b>(&'b self, record: &'b Record) -> &'b Record {
        let details = self.fetched.of(self.feed[record.member].code);
        details.and_then(|details| detailed(details, (self.feed, record))).unwrap_or(record)
    }

    /// What is said of a claim whose sources are in the details, and not here.
    pub fn away(&mut self, messages: &Messages, record: &Record) -> Option<String> {
        let is_coming = matches!(self.fetched, Fetched::Coming);
        let is_away = self.feed.details.is_some() && self.of(record).evidence.is_empty();
        if !is_away || (record.elsewhere == 0 && !is_coming) {
            return None;
        }
        self.gap = if is_coming { Gap::Coming } else { Gap::Missed };
        Some(match record.elsewhere {
            0 => messages.say(Phrase::loading).to_owned(),
            count => messages.count(Phrase::sources, count, &[]),
        })
    }
}
