//! The table: the same members and statuses as on the map, a row each, in the order that the reader
//! chooses; beside them region, last change and number of sources.

use crate::context::Context;
use crate::country::Code;
use crate::date::{Date, Day};
use crate::feed::{Dating, Feed, MemberIndex, Record};
use crate::message::{Messages, Phrase};
use crate::scene::class::{Class, class, class_of};
use crate::status::{self, Clock, Status, Topic};
use crate::words::Words;

/// What a column shows, and rows can be sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// The country's name.
    Country,
    /// The region it is filed under.
    Region,
    /// Its status for a topic.
    Status(Topic),
    /// When the newest of its statuses began, or by when.
    Changed,
    /// How many sources its statuses rest on.
    Sources,
}

impl Column {
    /// `country`, `region`, `changed`, `sources`, `overall`, or the id of a measure. A measure whose id is one of
    /// the others cannot be sorted by.
    pub fn id(self, feed: &Feed) -> &str {
        match self {
            Self::Country => "country",
            Self::Region => "region",
            Self::Changed => "changed",
            Self::Sources => "sources",
            Self::Status(topic) => topic.id(feed),
        }
    }

    /// The columns before those of the topics. All else that lists columns is made from this and `LAST`.
    const FIRST: [Self; 2] = [Self::Country, Self::Region];

    /// The columns after those of the topics.
    const LAST: [Self; 2] = [Self::Changed, Self::Sources];

    /// The column with that id.
    pub fn named(feed: &Feed, id: &str) -> Option<Self> {
        let own = Self::FIRST.into_iter().chain(Self::LAST).find(|column| column.id(feed) == id);
        own.or_else(|| Topic::named(feed, id).map(Self::Status))
    }

    /// Every column, in the order of the table.
    fn all(feed: &Feed) -> impl Iterator<Item = Self> {
        let topics = Topic::all(feed).into_iter().map(Self::Status);
        Self::FIRST.into_iter().chain(topics).chain(Self::LAST)
    }
}

/// The order of the rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sort {
    /// The column that decides; names decide between equals.
    pub by: Column,
    /// Against the column's usual order: names and regions from A, statuses from the furthest, the newest change
    /// first, the most sources first. What is not there stays last.
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
    /// Of a measure, its clause of the policy, or its number: what the head is where it is narrow.
    pub short: Option<String>,
    /// What it is called.
    pub label: Words,
    /// Its id, as in the field `sort`.
    pub id: String,
}

/// A member with what each column shows of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Who.
    pub member: MemberIndex,
    /// The country.
    pub code: Code,
    /// What it is called.
    pub name: Words,
    /// In the order of the heads after the first.
    pub cells: Vec<Cell>,
}

/// What a column shows of a member.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Its region. `None` if the feed gives it none.
    Region(Option<Words>),
    /// Its status.
    Status(Class),
    /// When the newest of its statuses began, or by when. `None` if it has no status.
    Changed(Option<(Dating, Date)>),
    /// How many sources its statuses rest on.
    Sources(usize),
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
    /// What the signs of the measures' statuses mean.
    pub key: Vec<Class>,
}

/// How many rows are drawn at first, and how many more at a press: fewer where there are very many columns.
pub fn page(feed: &Feed) -> usize {
    (2500 / (feed.measures.len() + 5)).clamp(10, 250)
}

/// So many measures have a column each on a screen.
const COLUMNS: usize = 5;

impl Table {
    /// As it fits on a screen: if there is no room for all measures, only the chosen one. The profiles have the others.
    pub fn on_screen(mut self, topic: Topic) -> Self {
        let is_measure = |head: &&Head| matches!(head.column, Column::Status(Topic::Measure(_)));
        if self.heads.iter().filter(is_measure).count() > COLUMNS {
            let stays = |head: &Head| !is_measure(&head) || head.column == Column::Status(topic);
            let stay: Vec<bool> = self.heads.iter().map(stays).collect();
            for row in &mut self.rows {
                let mut cells = stay[1..].iter();
                row.cells.retain(|_| cells.next() == Some(&true));
            }
            self.heads.retain(stays);
        }
        self
    }

    /// The members of a survey that the filters keep, sorted.
    pub fn new(context: Context<'_>, sort: Sort) -> Self {
        Self::of(context, sort, &sorted(context, sort))
    }

    /// Some members of a survey, in the order given, which is that of `sort`.
    pub fn of(context: Context<'_>, sort: Sort, members: &[MemberIndex]) -> Self {
        let Context { feed, messages, names, survey } = context;
        let heads = heads(feed, messages);
        let row = |&member: &MemberIndex| Row {
            member,
            code: feed[member].code,
            name: names.words(feed, messages, member),
            cells: heads[1..].iter().map(|head| cell(context, member, head.column)).collect(),
        };
        let statuses = feed.order().iter().map(|&level| Status::Level(level));
        let key = statuses.map(|status| class(feed, messages, status)).collect();
        Self { rows: members.iter().map(row).collect(), heads, sort, total: survey.total(), key }
    }
}

