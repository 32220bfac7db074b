// Requests: without cookies and without a referrer, given up when nothing has come for a while, however long the whole
// takes.

import { matches, sha256 } from "./integrity.js";
import { inTime } from "./intime.js";

const SILENCE = 20_000; // ms

/** What no request of the widget's sends. */
const BARE = { credentials: "omit", referrerPolicy: "no-referrer" };

/** Options that hold nothing but these: a page may have given all objects further properties. */
const only = (...options) => Object.assign(Object.create(null), ...options);

/** Why a request failed: `integrity`, or the word by which Rust knows of it (`Failure::told`), such as the HTTP status. */
export class RequestFailure extends Error {
  constructor(why, details = {}) {
    super(why);
    this.why = why;
    Object.assign(this, details);
  }
}

/** What a promise gives, or a failure after too long a silence. */
const soon = (promise) => inTime(promise, SILENCE, () => new RequestFailure("silent"));

/**
 * Fetches bytes, at most `most` of them. `integrity`: Subresource Integrity metadata that they must match, or null; where
 * the page is no secure context, and so cannot compute digests, the browser compares them. `how`: further options of `fetch`.
 * Resolves to the bytes and the address that they came from.
 */
export async function fetchBytes(url, { integrity, cache = "default", most = Infinity, signal = null, how = null }) {
  const abort = new AbortController();
  const stop = () => abort.abort();
  if (signal?.aborted) stop();
  signal?.addEventListener("abort", stop, { signal: abort.signal });
  const canCheck = Boolean(globalThis.crypto?.subtle);
  try {
    const check = integrity !== null && !canCheck && { integrity };
    // As a text: scripts that wrap `fetch` take it for one.
    const response = await soon(fetch(String(url), only(BARE, check, how, { cache, signal: abort.signal })));
    if (!response.ok) throw new RequestFailure(String(response.status), { retryAfter: retryAfter(response) });
    const bytes = await readAll(response, most).catch((error) => {
      throw error instanceof RequestFailure ? error : new RequestFailure("feed-unreachable", { cause: error });
    });
    if (integrity !== null && canCheck && !(await matches(bytes, integrity))) {
      const [, found] = await sha256(bytes);
      throw new RequestFailure("integrity", { found });
    }
    return { bytes, from: response.url || String(url) };
  } finally {
    // What is still to come is not wanted, also where all has failed.
    stop();
  }
}

/** When a server wants to be asked again, s (RFC 9110, 10.2.3). */
function retryAfter(response) {
  const given = response.headers?.get("retry-after");
  if (!given) return undefined;
  const seconds = /^\d+$/.test(given) ? Number(given) : (Date.parse(given) - Date.now()) / 1000;
  return seconds >= 0 ? seconds : undefined;
}

/** Reads the body as it comes, so that one without end is not taken in. */
async function readAll(response, most) {
  // A script that wraps `fetch` may give something that only resembles a response.
  if (!response.body?.getReader) {
    const bytes = new Uint8Array(await soon(response.arrayBuffer()));
    if (bytes.length > most) throw new RequestFailure("feed-too-large");
    return bytes;
  }
  const chunks = [];
  let size = 0;
  const reader = response.body.getReader();
  for (let part = await soon(reader.read()); !part.done; part = await soon(reader.read())) {
    size += part.value.length;
    if (size > most) throw new RequestFailure("feed-too-large");
    chunks.push(part.value);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/** Whether a server that could not be read answers at all: then it is its word (CORS) that keeps the page out. */
export async function answers(url, signal) {
  try {
    await soon(fetch(String(url), only(BARE, { mode: "no-cors", cache: "no-store", signal })));
    return true;
  } catch {
    return false;
  }
}
