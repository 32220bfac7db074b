//! How many members had each status, year by year, and beside that the totals that others report. All counts are those of
//! `Survey`.

use crate::date::{Date, Precision};
use crate::feed::text::Link;
use crate::feed::{Feed, Record, Reported};
use crate::headline::{is_comparable, named, totals};
use crate::message::{Messages, Phrase};
use crate::scene::class::{Class, class, label};
use crate::status::{self, Clock, Status, Topic};
use crate::survey::{Filter, Survey};
use crate::words::Words;
use std::cell::OnceCell;

/// The most columns of a trend. If there are more years, each column stands for several.
const COLUMNS: u16 = 80;

/// The question whose answer is followed through the years.
#[derive(Clone, Debug)]
pub struct Trend<'a> {
    /// One for each year, or stretch of years, oldest first, up to today, or to the viewed date if that is later. Never empty.
    pub columns: Vec<Column>,
    /// The index of the column that stands for the viewed date.
    pub viewed: usize,
    /// The date that the trend ends with.
    pub end: Date,
    /// Whether anything is claimed or reported by then.
    pub has_data: bool,
    /// The feed.
    pub feed: &'a Feed,
    surveys: OnceCell<Vec<Survey>>,
    topic: Topic,
    clock: Clock,
    filter: &'a Filter,
    today: Date,
}

/// A stretch of years with the date that stands for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its first year.
    pub first: u16,
    /// Its last year.
    pub last: u16,
    /// The year whose end it shows; the viewed date where that lies in it, otherwise today in the last column.
    pub date: Date,
}

/// Which statuses the drawing stacks; the numbers always have all of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stack {
    /// All.
    #[default]
    All,
    /// Those of members with public data.
    Known,
}

impl Stack {
    /// Whether a status is drawn.
    pub fn has(self, status: Status) -> bool {
        self == Self::All || status != Status::Unknown
    }
}

/// The numbers of a column, in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Numbers {
    /// "End of 2014", or the date itself where that is not the end of a year.
    pub when: String,
    /// Words for a date in the future.
    pub announced: Option<String>,
    /// How many members had each status, in the order of the legend.
    pub counts: Vec<(Class, usize)>,
    /// How many members there were in scope.
    pub total: usize,
    /// What somebody reported in these years.
    pub reports: Vec<Report>,
}

/// A total that somebody reported.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// How many, as of when, and how many were known by name then.
    pub text: String,
    /// Who says so, and where.
    pub source: Option<(Words, Option<Link>)>,
}

/// How many members had the highest status, column by column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// What the status is called.
    pub status: String,
    /// How many had it.
    pub counts: Vec<usize>,
}

impl Told {
    /// The most in any column.
    pub fn most(&self) -> usize {
        self.counts.iter().copied().max().unwrap_or_default()
    }
}

/// An event of the policy.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// When.
    pub date: Date,
    /// The same in words.
    pub when: String,
    /// What.
    pub title: Words,
    /// Where to read about it.
    pub url: Option<Link>,
}

impl<'a> Trend<'a> {
    /// The trend of a topic, as viewed with `clock`. It goes on to today beyond an earlier viewed date, so that the reader sees
    /// what came after it and can go there.
    pub fn new(feed: &'a Feed, topic: Topic, clock: Clock, filter: &'a Filter, today: Date) -> Self {
        let end = if clock.date.last_day() < today.last_day() { today } else { clock.date };
        let (columns, surveys) = (Vec::new(), OnceCell::new());
        let mut trend =
            Self { columns, viewed: 0, end, has_data: false, feed, surveys, topic, clock, filter, today };
        let is_told = |record: &&Record| topic.covers(record.measure) && status::counts(record, clock.known);
        let claims = feed.records().iter().filter(is_told);
        let dates =
            claims.map(|record| record.date).chain(trend.totals().into_iter().map(|total| total.date));
        let started = |date: Date| Some(date.first_day()).filter(|&day| day <= end.last_day());
        let first = dates.filter_map(started).min();
        trend.has_data = first.is_some();
        let first = first.into_iter().chain(feed.policy.adopted.and_then(started)).min();
        let viewed = clock.date.last_day().year;
        trend.columns = columns_between(first.map_or(viewed, |first| first.year.min(viewed)), end);
        trend.viewed = trend.index(Some(viewed));
        trend.columns[trend.viewed].date = clock.date;
        trend
    }

    /// The index of the column of a year; of the last column for later years; of the viewed date without a year.
    pub fn index(&self, year: Option<u16>) -> usize {
        let last = self.columns.len() - 1;
        year.map_or(self.viewed, |year| {
            self.columns.iter().position(|column| year <= column.last).unwrap_or(last)
        })
    }

    /// The value of the field `date` that views a column: the end of its last year, or nothing where that is not over, as today
    /// is no choice.
    pub fn choice(&self, index: usize) -> String {
        let date = Date::of_year(self.columns[index].last);
        let is_now = date.first_day() <= self.today.first_day() && date.last_day() >= self.today.last_day();
        if is_now { String::new() } else { date.to_string() }
    }

    /// The statuses of the members at the end of each column.
    pub fn surveys(&self) -> &[Survey] {
        self.surveys.get_or_init(|| self.columns.iter().map(|column| self.survey_on(column.date)).collect())
    }

    /// Whether there are members with public data and members without: only then is something left to draw, and something
    /// to leave out.
    pub fn is_mixed(&self) -> bool {
        let any = |wanted: fn(Status) -> bool| self.surveys().iter().any(|survey| survey.count(wanted) > 0);
        any(|status| status == Status::Unknown) && any(|status| status != Status::Unknown)
    }

