//! What changed for a member between two dates: forward, back, first known, withdrawn. Changes in the world,
//! seen at both dates with what is known now (or on the known day); only "withdrawn" is about the feed.

use crate::date::Date;
use crate::feed::{Feed, MemberIndex, Record};
use crate::status::{self, Clock, Status, Topic};

/// How a member's status differs between two dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Change {
    /// A higher rank, or more measures.
    Forward,
    /// A lower rank, or fewer measures.
    Back,
    /// Known now, not known then.
    FirstKnown,
    /// Not known now: a claim that counted was withdrawn between the two.
    Withdrawn,
    /// Another status, one of the two beside the order.
    Otherwise,
    /// The same status.
    Same,
    /// No public data at either date.
    Unknown,
}

impl Change {
    /// All of them in the order of legends.
    pub const ALL: [Change; 7] = [
        Self::Forward,
        Self::Back,
        Self::FirstKnown,
        Self::Withdrawn,
        Self::Otherwise,
        Self::Same,
        Self::Unknown,
    ];

    /// The name in hooks, styles and `summary()`.
    pub fn id(self) -> &'static str {
        match self {
            Self::Forward => "forward",
            Self::Back => "back",
            Self::FirstKnown => "first-known",
            Self::Withdrawn => "withdrawn",
            Self::Otherwise => "otherwise",
            Self::Same => "same",
            Self::Unknown => "unknown",
        }
    }

    /// Whether something is different.
    pub fn is_change(self) -> bool {
        !matches!(self, Self::Same | Self::Unknown)
    }
}

/// What changed for a member since the last day of `before`. `None` for a country that is not a member on the later
/// date. A country that was not yet a member before had no status then.
pub fn change(feed: &Feed, member: MemberIndex, topic: Topic, before: Date, clock: Clock) -> Option<Change> {
    let now = status::status(feed, member, topic, clock);
    let then = status::status(feed, member, topic, Clock { date: before, ..clock });
    match (then, now) {
        (_, Status::NotMember) => None,
        (_, Status::Unknown) => {
            let withdrawn = was_withdrawn(feed, member, topic, before, clock);
            Some(if withdrawn { Change::Withdrawn } else { Change::Unknown })
        }
        (Status::NotMember | Status::Unknown, _) => Some(Change::FirstKnown),
        (Status::Level(then), Status::Level(now)) => Some(match (feed[then].rank, feed[now].rank) {
            _ if then == now => Change::Same,
            (Some(then), Some(now)) if now > then => Change::Forward,
            (Some(then), Some(now)) if now < then => Change::Back,
            _ => Change::Otherwise,
        }),
        (Status::Done(then), Status::Done(now)) => Some(match now.cmp(&then) {
            std::cmp::Ordering::Greater => Change::Forward,
            std::cmp::Ordering::Less => Change::Back,
            std::cmp::Ordering::Equal => Change::Same,
        }),
        // A topic has levels or numbers of measures, never both.
        (Status::Level(_), Status::Done(_)) | (Status::Done(_), Status::Level(_)) => Some(Change::Otherwise),
    }
}

/// Whether the publisher withdrew a claim between the two dates that would count now.
fn was_withdrawn(feed: &Feed, member: MemberIndex, topic: Topic, before: Date, clock: Clock) -> bool {
    let (from, to) = (before.last_day(), clock.date.last_day());
    let withdrawn = |record: &Record| {
        let started = record.date.first_day() <= to;
        let between = |date: Date| date.first_day() > from && date.first_day() <= to;
        started && record.withdrawn.is_some_and(between) && status::is_withdrawn(record, clock.known)
    };
    let mut measures = feed.measure_indices().filter(|&measure| topic.covers(measure));
    measures.any(|measure| feed.claims(member, measure).iter().any(withdrawn))
}
