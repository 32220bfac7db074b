//! The description: a sentence or two that say in which regions the counted members are. It says only what is certain: nothing
//! that members without a region could make wrong, and of a region without public data only that.

use crate::against::Change;
use crate::feed::{Feed, MemberIndex};
use crate::message::{Messages, Phrase};
use crate::status::{self, Status, Topic};
use crate::survey::Survey;

/// The members of a region that are in scope.
#[derive(Clone, Copy, Default)]
struct Tally {
    members: usize,
    /// How many of them have public data.
    known: usize,
    /// How many of them are described.
    described: usize,
}

/// How the described members are spread over regions.
#[derive(Default)]
struct Spread {
    /// How many there are.
    total: usize,
    /// The index of the region with most of them.
    index: usize,
    /// How many are there.
    most: usize,
    /// How many are in the region that comes next.
    next: usize,
    /// How many regions have members.
    inhabited: usize,
    /// The names of regions without any of them: those without public data, and those with.
    gaps: [Vec<String>; 2],
}

/// The description of a survey. It is about the members that are publicly known to have done what is asked (for all measures,
/// at least one of them); against an earlier date, about those for which something changed. Empty if there are none, if
/// there is only one region, or if nothing is on record yet.
pub fn description(feed: &Feed, messages: &Messages, survey: &Survey) -> String {
    let (regions, stray) = tallies(feed, survey);
    let spread = spread(feed, messages, &regions, stray.described);
    let mut text = String::new();
    if survey.blank.is_some() || spread.total == 0 || spread.inhabited < 2 {
        return text;
    }
    if survey.contrast.is_none() && survey.topic == Topic::Overall {
        text = messages.count(Phrase::description_some, spread.total, &[]);
    }
    if let Some(sentence) = concentration(feed, messages, &spread, stray.described) {
        add(&mut text, &sentence);
    }
    if survey.contrast.is_none() {
        let [no_data, none] = &spread.gaps;
        // Members without a region may be in any.
        if stray.described == 0 && spread.most < spread.total {
            list(&mut text, messages, Phrase::description_none, none);
        }
        if stray.known == 0 {
            list(&mut text, messages, Phrase::description_no_data, no_data);
        }
    }
    text
}

#[inline(never)]
fn add(text: &mut String, sentence: &str) {
    if !text.is_empty() {
        text.push(' ');
    }
    text.push_str(sentence);
}

#[inline(never)]
fn list(text: &mut String, messages: &Messages, phrase: Phrase, regions: &[String]) {
    if !regions.is_empty() {
        add(text, &messages.fill(phrase, &[("regions", &messages.list(regions))]));
    }
}

/// The regions in the order of the feed, and the number of members without one.
fn tallies(feed: &Feed, survey: &Survey) -> (Vec<Tally>, Tally) {
    let mut regions = vec![Tally::default(); feed.regions.len()];
    let mut stray = Tally::default();
    for member in feed.member_indices().filter(|&member| survey.counts_in(member)) {
        let tally = match feed[member].region {
            Some(region) => &mut regions[region.0],
            None => &mut stray,
        };
        tally.members += 1;
        tally.known += usize::from(survey.status(member) != Status::Unknown);
        tally.described += usize::from(is_described(feed, survey, member));
    }
    (regions, stray)
}

fn is_described(feed: &Feed, survey: &Survey, member: MemberIndex) -> bool {
    if survey.contrast.is_some() {
        return survey.change(member).is_some_and(Change::is_change);
    }
    match survey.status(member) {
        Status::Done(done) => done > 0,
        // On a scale without ranks, the headline counts those with public data.
        Status::Level(level) => {
            status::is_done(feed, level) || feed.scale.iter().all(|level| level.rank.is_none())
        }
        Status::Unknown | Status::NotMember => false,
    }
}

fn spread(feed: &Feed, messages: &Messages, regions: &[Tally], stray: usize) -> Spread {
    let mut spread = Spread { total: stray, ..Spread::default() };
    for (index, region) in regions.iter().enumerate() {
        if region.members == 0 {
            continue;
        }
        spread.inhabited += 1;
        spread.total += region.described;
        if region.described > spread.most {
            (spread.next, spread.most, spread.index) = (spread.most, region.described, index);
        } else {
            spread.next = spread.next.max(region.described);
        }
        if region.described == 0 {
            spread.gaps[usize::from(region.known > 0)].push(label(feed, messages, index).to_owned());
        }
    }
    spread
}

fn label<'a>(feed: &'a Feed, messages: &Messages, index: usize) -> &'a str {
    feed.regions[index].label.best(messages.tag()).text
}

/// Whether they are in one region, most of them, clearly more than elsewhere, or spread.
fn concentration(feed: &Feed, messages: &Messages, spread: &Spread, stray: usize) -> Option<String> {
    let &Spread { total, index, most, next, .. } = spread;
    let with = [
        ("region", label(feed, messages, index)),
        ("total", &messages.number(total)),
        ("most", &messages.number(most)),
    ];
    let phrase = if most == total {
        return Some(messages.count(Phrase::description_all, total, &with));
    } else if most * 2 > total {
        Phrase::description_most
    } else if most * 2 >= (next + stray) * 3 {
        Phrase::description_largest
    } else if stray == 0 {
        Phrase::description_spread
    } else {
        return None;
    };
    Some(messages.fill(phrase, &with))
}
