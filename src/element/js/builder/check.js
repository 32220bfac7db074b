// Checks a feed that is dropped or chosen: the widget reads it, and what it found stands beside the map. Nothing is sent.

import { decode } from "../decode.js";
import { createElement } from "../dom.js";
import { explain } from "./found.js";

const section = document.getElementById("check-a-feed");
const input = section.querySelector("input");
const verdict = document.getElementById("verdict");
const list = document.getElementById("findings");
const stage = document.getElementById("checked");

/** The address of the file that is shown. */
let address = null;

function check(file) {
  if (address) URL.revokeObjectURL(address);
  address = URL.createObjectURL(file);
  list.replaceChildren();
  say("reading", file, "reading …");
  const widget = createElement("policy-explorer");
  widget.setAttribute("feed", address);
  widget.setAttribute("heading", "3");
  // Another file may have been dropped meanwhile.
  const heard = (what) => ({ detail }) => {
    if (stage.contains(widget)) what(widget, file, detail);
  };
  widget.addEventListener("policy-explorer-ready", heard(tell), { once: true });
  widget.addEventListener("policy-explorer-error", heard(refuse));
  stage.replaceChildren(widget);
}

function say(state, { name }, words) {
  section.dataset.state = state;
  verdict.textContent = `${name}: ${words}`;
}

/** The file is no feed, or the widget cannot run: it says why. */
function refuse(widget, file, { message, recoverable }) {
  if (!recoverable) say("refused", file, message);
}

const count = (number, word) => `${number.toLocaleString("en")} ${word}${number === 1 ? "" : "s"}`;

async function tell(widget, file, { members }) {
  const [findings, bytes] = await Promise.all([widget.findings(), file.arrayBuffer()]);
  const sections = await explain(findings, decode(new Uint8Array(bytes)));
  if (!stage.contains(widget)) return;
  const errors = findings.filter(({ severity }) => severity === "error").length;
  const kinds = [[errors, "error"], [findings.length - errors, "warning"]].filter(([found]) => found);
  const what = kinds.map(([found, word]) => count(found, word)).join(", ") || "nothing found";
  list.replaceChildren(...sections);
  say(errors ? "faulty" : "fine", file, `${count(members, "member")}, ${what}.`);
}

input.addEventListener("change", () => {
  if (input.files[0]) check(input.files[0]);
});
for (const kind of ["dragover", "dragleave", "drop"]) {
  section.addEventListener(kind, (event) => {
    event.preventDefault();
    section.classList.toggle("over", kind === "dragover");
    const file = event.dataTransfer?.files[0];
    if (kind === "drop" && file) check(file);
  });
}
