//! Chromium (or Chrome) and its driver.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::system::{self, Package};

/// A browser and the program that drives it.
pub struct Browser {
    pub chrome: PathBuf,
    pub driver: PathBuf,
}

impl Browser {
    /// Those that `CHROME` and `CHROMEDRIVER` name, those of the system, or the package manager's.
    pub fn ensure() -> Result<Self> {
        if let Some(found) = Self::find() {
            return Ok(found);
        }
        system::install(&Package {
            what: "Chromium with its driver",
            apt: &["chromium", "chromium-driver"],
            dnf: &["chromium", "chromedriver"],
            pacman: &["chromium"],
            brew: &["--cask", "chromium", "chromedriver"],
        })?;
        Self::find().context("Chromium was installed, but `chromium` or `chromedriver` is not on the PATH: set CHROME and CHROMEDRIVER to them")
    }

    fn find() -> Option<Self> {
        let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
        let chrome = super::program("CHROME", &names).or_else(application)?;
        let driver = super::program("CHROMEDRIVER", &["chromedriver", "chromium.chromedriver"])?;
        Some(Self { chrome, driver })
    }
}

/// Where macOS keeps them.
fn application() -> Option<PathBuf> {
    let places = [
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ];
    places.iter().map(Path::new).find(|path| path.exists()).map(Path::to_path_buf)
}
