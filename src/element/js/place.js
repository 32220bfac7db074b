// The page's address: as others are told it, and with the reader's choices in it. They are one piece of its fragment,
// `key=choices`, beside whatever else stands there between `&`. A router may have its path there (`#/map?x=1`): that stays
// first and as it is, and pieces come into its query. A script of its own, loaded when it is first wanted.

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

/** The piece of an element. */
export function makeFragment(element) {
  // In the order in which elements start, not in that in which their readers choose.
  claimKey(element);
  const head = () => `${encodeURIComponent(claimKey(element))}=`;
  const isOurs = (piece) => piece.startsWith(head());
  const all = (pieces) => pieces.flatMap((piece) => opened(piece, isOurs));
  const others = (pieces) => all(pieces).filter((piece) => !isOurs(piece));
  /** The address without our piece: as far as that would stand, and what joins it to that. */
  const around = () => {
    const { page, path, pieces } = parted();
    const left = others(pieces).join("&");
    if (path === null) return { before: left ? `${page}#${left}` : page, sign: left ? "&" : "#" };
    const way = `${page}#${others(path.split("&")).join("&")}`;
    return { before: left ? `${way}?${left}` : way, sign: left ? "&" : "?" };
  };
  const put = (text) => {
    const { before, sign } = around();
    try {
      // No entry of history is made. The whole address: a `<base>` may lead elsewhere.
      history.replaceState(history.state, "", text ? before + sign + head() + text : before);
    } catch {
      // A document that may not have an address of its own, as in some frames.
    }
  };
  let last = -Infinity;
  let timer = 0;
  return {
    /** What the address says; null where it says nothing. */
    read() {
      const { path, pieces } = parted();
      const piece = all([...(path?.split("&") ?? []), ...pieces]).find(isOurs);
      return piece === undefined ? null : piece.slice(head().length);
    },
    /** Lets the address say this; an empty text takes the piece away. Of texts in quick succession the first and the last. */
    write(text) {
      clearTimeout(timer);
      const now = () => {
        last = performance.now();
        put(text);
      };
      const wait = last + PAUSE - performance.now();
      if (wait > 0) timer = setTimeout(now, wait);
      else now();
    },
    /** What links to the view begin with, and the name of the piece; of a page that others can open. */
    place() {
      const { before, sign } = around();
      return [withoutSecrets(before + sign), encodeURIComponent(claimKey(element))];
    },
    stop() {
      clearTimeout(timer);
      releaseKey(element);
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
