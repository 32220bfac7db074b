//! What comes from npm, pinned by `xtask/npm/package-lock.json`: the tools wasm-opt, esbuild, terser, axe-core, html-validate, and MDN's
//! browser compatibility data, which a test reads.
//! They are installed below cargo's target directory and leave with it.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use super::system::{self, Package};
use crate::{place, process};

/// The folder in which the pinned packages are installed.
pub struct Npm(PathBuf);

impl Npm {
    /// Installs Node.js and the packages where they are missing or not the pinned ones.
    pub fn ensure() -> Result<Self> {
        if process::find(&["node"]).is_none() || process::find(&["npm"]).is_none() {
            system::install(&Package {
                what: "Node.js with npm",
                apt: &["nodejs", "npm"],
                dnf: &["nodejs", "npm"],
                pacman: &["nodejs", "npm"],
                brew: &["node"],
            })?;
        }
        let npm = Self(place::target()?.join("npm"));
        npm.install()?;
        Ok(npm)
    }

    fn install(&self) -> Result<()> {
        let source = place::root().join("xtask/npm");
        let lock = fs::read(source.join("package-lock.json"))?;
        let stamp = self.0.join("installed.json");
        if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
            return Ok(());
        }
        fs::create_dir_all(&self.0)?;
        for name in ["package.json", "package-lock.json", ".npmrc"] {
            fs::copy(source.join(name), self.0.join(name)).with_context(|| format!("xtask/npm/{name}"))?;
        }
        // No package needs its install script: the programs run as they come.
        process::run(
            Command::new("npm").args(["ci", "--ignore-scripts", "--loglevel=error"]).current_dir(&self.0),
        )
        .context("the tools from npm could not be installed: is the npm registry in reach?")?;
        Ok(fs::write(stamp, lock)?)
    }

    /// It is wasm itself. Most modules are so small that to compile it well takes longer than what it does.
    pub fn wasm_opt(&self) -> Command {
        self.binaryen("wasm-opt")
    }

    /// The same.
    pub fn wasm_merge(&self) -> Command {
        self.binaryen("wasm-merge")
    }

    fn binaryen(&self, name: &str) -> Command {
        let mut node = Command::new("node");
        node.arg("--liftoff-only").arg(self.modules().join(".bin").join(name));
        node
    }

    pub fn esbuild(&self) -> Command {
        self.program("esbuild")
    }

    /// Makes of a script that esbuild has minified one that is a thirtieth smaller still.
    pub fn terser(&self) -> Command {
        self.program("terser")
    }

    /// Where the packages are.
    pub fn modules(&self) -> PathBuf {
        self.0.join("node_modules")
    }

    /// The accessibility checker's script, to be run in a page.
    pub fn axe(&self) -> PathBuf {
        self.modules().join("axe-core/axe.min.js")
    }

    /// The checker of HTML.
    pub fn html_validate(&self) -> PathBuf {
        self.modules().join(".bin/html-validate")
    }

    fn program(&self, name: &str) -> Command {
        Command::new(self.modules().join(".bin").join(name))
    }
}
