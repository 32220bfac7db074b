//! The one rule of status: which status a member has for a measure, or overall, on a date, as known on a date. Everything that
//! shows, counts or exports a status asks here.

use crate::date::Date;
use crate::feed::{Feed, LevelIndex, MeasureIndex, MemberIndex, Record};

/// What is asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// All measures together.
    Overall,
    /// One measure.
    Measure(MeasureIndex),
}

impl Topic {
    /// Every measure, and all of them together where there are several.
    pub fn all(feed: &Feed) -> Vec<Self> {
        let overall = (feed.measures.len() > 1).then_some(Self::Overall);
        feed.measure_indices().map(Self::Measure).chain(overall).collect()
    }

    /// `overall`, or the id of the measure.
    pub fn id(self, feed: &Feed) -> &str {
        match self {
            Self::Overall => "overall",
            Self::Measure(measure) => &feed[measure].id,
        }
    }

    /// The topic with that id.
    pub fn named(feed: &Feed, id: &str) -> Option<Self> {
        if id == "overall" { Some(Self::Overall) } else { feed.measure(id).map(Self::Measure) }
    }

    /// Whether it is about a measure.
    pub fn covers(self, measure: MeasureIndex) -> bool {
        self == Self::Overall || self == Self::Measure(measure)
    }
}

/// The two clocks: the state of the world, and what the publisher had on record; and the day they are read on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    /// The world as of the last day of this.
    pub date: Date,
    /// Only what was on record by the last day of this. `None`: everything, without what has been withdrawn.
    pub known: Option<Date>,
    /// The present day. Claims for later days are announcements.
    pub today: Date,
}

/// Why a member has no status.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Absence<'a> {
    /// A claim is for a date that is still to come.
    Announced(&'a Record),
    /// A claim is for a date after the viewed one.
    NotYet,
    /// All claims were withdrawn.
    Withdrawn,
    /// The claims were not on record yet.
    Unrecorded,
    /// There is no claim.
    NoData,
}

/// A member's status for a topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Status {
    /// Not a member on that date: neither counted nor shown as one.
    NotMember,
    /// No public data; says nothing about what the member has done.
    Unknown,
    /// For one measure: the status in force.
    Level(LevelIndex),
    /// Overall: how many measures have a status of the highest rank, and at least one has a status.
    Done(usize),
}

/// The status of a member.
pub fn status(feed: &Feed, member: MemberIndex, topic: Topic, clock: Clock) -> Status {
    if !is_member(feed, member, clock.date) {
        return Status::NotMember;
    }
    match topic {
        Topic::Measure(measure) => in_force(feed, member, measure, clock)
            .map_or(Status::Unknown, |record| Status::Level(record.level)),
        Topic::Overall => overall(feed, member, clock),
    }
}

/// The claim that decides a member's status for a measure: the newest at or before the date, of two from
/// the same day the later in the document. Does not ask whether the country is a member then.
pub fn in_force(feed: &Feed, member: MemberIndex, measure: MeasureIndex, clock: Clock) -> Option<&Record> {
    let started = |record: &&Record| record.date.first_day() <= clock.date.last_day();
    feed.claims(member, measure).iter().rev().filter(started).find(|record| counts(record, clock.known))
}

/// The claims that a member's status rests on: the one in force and those right before it that say the same,
/// oldest first. The first tells since when, or by when, the status holds. Empty if there is none, or if
/// the country is not a member.
pub fn grounds(feed: &Feed, member: MemberIndex, measure: MeasureIndex, clock: Clock) -> Vec<&Record> {
    let mut grounds: Vec<&Record> = Vec::new();
    if !is_member(feed, member, clock.date) {
        return grounds;
    }
    let counting =
        |record: &&Record| record.date.first_day() <= clock.date.last_day() && counts(record, clock.known);
    for record in feed.claims(member, measure).iter().rev().filter(counting) {
        if grounds.first().is_some_and(|newest| newest.level != record.level) {
            break;
        }
        grounds.push(record);
    }
    grounds.reverse();
    grounds
}

/// Why a member has no status for a topic.
pub fn absence(feed: &Feed, member: MemberIndex, topic: Topic, clock: Clock) -> Absence<'_> {
    // A claim is an announcement as of the day that `known` reaches to.
    let today = clock.today.last_day();
    let now = clock.known.map_or(today, |known| known.last_day().min(today));
    let mut absence = Absence::NoData;
    let mut next: Option<&Record> = None;
    let measures = feed.measure_indices().filter(|&measure| topic.covers(measure));
    for record in measures.flat_map(|measure| feed.claims(member, measure)) {
        let day = record.date.first_day();
        if is_withdrawn(record, clock.known) {
            absence = Absence::Withdrawn;
        } else if !counts(record, clock.known) {
            absence = if absence == Absence::NoData { Absence::Unrecorded } else { absence };
        } else if day > clock.date.last_day() && next.is_none_or(|next| day < next.date.first_day()) {
            next = Some(record);
        }
    }
    match next {
        Some(record) if record.date.first_day() > now => Absence::Announced(record),
        Some(_) => Absence::NotYet,
        None => absence,
    }
}

