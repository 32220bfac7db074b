// Why a request failed, in words, with the line that mends it.

import { wrong } from "./finding.js";

/** What is said of an address that gave nothing to read: see `ask`. */
export function failed(what, address, { why, response }) {
  const { origin } = new URL(address);
  if (why === "policy") {
    const says = `The page’s content security policy does not let it ask ${origin}. Add the origin to connect-src.`;
    return wrong(what, says, `connect-src ${origin};`);
  }
  if (why === "cors") {
    const says = `${origin} answers, but does not let pages of ${location.origin} read it (CORS). Its server must send this header.`;
    return wrong(what, says, "Access-Control-Allow-Origin: *");
  }
  return why === "silent" ? silent(what, address) : wrong(what, `The server answers ${response.status} for ${address}.`);
}

function silent(what, address) {
  if (location.protocol !== "https:" || !address.startsWith("http:")) {
    return wrong(what, "Nothing answers at this address, or something in the browser blocks it, such as an extension.");
  }
  const says = "A page at https: cannot load what is at http:. Use the address with https:.";
  return wrong(what, says, address.replace("http:", "https:"));
}
