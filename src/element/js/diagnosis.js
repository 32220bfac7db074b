// Brings in the health check of the page where its address asks for it. By an element, which holds a script to its digest as
// `import()` does not. ASSETS is filled in by the build.

import { at } from "./assets.js";
import { createElement } from "./dom.js";

if (/[?&]diagnose\b/.test(globalThis.location?.search)) {
  const [path, integrity] = ASSETS.diagnosis;
  document.head.append(Object.assign(createElement("script"), { type: "module", integrity, src: at(path) }));
}
