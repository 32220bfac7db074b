// The address of the page as others are told it, and the names under which elements keep their choices in it.

/** Parameters of a query that are nobody else's: credentials, sessions, and where a reader came from. */
const PRIVATE = /^(utm_|mc_|_g[al]|fbclid|gclid|msclkid|igshid|access|api|auth|code|email|jwt|key|pass|secret|session|sid|sig|state|ticket|token|user)/i;
/** What looks like a credential, whatever its name: long, of letters and digits without a word's limits. */
const OPAQUE = /^(?=.*\d)(?=.*[a-z])[\w.~+/=-]{24,}$/i;

const isWeb = (address) => /^https?:/.test(address);

/** The page's address, or that of the page around it; `otherwise` where neither has one that others can open. */
export function pageAddress(otherwise) {
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
export function withoutSecrets(address) {
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
export function claimKey(element) {
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
export function releaseKey(element) {
  const key = last.get(element);
  if (holders.get(key) === element) holders.delete(key);
}
