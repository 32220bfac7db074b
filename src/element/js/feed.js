// Fetches a feed. Throws a `FeedFailure` with one of the codes of `policy-explorer-error`.

import { getIntegrity } from "./engine.js";

const TIME_OUT = 20_000; // ms
const LARGEST = 32 * 1024 * 1024; // bytes

export class FeedFailure extends Error {
  constructor(code, cause, bytes) {
    super(code, { cause });
    this.code = code;
    this.bytes = bytes; // what is no JSON, for the widget to say why
  }
}

/**
 * The feed's JSON, parsed, and a promise of the SHA-256 of its bytes. `integrity`: Subresource Integrity metadata, or null.
 */
export async function fetchFeed(url, { integrity, signal, fresh }) {
  const received = receive(url, signal, fresh ? "no-cache" : "default");
  const [bytes, check] = await Promise.all([received, integrity && getIntegrity()]);
  if (check && !(await check.matches(bytes, integrity))) throw new FeedFailure("feed-integrity");
  try {
    return { json: JSON.parse(decode(bytes)), digest: sha256(bytes) };
  } catch (error) {
    throw new FeedFailure("feed-not-json", error, bytes);
  }
}

/** The text of bytes in UTF-8, or in UTF-16 with a byte order mark. Throws where they are in neither. */
function decode(bytes) {
  const mark = (bytes[0] << 8) | bytes[1];
  const encoding = { 0xfffe: "utf-16le", 0xfeff: "utf-16be" }[mark] ?? "utf-8";
  return new TextDecoder(encoding, { fatal: true }).decode(bytes);
}

async function receive(url, signal, cache) {
  const limit = AbortSignal.timeout(TIME_OUT);
  const abort = new AbortController();
  const stop = () => abort.abort();
  for (const source of [signal, limit]) source.addEventListener("abort", stop, { once: true });
  try {
    const response = await fetch(url, { signal: abort.signal, cache, credentials: "omit" });
    if (!response.ok) throw new Error(`HTTP status ${response.status}`);
    return await readAll(response);
  } catch (error) {
    abort.abort();
    throw error instanceof FeedFailure ? error : new FeedFailure("feed-unreachable", error);
  } finally {
    signal.removeEventListener("abort", stop);
  }
}

/** Reads the body as it comes, so that one without end is not taken in. */
async function readAll(response) {
  const chunks = [];
  let size = 0;
  const reader = response.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.length;
    if (size > LARGEST) throw new FeedFailure("feed-too-large");
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

/** The SHA-256 in hexadecimal digits and as Subresource Integrity writes it; nothing where the page is no secure context. */
async function sha256(bytes) {
  if (!globalThis.crypto?.subtle) return [];
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const hex = [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex, `sha256-${btoa(String.fromCharCode(...digest))}`];
}
