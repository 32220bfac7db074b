// What was found in a feed, a section each code: what it means and what to do, in the words of `findings.html`, and the places.

import { createElement } from "../dom.js";
import { linesOf, locate } from "./locate.js";

/** Most places of one code that are listed. */
const LISTED = 20;

const make = (name, ...content) => {
  const element = createElement(name);
  element.append(...content);
  return element;
};

let page = null;

/** The page that explains the codes; without it they stand alone. */
async function explanations() {
  page ??= fetch("findings.html", { cache: "no-cache" })
    .then((response) => response.text())
    .then((text) => new DOMParser().parseFromString(text, "text/html"));
  return page.catch(() => document.implementation.createHTMLDocument());
}

/** A section each code, errors first. */
export async function explain(findings, text) {
  if (!findings.length) return [];
  const explained = await explanations();
  const byCode = new Map();
  for (const finding of findings) byCode.set(finding.code, [...(byCode.get(finding.code) ?? []), finding]);
  const groups = [...byCode.values()].sort(([one], [other]) => one.severity.localeCompare(other.severity));
  return groups.map((group) => section(group, withLines(text, group.slice(0, LISTED)), explained));
}

/** The findings with their lines, as far as their places are in the text. */
function withLines(text, findings) {
  const offsets = locate(text, findings.map(({ pointer }) => pointer));
  const rising = [...offsets.values()].sort((one, other) => one - other);
  const lines = linesOf(text, rising);
  return findings.map((finding) => ({ ...finding, line: lines[rising.indexOf(offsets.get(finding.pointer))] }));
}

function section(group, listed, explained) {
  const [{ code, severity }] = group;
  const about = explained.getElementById(code);
  const rest = group.length - listed.length;
  return make(
    "section",
    make("h3", link(code), ` ${severity}`, group.length > 1 ? ` × ${group.length.toLocaleString("en")}` : ""),
    ...(about ? [make("p", `${about.querySelector(".summary").textContent}.`)] : []),
    make("ul", ...listed.map(place)),
    ...(rest ? [make("p", `${rest.toLocaleString("en")} more of this kind`)] : []),
    ...(about ? remedy(about) : []),
  );
}

const link = (code) => Object.assign(make("a", code), { href: `findings.html#${code}` });

function place({ pointer, value, line }) {
  const begin = line ? [make("strong", `Line ${line}`), " "] : [];
  return make("li", ...begin, make("code", pointer || "the whole document"), ...(value ? [" ", make("q", value)] : []));
}

/** What readers get and what to do, and an example, folded. */
function remedy(about) {
  const [words, examples] = ["dl", ".examples"].map((part) => document.importNode(about.querySelector(part), true));
  return [words, make("details", make("summary", "Example"), examples)];
}
