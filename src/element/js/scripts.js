// Scripts that not every visit needs. A preload with their digest pins them: an import takes what was preloaded, and nothing
// if that was refused.

import { AssetFailure, getLater } from "./assets.js";
import { createElement } from "./dom.js";
import { makeOnce } from "./once.js";

const once = makeOnce();
/** How often each was asked for: browsers keep a failed import under its address. */
const turns = new Map();

async function load([path, integrity]) {
  const turn = turns.get(path) ?? 0;
  turns.set(path, turn + 1);
  const href = new URL(turn ? `${path}?${turn}` : path, import.meta.url).href;
  const link = createElement("link");
  Object.assign(link, { rel: "modulepreload", href, integrity, crossOrigin: "anonymous", referrerPolicy: "no-referrer" });
  try {
    await new Promise((resolve, reject) => {
      link.onload = resolve;
      link.onerror = reject;
      Element.prototype.append.call(document.documentElement, link);
    });
    return await import(href);
  } catch (error) {
    throw new AssetFailure(path, { cause: error });
  } finally {
    link.remove();
  }
}

const get = (name) => once(name, async () => load((await getLater()).scripts[name]));

/** Makes and saves files. */
export const getTake = () => get("take");

/** Plays tones. */
export const getSound = () => get("sound");

/** Knows the page's address, and keeps choices in it. */
export const getPlace = () => get("place");
