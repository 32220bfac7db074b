//! The changes between two dates: in the world, when one status in force followed another; and apart from that in the feed,
//! when the publisher recorded a claim or withdrew one.

use crate::country::Code;
use crate::date::{Date, Day};
use crate::feed::{Feed, LevelIndex, MeasureIndex, MemberIndex, Record};
use crate::message::{Messages, Phrase};
use crate::names::Names;
use crate::scene::class::{Class, class, label};
use crate::status::{self, Status, Topic};
use crate::survey::Survey;
use crate::words::Words;

/// If a publisher records so many claims on one day, the list gives only their number.
const MANY: usize = 4;

/// A change of the status in force.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change<'a> {
    /// The status in force before. `None` if nothing was publicly known.
    pub before: Option<LevelIndex>,
    /// The claim that is in force from its first day on.
    pub record: &'a Record,
}

/// Something that the publisher did.
#[derive(Clone, Debug, PartialEq)]
pub enum Revision<'a> {
    /// Claims were recorded on that day.
    Recorded(Date, Vec<&'a Record>),
    /// A claim was withdrawn on that day.
    Withdrawn(Date, &'a Record),
}

impl Revision<'_> {
    /// When.
    pub fn date(&self) -> Date {
        match self {
            Self::Recorded(date, _) | Self::Withdrawn(date, _) => *date,
        }
    }
}

/// A change in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The year that it is filed under.
    pub year: u16,
    /// The country.
    pub country: Option<(MemberIndex, Code, Words)>,
    /// The measure, if the question is about all.
    pub measure: Option<Words>,
    /// The new status, or that of the claim.
    pub class: Option<Class>,
    /// What happened.
    pub text: String,
    /// Why a claim was withdrawn.
    pub reason: Option<Words>,
    /// How many sources a change has; that it is only announced.
    pub details: Vec<String>,
}

/// What changed for the members that a survey shows, after `against` and up to the survey's date.
#[derive(Clone, Debug, PartialEq)]
pub struct Changes<'a> {
    /// In the world, newest first.
    pub world: Vec<Change<'a>>,
    /// In the feed, newest first.
    pub feed: Vec<Revision<'a>>,
    of: &'a Feed,
    topic: Topic,
    today: Date,
}

impl<'a> Changes<'a> {
    /// All changes; without `against`, from the beginning.
    pub fn new(feed: &'a Feed, names: &Names, survey: &Survey, against: Option<Date>, today: Date) -> Self {
        let end = survey.clock.date.last_day();
        let window = Window { after: against.map(Date::last_day), to: end };
        let shown = || names.order().iter().copied().filter(|&member| survey.shows(member));
        let about = |&measure: &MeasureIndex| survey.topic.covers(measure);
        let mut world = Vec::new();
        for (member, measure) in shown()
            .flat_map(|member| feed.measure_indices().filter(about).map(move |measure| (member, measure)))
        {
            world.extend(
                changes(feed, member, measure, survey.clock.known)
                    .into_iter()
                    .filter(|change| window.has(change.record.date)),
            );
        }
        // Names and measures stay in order within a day.
        world.sort_by_key(|change| std::cmp::Reverse(change.record.date.first_day()));
        let mut records: Vec<&Record> = feed
            .records()
            .iter()
            .filter(|record| survey.shows(record.member) && about(&record.measure))
            .collect();
        records.sort_by_key(|record| (names.rank(record.member), record.measure));
        let known = survey.clock.known.map(Date::last_day);
        let revisions = revisions(&records, |date| {
            window.has(date) && known.is_none_or(|known| date.first_day() <= known)
        });
        Self { world, feed: revisions, of: feed, topic: survey.topic, today }
    }

    /// A change in the world, in words.
    pub fn line(&self, messages: &Messages, names: &Names, change: &Change<'_>) -> Line {
        let record = change.record;
        let (status, dating) =
            (self.label(messages, record.level), messages.dating(record.dating, record.date));
        let mut with = vec![("status", status.as_str()), ("dating", dating.as_str())];
        let before = change.before.map(|before| self.label(messages, before));
        with.extend(before.as_deref().map(|before| ("before", before)));
        let phrase = if before.is_some() { Phrase::changes_next } else { Phrase::changes_first };
        let mut details = vec![messages.count(Phrase::sources, record.sources(), &[])];
        if record.sources() == 0 {
            details = vec![messages.say(Phrase::no_source).to_owned()];
        }
        if record.date.first_day() > self.today.last_day() {
            details.insert(0, messages.say(Phrase::announced).to_owned());
        }
        Line {
            text: messages.fill(phrase, &with),
            details,
            ..self.about(messages, names, record, record.date)
        }
    }

