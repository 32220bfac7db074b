//! Claims: what rows say, put together; the same claim of several rows is one with all their sources.

use super::date::Dating;
use super::publication::Order;
use super::report::{Remark, Report};
use super::texts::Texts;
use policy_explorer::country::Code;
use policy_explorer::date::Date;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// A claim of a row.
#[derive(Clone, Debug)]
pub struct Claim {
    /// The number by which other tables name it.
    pub number: Option<String>,
    /// The country.
    pub country: Code,
    /// The measure's id.
    pub measure: String,
    /// The status's id.
    pub status: String,
    /// The date.
    pub date: Date,
    /// Whether it began then, if the table says so.
    pub dating: Option<Dating>,
    /// When the publisher first said so.
    pub recorded: Option<Date>,
    /// When the publisher took it back.
    pub withdrawn: Option<Date>,
    /// Why it was taken back.
    pub correction: Texts,
    /// What the sources say.
    pub note: Texts,
    /// The replies to it.
    pub responses: Vec<Value>,
    /// The cell with replies for reading.
    pub replies: Option<String>,
    /// The sources.
    pub evidence: Vec<Evidence>,
    /// The cells of its status.
    pub at: Vec<String>,
}

/// What is said of a claim without a source.
pub const NO_SOURCE: &str = "No web address: the claim has no source";

/// A source.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Evidence {
    /// Its address.
    pub url: String,
    /// The rest, in the order of the format.
    pub rest: Vec<(&'static str, Texts)>,
}

/// The claims of all tables, in their order.
#[derive(Clone, Debug, Default)]
pub struct Claims {
    claims: Vec<Claim>,
    index: BTreeMap<String, usize>,
    /// The cells with the numbers of claims, those of rows that make none among them.
    numbers: BTreeMap<String, Vec<String>>,
    /// Those of rows that the publication keeps out of the feed.
    pub withheld: Vec<Claim>,
}

impl Claims {
    /// Adds a claim, to an equal one if there is one.
    pub fn add(&mut self, claim: Claim) {
        let withdrawn = claim.withdrawn.map(|date| date.to_string());
        let key = format!(
            "{} {} {} {} {withdrawn:?} {:?}",
            claim.country, claim.measure, claim.status, claim.date, claim.number
        );
        match self.index.get(&key) {
            Some(&index) => self.claims[index].join(claim),
            None => {
                self.index.insert(key, self.claims.len());
                self.claims.push(claim);
            }
        }
    }

    /// Keeps a claim out of the feed.
    pub fn withhold(&mut self, claim: Claim) {
        self.withheld.push(claim);
    }

    /// Puts the claims in order; the measures are those of the publication, in its order.
    pub fn sort(&mut self, order: Order, measures: &[&str]) {
        if order == Order::Table {
            return;
        }
        let place = |id: &str| measures.iter().position(|measure| *measure == id);
        // As text, a date that says less comes before those within it.
        let text = |date: Option<Date>| date.map(|date| date.to_string());
        self.claims.sort_by_cached_key(|claim| {
            let Claim { country, measure, date, status, withdrawn, .. } = claim;
            (*country, place(measure), text(Some(*date)), status.clone(), text(*withdrawn))
        });
    }

    /// Asks of claims that contradict each other. Those with numbers are known to be several, as an export has them, and
    /// the format says which counts.
    pub fn contradictions(&self, report: &mut Report) {
        let mut said: BTreeMap<String, Vec<&Claim>> = BTreeMap::new();
        for claim in self.claims.iter().filter(|claim| claim.withdrawn.is_none()) {
            let key = format!("{} {} {}", claim.country, claim.measure, claim.date);
            said.entry(key).or_default().push(claim);
        }
        for (key, claims) in said.into_iter().filter(|(_, claims)| claims.len() > 1) {
            let are_numbered = claims.iter().all(|claim| claim.number.is_some());
            let remark = if are_numbered { later_counts } else { contradiction };
            let statuses: Vec<&str> = claims.iter().map(|claim| claim.status.as_str()).collect();
            for at in claims.iter().flat_map(|claim| &claim.at) {
                report.add(remark(at, &key, &statuses).group(&*key).value(statuses.join(" / ")));
            }
        }
    }

    /// Takes note of a number of a claim.
    pub fn number(&mut self, number: String, at: String) {
        self.numbers.entry(number).or_default().push(at);
    }

    /// What is to be said of a number that another table names and that is not the number of one claim.
    pub fn strange(&self, number: &str, at: &str) -> Remark {
        let says = match self.numbers.get(number).map(Vec::as_slice) {
            None => format!("No claim has the number {number}"),
            Some([_]) => {
                return Remark::notice("no-claim", at, "The row of that number makes no claim: left out");
            }
            Some(cells) => format!("Several rows have the number {number}: {}", cells.join(", ")),
        };
        Remark::finding("claim-number", at, says).value(number)
    }

