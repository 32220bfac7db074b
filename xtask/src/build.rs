//! `cargo xtask build`: the release build in `dist/`. This file says what goes in and in which order; how the
//! wasm and the scripts are made is in its submodules.
//!
//! The same sources give the same bytes. `dist/` is built beside the old one and then takes its place, so that
//! whoever serves the folder never sees half a build.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use policy_explorer::message;
use policy_explorer::page::styles as picture;

mod assets;
mod chunks;
mod compressed;
mod current;
mod findings;
pub mod hosting;
mod phrases;
mod script;
mod wasm;

use crate::steps::Steps;
use crate::tools::Npm;
use crate::{place, tools};
use assets::Assets;
use current::Current;
use phrases::Files;

/// What the name section of the wasm is good for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Names {
    /// Nothing: it is left out of what is shipped.
    Drop,
    /// Telling what takes how much room (`twiggy`).
    Keep,
}

/// Files that are shipped as they are: where from, where to.
const COPIES: [(&str, &str); 11] = [
    ("index.html", "index.html"),
    ("index.css", "index.css"),
    ("builder.css", "builder.css"),
    ("embed.html", "embed.html"),
    ("icon.svg", "icon.svg"),
    ("LICENSE", "LICENSE"),
    ("LICENSE-MIT", "LICENSE-MIT"),
    ("LICENSE-APACHE", "LICENSE-APACHE"),
    ("data/hanoi-2011/feed.json", "feed.json"),
    ("data/demo/feed.json", "demo.json"),
    ("data/feed.schema.json", "feed.schema.json"),
];

/// Runs the task.
pub fn run(args: &[String]) -> Result<()> {
    let names = match args {
        [] => Names::Drop,
        [flag] if flag == "--names" => Names::Keep,
        _ => bail!("usage: cargo xtask build [--names]"),
    };
    build(names, &mut Steps::new(STEPS))
}

/// How many steps a build has.
pub const STEPS: usize = 7;

/// Builds `dist/`, installing what that needs; nothing where it is built already of the same sources.
pub fn build(names: Names, steps: &mut Steps) -> Result<()> {
    steps.begin("finding the tools, and installing those that are missing");
    let npm = tools::for_build()?;
    steps.begin("comparing the sources with those of the last build");
    let current = Current::read(names)?;
    let is_built = current.is_built()?;
    if !is_built {
        make(&npm, names, steps)?;
        current.keep()?;
    }
    steps.end();
    steps.say(if is_built { "nothing has changed: dist/ is up to date" } else { "dist/ is built" });
    Ok(())
}

fn make(npm: &Npm, names: Names, steps: &mut Steps) -> Result<()> {
    let new = place::root().join("dist.new");
    clear(&new)?;
    fs::create_dir_all(new.join("assets"))?;

    let module = wasm::build(npm, names, steps)?;
    steps.begin("making scripts, styles and texts");
    let mut assets = Assets::new(&new);
    assets.wasm = assets.add("policy-explorer", "wasm", &module.wasm)?;
    let mut chunks = chunks::write(&assets, &module.chunks)?;
    assets.chunks.extend(chunks.remove_entry(chunks::FIRST));
    let mut later_phrases = BTreeMap::new();
    let mut frame = BTreeMap::new();
    for language in message::LANGUAGES {
        let Files { encoding, first, later } = phrases::files(language)?;
        // Hosts that compress at all compress text.
        let [address, digest] = assets.add(&format!("messages-{language}"), "txt", &first)?;
        assets.messages.insert(language, [address, digest, encoding.to_owned()]);
        let [address, digest] = assets.add(&format!("messages-{language}-later"), "txt", &later)?;
        later_phrases.insert(language, [address, digest, encoding.to_owned()]);
        assets.texts.insert(language, texts(language, &["assets_unreachable", "retry"])?);
        frame.insert(language, texts(language, &["frame_refused", "frame_needs", "frame_data"])?);
    }
    assets.world = assets.add("world", "bin", &source("data/world/overview.pack")?)?;
    let detail = assets.add("detail", "bin", &source("data/world/detail.pack")?)?;
    let later = script::Later { chunks: &chunks, phrases: &later_phrases, detail: &detail };
    assets.later = assets.add("later", "json", &script::later(npm, &later)?)?;
    let styles = script::styles_of_the_first_map(npm, &chunks)?;
    fs::write(new.join(picture::address()), script::minified(npm, &picture::sheet())?)?;
    assets.diagnosis = assets.write("diagnose.js".to_owned(), &script::diagnose(npm, &assets)?)?;
    fs::write(new.join("policy-explorer.js"), script::module(npm, &module.glue, &assets, &styles)?)?;
    fs::write(new.join("embed.js"), script::embed(npm, &frame)?)?;
    fs::write(new.join("frame.js"), script::frame(npm)?)?;
    fs::write(new.join("builder.js"), script::builder(npm, &assets)?)?;
    fs::write(new.join("findings.html"), findings::page()?)?;
    for (from, to) in COPIES {
        fs::write(new.join(to), source(from)?)?;
    }
    steps.begin("compressing the files");
    compressed::write_beside(&[new.clone(), new.join("assets")])?;
    hosting::write(&new)?;
    swap(&new, &place::dist())
}

/// What a script says by itself, where the widget cannot: the direction of the language and the phrases `names`.
fn texts(language: &str, names: &[&'static str]) -> Result<BTreeMap<&'static str, String>> {
    let spoken = message::language(language).with_context(|| format!("no language {language}"))?;
    let mut texts = BTreeMap::from([("direction", spoken.direction.name().to_owned())]);
    for name in names {
        let text =
            message::phrase(language, name).with_context(|| format!("no phrase {name} in {language}"))?;
        texts.insert(name, text);
    }
    Ok(texts)
}

fn source(path: &str) -> Result<Vec<u8>> {
    fs::read(place::root().join(path)).with_context(|| format!("{path} cannot be read"))
}

/// Puts the new build where the old one is.
fn swap(new: &Path, dist: &Path) -> Result<()> {
    let old = place::root().join("dist.old");
    clear(&old)?;
    if dist.exists() {
        fs::rename(dist, &old)?;
    }
    fs::rename(new, dist).context("the new build cannot be moved to dist/")?;
    clear(&old)
}

fn clear(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("{} cannot be removed", folder.display()))?;
    }
    Ok(())
}
