//! The widget on the pages of a site: its files, copied into it, or the address where they are.

use super::plan::relative;
use policy_explorer::page::styles;
use std::fs;
use std::path::{Path, PathBuf};

/// The folder of the widget's files in a site.
const FOLDER: &str = "widget/";
const MODULE: &str = "policy-explorer.js";

/// What pages of others need of the widget's folder (`dist/`), each with its compressed copies, and what the licences ask for.
const COPIED: [&str; 10] = [
    "assets",
    MODULE,
    "embed.html",
    "embed.js",
    "frame.js",
    "index.css",
    "icon.svg",
    "LICENSE",
    "LICENSE-MIT",
    "LICENSE-APACHE",
];

/// Whether a file or folder of `dist/` is one of these.
fn is_copied(name: &str) -> bool {
    COPIED.iter().any(|copied| {
        name.strip_prefix(copied).is_some_and(|rest| ["", ".br", ".gz", ".zst"].contains(&rest))
    })
}

/// Where the widget is.
pub enum Widget {
    /// Nowhere: pages show what it would draw first.
    Absent,
    /// In this folder, to be copied.
    Folder(PathBuf),
    /// At this address of its module.
    Address(String),
}

impl Widget {
    pub fn is_there(&self) -> bool {
        !matches!(self, Self::Absent)
    }

    /// The address of its module as the page at `from` has it. Its style sheets lie beside it, also where it is not there.
    pub fn module(&self, from: &str) -> String {
        match self {
            Self::Address(address) if address.contains("://") || address.starts_with('/') => address.clone(),
            Self::Address(address) => relative(from, address),
            Self::Absent | Self::Folder(_) => relative(from, &format!("{FOLDER}{MODULE}")),
        }
    }

    /// The files that the site has of it.
    ///
    /// # Errors
    /// In words, when they cannot be read, or are of another version.
    pub fn files(&self) -> Result<Vec<(String, Vec<u8>)>, String> {
        let styles = styles::address();
        match self {
            Self::Address(_) => Ok(Vec::new()),
            Self::Absent => Ok(vec![(format!("{FOLDER}{styles}"), styles::sheet().into_bytes())]),
            Self::Folder(folder) => {
                if !folder.join(MODULE).is_file() {
                    return Err(format!(
                        "{} has no {MODULE}: --widget is the folder that `cargo xtask build` makes",
                        folder.display()
                    ));
                }
                if !folder.join(&styles).is_file() {
                    return Err(format!(
                        "{} is of another version of the widget than this program",
                        folder.display()
                    ));
                }
                let mut files = Vec::new();
                copy(&mut files, (folder, FOLDER), is_copied)
                    .map_err(|error| format!("{}: {error}", folder.display()))?;
                Ok(files)
            }
        }
    }
}

/// Takes the files of a folder and of those in it, whose names `is_wanted`.
fn copy(
    files: &mut Vec<(String, Vec<u8>)>,
    (folder, to): (&Path, &str),
    is_wanted: fn(&str) -> bool,
) -> std::io::Result<()> {
    let mut entries = fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let name = entry.file_name().to_string_lossy().into_owned();
        let kind = entry.file_type()?;
        if kind.is_dir() && is_wanted(&name) {
            copy(files, (&entry.path(), &format!("{to}{name}/")), |_| true)?;
        } else if kind.is_file() && is_wanted(&name) {
            files.push((format!("{to}{name}"), fs::read(entry.path())?));
        }
    }
    Ok(())
}
