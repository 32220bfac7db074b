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

/** The same for a call that must answer at once. It holds the page up for as long as the files take to come. */
export function getChunkNow(name) {
  for (const [path] of CHUNKS[name]) {
    if (files.has(path)) continue;
    const request = new XMLHttpRequest();
    request.open("GET", new URL(path, import.meta.url), false);
    // Requests of this kind give no bytes, but characters that stand for them.
    request.overrideMimeType("text/plain; charset=x-user-defined");
    request.send();
    if (request.status !== 200) throw new Error(`HTTP status ${request.status}`);
    const bytes = Uint8Array.from(request.response, (character) => character.charCodeAt(0));
    new WebAssembly.Instance(new WebAssembly.Module(bytes), imports());
    files.set(path, Promise.resolve());
  }
}

/** Without a module, `initSync` returns the exports of the one that runs: its memory, stack and table. */
const imports = () => ({ __wasm_split: initSync() });

async function start(path, integrity) {
  try {
    const response = await fetch(new URL(path, import.meta.url), { integrity, credentials: "omit" });
    if (!response.ok) throw new Error(`HTTP status ${response.status}`);
    await WebAssembly.instantiate(await response.arrayBuffer(), imports());
  } catch (error) {
    files.delete(path);
    throw error;
  }
}
