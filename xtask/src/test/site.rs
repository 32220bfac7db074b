//! The site of the real feed with the widget of `dist/`, made by the command line for the browser tests.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;

use crate::{place, process};

/// Makes the site; returns the variables that tell the tests of it, and of what checks its HTML.
pub fn make(validator: PathBuf) -> Result<[(&'static str, PathBuf); 2]> {
    let (dist, site) = (place::dist(), place::target()?.join("site"));
    if site.exists() {
        fs::remove_dir_all(&site)?;
    }
    let mut program = Command::new(place::cargo());
    program.current_dir(place::root()).args(["run", "--quiet", "--package", "publisher", "--", "site"]);
    program.arg(dist.join("feed.json")).arg("-o").arg(&site).arg("--widget").arg(dist);
    process::run(program.args(["--url", "https://data.example/policy/"]))?;
    Ok([("SITE", site), ("HTML_VALIDATE", validator)])
}