/// The claim that announces a status to a member that has none yet.
pub fn announced(feed: &Feed, member: MemberIndex, topic: Topic, clock: Clock) -> Option<&Record> {
    if status(feed, member, topic, clock) != Status::Unknown {
        return None;
    }
    match absence(feed, member, topic, clock) {
        Absence::Announced(record) => Some(record),
        _ => None,
    }
}

/// The first day on which the publisher had anything on record, if it is after the day that `known` reaches to.
pub fn nothing_before(feed: &Feed, known: Option<Date>) -> Option<Date> {
    let known = known?.last_day();
    feed.first_recorded().filter(|first| first.first_day() > known)
}

/// The claims that the words of a member's status rest on: the grounds of the status, or the claim that announces one.
pub fn basis(feed: &Feed, member: MemberIndex, measure: MeasureIndex, clock: Clock) -> Vec<&Record> {
    let mut basis = grounds(feed, member, measure, clock);
    basis.extend(announced(feed, member, Topic::Measure(measure), clock));
    basis
}

/// Whether a claim was withdrawn by the day that `known` reaches to.
pub fn is_withdrawn(record: &Record, known: Option<Date>) -> bool {
    let by_then = |date: Date| known.is_none_or(|known| date.first_day() <= known.last_day());
    record.withdrawn.is_some_and(by_then)
}

/// Whether a claim counts: it was on record by the day that `known` reaches to, and not withdrawn by then.
pub fn counts(record: &Record, known: Option<Date>) -> bool {
    let by_then = |date: Date| known.is_none_or(|known| date.first_day() <= known.last_day());
    record.recorded.is_none_or(by_then) && !is_withdrawn(record, known)
}

/// Whether the country is a member on the last day of `date`.
pub fn is_member(feed: &Feed, member: MemberIndex, date: Date) -> bool {
    let begun = |since: Date| since.first_day() <= date.last_day();
    let member = &feed[member];
    member.joined.is_none_or(begun) && !member.left.is_some_and(begun)
}

/// Whether a status is of the scale's highest rank.
pub fn is_done(feed: &Feed, level: LevelIndex) -> bool {
    feed[level].rank.is_some() && feed[level].rank == feed.highest()
}

/// Whether a status is the furthest possible: of the scale's highest rank, or all measures done.
pub fn is_highest(feed: &Feed, status: Status) -> bool {
    match status {
        Status::Level(level) => is_done(feed, level),
        Status::Done(done) => done == feed.measures.len(),
        Status::Unknown | Status::NotMember => false,
    }
}

fn overall(feed: &Feed, member: MemberIndex, clock: Clock) -> Status {
    let mut known = false;
    let mut done = 0;
    for record in feed.measure_indices().filter_map(|measure| in_force(feed, member, measure, clock)) {
        known = true;
        done += usize::from(is_done(feed, record.level));
    }
    if known { Status::Done(done) } else { Status::Unknown }
}

/// The id of a status as links, hooks and exports write it: `implemented`, `2-of-3`, `unknown`,
/// `not-a-member`.
pub fn id(feed: &Feed, status: Status) -> String {
    match status {
        Status::NotMember => "not-a-member".to_owned(),
        Status::Unknown => "unknown".to_owned(),
        Status::Level(level) => feed[level].id.clone(),
        Status::Done(done) => format!("{done}-of-{}", feed.measures.len()),
    }
}

/// Every status that a member can have for a topic, the furthest first, "unknown" last: the order of
/// legends. Statuses without a rank stand after those with one.
pub fn classes(feed: &Feed, topic: Topic) -> Vec<Status> {
    let mut classes: Vec<Status> = match topic {
        Topic::Overall => (0..=feed.measures.len()).rev().map(Status::Done).collect(),
        Topic::Measure(_) => feed.order().iter().copied().map(Status::Level).collect(),
    };
    classes.push(Status::Unknown);
    classes
}

/// The index of a status among `classes`. `None` for "not a member".
pub fn index(feed: &Feed, topic: Topic, status: Status) -> Option<usize> {
    match status {
        Status::NotMember => None,
        Status::Level(level) => Some(feed.order_index(level)),
        Status::Done(done) => Some(feed.measures.len() - done),
        Status::Unknown => Some(match topic {
            Topic::Overall => feed.measures.len() + 1,
            Topic::Measure(_) => feed.scale.len(),
        }),
    }
}
