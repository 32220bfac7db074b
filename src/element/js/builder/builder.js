// The example page's builder: choices by controls, or in the preview itself, and the texts that put what it shows on another
// page. The page holds all words.

import { sha256 } from "../integrity.js";
import { speak } from "../language.js";
import "./check.js";
import { chosen, followed, fromAddress, keep, view } from "./choices.js";
import { fill, offer, valueOf } from "./controls.js";
import "./copy.js";
import { labels, textIn } from "./feed.js";
import "./help.js";
import { command, frame, lines, policy } from "./snippet.js";

const form = document.getElementById("choices");
const preview = document.querySelector("#preview policy-explorer");
const module = new URL("policy-explorer.js", document.baseURI).href;

let choices = fromAddress(form.dataset.measure);
/** What the page reads of the feed. */
let known = null;
/** The preview's state as it was last heard of. */
let before = null;
/** The module's digest, once it is wanted. */
let digest = null;

const isAddress = () => URL.canParse(choices.feed || "feed.json", document.baseURI);

const feed = () => new URL(isAddress() && choices.feed ? choices.feed : "feed.json", document.baseURI).href;

const lang = () => choices.lang ?? "en";

const width = () => (/^\d+$/.test(choices.width) ? choices.width : null);

/** The picture of what is chosen, where the publisher keeps one, and what it shows. */
function picture() {
  const others = view(choices).some(([name]) => name !== "measure");
  if (!known || "freeze" in choices || others) return null;
  const measure = choices.measure || "overall";
  const src = known.picture(measure, spoken());
  const titles = [known.title, known.measures.find(({ id }) => id === measure)?.title];
  return src && { src, alt: titles.filter(Boolean).map((title) => textIn(title, lang())).join(": ") };
}

function write() {
  const frozen = "freeze" in choices ? known : null;
  const made = {
    module,
    feed: frozen?.kept ?? feed(),
    lang: choices.lang ?? null,
    view: view(choices),
    urlState: "url-state" in choices ? "" : null,
    width: width(),
    pin: "pin" in choices ? digest : null,
    freeze: frozen?.digest ?? null,
    picture: picture(),
    ahead: "preload" in choices ? ahead() : [],
    title: textIn(known?.title, lang()) || "Map",
  };
  for (const [piece, text] of Object.entries({ lines, frame, command, policy })) {
    document.querySelector(`[data-piece=${piece}]`).textContent = text(made);
  }
  document.getElementById("elsewhere").hidden = new URL(made.feed).origin === new URL(module).origin;
}

/** Shows the choices in the preview, which is a heading of the page's outline whatever they are. */
function show() {
  const asked = new Map([["feed", feed()], ["lang", choices.lang], ...view(choices)]);
  for (const name of ["feed", "lang", ...FIELDS.map(([field]) => field)]) {
    if (asked.get(name)) preview.setAttribute(name, asked.get(name));
    else if (name !== "heading") preview.removeAttribute(name);
  }
  preview.style.setProperty("max-width", width() ? `${width()}px` : "");
}

/** The widget's language where what is chosen is shown. Where that is the page's, it is not known here. */
const spoken = () => speak(lang(), FIRST.messages).language;

/** The addresses of the files without which there is no map; FIRST is filled in by the build. */
const ahead = () => [FIRST.wasm, FIRST.world, FIRST.messages[spoken()]].map(([path]) => new URL(path, module).href);

/** Reads the feed, and lets the controls offer what it has. */
async function read() {
  known = await labels(feed());
  if (known) offer(form, known, lang());
  // Another feed has other measures.
  if (known && !known.measures.some(({ id }) => id === choices.measure)) choices = chosen(choices, "measure", "overall");
}

/** Reads the module's digest where it is wanted. */
async function measureModule() {
  if (digest || !("pin" in choices)) return;
  const response = await fetch(module, { cache: "no-cache" });
  digest = (await sha256(new Uint8Array(await response.arrayBuffer())))[1] ?? null;
}

form.addEventListener("change", async ({ target }) => {
  // What the widget would not understand is not written down either.
  if (!target.reportValidity()) return;
  const [ofFeed, spoken] = [feed(), lang()];
  choices = chosen(choices, target.name, valueOf(target));
  await measureModule();
  if (feed() !== ofFeed || lang() !== spoken) await read();
  fill(form, choices);
  keep(choices);
  show();
  write();
});
form.addEventListener("submit", (event) => event.preventDefault());

preview.addEventListener("policy-explorer-ready", () => { before = preview.state; });
preview.addEventListener("policy-explorer-change", ({ detail }) => {
  choices = followed(choices, before ?? detail, detail);
  before = detail;
  keep(choices);
  fill(form, choices);
  write();
});

await Promise.all([measureModule(), read()]);
fill(form, choices);
show();
write();
