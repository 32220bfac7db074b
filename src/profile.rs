//! One country: for each measure its status on the date shown, and every claim with its sources.

use crate::context::Context;
use crate::country::Code;
use crate::date::Date;
use crate::feed::details::{Fetched, detailed};
use crate::feed::text::Link;
use crate::feed::{
    Dating, Evidence, Feed, GroupIndex, MeasureIndex, MemberIndex, Record, RegionIndex, Response,
};
use crate::message::{Messages, Phrase};
use crate::names::Names;
use crate::request;
use crate::scene::class::{Class, class, class_of, label, publicly_known};
use crate::scene::history::{History, history};
use crate::status::{self, Absence, Clock, Status, Topic};
use crate::survey::{Filter, Survey, belonging};
use crate::words::Words;

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
    /// Whether sources that are in the details are not here.
    pub gap: Gap,
    /// How its region and its groups stand. `None` if it has neither, or the scale has no
    /// highest status.
    pub peers: Option<Peers>,
}

/// What is lacking of the sources that the feed keeps in the details of a country.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gap {
    /// Nothing.
    Nothing,
    /// The details, which are being fetched.
    Coming,
    /// The details, or a claim in them.
    Missed,
}

/// Another country to go to.
#[derive(Clone, Debug, PartialEq)]
pub struct Neighbour {
    /// The member.
    pub member: MemberIndex,
    /// What it is called.
    pub name: Words,
}

/// The region and the groups that a country is in on the date shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Peers {
    /// What is counted.
    pub counted: String,
    /// The region first.
    pub scopes: Vec<Peer>,
}

/// A region or a group with how many of its members have the highest status.
#[derive(Clone, Debug, PartialEq)]
pub struct Peer {
    /// Which.
    pub scope: Scope,
    /// Its id in filters.
    pub id: String,
    /// What it is called.
    pub label: Words,
    /// "15 of 50".
    pub count: String,
}

/// A part of the membership.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// A region.
    Region(RegionIndex),
    /// A group.
    Group(GroupIndex),
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
    /// Its sources; empty if none is given, or they are not here.
    pub sources: Vec<Source>,
    /// What is said in the place of sources that are not here.
    pub away: Option<String>,
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
    /// What is known of a member at the time of a survey, seen from today, with what has come of its details.
    pub fn new(context: Context<'_>, today: Date, member: MemberIndex, fetched: &Fetched) -> Self {
        let Context { feed, messages, names, survey } = context;
        let clock = survey.clock;
        let mut sources = Sources { feed, fetched, gap: Gap::Nothing };
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
                .map(|measure| section(&mut sources, messages, (clock, today), member, measure, &mut room))
                .collect(),
            ask: request::asked(feed, names, member, today).first().copied(),
            gap: sources.gap,
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

/// How many members of the region and of each group have the highest status for the topic of a survey.
fn peers(Context { feed, messages, survey, .. }: Context<'_>, member: MemberIndex) -> Option<Peers> {
    let (topic, clock) = (survey.topic, survey.clock);
    if survey.blank.is_some() {
        return None;
    }
    let is_highest = |status| status::is_highest(feed, status);
    let all = Survey::new(feed, topic, clock, &Filter::default());
    let highest = *survey.classes.iter().find(|&&class| is_highest(class))?;
    let label = label(feed, messages, highest);
    let counted = match topic {
        Topic::Overall if feed.measures.len() > 1 => messages.say(Phrase::peers_overall).to_owned(),
        _ => messages.fill(Phrase::peers_status, &[("status", &label)]),
    };
    let peer = |scope: Scope| {
        let (mut among, id, text): (Vec<MemberIndex>, _, _) = match scope {
            Scope::Region(region) => {
                let filed = feed.member_indices().filter(|&other| feed[other].region == Some(region));
                (filed.collect(), &feed[region].id, &feed[region].label)
            }
            Scope::Group(group) => {
                (belonging(feed, group, clock).collect(), &feed[group].id, &feed[group].label)
            }
        };
        if !among.contains(&member) || !all.shows(member) {
            return None;
        }
        among.sort_unstable();
        among.dedup();
        among.retain(|&other| all.counts_in(other));
        let count = among.iter().filter(|&&other| is_highest(all.status(other))).count();
        // If nothing is known of anybody, 0 would be no count.
        let count = if among.iter().all(|&other| all.status(other) == Status::Unknown) {
            messages.say(Phrase::unknown).to_owned()
        } else {
            let (count, total) = (messages.number(count), messages.number(among.len()));
            messages.fill(Phrase::peers_count, &[("count", &count), ("total", &total)])
        };
        let label = Words::best(text, messages.tag());
        Some(Peer { scope, id: id.clone(), label, count })
    };
    let groups = (0..feed.groups.len()).map(|group| Scope::Group(GroupIndex(group)));
    let region = feed[member].region.map(Scope::Region);
    let scopes: Vec<Peer> = region.into_iter().chain(groups).filter_map(peer).collect();
    (!scopes.is_empty()).then_some(Peers { counted, scopes })
}

/// Where the sources of claims are.
struct Sources<'a> {
    feed: &'a Feed,
    fetched: &'a Fetched,
    /// What has been found to lack.
    gap: Gap,
}