    /// Those with a number that is theirs alone.
    pub fn numbered(&mut self) -> impl Iterator<Item = (&mut Claim, String)> {
        let numbers = &self.numbers;
        self.claims.iter_mut().filter_map(|claim| {
            let number = claim.number.clone()?;
            numbers.get(&number).is_some_and(|cells| cells.len() == 1).then_some((claim, number))
        })
    }

    /// Says where tables beside give nothing: of claims with numbers no source, of any no reply as such.
    pub fn say_missing(&self, report: &mut Report) {
        let unsourced =
            self.claims.iter().filter(|claim| claim.number.is_some() && claim.evidence.is_empty());
        for at in unsourced.flat_map(|claim| &claim.at) {
            report.add(Remark::notice("no-source", at, NO_SOURCE));
        }
        let left_out = self.claims.iter().filter(|claim| claim.responses.is_empty());
        for at in left_out.filter_map(|claim| claim.replies.as_ref()) {
            let says = "Replies are read from a table of their own, a row a reply: left out";
            report.add(Remark::notice("responses-left-out", at, says));
        }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.claims.len()
    }

    /// As records of the feed.
    pub fn records(&self) -> Vec<Value> {
        self.claims.iter().map(Claim::record).collect()
    }
}

/// The question which of several statuses of one day holds.
fn contradiction(at: &str, key: &str, statuses: &[&str]) -> Remark {
    let says = format!("Different statuses of the same country, measure and date: {key}");
    let decide = "--set CELL=- for the one that does not hold, or a later date";
    Remark::question("contradiction", at, says, decide).candidates(statuses)
}

/// The notice that of several claims of one day the last counts.
fn later_counts(at: &str, key: &str, _: &[&str]) -> Remark {
    let says = format!("Several claims about the same country, measure and date: the last counts: {key}");
    Remark::notice("contradiction", at, says)
}

impl Claim {
    fn join(&mut self, other: Self) {
        // A start that one source states outweighs days by which others saw it in place.
        self.dating = if [self.dating, other.dating].contains(&Some(Dating::Since)) {
            Some(Dating::Since)
        } else {
            self.dating.or(other.dating)
        };
        self.recorded =
            [self.recorded, other.recorded].into_iter().flatten().min_by_key(|date| date.first_day());
        self.note.join(other.note);
        self.correction.join(other.correction);
        add_new(&mut self.at, other.at);
        for source in other.evidence {
            if !self.evidence.iter().any(|known| known.url == source.url) {
                self.evidence.push(source);
            }
        }
    }

    fn record(&self) -> Value {
        let mut record = Map::new();
        let mut add = |field: &str, value: Value| record.insert(field.to_owned(), value);
        add("country", json!(self.country.as_str()));
        add("measure", json!(self.measure));
        add("status", json!(self.status));
        add("date", json!(self.date.to_string()));
        // `since` is what readers take for granted.
        if self.dating == Some(Dating::By) {
            add("dating", json!("by"));
        }
        for (field, date) in [("recorded", self.recorded), ("withdrawn", self.withdrawn)] {
            date.map(|date| add(field, json!(date.to_string())));
        }
        for (field, texts) in [("correction", &self.correction), ("note", &self.note)] {
            if !texts.is_empty() {
                add(field, texts.json());
            }
        }
        if !self.responses.is_empty() {
            add("responses", json!(self.responses));
        }
        if !self.evidence.is_empty() {
            add("evidence", self.evidence.iter().map(Evidence::json).collect());
        }
        Value::Object(record)
    }
}

impl Evidence {
    /// What it is called, in the first of its languages; empty if it has no title.
    pub fn title(&self) -> &str {
        let title = self.rest.iter().find(|(field, _)| *field == "title");
        title.and_then(|(_, texts)| texts.all().next()).unwrap_or_default()
    }

    /// The source; one without a title is called by its address.
    fn json(&self) -> Value {
        let mut source = Map::from_iter([("url".to_owned(), json!(self.url))]);
        if !self.rest.iter().any(|(field, _)| *field == "title") {
            source.insert("title".to_owned(), json!(self.url));
        }
        source.extend(self.rest.iter().map(|(field, text)| ((*field).to_owned(), text.json())));
        Value::Object(source)
    }
}

fn add_new(texts: &mut Vec<String>, others: Vec<String>) {
    for text in others {
        if !texts.contains(&text) {
            texts.push(text);
        }
    }
}
