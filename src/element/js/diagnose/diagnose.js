// The health check of a page: what keeps the widget from working there, each with the header or line to paste. It comes only
// where the page's address has `?diagnose`, or by hand from the console, and sends nothing anywhere.

import { checkElements } from "./elements.js";
import { checkFeeds } from "./feeds.js";
import { checkFiles } from "./files.js";
import { checkBundled, checkModule } from "./module.js";
import { begin } from "./report.js";

/** How long a widget that still loads is waited for, ms. */
const PATIENCE = 25_000;

const later = (time) => new Promise((done) => setTimeout(done, time));

/** All elements that have begun have shown their data, or have said why not. */
async function settled(elements) {
  const begun = elements.filter(({ loading }) => loading !== "lazy");
  await Promise.race([Promise.allSettled(begun.map(({ ready }) => ready)), later(PATIENCE)]);
}

/** What is the same for several files or elements is said once. */
const once = (all) => [...new Map(all.map((finding) => [finding.what + finding.says, finding])).values()];

async function diagnose() {
  const report = begin();
  const elements = [...document.querySelectorAll("policy-explorer")];
  const folder = new URL("./", import.meta.url).href;
  // Bundlers give this file another name, and those beside it.
  const isBundled = import.meta.url !== `${folder}diagnose.js`;
  const asked = isBundled ? [checkBundled(), []] : [checkModule(folder, elements), checkFiles(folder)];
  const [module, files] = await Promise.all([...asked, settled(elements)]);
  const feeds = await checkFeeds(folder, elements);
  report.end(once([...module, ...files, ...feeds, ...checkElements(elements)]), folder);
}

diagnose();
