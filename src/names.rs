//! What the members are called in a language, and their alphabetical order.

use crate::feed::{Feed, MemberIndex};
use crate::message::Messages;
use crate::words::{Words, foreign};

/// The members' names in one language.
#[derive(Clone, Debug, PartialEq)]
pub struct Names {
    names: Vec<String>,
    folded: Vec<String>,
    order: Vec<MemberIndex>,
    ranks: Vec<usize>,
}

impl Names {
    /// What the feed calls each member in the language that was asked for, else the language's usual name of an
    /// assigned code, else what the feed calls it in another language, else the code. No name is guessed.
    pub fn new(feed: &Feed, messages: &Messages) -> Self {
        let names: Vec<String> = feed
            .members
            .iter()
            .map(|member| {
                let own = member.name.as_ref().and_then(|name| name.exactly(messages.tag()));
                own.map(|name| name.text.to_owned())
                    .or_else(|| messages.locale().country(member.code))
                    .or_else(|| Some(member.name.as_ref()?.best(messages.tag()).text.to_owned()))
                    .unwrap_or_else(|| member.code.to_string())
            })
            .collect();
        let folded = names.iter().map(|name| messages.locale().fold(name)).collect();
        let order = messages.locale().order(&names);
        let mut ranks = vec![0; names.len()];
        order.iter().enumerate().for_each(|(rank, &member)| ranks[member] = rank);
        Self { names, folded, order: order.into_iter().map(MemberIndex).collect(), ranks }
    }

    /// What a member is called.
    pub fn of(&self, member: MemberIndex) -> &str {
        &self.names[member.0]
    }

    /// The same with the language it is in, where the feed alone has a name and not in the language of the widget.
    pub fn words(&self, feed: &Feed, messages: &Messages, member: MemberIndex) -> Words {
        let (text, tag) = (self.of(member).to_owned(), messages.tag());
        let own = feed[member].name.as_ref().map(|name| name.best(tag)).filter(|name| name.text == text);
        Words { lang: own.and_then(|name| foreign(name.lang, tag.among)), text }
    }

    /// The members in alphabetical order.
    pub fn order(&self) -> &[MemberIndex] {
        &self.order
    }

    /// The rank of a member in that order.
    pub fn rank(&self, member: MemberIndex) -> usize {
        self.ranks[member.0]
    }

    /// The first member in alphabetical order, among those that `allowed` holds for, whose folded name
    /// starts with `typed`.
    pub fn starting_with(&self, typed: &str, allowed: impl Fn(MemberIndex) -> bool) -> Option<MemberIndex> {
        self.order.iter().copied().find(|&member| self.folded[member.0].starts_with(typed) && allowed(member))
    }
}
