//! `cargo xtask test`: everything that must hold, step by step. All steps run, whatever came of those before;
//! the last line counts the tests, and a step without tests counts as one when it fails.

use std::io::{BufRead, BufReader};
use std::process::{Command, ExitCode, Stdio};
use std::time::Instant;

use anyhow::{Context, Result, bail, ensure};

use crate::build::{self, Names};
use crate::steps::Steps;
use crate::tools::Browser;
use crate::{feeds, package, place, process, tools, world};

mod marks;
mod site;
mod tally;

use marks::Marks;
use tally::Tally;

const USAGE: &str = "usage: cargo xtask test [--native | --browser [NAME]] [--everywhere] [-- FILTER…]";

/// What to run.
struct Plan {
    native: bool,
    /// In which browsers; none where this is empty.
    browsers: Vec<Browser>,
    /// Whether every browser runs every browser test, and not Chromium alone.
    everywhere: bool,
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
        let build = (!plan.browsers.is_empty())
            .then(|| scope.spawn(|| build::build(Names::Drop, &mut Steps::silent())));
        if plan.native {
            plan.native(&mut tally);
        }
        if let Some(build) = build {
            // While the build, which takes longer than all before, goes on with one core.
            step(&mut tally, "browser tests, compiled", |_| {
                process::run(&mut browser_tests("--no-run --quiet"))
            });
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
        let everywhere = options.iter().any(|option| option == "--everywhere");
        let options: Vec<&str> =
            options.iter().map(String::as_str).filter(|option| *option != "--everywhere").collect();
        let (native, browsers) = match options[..] {
            [] => (true, Browser::ALL.to_vec()),
            ["--native"] => (true, Vec::new()),
            ["--browser"] => (false, Browser::ALL.to_vec()),
            ["--browser", name] => (false, vec![Browser::named(name)?]),
            _ => bail!(USAGE),
        };
        Ok(Self { native, browsers, everywhere, filter: filter.to_vec() })
    }

    fn native(&self, tally: &mut Tally) {
        if self.filter.is_empty() {
            step(tally, "format", |_| process::run(&mut cargo("fmt --all --check")));
            step(tally, "clippy", |_| clippy("--workspace --all-targets --test browser --test look"));
            step(tally, "clippy, wasm", |_| {
                clippy("--package policy-explorer --lib --target wasm32-unknown-unknown")
            });
            step(tally, "map as generated", |_| world::run(&["--check".to_string()]));
            step(tally, "feeds as generated", |_| feeds(&["--check".to_string()]));
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

    /// Runs those of a browser's tests that are wanted, and those anew, once, under which the browser itself ended.
    fn browser(&self, browser: Browser, tally: &mut Tally) -> Result<()> {
        let (programs, npm) = (browser.ensure()?, tools::for_build()?);
        let program = |tally: &mut Tally, chosen: &[String]| {
            let mut command = browser_tests("--");
            command.args(chosen).arg(format!("--test-threads={}", threads()));
            command
                .env("DIST", place::dist())
                .env("AXE", npm.axe())
                .env("BROWSER", browser.id())
                .envs(programs.clone())
                .envs(site::make(npm.html_validate())?);
            if self.everywhere || browser == Browser::Chromium {
                command.envs(tools::server::ensure()).env("PACKAGE", package::write()?);
            }
            if self.everywhere {
                command.env("EVERYWHERE", "yes");
            }
            tests(tally, &mut command)
        };
        let failed = tally.failed;
        let outcome = match self.chosen(browser, tally)? {
            Some(chosen) => program(tally, &chosen),
            None => return Ok(()),
        };
        let anew = tally.begin_anew();
        if anew.is_empty() {
            return outcome;
        }
        let others = tally.failed - failed;
        program(tally, &exactly(anew))?;
        ensure!(others == 0, "see above");
        Ok(())
    }

    /// The words by which cargo's test program chooses a browser's tests; `None` where there is none to run.
    fn chosen(&self, browser: Browser, tally: &mut Tally) -> Result<Option<Vec<String>>> {
        if self.everywhere || browser == Browser::Chromium {
            return Ok(Some(self.filter.clone()));
        }
        let marks = Marks::read()?;
        let (each, others) = marks.for_each(&self.filter);
        if others > 0 {
            let name = browser.name();
            tally.remark(format!(
                "{others} tests not for {name}: Chromium tells for each engine (--everywhere runs them)"
            ));
        }
        Ok((!each.is_empty()).then(|| exactly(each.into_iter().map(str::to_owned).collect())))
    }
}

/// The tests of these names and no other.
fn exactly(mut names: Vec<String>) -> Vec<String> {
    names.push("--exact".to_owned());
    names
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

/// One more than there are cores, since a test now and then waits for a frame of the screen; but not many browsers fit into a
/// laptop's memory.
fn threads() -> usize {
    std::thread::available_parallelism().map_or(2, |cores| (cores.get() + 1).clamp(2, 4))
}

fn browser_tests(words: &str) -> Command {
    cargo(&format!("test --workspace --test browser {words}"))
}

fn cargo(words: &str) -> Command {
    let mut command = Command::new(place::cargo());
    command.current_dir(place::root()).args(words.split(' '));
    command
}
