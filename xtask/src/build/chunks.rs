//! The files of the chunks. What several chunks share comes in many small pieces, which go into one file: each request
//! costs a reader more than those few bytes.

use std::collections::BTreeMap;

use anyhow::Result;

use super::assets::Assets;

/// A piece that is smaller than this is not worth a request of its own, bytes.
const SMALL: usize = 4096;

/// The chunk that every visit loads, right after the first map.
pub const FIRST: &str = "answer";

/// By chunk, the modules that it needs: the name and digest of the file, and where in the file the module is.
pub type Chunks = BTreeMap<String, Vec<(String, String, usize, usize)>>;

/// Writes the modules of all chunks, which are given by chunk, each with a name for it.
pub fn write(assets: &Assets, modules: &BTreeMap<String, Vec<(String, Vec<u8>)>>) -> Result<Chunks> {
    let small: BTreeMap<&str, &[u8]> = modules
        .values()
        .flatten()
        .filter(|(stem, wasm)| !modules.contains_key(stem) && wasm.len() < SMALL)
        .map(|(stem, wasm)| (stem.as_str(), wasm.as_slice()))
        .collect();
    let (mut together, mut places) = (Vec::new(), BTreeMap::new());
    for (stem, wasm) in small {
        places.insert(stem, (together.len(), together.len() + wasm.len()));
        together.extend(wasm);
    }
    // Hosts that compress at all compress what is called wasm.
    let [name, digest] = assets.add("shared", "wasm", &together)?;
    let place = |(stem, wasm): &(String, Vec<u8>)| match places.get(stem.as_str()) {
        Some(&(start, end)) => Ok((name.clone(), digest.clone(), start, end)),
        None => assets.add(stem, "wasm", wasm).map(|[name, digest]| (name, digest, 0, wasm.len())),
    };
    let files = |(chunk, modules): (&String, &Vec<_>)| {
        Ok((chunk.clone(), modules.iter().map(place).collect::<Result<_>>()?))
    };
    modules.iter().map(files).collect()
}
