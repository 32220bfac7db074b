//! `policy-explorer`, for those who publish a feed: one file a command. The project’s own tasks make its feeds by the same
//! importer. Results go to standard output, messages to standard error; the exit status is 0 (fine), 1 (problems found) or 2
//! (unusable arguments or input).

// `cargo clippy --lib` with the target of the widget comes by here, and finds nothing to do.
#![cfg(not(target_arch = "wasm32"))]

use clap::{Parser, Subcommand};
use policy_explorer::date::{Date, Day};
use std::process::ExitCode;
use std::time::SystemTime;

mod check;
mod country;
mod diff;
mod export;
mod fields;
pub mod import;
pub mod layout;
mod load;
mod manual;
mod new;
mod paint;
mod render;
mod site;
mod split;
mod spread;
mod words;
mod write;

/// Checks and draws feeds of the Policy Explorer.
///
/// A feed says how far each member of an organisation has implemented a policy. FEED is a file, or - for standard input.
///
/// Results go to standard output, messages to standard error. The exit status is 0 if all is fine, 1 if problems were
/// found, and 2 if the arguments or the input cannot be used.
#[derive(Parser)]
#[command(name = "policy-explorer", version, args_override_self = true)]
struct Program {
    #[command(subcommand)]
    command: Command,
}

/// One file each.
#[derive(Subcommand)]
enum Command {
    New(new::Arguments),
    Check(check::Arguments),
    Import(import::Options),
    Export(export::Arguments),
    Diff(diff::Arguments),
    Render(render::Arguments),
    Site(site::Arguments),
    Split(split::Arguments),
    Completions(manual::Completions),
    Man(manual::Man),
}

impl Command {
    /// Whether no problem was found.
    fn run(self) -> Result<bool, String> {
        match self {
            Self::New(arguments) => new::run(&arguments),
            Self::Check(arguments) => check::run(&arguments),
            Self::Diff(arguments) => diff::run(&arguments),
            Self::Import(options) => import::run(&options),
            Self::Export(arguments) => export::run(&arguments),
            Self::Render(arguments) => render::run(arguments),
            Self::Site(arguments) => site::run(&arguments),
            Self::Split(arguments) => split::run(&arguments),
            Self::Completions(arguments) => manual::completions(&arguments),
            Self::Man(arguments) => manual::man(&arguments),
        }
    }
}

/// Today, by Coordinated Universal Time.
fn today() -> Date {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    let days = i64::try_from(since.as_secs() / 86_400).unwrap_or_default();
    let day = Day::numbered(Day { year: 1970, month: 1, day: 1 }.number() + days);
    Date::of(day.expect("the clock is before the year 10000"))
}

/// Reads a date in an argument.
fn date(text: &str) -> Result<Date, &'static str> {
    Date::parse(text).ok_or("a date is written as 2026, 2026-11 or 2026-11-29")
}

/// Runs the command line.
pub fn run() -> ExitCode {
    match Program::parse().command.run() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(reason) => {
            eprintln!("policy-explorer: {reason}");
            ExitCode::from(2)
        }
    }
}