    /// The totals that somebody reported until the end, oldest first. Empty if they cannot be compared.
    pub fn totals(&self) -> Vec<&'a Reported> {
        if is_comparable(self.filter, self.clock.known) {
            totals(self.feed, self.topic, self.end)
        } else {
            Vec::new()
        }
    }

    /// The adoption of the policy and its milestones within the columns, oldest first.
    pub fn marks(&self, messages: &Messages) -> Vec<Mark> {
        let policy = &self.feed.policy;
        let tag = messages.tag();
        let adoption = policy.adopted.map(|date| {
            let place = policy.place.as_ref().map(|place| place.best(tag).text);
            let title = match place {
                Some(place) => messages.fill(Phrase::trend_adopted_in, &[("place", place)]),
                None => messages.say(Phrase::trend_adopted).to_owned(),
            };
            let when = messages.dated_by(policy.dating, date);
            Mark { date, when, title: Words::own(title), url: policy.url.clone() }
        });
        let milestones = policy.milestones.iter().map(|milestone| Mark {
            date: milestone.date,
            when: messages.date(milestone.date),
            title: Words::best(&milestone.title, tag),
            url: milestone.url.clone(),
        });
        let is_within = |mark: &Mark| {
            let day = mark.date.first_day();
            day.year >= self.columns[0].first && day <= self.end.last_day()
        };
        let mut marks: Vec<_> = adoption.into_iter().chain(milestones).filter(is_within).collect();
        marks.sort_by_key(|mark| mark.date.first_day());
        marks
    }

    /// The numbers of a column.
    pub fn numbers(&self, messages: &Messages, index: usize) -> Numbers {
        let column = self.columns[index];
        let survey = &self.surveys()[index];
        let date = messages.date(column.date);
        let is_to_come = column.date.last_day() > self.today.last_day();
        // A viewed year that is not over yet has not ended, and is not called announced, as little as above the map.
        let is_viewed = index == self.viewed;
        let is_end = column.date.precision() == Precision::Year && !(is_viewed && is_to_come);
        let coming = if is_viewed { column.date.first_day() } else { column.date.last_day() };
        let class = |&status: &_| class(self.feed, messages, status);
        let is_within =
            |total: &&Reported| (column.first..=column.last).contains(&total.date.first_day().year);
        Numbers {
            when: if is_end { messages.fill(Phrase::trend_end, &[("year", &date)]) } else { date },
            announced: (coming > self.today.last_day()).then(|| messages.say(Phrase::announced).to_owned()),
            counts: survey.classes.iter().map(class).zip(survey.counts.iter().copied()).collect(),
            total: survey.total(),
            reports: self
                .totals()
                .into_iter()
                .filter(is_within)
                .map(|total| self.report(messages, total))
                .collect(),
        }
    }

    /// The count of the sentence above the map, column by column. `None` if the scale has no highest status, or no member ever
    /// had it.
    pub fn told(&self, messages: &Messages) -> Option<Told> {
        let surveys = self.surveys();
        let is_highest = |status: &Status| status::is_highest(self.feed, *status);
        let highest = surveys[0].classes.iter().copied().find(is_highest)?;
        let counts: Vec<usize> = surveys.iter().map(|survey| named(self.feed, survey)).collect();
        let status = label(self.feed, messages, highest);
        counts.iter().any(|&count| count > 0).then_some(Told { status, counts })
    }

    fn report(&self, messages: &Messages, reported: &Reported) -> Report {
        let named = named(self.feed, &self.survey_on(reported.date));
        let total = messages.number(usize::try_from(reported.count).unwrap_or_default());
        let with = [
            ("total", total.as_str()),
            ("when", &messages.when(reported.date)),
            ("named", &messages.number(named)),
        ];
        let source = reported.evidence.first().map(|evidence| {
            let name = evidence.publisher.as_ref().or(evidence.title.as_ref());
            let address = || Words::own(evidence.url.as_ref().map_or("", |url| url.as_str()));
            (name.map_or_else(address, |name| Words::best(name, messages.tag())), evidence.url.clone())
        });
        Report { text: messages.fill(Phrase::trend_reported, &with), source }
    }

    fn survey_on(&self, date: Date) -> Survey {
        Survey::new(self.feed, self.topic, Clock { date, ..self.clock }, self.filter)
    }
}

impl Numbers {
    /// All of them in a line, as a screen reader says them.
    pub fn line(&self, messages: &Messages) -> String {
        let counts =
            self.counts.iter().map(|(class, count)| format!("{} {}", class.label, messages.number(*count)));
        let reports = self.reports.iter().map(|report| report.text.clone());
        let parts: Vec<_> = self.announced.iter().cloned().chain(counts).chain(reports).collect();
        messages.labelled(&self.when, &messages.list(&parts))
    }
}

/// The columns from a year to the date that the last one stands for.
fn columns_between(first: u16, end: Date) -> Vec<Column> {
    let last = end.last_day().year;
    let years = last - first + 1;
    let steps = [1, 2, 5, 10, 20, 50, 100, 200];
    let step = steps.into_iter().find(|step| years.div_ceil(*step) < COLUMNS).unwrap_or(200);
    let mut columns = Vec::new();
    let mut start = if step == 1 { first } else { (first / step * step).max(1) };
    while start <= last {
        let next = start / step * step + step;
        let date = if next > last { end } else { Date::of_year(next - 1) };
        columns.push(Column { first: start, last: (next - 1).min(last), date });
        start = next;
    }
    columns
}
