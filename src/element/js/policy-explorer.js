// The module that a page loads: defines the element `<policy-explorer>`. The element keeps what host and reader said, and
// has one life at a time, which owns all else. What is shown, and every decision about it, is in Rust.

import "./diagnosis.js";
import { createElement } from "./dom.js";
import { langAround } from "./language.js";
import { Life } from "./life.js";
import { feedUrl } from "./loader.js";
import { FIELDS, NAMES, asText, defineProperties, isOn, takeEarlier } from "./words.js";

/** How near to the viewport a lazy element starts. */
const NEAR = "400px";

/** A promise with the two ways to settle it. Nobody needs to hear of a failure here: the event tells, too. */
function makeReady() {
  const ready = { settled: false };
  ready.promise = new Promise((resolve, reject) => {
    ready.resolve = () => { ready.settled = true; resolve(); };
    ready.reject = (error) => { ready.settled = true; reject(error); };
  });
  ready.promise.catch(() => {});
  return ready;
}

// Where a framework renders on a server there are no elements, and nothing happens.
const Base = globalThis.HTMLElement ?? class {};

class PolicyExplorer extends Base {
  static observedAttributes = NAMES;

  #root;
  #words = new Map();
  #reader = "";
  #spoken = "";
  #life = null;
  #ready = makeReady();
  #due = false;
  #near = null;

  static {
    defineProperties(this.prototype, {
      say: (element, name, value) => element.#say(name, value),
      word: (element, name) => element.#word(name),
    });
  }

  constructor() {
    super();
    this.#root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    if (!this.#root.querySelector("slot")) this.#root.append(createElement("slot"));
  }

  get ready() {
    return this.#ready.promise;
  }

  get state() {
    const said = Object.fromEntries(FIELDS.map((name) => [name, this.#word(name) ?? ""]));
    return { ...(this.#life?.state() ?? said), lang: this.#lang() };
  }

  set state(wanted) {
    for (const [name, value] of Object.entries(wanted ?? {})) {
      if (NAMES.includes(name)) this.#say(name, asText(value));
    }
  }

  summary() {
    return this.#life?.summary() ?? null;
  }

  /** The current map as a standalone SVG document, a promise of its text; empty before there is a map. */
  async toSVG() {
    return (await this.#life?.made("svg")) ?? "";
  }

  /** What is wrong with the feed shown: a promise of the first 1,000 findings, empty before there is a feed. */
  async findings() {
    return (await this.#life?.made("findings"))?.[1] ?? [];
  }

  /** Fetches the feed again; resolves when it is shown or has failed. */
  async refresh() {
    if (!this.isConnected) throw new Error("the element is not in a document");
    // What was said in this turn counts.
    await null;
    if (this.#life && !this.#life.isOver) return this.#life.refresh();
    this.#begin();
    await this.ready.catch(() => {});
  }

  connectedCallback() {
    takeEarlier(this);
    this.#consider();
  }

  disconnectedCallback() {
    this.#consider();
  }

  adoptedCallback() {
    this.#consider();
  }

  attributeChangedCallback(name, before, after) {
    if (before !== after) this.#say(name, after);
  }

  /** The host's last word on a name. */
  #word(name) {
    return this.#words.get(name) ?? null;
  }

  #say(name, value) {
    this.#words.set(name, value);
    if (name === "feed" || name === "integrity" || name === "loading") this.#consider();
    else this.#life?.say(name, value);
  }

  #lang() {
    return this.#spoken || this.#word("lang") || langAround(this);
  }

  /** Begins or ends a life if need be, after all that is said and done to the element in this turn. */
  #consider() {
    if (this.#due) return;
    this.#due = true;
    queueMicrotask(() => {
      this.#due = false;
      // A document without a window is not shown, and has no styles.
      const isHere = this.isConnected && this.ownerDocument.defaultView;
      if (this.#life && !(isHere && this.#life.suits(this.#wanted()))) this.#end();
      if (!isHere) this.#stopWaiting();
      else if (this.#life) this.#life.moved();
      else this.#start();
    });
  }

  #start() {
    if (this.#word("loading") !== "lazy" || !globalThis.IntersectionObserver) return this.#begin();
    if (this.#near) return;
    this.#near = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) this.#begin();
    }, { rootMargin: NEAR });
    this.#near.observe(this);
  }

  #stopWaiting() {
    this.#near?.disconnect();
    this.#near = null;
  }

  /** What a life is begun with, and must be begun anew for. */
  #wanted() {
    const feed = feedUrl(this.#word("feed"), this.baseURI);
    return { document: this.ownerDocument, feed, integrity: this.#word("integrity") };
  }

  #begin() {
    this.#stopWaiting();
    this.#end();
    this.#renewed();
    this.#life = new Life(this, this.#root, this.#wanted(), {
      word: (name) => this.#word(name),
      lang: () => this.#lang(),
      isLinked: () => isOn(this.#word("url-state")),
      reader: () => this.#reader,
      chose: (text) => { this.#reader = text; },
      speak: (tag) => { this.#spoken = tag; },
      changed: () => this.#emit("change", this.state),
      emit: (name, detail) => this.#emit(name, detail),
      ready: (detail) => {
        this.#emit("ready", detail);
        this.#renewed().resolve();
      },
      again: () => this.#begin(),
    });
  }

  #end() {
    this.#life?.end();
    this.#life = null;
  }

  #emit(name, detail) {
    this.dispatchEvent(new CustomEvent(`policy-explorer-${name}`, { detail, bubbles: true, composed: true }));
    if (name === "error" && !detail.recoverable) this.#renewed().reject(new Error(detail.message));
  }

  /** The promise that the next outcome settles: a new one where the last has been settled. */
  #renewed() {
    if (this.#ready.settled) this.#ready = makeReady();
    return this.#ready;
  }
}

if (globalThis.customElements && !customElements.get("policy-explorer")) {
  customElements.define("policy-explorer", PolicyExplorer);
}
