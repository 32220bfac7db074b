// The feed of each element: whether it comes, matches its digest, is new, has faults, and speaks the page's language.

import { decode } from "../decode.js";
import { matches, sha256 } from "../integrity.js";
import { languagesOf } from "../titles.js";
import { ask } from "./ask.js";
import { failed } from "./failed.js";
import { good, note, wrong } from "./finding.js";

const DAY = 86_400_000; // ms
/** A feed may be so old before it is remarked, days. */
const OLD = 366;

export async function checkFeeds(folder, elements) {
  const told = await Promise.all(elements.map((element) => checkFeed(folder, element)));
  return told.flat();
}

async function checkFeed(folder, element) {
  const address = element.getAttribute("feed") || element.feed || `${folder}feed.json`;
  if (!URL.canParse(address, document.baseURI)) return [wrong("The feed", `“${address}” is not an address.`, "feed=\"feed.json\"")];
  const { href } = new URL(address, document.baseURI);
  const what = `The feed ${href}`;
  const asked = await ask(href);
  if (!asked.response?.ok) return [failed(what, href, asked)];
  const integrity = element.getAttribute("integrity");
  const other = integrity === null ? null : await unmatched(what, asked.bytes, integrity);
  return other ? [other] : (await checkDocument(what, asked, element)).filter(Boolean);
}

async function unmatched(what, bytes, integrity) {
  if (!globalThis.crypto?.subtle) return wrong(what, "integrity needs a secure context. Serve the page at https:.");
  if (await matches(bytes, integrity)) return null;
  const says = "Its bytes are not those that integrity names. If the feed was updated on purpose, this is its digest now.";
  return wrong(what, says, `integrity="${(await sha256(bytes))[1]}"`);
}

async function checkDocument(what, { response, bytes }, element) {
  const feed = parsed(bytes);
  if (feed) return [await faults(what, element), age(what, feed), language(what, feed, element)];
  if (response.headers.get("content-type")?.startsWith("text/html")) {
    return [wrong(what, "The server sends a web page in its place. The address may be wrong.")];
  }
  return [wrong(what, "It is not JSON. “Check a feed” on the widget’s own page says more.")];
}

/** Null for what is not the JSON of an object. */
function parsed(bytes) {
  try {
    return Object(JSON.parse(decode(bytes)));
  } catch {
    return null;
  }
}

async function faults(what, element) {
  // Where the script did not run, that is said elsewhere.
  if (!element.findings) return null;
  if (!element.summary()) return unshown(what, element);
  const found = await element.findings();
  if (!found.length) return good(what, "The widget reads it and finds nothing wrong.");
  const errors = found.filter(({ severity }) => severity === "error").length;
  const says = `The widget finds ${errors} errors and ${found.length - errors} warnings in it. This command says what to do.`;
  return (errors ? wrong : note)(what, says, "policy-explorer check feed.json");
}

function unshown(what, { loading, shadowRoot }) {
  const told = shadowRoot.querySelector("[part~=error] p:not(.error-title), p[part~=error]")?.firstChild.textContent;
  if (!told && loading === "lazy") return note(what, "The element is lazy and has not come near the window yet.");
  return wrong(what, told ? `The widget does not show it. It says: “${told}”` : "The widget does not show it.");
}

function age(what, { published }) {
  const days = Math.floor((Date.now() - Date.parse(published)) / DAY);
  if (Number.isNaN(days)) return note(what, "It does not say when it was published.", "\"published\": \"2026-11-20T08:00:00Z\"");
  return (days > OLD ? note : good)(what, `It was published on ${published.slice(0, 10)}, ${days} days ago.`);
}

const base = (tag) => tag.toLowerCase().split(/[-_]/)[0];

function language(what, feed, element) {
  const asked = base(element.state?.lang || document.documentElement.lang || navigator.language);
  const languages = new Set(languagesOf(feed).map(base));
  if (!(asked in ASSETS.messages)) {
    return note(what, `The widget does not speak “${asked}”, so its own words are in English.`, "lang=\"en\"");
  }
  if (!languages.size || languages.has(asked)) return null;
  return note(what, `Its texts are in ${[...languages].join(", ")}, not in “${asked}”. They are shown as they are.`);
}
