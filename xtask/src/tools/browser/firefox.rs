//! Firefox and its driver, geckodriver, which few systems have as a package.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use super::Programs;
use crate::tools::program;
use crate::tools::system::{self, Package};
use crate::{place, process};

/// The version that is installed where there is none.
const GECKODRIVER: &str = "geckodriver@0.37.1";

/// Those that `FIREFOX` and `GECKODRIVER` name, those of the system, or the package manager's and crates.io's.
pub fn ensure() -> Result<Programs> {
    let firefox = match firefox() {
        Some(found) => found,
        None => install_firefox()?,
    };
    let driver = match program("GECKODRIVER", &["geckodriver"]) {
        Some(found) => found,
        None => install_driver()?,
    };
    Ok(vec![("FIREFOX", firefox), ("GECKODRIVER", driver)])
}

fn firefox() -> Option<PathBuf> {
    let application = Path::new("/Applications/Firefox.app/Contents/MacOS/firefox");
    let found = program("FIREFOX", &["firefox", "firefox-esr"]);
    found.or_else(|| application.exists().then(|| application.to_path_buf()))
}

fn install_firefox() -> Result<PathBuf> {
    system::install(&Package {
        what: "Firefox",
        apt: &["firefox-esr"],
        dnf: &["firefox"],
        pacman: &["firefox"],
        brew: &["--cask", "firefox"],
    })?;
    firefox().context("Firefox was installed, but `firefox` is not on the PATH: set FIREFOX to it")
}

/// Compiles it once, below cargo's target directory.
fn install_driver() -> Result<PathBuf> {
    let root = place::target()?.join("geckodriver");
    let program = root.join("bin").join(format!("geckodriver{}", std::env::consts::EXE_SUFFIX));
    if !program.exists() {
        let mut install = Command::new(place::cargo());
        // A debug build takes half the time, and passes on commands as fast.
        install.args(["install", "--quiet", "--locked", "--debug", GECKODRIVER, "--root"]).arg(&root);
        install.arg("--target-dir").arg(root.join("target")).current_dir(place::root());
        process::run(&mut install).context("geckodriver could not be installed: set GECKODRIVER to it")?;
        std::fs::remove_dir_all(root.join("target")).ok();
    }
    Ok(program)
}