    /// What the publisher did, in words.
    pub fn revision(&self, messages: &Messages, names: &Names, revision: &Revision<'_>) -> Vec<Line> {
        match revision {
            Revision::Recorded(on, records) if records.len() >= MANY => vec![Line {
                year: on.first_day().year,
                country: None,
                measure: None,
                class: None,
                text: messages.count(
                    Phrase::changes_recorded_many,
                    records.len(),
                    &[("when", &messages.when(*on))],
                ),
                reason: None,
                details: Vec::new(),
            }],
            Revision::Recorded(on, records) => {
                let line =
                    |record: &&Record| self.claim(messages, names, record, (Phrase::changes_recorded, *on));
                records.iter().map(line).collect()
            }
            Revision::Withdrawn(on, record) => {
                let phrase = match record.correction {
                    Some(_) => Phrase::changes_withdrawn_because,
                    None => Phrase::changes_withdrawn,
                };
                let reason = record.correction.as_ref().map(|text| Words::best(text, messages.tag()));
                vec![Line { reason, ..self.claim(messages, names, record, (phrase, *on)) }]
            }
        }
    }

    fn claim(
        &self,
        messages: &Messages,
        names: &Names,
        record: &Record,
        (phrase, on): (Phrase, Date),
    ) -> Line {
        let (status, dating) =
            (self.label(messages, record.level), messages.dating(record.dating, record.date));
        let with = [("status", status.as_str()), ("dating", &dating), ("when", &messages.when(on))];
        Line { text: messages.fill(phrase, &with), ..self.about(messages, names, record, on) }
    }

    fn about(&self, messages: &Messages, names: &Names, record: &Record, date: Date) -> Line {
        let feed = self.of;
        let title = || Words::best(&feed[record.measure].title, messages.tag());
        Line {
            year: date.first_day().year,
            country: Some((
                record.member,
                feed[record.member].code,
                names.words(feed, messages, record.member),
            )),
            measure: (self.topic == Topic::Overall && feed.measures.len() > 1).then(title),
            class: Some(class(feed, messages, Status::Level(record.level))),
            text: String::new(),
            reason: None,
            details: Vec::new(),
        }
    }

    fn label(&self, messages: &Messages, level: LevelIndex) -> String {
        label(self.of, messages, Status::Level(level))
    }
}

/// Every change of a member's status in force for a measure, oldest first. A claim that confirms the status in force is not
/// a change. Of several claims from one day, the last is in force.
pub fn changes(
    feed: &Feed,
    member: MemberIndex,
    measure: MeasureIndex,
    known: Option<Date>,
) -> Vec<Change<'_>> {
    let mut changes: Vec<Change<'_>> = Vec::new();
    for record in feed.claims(member, measure).iter().filter(|record| status::counts(record, known)) {
        if changes.last().is_some_and(|last| last.record.date.first_day() == record.date.first_day()) {
            changes.pop();
        }
        let before = changes.last().map(|last| last.record.level);
        if before != Some(record.level) {
            changes.push(Change { before, record });
        }
    }
    changes
}

/// What the publisher did with some claims on the dates that are asked for, newest first.
fn revisions<'a>(records: &[&'a Record], is_asked: impl Fn(Date) -> bool) -> Vec<Revision<'a>> {
    let mut revisions: Vec<Revision<'a>> = Vec::new();
    let dated = |date: Option<Date>| date.filter(|&date| is_asked(date));
    let mut recorded: Vec<(Date, &'a Record)> =
        records.iter().filter_map(|&record| Some((dated(record.recorded)?, record))).collect();
    recorded.sort_by_key(|(date, _)| (date.first_day(), date.precision()));
    for (date, record) in recorded {
        match revisions.last_mut() {
            Some(Revision::Recorded(last, records)) if *last == date => records.push(record),
            _ => revisions.push(Revision::Recorded(date, vec![record])),
        }
    }
    revisions.extend(
        records.iter().filter_map(|&record| Some(Revision::Withdrawn(dated(record.withdrawn)?, record))),
    );
    revisions.sort_by_key(|revision| std::cmp::Reverse(revision.date().first_day()));
    revisions
}

/// The days that are asked for.
#[derive(Clone, Copy)]
struct Window {
    after: Option<Day>,
    to: Day,
}

impl Window {
    fn has(self, date: Date) -> bool {
        let day = date.first_day();
        self.after.is_none_or(|after| day > after) && day <= self.to
    }
}
