// The report on the page: a panel before everything else, in a shadow root, and the same as text for support. STYLE is filled
// in by the build.

import { createElement } from "../dom.js";
import { LEVELS } from "./finding.js";

const ID = "policy-explorer-diagnosis";

const make = (name, ...content) => {
  const element = createElement(name);
  element.append(...content);
  return element;
};

const sheet = () => {
  const style = new CSSStyleSheet();
  style.replaceSync(STYLE);
  return style;
};

/** Puts the panel on the page; `end` says what was found. */
export function begin() {
  document.getElementById(ID)?.remove();
  const host = Object.assign(createElement("div"), { id: ID });
  const root = host.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [sheet()];
  const state = make("p", "Checking this page …");
  state.setAttribute("role", "status");
  const panel = make("section", Object.assign(make("h2", "Policy Explorer: health check"), { id: "head" }), state);
  panel.setAttribute("aria-labelledby", "head");
  // Whatever the page's own are, which a style sheet cannot undo.
  Object.assign(panel, { lang: "en", dir: "ltr" });
  root.append(panel);
  document.body.prepend(host);
  return { end: (findings, folder) => end(host, panel, state, findings, folder) };
}

function end(host, panel, state, findings, folder) {
  const sorted = LEVELS.flatMap((level) => findings.filter((finding) => finding.level === level));
  const count = sorted.filter(({ level }) => level === "wrong").length;
  state.textContent = count ? `${count} of ${sorted.length} checks found something wrong.` : "Nothing is wrong as far as this page can tell.";
  const text = make("pre", written(sorted, folder));
  text.tabIndex = 0;
  const copy = button("Copy as text for support", async () => { state.textContent = await copied(text); });
  const close = button("Close", () => host.remove());
  panel.append(make("ul", ...sorted.map(drawn)), make("details", make("summary", "As text"), text), make("p", copy, " ", close));
}

function drawn({ level, what, says, paste }) {
  const item = make("li", make("strong", level), " ", make("b", what), make("p", says));
  item.dataset.level = level;
  if (paste) item.append(make("pre", paste));
  return item;
}

function button(label, press) {
  const made = Object.assign(make("button", label), { type: "button" });
  made.addEventListener("click", press);
  return made;
}

async function copied(text) {
  try {
    await navigator.clipboard.writeText(text.textContent);
    return "Copied.";
  } catch {
    text.parentElement.open = true;
    getSelection().selectAllChildren(text);
    return "Selected. Copy with Ctrl+C or ⌘C.";
  }
}

/** Without query and fragment of the page's address, which may be private. */
function written(findings, folder) {
  const head = [
    "Policy Explorer: health check", `page: ${location.origin}${location.pathname}`, `widget: ${folder}`,
    `browser: ${navigator.userAgent}`, `window: ${innerWidth} × ${innerHeight}`, `at: ${new Date().toISOString()}`, "",
  ];
  const told = findings.map(({ level, what, says, paste }) => `[${level}] ${what}: ${says}${paste ? `\n    ${paste}` : ""}`);
  return [...head, ...told, ""].join("\n");
}
