//! Chromium (or Chrome) and its driver.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::Programs;
use crate::tools::program;
use crate::tools::system::{self, Package};

/// Those that `CHROME` and `CHROMEDRIVER` name, those of the system, or the package manager's.
pub fn ensure() -> Result<Programs> {
    if let Some(found) = find() {
        return Ok(found);
    }
    system::install(&Package {
        what: "Chromium with its driver",
        apt: &["chromium", "chromium-driver"],
        dnf: &["chromium", "chromedriver"],
        pacman: &["chromium"],
        brew: &["--cask", "chromium", "chromedriver"],
    })?;
    find().context("Chromium was installed, but `chromium` or `chromedriver` is not on the PATH: set CHROME and CHROMEDRIVER to them")
}

fn find() -> Option<Programs> {
    let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    let chrome = program("CHROME", &names).or_else(application)?;
    let driver = program("CHROMEDRIVER", &["chromedriver", "chromium.chromedriver"])?;
    Some(vec![("CHROME", chrome), ("CHROMEDRIVER", driver)])
}

/// Where macOS keeps them.
fn application() -> Option<PathBuf> {
    let places = [
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ];
    places.iter().map(Path::new).find(|path| path.exists()).map(Path::to_path_buf)
}
