//! The tables of an export, whatever form they are written in. Together they hold the whole feed, so that `import` makes
//! the same feed of them again.

use super::publication;
use policy_explorer::citation::{Citation, Seen};
use policy_explorer::date::{Date, Day};
use policy_explorer::export::claims::{CLAIM, HEADS, Teller};
use policy_explorer::feed::{Feed, MemberIndex, Record};
use policy_explorer::message::{Messages, Phrase, unmarked};
use policy_explorer::names::Names;
use policy_explorer::status::Clock;
use serde_json::{Map, Value};
use spoken::Spoken;

mod spoken;

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
    pub heads: Vec<String>,
    pub rows: Vec<Vec<Cell>>,
}

impl Table {
    pub fn new(name: &'static str, heads: &[&str]) -> Self {
        Self { name, heads: heads.iter().map(|head| (*head).to_owned()).collect(), rows: Vec::new() }
    }

    /// Adds the columns of a text in each of its languages.
    fn speak(&mut self, spoken: &Spoken) {
        self.heads.extend(spoken.heads());
    }
}

/// All tables of a feed.
pub struct Tables {
    /// What must be known beside: that the data is invented, whose it is, of when, under which terms.
    pub remarks: Vec<String>,
    pub demo: bool,
    /// When the data was published.
    pub published: Option<Date>,
    /// A row a claim, in the order of the feed.
    pub claims: Table,
    /// A row a source; its claim is told by the number of the row.
    pub sources: Table,
    /// A row a reply, told in the same way.
    pub responses: Table,
    pub members: Table,
    /// A row a membership.
    pub groups: Table,
    /// The feed without what the tables hold.
    pub publication: Map<String, Value>,
}

/// What tables are made of.
pub struct Made<'a> {
    pub document: &'a Value,
    pub feed: &'a Feed,
    pub messages: &'a Messages,
    pub names: &'a Names,
    pub clock: Clock,
}

impl Tables {
    pub fn new(made: &Made<'_>) -> Self {
        let Made { document, feed, messages, names, clock } = *made;
        let teller = Teller { feed, messages, names };
        let mut records: Vec<&Record> = feed.records().iter().collect();
        records.sort_by_key(|record| record.position);
        Self {
            remarks: remarks(feed, messages, clock),
            demo: feed.demo,
            published: feed.published,
            claims: claims(&teller, &records),
            sources: sources(&teller, &records),
            responses: responses(feed, &records),
            members: members(&teller),
            groups: publication::memberships(document),
            publication: publication::head(document),
        }
    }

    /// The tables, each with a name.
    pub fn all(&self) -> [&Table; 5] {
        [&self.claims, &self.sources, &self.responses, &self.members, &self.groups]
    }
}

pub fn text(text: impl ToString) -> Cell {
    Cell::Text(text.to_string())
}

fn maybe(value: Option<impl ToString>) -> Cell {
    text(value.map(|value| value.to_string()).unwrap_or_default())
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

/// A claim’s number, its cells, the first and last day of its date, its sources beside, whether all of it is invented, and
/// its texts in each language.
fn claims(teller: &Teller<'_>, records: &[&Record]) -> Table {
    let beside = ["date.first", "date.last", "sources.count", "sources.titles", "sources.addresses", "demo"];
    let heads: Vec<&str> =
        ["claim"].into_iter().chain(HEADS[..CLAIM].iter().copied()).chain(beside).collect();
    let mut table = Table::new("claims", &heads);
    let texts = [
        Spoken::new("correction", records.iter().filter_map(|record| record.correction.as_ref())),
        Spoken::new("note", records.iter().filter_map(|record| record.note.as_ref())),
    ];
    texts.iter().for_each(|spoken| table.speak(spoken));
    for (index, record) in records.iter().enumerate() {
        let mut row = vec![number(index + 1)];
        row.extend(teller.claim(record).map(Cell::Text));
        row.extend([Cell::Day(record.date.first_day()), Cell::Day(record.date.last_day())]);
        row.extend(beside_claim(teller, record));
        row.extend(texts[0].cells(record.correction.as_ref()));
        row.extend(texts[1].cells(record.note.as_ref()));
        table.rows.push(row);
    }
    table
}

/// How many sources a claim has, their titles and addresses, and whether all is invented.
fn beside_claim(teller: &Teller<'_>, record: &Record) -> [Cell; 4] {
    let sources: Vec<_> = record.evidence.iter().map(|evidence| teller.source(evidence)).collect();
    let joined = |column: usize| {
        text(sources.iter().map(|source| source[column].as_str()).collect::<Vec<_>>().join("\n"))
    };
    [number(sources.len()), joined(1), joined(0), Cell::Is(teller.feed.demo)]
}

fn sources(teller: &Teller<'_>, records: &[&Record]) -> Table {
    let heads: Vec<&str> =
        ["claim"].into_iter().chain(HEADS[CLAIM..].iter().copied()).chain(["demo"]).collect();
    let mut table = Table::new("sources", &heads);
    let all = || records.iter().flat_map(|record| &record.evidence);
    let texts = [
        Spoken::new("source.title", all().filter_map(|source| source.title.as_ref())),
        Spoken::new("source.publisher", all().filter_map(|source| source.publisher.as_ref())),
        Spoken::new("source.quote", all().filter_map(|source| source.quote.as_ref())),
    ];
    texts.iter().for_each(|spoken| table.speak(spoken));
    for (index, record) in records.iter().enumerate() {
        for source in &record.evidence {
            let mut row = vec![number(index + 1)];
            row.extend(teller.source(source).map(Cell::Text));
            row.push(Cell::Is(teller.feed.demo));
            let own = [&source.title, &source.publisher, &source.quote];
            row.extend(texts.iter().zip(own).flat_map(|(spoken, text)| spoken.cells(text.as_ref())));
            table.rows.push(row);
        }
    }
    table
}

/// The replies, their texts in each language that they have.
fn responses(feed: &Feed, records: &[&Record]) -> Table {
    let mut table = Table::new("responses", &["claim", "response.date", "response.url", "demo"]);
    let all = || records.iter().flat_map(|record| &record.responses);
    let texts = [
        Spoken::whole("response.by", all().filter_map(|response| response.by.as_ref())),
        Spoken::whole("response.text", all().map(|response| &response.text)),
    ];
    texts.iter().for_each(|spoken| table.speak(spoken));
    for (index, record) in records.iter().enumerate() {
        for response in &record.responses {
            let url = response.url.as_ref().map(|url| url.as_str());
            let mut row = vec![number(index + 1), maybe(response.date), maybe(url), Cell::Is(feed.demo)];
            row.extend(texts[0].cells(response.by.as_ref()));
            row.extend(texts[1].cells(Some(&response.text)));
            table.rows.push(row);
        }
    }
    table
}

fn members(teller: &Teller<'_>) -> Table {
    let Teller { feed, messages, names } = *teller;
    let mut table = Table::new("members", &["country", "name", "region", "joined", "left", "demo"]);
    let own = Spoken::whole("name", feed.members.iter().filter_map(|member| member.name.as_ref()));
    table.heads.extend(own.heads().map(|head| head.replacen('.', "_", 1)));
    let row = |index: MemberIndex| {
        let member = &feed[index];
        let region = member.region.map(|region| feed[region].label.best(messages.tag()).text);
        let mut row = vec![text(member.code), text(names.of(index)), maybe(region)];
        row.extend([maybe(member.joined), maybe(member.left), Cell::Is(feed.demo)]);
        row.extend(own.cells(member.name.as_ref()));
        row
    };
    table.rows = feed.member_indices().map(row).collect();
    table
}
