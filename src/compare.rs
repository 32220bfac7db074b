//! Countries side by side: for each measure the status of each, since or by when, and how many sources.

use crate::country::Code;
use crate::feed::{Feed, MeasureIndex, MemberIndex};
use crate::message::{Messages, Phrase};
use crate::names::Names;
use crate::scene::class::{Class, class_of};
use crate::status::{self, Clock, Status, Topic};
use crate::words::Words;

/// Countries side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The countries, in the order in which they were chosen.
    pub countries: Vec<Compared>,
    /// One line a measure, and one for all of them if there are several.
    pub lines: Vec<Line>,
}

/// A country that is compared.
#[derive(Clone, Debug, PartialEq)]
pub struct Compared {
    /// The member.
    pub member: MemberIndex,
    /// The country.
    pub code: Code,
    /// What it is called.
    pub name: Words,
}

/// A measure with the standing of each country.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The id of the measure, or `overall`.
    pub id: String,
    /// The clause of the policy.
    pub clause: Option<String>,
    /// What it is called.
    pub title: Words,
    /// In the order of the countries.
    pub standings: Vec<Standing>,
}

/// The status of a country, with its date and sources.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    /// The status on the date shown.
    pub status: Status,
    /// The same as it is shown.
    pub class: Class,
    /// Since or by when it holds.
    pub dating: Option<String>,
    /// How many sources say so.
    pub sources: Option<String>,
}

impl Comparison {
    /// The names of the countries, in words.
    pub fn title(&self, messages: &Messages) -> String {
        let names: Vec<String> = self.countries.iter().map(|country| country.name.text.clone()).collect();
        messages.fill(Phrase::comparison_title, &[("countries", &messages.list(&names))])
    }

    /// Compares members at a time, each once.
    pub fn new(
        feed: &Feed,
        messages: &Messages,
        names: &Names,
        clock: Clock,
        members: &[MemberIndex],
    ) -> Self {
        let mut each: Vec<MemberIndex> = Vec::new();
        for member in members {
            if !each.contains(member) {
                each.push(*member);
            }
        }
        let compared = |&member: &MemberIndex| Compared {
            member,
            code: feed[member].code,
            name: names.words(feed, messages, member),
        };
        let topics = Topic::all(feed).into_iter();
        let lines = topics.map(|topic| line(feed, messages, clock, &each, topic)).collect();
        Self { countries: each.iter().map(compared).collect(), lines }
    }
}

fn line(feed: &Feed, messages: &Messages, clock: Clock, members: &[MemberIndex], topic: Topic) -> Line {
    let standings = members.iter().map(|&member| standing(feed, messages, clock, member, topic)).collect();
    let (clause, title) = match topic {
        Topic::Overall => (None, Words::own(messages.say(Phrase::in_place))),
        Topic::Measure(measure) => {
            (feed[measure].clause.clone(), Words::best(&feed[measure].title, messages.tag()))
        }
    };
    Line { id: topic.id(feed).to_owned(), clause, title, standings }
}

fn standing(feed: &Feed, messages: &Messages, clock: Clock, member: MemberIndex, topic: Topic) -> Standing {
    let status = status::status(feed, member, topic, clock);
    let class = class_of(feed, messages, topic, member, clock);
    let grounds = match topic {
        Topic::Measure(measure) => grounds(feed, messages, clock, member, measure),
        Topic::Overall => None,
    };
    let (dating, sources) = grounds.unzip();
    Standing { status, class, dating, sources }
}

fn grounds(
    feed: &Feed,
    messages: &Messages,
    clock: Clock,
    member: MemberIndex,
    measure: MeasureIndex,
) -> Option<(String, String)> {
    let grounds = status::basis(feed, member, measure, clock);
    let first = grounds.first()?;
    let sources = grounds.iter().map(|record| record.sources()).sum();
    Some((messages.dating(first.dating, first.date), messages.count(Phrase::sources, sources, &[])))
}
