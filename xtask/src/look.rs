//! `cargo xtask look`: pictures of the whole matrix of views, languages, colour schemes, widths and states in
//! the target directory's `look/`, with one sheet of all of them, for a person to look at.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result};

use crate::build::{self, Names};
use crate::steps::Steps;
use crate::tools::Browser;
use crate::{place, process};

/// Builds, and takes the pictures; `names` are the scenes, languages, colours and widths to take.
pub fn run(names: &[String]) -> Result<()> {
    build::build(Names::Drop, &mut Steps::new(build::STEPS))?;
    let programs = Browser::Chromium.ensure()?;
    let folder = place::target()?.join("look");
    if folder.exists() {
        fs::remove_dir_all(&folder).context("the pictures of the last time cannot be removed")?;
    }
    fs::create_dir_all(&folder)?;
    let mut look = Command::new(place::cargo());
    look.current_dir(place::root()).args(["test", "--quiet", "--test", "look", "--"]).args(names);
    look.env("LOOK", &folder)
        .env("DIST", place::dist())
        .env("BROWSER", Browser::Chromium.id())
        .envs(programs);
    process::run(&mut look)
}
