//! The scripts of `dist/`, bundled by esbuild, and minified by it and by terser.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use policy_explorer::model::field::Field;
use serde::Serialize;
use serde_json::json;

use super::assets::{Asset, Assets};
use super::chunks::Chunks;
use crate::tools::Npm;
use crate::{place, process};

/// The oldest browsers that `docs/embedding.md` names. What they know with a prefix only is written so, too; syntax that
/// they do not know is rewritten, or refused.
const TARGETS: &str = "--target=chrome123,edge123,firefox121,safari17.5,ios17.5";

/// The module that a page loads: all that runs is in it, so that what pins the module pins all. `glue` is the way between
/// the page and the wasm, `styles` those of the first map.
pub fn module(npm: &Npm, glue: &Path, assets: &Assets, styles: &str) -> Result<Vec<u8>> {
    let options = [
        format!("--define:ASSETS={}", serde_json::to_string(assets)?),
        format!("--define:STYLES={}", serde_json::to_string(styles)?),
        format!("--alias:glue={}", glue.display()),
    ];
    bundle(npm, &place::root().join("src/element/js/policy-explorer.js"), &options)
}

/// The script of `embed.html`, with its texts by language.
pub fn embed(npm: &Npm, texts: &impl Serialize) -> Result<Vec<u8>> {
    let define = format!("--define:TEXTS={}", serde_json::to_string(texts)?);
    bundle(npm, &place::root().join("src/element/js/embed.js"), &[define])
}

/// The script of the example page, with the fields of a view (name, value if nothing is said, and whether readers set it), and
/// the files that pages may ask for ahead.
pub fn builder(npm: &Npm, assets: &Assets) -> Result<Vec<u8>> {
    let fields = Field::ALL.iter().map(|field| (field.name(), field.default(), field.is_readers()));
    let first = json!({ "wasm": assets.wasm, "world": assets.world, "messages": assets.messages });
    let options = [
        format!("--define:FIELDS={}", serde_json::to_string(&fields.collect::<Vec<_>>())?),
        format!("--define:FIRST={first}"),
    ];
    bundle(npm, &place::root().join("src/element/js/builder/builder.js"), &options)
}

/// The health check of a page, which knows the files that the widget loads.
pub fn diagnose(npm: &Npm, assets: &Assets) -> Result<Vec<u8>> {
    let folder = place::root().join("src/element/js/diagnose");
    let style = minified(npm, &fs::read_to_string(folder.join("diagnose.css"))?)?;
    let options = [
        format!("--define:ASSETS={}", serde_json::to_string(assets)?),
        format!("--define:STYLE={}", serde_json::to_string(&style)?),
    ];
    bundle(npm, &folder.join("diagnose.js"), &options)
}

/// The script of pages that show `embed.html`. No module, so that it knows where it comes from.
pub fn frame(npm: &Npm) -> Result<Vec<u8>> {
    bundle(npm, &place::root().join("src/element/js/frame.js"), &["--format=iife".to_owned()])
}

/// The styles that the first map wants, and paper, which cannot wait for them.
pub fn styles_of_the_first_map(npm: &Npm, chunks: &Chunks) -> Result<String> {
    let is_later = |stem: &str| chunks.contains_key(stem) || MEDIA.contains(&stem) || BESIDE.contains(&stem);
    styles(npm, |stem| stem == "print" || !is_later(stem))
}

/// The styles of parts whose code is in a chunk of another name.
const BESIDE: [&str; 3] = ["explained", "picture", "tooltip"];

/// The styles for forced colours and a wish for contrast.
const MEDIA: [&str; 1] = ["contrast"];

/// What comes later.
pub struct Later<'a> {
    pub chunks: &'a Chunks,
    /// By language, the file of the phrases that the chunks need, with its encoding.
    pub phrases: &'a BTreeMap<&'static str, [String; 3]>,
    /// The finer geometry.
    pub detail: &'a Asset,
}

/// The list of what comes later, and the styles of the chunks' parts, which are called as the chunks are, and those for
/// other media.
pub fn later(npm: &Npm, later: &Later) -> Result<Vec<u8>> {
    let styles = styles(npm, |stem| later.chunks.contains_key(stem) || BESIDE.contains(&stem))?;
    let media = self::styles(npm, |stem| MEDIA.contains(&stem))?;
    let Later { chunks, phrases, detail } = later;
    let all = serde_json::json!({
        "styles": styles, "media": media, "chunks": chunks, "phrases": phrases, "detail": detail,
    });
    Ok(serde_json::to_vec(&all)?)
}

/// Those of `styles/*.css` that are wanted, in alphabetical order, as one.
fn styles(npm: &Npm, wanted: impl Fn(&str) -> bool) -> Result<String> {
    let folder = place::root().join("styles");
    let mut files: Vec<_> = fs::read_dir(&folder)?.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
    files.retain(|path| {
        let stem = path.file_stem().and_then(|stem| stem.to_str());
        path.extension().is_some_and(|extension| extension == "css") && stem.is_some_and(&wanted)
    });
    files.sort();
    let mut all = String::new();
    for file in files {
        all += &fs::read_to_string(&file).with_context(|| file.display().to_string())?;
        all.push('\n');
    }
    minified(npm, &all)
}

/// A style sheet in few bytes.
pub fn minified(npm: &Npm, sheet: &str) -> Result<String> {
    let mut esbuild = npm.esbuild();
    esbuild.args(["--loader=css", TARGETS, "--minify", "--legal-comments=none", "--log-level=warning"]);
    Ok(String::from_utf8(process::filter(&mut esbuild, sheet.as_bytes())?)?.trim_end().to_string())
}

fn bundle(npm: &Npm, entry: &Path, options: &[String]) -> Result<Vec<u8>> {
    let mut esbuild = npm.esbuild();
    esbuild.current_dir(place::root()).arg(entry).env("NODE_PATH", npm.modules());
    esbuild.args(["--bundle", "--format=esm", TARGETS, "--minify", "--charset=utf8"]);
    esbuild.args(["--legal-comments=none", "--log-level=warning"]).args(options);
    let mut terser = npm.terser();
    // Unsafe only where a method of an object is called with `new`.
    const COMPRESS: &str = "passes=3,ecma=2022,unsafe_methods,hoist_funs";
    terser.args(["--module", "--mangle", "--compress", COMPRESS]);
    process::filter(&mut terser, &process::output(&mut esbuild)?)
}
