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
    // Not every system has the engine alone.
    let package = |apt| Package {
        what: "Chromium with its driver",
        apt,
        dnf: &["chromium", "chromedriver"],
        pacman: &["chromium"],
        brew: &["--cask", "chromium", "chromedriver"],
    };
    system::install(&package(&["chromium-headless-shell", "chromium-driver"]))
        .or_else(|_| system::install(&package(&["chromium", "chromium-driver"])))?;
    find().context("Chromium was installed, but it or `chromedriver` is not on the PATH: set CHROME and CHROMEDRIVER to them")
}

fn find() -> Option<Programs> {
    // The first is the engine without a browser's own windows and menus, which take a quarter of the time.
    let names = [
        "chromium-headless-shell",
        "chrome-headless-shell",
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
    ];
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
