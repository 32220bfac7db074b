//! How a member's status for one measure went over time: a bar of steps, from the first claim or the adoption of
//! the policy, whichever was earlier, to today or the date shown.

use super::class::{Class, class, label};
use crate::date::{Date, Day};
use crate::feed::{Dating, Feed, MeasureIndex, MemberIndex, Record};
use crate::message::{Messages, Phrase};
use crate::status::{self, Clock, Status};

/// The bar. Places on it go from 0, its beginning, to 1.
#[derive(Clone, Debug, PartialEq)]
pub struct History {
    /// Without gaps, from 0 to 1.
    pub steps: Vec<Span>,
    /// Position of the shown date.
    pub viewed: f64,
    /// The years at both ends.
    pub years: [String; 2],
    /// All of it in words.
    pub label: String,
}

/// A time during which the status was the same.
#[derive(Clone, Debug, PartialEq)]
pub struct Span {
    /// Where it begins.
    pub from: f64,
    /// Where it ends.
    pub to: f64,
    /// The status.
    pub class: Class,
    /// Whether it was there by then, and its beginning is not known.
    pub by: bool,
}

/// Most steps of a bar: more can neither be seen nor listened to.
const MOST: usize = 200;

/// The bar of a member and a measure, as known at a time; none where no claim counts, or there are too many steps.
pub fn history(
    feed: &Feed,
    messages: &Messages,
    (clock, today): (Clock, Date),
    member: MemberIndex,
    measure: MeasureIndex,
) -> Option<History> {
    let counts = |record: &&Record| status::counts(record, clock.known);
    let claims: Vec<&Record> = feed.claims(member, measure).iter().filter(counts).collect();
    let viewed = clock.date.last_day();
    let adopted = feed.policy.adopted.map(Date::first_day);
    let first = claims.first()?.date.first_day();
    let start = [adopted, Some(viewed)].into_iter().flatten().fold(first, Day::min);
    let start = Date::of_year(start.year).first_day();
    let end = viewed.max(today.last_day());
    let years = |day: Day| f64::from(day.year) + day.into_year();
    let scale = (years(end) - years(start)).max(f64::MIN_POSITIVE);
    let place = |day: Day| ((years(day) - years(start)) / scale).clamp(0.0, 1.0);

    let membership = [feed[member].joined, feed[member].left].into_iter().flatten();
    let mut turns: Vec<Date> = claims.iter().map(|record| record.date).chain(membership).collect();
    turns.retain(|turn| start < turn.first_day() && turn.first_day() <= end);
    turns.sort_by_key(|turn| turn.first_day());
    let mut coming = claims.into_iter().peekable();
    // The claim in force, and the first of those right before it that say the same.
    let mut force: Option<(&Record, &Record)> = None;
    let mut steps: Vec<(Status, Span)> = Vec::new();
    let mut words = Vec::new();
    for turn in [Date::of(start)].into_iter().chain(turns) {
        let day = turn.first_day();
        while let Some(record) = coming.next_if(|record| record.date.first_day() <= day) {
            let same = force.filter(|(newest, _)| newest.level == record.level);
            force = Some((record, same.map_or(record, |(_, first)| first)));
        }
        let is_member = status::is_member(feed, member, Date::of(day));
        let (status, ground) = match force {
            _ if !is_member => (Status::NotMember, None),
            None => (Status::Unknown, None),
            Some((newest, first)) => (Status::Level(newest.level), Some(first)),
        };
        if steps.last().is_some_and(|last| last.0 == status) {
            continue;
        }
        if let Some((_, last)) = steps.last_mut() {
            last.to = place(day);
        }
        if steps.len() == MOST {
            return None;
        }
        words.push(step_in_words(feed, messages, status, (ground, day > start), turn));
        let by = ground.is_some_and(|record| record.dating == Dating::By);
        let class = class(feed, messages, status);
        steps.push((status, Span { from: place(day), to: 1.0, class, by }));
    }
    let label = messages.fill(Phrase::history, &[("steps", &messages.list_by(Phrase::semicolon, &words))]);
    let marked = messages.dated(Phrase::history_viewed, clock.date);
    Some(History {
        steps: steps.into_iter().map(|step| step.1).collect(),
        viewed: place(viewed),
        years: [start, end].map(|day| messages.date(Date::of_year(day.year))),
        label: format!("{label}. {marked}"),
    })
}

/// "since 2014: implemented"; for what was before all claims "at first: no public data".
fn step_in_words(
    feed: &Feed,
    messages: &Messages,
    status: Status,
    (ground, is_later): (Option<&Record>, bool),
    turn: Date,
) -> String {
    let label = label(feed, messages, status);
    let dating = match ground {
        Some(record) => messages.dating(record.dating, record.date),
        None if is_later => messages.dating(Dating::Since, turn),
        None => return messages.fill(Phrase::history_start, &[("status", &label)]),
    };
    messages.fill(Phrase::history_step, &[("dating", &dating), ("status", &label)])
}
