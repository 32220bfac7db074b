//! The pattern of what the map shows, in a sentence or two: in which regions the members are that the headline counts.
//! Says only what is certain: nothing where members that are filed under no region could make it wrong, and of a region
//! without public data no more than that.

use crate::against::Change;
use crate::feed::{Feed, MemberIndex};
use crate::message::{Messages, Phrase};
use crate::status::{self, Status, Topic};
use crate::survey::Survey;

/// The members of a region that are in scope.
#[derive(Clone, Copy, Default)]
struct Tally {
    members: usize,
    /// On how many there is public data.
    known: usize,
    /// How many of them are described.
    described: usize,
}

/// In which regions the members are that are publicly known to have done what is asked; for all measures, to have done
/// at least one of them; against an earlier date, those for which something changed. None where there is none of them,
/// or not more than one region.
pub fn description(feed: &Feed, messages: &Messages, survey: &Survey) -> Option<String> {
    let mut regions = vec![Tally::default(); feed.regions.len() + 1];
    for member in feed.member_indices().filter(|&member| survey.counts_in(member)) {
        let region = feed[member].region.map_or(feed.regions.len(), |region| region.0);
        regions[region].members += 1;
        regions[region].known += usize::from(survey.status(member) != Status::Unknown);
        regions[region].described += usize::from(is_described(feed, survey, member));
    }
    // Those of no region may be in any.
    let stray = regions.pop().unwrap_or_default();
    let total = regions.iter().fold(stray.described, |sum, region| sum + region.described);
    if total == 0 || regions.iter().filter(|region| region.members > 0).count() < 2 {
        return None;
    }
    let most = regions.iter().map(|region| region.described).max().unwrap_or_default();
    let mut sentences = Vec::new();
    if survey.contrast.is_none() && survey.topic == Topic::Overall {
        sentences.push(messages.count(Phrase::description_some, total, &[]));
    }
    sentences.extend(concentration(feed, messages, &regions, (most, total), stray.described));
    if survey.contrast.is_none() {
        if stray.described == 0 && most < total {
            sentences.extend(listed(feed, messages, &regions, Phrase::description_none));
        }
        if stray.known == 0 {
            sentences.extend(listed(feed, messages, &regions, Phrase::description_no_data));
        }
    }
    Some(sentences.join(" "))
}

fn is_described(feed: &Feed, survey: &Survey, member: MemberIndex) -> bool {
    if survey.contrast.is_some() {
        return survey.change(member).is_some_and(Change::is_change);
    }
    match survey.status(member) {
        Status::Done(done) => done > 0,
        // On a scale without ranks, the headline counts those with public data.
        Status::Level(level) => {
            status::is_done(feed, level) || !feed.scale.iter().any(|level| level.rank.is_some())
        }
        Status::Unknown | Status::NotMember => false,
    }
}

/// How the described members lie: in one region, most of them, clearly more than elsewhere, or spread.
fn concentration(
    feed: &Feed,
    messages: &Messages,
    regions: &[Tally],
    (most, total): (usize, usize),
    stray: usize,
) -> Option<String> {
    let place = regions.iter().position(|region| region.described == most)?;
    let others = regions.iter().enumerate().filter(|(other, _)| *other != place);
    let next = stray + others.map(|(_, region)| region.described).max().unwrap_or_default();
    let (phrase, count) = if most == total {
        (Phrase::description_all, total)
    } else if most * 2 > total {
        (Phrase::description_most, most)
    } else if most * 2 >= next * 3 {
        (Phrase::description_largest, most)
    } else if stray == 0 {
        (Phrase::description_spread, regions.iter().filter(|region| region.described > 0).count())
    } else {
        return None;
    };
    let region = feed.regions[place].label.best(messages.tag()).text;
    let with = [("region", region), ("total", &messages.number(total)), ("most", &messages.number(most))];
    Some(messages.count(phrase, count, &with))
}

/// The regions with none of the described members, where there is public data and where there is not.
fn listed(feed: &Feed, messages: &Messages, regions: &[Tally], phrase: Phrase) -> Option<String> {
    let is_wanted = |region: &Tally| {
        region.members > 0
            && region.described == 0
            && (region.known > 0) == (phrase == Phrase::description_none)
    };
    let wanted = regions.iter().zip(&feed.regions).filter(|(region, _)| is_wanted(region));
    let names: Vec<_> = wanted.map(|(_, region)| region.label.best(messages.tag()).text).collect();
    (!names.is_empty()).then(|| messages.fill(phrase, &[("regions", &names.join(", "))]))
}
