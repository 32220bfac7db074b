//! Zig, a compiler and linker for every target, and cargo-zigbuild, which gives it to cargo: from PyPI, where both are programs
//! ready to run, pinned, below cargo's target directory.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::{place, process};

const PACKAGES: [&str; 2] = ["ziglang==0.17.1", "cargo-zigbuild==0.24.1"];

/// The folder with the programs.
pub struct Zig(PathBuf);

impl Zig {
    /// Installs them where they are missing or not the pinned ones.
    pub fn ensure() -> Result<Self> {
        let folder = place::target()?.join("zig");
        let stamp = folder.join("installed");
        let wanted = PACKAGES.join("\n");
        if fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted) {
            return Ok(Self(folder.join("bin")));
        }
        install(&folder).context("Zig could not be installed: are python3 with venv, and PyPI in reach?")?;
        fs::write(&stamp, wanted)?;
        Ok(Self(folder.join("bin")))
    }

    /// The command, with the programs on its `PATH`.
    pub fn beside<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        let path = std::env::var_os("PATH").unwrap_or_default();
        let folders = std::iter::once(self.0.clone()).chain(std::env::split_paths(&path));
        command.env("PATH", std::env::join_paths(folders).unwrap_or(path))
    }
}

fn install(folder: &Path) -> Result<()> {
    process::output(Command::new("python3").args(["-m", "venv", "--clear"]).arg(folder))?;
    let pip = folder.join("bin/pip");
    process::output(Command::new(pip).args(["install", "--quiet", "--only-binary", ":all:"]).args(PACKAGES))?;
    Ok(())
}