impl Sources<'_> {
    /// A claim with all that is here of it.
    fn of<'a>(&'a self, record: &'a Record) -> &'a Record {
        let details = self.fetched.of(self.feed[record.member].code);
        details.and_then(|details| detailed(details, (self.feed, record))).unwrap_or(record)
    }

    /// What is said of a claim whose sources are in the details, and not here.
    fn away(&mut self, messages: &Messages, record: &Record) -> Option<String> {
        let is_coming = matches!(self.fetched, Fetched::Coming);
        let is_away = self.feed.details.is_some() && self.of(record).evidence.is_empty();
        if !is_away || (record.elsewhere == 0 && !is_coming) {
            return None;
        }
        self.gap = if is_coming { Gap::Coming } else { Gap::Missed };
        Some(match record.elsewhere {
            0 => messages.say(Phrase::sources_loading).to_owned(),
            count => messages.count(Phrase::sources, count, &[]),
        })
    }
}

fn section(
    sources: &mut Sources<'_>,
    messages: &Messages,
    (clock, today): (Clock, Date),
    member: MemberIndex,
    measure: MeasureIndex,
    room: &mut Room,
) -> Section {
    let feed = sources.feed;
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
        claim(sources, messages, clock, record, in_force, room)
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

fn claim(
    sources: &mut Sources<'_>,
    messages: &Messages,
    clock: Clock,
    record: &Record,
    in_force: bool,
    room: &mut Room,
) -> Claim {
    let tag = messages.tag();
    let away = sources.away(messages, record);
    let feed = sources.feed;
    let full = sources.of(record);
    let (sources, more_sources) = room.list(messages, full.evidence.iter());
    let (responses, more_responses) = room.list(messages, full.responses.iter());
    Claim {
        class: class(feed, messages, Status::Level(record.level)),
        dating: dating(messages, record),
        in_force,
        aside: aside(messages, clock, record),
        withdrawn: record.withdrawn.is_some() && !status::counts(record, clock.known),
        correction: full.correction.as_ref().map(|text| Words::best(text, tag)),
        note: full.note.as_ref().map(|text| Words::best(text, tag)),
        sources: sources.map(|evidence| source(messages, evidence)).collect(),
        away,
        more_sources,
        responses: responses.map(|response| reply(messages, response)).collect(),
        more_responses,
        recorded: record.recorded.map(|date| messages.dated(Phrase::recorded, date)),
    }
}

/// "since 2014"; of a claim whose start is not known, "by 2014: the start is not known".
fn dating(messages: &Messages, record: &Record) -> String {
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
