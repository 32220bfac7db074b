//! The timeline: where on a line dates stand, where something changed, and which date a place on it means.
//! Places are shares of the line's length, 0 at its begin and 1 at its end.

use crate::date::{Date, Day, Precision};
use crate::feed::{Dating, Feed, Record};
use crate::message::{Messages, Phrase};
use crate::status::{self};
use crate::survey::Survey;

/// A stretch of time on a line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    first: Day,
    last: Day,
    /// What one step is; an hour's or a century's feed has other steps than one of twenty years.
    pub step: Precision,
}

/// Up to so many days a step is a day.
const DAYS: i64 = 400;
/// Up to so many days a step is a month.
const MONTHS: i64 = 80 * 366;

impl Scale {
    /// From the first day to the last; none where there is no time between them.
    pub fn new(first: Day, last: Day) -> Option<Self> {
        let days = last.number() - first.number();
        let step = match days {
            _ if days <= DAYS => Precision::Day,
            _ if days <= MONTHS => Precision::Month,
            _ => Precision::Year,
        };
        (days > 0).then_some(Self { first, last, step })
    }

    /// The first date.
    pub fn first(&self) -> Date {
        Date::of(self.first).to(self.step)
    }

    /// The last date.
    pub fn last(&self) -> Date {
        Date::of(self.last).to(self.step)
    }

    /// Where a day stands.
    #[allow(clippy::cast_precision_loss)]
    pub fn share(&self, day: Day) -> f64 {
        let (at, whole) = (day.number() - self.first.number(), self.last.number() - self.first.number());
        (at as f64 / whole as f64).clamp(0.0, 1.0)
    }

    /// The date that a place stands for, as precise as a step.
    #[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation)]
    pub fn at(&self, share: f64) -> Date {
        let (first, last) = (self.first.number(), self.last.number());
        let number = first + (share.clamp(0.0, 1.0) * (last - first) as f64).round() as i64;
        Date::of(Day::numbered(number).unwrap_or(self.last)).to(self.step)
    }

    /// The date that lies some steps later, or earlier, but no farther than the line goes.
    pub fn step(&self, from: Date, steps: i32) -> Date {
        self.within(from.to(self.step).plus(steps), steps)
    }

    /// The same by leaps: twelve months, ten years, thirty days.
    pub fn leap(&self, from: Date, leaps: i32) -> Date {
        let size = match self.step {
            Precision::Year => 10,
            Precision::Month => 12,
            Precision::Day => 30,
        };
        self.step(from, leaps * size)
    }

    fn within(&self, date: Option<Date>, steps: i32) -> Date {
        match date {
            Some(date) if date.last_day() < self.first => self.first(),
            Some(date) if date.first_day() <= self.last => date,
            None if steps < 0 => self.first(),
            _ => self.last(),
        }
    }
}

/// Something that happened to the policy.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// What, and when.
    pub label: String,
    /// Where it stands.
    pub at: f64,
}

/// The line of the world's dates with what stands on it.
#[derive(Clone, Debug, PartialEq)]
pub struct Timeline {
    /// Which place means which date.
    pub scale: Scale,
    /// Where statuses of the topic changed; each place once.
    pub ticks: Vec<f64>,
    /// Years with their places.
    pub years: Vec<(String, f64)>,
    /// The adoption of the policy.
    pub adopted: Option<Mark>,
    /// What is written there, and where the middle of that stands; on a short line its date alone, or nothing.
    pub adopted_word: Option<(String, f64)>,
    /// What happened to it since.
    pub milestones: Vec<Mark>,
    /// Where today is, if the line goes on beyond it.
    pub today: Option<f64>,
    /// The line of what was known; none where the publisher does not say since when.
    pub known: Option<Scale>,
}

/// Places on a line that are told apart.
const PLACES: usize = 800;

