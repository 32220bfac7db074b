//! `import TABLE… -o FEED`: a feed from tables as people make them. One right reading is taken, with a notice if a
//! person might not expect it; more than one is asked; none is a finding. Nothing is guessed, and no row is dropped
//! without a word: docs/publishing.md has the rules.

use answers::Answers;
use book::{Read, Reader};
use claims::Claims;
use options::Format;
use publication::Publication;
use read::Judge;
use report::{Kind, Refusal, Report};
use serde_json::{Value, json};
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
mod withheld;

pub use options::Options;

/// What became of the tables.
#[derive(Debug)]
enum Outcome {
    /// The feed, and the notices.
    Feed(Made, Report),
    /// What keeps the feed from being written.
    Open(Report),
    /// Why a file is refused.
    Refused(String, Refusal),
}

/// A feed that was made of tables.
#[derive(Debug)]
pub struct Made {
    /// The feed as it is written.
    pub feed: String,
    /// How many claims it has.
    pub claims: usize,
    /// The list of the rows and memberships that are kept out of it, as Markdown.
    pub left_out: String,
}

/// Reads the tables of a folder with the publication among them; the feed may lie there, too.
///
/// # Errors
/// In words, with everything that keeps the feed from being made.
pub fn folder(folder: &Path, feed: &Path) -> Result<Made, String> {
    let options =
        Options { tables: vec![folder.to_owned()], output: Some(feed.to_owned()), ..Options::default() };
    match import(&options)? {
        Outcome::Feed(made, _) => Ok(made),
        Outcome::Open(report) => Err(format!("{}{}", report.text(), open(&report))),
        Outcome::Refused(path, refusal) => Err(refused(&path, &refusal)),
    }
}

/// Whether the feed is written.
///
/// # Errors
/// In words, when an argument or a file cannot be used.
pub(crate) fn run(options: &Options) -> Result<bool, String> {
    let outcome = import(options)?;
    let told = tell(options, &outcome)?;
    match outcome {
        Outcome::Feed(made, _) => write(options, &made).map(|()| true),
        Outcome::Open(_) => Ok(false),
        Outcome::Refused(..) => Err(told),
    }
}

/// Reads the tables.
///
/// # Errors
/// In words, when an argument or a file cannot be used.
fn import(options: &Options) -> Result<Outcome, String> {
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
    withheld::check(&claims, &publication, &mut report);
    if !report.is_clear() {
        return Ok(Outcome::Open(report));
    }
    claims.sort(publication.settings.import.order, &publication.measures.ids().collect::<Vec<_>>());
    Ok(Outcome::Feed(made(publication, &claims), report))
}

fn made(publication: Publication, claims: &Claims) -> Made {
    let left_out = withheld::page(claims, &publication);
    let mut feed = publication.document;
    feed.insert("records".to_owned(), Value::Array(claims.records()));
    Made { feed: crate::layout::json(&feed), claims: claims.len(), left_out }
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
    let text = match (options.format, outcome) {
        (Format::Text, Outcome::Feed(made, report)) => format!("{}claims: {}\n", report.text(), made.claims),
        (Format::Text, Outcome::Open(report)) => format!("{}{}\n", report.text(), open(report)),
        (Format::Text, Outcome::Refused(..)) => String::new(),
        (Format::Json, Outcome::Feed(made, report)) => {
            with(report.json("feed"), "claims", json!(made.claims))
        }
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

/// Why a file is refused, in a line.
fn refused(path: &str, refusal: &Refusal) -> String {
    format!("{path} [{}]: {}", refusal.code, refusal.says)
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

/// Writes the feed, whole or not at all, and what is kept out of it.
fn write(options: &Options, made: &Made) -> Result<(), String> {
    if let Some(path) = &options.left_out {
        super::write::write(path, made.left_out.as_bytes())?;
    }
    match &options.output {
        Some(path) if path != Path::new("-") => super::write::write(path, made.feed.as_bytes()),
        _ => super::write::print(made.feed.as_bytes()),
    }
}
