// Brings in the code that is not in the main module. Part of the glue; CHUNKS is filled in by the build: for
// each chunk the files that it needs, each an address relative to the glue with its digest.

import { initSync } from "./policy_explorer.js";

/** Arriving or running files. What did not arrive is forgotten, so that the next call tries again. */
const files = new Map();

/** Resolves when the chunk's code can be called. */
export function getChunk(name) {
  return Promise.all(CHUNKS[name].map(([path, integrity]) => {
    if (!files.has(path)) files.set(path, start(path, integrity));
    return files.get(path);
  }));
}

async function start(path, integrity) {
  try {
    const response = await fetch(new URL(path, import.meta.url), { integrity, credentials: "omit" });
    if (!response.ok) throw new Error(`HTTP status ${response.status}`);
    // Without a module, `initSync` returns the exports of the one that runs: its memory, stack and table.
    await WebAssembly.instantiate(await response.arrayBuffer(), { __wasm_split: initSync() });
  } catch (error) {
    files.delete(path);
    throw error;
  }
}
