//! What a build or a test needs beyond cargo: found, or installed, or asked for in one line that says how.
//! Everything here may be called again and again; what is there already costs a look.

use std::path::PathBuf;

use anyhow::Result;

mod browser;
mod npm;
mod rust;
pub mod server;
mod system;
mod zig;

pub use browser::Browser;
pub use npm::Npm;
pub use rust::targets;
pub use zig::Zig;

/// What the build and the checks need; the tools from npm are returned.
pub fn for_build() -> Result<Npm> {
    rust::ensure()?;
    Npm::ensure()
}

/// A program of the system: the one that `variable` names, else the first of `names` on the `PATH`.
fn program(variable: &str, names: &[&str]) -> Option<PathBuf> {
    std::env::var_os(variable).map(PathBuf::from).or_else(|| crate::process::find(names))
}
