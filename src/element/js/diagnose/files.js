// The widget's own files: whether they come, unchanged, under the right type, compressed, and kept. ASSETS is filled in by the
// build.

import { matches } from "../integrity.js";
import { ask } from "./ask.js";
import { failed } from "./failed.js";
import { good, note, unknown, wrong } from "./finding.js";

/** Of the files that every visit loads, one of each kind. */
const FILES = [ASSETS.wasm, ASSETS.world, ASSETS.later, ASSETS.messages.en];
/** Smaller files may come as they are, bytes. */
const SMALL = 10_000;

export async function checkFiles(folder) {
  const told = await Promise.all(FILES.map(([path, integrity]) => checkFile(new URL(path, folder).href, integrity)));
  const all = told.flat();
  return all.length ? all : [good("The widget’s files", "They come, unchanged, compressed, and may be kept.")];
}

async function checkFile(address, integrity) {
  const what = `The widget’s file ${new URL(address).pathname.split("/").at(-1)}`;
  const asked = await ask(address);
  if (!asked.response?.ok) return [failed("The widget’s files", address, asked)];
  const { response, bytes } = asked;
  if (response.headers.get("content-type")?.startsWith("text/html")) {
    return [wrong(what, "The server sends a web page in its place. Copy the whole folder of the widget.")];
  }
  return [await changed(what, bytes, integrity), type(address, response), kept(response), compressed(address)].filter(Boolean);
}

async function changed(what, bytes, integrity) {
  if (!globalThis.crypto?.subtle) {
    return unknown("Digests", "This page is not a secure context, so nothing can be compared. Serve it at https:.");
  }
  if (await matches(bytes, integrity)) return null;
  return wrong(what, "It has other bytes than the script expects: something on the way has changed it, or it is of another version. Copy the whole folder again, and let no optimiser change its files.");
}

function type(address, { headers }) {
  if (!address.endsWith(".wasm") || headers.get("content-type")?.startsWith("application/wasm")) return null;
  return note("Type of the program", "It works as it is. The type of .wasm files is this one.", "Content-Type: application/wasm");
}

function kept({ headers }) {
  if (/max-age=\d{6}|immutable/.test(headers.get("cache-control") ?? "")) return null;
  const says = "Browsers ask for them at each visit. Files in assets/ have their content’s hash in their name and may be kept.";
  return note("Cache of the widget’s files", says, "Cache-Control: public, max-age=31536000, immutable");
}

/** Of other origins a browser tells sizes only where the server allows it. */
function compressed(address) {
  const { encodedBodySize: sent = 0, decodedBodySize: size = 0 } = performance.getEntriesByName(address).at(-1) ?? {};
  const what = "Compression of the widget’s files";
  if (!sent) return unknown(what, "The browser does not tell the sizes of files of another origin. Its network panel shows them.");
  if (size < SMALL || sent < size) return null;
  const says = "The server sends them uncompressed. Compressed copies (.br, .gz, .zst) lie beside them; for nginx, this line sends them. Settings for other servers are in hosting/.";
  return note(what, says, "gzip_static on;");
}
