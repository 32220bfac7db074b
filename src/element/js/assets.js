// The files that all elements of a page share. Each is fetched once, by the address that the build has filled in as ASSETS,
// and is what its digest says; what failed is fetched again when it is next wanted.

import { isPreloaded } from "./dom.js";
import { fetchBytes } from "./net.js";
import { makeOnce } from "./once.js";

const once = makeOnce();

/** A part of the widget could not be loaded; trying again may help. */
export class AssetFailure extends Error {}

/** The address of a file beside this module. */
export const at = (path) => new URL(path, import.meta.url);

const get = ([path, integrity]) => once(path, async () => {
  try {
    const url = at(path);
    // Browsers give what they have asked for ahead only to a request as theirs was.
    const how = isPreloaded(url.href) ? { credentials: "same-origin" } : null;
    return (await fetchBytes(url, { integrity, how })).bytes;
  } catch (error) {
    throw new AssetFailure(path, { cause: error });
  }
});

/** The compiled program. From bytes: servers name its type as they like. */
export const getProgram = () => once("program", async () => WebAssembly.compile(await get(ASSETS.wasm)));

/** The geometry, packed. */
export const getWorld = () => get(ASSETS.world);

/** The finer geometry, packed. */
export const getDetail = async () => get((await getLater()).detail);

/** Of what comes later: the modules of each chunk, the file of each language's phrases, the finer geometry, styles. */
export const getLater = () => once("later", async () => JSON.parse(new TextDecoder().decode(await get(ASSETS.later))));

/** The part of a file from one byte to another, compiled. */
const getModule = (file, from, to) => once(file[0] + from, async () => {
  return WebAssembly.compile((await get(file)).slice(from, to));
});

const read = async ([path, integrity, encoding]) => new TextDecoder(encoding).decode(await get([path, integrity]));

/** The modules of a chunk, compiled. */
export const getModules = async (name) => {
  // What answers the reader is known from the start.
  const { chunks } = ASSETS.chunks[name] ? ASSETS : await getLater();
  return Promise.all(chunks[name].map(([path, integrity, from, to]) => getModule([path, integrity], from, to)));
};

/** The packed phrases of the first map in one of the languages of `ASSETS.messages`. */
export const getPhrases = (language) => read(ASSETS.messages[language]);

/** The packed phrases that the chunks need. */
export const getLaterPhrases = async (language) => read((await getLater()).phrases[language]);
