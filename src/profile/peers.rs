//! How the region and the groups of a country stand.

use crate::context::Context;
use crate::feed::{GroupIndex, MemberIndex, RegionIndex};
use crate::message::Phrase;
use crate::scene::class::label;
use crate::status::{self, Status, Topic};
use crate::survey::{Filter, Survey, belonging};
use crate::words::Words;

/// The region and the groups that a country is in on the date shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Peers {
    /// What is counted.
    pub counted: String,
    /// The region first.
    pub scopes: Vec<Peer>,
}

/// A region or a group with how many of its members have the highest status.
#[derive(Clone, Debug, PartialEq)]
pub struct Peer {
    /// Which.
    pub scope: Scope,
    /// Its id in filters.
    pub id: String,
    /// What it is called.
    pub label: Words,
    /// "15 of 50".
    pub count: String,
}

/// A part of the membership.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// A region.
    Region(RegionIndex),
    /// A group.
    Group(GroupIndex),
}

/// How many members of the region and of each group have the highest status for the topic of a survey.
pub fn peers(Context { feed, messages, survey, .. }: Context<'_>, member: MemberIndex) -> Option<Peers> {
    let (topic, clock) = (survey.topic, survey.clock);
    if survey.blank.is_some() {
        return None;
    }
    let is_highest = |status| status::is_highest(feed, status);
    let all = Survey::new(feed, topic, clock, &Filter::default());
    let highest = *survey.classes.iter().find(|&&class| is_highest(class))?;
    let label = label(feed, messages, highest);
    let counted = match topic {
        Topic::Overall if feed.measures.len() > 1 => messages.say(Phrase::peers_overall).to_owned(),
        _ => messages.fill(Phrase::peers_status, &[("status", &label)]),
    };
    let peer = |scope: Scope| {
        let (mut among, id, text): (Vec<MemberIndex>, _, _) = match scope {
            Scope::Region(region) => {
                let filed = feed.member_indices().filter(|&other| feed[other].region == Some(region));
                (filed.collect(), &feed[region].id, &feed[region].label)
            }
            Scope::Group(group) => {
                (belonging(feed, group, clock).collect(), &feed[group].id, &feed[group].label)
            }
        };
        if !among.contains(&member) || !all.shows(member) {
            return None;
        }
        among.sort_unstable();
        among.dedup();
        among.retain(|&other| all.counts_in(other));
        let count = among.iter().filter(|&&other| is_highest(all.status(other))).count();
        // If nothing is known of anybody, 0 would be no count.
        let count = if among.iter().all(|&other| all.status(other) == Status::Unknown) {
            messages.say(Phrase::unknown).to_owned()
        } else {
            let (count, total) = (messages.number(count), messages.number(among.len()));
            messages.fill(Phrase::peers_count, &[("count", &count), ("total", &total)])
        };
        let label = Words::best(text, messages.tag());
        Some(Peer { scope, id: id.clone(), label, count })
    };
    let groups = (0..feed.groups.len()).map(|group| Scope::Group(GroupIndex(group)));
    let region = feed[member].region.map(Scope::Region);
    let scopes: Vec<Peer> = region.into_iter().chain(groups).filter_map(peer).collect();
    (!scopes.is_empty()).then_some(Peers { counted, scopes })
}
