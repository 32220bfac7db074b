//! `cargo xtask test`: everything that must hold, step by step. All steps run, whatever came of those before;
//! the last line counts the tests, and a step without tests counts as one when it fails.

use std::io::{BufRead, BufReader};
use std::process::{Command, ExitCode, Stdio};
use std::time::Instant;

use anyhow::{Context, Result, bail, ensure};

use crate::build::{self, Names};
use crate::tools::Browser;
use crate::{feed, place, process, tools, world};

mod tally;

use tally::Tally;

const USAGE: &str = "usage: cargo xtask test [--native | --browser [NAME]] [-- FILTER…]";

/// What to run.
struct Plan {
    native: bool,
    /// In which browsers; none where this is empty.
    browsers: Vec<Browser>,
    /// Passed on to the tests; where there is any, nothing but tests is run.
    filter: Vec<String>,
}

/// Runs the task.
pub fn run(args: &[String]) -> Result<ExitCode> {
    let plan = Plan::parse(args)?;
    let mut tally = Tally::default();
    // Before the two that need them part.
    step(&mut tally, "tools", |_| tools::for_build().map(drop));
    std::thread::scope(|scope| {
        // It takes one core for most of its time, and a target directory of its own.
        let build = (!plan.browsers.is_empty()).then(|| scope.spawn(|| build::build(Names::Drop)));
        if plan.native {
            plan.native(&mut tally);
        }
        if let Some(build) = build {
            let built = step(&mut tally, "release build", |_| {
                build.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
            });
            plan.browsers(&mut tally, built);
        }
    });
    let code = if tally.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE };
    println!("\n{tally}");
    Ok(code)
}

impl Plan {
    fn parse(args: &[String]) -> Result<Self> {
        let mut parts = args.splitn(2, |arg| arg == "--");
        let (options, filter) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
        let (native, browsers) = match options {
            [] => (true, Browser::ALL.to_vec()),
            [only] if only == "--native" => (true, Vec::new()),
            [only] if only == "--browser" => (false, Browser::ALL.to_vec()),
            [only, name] if only == "--browser" => (false, vec![Browser::named(name)?]),
            _ => bail!(USAGE),
        };
        Ok(Self { native, browsers, filter: filter.to_vec() })
    }

    fn native(&self, tally: &mut Tally) {
        if self.filter.is_empty() {
            step(tally, "format", |_| process::run(&mut cargo("fmt --all --check")));
            step(tally, "clippy", |_| clippy("--workspace --all-targets"));
            step(tally, "clippy, browser tests", |_| clippy("--workspace --test browser --test look"));
            step(tally, "clippy, wasm", |_| clippy("--lib --target wasm32-unknown-unknown"));
            step(tally, "map as generated", |_| world::run(&["--check".to_string()]));
            step(tally, "feeds as generated", |_| feed::run(&["--check".to_string()]));
        }
        step(tally, "native tests", |tally| {
            tests(tally, cargo("test --workspace --no-fail-fast --").args(&self.filter))
        });
    }

    fn browsers(&self, tally: &mut Tally, built: bool) {
        if !built {
            eprintln!("without a build there is nothing to show a browser");
            return;
        }
        for browser in &self.browsers {
            if let Some(reason) = browser.lacking() {
                tally.skip(format!("all browser tests in {}: {reason}", browser.name()));
                continue;
            }
            step(tally, &format!("browser tests in {}", browser.name()), |tally| {
                self.browser(*browser, tally)
            });
        }
    }

    fn browser(&self, browser: Browser, tally: &mut Tally) -> Result<()> {
        let programs = browser.ensure()?;
        let mut tests_in_browser = cargo("test --workspace --test browser --");
        tests_in_browser.args(&self.filter).arg(format!("--test-threads={}", threads()));
        tests_in_browser.env("DIST", place::dist()).env("AXE", tools::for_build()?.axe());
        tests_in_browser.env("BROWSER", browser.id()).envs(programs);
        tests(tally, &mut tests_in_browser)
    }
}

/// Runs one step and says how it went; a failure without a failed test is one in the tally.
fn step(tally: &mut Tally, name: &str, run: impl FnOnce(&mut Tally) -> Result<()>) -> bool {
    eprintln!("\n== {name}");
    let (start, failed) = (Instant::now(), tally.failed);
    let outcome = run(tally);
    let seconds = start.elapsed().as_secs_f32();
    match &outcome {
        Ok(()) => eprintln!("== {name}: fine ({seconds:.1} s)"),
        Err(error) => {
            eprintln!("== {name}: FAILED ({seconds:.1} s): {error:#}");
            tally.failed = tally.failed.max(failed + 1);
        }
    }
    outcome.is_ok()
}

fn clippy(targets: &str) -> Result<()> {
    process::run(&mut cargo(&format!("clippy --quiet {targets} -- --deny warnings")))
}

/// Runs a command of cargo's that tests, shows what it prints and counts its results.
fn tests(tally: &mut Tally, command: &mut Command) -> Result<()> {
    let mut child = command.stdout(Stdio::piped()).spawn().context("cargo cannot be run")?;
    let stdout = child.stdout.take().expect("its standard output is piped");
    for line in BufReader::new(stdout).lines() {
        let line = line?;
        tally.read(&line);
        println!("{line}");
    }
    let status = child.wait()?;
    ensure!(status.success(), "see above");
    Ok(())
}

/// A browser takes more than a core's worth, but not many fit into a laptop's memory.
fn threads() -> usize {
    std::thread::available_parallelism().map_or(2, |cores| cores.get().clamp(2, 4))
}

fn cargo(words: &str) -> Command {
    let mut command = Command::new(place::cargo());
    command.current_dir(place::root()).args(words.split(' '));
    command
}
