//! `cargo xtask package`: the npm package, in the target directory's `package/`, fit for `npm pack` and `npm publish`.
//!
//! It is `dist/` with a second entrance for bundlers, which know a file by `new URL("…", import.meta.url)` alone.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};

use crate::build::{self, Names};
use crate::place;
use crate::steps::Steps;

mod manifest;

/// What a page needs, and what the licences ask for.
const FILES: [&str; 10] = [
    "policy-explorer.js",
    DIAGNOSIS,
    "embed.html",
    "embed.js",
    "frame.js",
    "index.css",
    "feed.schema.json",
    "LICENSE",
    "LICENSE-MIT",
    "LICENSE-APACHE",
];

/// The health check, which the module finds as it finds its assets.
const DIAGNOSIS: &str = "diagnose.js";

/// What is written for the package alone.
const OWN: [&str; 5] = ["README.md", "index.d.ts", "react.d.ts", "vue.d.ts", "svelte.d.ts"];

/// Runs the task.
pub fn run(args: &[String]) -> Result<()> {
    ensure!(args.is_empty(), "usage: cargo xtask package");
    build::build(Names::Drop, &mut Steps::new(build::STEPS))?;
    println!("{}", write()?.display());
    Ok(())
}

/// Writes the package of the `dist/` that is built; returns where it is.
pub fn write() -> Result<PathBuf> {
    let package = place::target()?.join("package");
    if package.exists() {
        fs::remove_dir_all(&package)?;
    }
    fs::create_dir_all(package.join("assets"))?;
    let dist = place::dist();
    for name in FILES {
        copy(&dist.join(name), &package.join(name))?;
    }
    let assets = assets(&dist)?;
    for name in &assets {
        copy(&dist.join(name), &package.join(name))?;
    }
    let source = place::root().join("npm");
    for name in OWN {
        copy(&source.join(name), &package.join(name))?;
    }
    fs::write(package.join("index.js"), for_bundlers(&text(&dist.join("policy-explorer.js"))?, &assets)?)?;
    let embedding = text(&place::root().join("docs/embedding.md"))?;
    json_to(&package.join("custom-elements.json"), &manifest::manifest(&embedding)?)?;
    json_to(&package.join("package.json"), &described(&text(&source.join("package.json"))?)?)?;
    Ok(package)
}

/// The assets of `dist/`, without their compressed copies, in the order of their names.
fn assets(dist: &Path) -> Result<Vec<String>> {
    let mut assets = Vec::new();
    for entry in fs::read_dir(dist.join("assets"))? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if ![".br", ".gz", ".zst"].iter().any(|end| name.ends_with(end)) {
            assets.push(format!("assets/{name}"));
        }
    }
    assets.sort();
    Ok(assets)
}

/// The module for bundlers: it finds each asset by an address that they follow, and `dist/`'s by one that they cannot.
fn for_bundlers(module: &str, assets: &[String]) -> Result<String> {
    let end = ",import.meta.url)";
    let places: Vec<usize> = module
        .match_indices(end)
        .map(|(at, _)| at)
        .filter(|&at| module[..at].rsplit_once("new URL(").is_some_and(|(_, name)| is_name(name)))
        .collect();
    let [at] = places[..] else {
        bail!("the module looks for its assets in {} places, not one", places.len())
    };
    let (before, name) = module[..at].rsplit_once("new URL(").context("an address")?;
    let files: String = assets
        .iter()
        .map(String::as_str)
        .chain([DIAGNOSIS])
        .map(|path| format!("  {path:?}: new URL({:?}, import.meta.url).href,\n", format!("./{path}")))
        .collect();
    let after = &module[at + end.len()..];
    // Beside the page's own script no feed lies: the bundler need not look for it.
    let module = format!("{before}new URL(FILES[{name}]){after}").replace(
        "new URL(\"feed.json\",import.meta.url)",
        "new URL(/* @vite-ignore */\"feed.json\",import.meta.url)",
    );
    Ok(format!("const FILES = {{\n{files}}};\n{module}"))
}

/// Whether a text is the name of a variable.
fn is_name(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|letter| letter.is_alphanumeric() || letter == '_' || letter == '$')
}

/// What the package says of itself, with the project's version.
fn described(template: &str) -> Result<Value> {
    let mut package: Value = serde_json::from_str(template)?;
    package["version"] = json!(env!("CARGO_PKG_VERSION"));
    Ok(package)
}

fn json_to(path: &Path, json: &Value) -> Result<()> {
    Ok(fs::write(path, serde_json::to_string_pretty(json)? + "\n")?)
}

fn text(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::copy(from, to).with_context(|| format!("{} cannot be copied", from.display()))?;
    Ok(())
}