fn heads(feed: &Feed, messages: &Messages) -> Vec<Head> {
    let is_used = |column: &Column| *column != Column::Region || !feed.regions.is_empty();
    Column::all(feed).filter(is_used).map(|column| head(feed, messages, column)).collect()
}

fn head(feed: &Feed, messages: &Messages, column: Column) -> Head {
    let own = |phrase| Words::own(messages.say(phrase));
    let mut short = None;
    let label = match column {
        Column::Country => own(Phrase::country),
        Column::Region => own(Phrase::region),
        Column::Status(Topic::Overall) => own(Phrase::in_place),
        Column::Status(Topic::Measure(measure)) => {
            let number = || messages.number(measure.0 + 1);
            short = Some(feed[measure].clause.clone().unwrap_or_else(number));
            Words::best(&feed[measure].title, messages.tag())
        }
        Column::Changed => own(Phrase::changed),
        Column::Sources => own(Phrase::source_count),
    };
    Head { column, short, label, id: column.id(feed).to_owned() }
}

fn cell(Context { feed, messages, survey, .. }: Context<'_>, member: MemberIndex, column: Column) -> Cell {
    let clock = survey.clock;
    match column {
        // The first column is the row's own name.
        Column::Country | Column::Region => {
            let region = feed[member].region;
            Cell::Region(region.map(|region| Words::best(&feed[region].label, messages.tag())))
        }
        Column::Status(topic) => Cell::Status(class_of(feed, messages, topic, member, clock)),
        Column::Changed => Cell::Changed(changed(feed, member, clock)),
        Column::Sources => Cell::Sources(sources(feed, member, clock)),
    }
}

/// The claims that a member's status rests on, for each measure that it has a status for.
fn grounds(feed: &Feed, member: MemberIndex, clock: Clock) -> impl Iterator<Item = Vec<&Record>> {
    feed.measure_indices().map(move |measure| status::grounds(feed, member, measure, clock))
}

/// When the newest of a member's statuses began, or by when it was there.
pub fn changed(feed: &Feed, member: MemberIndex, clock: Clock) -> Option<(Dating, Date)> {
    let first = grounds(feed, member, clock).filter_map(|grounds| Some(*grounds.first()?));
    let newest = first.max_by_key(|record| (record.date.first_day(), record.dating == Dating::Since));
    newest.map(|record| (record.dating, record.date))
}

/// How many sources a member's statuses rest on.
pub fn sources(feed: &Feed, member: MemberIndex, clock: Clock) -> usize {
    grounds(feed, member, clock).flatten().map(|record| record.sources()).sum()
}

/// The members of a survey that the filters keep, in an order.
pub fn sorted(context: Context<'_>, sort: Sort) -> Vec<MemberIndex> {
    let Context { names, survey, .. } = context;
    let mut members: Vec<_> = names.order().iter().copied().filter(|&member| survey.shows(member)).collect();
    if sort.by == Column::Country {
        if sort.reversed {
            members.reverse();
        }
        return members;
    }
    // What is not there has the rank `NOTHING`, which no order turns round.
    let turned = |rank: u64| match rank {
        NOTHING => NOTHING,
        rank if sort.reversed => NOTHING - 1 - rank,
        rank => rank,
    };
    let ranks = ranks(context, sort.by, &members);
    let mut ranked: Vec<_> = ranks.into_iter().map(turned).zip(members).collect();
    ranked.sort_by_key(|entry| entry.0);
    ranked.into_iter().map(|entry| entry.1).collect()
}

/// The rank of what is not there.
const NOTHING: u64 = u64::MAX;

/// The ranks of members in the usual order of a column.
fn ranks(context: Context<'_>, column: Column, members: &[MemberIndex]) -> Vec<u64> {
    let Context { feed, messages, survey, .. } = context;
    let clock = survey.clock;
    let number = |index: usize| u64::try_from(index).expect("no list is that long");
    let members = members.iter().copied();
    match column {
        Column::Country => members.map(|_| 0).collect(),
        Column::Region => {
            let labels = feed.regions.iter().map(|region| region.label.best(messages.tag()).text.to_owned());
            let order = messages.locale().order(&labels.collect::<Vec<_>>());
            let mut ranks = vec![NOTHING; order.len()];
            order.iter().enumerate().for_each(|(rank, &region)| ranks[region] = number(rank));
            members.map(|member| feed[member].region.map_or(NOTHING, |region| ranks[region.0])).collect()
        }
        Column::Status(topic) => {
            let index = |member| status::index(feed, topic, status::status(feed, member, topic, clock));
            members.map(|member| index(member).map_or(NOTHING, number)).collect()
        }
        Column::Changed => {
            let day = |member| changed(feed, member, clock).map(|(_, date)| date.first_day());
            members.map(|member| day(member).map_or(NOTHING, newest_first)).collect()
        }
        Column::Sources => members.map(|member| MOST - number(sources(feed, member, clock))).collect(),
    }
}

/// Above every number of sources.
const MOST: u64 = 1 << 40;

fn newest_first(day: Day) -> u64 {
    MOST - ((u64::from(day.year) * 13 + u64::from(day.month)) * 32 + u64::from(day.day))
}
