//! The files of the chunks. What several chunks share comes in many small pieces, which go into one file: each request
//! costs a reader more than those few bytes. Those of the chunk that every visit loads go into its own file.

use std::collections::BTreeMap;

use anyhow::{Context, Result};

use super::assets::Assets;

/// A piece that is smaller than this is not worth a request of its own, bytes.
const SMALL: usize = 4096;

/// The chunk that every visit loads, right after the first map.
pub const FIRST: &str = "answer";

/// By chunk, the modules that it needs: the name and digest of the file, and where in the file the module is.
pub type Chunks = BTreeMap<String, Vec<(String, String, usize, usize)>>;

/// Writes the modules of all chunks, which are given by chunk, each with a name for it.
pub fn write(assets: &Assets, modules: &BTreeMap<String, Vec<(String, Vec<u8>)>>) -> Result<Chunks> {
    let mut places = BTreeMap::new();
    let mut pack = |stem: &str, pieces: Vec<&(String, Vec<u8>)>| -> Result<()> {
        let mut all = Vec::new();
        let mut within = Vec::new();
        for (stem, wasm) in pieces {
            within.push((stem.clone(), all.len(), all.len() + wasm.len()));
            all.extend(wasm);
        }
        // Hosts that compress at all compress what is called wasm.
        let [name, digest] = assets.add(stem, "wasm", &all)?;
        for (stem, start, end) in within {
            places.insert(stem, (name.clone(), digest.clone(), start, end));
        }
        Ok(())
    };
    let first = modules.get(FIRST).context("there is no chunk that answers the reader")?;
    pack(FIRST, first.iter().collect())?;
    let is_first = |stem: &str| first.iter().any(|(own, _)| own == stem);
    let small: BTreeMap<&str, &(String, Vec<u8>)> = modules
        .values()
        .flatten()
        .filter(|(stem, wasm)| !modules.contains_key(stem) && wasm.len() < SMALL && !is_first(stem))
        .map(|piece| (piece.0.as_str(), piece))
        .collect();
    pack("shared", small.into_values().collect())?;
    let place = |(stem, wasm): &(String, Vec<u8>)| match places.get(stem) {
        Some(place) => Ok(place.clone()),
        None => assets.add(stem, "wasm", wasm).map(|[name, digest]| (name, digest, 0, wasm.len())),
    };
    let files = |(chunk, modules): (&String, &Vec<_>)| {
        Ok((chunk.clone(), modules.iter().map(place).collect::<Result<_>>()?))
    };
    modules.iter().map(files).collect()
}
