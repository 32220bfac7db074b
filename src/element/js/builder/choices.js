// What is chosen on the page, by the names of the element's attributes: read from the page's address, and kept there.
// FIELDS is filled in by the build: of each field of a view its name, its value if nothing is said, and whether readers set it.

/** What is chosen beside the fields of the view. */
const OWN = ["feed", "url-state", "width", "freeze", "pin", "preload"];

const NAMES = [...FIELDS.map(([name]) => name), ...OWN];

/** What the page's address says; with the page's own feed, and where it names no measure, the one that is `first`. */
export function fromAddress(first) {
  const query = new URLSearchParams(location.search);
  if (!query.has("feed") && !query.has("measure")) query.set("measure", first);
  return Object.fromEntries(NAMES.filter((name) => query.has(name)).map((name) => [name, query.get(name)]));
}

/** Keeps the choices in the page's address, beside what else is there. */
export function keep(choices) {
  const address = new URL(location);
  for (const name of NAMES) {
    address.searchParams.delete(name);
    if (name in choices) address.searchParams.set(name, choices[name]);
  }
  history.replaceState(history.state, "", address);
}

/** The fields that differ from what holds where nothing is said. The language is named beside them. */
export const view = (choices) => FIELDS
  .filter(([name, usual]) => name !== "lang" && choices[name] && choices[name] !== usual)
  .map(([name]) => [name, choices[name]]);

/** The choices with what a reader of the preview has changed: its `state` before and now. */
export function followed(choices, before, now) {
  const changed = FIELDS.filter(([name, , isReaders]) => isReaders && now[name] !== before[name]);
  return changed.reduce((all, [name]) => chosen(all, name, now[name]), choices);
}

/** The choices with one more, or without it where the value is empty. */
export function chosen(choices, name, value) {
  const { [name]: _, ...others } = choices;
  return value === "" ? others : { ...others, [name]: value };
}
