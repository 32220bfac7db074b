//! The sentence above the map, which says in numbers what the map shows; and, beside the legend, in which regions that is so
//! and what is not known.

use crate::against::Change;
use crate::date::Date;
use crate::description::description;
use crate::feed::text::Link;
use crate::feed::{Feed, MeasureIndex, Reported};
use crate::message::{Messages, Phrase};
use crate::scene::class::{changed, label};
use crate::status::{self, Clock, Status, Topic};
use crate::survey::{Contrast, Filter, Survey};
use crate::words::Words;

/// What stands above the map.
#[derive(Clone, Debug, PartialEq)]
pub struct Headline {
    /// The name of the policy, a short one if the feed has it.
    pub eyebrow: Option<Words>,
    /// What the map shows.
    pub sentence: String,
    /// What the reader must know of the dates asked for.
    pub caveats: Vec<String>,
    /// In which regions the counted members are; empty if nothing is certain.
    pub description: String,
    /// What is not known, and what others report.
    pub notes: Vec<Note>,
}

/// Sentences of up to so many letters take at most three lines on a narrow screen, in the size of this name. Longer ones have
/// the smallest size.
const LENGTHS: [(usize, &str); 3] = [(64, "short"), (74, "medium"), (100, "long")];

impl Headline {
    /// How long the sentence is, for the style sheet.
    pub fn length(&self) -> &'static str {
        let letters = self.sentence.chars().count();
        LENGTHS.iter().find(|(most, _)| letters <= *most).map_or("longest", |(_, name)| name)
    }
}

/// A note, with its source if it has one.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    /// What it says.
    pub text: String,
    /// The source's name and link.
    pub source: Option<(String, Link)>,
}

impl Note {
    fn plain(text: String) -> Self {
        Self { text, source: None }
    }
}

/// The headline of a survey. `date` is the chosen date; `None` is today.
pub fn headline(
    feed: &Feed,
    messages: &Messages,
    survey: &Survey,
    filter: &Filter,
    date: Option<Date>,
    today: Date,
) -> Headline {
    let (eyebrow, caveats) = (policy_name(feed, messages), clocks(messages, survey.clock, today));
    if let Some(first) = survey.blank {
        return Headline {
            eyebrow,
            sentence: messages.dated(Phrase::nothing_recorded, first),
            caveats,
            description: String::new(),
            notes: Vec::new(),
        };
    }
    let mut sentence = match &survey.contrast {
        Some(contrast) => contrasted(feed, messages, survey, contrast),
        None => sentence(feed, messages, survey),
    };
    if let Some(scope) = scope(feed, messages, filter) {
        sentence = messages.fill(Phrase::scoped, &[("scope", &scope), ("sentence", &sentence)]);
    }
    if let Some(date) = date.filter(|_| survey.contrast.is_none()) {
        sentence = messages.fill(Phrase::as_of, &[("sentence", &sentence), ("date", &messages.date(date))]);
    }
    let description = description(feed, messages, survey);
    let sources =
        (!description.is_empty()).then(|| Note::plain(messages.say(Phrase::description_sources).to_owned()));
    Headline {
        eyebrow,
        sentence,
        caveats,
        description,
        notes: sources.into_iter().chain(notes(feed, messages, survey, filter)).collect(),
    }
}

/// The name of the policy: the short one, otherwise its title, otherwise that of the feed.
pub fn policy_name(feed: &Feed, messages: &Messages) -> Option<Words> {
    let policy = &feed.policy;
    let name = policy.short.as_ref().or(policy.title.as_ref()).or(feed.title.as_ref());
    name.map(|text| Words::best(text, messages.tag()))
}

/// How many members are publicly known to have done what is asked.
fn sentence(feed: &Feed, messages: &Messages, survey: &Survey) -> String {
    let total = messages.number(survey.total());
    let with_total = ("total", total.as_str());
    match survey.topic {
        Topic::Overall => {
            let all = messages.number(feed.measures.len());
            messages.count(Phrase::sentence_overall, named(feed, survey), &[with_total, ("measures", &all)])
        }
        Topic::Measure(measure) => measure_sentence(feed, messages, survey, measure, with_total),
    }
}

/// How many members something changed for between two dates.
fn contrasted(feed: &Feed, messages: &Messages, survey: &Survey, contrast: &Contrast) -> String {
    let changes = Change::ALL.into_iter().filter(|change| change.is_change());
    let count = changes.map(|change| contrast.counts[change as usize]).sum();
    let with = [
        ("total", messages.number(survey.total())),
        ("from", messages.the_last_day(contrast.date)),
        ("until", messages.until(survey.clock.date)),
        (
            "measure",
            match survey.topic {
                Topic::Measure(measure) => feed[measure].title.best(messages.tag()).text.to_owned(),
                Topic::Overall => String::new(),
            },
        ),
    ];
    let phrase = match survey.topic {
        Topic::Measure(_) => Phrase::sentence_against,
        Topic::Overall => Phrase::sentence_against_overall,
    };
    let sentence = messages.count(phrase, count, &with.each_ref().map(|(name, text)| (*name, text.as_str())));
    let kinds = kinds(messages, contrast);
    if kinds.is_empty() { sentence } else { format!("{sentence} ({})", messages.list(&kinds)) }
}

