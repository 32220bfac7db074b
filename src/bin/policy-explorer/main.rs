//! `policy-explorer`, for those who publish a feed: one file a command. Results go to standard output,
//! messages to standard error; the exit status is 0 (fine), 1 (problems found) or 2 (unusable arguments or
//! input).

use lexopt::{Arg, Parser};
use std::process::ExitCode;

mod check;

const USAGE: &str =
    "usage: policy-explorer check FEED [--format text|json]    (FEED: a file, - for standard input)";

fn main() -> ExitCode {
    let mut arguments = Parser::from_env();
    let outcome = match arguments.next() {
        Ok(Some(Arg::Value(command))) if command == "check" => check::run(arguments),
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
