// The parts that all elements of a page share: wasm, glue, styles, geometry and phrases. Each is fetched
// once, all at the same time, before anything is compiled. ASSETS is filled in by the build.

const address = (path) => new URL(path, import.meta.url);

/** A part of the widget did not arrive; trying again may help. */
export class AssetFailure extends Error {}

async function get(path) {
  try {
    const response = await fetch(address(path), { integrity: ASSETS.integrity[path], credentials: "omit" });
    if (!response.ok) throw new Error(`HTTP status ${response.status}`);
    return response;
  } catch (error) {
    throw new AssetFailure(path, { cause: error });
  }
}

async function body(path, read) {
  const response = await get(path);
  try {
    return await response[read]();
  } catch (error) {
    throw new AssetFailure(path, { cause: error });
  }
}

async function compile(path) {
  const response = await get(path);
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

let engine = null;

/** The running wasm with its bindings; a failure is forgotten, so that the next call tries again. */
export function getEngine() {
  engine ??= start().catch((error) => {
    engine = null;
    throw error;
  });
  return engine;
}

let detail = null;

/** The finer geometry, packed. */
export function getDetail() {
  detail ??= body(ASSETS.detail, "arrayBuffer").catch((error) => {
    detail = null;
    throw error;
  });
  return detail;
}

/** Brings in the code that makes and saves files. */
export const getTake = () => script(ASSETS.take);

/** Brings in the code that plays tones. */
export const getSound = () => script(ASSETS.sound);

/** Brings in the code that keeps choices in the page's address. */
export const getFragment = () => script(ASSETS.fragment);

const packs = new Map();

/** The packed phrases of the first map in one of the languages of `ASSETS.messages`. */
export function getPhrases(language) {
  if (!packs.has(language)) {
    const [path, encoding] = ASSETS.messages[language];
    packs.set(language, body(path, "arrayBuffer").then(
      (bytes) => new TextDecoder(encoding).decode(bytes),
      (error) => {
        packs.delete(language);
        throw error;
      },
    ));
  }
  return packs.get(language);
}