/// Each change with its number of members. A status that was not known before is not a step forward.
fn kinds(messages: &Messages, contrast: &Contrast) -> Vec<String> {
    let mut kinds = Vec::new();
    for kind in Change::ALL {
        let count = contrast.counts[kind as usize];
        if kind.is_change() && count > 0 {
            kinds.push(messages.labelled(&changed(messages, kind).label, &messages.number(count)));
        }
    }
    kinds
}

fn measure_sentence(
    feed: &Feed,
    messages: &Messages,
    survey: &Survey,
    measure: MeasureIndex,
    with_total: (&str, &str),
) -> String {
    let title = feed[measure].title.best(messages.tag()).text;
    let done = named(feed, survey);
    let highest = survey.classes.iter().copied().find(|&class| status::is_highest(feed, class));
    // It ends a sentence of the widget's own.
    let predicate =
        feed[measure].predicate.as_ref().and_then(|predicate| predicate.exactly(messages.language()));
    match (highest, predicate) {
        (Some(_), Some(predicate)) => {
            messages.count(Phrase::sentence_predicate, done, &[with_total, ("predicate", predicate.text)])
        }
        (Some(highest), None) => {
            let status = label(feed, messages, highest);
            let with = [with_total, ("status", &status), ("measure", title)];
            messages.count(Phrase::sentence_status, done, &with)
        }
        (None, _) => {
            let known = survey.count(|status| status != Status::Unknown);
            messages.count(Phrase::sentence_data, known, &[with_total, ("measure", title)])
        }
    }
}

/// The regions and groups that narrow the scope.
fn scope(feed: &Feed, messages: &Messages, filter: &Filter) -> Option<String> {
    let regions = filter.regions.iter().map(|&region| &feed[region].label);
    let groups = filter.groups.iter().map(|&group| &feed[group].label);
    let names: Vec<_> =
        regions.chain(groups).map(|label| label.best(messages.tag()).text.to_owned()).collect();
    (!names.is_empty()).then(|| messages.list(&names))
}

fn notes(feed: &Feed, messages: &Messages, survey: &Survey, filter: &Filter) -> Vec<Note> {
    let mut notes = Vec::new();
    let unknown = survey.count(|status| status == Status::Unknown) - survey.announced;
    if unknown > 0 {
        let phrase = match survey.topic {
            Topic::Overall => Phrase::without_any_data,
            Topic::Measure(_) => Phrase::without_data,
        };
        notes.push(Note::plain(messages.count(phrase, unknown, &[])));
    }
    if survey.announced > 0 {
        notes.push(Note::plain(messages.count(Phrase::announced_only, survey.announced, &[])));
    }
    if is_comparable(filter, survey.clock.known) {
        notes.extend(reported(feed, messages, survey));
    }
    notes
}

/// What readers must know of the dates on both clocks.
pub fn clocks(messages: &Messages, clock: Clock, today: Date) -> Vec<String> {
    let is_future = clock.date.first_day() > today.last_day();
    let future = is_future.then(|| messages.say(Phrase::future).to_owned());
    future.into_iter().chain(clock.known.map(|known| messages.dated(Phrase::as_known, known))).collect()
}

/// The newest total that somebody reported by the viewed date.
fn reported(feed: &Feed, messages: &Messages, survey: &Survey) -> Option<Note> {
    let newest = totals(feed, survey.topic, survey.clock.date).pop()?;
    let total = messages.number(usize::try_from(newest.count).unwrap_or_default());
    let with = [
        ("total", total.as_str()),
        ("when", &messages.when(newest.date)),
        ("named", &messages.number(named(feed, survey))),
    ];
    let source = newest.evidence.first().and_then(|evidence| {
        let name = evidence.publisher.as_ref().or(evidence.title.as_ref())?;
        Some((name.best(messages.tag()).text.to_owned(), evidence.url.clone()?))
    });
    Some(Note { text: messages.fill(Phrase::reported, &with), source })
}

/// The totals that somebody reported for a topic by a date, oldest first. They are of all members, as known
/// today.
pub fn totals(feed: &Feed, topic: Topic, date: Date) -> Vec<&Reported> {
    let by_then = |total: &&Reported| {
        Topic::Measure(total.measure) == topic && total.date.first_day() <= date.last_day()
    };
    let mut totals: Vec<&Reported> = Vec::new();
    // There are few, and a sort would take more code.
    for total in feed.reported.iter().filter(by_then) {
        let place = totals.partition_point(|other| other.date.first_day() <= total.date.first_day());
        totals.insert(place, total);
    }
    totals
}

/// Whether a total of all members, as known today, can stand beside what a survey counts: it says nothing
/// about a part of them, or about what was known before.
pub fn is_comparable(filter: &Filter, known: Option<Date>) -> bool {
    filter.regions.is_empty() && filter.groups.is_empty() && known.is_none()
}

/// How many members are known by name to have done what is asked.
pub fn named(feed: &Feed, survey: &Survey) -> usize {
    survey.count(|status| status::is_highest(feed, status))
}
