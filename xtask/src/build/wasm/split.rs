//! Cuts the wasm where the sources say so (`#[wasm_split]`): what only the code behind a cut reaches goes into
//! files of its own, which the page fetches when it is first needed.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow};
use wasm_split_cli_support::{Options, transform};

/// What the wasm falls into.
pub struct Split {
    /// The module that is there from the start.
    pub main: PathBuf,
    /// What comes later.
    pub chunks: Chunks,
}

/// By chunk, as the sources call it, the files that it needs, each with a name for it.
pub type Chunks = BTreeMap<String, Vec<(String, PathBuf)>>;

/// Cuts `compiled`, which must have its relocations and names.
pub fn split(compiled: &Path, work: &Path) -> Result<Split> {
    let input = fs::read(compiled).with_context(|| compiled.display().to_string())?;
    let main = work.join("main.wasm");
    let mut options = Options::new(&input);
    options.output_dir = work;
    options.main_out_path = &main;
    let done = transform(options).map_err(|error| anyhow!("wasm-split: {error:?}"))?;
    let file = |stem: String| (name(&stem), work.join(format!("{stem}.wasm")));
    let files = |(chunk, stems): (String, Vec<String>)| (chunk, stems.into_iter().map(file).collect());
    Ok(Split { main, chunks: done.prefetch_map.into_iter().map(files).collect() })
}

/// `split_profile` has what one chunk alone needs, `chunk_1` what several do.
fn name(stem: &str) -> String {
    stem.strip_prefix("split_").map_or_else(|| stem.replace("chunk_", "shared-"), str::to_owned)
}
