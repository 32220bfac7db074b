//! One country: for each measure its status on the date shown, and every claim with its sources.

use crate::context::Context;
use crate::country::Code;
use crate::date::Date;
use crate::feed::{Dating, Feed, MeasureIndex, MemberIndex, Record};
use crate::message::{Messages, Phrase};
use crate::names::Names;
use crate::request;
use crate::scene::class::{Class, class_of, publicly_known};
use crate::scene::history::{History, history};
use crate::status::{self, Absence, Clock, Status, Topic};
use crate::survey::Survey;
use crate::words::Words;
use claim::{claim, dating};
use peers::peers;

mod claim;
mod peers;

pub use claim::{Claim, Reply, Source};
pub use peers::{Peer, Peers, Scope};

/// What is publicly known of a country.
#[derive(Clone, Debug, PartialEq)]
pub struct Profile {
    /// The country.
    pub code: Code,
    /// What it is called.
    pub name: Words,
    /// The region, the membership, and how many measures are in place.
    pub facts: Vec<Words>,
    /// The previous and the next country by name, of those that the filters keep.
    pub neighbours: [Option<Neighbour>; 2],
    /// One a measure.
    pub sections: Vec<Section>,
    /// The first measure that a letter can ask about: see `request`.
    pub ask: Option<MeasureIndex>,
    /// How its region and its groups stand. `None` if it has neither, or the scale has no
    /// highest status.
    pub peers: Option<Peers>,
}

/// Another country to go to.
#[derive(Clone, Debug, PartialEq)]
pub struct Neighbour {
    /// The member.
    pub member: MemberIndex,
    /// What it is called.
    pub name: Words,
}

/// A country and a measure.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// The clause of the policy.
    pub clause: Option<String>,
    /// The measure.
    pub title: Words,
    /// The status on the date shown.
    pub class: Class,
    /// Since or by when that status holds.
    pub dating: Option<String>,
    /// The history of the status. `None` if no claim counts.
    pub history: Option<History>,
    /// The explanation in full, if there is no status.
    pub explanation: Option<String>,
    /// The claims, newest first.
    pub claims: Vec<Claim>,
    /// How many more claims there are, in words. `None` if all are listed.
    pub more: Option<String>,
}

/// The room of a profile. Drawing very many claims, sources and answers would take too long; the rest is only counted.
struct Room(usize);

/// Most items of one list.
const LISTED: usize = 100;
/// Most items of one profile.
const IN_ALL: usize = 1000;

impl Room {
    /// The items of a list that there is room for, and a text about the others.
    fn list<I: ExactSizeIterator>(
        &mut self,
        messages: &Messages,
        items: I,
    ) -> (std::iter::Take<I>, Option<String>) {
        let listed = items.len().min(LISTED).min(self.0);
        let more = items.len() - listed;
        self.0 -= listed;
        (items.take(listed), (more > 0).then(|| messages.count(Phrase::more, more, &[])))
    }
}

impl Profile {
    /// What is known of a member at the time of a survey, seen from today.
    pub fn new(context: Context<'_>, today: Date, member: MemberIndex) -> Self {
        let Context { feed, messages, names, survey } = context;
        let clock = survey.clock;
        let named = |member| names.words(feed, messages, member);
        let mut room = Room(IN_ALL);
        Self {
            code: feed[member].code,
            name: named(member),
            facts: facts(feed, messages, clock, member),
            neighbours: neighbours(names, survey, member)
                .map(|other| other.map(|member| Neighbour { member, name: named(member) })),
            sections: feed
                .measure_indices()
                .map(|measure| section(feed, messages, (clock, today), member, measure, &mut room))
                .collect(),
            ask: request::asked(feed, names, member, today).first().copied(),
            peers: peers(context, member),
        }
    }

    /// Whether there is any claim on it.
    pub fn has_claims(&self) -> bool {
        self.sections.iter().any(|section| !section.claims.is_empty())
    }

    /// The first of several measures, if there is no claim on any and the same text for all.
    pub fn unheard_of(&self) -> Option<&Section> {
        let first = self.sections.first().filter(|_| self.sections.len() > 1 && !self.has_claims())?;
        let same =
            |section: &Section| section.class == first.class && section.explanation == first.explanation;
        self.sections.iter().all(same).then_some(first)
    }
}

impl Section {
    /// How many claims are shown at once: up to the newest that the status rests on.
    pub fn newest(&self) -> usize {
        let ground = self.claims.iter().position(|claim| claim.in_force).unwrap_or(0);
        self.claims.len().min(ground + 1)
    }
}

fn facts(feed: &Feed, messages: &Messages, clock: Clock, member: MemberIndex) -> Vec<Words> {
    let mut facts = Vec::new();
    let country = &feed[member];
    match country.region {
        Some(region) => facts.push(Words::best(&feed[region].label, messages.tag())),
        None if feed.regions.is_empty() => {}
        None => facts.push(Words::own(messages.say(Phrase::region_none))),
    }
    let status = status::status(feed, member, Topic::Overall, clock);
    if status == Status::NotMember {
        facts.push(Words::own(messages.say(Phrase::not_a_member_full)));
        return facts;
    }
    if let Some(joined) = country.joined {
        let since = messages.dating(Dating::Since, joined);
        facts.push(Words::own(messages.fill(Phrase::member_since, &[("dating", &since)])));
    }
    if feed.measures.len() > 1 {
        facts.push(Words::own(match status {
            Status::Done(done) => publicly_known(feed, messages, done),
            _ => class_of(feed, messages, Topic::Overall, member, clock).label,
        }));
    }
    facts
}

fn neighbours(names: &Names, survey: &Survey, member: MemberIndex) -> [Option<MemberIndex>; 2] {
    let order = names.order();
    let own = names.rank(member);
    let shown = |other: &&MemberIndex| survey.shows(**other);
    let before = order[..own].iter().rev().find(shown);
    let after = order[own..].iter().skip(1).find(shown);
    [before.copied(), after.copied()]
}

fn section(
    feed: &Feed,
    messages: &Messages,
    (clock, today): (Clock, Date),
    member: MemberIndex,
    measure: MeasureIndex,
    room: &mut Room,
) -> Section {
    let topic = Topic::Measure(measure);
    let status = status::status(feed, member, topic, clock);
    let grounds = status::grounds(feed, member, measure, clock);
    let explanation = match status {
        Status::Unknown => Some(match status::absence(feed, member, topic, clock) {
            Absence::Announced(_) | Absence::NotYet => Phrase::later_full,
            Absence::Withdrawn => Phrase::withdrawn_full,
            Absence::Unrecorded => Phrase::unrecorded_full,
            Absence::NoData => Phrase::unknown_full,
        }),
        Status::NotMember => Some(Phrase::not_a_member_full),
        Status::Level(_) | Status::Done(_) => None,
    };
    let mut positions: Vec<usize> = grounds.iter().map(|ground| ground.position).collect();
    positions.sort_unstable();
    let (listed, more) = room.list(messages, feed.claims(member, measure).iter().rev());
    let mut claim = |record: &Record| {
        let in_force = positions.binary_search(&record.position).is_ok();
        claim(feed, messages, clock, record, in_force, room)
    };
    Section {
        clause: feed[measure].clause.clone(),
        title: Words::best(&feed[measure].title, messages.tag()),
        class: class_of(feed, messages, topic, member, clock),
        dating: status::basis(feed, member, measure, clock).first().map(|first| dating(messages, first)),
        history: history(feed, messages, (clock, today), member, measure),
        explanation: explanation.map(|phrase| messages.say(phrase).to_owned()),
        claims: listed.map(&mut claim).collect(),
        more,
    }
}
