//! The table: the same members and statuses as on the map, a row each, in the order that the reader
//! chooses.

use crate::country::Code;
use crate::feed::{Feed, MeasureIndex, MemberIndex};
use crate::message::{Messages, Phrase};
use crate::names::Names;
use crate::scene::class::{Class, class};
use crate::status::{self, Topic};
use crate::survey::Survey;

/// What a column shows, and rows can be sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// The country's name.
    Country,
    /// Its status for a topic.
    Status(Topic),
}

impl Column {
    /// `country`, `overall`, or the id of a measure.
    pub fn id(self, feed: &Feed) -> &str {
        match self {
            Self::Country => "country",
            Self::Status(Topic::Overall) => "overall",
            Self::Status(Topic::Measure(measure)) => &feed[measure].id,
        }
    }

    fn named(feed: &Feed, id: &str) -> Option<Self> {
        match id {
            "country" => Some(Self::Country),
            "overall" => Some(Self::Status(Topic::Overall)),
            _ => feed.measure(id).map(|measure| Self::Status(Topic::Measure(measure))),
        }
    }
}

/// The order of the rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sort {
    /// The column that decides; names decide between equals.
    pub by: Column,
    /// Against the column's usual order: names from A, statuses from the furthest.
    pub reversed: bool,
}

impl Default for Sort {
    fn default() -> Self {
        Self { by: Column::Country, reversed: false }
    }
}

impl Sort {
    /// The order that the field `sort` names: the id of a column, `-` before it for the other way round.
    pub fn parse(feed: &Feed, text: &str) -> Option<Self> {
        let (reversed, id) = text.strip_prefix('-').map_or((false, text), |id| (true, id));
        Some(Self { by: Column::named(feed, id)?, reversed })
    }

    /// The same as the field writes it.
    pub fn id(self, feed: &Feed) -> String {
        let sign = if self.reversed { "-" } else { "" };
        format!("{sign}{}", self.by.id(feed))
    }

    /// The order after a press on the head of `column`: by it, or the other way round.
    pub fn pressed(self, column: Column) -> Self {
        Self { by: column, reversed: self.by == column && !self.reversed }
    }
}

/// The head of a column.
#[derive(Clone, Debug, PartialEq)]
pub struct Head {
    /// What the column shows.
    pub column: Column,
    /// What it is called.
    pub label: String,
    /// The id of its measure, `overall`, or `country`.
    pub id: String,
}

/// A member with its status in each column of statuses.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Who.
    pub member: MemberIndex,
    /// The country.
    pub code: Code,
    /// What it is called.
    pub name: String,
    /// Its statuses, in the order of the heads after the first.
    pub cells: Vec<Class>,
}

/// The table of a survey.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// The columns.
    pub heads: Vec<Head>,
    /// The members that the filters keep.
    pub rows: Vec<Row>,
    /// The order they are in.
    pub sort: Sort,
    /// How many members there are without filters on the status.
    pub total: usize,
}

impl Table {
    /// The members of a survey that the filters keep, sorted.
    pub fn new(feed: &Feed, messages: &Messages, names: &Names, survey: &Survey, sort: Sort) -> Self {
        let heads = heads(feed, messages);
        let topics: Vec<Topic> = heads
            .iter()
            .filter_map(|head| match head.column {
                Column::Country => None,
                Column::Status(topic) => Some(topic),
            })
            .collect();
        let rows = sorted(feed, names, survey, sort).into_iter().map(|member| Row {
            member,
            code: feed[member].code,
            name: names.of(member).to_owned(),
            cells: topics
                .iter()
                .map(|&topic| class(feed, messages, topic, status::status(feed, member, topic, survey.clock)))
                .collect(),
        });
        Self { rows: rows.collect(), heads, sort, total: survey.total() }
    }
}

fn heads(feed: &Feed, messages: &Messages) -> Vec<Head> {
    let head = |column, label: &str, id: &str| Head { column, label: label.to_owned(), id: id.to_owned() };
    let mut heads = vec![head(Column::Country, messages.say(Phrase::country), "country")];
    let measure = |index: MeasureIndex| {
        let measure = &feed[index];
        let title = measure.title.best(messages.tag()).text;
        head(Column::Status(Topic::Measure(index)), title, &measure.id)
    };
    heads.extend(feed.measure_indices().map(measure));
    if feed.measures.len() > 1 {
        heads.push(head(Column::Status(Topic::Overall), messages.say(Phrase::in_place), "overall"));
    }
    heads
}

fn sorted(feed: &Feed, names: &Names, survey: &Survey, sort: Sort) -> Vec<MemberIndex> {
    let mut members: Vec<_> = names.order().iter().copied().filter(|&member| survey.shows(member)).collect();
    match sort.by {
        Column::Country if sort.reversed => members.reverse(),
        Column::Country => {}
        Column::Status(topic) => {
            let classes = status::classes(feed, topic);
            let place = |member: &MemberIndex| {
                let status = status::status(feed, *member, topic, survey.clock);
                let place = classes.iter().position(|&class| class == status).unwrap_or(classes.len());
                if sort.reversed { classes.len() - place } else { place }
            };
            members.sort_by_cached_key(place);
        }
    }
    members
}
