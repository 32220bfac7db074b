// How the page loads the widget: its script, what optimisers made of it, and whether WebAssembly may run.

import { good, note, unknown, wrong } from "./finding.js";

/** An empty module, the smallest that there is. */
const EMPTY = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);

/** What tells the usual optimisers to leave a script alone. */
const SPARED = " data-cfasync=\"false\" data-no-optimize=\"1\" data-no-defer=\"1\" nowprocket";

const line = (folder, more = "") => `<script type="module"${more} src="${folder}policy-explorer.js"></script>`;

const policy = (folder) => `script-src ${new URL(folder).origin} 'wasm-unsafe-eval';`;

/** What an optimiser does to a script that it keeps for later. */
const isPutOff = ({ type, dataset }) => /rocket|litespeed|-module$|-text\//.test(type) || "src" in dataset;

const isNamed = ({ src, dataset }) => /policy-explorer[^/]*\.js/.test(src || dataset.src || "");

export async function checkModule(folder, elements) {
  return [script(folder), elements.length ? null : absent(), program(folder), await pictures()].filter(Boolean);
}

/** Of a widget that is a part of the page's own script. */
export const checkBundled = () => [
  good("The widget’s script", "It runs, as a part of a bundle."),
  unknown("The widget’s files", "A bundler has given them other names, so they cannot be looked for."),
];

function script(folder) {
  const what = "The widget’s script";
  const scripts = [...document.scripts].filter(isNamed);
  const runs = Boolean(customElements.get("policy-explorer"));
  if (scripts.some(isPutOff)) {
    return wrong(what, "An optimiser has changed the script’s element. Let it leave this script alone.", line(folder, SPARED));
  }
  if (!scripts.length) return runs ? moved(what, folder, "another file") : wrong(what, "The page does not load it.", line(folder));
  if (scripts.every(({ type }) => type !== "module")) return wrong(what, "It is not loaded as a module.", line(folder));
  if (!runs) return wrong(what, "It did not run: it did not load, or the page’s content security policy refuses it.", policy(folder));
  const elsewhere = scripts.find(({ src }) => !src.startsWith(folder));
  return elsewhere ? moved(what, folder, elsewhere.src) : good(what, "It runs.");
}

const moved = (what, folder, to) => wrong(
  what,
  `An optimiser or a bundler has moved it into ${to}, away from the files beside it. Load it from its own address, or use the npm package.`,
  line(folder, SPARED),
);

const absent = () => wrong(
  "The element", "The page has no <policy-explorer> that can be seen from here.", "<policy-explorer></policy-explorer>",
);

function program(folder) {
  const what = "WebAssembly";
  if (!globalThis.WebAssembly) {
    return wrong(what, "It is turned off in this browser, so the widget cannot run. Readers see the element’s own content.");
  }
  try {
    // WebKit refuses only what is to run.
    new WebAssembly.Instance(new WebAssembly.Module(EMPTY));
    return good(what, "It may run.");
  } catch {
    const says = "The page’s content security policy refuses it. Add 'wasm-unsafe-eval' to script-src: it allows no eval of JavaScript.";
    return wrong(what, says, policy(folder));
  }
}

/** Pictures to download are painted of a drawing at an address `data:`. */
async function pictures() {
  const image = new Image();
  image.src = "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/>";
  const may = await image.decode().then(() => true, () => false);
  if (may) return null;
  const says = "The page’s content security policy lets no PNG be painted. Readers can still save the SVG.";
  return note("Pictures to download", says, "img-src data:;");
}
