//! What the importer says of its tables: notices, questions, findings, or the one reason why it refuses a file.
//! The codes are those of docs/publishing.md.

use serde_json::{Value, json};
use std::collections::{HashMap, HashSet};
use std::fmt::Write;

/// How serious a remark is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Taken, but worth a look.
    Notice,
    /// More than one reading: an option or a column decides.
    Question,
    /// No reading.
    Finding,
}

/// A remark on some cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// How serious it is.
    pub kind: Kind,
    /// What it is about.
    pub code: &'static str,
    /// The cells, as a spreadsheet program names them; none for the whole file.
    pub at: Vec<String>,
    /// What is in the cells, as far as it is the same in all.
    pub value: String,
    /// What is the matter.
    pub says: String,
    /// The possible readings.
    pub candidates: Vec<String>,
    /// The option or the change to the table that decides.
    pub decide: String,
    /// What is the same in remarks that are said as one; if empty, what they say.
    pub group: String,
}

impl Remark {
    /// A remark on one cell.
    pub fn new(kind: Kind, code: &'static str, at: impl Into<String>, says: impl Into<String>) -> Self {
        let at = [at.into()].into_iter().filter(|at| !at.is_empty()).collect();
        let (value, says) = (String::new(), says.into());
        Self {
            kind,
            code,
            at,
            value,
            says,
            candidates: Vec::new(),
            decide: String::new(),
            group: String::new(),
        }
    }

    /// A notice on one cell, or on the whole file if the cell is empty.
    pub fn notice(code: &'static str, at: impl Into<String>, says: impl Into<String>) -> Self {
        Self::new(Kind::Notice, code, at, says)
    }

    /// A finding on one cell.
    pub fn finding(code: &'static str, at: impl Into<String>, says: impl Into<String>) -> Self {
        Self::new(Kind::Finding, code, at, says)
    }

    /// A question on one cell, and what decides it.
    pub fn question(
        code: &'static str,
        at: impl Into<String>,
        says: impl Into<String>,
        decide: impl Into<String>,
    ) -> Self {
        Self { decide: decide.into(), ..Self::new(Kind::Question, code, at, says) }
    }

    /// Takes what is in another cell.
    fn also(&mut self, value: &str) {
        if self.value.len() < VALUES && !self.value.split(", ").any(|known| known == value) {
            self.value = format!("{}, {value}", self.value);
        }
    }

    /// The remark with what is in the cell.
    pub fn value(self, value: impl Into<String>) -> Self {
        Self { value: value.into(), ..self }
    }

    /// The remark, to be said as one with those of the same group, in the words of the first.
    pub fn group(self, group: impl Into<String>) -> Self {
        Self { group: group.into(), ..self }
    }

    /// The remark with the possible readings.
    pub fn candidates<T: ToString>(self, candidates: impl IntoIterator<Item = T>) -> Self {
        Self { candidates: candidates.into_iter().map(|one| one.to_string()).collect(), ..self }
    }
}

/// All that is to be said of the tables, equal remarks on several cells as one.
#[derive(Clone, Debug, Default)]
pub struct Report {
    remarks: Vec<Remark>,
    /// Where the remarks are, by what makes them equal.
    places: HashMap<(Kind, &'static str, String), usize>,
    /// The cells that each names already.
    named: HashSet<(usize, String)>,
}

/// Values of equal remarks are listed up to this length.
const VALUES: usize = 500;

impl Report {
    /// Adds a remark; one that says the same of another cell takes its cells.
    pub fn add(&mut self, mut remark: Remark) {
        let at = std::mem::take(&mut remark.at);
        let is_grouped = !remark.group.is_empty();
        let same =
            if is_grouped { remark.group.clone() } else { format!("{}\n{}", remark.says, remark.decide) };
        let next = self.remarks.len();
        let place = *self.places.entry((remark.kind, remark.code, same)).or_insert(next);
        if place == next {
            self.remarks.push(remark);
        } else if !is_grouped {
            self.remarks[place].also(&remark.value);
        }
        for at in at {
            if self.named.insert((place, at.clone())) {
                self.remarks[place].at.push(at);
            }
        }
    }

    /// Adds the remarks of another report.
    pub fn join(&mut self, other: Self) {
        other.remarks.into_iter().for_each(|remark| self.add(remark));
    }

    /// The remarks of a kind.
    pub fn of(&self, kind: Kind) -> impl Iterator<Item = &Remark> {
        self.remarks.iter().filter(move |remark| remark.kind == kind)
    }

    /// Whether nothing keeps the feed from being written.
    pub fn is_clear(&self) -> bool {
        self.remarks.iter().all(|remark| remark.kind == Kind::Notice)
    }

    /// As a person reads it: the serious last, where a terminal shows it.
    pub fn text(&self) -> String {
        let mut text = String::new();
        for (kind, name) in
            [(Kind::Notice, "notice"), (Kind::Question, "question"), (Kind::Finding, "finding")]
        {
            for remark in self.of(kind) {
                write_remark(&mut text, name, remark);
            }
        }
        text
    }

    /// As a program reads it.
    pub fn json(&self, outcome: &str) -> Value {
        let list = |kind| self.of(kind).map(remark_json).collect::<Vec<_>>();
        json!({
            "outcome": outcome,
            "notices": list(Kind::Notice),
            "questions": list(Kind::Question),
            "findings": list(Kind::Finding),
        })
    }
}

/// As many cells are listed in text; a program gets all.
const LISTED: usize = 12;

fn write_remark(text: &mut String, name: &str, remark: &Remark) {
    let listed = remark.at.iter().take(LISTED).cloned().collect::<Vec<_>>().join(", ");
    let more = remark.at.len().saturating_sub(LISTED);
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    let space = if listed.is_empty() { "" } else { " " };
    let value = if remark.value.is_empty() { String::new() } else { format!(" ({})", brief(&remark.value)) };
    let written = writeln!(text, "{name}[{}]{space}{listed}{more}{value}: {}", remark.code, remark.says);
    written.expect("a text takes all");
    if !remark.candidates.is_empty() {
        writeln!(text, "  readings: {}", remark.candidates.join(", ")).expect("a text takes all");
    }
    if !remark.decide.is_empty() {
        writeln!(text, "  decide with: {}", remark.decide).expect("a text takes all");
    }
}

/// A value as far as a line of a report has room for it.
fn brief(value: &str) -> String {
    let line = value.replace(['\r', '\n'], " ");
    if line.chars().count() <= 80 { line } else { line.chars().take(79).chain(['…']).collect() }
}

fn remark_json(remark: &Remark) -> Value {
    json!({
        "code": remark.code,
        "at": remark.at,
        "value": remark.value,
        "says": remark.says,
        "candidates": remark.candidates,
        "decide": remark.decide,
    })
}

/// Why a file is refused as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// What it is about.
    pub code: &'static str,
    /// The reason, and what to do.
    pub says: String,
}

impl Refusal {
    /// A refusal in words.
    pub fn new(code: &'static str, says: impl Into<String>) -> Self {
        Self { code, says: says.into() }
    }

    /// A file that is not what it begins as.
    pub fn damaged(says: impl std::fmt::Display) -> Self {
        Self::new("damaged", format!("The file is damaged ({says}): save it again, or as CSV"))
    }

    /// A file beyond a limit.
    pub fn too_large(what: &str) -> Self {
        Self::new("too-large", format!("The file is too large: {what}"))
    }
}