/// The timeline of a survey. `room` is how long the line is about, CSS px. None where a feed has no dates.
pub fn timeline(
    feed: &Feed,
    messages: &Messages,
    survey: &Survey,
    today: Date,
    room: f64,
) -> Option<Timeline> {
    let claimed = feed.records().iter().map(|record| record.date);
    let reported = feed.reported.iter().map(|total| total.date);
    let dates = || claimed.clone().chain(reported.clone()).chain(feed.policy.adopted);
    let first = dates().map(Date::first_day).min()?;
    let last = claimed.map(Date::last_day).chain([today.last_day()]).max()?;
    let scale = Scale::new(
        year_of(first).first_day(),
        if last > today.last_day() { year_of(last).last_day() } else { last },
    )?;
    let adopted = feed.policy.adopted.map(|date| Mark {
        label: adopted(messages, feed.policy.dating, date),
        at: scale.share(date.first_day()),
    });
    let short = feed.policy.adopted.map(|date| messages.dated_by(feed.policy.dating, date));
    Some(Timeline {
        scale,
        ticks: ticks(feed, survey, &scale),
        years: years(messages, &scale, room),
        adopted_word: adopted.as_ref().zip(short).and_then(|(mark, short)| word(mark, short, room)),
        adopted,
        milestones: milestones(feed, messages, &scale),
        today: (last > today.last_day()).then(|| scale.share(today.last_day())),
        known: known(feed, today),
    })
}

/// "Adopted on 3 November 2011", or "Adopted by 3 November 2011".
fn adopted(messages: &Messages, dating: Dating, date: Date) -> String {
    let when = match dating {
        Dating::Since => messages.when(date),
        Dating::By => messages.dating(dating, date),
    };
    messages.fill(Phrase::adopted, &[("when", &when)])
}

/// How wide a letter is on average in a wide font, CSS px.
const LETTER: f64 = 6.5;

/// What is written at a mark on a line of `room` CSS px, its label or something short, and where the middle of that stands:
/// at the mark, or as near as it ends within the line. None where neither has room.
fn word(mark: &Mark, short: String, room: f64) -> Option<(String, f64)> {
    let half = |text: &String| count(text.chars().count()) * LETTER / room / 2.0;
    let text = [mark.label.clone(), short].into_iter().find(|text| half(text) <= 0.5)?;
    let half = half(&text);
    Some((text, mark.at.clamp(half, 1.0 - half)))
}

#[allow(clippy::cast_precision_loss)]
fn count(number: usize) -> f64 {
    number as f64
}

fn year_of(day: Day) -> Date {
    Date::of_year(day.year)
}

fn ticks(feed: &Feed, survey: &Survey, scale: &Scale) -> Vec<f64> {
    let is_told =
        |record: &&Record| survey.topic.covers(record.measure) && status::counts(record, survey.clock.known);
    let mut places = vec![false; PLACES + 1];
    for record in feed.records().iter().filter(is_told) {
        places[place(scale.share(record.date.first_day()))] = true;
    }
    let told = places.iter().enumerate().filter(|(_, told)| **told);
    #[allow(clippy::cast_precision_loss)]
    told.map(|(place, _)| place as f64 / PLACES as f64).collect()
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
fn place(share: f64) -> usize {
    (share * PLACES as f64).round() as usize
}

/// Room for a year's number, CSS px.
const YEAR: f64 = 52.0;

/// Round years, as many as there is room for.
fn years(messages: &Messages, scale: &Scale, room: f64) -> Vec<(String, f64)> {
    let (from, to) = (scale.first.year, scale.last.year);
    let fits = |step: &&u16| f64::from((to - from) / **step + 1) * YEAR <= room;
    let step = *[1, 2, 5, 10, 20, 50, 100, 200, 500].iter().find(fits).unwrap_or(&1000);
    let round = (from..=to).filter(|year| year.is_multiple_of(step));
    let first_day = |year| Day { year, month: 1, day: 1 };
    round
        .map(first_day)
        .filter(|day| *day >= scale.first)
        .map(|day| (messages.date(year_of(day)), scale.share(day)))
        .collect()
}

fn milestones(feed: &Feed, messages: &Messages, scale: &Scale) -> Vec<Mark> {
    let is_on_line = |day: Day| day >= scale.first && day <= scale.last;
    let on_line = feed.policy.milestones.iter().filter(|milestone| is_on_line(milestone.date.first_day()));
    let mark = |milestone: &crate::feed::Milestone| Mark {
        label: messages.labelled(&messages.date(milestone.date), milestone.title.best(messages.tag()).text),
        at: scale.share(milestone.date.first_day()),
    };
    on_line.map(mark).collect()
}

/// From the first day on which something was recorded to today.
fn known(feed: &Feed, today: Date) -> Option<Scale> {
    let mut first = None::<Day>;
    for record in feed.records() {
        for date in [record.recorded, record.withdrawn] {
            let Some(day) = date.map(Date::first_day) else { continue };
            first = Some(first.map_or(day, |first| first.min(day)));
        }
    }
    Scale::new(year_of(first?).first_day(), today.last_day())
}
