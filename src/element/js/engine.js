// The parts that all elements of a page share: wasm, glue, styles, geometry and phrases. Each is fetched
// once, all at the same time, before anything is compiled. ASSETS is filled in by the build.

import { makeOnce } from "./once.js";

const once = makeOnce();

const address = (path) => new URL(path, import.meta.url);

/** A part of the widget did not arrive; trying again may help. */
export class AssetFailure extends Error {}

/** Fetches an asset: its address, and what its bytes are to be. */
async function get([path, integrity]) {
  try {
    const response = await fetch(address(path), { integrity, credentials: "omit" });
    if (!response.ok) throw new Error(`HTTP status ${response.status}`);
    return response;
  } catch (error) {
    throw new AssetFailure(path, { cause: error });
  }
}

async function body(asset, read) {
  const response = await get(asset);
  try {
    return await response[read]();
  } catch (error) {
    throw new AssetFailure(asset[0], { cause: error });
  }
}

async function compile(asset) {
  const response = await get(asset);
  if (response.headers.get("content-type")?.startsWith("application/wasm")) {
    return WebAssembly.compileStreaming(response);
  }
  return WebAssembly.compile(await response.arrayBuffer());
}

const script = (path) => import(address(path)).catch((error) => {
  throw new AssetFailure(path, { cause: error });
});

async function start() {
  const [bindings, module, world] = await Promise.all([
    script(ASSETS.glue), compile(ASSETS.wasm), body(ASSETS.world, "arrayBuffer"),
  ]);
  await Promise.all([bindings.default({ module_or_path: module }), bindings.getMedia()]);
  bindings.set_world(new Uint8Array(world));
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(bindings.styles);
  return { ...bindings, styles: [sheet, bindings.laterStyles, bindings.mediaStyles] };
}

/** The running wasm with its bindings. */
export const getEngine = () => once("engine", start);

/** The finer geometry, packed. */
export const getDetail = () => once(ASSETS.detail, () => body(ASSETS.detail, "arrayBuffer"));

/** Brings in the code that makes and saves files. */
export const getTake = () => script(ASSETS.take);

/** Brings in the code that plays tones. */
export const getSound = () => script(ASSETS.sound);

/** Brings in the code that compares bytes with a digest. */
export const getIntegrity = () => script(ASSETS.integrity);

/** Brings in the code that keeps choices in the page's address. */
export const getFragment = () => script(ASSETS.fragment);

/** The packed phrases of the first map in one of the languages of `ASSETS.messages`. */
export function getPhrases(language) {
  const asset = ASSETS.messages[language];
  return once(asset, async () => new TextDecoder(asset[2]).decode(await body(asset, "arrayBuffer")));
}
