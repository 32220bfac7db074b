// Reads and writes the page's address, and tells it to others. The reader's choices are one piece of its fragment,
// `key=choices`; other pieces beside it, parted by `&`, stay. If a router has its path in the fragment (`#/map?x=1`), the
// path stays first and unchanged, and pieces go into its query.

import { bringIn } from "./sight.js";
import { BEFORE, NEW, arrive, back, push, replace, settled } from "./steps.js";

const PAUSE = 300; // ms; browsers refuse an address that changes too often
const ENCODED = 2; // times that an address may have been encoded by those who passed it on

/** The parts of the page's address: what stands before the fragment, a router's path in the fragment, and its pieces. */
function parted() {
  const [page, ...rest] = location.href.split("#");
  const fragment = rest.join("#");
  const [path, ...query] = /^!?\//.test(fragment) ? fragment.split("?") : [null, fragment];
  return { page, path, pieces: query.join("?").split("&").filter(Boolean) };
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The pieces in a piece that was encoded as a whole, if one of them is ours; otherwise the piece itself. */
function opened(piece, isOurs, turns = ENCODED) {
  // A piece with `=` was not encoded.
  if (piece.includes("=") || !turns) return [piece];
  const pieces = decoded(piece).split("&").flatMap((piece) => opened(piece, isOurs, turns - 1));
  return pieces.some(isOurs) ? pieces : [piece];
}

/**
 * Keeps the piece of an element, until `signal` ends its life. Calls `follow` after the page has gone to another entry of
 * its history or to another fragment.
 */
export function makeFragment(element, follow, signal) {
  // Elements get their names in the order in which they start, not in which their readers choose.
  claimKey(element);
  const name = () => encodeURIComponent(claimKey(element));
  const head = () => `${name()}=`;
  const isOurs = (piece) => piece.startsWith(head());
  const all = (pieces) => pieces.flatMap((piece) => opened(piece, isOurs));
  const others = (pieces) => all(pieces).filter((piece) => !isOurs(piece));
  const wantsSteps = () => element.urlState === "history";
  /** The address without our piece, and the sign that joins our piece to it. */
  const around = () => {
    const { page, path, pieces } = parted();
    const left = others(pieces).join("&");
    if (path === null) return { before: left ? `${page}#${left}` : page, sign: left ? "&" : "#" };
    const way = `${page}#${others(path.split("&")).join("&")}`;
    return { before: left ? `${way}?${left}` : way, sign: left ? "&" : "?" };
  };
  /** The whole address. A fragment alone would not do: a `<base>` may lead elsewhere. */
  const saying = (text) => {
    const { before, sign } = around();
    return text ? before + sign + head() + text : before;
  };
  /** The last address that had our piece, but without the piece, and the number of entries in the history then. */
  let bare = { address: null, entries: 0 };
  const read = () => {
    const { path, pieces } = parted();
    const piece = all([...(path?.split("&") ?? []), ...pieces]).find(isOurs);
    if (piece !== undefined) {
      bare = { address: around().before, entries: history.length };
      return piece.slice(head().length);
    }
    // The reader went back to where nothing was chosen. A press that leads elsewhere adds an entry or changes the address.
    const isBare = location.href === bare.address && history.length === bare.entries;
    return isBare && wantsSteps() ? "" : null;
  };
  let last = -Infinity;
  let timer = 0;
  let due = null;
  const put = () => {
    clearTimeout(timer);
    if (due === null) return;
    last = performance.now();
    replace(saying(due));
    due = null;
    read();
  };
  const enter = (text) => {
    // Earlier choices belong to the entry before.
    put();
    push(saying(text), name());
    read();
  };
  const write = (text, entry) => {
    if (wantsSteps() && entry === NEW) return enter(text);
    due = null;
    if (wantsSteps() && entry === BEFORE && back(saying(text), name())) return clearTimeout(timer);
    due = text;
    const wait = last + PAUSE - performance.now();
    clearTimeout(timer);
    if (wait > 0) timer = setTimeout(put, wait);
    else put();
  };
  const stop = () => {
    clearTimeout(timer);
    releaseKey(element);
  };
  if (signal.aborted) stop();
  signal.addEventListener("abort", stop);
  for (const kind of ["popstate", "hashchange"]) {
    addEventListener(kind, () => {
      arrive();
      follow();
    }, { signal });
  }
  bringIn(element, read, signal);
  return {
    /** The choices in the address; null if it has none. */
    read,
    /** Writes the choices that were made before the host wanted them in the address. */
    begin(text) {
      if (read() === null && text) write(text);
    },
    /** Writes choices into the address; an empty text removes the piece. Of texts in quick succession, the first and the last count. */
    write: (text, entry) => settled(() => write(text, entry)),
    /** The beginning of links to the view, and the name of the piece, for a page that others can open. */
    place() {
      const { before, sign } = around();
      return [withoutSecrets(before + sign), name()];
    },
  };
}
/** Names of private parameters: credentials, sessions, and where a reader came from. */
const PRIVATE = /^(utm_|mc_|_g[al]|fbclid|gclid|msclkid|igshid|access|api|auth|code|email|jwt|key|pass|secret|session|sid|sig|state|ticket|token|user)/i;
/** Values that look like credentials, whatever their name: long, with letters and digits, without spaces. */
const OPAQUE = /^(?=.*\d)(?=.*[a-z])[\w.~+/=-]{24,}$/i;

const isWeb = (address) => /^https?:/.test(address);

/** The address of the page or of the page around it; `otherwise` if others can open neither. */
function pageAddress(otherwise) {
  if (isWeb(location.href)) return location.href;
  // As in `<iframe srcdoc>`.
  try {
    if (isWeb(parent.location.href)) return parent.location.href;
  } catch {
    // A page of another site.
  }
  return isWeb(document.referrer) ? document.referrer : otherwise;
}

/** An address without private parameters, user and password. */
function withoutSecrets(address) {
  const url = new URL(address);
  url.username = url.password = "";
  const isPrivate = ([name, value]) => PRIVATE.test(name) || OPAQUE.test(value);
  const parameters = [...url.searchParams];
  // Deleting only private names keeps all other addresses as they are written.
  for (const [name] of parameters.filter(isPrivate)) url.searchParams.delete(name);
  return url.href;
}

/** The element that has each name. */
const holders = new Map();
/** The last name of each element. */
const last = new WeakMap();

/** The name of an element's piece of the fragment: its id or the element's name, numbered if another element has that. */
function claimKey(element) {
  const own = element.id || "policy-explorer";
  const names = [last.get(element), own].filter((name) => name === own || name?.startsWith(`${own}-`));
  for (let number = 2; names.every((name) => (holders.get(name) ?? element) !== element); number += 1) {
    names.push(`${own}-${number}`);
  }
  const key = names.find((name) => (holders.get(name) ?? element) === element);
  if (key !== last.get(element) || !holders.has(key)) {
    releaseKey(element);
    holders.set(key, element);
    last.set(element, key);
  }
  return key;
}

/** Frees the name of an element for others. */
function releaseKey(element) {
  const key = last.get(element);
  if (holders.get(key) === element) holders.delete(key);
}

/** The address of the page, and the name of the piece that has the view; an empty name if none has. */
export function placeOf(fragment, otherwise) {
  const page = pageAddress(otherwise);
  return fragment && page === location.href ? fragment.place() : [withoutSecrets(page), ""];
}
