// The widget's styles: one set of sheets a document, which all its elements share. STYLES, those of the first map, are
// filled in by the build.

import { getLater } from "./assets.js";

/** Where the styles for other media than an ordinary screen are wanted at once. */
const MEDIA = "(forced-colors: active), (prefers-contrast)";

let media = null;
let later = null;
const made = new WeakMap();
/** All sets that are still used. */
const sets = new Set();

function learn({ styles, media }) {
  if (later) return;
  later = { styles, media };
  for (const ref of sets) {
    const sheets = ref.deref();
    if (sheets) fill(sheets);
    else sets.delete(ref);
  }
}

function fill([, second, third]) {
  second.replaceSync(later.styles);
  third.replaceSync(later.media);
}

/** The sheets of a document: of the first map, of what comes later, of other media. */
export function sheetsOf(document) {
  if (!made.has(document)) {
    // A shadow root takes only sheets of its own document.
    const { CSSStyleSheet } = document.defaultView;
    const sheets = [new CSSStyleSheet(), new CSSStyleSheet(), new CSSStyleSheet()];
    sheets[0].replaceSync(STYLES);
    if (later) fill(sheets);
    made.set(document, sheets);
    sets.add(new WeakRef(sheets));
  }
  return made.get(document);
}

/** Brings in the styles of what comes later, and of other media. */
export const getStyles = async () => learn(await getLater());

/** Resolves when the styles are there that this reader's screen wants, or could not be had. */
export async function getMedia() {
  if (!media) {
    media = matchMedia(MEDIA);
    media.addEventListener?.("change", () => getStyles().catch(() => {}));
  }
  if (media.matches) await getStyles().catch(() => {});
}
