//! `check FEED`: every problem of a feed with its place, what was probably meant, and the remedy.

use crate::load::{self, Loaded, Refused};
use clap::{Args, ValueEnum};
use policy_explorer::date::Date;
use report::Report;
use std::io::Write;
use std::path::{Path, PathBuf};

mod explain;
mod fix;
mod guess;
mod lint;
mod place;
mod problem;
mod report;
mod rules;
mod schema;

/// Check a feed: every problem with its place, what was probably meant, and the remedy
#[derive(Args)]
#[command(after_help = "\
Examples:
  policy-explorer check feed.json
  policy-explorer check --fix feed.json
  policy-explorer check --format sarif feed.json > feed.sarif
  policy-explorer check --explain record-country
  curl -s https://data.example/feed.json | policy-explorer check -")]
pub struct Arguments {
    /// The feed: a file, or - for standard input
    #[arg(value_name = "FEED", required_unless_present = "explain")]
    file: Option<PathBuf>,
    /// How the problems are written
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Mend what has exactly one right form, and show what is changed
    #[arg(long)]
    fix: bool,
    /// List every note, not the first three of a kind
    #[arg(long)]
    all: bool,
    /// Explain a problem by its code, with an example
    #[arg(long, value_name = "CODE", exclusive = true)]
    explain: Option<String>,
    /// The day that counts as today
    #[arg(long, value_name = "DATE", value_parser = crate::date)]
    today: Option<Date>,
}

/// How the problems are written.
#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Text,
    Json,
    Sarif,
}

/// Whether the feed has no problem that is worse than a note.
///
/// # Errors
/// In words, when the input cannot be used.
pub fn run(arguments: &Arguments) -> Result<bool, String> {
    let Arguments { file, explain, .. } = arguments;
    if let Some(code) = explain {
        return print(&explain::explain(code)?).map(|()| true);
    }
    let file = file.as_deref().expect("it is required");
    if arguments.fix && file == Path::new("-") {
        return Err("--fix needs a file: it writes into it".to_owned());
    }
    let today = arguments.today.unwrap_or_else(crate::today);
    let name = file.display().to_string();
    let mut loaded = match load::feed(file) {
        Ok(loaded) => loaded,
        Err(Refused { says, document }) => {
            let told = document.map(|no_feed| tell(&Report::refused(&no_feed), arguments, &name));
            return told.unwrap_or(Ok(())).and(Err(says));
        }
    };
    if arguments.fix {
        loaded = mended(file, loaded, today)?;
    }
    let report = Report::new(&loaded, today);
    tell(&report, arguments, &name)?;
    let is_fine = report.is_fine();
    // The program ends: a large document would be given back piece by piece for as long as a tenth of its reading.
    std::mem::forget(loaded);
    Ok(is_fine)
}

/// Prints a report in the form that was asked for.
fn tell(report: &Report<'_>, Arguments { format, all, .. }: &Arguments, name: &str) -> Result<(), String> {
    print(&match format {
        Format::Text => report::text::write(report, name, *all),
        Format::Json => report::json::write(report),
        Format::Sarif => report::sarif::write(report, name),
    })?;
    if report.more > 0 {
        eprintln!("policy-explorer: {} more findings are not listed", report.more);
    }
    Ok(())
}

/// Prints a report, with colours if it goes to a terminal.
fn print(text: &str) -> Result<(), String> {
    anstream::stdout().write_all(text.as_bytes()).map_err(|error| error.to_string())
}

/// Most rounds of mending. A member that is mended may have a date to mend, and then a claim, and its date.
const ROUNDS: usize = 8;

/// Mends what can be mended in one way alone, and writes it.
fn mended(file: &Path, loaded: Loaded, today: Date) -> Result<Loaded, String> {
    let name = file.display().to_string();
    let (mut loaded, mut edits, mut diff) = (loaded, 0, String::new());
    for _ in 0..ROUNDS {
        let mended = fix::mend(&Report::new(&loaded, today));
        if mended.edits == 0 {
            break;
        }
        edits += mended.edits;
        diff.push_str(&mended.diff);
        loaded = load::feed_of(&name, mended.text.as_bytes())?;
    }
    if edits > 0 {
        crate::write::write(file, loaded.text.as_bytes())?;
        eprint!("{diff}");
        eprintln!("policy-explorer: {edits} changes in {name}");
    }
    Ok(loaded)
}
