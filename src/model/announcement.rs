//! What is said once and politely to readers who do not see the screen, and what has become of the data meanwhile.

use super::Shown;
use crate::diff::turned;
use crate::message::{Messages, Phrase};

/// The last thing said; nothing at first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Announcement {
    /// Its words.
    pub text: String,
    /// Which it is: the same words once more are another announcement.
    pub number: u32,
}

impl Announcement {
    /// Says something.
    pub fn say(&mut self, text: String) {
        *self = Self { text, number: self.number + 1 };
    }

    /// Says that the data is not what it was. That a newer feed changed nothing is not said twice in a row: a feed may be
    /// asked for every minute.
    pub fn renewed(&mut self, renewal: Renewal, messages: &Messages) {
        let text = renewal.said(messages);
        if text != self.text || matches!(renewal, Renewal::Turned(1..)) {
            self.say(text);
        }
    }
}

/// How the data differs from what the reader saw before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Renewal {
    /// A newer feed has changed so many statuses of the view.
    Turned(usize),
    /// The page came with a first screen that was drawn of other data.
    SinceMade,
}

impl Renewal {
    /// That between two feeds.
    pub fn between(before: &Shown, now: &Shown) -> Self {
        Self::Turned(turned((&before.feed.value, &before.view.survey), (&now.feed.value, &now.view.survey)))
    }

    /// A sentence for it.
    pub fn said(self, messages: &Messages) -> String {
        match self {
            Self::Turned(0) => messages.say(Phrase::renewed_same).to_owned(),
            Self::Turned(count) => messages.count(Phrase::renewed, count, &[]),
            Self::SinceMade => messages.say(Phrase::renewed_since_made).to_owned(),
        }
    }
}
