//! The statuses of all members for a topic and two clocks: which members are in scope, which the filters keep, how many have
//! each status. Map, legend, table, sentence and summary read the same survey.

use crate::against::{Change, change};
use crate::date::Date;
use crate::feed::{Feed, GroupIndex, MemberIndex, Membership, RegionIndex};
use crate::status::{self, Clock, Status, Topic};

/// The filters. An empty list keeps all members.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Members of one of these regions.
    pub regions: Vec<RegionIndex>,
    /// Members of one of these groups on the viewed date.
    pub groups: Vec<GroupIndex>,
    /// Members with one of these statuses. They stay counted: the scope of the counts is not narrowed.
    pub statuses: Vec<Status>,
}

/// What a map colours a member by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shade {
    /// Its status.
    Status(Status),
    /// What changed since the earlier date.
    Change(Change),
}

impl Shade {
    /// Whether it is "no public data", which a hatch shows in the place of a colour.
    pub fn is_unknown(self) -> bool {
        matches!(self, Self::Status(Status::Unknown) | Self::Change(Change::Unknown))
    }
}

/// What changed since an earlier date, member by member.
#[derive(Clone, Debug, PartialEq)]
pub struct Contrast {
    /// The earlier date.
    pub date: Date,
    /// How many members in scope have each of `Change::ALL`.
    pub counts: [usize; Change::ALL.len()],
    of: Vec<Option<Change>>,
}

/// The statuses of all members for a topic.
#[derive(Clone, Debug, PartialEq)]
pub struct Survey {
    /// What is asked about.
    pub topic: Topic,
    /// The dates on both clocks.
    pub clock: Clock,
    /// The statuses that a member can have, in the order of legends.
    pub classes: Vec<Status>,
    /// How many members in scope have each of `classes`.
    pub counts: Vec<usize>,
    /// What changed since an earlier date, if that is asked.
    pub contrast: Option<Contrast>,
    /// How many members in scope have no status, but an announced one.
    pub announced: usize,
    /// The first day on record, if nothing was on record yet. Then there is nothing to count.
    pub blank: Option<Date>,
    statuses: Vec<Status>,
    scope: Vec<bool>,
    shown: Vec<bool>,
}

impl Survey {
    /// Looks up every member.
    pub fn new(feed: &Feed, topic: Topic, clock: Clock, filter: &Filter) -> Self {
        let classes = status::classes(feed, topic);
        let scoping = Scope::new(feed, clock, filter);
        let mut counts = vec![0; classes.len()];
        let mut statuses = Vec::with_capacity(feed.members.len());
        let mut scope = Vec::with_capacity(feed.members.len());
        let mut shown = Vec::with_capacity(feed.members.len());
        let mut announced = 0;
        for member in feed.member_indices() {
            let status = status::status(feed, member, topic, clock);
            let in_scope = scoping.has(feed, member);
            if let Some(class) = status::index(feed, topic, status).filter(|_| in_scope) {
                counts[class] += 1;
            }
            if status == Status::Unknown && in_scope {
                announced += usize::from(status::announced(feed, member, topic, clock).is_some());
            }
            let kept = filter.statuses.is_empty() || filter.statuses.contains(&status);
            scope.push(in_scope);
            shown.push(in_scope && kept && status != Status::NotMember);
            statuses.push(status);
        }
        let blank = status::nothing_before(feed, clock.known);
        Self { topic, clock, classes, counts, contrast: None, announced, blank, statuses, scope, shown }
    }

    /// The same survey, with what changed since the earlier `date`.
    #[must_use]
    pub fn against(mut self, feed: &Feed, date: Date) -> Self {
        let of: Vec<_> =
            feed.member_indices().map(|member| change(feed, member, self.topic, date, self.clock)).collect();
        let mut counts = [0; Change::ALL.len()];
        for (change, _) in of.iter().zip(&self.scope).filter(|(_, in_scope)| **in_scope) {
            if let Some(change) = change {
                counts[*change as usize] += 1;
            }
        }
        self.contrast = Some(Contrast { date, counts, of });
        self
    }

