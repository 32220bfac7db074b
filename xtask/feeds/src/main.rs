//! `cargo xtask feed [--check]`: makes the feeds that the project publishes from their tables and texts, the same bytes every
//! time. The real one is made by the publisher's importer, as any other publisher makes theirs. With `--check` it writes
//! nothing and fails where a file differs.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Error, Result, bail};
use publisher::{import, layout};

mod demo;
mod document;

/// A generated file: where it stands below the project's root, and its whole content.
struct Made {
    path: &'static str,
    content: String,
}

fn main() -> Result<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let root = root()?;
    match &args[..] {
        [] => make(root)?.iter().try_for_each(|made| write(root, made)),
        [flag] if flag == "--check" => check(root),
        _ => bail!("usage: cargo xtask feed [--check]"),
    }
}

fn root() -> Result<&'static Path> {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).context("this stands two folders deep")
}

fn make(root: &Path) -> Result<Vec<Made>> {
    let data = root.join("data");
    let folder = data.join("hanoi-2011");
    let hanoi = import::folder(&folder, &folder.join("feed.json")).map_err(Error::msg)?;
    Ok(vec![
        Made { path: "data/hanoi-2011/feed.json", content: hanoi.feed },
        Made { path: "data/hanoi-2011/LEFT-OUT.md", content: hanoi.left_out },
        Made { path: "data/demo/feed.json", content: layout::json(&demo::feed(&data)?) },
    ])
}

fn write(root: &Path, made: &Made) -> Result<()> {
    let path = root.join(made.path);
    fs::write(&path, &made.content).with_context(|| format!("writing {}", path.display()))
}

fn check(root: &Path) -> Result<()> {
    let stale: Vec<PathBuf> = make(root)?
        .iter()
        .map(|made| (root.join(made.path), &made.content))
        .filter(|(path, content)| fs::read_to_string(path).ok().as_ref() != Some(content))
        .map(|(path, _)| path)
        .collect();
    if !stale.is_empty() {
        bail!("not as generated; run `cargo xtask feed`: {stale:?}");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_committed_feeds_are_as_generated() {
        super::check(super::root().expect("there is one")).expect("run `cargo xtask feed`");
    }
}
