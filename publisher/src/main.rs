//! `policy-explorer`, for those who publish a feed: one file a command. Results go to standard output,
//! messages to standard error; the exit status is 0 (fine), 1 (problems found) or 2 (unusable arguments or
//! input).

use lexopt::{Arg, Parser};
use policy_explorer::date::{Date, Day};
use std::process::ExitCode;
use std::time::SystemTime;

mod check;
mod import;
mod load;
mod paint;
mod render;

const USAGE: &str = "\
usage: policy-explorer check FEED [--format text|json]
       policy-explorer import TABLE… --publication FILE|--base FEED [-o FEED] [--help]
       policy-explorer render FEED [--format html|svg|png] [-o FILE | --all FOLDER]
                              [--measure ID] [--date DATE] [--known DATE] [--lang TAG]
                              [--theme light|dark] [--size WIDTH] [--today DATE]
                              [--feed ADDRESS] [--module ADDRESS] [--picture ADDRESS]

FEED is a file, - for standard input. What the element takes as an attribute, render takes as an option.";

/// Today, by Coordinated Universal Time.
fn today() -> Date {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    let days = i64::try_from(since.as_secs() / 86_400).unwrap_or_default();
    let day = Day::numbered(Day { year: 1970, month: 1, day: 1 }.number() + days);
    Date::of(day.expect("the clock is before the year 10000"))
}

fn main() -> ExitCode {
    let mut arguments = Parser::from_env();
    let outcome = match arguments.next() {
        Ok(Some(Arg::Value(command))) if command == "check" => check::run(arguments),
        Ok(Some(Arg::Value(command))) if command == "import" => import::run(std::env::args_os().skip(2)),
        Ok(Some(Arg::Value(command))) if command == "render" => render::run(arguments),
        Ok(Some(Arg::Short('h') | Arg::Long("help"))) => {
            println!("{USAGE}");
            return ExitCode::SUCCESS;
        }
        _ => Err(USAGE.to_owned()),
    };
    match outcome {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(reason) => {
            eprintln!("policy-explorer: {reason}");
            ExitCode::from(2)
        }
    }
}
