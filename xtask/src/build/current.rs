//! Whether `dist/` is what a build would make: the digest of all that goes into one is kept beside that of what came out.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;
use sha2::{Digest, Sha256};

use super::{Names, findings};
use crate::{place, process};

/// What is in the project's folder and never in the build. All else is taken for a part of it.
const OUTSIDE: [&str; 6] = ["dist", "docs", "target", "tests", "README.md", "CHANGELOG.md"];

/// Variables that tell cargo or rustc how to compile begin so; those that cargo tells its own programs do not.
const VARIABLES: [&str; 6] =
    ["CARGO_BUILD_", "CARGO_HOME", "CARGO_PROFILE_", "CARGO_TARGET_", "RUSTC", "RUSTUP_TOOLCHAIN"];

/// A build that is to be made, or that has been.
pub struct Current {
    names: Names,
    inputs: String,
}

impl Current {
    /// What goes into a build as things are.
    pub fn read(names: Names) -> Result<Self> {
        Ok(Self { names, inputs: inputs(names)? })
    }

    /// Whether the last build was made of the same, and nobody has touched it.
    pub fn is_built(&self) -> Result<bool> {
        let kept = fs::read_to_string(stamp()?).unwrap_or_default();
        Ok(place::dist().is_dir() && kept == self.line()?)
    }

    /// Keeps that it is built; not where something has changed meanwhile, since nobody knows which of the two went in.
    pub fn keep(&self) -> Result<()> {
        if inputs(self.names)? == self.inputs {
            fs::write(stamp()?, self.line()?)?;
        }
        Ok(())
    }

    fn line(&self) -> Result<String> {
        let mut digest = Sha256::new();
        add_folder(&mut digest, &place::dist(), &|_| true)?;
        Ok(format!("{} {}", self.inputs, hexadecimal(digest)))
    }
}

/// Beside what cargo keeps; another checkout with the same target directory has its own.
fn stamp() -> Result<PathBuf> {
    let root = policy_explorer::page::digest(place::root().display().to_string().as_bytes());
    Ok(place::target()?.join(format!("dist-{}.stamp", &root[..8])))
}

fn inputs(names: Names) -> Result<String> {
    let mut digest = Sha256::new_with_prefix([u8::from(names == Names::Keep)]);
    add_folder(&mut digest, place::root(), &|name| {
        let is_hidden = name.starts_with('.') && name != ".cargo";
        !is_hidden && !OUTSIDE.contains(&name) && !name.starts_with("dist.") && !name.starts_with("target-")
    })?;
    // Of the documents, these go into a page.
    add_folder(&mut digest, &place::root().join(findings::FOLDER), &|_| true)?;
    digest.update(process::output(Command::new("rustc").arg("-vV").current_dir(place::root()))?);
    let mut variables: Vec<(String, String)> = std::env::vars_os()
        .map(|(name, value)| (name.to_string_lossy().into_owned(), value.to_string_lossy().into_owned()))
        .filter(|(name, _)| VARIABLES.iter().any(|start| name.starts_with(start)))
        .collect();
    variables.sort();
    digest.update(format!("{variables:?}"));
    Ok(hexadecimal(digest))
}

/// All files of a folder, in their order; of its own entries only those that `wanted` takes by name.
fn add_folder(digest: &mut Sha256, folder: &Path, wanted: &dyn Fn(&str) -> bool) -> Result<()> {
    let mut entries: Vec<_> = fs::read_dir(folder)?.collect::<Result<_, _>>()?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let name = entry.file_name().to_string_lossy().into_owned();
        if !wanted(&name) {
            continue;
        }
        let path = entry.path();
        digest.update(format!("{name}\0"));
        if path.is_dir() {
            add_folder(digest, &path, &|_| true)?;
            digest.update("/");
        } else {
            let bytes = fs::read(&path)?;
            digest.update(bytes.len().to_le_bytes());
            digest.update(bytes);
        }
    }
    Ok(())
}

/// A digest as text.
pub fn hexadecimal(digest: Sha256) -> String {
    digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn digest(folder: &Path) -> String {
        let mut digest = Sha256::new();
        add_folder(&mut digest, folder, &|name| name != "docs").expect("it can be read");
        hexadecimal(digest)
    }

    #[test]
    fn whatever_changes_in_a_folder_changes_its_digest() {
        let folder = std::env::temp_dir().join(format!("xtask-current-{}", std::process::id()));
        fs::create_dir_all(folder.join("a/b")).expect("a folder");
        let mut seen = Vec::new();
        for (path, text) in [("a/b/c", "1"), ("a/b/c", "2"), ("a/c", "2"), ("d", ""), ("d", "x")] {
            fs::write(folder.join(path), text).expect("a file");
            let now = digest(&folder);
            assert!(!seen.contains(&now), "{path} {text}");
            seen.push(now);
        }
        fs::rename(folder.join("d"), folder.join("e")).expect("it is there");
        assert!(!seen.contains(&digest(&folder)), "a name");
        let before = digest(&folder);
        fs::create_dir(folder.join("docs")).expect("a folder");
        fs::write(folder.join("docs/x"), "x").expect("a file");
        assert_eq!(digest(&folder), before, "what is outside");
        fs::remove_dir_all(folder).expect("it is there");
    }
}
