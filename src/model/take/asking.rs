//! The letters that ask for what is not publicly known: to the country of the open profile, or to all members that a table
//! lists because nothing is publicly known of them.

use super::super::Shown;
use super::super::field::Field;
use super::super::share::{Link, Share, view};
use crate::feed::MemberIndex;
use crate::message::Messages;
use crate::request::{self, Asked, Letter};
use crate::status::{Clock, Status, Topic, status};

/// Most letters in an archive: a feed may have thousands of members, and each letter be long.
pub const MOST: usize = 1_000;

/// The letters that ask the country of the open profile for what is not publicly known, one a language.
pub fn letters(shown: &Shown, messages: &Messages, share: &Share) -> Vec<Letter> {
    let member = shown.query.country;
    member.map_or_else(Vec::new, |member| letters_to(shown, messages, share, member))
}

/// Those of the profile of a member, opened in the same view.
pub fn letters_to(shown: &Shown, messages: &Messages, share: &Share, member: MemberIndex) -> Vec<Letter> {
    let link = share.facts().map(|facts| {
        let mut view = view(shown);
        view.retain(|(field, _)| *field != Field::Country);
        view.push((Field::Country, shown.code(member).to_string()));
        view.sort_by_key(|(field, _)| *field as usize);
        facts.link(&view, messages.tag().tag)
    });
    request::letters(Asked {
        feed: &shown.feed.value,
        messages,
        names: &shown.names,
        member,
        today: shown.today,
        link: link.as_ref().map(Link::address).unwrap_or_default(),
    })
}

/// The listed members that get letters, in the order of the list, as many as an archive takes. `None` unless the table lists
/// only members without public data. Members with public data by today get no letter.
pub fn addressees(shown: &Shown, messages: &Messages) -> Option<Addressees> {
    let feed = &shown.feed.value;
    if shown.query.filter.statuses != [Status::Unknown] {
        return None;
    }
    let listed = shown.listed(messages);
    let clock = Clock { date: shown.today, known: None, today: shown.today };
    let asks = |&member: &MemberIndex| {
        let missing = request::asked(feed, &shown.names, member, shown.today);
        match shown.query.topic {
            Topic::Measure(measure) => missing.contains(&measure),
            overall => !missing.is_empty() && status(feed, member, overall, clock) == Status::Unknown,
        }
    };
    let most = MOST / request::languages(feed);
    let members = listed.iter().copied().filter(asks).take(most).collect();
    Some(Addressees { members, listed: listed.len() })
}

/// Whom letters are written to.
#[derive(Clone, Debug, PartialEq)]
pub struct Addressees {
    /// They, in the order of the list.
    pub members: Vec<MemberIndex>,
    /// How many members are listed.
    pub listed: usize,
}
