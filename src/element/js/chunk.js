// Brings in the code that is not in the main module, and its styles. Part of the glue; LATER is filled in by the
// build: the file that lists the chunks, an address relative to the glue with its digest. It has for each chunk the
// modules that it needs, each with its file in the same form and its place in there; for each language the file of the
// phrases that they need, with its encoding; the styles of them all, and those for other media than an ordinary screen.

import { makeOnce } from "./once.js";
import { initSync } from "./policy_explorer.js";

const once = makeOnce();

/** The styles of what comes later; empty until the first of it comes. */
export const laterStyles = new CSSStyleSheet();

/** The styles for paper, forced colours and a wish for contrast, which come with them, or when they are wanted. */
export const mediaStyles = new CSSStyleSheet();

const MEDIA = matchMedia("print, (forced-colors: active), (prefers-contrast)");

/** The modules of each chunk and the file of each language, once they are known. */
let chunks = null;
let phrases = null;

function learn(later) {
  laterStyles.replaceSync(later.styles);
  mediaStyles.replaceSync(later.media);
  ({ chunks, phrases } = later);
}

async function ask() {
  const [path, integrity] = LATER;
  learn(await (await get(path, integrity)).json());
}

async function get(path, integrity) {
  const response = await fetch(new URL(path, import.meta.url), { integrity, credentials: "omit" });
  if (!response.ok) throw new Error(`HTTP status ${response.status}`);
  return response;
}

const known = () => chunks || once("later", ask);

/** Resolves when the styles are there that this reader's screen wants, or could not be had. */
export const getMedia = async () => MEDIA.matches && known().catch(() => {});

MEDIA.addEventListener("change", getMedia);

/** The packed phrases of a language that the chunks need. */
export async function getLaterPhrases(language) {
  await known();
  return once(language, () => read(...phrases[language]));
}

async function read(path, integrity, encoding) {
  const response = await get(path, integrity);
  return new TextDecoder(encoding).decode(await response.arrayBuffer());
}

/** Running modules: each is started once, or it would put its data back to what they were at the start. */
const running = new Set();

function run(at, module) {
  if (running.has(at)) return;
  new WebAssembly.Instance(module, imports());
  running.add(at);
}

/** Resolves when the chunk's code can be called. */
export async function getChunk(name) {
  await known();
  await Promise.all(chunks[name].map(([path, integrity, from, to]) => running.has(path + from) || once(path + from, async () => {
    const bytes = await once(path, async () => (await get(path, integrity)).arrayBuffer());
    run(path + from, await WebAssembly.compile(bytes.slice(from, to)));
  })));
}

/** The same for a call that must answer at once. It holds the page up for as long as the files take to come. */
export function getChunkNow(name) {
  if (!chunks) learn(JSON.parse(new TextDecoder().decode(getNow(LATER[0]))));
  const now = {};
  for (const [path, , from, to] of chunks[name]) {
    // One that is still arriving cannot be waited for.
    if (!running.has(path + from)) run(path + from, new WebAssembly.Module((now[path] ??= getNow(path)).slice(from, to)));
  }
}

function getNow(path) {
  const request = new XMLHttpRequest();
  request.open("GET", new URL(path, import.meta.url), false);
  // Requests of this kind give no bytes, but characters that stand for them.
  request.overrideMimeType("text/plain; charset=x-user-defined");
  request.send();
  if (request.status !== 200) throw new Error(`HTTP status ${request.status}`);
  return Uint8Array.from(request.response, (character) => character.charCodeAt(0));
}

/** Without a module, `initSync` returns the exports of the one that runs: its memory, stack and table. */
const imports = () => ({ __wasm_split: initSync() });
