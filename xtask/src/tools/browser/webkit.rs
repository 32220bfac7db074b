//! WebKitGTK's small browser and its driver, and the screen without a monitor that they are shown on.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::Programs;
use crate::process;
use crate::tools::program;
use crate::tools::system::{self, Package};

/// Those that `MINIBROWSER` and `WEBKITDRIVER` name, those of the system, or the package manager's.
pub fn ensure() -> Result<Programs> {
    if let Some(found) = find() {
        return Ok(found);
    }
    system::install(&Package {
        what: "WebKitGTK with its driver, and xvfb",
        apt: &["webkit2gtk-driver", "libwebkit2gtk-4.1-0", "xvfb", "xauth"],
        dnf: &["webkit2gtk4.1", "webkit2gtk4.1-devel", "xorg-x11-server-Xvfb"],
        pacman: &["webkit2gtk-4.1", "xorg-server-xvfb"],
        brew: &["webkitgtk"],
    })?;
    find().context("WebKitGTK was installed, but `WebKitWebDriver`, `xvfb-run` or `MiniBrowser` was not found: set WEBKITDRIVER and MINIBROWSER to them")
}

fn find() -> Option<Programs> {
    process::find(&["xvfb-run"])?;
    let driver = program("WEBKITDRIVER", &["WebKitWebDriver"])?;
    let browser = std::env::var_os("MINIBROWSER").map(PathBuf::from).or_else(mini_browser)?;
    Some(vec![("WEBKITDRIVER", driver), ("MINIBROWSER", browser)])
}

/// It is no program for people, so it is not on the `PATH`: `/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser`.
fn mini_browser() -> Option<PathBuf> {
    let below = |folder: &Path| -> Vec<PathBuf> {
        let entries = fs::read_dir(folder).into_iter().flatten();
        entries.flatten().map(|entry| entry.path()).collect()
    };
    let mut folders: Vec<PathBuf> = ["/usr/lib", "/usr/lib64", "/usr/libexec"]
        .iter()
        .flat_map(|folder| below(Path::new(folder)))
        .collect();
    let nested: Vec<PathBuf> =
        folders.iter().filter(|path| is_triplet(path)).flat_map(|path| below(path)).collect();
    folders.extend(nested);
    let candidates = folders.iter().filter(|path| named(path).starts_with("webkit2gtk-4"));
    candidates.map(|folder| folder.join("MiniBrowser")).find(|path| path.is_file())
}

/// Whether a folder is Debian's for one architecture, like `x86_64-linux-gnu`.
fn is_triplet(path: &Path) -> bool {
    named(path).contains("-linux-")
}

fn named(path: &Path) -> &str {
    path.file_name().and_then(|name| name.to_str()).unwrap_or_default()
}
