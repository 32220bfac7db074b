//! A claim with its sources and the answers to it.

use super::Room;
use crate::feed::text::Link;
use crate::feed::{Dating, Evidence, Feed, Record, Response};
use crate::message::{Messages, Phrase};
use crate::scene::class::{Class, class};
use crate::status::{self, Clock, Status};
use crate::words::Words;

/// A claim with its sources.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// Its status.
    pub class: Class,
    /// Since or by when.
    pub dating: String,
    /// Whether the status shown rests on it.
    pub in_force: bool,
    /// Why it does not count on the date shown: withdrawn, later, not on record.
    pub aside: Option<String>,
    /// Whether it was withdrawn.
    pub withdrawn: bool,
    /// Why it was withdrawn.
    pub correction: Option<Words>,
    /// What the sources say.
    pub note: Option<Words>,
    /// Its sources; empty if none is given.
    pub sources: Vec<Source>,
    /// How many more sources there are, in words.
    pub more_sources: Option<String>,
    /// Answers.
    pub responses: Vec<Reply>,
    /// How many more answers there are, in words.
    pub more_responses: Option<String>,
    /// When the publisher first published it.
    pub recorded: Option<String>,
}

/// A source as it is cited.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// Its title, or its address.
    pub title: Words,
    /// Where it is.
    pub url: Option<Link>,
    /// The host that it is on, as browsers write it.
    pub host: Option<String>,
    /// Publisher, date, language.
    pub details: Vec<Words>,
    /// Its own words.
    pub quote: Option<Words>,
    /// An archived copy.
    pub archived: Option<Link>,
    /// The host that it is on.
    pub archived_host: Option<String>,
}

/// A response to the claim.
#[derive(Clone, Debug, PartialEq)]
pub struct Reply {
    /// Who responded, and when.
    pub byline: String,
    /// What.
    pub text: Words,
    /// Where it was published.
    pub url: Option<Link>,
    /// The host that it is on.
    pub host: Option<String>,
}

/// A claim as a profile shows it.
pub fn claim(
    feed: &Feed,
    messages: &Messages,
    clock: Clock,
    record: &Record,
    in_force: bool,
    room: &mut Room,
) -> Claim {
    let tag = messages.tag();
    let (sources, more_sources) = room.list(messages, record.evidence.iter());
    let (responses, more_responses) = room.list(messages, record.responses.iter());
    Claim {
        class: class(feed, messages, Status::Level(record.level)),
        dating: dating(messages, record),
        in_force,
        aside: aside(messages, clock, record),
        withdrawn: record.withdrawn.is_some() && !status::counts(record, clock.known),
        correction: record.correction.as_ref().map(|text| Words::best(text, tag)),
        note: record.note.as_ref().map(|text| Words::best(text, tag)),
        sources: sources.map(|evidence| source(messages, evidence)).collect(),
        more_sources,
        responses: responses.map(|response| reply(messages, response)).collect(),
        more_responses,
        recorded: record.recorded.map(|date| messages.dated(Phrase::recorded, date)),
    }
}

/// "since 2014"; of a claim whose start is not known, "by 2014: the start is not known".
pub fn dating(messages: &Messages, record: &Record) -> String {
    let dating = messages.dating(record.dating, record.date);
    match record.dating {
        Dating::Since => dating,
        Dating::By => messages.labelled(&dating, messages.say(Phrase::start_unknown)),
    }
}

/// Why a claim does not count.
fn aside(messages: &Messages, clock: Clock, record: &Record) -> Option<String> {
    if status::counts(record, clock.known) {
        let later = record.date.first_day() > clock.date.last_day();
        return later.then(|| messages.say(Phrase::later).to_owned());
    }
    let unrecorded = || messages.say(Phrase::unrecorded).to_owned();
    let withdrawn = record.withdrawn.filter(|_| status::is_withdrawn(record, clock.known));
    Some(withdrawn.map_or_else(unrecorded, |date| messages.dated(Phrase::withdrawn, date)))
}

fn source(messages: &Messages, evidence: &Evidence) -> Source {
    let tag = messages.tag();
    let own = evidence.lang.as_deref();
    let address = evidence.url.as_ref().map(|url| url.as_str().to_owned()).unwrap_or_default();
    let title = evidence.title.as_ref().map(|title| Words::in_language(title, own, tag));
    let mut details: Vec<Words> = Vec::new();
    details.extend(evidence.publisher.as_ref().map(|publisher| Words::best(publisher, tag)));
    let undated = || messages.say(Phrase::undated).to_owned();
    details.push(Words::own(evidence.date.map_or_else(undated, |date| messages.date(date))));
    details.extend(own.and_then(|lang| messages.locale().language(lang)).map(Words::own));
    details.extend(evidence.checked.map(|date| Words::own(messages.dated(Phrase::checked, date))));
    Source {
        title: title.unwrap_or_else(|| Words::own(address)),
        host: host(messages, evidence.url.as_ref()),
        url: evidence.url.clone(),
        details,
        quote: evidence.quote.as_ref().map(|quote| Words::in_language(quote, own, tag)),
        archived_host: host(messages, evidence.archived.as_ref()),
        archived: evidence.archived.clone(),
    }
}

/// The host that a link leads to, so that no title can mislead.
fn host(messages: &Messages, link: Option<&Link>) -> Option<String> {
    messages.locale().host(link?.host()?)
}

fn reply(messages: &Messages, response: &Response) -> Reply {
    let tag = messages.tag();
    let mut byline = match &response.by {
        Some(by) => messages.fill(Phrase::response, &[("name", by.best(tag).text)]),
        None => messages.say(Phrase::response_nameless).to_owned(),
    };
    if let Some(date) = response.date {
        byline = format!("{byline} ({})", messages.date(date));
    }
    let host = host(messages, response.url.as_ref());
    Reply { byline, text: Words::best(&response.text, tag), url: response.url.clone(), host }
}
