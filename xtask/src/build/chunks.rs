//! The files of the chunks. What several chunks share comes in many small pieces, which go into one file: each request
//! costs a reader more than those few bytes.

use std::collections::BTreeMap;

use anyhow::Result;

use super::assets::Assets;

/// A piece that is smaller than this is not worth a request of its own, bytes.
const SMALL: usize = 4096;

/// By chunk, the modules that it needs: the name and digest of the file, and where in the file the module is.
pub type Chunks = BTreeMap<String, Vec<(String, String, usize, usize)>>;

/// Writes the modules of all chunks, which are given by chunk, each with a name for it.
pub fn write(assets: &Assets, modules: &BTreeMap<String, Vec<(String, Vec<u8>)>>) -> Result<Chunks> {
    let pieces: BTreeMap<&str, &[u8]> = modules
        .values()
        .flatten()
        .filter(|(stem, wasm)| !modules.contains_key(stem) && wasm.len() < SMALL)
        .map(|(stem, wasm)| (stem.as_str(), wasm.as_slice()))
        .collect();
    let mut shared = Vec::new();
    let mut places = BTreeMap::new();
    for (stem, wasm) in pieces {
        places.insert(stem, (shared.len(), shared.len() + wasm.len()));
        shared.extend(wasm);
    }
    // Hosts that compress at all compress what is called wasm.
    let [shared, digest] = assets.add("shared", "wasm", &shared)?;
    let place = |(stem, wasm): &(String, Vec<u8>)| match places.get(stem.as_str()) {
        Some(&(start, end)) => Ok((shared.clone(), digest.clone(), start, end)),
        None => assets.add(stem, "wasm", wasm).map(|[name, digest]| (name, digest, 0, wasm.len())),
    };
    let files = |(chunk, modules): (&String, &Vec<_>)| {
        Ok((chunk.clone(), modules.iter().map(place).collect::<Result<_>>()?))
    };
    modules.iter().map(files).collect()
}
