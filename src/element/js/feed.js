// Fetches a feed. Throws a `FeedFailure` with the word by which Rust knows what failed (`Failure::told`).

import { decode } from "./decode.js";
import { sha256 } from "./integrity.js";
import { RequestFailure, answers, fetchBytes } from "./net.js";
import { together } from "./together.js";

const LARGEST = 32 * 1024 * 1024; // bytes
/** So many bytes may have more in them than a browser can parse in time. */
const HEAVY = 4 * 1024 * 1024;

export class FeedFailure extends Error {
  constructor(word, details) {
    super(word, details);
    this.word = word;
    this.retryAfter = details?.cause?.retryAfter;
  }
}

/**
 * The feed's bytes and a promise of their SHA-256, with what `parse` makes of them where they are few. `integrity`:
 * Subresource Integrity metadata, or null; `admits`: whether data that came from an address may be shown.
 */
export async function fetchFeed(url, { integrity, signal, fresh, admits }) {
  const bytes = await receive(url, { integrity, signal, cache: fresh ? "no-cache" : "default", admits });
  return { bytes, digest: sha256(bytes), ...(bytes.length < HEAVY && parse(bytes)) };
}

/** The JSON of a feed, or why it is none. */
export function parse(bytes) {
  try {
    return { json: JSON.parse(decode(bytes, { fatal: true })) };
  } catch (cause) {
    return { failure: Object.assign(new FeedFailure("feed-not-json", { cause }), { bytes }) };
  }
}

async function receive(url, { admits, ...options }) {
  // Where no digest can be computed nothing vouches for the bytes.
  if (options.integrity !== null && !globalThis.crypto?.subtle) {
    throw new FeedFailure("feed-integrity", { cause: new Error("this page is no secure context") });
  }
  try {
    if (!admits(url)) throw new FeedFailure("elsewhere");
    const ask = (signal) => fetchBytes(url, { ...options, signal, most: LARGEST });
    const { integrity, signal, cache } = options;
    // Who asks for it anew wants what is there from now on.
    const isShared = cache === "default";
    const { bytes, from } = await (isShared ? together(`${integrity} ${url}`, signal, ask) : ask(signal));
    if (!admits(from)) throw new FeedFailure("elsewhere", { cause: from });
    return bytes;
  } catch (error) {
    if (error instanceof FeedFailure || options.signal.aborted) throw error;
    throw new FeedFailure(await word(error, url, options), { cause: error });
  }
}

/** The word for what went wrong. */
async function word(error, url, { integrity, signal }) {
  if (!(error instanceof RequestFailure)) {
    if (navigator.onLine === false) return "offline";
    return (await answers(url, signal)) ? "refused" : "feed-unreachable";
  }
  if (error.why !== "integrity") return error.why;
  error.message = `the feed's digest is ${error.found}, not ${integrity}`;
  return "feed-integrity";
}
