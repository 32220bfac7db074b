//! `import TABLE… -o FEED`: a feed from tables as people make them. One right reading is taken, with a notice if a
//! person might not expect it; more than one is asked; none is a finding. Nothing is guessed, and no row is dropped
//! without a word: docs/publishing.md has the rules.

use answers::Answers;
use book::{Read, Reader};
use options::Format;
use read::Judge;
use report::{Kind, Refusal, Report};
use serde_json::{Map, Value, json};
use std::io::Write;
use std::path::Path;

mod answers;
mod beside;
mod book;
mod choose;
mod claims;
mod date;
mod files;
mod grid;
mod heads;
mod layout;
mod options;
mod publication;
mod read;
mod repair;
mod report;
mod rows;
mod said;
mod source;
mod status;
mod table;
mod texts;

pub use options::Options;

/// What became of the tables.
#[derive(Debug)]
pub enum Outcome {
    /// The feed, how many claims it has, and the notices.
    Feed(Map<String, Value>, usize, Report),
    /// What keeps the feed from being written.
    Open(Report),
    /// Why a file is refused.
    Refused(String, Refusal),
}

/// Whether the feed is written.
///
/// # Errors
/// In words, when an argument or a file cannot be used.
pub fn run(options: &Options) -> Result<bool, String> {
    let outcome = import(options)?;
    let told = tell(options, &outcome)?;
    match outcome {
        Outcome::Feed(feed, ..) => write(options, &feed).map(|()| true),
        Outcome::Open(_) => Ok(false),
        Outcome::Refused(..) => Err(told),
    }
}

/// Reads the tables.
///
/// # Errors
/// In words, when an argument or a file cannot be used.
pub fn import(options: &Options) -> Result<Outcome, String> {
    let tables = files::tables(options)?;
    let publication = files::publication(options, &tables)?;
    let answers = Answers::new(options, &publication)?;
    let reader = Reader { publication: &publication, answers: &answers };
    let (mut read, mut report, mut sheets) = (Read::default(), Report::default(), Vec::new());
    for path in &tables {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let bytes = std::fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
        let mut book = match read::read(&name, &bytes, options.encoding.as_deref(), &reader) {
            Ok(book) => book,
            Err(refusal) => return Ok(Outcome::Refused(path.display().to_string(), refusal)),
        };
        if tables.len() > 1 {
            book.sheets.iter_mut().for_each(|sheet| sheet.prefix = format!("{name}!{}", sheet.prefix));
        }
        sheets.extend(
            book.sheets
                .iter()
                .map(|sheet| grid::Sheet { prefix: sheet.prefix.clone(), ..Default::default() }),
        );
        reader.read(path, book, &mut read, &mut report);
    }
    check_places(&answers, &sheets)?;
    let Read { mut claims, beside } = read;
    beside.join(&mut claims, &mut report);
    claims.contradictions(&mut report);
    if !report.is_clear() {
        return Ok(Outcome::Open(report));
    }
    let mut feed = publication.document;
    let count = claims.len();
    feed.insert("records".to_owned(), Value::Array(claims.records()));
    Ok(Outcome::Feed(feed, count, report))
}

/// An answer about a cell that is nowhere is a typing error.
fn check_places(answers: &Answers, sheets: &[grid::Sheet]) -> Result<(), String> {
    match answers.cells.iter().find(|(place, _)| !repair::is_place(sheets, place)) {
        Some((place, _)) => Err(format!("--set {place}=…: no such cell")),
        None => Ok(()),
    }
}

impl Judge for Reader<'_> {
    fn known_heads(&self, texts: &[String]) -> usize {
        layout::known_heads(texts, self.publication, self.answers)
    }
}

/// Writes the report: to standard output, unless the feed goes there. What a refusal says is returned.
fn tell(options: &Options, outcome: &Outcome) -> Result<String, String> {
    let refused = |path: &str, refusal: &Refusal| format!("{path} [{}]: {}", refusal.code, refusal.says);
    let text = match (options.format, outcome) {
        (Format::Text, Outcome::Feed(_, count, report)) => format!("{}claims: {count}\n", report.text()),
        (Format::Text, Outcome::Open(report)) => format!("{}{}\n", report.text(), open(report)),
        (Format::Text, Outcome::Refused(..)) => String::new(),
        (Format::Json, Outcome::Feed(_, count, report)) => with(report.json("feed"), "claims", json!(count)),
        (Format::Json, Outcome::Open(report)) => {
            let is_asked = report.of(Kind::Question).next().is_some();
            format!("{:#}\n", report.json(if is_asked { "questions" } else { "findings" }))
        }
        (Format::Json, Outcome::Refused(_, refusal)) => {
            let why = json!({"code": refusal.code, "says": refusal.says});
            with(Report::default().json("refused"), "refused", why)
        }
    };
    let written = if options.output.is_some() || !matches!(outcome, Outcome::Feed(..)) {
        std::io::stdout().write_all(text.as_bytes())
    } else {
        std::io::stderr().write_all(text.as_bytes())
    };
    written.map_err(|error| error.to_string())?;
    Ok(match outcome {
        Outcome::Refused(path, refusal) => refused(path, refusal),
        Outcome::Feed(..) | Outcome::Open(_) => String::new(),
    })
}

fn with(mut report: Value, field: &str, value: Value) -> String {
    report[field] = value;
    format!("{report:#}\n")
}

/// How many questions and findings there are.
fn open(report: &Report) -> String {
    let count = |kind| report.of(kind).count();
    let (questions, findings) = (count(Kind::Question), count(Kind::Finding));
    format!("questions: {questions}, findings: {findings}; nothing is written")
}

/// Writes the feed, whole or not at all.
fn write(options: &Options, feed: &Map<String, Value>) -> Result<(), String> {
    let text = format!("{:#}\n", Value::Object(feed.clone()));
    match &options.output {
        Some(path) if path != Path::new("-") => super::write::write(path, text.as_bytes()),
        _ => super::write::print(text.as_bytes()),
    }
}
