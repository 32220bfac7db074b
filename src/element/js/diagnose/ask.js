// One request as the widget makes it, and why it failed: by the page's policy, by the server's word, or without an answer.

/** How long a policy's word may take after the request has failed, ms. */
const WORD = 150;
const SILENCE = 20_000; // ms

const options = (more) => ({
  credentials: "omit", referrerPolicy: "no-referrer", cache: "no-store", signal: AbortSignal.timeout(SILENCE), ...more,
});

/** The response with its bytes, or `why` there is none: `policy`, `cors`, `silent`. */
export async function ask(address) {
  let isRefused = false;
  const hear = ({ effectiveDirective, blockedURI }) => {
    isRefused ||= effectiveDirective === "connect-src" && address.startsWith(blockedURI);
  };
  document.addEventListener("securitypolicyviolation", hear);
  try {
    const response = await fetch(address, options());
    return { response, bytes: new Uint8Array(await response.arrayBuffer()) };
  } catch {
    await new Promise((done) => setTimeout(done, WORD));
    return { why: isRefused ? "policy" : await answers(address) };
  } finally {
    document.removeEventListener("securitypolicyviolation", hear);
  }
}

/** Whether the server answers those who may not read it. */
const answers = (address) => fetch(address, options({ mode: "no-cors" })).then(() => "cors", () => "silent");
