//! The parts of the toolchain that `rust-toolchain.toml` names. Where rustup's automatic installation is
//! switched off, they are asked for by name.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::{place, process};

/// Makes sure of the wasm32 target and of the standard library's source, from which it is rebuilt.
pub fn ensure() -> Result<()> {
    targets(&["wasm32-unknown-unknown"])?;
    if !rustlib()?.join("src/rust/library/std").is_dir() {
        rustup(&["component", "add", "rust-src"])?;
    }
    for (component, program) in [("rustfmt", "cargo-fmt"), ("clippy", "cargo-clippy")] {
        let found = Command::new(program).arg("--version").current_dir(place::root()).output();
        if !found.is_ok_and(|output| output.status.success()) {
            rustup(&["component", "add", component])?;
        }
    }
    Ok(())
}

/// Makes sure of the standard library for these targets.
pub fn targets(names: &[&str]) -> Result<()> {
    let rustlib = rustlib()?;
    let missing = names.iter().filter(|name| !rustlib.join(name).join("lib").is_dir());
    missing.into_iter().try_for_each(|name| rustup(&["target", "add", name]))
}

/// Where the toolchain has its libraries.
fn rustlib() -> Result<PathBuf> {
    let sysroot =
        process::output(Command::new("rustc").args(["--print", "sysroot"]).current_dir(place::root()))?;
    Ok(Path::new(String::from_utf8(sysroot)?.trim()).join("lib/rustlib"))
}

fn rustup(args: &[&str]) -> Result<()> {
    process::run(Command::new("rustup").args(args).current_dir(place::root()))
        .with_context(|| format!("install it yourself: rustup {}", args.join(" ")))
}
