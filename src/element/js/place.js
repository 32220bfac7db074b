// The page's address: as others are told it, and with the reader's choices in it. They are one piece of its fragment,
// `key=choices`, beside whatever else stands there between `&`. A router may have its path there (`#/map?x=1`): that stays
// first and as it is, and pieces come into its query.

import { bringIn } from "./sight.js";
import { BEFORE, NEW, arrive, back, push, replace, settled } from "./steps.js";

const PAUSE = 300; // ms; browsers refuse an address that changes too often
const ENCODED = 2; // times that an address may have been encoded on its way

/** The address of the page as far as its fragment, and a router's path in that, with its pieces. */
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

/** The pieces that one is made of where it holds one of ours and was encoded as a whole; else itself. */
function opened(piece, isOurs, turns = ENCODED) {
  // With a sign of its own it is a piece already.
  if (piece.includes("=") || !turns) return [piece];
  const pieces = decoded(piece).split("&").flatMap((piece) => opened(piece, isOurs, turns - 1));
  return pieces.some(isOurs) ? pieces : [piece];
}

/**
 * The piece of an element, until its life ends by `signal`. `follow` is called when the page has gone to another entry of
 * history or part of itself.
 */
export function makeFragment(element, follow, signal) {
  // In the order in which elements start, not in that in which their readers choose.
  claimKey(element);
  const name = () => encodeURIComponent(claimKey(element));
  const head = () => `${name()}=`;
  const isOurs = (piece) => piece.startsWith(head());
  const all = (pieces) => pieces.flatMap((piece) => opened(piece, isOurs));
  const others = (pieces) => all(pieces).filter((piece) => !isOurs(piece));
  const wantsSteps = () => element.urlState === "history";
  /** The address without our piece: as far as that would stand, and what joins it to that. */
  const around = () => {
    const { page, path, pieces } = parted();
    const left = others(pieces).join("&");
    if (path === null) return { before: left ? `${page}#${left}` : page, sign: left ? "&" : "#" };
    const way = `${page}#${others(path.split("&")).join("&")}`;
    return { before: left ? `${way}?${left}` : way, sign: left ? "&" : "?" };
  };
  /** The whole address: a `<base>` may lead elsewhere. */
  const saying = (text) => {
    const { before, sign } = around();
    return text ? before + sign + head() + text : before;
  };
  /** The last address that had our piece, without it, and how many entries there were. */
  let bare = { address: null, entries: 0 };
  const read = () => {
    const { path, pieces } = parted();
    const piece = all([...(path?.split("&") ?? []), ...pieces]).find(isOurs);
    if (piece !== undefined) {
      bare = { address: around().before, entries: history.length };
      return piece.slice(head().length);
    }
    // One step back to where nothing was chosen; a press that leads elsewhere makes an entry, or another address.
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
    // What was chosen before belongs to the entry before.
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
    /** What the address says; null where it says nothing. */
    read,
    /** What was chosen before the address was wanted is in it, too. */
    begin(text) {
      if (read() === null && text) write(text);
    },
    /** Lets the address say this; an empty text takes the piece away. Of texts in quick succession the first and the last. */
    write: (text, entry) => settled(() => write(text, entry)),
    /** What links to the view begin with, and the name of the piece; of a page that others can open. */
    place() {
      const { before, sign } = around();
      return [withoutSecrets(before + sign), name()];
    },
  };
}
/** Parameters of a query that are nobody else's: credentials, sessions, and where a reader came from. */
const PRIVATE = /^(utm_|mc_|_g[al]|fbclid|gclid|msclkid|igshid|access|api|auth|code|email|jwt|key|pass|secret|session|sid|sig|state|ticket|token|user)/i;
/** What looks like a credential, whatever its name: long, of letters and digits without a word's limits. */
const OPAQUE = /^(?=.*\d)(?=.*[a-z])[\w.~+/=-]{24,}$/i;

const isWeb = (address) => /^https?:/.test(address);

/** The page's address, or that of the page around it; `otherwise` where neither has one that others can open. */
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

/** An address without what is private in its query, and without user and password. */
function withoutSecrets(address) {
  const url = new URL(address);
  url.username = url.password = "";
  const isPrivate = ([name, value]) => PRIVATE.test(name) || OPAQUE.test(value);
  const parameters = [...url.searchParams];
  // What has nothing private stays as it is written.
  for (const [name] of parameters.filter(isPrivate)) url.searchParams.delete(name);
  return url.href;
}

/** By name, the element that has it. */
const holders = new Map();
/** The name that an element had last. */
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

/** Another element may have the name. */
function releaseKey(element) {
  const key = last.get(element);
  if (holders.get(key) === element) holders.delete(key);
}

/** The address of the page, and the name under which the view is in it; none where it is not. */
export function placeOf(fragment, otherwise) {
  const page = pageAddress(otherwise);
  return fragment && page === location.href ? fragment.place() : [withoutSecrets(page), ""];
}
