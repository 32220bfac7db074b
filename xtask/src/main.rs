//! The project's tasks: `cargo xtask serve|test|look|build|package|binaries|world|feed`.

use std::process::{Command, ExitCode};

use anyhow::{Result, bail};

mod binaries;
mod build;
mod look;
mod package;
mod place;
mod process;
mod serve;
mod steps;
mod test;
mod tools;
mod world;

const USAGE: &str = "usage: cargo xtask serve [--port N]
       cargo xtask test [--native | --browser [NAME]] [--everywhere] [-- FILTER…]
       cargo xtask look [SCENE… LANGUAGE… COLOURS… WIDTH…]
       cargo xtask build [--names]
       cargo xtask package
       cargo xtask binaries [TARGET…]
       cargo xtask world | feed [--check]";

fn main() -> ExitCode {
    match task() {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn task() -> Result<ExitCode> {
    let mut args = std::env::args().skip(1);
    let task = args.next();
    let rest: Vec<String> = args.collect();
    match task.as_deref() {
        Some("build") => build::run(&rest)?,
        Some("serve") => serve::run(&rest)?,
        Some("test") => return test::run(&rest),
        Some("look") => look::run(&rest)?,
        Some("package") => package::run(&rest)?,
        Some("binaries") => binaries::run(&rest)?,
        Some("world") => world::run(&rest)?,
        Some("feed") => feeds(&rest)?,
        _ => bail!(USAGE),
    }
    Ok(ExitCode::SUCCESS)
}

/// Makes the feeds, or compares them, by a program of its own: it takes minutes to compile, which no other task waits for.
fn feeds(args: &[String]) -> Result<()> {
    let mut cargo = Command::new(place::cargo());
    cargo.current_dir(place::root()).args(["run", "--quiet", "--package", "feeds", "--"]).args(args);
    process::run(&mut cargo)
}
