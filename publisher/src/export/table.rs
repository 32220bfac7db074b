//! The tables of an export, whatever form they are written in.

use policy_explorer::citation::{Citation, Seen};
use policy_explorer::date::{Date, Day};
use policy_explorer::export::claims::{CLAIM, HEADS, Teller};
use policy_explorer::feed::{Feed, MemberIndex, Record};
use policy_explorer::message::{Messages, Phrase, unmarked};
use policy_explorer::names::Names;
use policy_explorer::status::Clock;

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    Text(String),
    Day(Day),
    Number(u32),
    Is(bool),
}

/// A table; its rows have as many cells as it has heads.
pub struct Table {
    pub name: &'static str,
    pub heads: Vec<&'static str>,
    pub rows: Vec<Vec<Cell>>,
}

/// All tables of a feed.
pub struct Tables {
    /// What must be known beside: that the data is invented, whose it is, of when, under which terms.
    pub remarks: Vec<String>,
    pub demo: bool,
    /// When the data was published.
    pub published: Option<Date>,
    /// A row a claim, by member, measure and date.
    pub claims: Table,
    /// A row a source; its claim is told by the number of the row.
    pub sources: Table,
    pub members: Table,
}

impl Tables {
    pub fn new(feed: &Feed, messages: &Messages, names: &Names, clock: Clock) -> Self {
        let teller = Teller { feed, messages, names };
        Self {
            remarks: remarks(feed, messages, clock),
            demo: feed.demo,
            published: feed.published,
            claims: claims(&teller),
            sources: sources(&teller),
            members: members(&teller),
        }
    }
}

fn text(text: impl ToString) -> Cell {
    Cell::Text(text.to_string())
}

fn number(number: usize) -> Cell {
    Cell::Number(u32::try_from(number).expect("a feed has fewer claims"))
}

fn remarks(feed: &Feed, messages: &Messages, clock: Clock) -> Vec<String> {
    let demo = feed.demo.then(|| messages.say(Phrase::demo).to_owned());
    let citation = Citation::new(feed, messages, Seen { on: clock.today, clock, link: None, digest: None });
    let texts = [citation.plain(), messages.say(Phrase::disclaimer).to_owned()];
    demo.into_iter().chain(texts).map(|text| unmarked(&text)).collect()
}

/// A claim’s number, its cells, the first and last day of its date, its sources beside, and whether all of it is invented.
fn claims(teller: &Teller<'_>) -> Table {
    let beside = ["date.first", "date.last", "sources.count", "sources.titles", "sources.addresses", "demo"];
    let heads = ["claim"].into_iter().chain(HEADS[..CLAIM].iter().copied()).chain(beside).collect();
    let row = |(index, record): (usize, &Record)| {
        let sources: Vec<_> = record.evidence.iter().map(|evidence| teller.source(evidence)).collect();
        let joined = |column: usize| {
            text(sources.iter().map(|source| source[column].as_str()).collect::<Vec<_>>().join("\n"))
        };
        let mut row = vec![number(index + 1)];
        row.extend(teller.claim(record).map(Cell::Text));
        row.extend([Cell::Day(record.date.first_day()), Cell::Day(record.date.last_day())]);
        row.extend([number(sources.len()), joined(1), joined(0), Cell::Is(teller.feed.demo)]);
        row
    };
    let rows = teller.feed.records().iter().enumerate().map(row).collect();
    Table { name: "claims", heads, rows }
}

fn sources(teller: &Teller<'_>) -> Table {
    let heads = ["claim"].into_iter().chain(HEADS[CLAIM..].iter().copied()).chain(["demo"]).collect();
    let mut rows = Vec::new();
    for (index, record) in teller.feed.records().iter().enumerate() {
        for evidence in &record.evidence {
            let mut row = vec![number(index + 1)];
            row.extend(teller.source(evidence).map(Cell::Text));
            row.push(Cell::Is(teller.feed.demo));
            rows.push(row);
        }
    }
    Table { name: "sources", heads, rows }
}

fn members(teller: &Teller<'_>) -> Table {
    let Teller { feed, messages, names } = *teller;
    let date = |date: Option<Date>| text(date.map(|date| date.to_string()).unwrap_or_default());
    let row = |index: MemberIndex| {
        let member = &feed[index];
        let region = member.region.map(|region| feed[region].label.best(messages.tag()).text);
        vec![
            text(member.code),
            text(names.of(index)),
            text(region.unwrap_or_default()),
            date(member.joined),
            date(member.left),
            Cell::Is(feed.demo),
        ]
    };
    let rows = feed.member_indices().map(row).collect();
    Table { name: "members", heads: vec!["country", "name", "region", "joined", "left", "demo"], rows }
}
