// One request as the widget makes it, and why it failed: by the page's policy, by the server's word, or without an answer.

import { inTime } from "../intime.js";

/** How long a policy's word may take after the request has failed, ms. */
const WORD = 150;
const SILENCE = 20_000; // ms

const fetched = (address, more) => {
  const options = { credentials: "omit", referrerPolicy: "no-referrer", cache: "no-store", ...more };
  return inTime(fetch(address, options), SILENCE, () => new Error("silent"));
};

/** The response with its bytes, or `why` there is none: `policy`, `cors`, `silent`. */
export async function ask(address) {
  let isRefused = false;
  const hear = ({ effectiveDirective, blockedURI }) => {
    isRefused ||= effectiveDirective === "connect-src" && address.startsWith(blockedURI);
  };
  document.addEventListener("securitypolicyviolation", hear);
  try {
    const response = await fetched(address);
    return { response, bytes: new Uint8Array(await response.arrayBuffer()) };
  } catch {
    await new Promise((done) => setTimeout(done, WORD));
    return { why: isRefused ? "policy" : await answers(address) };
  } finally {
    document.removeEventListener("securitypolicyviolation", hear);
  }
}

/** Whether the server answers those who may not read it. */
const answers = (address) => fetched(address, { mode: "no-cors" }).then(() => "cors", () => "silent");
