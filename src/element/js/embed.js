// The page in the frame: attributes from the query, only feeds that may be shown here, height to the parent.
// TEXTS, its own few sentences by language, is filled in by the build.

import { speak } from "./language.js";
import { NAMES } from "./words.js";

/** Heights that follow each other within this many ms are told as one. */
const REST = 150;

const element = document.querySelector("policy-explorer");
const query = new URLSearchParams(location.search);
const isFramed = parent !== window;

/** Where the page's own feeds and those of the sites that it lists lie. */
const listed = (document.querySelector('meta[name="policy-explorer-feeds"]')?.content ?? "")
  .split(/\s+/)
  .filter((address) => URL.canParse(address))
  .map((address) => new URL(address));

/** Whether data of that address may be shown: a link to a trusted site must not show a stranger's under its name. */
function admits(address) {
  if (!URL.canParse(address, location.href)) return false;
  const { origin, pathname } = new URL(address, location.href);
  if (origin === location.origin) return true;
  // Servers differ on what encoded dots and slashes mean.
  const isPlain = !/%(25|2e|2f|5c)/i.test(pathname);
  return isPlain && listed.some((allowed) => origin === allowed.origin && pathname.startsWith(allowed.pathname));
}

/** What an attribute is set to. A link can hide parts only in a frame, whose page chose it, and never who publishes. */
function asked(name) {
  if (name !== "hide") return query.get(name);
  return isFramed ? query.get(name).split(/\s+/).filter((part) => part !== "footer").join(" ") : null;
}

function begin() {
  if (query.has("feed") && !admits(query.get("feed"))) {
    document.getElementById("refused").hidden = false;
    element.remove();
    return;
  }
  // Judged again by where the answer comes from.
  element[Symbol.for("policy-explorer:admits")] = admits;
  for (const name of NAMES.filter((name) => query.has(name))) {
    const value = asked(name);
    if (value === null) continue;
    if (value !== element.getAttribute(name)) removePicture();
    element.setAttribute(name, value);
  }
}

/** Where the page was made with its first screen inside, that shows something else than what is asked for. */
function removePicture() {
  for (const drawn of element.shadowRoot?.querySelectorAll(".picture, .below") ?? []) drawn.remove();
}

/** The page takes the language that it was made in, or else the reader's. */
function translate() {
  const { language, tag } = speak(query.get("lang") || element.lang || navigator.language, TEXTS);
  const { direction, ...texts } = TEXTS[language];
  Object.assign(document.documentElement, { lang: tag, dir: direction });
  for (const [name, text] of Object.entries(texts)) {
    for (const place of document.querySelectorAll(`[data-text=${name}]`)) place.textContent = text;
  }
}

/** Tells the parent the page's height: when it has changed and come to rest, and whenever it asks. */
function tellHeight() {
  let told = null;
  let timer = 0;
  const height = () => Math.ceil(document.documentElement.getBoundingClientRect().height);
  const tell = () => {
    told = height();
    parent.postMessage({ type: "policy-explorer:height", height: told }, "*");
  };
  const notice = () => {
    clearTimeout(timer);
    if (height() !== told) timer = setTimeout(tell, REST);
  };
  addEventListener("message", ({ source, data }) => {
    if (source === parent && String(data?.type).startsWith("policy-explorer:height")) tell();
  });
  const watch = () => new ResizeObserver(notice).observe(document.documentElement);
  // What is there before the map, or a word that there is none, is not its height.
  const isThere = element.isConnected && !element.shadowRoot?.querySelector(".picture")
    ? new Promise((done) => ["ready", "error"].forEach((kind) => element.addEventListener(`policy-explorer-${kind}`, done)))
    : Promise.resolve();
  isThere.then(watch);
}

begin();
translate();
if (isFramed) tellHeight();
