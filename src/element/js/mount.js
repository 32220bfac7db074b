// What a life draws into, and what lies in the element beside it.

import { createElement } from "./dom.js";
import { warn } from "./host.js";

/** HTML knows no self-closing tag: what follows one lies inside the element and is hidden with its fallback. */
export function warnOfSwallowed(element) {
  const swallowed = element.querySelector("h1, h2, h3, h4, h5, h6, form, main, nav, article, footer, policy-explorer");
  if (swallowed) warn("no closing </policy-explorer>, so this is hidden:", swallowed);
}

/** What the widget draws into. Yew never takes its listeners off: they end with the life. */
export function makeMount(signal) {
  const mount = createElement("div");
  mount.addEventListener = (kind, heard, options) => {
    const given = typeof options === "object" ? options : { capture: options };
    const how = Object.assign(Object.create(null), given, { signal });
    EventTarget.prototype.addEventListener.call(mount, kind, heard, how);
    // wasm-bindgen's closures are freed by whoever holds them last, and these nobody would.
    signal.addEventListener("abort", () => heard._wbg_cb_unref?.(), { once: true });
  };
  return mount;
}