    /// What the map is coloured by, in the order of the legend, each with how many members in scope have it:
    /// the statuses, or what changed.
    pub fn shades(&self) -> Vec<(Shade, usize)> {
        match &self.contrast {
            None => {
                self.classes.iter().copied().map(Shade::Status).zip(self.counts.iter().copied()).collect()
            }
            Some(contrast) => Change::ALL.map(Shade::Change).into_iter().zip(contrast.counts).collect(),
        }
    }

    /// What changed for a member, if that is asked and the country is a member.
    pub fn change(&self, member: MemberIndex) -> Option<Change> {
        self.contrast.as_ref()?.of[member.0]
    }

    /// What the map colours a member by. `None` for "not a member".
    pub fn shade(&self, member: MemberIndex) -> Option<Shade> {
        match self.contrast {
            None => {
                Some(self.status(member)).filter(|&status| status != Status::NotMember).map(Shade::Status)
            }
            Some(_) => self.change(member).map(Shade::Change),
        }
    }

    /// The status of a member.
    pub fn status(&self, member: MemberIndex) -> Status {
        self.statuses[member.0]
    }

    /// Whether the filters keep a member. They never keep a country that is not a member on the date.
    pub fn shows(&self, member: MemberIndex) -> bool {
        self.shown[member.0]
    }

    /// Whether the counts include a country: it is a member, and regions and groups keep it.
    pub fn counts_in(&self, member: MemberIndex) -> bool {
        self.scope[member.0] && self.status(member) != Status::NotMember
    }

    /// How many members are in scope: those that regions and groups keep.
    pub fn total(&self) -> usize {
        self.counts.iter().sum()
    }

    /// How many members in scope have a status.
    pub fn count(&self, wanted: impl Fn(Status) -> bool) -> usize {
        self.classes
            .iter()
            .zip(&self.counts)
            .filter(|(class, _)| wanted(**class))
            .map(|(_, count)| count)
            .sum()
    }
}

/// Whether regions and groups keep each member, looked up once for all.
struct Scope {
    regions: Option<Vec<bool>>,
    members: Option<Vec<bool>>,
}

impl Scope {
    fn new(feed: &Feed, clock: Clock, filter: &Filter) -> Self {
        let regions = filter.regions.iter().map(|region| region.0);
        let members = filter.groups.iter().flat_map(|&group| belonging(feed, group, clock));
        Self {
            regions: kept(feed.regions.len(), filter.regions.is_empty(), regions),
            members: kept(feed.members.len(), filter.groups.is_empty(), members.map(|member| member.0)),
        }
    }

    fn has(&self, feed: &Feed, member: MemberIndex) -> bool {
        let in_region = |regions: &Vec<bool>| feed[member].region.is_some_and(|region| regions[region.0]);
        self.regions.as_ref().is_none_or(in_region)
            && self.members.as_ref().is_none_or(|members| members[member.0])
    }
}

/// Which items of a list are kept. `None` if all are.
fn kept(length: usize, all: bool, indices: impl Iterator<Item = usize>) -> Option<Vec<bool>> {
    let mut kept = (!all).then(|| vec![false; length])?;
    indices.for_each(|index| kept[index] = true);
    Some(kept)
}

/// The members of a group on the last day of the viewed date. A member may come more than once.
pub fn belonging(feed: &Feed, group: GroupIndex, clock: Clock) -> impl Iterator<Item = MemberIndex> {
    let day = clock.date.last_day();
    let is_in = move |membership: &&Membership| {
        membership.from.is_none_or(|from| from.first_day() <= day)
            && membership.to.is_none_or(|to| to.first_day() > day)
    };
    feed[group].members.iter().filter(is_in).map(|membership| membership.member)
}
