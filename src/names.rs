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
    /// Each member's name: the feed's in the wanted language, otherwise the language's usual name of an assigned code, otherwise
    /// the feed's in another language, otherwise the code. No name is guessed.
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

    /// The name of a member.
    pub fn of(&self, member: MemberIndex) -> &str {
        &self.names[member.0]
    }

    /// The name with its language, if only the feed has a name, and not in the widget's language.
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
