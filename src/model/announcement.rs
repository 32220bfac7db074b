//! What is said once and politely to readers who do not see the screen.

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

    /// Says how many statuses of the view a newer feed has changed. That it changed none is not said twice in a
    /// row: a feed may be asked for every minute.
    pub fn renewed(&mut self, before: &Shown, now: &Shown, messages: &Messages) {
        let count = turned((&before.feed.value, &before.view.survey), (&now.feed.value, &now.view.survey));
        let text = match count {
            0 => messages.say(Phrase::renewed_same).to_owned(),
            count => return self.say(messages.count(Phrase::renewed, count, &[])),
        };
        if text != self.text {
            self.say(text);
        }
    }
}
