// The first screen of a life: what lay in the shadow root before any script ran, or what is drawn first. Then what the
// widget draws takes its place, and from then on it hears.

import { createElement } from "./dom.js";
import { keepEarly } from "./early.js";
import { makeMount } from "./mount.js";

export class First {
  /** What is seen: what the widget draws into. */
  mount;
  /** Whether it lay there before any script ran, and nothing has taken its place yet. */
  isPicture;

  #root;
  #signal;
  #early;
  /** The digest of the bytes that it was drawn of, if it lay there. */
  #drawnOf;
  #seen = Promise.withResolvers();
  #isPainted = false;
  #isTaken = false;

  /** `signal` ends its life. */
  constructor(root, signal) {
    const picture = root.querySelector(".picture");
    this.#root = root;
    this.#signal = signal;
    this.#drawnOf = picture?.dataset.of;
    this.isPicture = Boolean(picture);
    this.mount = picture ?? createElement("div");
    this.#early = keepEarly(root, this.mount, signal);
  }

  /** The widget draws. */
  begin() {
    if (this.isPicture) return;
    // The page shows something of its own until then, a picture perhaps.
    this.mount.toggleAttribute("data-behind", this.#root.querySelector("slot").assignedElements().length > 0);
    this.#root.append(this.mount);
  }

  /** What the widget draws into from then on, beside what is seen. */
  beside() {
    return makeMount(this.#signal);
  }

  /** All is drawn there, which takes its place. */
  take(beside) {
    this.#early.pass(beside);
    this.mount = beside;
    this.isPicture = false;
    this.#isTaken = true;
    this.#markReady();
  }

  /** The first view with data is on the screen. */
  painted() {
    performance.mark("policy-explorer:map");
    this.#isPainted = true;
    this.#seen.resolve();
    this.#markReady();
  }

  /** The view is seen, and answers. */
  #markReady() {
    if (this.#isPainted && this.#isTaken) performance.mark("policy-explorer:ready");
  }

  /** Data was read from bytes of this digest, or of an unknown one. If it is other data, says so when it is seen. */
  compare(digest, say) {
    if (this.#drawnOf && digest && digest !== this.#drawnOf) this.#seen.promise.then(say);
    this.#drawnOf = null;
  }

  /** What is below a picture is the same as a table: not when something else is shown. */
  changed() {
    this.#root.querySelector(".below")?.remove();
  }

  /** The host's own content comes back. */
  clear() {
    this.changed();
    this.mount.remove();
    this.#root.querySelector("slot").hidden = false;
  }
}
