//! Claims: what rows say, put together; the same claim of several rows is one with all their sources.

use super::date::Dating;
use super::report::{Remark, Report};
use policy_explorer::country::Code;
use policy_explorer::date::Date;
use serde_json::{Map, Value, json};

/// A claim of a row.
#[derive(Clone, Debug)]
pub struct Claim {
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
    pub correction: Vec<String>,
    /// What the sources say.
    pub note: Vec<String>,
    /// The sources.
    pub evidence: Vec<Evidence>,
    /// The cells of its status.
    pub at: Vec<String>,
}

/// A source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Evidence {
    /// Its address.
    pub url: String,
    /// The rest, in the order of the format.
    pub rest: Vec<(&'static str, String)>,
}

/// The claims of all tables, in their order.
#[derive(Clone, Debug, Default)]
pub struct Claims {
    claims: Vec<Claim>,
    index: std::collections::BTreeMap<String, usize>,
}

impl Claims {
    /// Adds a claim, to an equal one if there is one.
    pub fn add(&mut self, claim: Claim) {
        let withdrawn = claim.withdrawn.map(|date| date.to_string());
        let key =
            format!("{} {} {} {} {withdrawn:?}", claim.country, claim.measure, claim.status, claim.date);
        match self.index.get(&key) {
            Some(&index) => self.claims[index].join(claim),
            None => {
                self.index.insert(key, self.claims.len());
                self.claims.push(claim);
            }
        }
    }

    /// Asks of claims that contradict each other.
    pub fn contradictions(&self, report: &mut Report) {
        let mut said: std::collections::BTreeMap<String, Vec<&Claim>> = std::collections::BTreeMap::new();
        for claim in self.claims.iter().filter(|claim| claim.withdrawn.is_none()) {
            let key = format!("{} {} {}", claim.country, claim.measure, claim.date);
            said.entry(key).or_default().push(claim);
        }
        for (key, claims) in said.into_iter().filter(|(_, claims)| claims.len() > 1) {
            let statuses = || claims.iter().map(|claim| claim.status.clone());
            for at in claims.iter().flat_map(|claim| &claim.at) {
                let says = format!("Different statuses of the same country, measure and date: {key}");
                let decide = "--set CELL=- for the one that does not hold, or a later date";
                let question = Remark::question("contradiction", at, says, decide);
                report.add(
                    question
                        .group(&*key)
                        .value(statuses().collect::<Vec<_>>().join(" / "))
                        .candidates(statuses()),
                );
            }
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
        add_new(&mut self.note, other.note);
        add_new(&mut self.correction, other.correction);
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
        if let Some(dating) = self.dating {
            add("dating", json!(if dating == Dating::Since { "since" } else { "by" }));
        }
        for (field, date) in [("recorded", self.recorded), ("withdrawn", self.withdrawn)] {
            date.map(|date| add(field, json!(date.to_string())));
        }
        for (field, texts) in [("correction", &self.correction), ("note", &self.note)] {
            if !texts.is_empty() {
                add(field, json!(texts.join(" ")));
            }
        }
        if !self.evidence.is_empty() {
            add("evidence", self.evidence.iter().map(Evidence::json).collect());
        }
        Value::Object(record)
    }
}

impl Evidence {
    /// The source; one without a title is called by its address.
    fn json(&self) -> Value {
        let mut source = Map::from_iter([("url".to_owned(), json!(self.url))]);
        if !self.rest.iter().any(|(field, _)| *field == "title") {
            source.insert("title".to_owned(), json!(self.url));
        }
        source.extend(self.rest.iter().map(|(field, text)| ((*field).to_owned(), json!(text))));
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
