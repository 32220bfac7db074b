//! What the parts of a view are made of: a feed, the reader's language, what members are called, and their statuses.

use crate::feed::Feed;
use crate::message::Messages;
use crate::names::Names;
use crate::survey::Survey;

/// The values that each part of a view reads.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The feed.
    pub feed: &'a Feed,
    /// The texts of the reader's language.
    pub messages: &'a Messages,
    /// What the members are called.
    pub names: &'a Names,
    /// The status of every member.
    pub survey: &'a Survey,
}

impl<'a> Context<'a> {
    /// The context of a survey of a feed.
    pub fn new(feed: &'a Feed, messages: &'a Messages, names: &'a Names, survey: &'a Survey) -> Self {
        Self { feed, messages, names, survey }
    }
}
