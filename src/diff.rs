//! Two versions of a feed and what changed between them: who joined and left, and claim by claim. What is
//! compared is what the feeds say, not how they number or order it.

use crate::country::Code;
use crate::feed::{Feed, MemberIndex, Record};
use crate::status;
use crate::survey::Survey;
use std::collections::BTreeMap;

/// What changed between two feeds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Diff<'a> {
    /// Countries that are members only in the newer feed.
    pub joined: Vec<Code>,
    /// Countries that are members only in the older feed, or whose membership has an end since.
    pub left: Vec<Code>,
    /// The claims, by country, measure and date.
    pub claims: Vec<Claim<'a>>,
}

/// What became of a claim.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Claim<'a> {
    /// Only the newer feed has it.
    Added(&'a Record),
    /// The newer feed withdraws it as wrong: the claim before and after.
    Withdrawn(&'a Record, &'a Record),
    /// Something in it has changed: before and after.
    Altered(&'a Record, &'a Record),
    /// Only the older feed has it; the newer one says nothing.
    Removed(&'a Record),
}

/// What changed from `old` to `new`. A claim is recognised by country, measure, date and status; if only its
/// status differs, it counts as altered.
pub fn diff<'a>(old: &'a Feed, new: &'a Feed) -> Diff<'a> {
    let missing = |from: &Feed, code: Code| from.member(code).is_none();
    let codes = |feed: &'a Feed| feed.members.iter().map(|member| member.code);
    let has_end = |feed: &Feed, code| feed.member(code).is_some_and(|member| feed[member].left.is_some());
    let mut diff = Diff {
        joined: codes(new).filter(|&code| missing(old, code)).collect(),
        left: codes(old)
            .filter(|&code| missing(new, code) || has_end(new, code) && !has_end(old, code))
            .collect(),
        claims: Vec::new(),
    };
    let (old_claims, mut new_claims) = (by_subject(old), by_subject(new));
    for (subject, before) in old_claims {
        let after = new_claims.remove(&subject).unwrap_or_default();
        pair(&mut diff.claims, (old, before), (new, after));
    }
    diff.claims.extend(new_claims.into_values().flatten().map(Claim::Added));
    let record = |claim: &Claim<'a>| match *claim {
        Claim::Removed(record) => (old, record),
        Claim::Added(record) | Claim::Withdrawn(_, record) | Claim::Altered(_, record) => (new, record),
    };
    diff.claims.sort_by_key(|claim| {
        let (feed, record) = record(claim);
        (feed[record.member].code, feed[record.measure].id.clone(), record.date.first_day())
    });
    diff
}

/// How many members have another status in the newer feed, of those that both feeds have and either survey shows. Compares
/// statuses by their ids.
pub fn turned((old, before): (&Feed, &Survey), (new, now): (&Feed, &Survey)) -> usize {
    let is_other = |&member: &MemberIndex| {
        let Some(same) = new.member(old[member].code) else { return false };
        let is_shown = before.shows(member) || now.shows(same);
        is_shown && status::id(old, before.status(member)) != status::id(new, now.status(same))
    };
    old.member_indices().filter(is_other).count()
}

/// The claims of each country and measure, in the order of their dates.
fn by_subject(feed: &Feed) -> BTreeMap<(Code, &str), Vec<&Record>> {
    let mut claims: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for record in feed.records() {
        let subject = (feed[record.member].code, feed[record.measure].id.as_str());
        claims.entry(subject).or_default().push(record);
    }
    claims
}

/// How alike two claims about the same country and measure must be to count as the same one. Each round matches the claims
/// that the rounds before have left.
type Likeness = fn((&Feed, &Record), (&Feed, &Record)) -> bool;

const ROUNDS: [Likeness; 4] = [
    is_same,
    |(old, a), (new, b)| a.date == b.date && old[a.level].id == new[b.level].id,
    |(old, a), (new, b)| a.date.first_day() == b.date.first_day() && old[a.level].id == new[b.level].id,
    |(_, a), (_, b)| a.date == b.date,
];

fn pair<'a>(
    claims: &mut Vec<Claim<'a>>,
    (old, mut before): (&'a Feed, Vec<&'a Record>),
    (new, mut after): (&'a Feed, Vec<&'a Record>),
) {
    for is_alike in ROUNDS {
        before.retain(|&a| {
            let found = after.iter().position(|&b| is_alike((old, a), (new, b)));
            let Some(place) = found else { return true };
            let b = after.remove(place);
            if !is_same((old, a), (new, b)) {
                let is_taken_back = a.withdrawn.is_none() && b.withdrawn.is_some();
                claims.push(if is_taken_back { Claim::Withdrawn(a, b) } else { Claim::Altered(a, b) });
            }
            false
        });
    }
    claims.extend(before.into_iter().map(Claim::Removed));
    claims.extend(after.into_iter().map(Claim::Added));
}

/// Whether two claims say the same in all they say.
fn is_same((old, a): (&Feed, &Record), (new, b): (&Feed, &Record)) -> bool {
    old[a.level].id == new[b.level].id
        && (a.date, a.dating, a.recorded, a.withdrawn) == (b.date, b.dating, b.recorded, b.withdrawn)
        && (&a.correction, &a.note, &a.responses, &a.evidence)
            == (&b.correction, &b.note, &b.responses, &b.evidence)
}
