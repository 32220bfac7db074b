//! Watches the sources of the build, and builds again.

use std::path::Path;
use std::process::Command;
use std::sync::mpsc;
use std::time::Duration;

use anyhow::Result;
use notify::{Event, RecursiveMode, Watcher};

use crate::place;

/// A burst of changes is over when nothing has changed for so long.
const QUIET: Duration = Duration::from_millis(200);
const FOLDERS: [&str; 4] = ["src", "styles", "data", "xtask"];
const FILES: [&str; 8] = [
    "index.html",
    "index.css",
    "builder.css",
    "findings.html",
    "icon.svg",
    "embed.html",
    "Cargo.toml",
    "Cargo.lock",
];

/// Calls `changed` after each burst of changes, and returns only when the watching fails.
pub fn watch(mut changed: impl FnMut()) -> Result<()> {
    let (sender, events) = mpsc::channel();
    let mut watcher = notify::recommended_watcher(sender)?;
    for folder in FOLDERS {
        watcher.watch(&place::root().join(folder), RecursiveMode::Recursive)?;
    }
    // An editor may put a new file in the old one's place, so the folder is watched, not the files.
    watcher.watch(place::root(), RecursiveMode::NonRecursive)?;
    loop {
        if is_change(&events.recv()??) {
            while events.recv_timeout(QUIET).is_ok() {}
            changed();
        }
    }
}

/// Reading a file, as the build does, is no change.
fn is_change(event: &Event) -> bool {
    !event.kind.is_access() && event.paths.iter().any(|path| is_source(path))
}

/// Builds in a process of its own, since a change may concern this program too (the phrases are compiled into
/// it). A failure has been printed by then, and the old build stays.
pub fn rebuild() -> bool {
    eprintln!("building again");
    let mut cargo = Command::new(place::cargo());
    cargo.args(["run", "--package", "xtask", "--", "build"]).current_dir(place::root());
    let built = cargo.status().is_ok_and(|status| status.success());
    eprintln!("{}", if built { "built" } else { "not built: the page still shows the last build" });
    built
}

fn is_source(path: &Path) -> bool {
    let Ok(path) = path.strip_prefix(place::root()) else { return false };
    let first =
        path.components().next().map(|component| component.as_os_str().to_string_lossy().into_owned());
    let within = |names: &[&str]| first.as_deref().is_some_and(|first| names.contains(&first));
    let hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
    (within(&FOLDERS) || within(&FILES)) && !hidden
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sources_are_told_from_what_is_made() {
        let is_source = |path: &str| is_source(&place::root().join(path));
        assert!(is_source("src/lib.rs") && is_source("index.html") && is_source("data/hanoi-2011/feed.json"));
        assert!(!is_source("dist/index.html") && !is_source("target/x") && !is_source("src/.lib.rs.swp"));
    }
}
