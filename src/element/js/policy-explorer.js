// The module that a page loads: defines the element `<policy-explorer>`, the thin edge between the page
// and the widget in wasm. What it shows, and every decision, is in Rust.

import { pairClicks } from "./clicks.js";
import { getDetail, getEngine, getFragment, getPhrases, getSound, getTake } from "./engine.js";
import { tellFailure } from "./failure.js";
import { FeedFailure, fetchFeed } from "./feed.js";
import { focusKeeper } from "./focus.js";
import { langAround, observeLang, speak } from "./language.js";
import { announcer } from "./live.js";
import { makeLocale } from "./locale.js";

/** Attributes that are fields of the view; the widget reads them. */
const FIELDS = [
  "measure", "date", "known", "against", "view", "projection", "camera", "country", "compare", "region",
  "group", "status", "sort", "find", "pattern", "theme", "heading", "hide",
];
/** Attributes that this module reads. */
const OWN = ["feed", "lang", "integrity", "refresh", "loading", "url-state"];
/** Whether the reader wants no motion. */
const STILL = matchMedia("(prefers-reduced-motion: reduce)");
const SHORTEST_REFRESH = 60; // s
const MINUTE = 60_000; // ms
/** The size of type that the map's marks and names, the trend and the timeline are laid out for, px. */
const TYPE = 15;
/** Between two dates that run by themselves, ms; the second where the reader wants less motion. */
const PACE = 900;
const CALM_PACE = 2500;
/** How near to the viewport a lazy element starts. */
const NEAR = "400px";

/** The elements that run, to be told when wasm traps. */
const running = new Set();

function warn(...words) {
  console.warn("policy-explorer:", ...words);
}

/** The reader's day, `YYYY-MM-DD`. */
function today() {
  const now = new Date();
  return new Date(now - now.getTimezoneOffset() * MINUTE).toISOString().slice(0, 10);
}

class PolicyExplorer extends HTMLElement {
  static observedAttributes = [...FIELDS, ...OWN];

  #root;
  #mount = null;
  #widget = null;
  #loading = null;
  #abort = null;
  #poll = 0;
  #days = 0;
  #address = null;
  #onHash = () => this.#follow();
  #onKey = ({ key }) => key === "Escape" && this.#widget?.leave();
  #near = null;
  #map = null;
  // Its own measure, since older browsers give the observed one as the page's `zoom` makes it.
  #sizes = new ResizeObserver(() => {
    if (this.#map?.clientWidth) this.#widget?.resize(this.#measure(this.#map));
  });
  #rest = 0;
  #frame = 0;
  #engine;
  #digest = [];
  #palette = new CSSStyleSheet();
  #said = new Map();
  #focus;
  #live = announcer();
  #sound;
  #asked;
  #speaking;
  #whole = false;
  #around = new MutationObserver(() => this.#heed());
  #ready;
  #settle;

  constructor() {
    super();
    this.#root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    if (!this.#root.querySelector("slot")) this.#root.append(document.createElement("slot"));
    this.#focus = focusKeeper(this.#root);
    pairClicks(this.#root);
    this.#ready = new Promise((resolve, reject) => { this.#settle = { resolve, reject }; });
    // A page that does not ask need not hear of it twice: the event tells, too.
    this.#ready.catch(() => {});
  }

  get ready() {
    return this.#ready;
  }

  get state() {
    const state = Object.fromEntries(FIELDS.map((name) => [name, this.#word(name) ?? ""]));
    const shown = this.#widget ? Object.fromEntries(this.#widget.state()) : state;
    return { ...shown, lang: this.#lang() };
  }

  set state(wanted) {
    for (const [name, value] of Object.entries(wanted ?? {})) {
      const text = value === null || value === undefined ? null : String(value);
      if (FIELDS.includes(name) || name === "lang") this.#say(name, text);
    }
  }

  summary() {
    const summary = this.#widget?.summary();
    if (!summary) return null;
    const { date, measure, counts, changes, total } = summary;
    const figures = { date, measure, counts: Object.fromEntries(counts), total };
    return changes ? { ...figures, changes: Object.fromEntries(changes) } : figures;
  }

  toSVG() {
    if (!this.#widget) return "";
    this.#engine.getChunkNow("svg");
    return this.#widget.svg() ?? "";
  }

  /** Fetches the feed again; resolves when it is shown or has failed. */
  async refresh() {
    if (!this.#widget) return this.#start();
    this.#widget.reload();
    await this.#loading;
  }

  connectedCallback() {
    observeLang(this, this.#around);
    this.#heed();
    if (this.#mount || this.#near) return;
    if (this.getAttribute("loading") !== "lazy") {
      this.#start();
      return;
    }
    this.#near = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) this.#start();
    }, { rootMargin: NEAR });
    this.#near.observe(this);
  }

  disconnectedCallback() {
    // A moved element is connected again before this runs.
    queueMicrotask(() => {
      if (!this.isConnected) this.#stop();
    });
  }

  attributeChangedCallback(name, before, after) {
    if (before === after) return;
    if (name === "loading") {
      if (after !== "lazy" && this.#near) this.#start();
    } else if (FIELDS.includes(name) || name === "lang") {
      this.#say(name, after);
    } else if (name === "refresh") {
      this.#schedule();
    } else if (name === "url-state") {
      if (this.#widget) this.#link().then(() => this.#follow(), warn);
    } else {
      this.#widget?.reload();
    }
  }

  #heed() {
    if (this.#widget && this.#lang() !== this.#asked) this.#respeak();
  }

  /** The host's last word on a field: by `state`, else by attribute. */
  #word(name) {
    return this.#said.has(name) ? this.#said.get(name) : this.getAttribute(name);
  }

  #say(name, value) {
    this.#said.set(name, value);
    if (!this.#widget) return;
    if (name === "lang") this.#respeak();
    else this.#widget.host(name, value ?? undefined);
  }

  #lang() {
    return this.#word("lang") || langAround(this);
  }

  async #start() {
    this.#near?.disconnect();
    this.#near = null;
    const mount = document.createElement("div");
    this.#mount = mount;
    const feed = this.#fetch(false);
    try {
      const [engine, { phrases, locale }] = await Promise.all([getEngine(), this.#phrases(), this.#link()]);
      if (this.#mount !== mount) return;
      this.#engine = engine;
      this.#root.adoptedStyleSheets = [...engine.styles, this.#palette];
      this.#root.append(mount);
      this.#widget = new engine.Widget(mount, this.#host(), today(), this.#measure(mount));
      running.add(this);
      for (const name of FIELDS) {
        const word = this.#word(name);
        if (word !== null) this.#widget.host(name, word);
      }
      this.#follow();
      addEventListener("hashchange", this.#onHash);
      addEventListener("beforeprint", this.#onPrint);
      addEventListener("keydown", this.#onKey);
      this.#widget.language(phrases, locale);
      // It may have changed meanwhile.
      this.#heed();
      // Not by one timer until midnight: that stands still while the computer sleeps.
      this.#days = setInterval(() => this.#widget?.today(today()), MINUTE);
      this.#warm(mount);
      this.#loading = this.#deliver(1, feed);
      this.#schedule();
      await this.#loading;
    } catch (error) {
      if (this.#mount === mount) this.#fail(error);
    }
  }

  /** The name of this element's piece of the page's fragment. */
  #key() {
    return this.id || "policy-explorer";
  }

  /** Brings in what keeps choices in the page's address, where the host wants that. */
  async #link() {
    if (!this.hasAttribute("url-state")) return;
    const { makeFragment } = await getFragment();
    this.#address ??= makeFragment(() => this.#key());
  }

  /** What the address says counts as the reader's word; where it says nothing, all stays. */
  #follow() {
    const text = this.#hasLink() ? this.#address.read() : null;
    if (text !== null) this.#widget?.link(text);
  }

  #hasLink() {
    return this.#address && this.hasAttribute("url-state");
  }

  /** A reader who comes to the map is likely to open a country next. */
  #warm(mount) {
    if (navigator.connection?.saveData) return;
    const warm = () => this.#chunk("profile").catch(() => {});
    for (const sign of ["pointerover", "focusin"]) mount.addEventListener(sign, warm, { once: true });
  }

  #stop() {
    this.#abort?.abort();
    this.#near?.disconnect();
    this.#sizes.disconnect();
    this.#around.disconnect();
    clearInterval(this.#poll);
    clearInterval(this.#days);
    this.#live.stop();
    this.#hear();
    this.#address?.stop();
    removeEventListener("hashchange", this.#onHash);
    removeEventListener("beforeprint", this.#onPrint);
    removeEventListener("keydown", this.#onKey);
    running.delete(this);
    this.#widget?.destroy();
    this.#mount?.remove();
    this.#near = this.#map = this.#widget = this.#mount = null;
    this.#root.querySelector("slot").hidden = false;
  }

  /** What the widget may ask of the page. */
  #host() {
    return {
      load: (number) => { this.#loading = this.#deliver(number, this.#fetch(true)); },
      fetch: (chunk) => this.#chunk(chunk).then(
        () => this.#widget?.fetched(chunk, true),
        (error) => {
          warn(error);
          this.#widget?.fetched(chunk, false);
        },
      ),
      emit: (name, detail) => this.#emit(name, detail),
      changed: () => this.#emit("change", this.state),
      wait: (run) => { setTimeout(() => this.#widget?.tick(run), STILL.matches ? CALM_PACE : PACE); },
      link: (text) => {
        if (this.#hasLink()) this.#address.write(text);
      },
      ready: (members) => this.#painted(members),
      warn,
      palette: (css) => this.#palette.replaceSync(css),
      frame: (wait) => {
        const tick = () => this.#widget?.frame(STILL.matches ? Infinity : performance.now());
        if (wait) {
          clearTimeout(this.#rest);
          this.#rest = setTimeout(tick, wait);
        } else {
          cancelAnimationFrame(this.#frame);
          this.#frame = requestAnimationFrame(tick);
        }
      },
      detail: () => getDetail().then(
        (packed) => this.#widget?.detail(new Uint8Array(packed)),
        warn,
      ),
      rendered: () => this.#rendered(),
      tell: () => this.#tell(),
      copy: (piece) => this.#copy(piece),
      save: (parcel) => this.#save(parcel),
      hear: (tones) => this.#hear(tones),
      hold: this.#focus.hold,
    };
  }

  #emit(name, detail) {
    this.dispatchEvent(new CustomEvent(`policy-explorer-${name}`, { detail, bubbles: true, composed: true }));
    if (name === "error" && !detail.recoverable) this.#settle.reject(new Error(detail.message));
  }

  /** Brings in the code of a chunk, and the phrases that it needs. */
  #chunk(name) {
    return Promise.all([this.#engine.getChunk(name), this.#complete()]);
  }

  async #complete() {
    if (this.#whole) return this.#speaking;
    this.#whole = true;
    try {
      await this.#speak();
    } catch (error) {
      this.#whole = false;
      throw error;
    }
  }

  /** Plays tones, or ends them. */
  async #hear(tones) {
    this.#sound?.close();
    // Made by the press itself: browsers let no other context sound.
    const sound = tones && new AudioContext();
    this.#sound = sound;
    if (!sound) return;
    try {
      const { play } = await getSound();
      if (this.#sound === sound) play(sound, tones, (year) => this.#widget?.heard(year));
    } catch (error) {
      warn(error);
      this.#widget?.heard();
    }
  }

  #rendered() {
    this.#focus.keep();
    if (this.#mount) this.#live.notice(this.#mount);
    // The host's own content stays until there is something to take its place.
    this.#root.querySelector("slot").hidden ||= Boolean(this.#mount?.querySelector(".stage"));
    const map = this.#mount?.querySelector(".map, .chart, .timeline") ?? null;
    if (map === this.#map) return;
    this.#map = map;
    this.#sizes.disconnect();
    if (!map) return;
    this.#sizes.observe(map);
    // Two fingers are the map's, also where one finger scrolls the page.
    map.addEventListener("touchmove", (event) => {
      if (event.touches.length > 1) event.preventDefault();
    }, { passive: false });
  }

  /** The width of an element, counted by the size of the widget's type: px where that is 15 px, or not known. */
  #measure({ clientWidth }) {
    return (clientWidth / (parseFloat(getComputedStyle(this.#mount).fontSize) || TYPE)) * TYPE;
  }

  /** Tells the widget what links and citations need: where it is, and of which bytes its data was read. */
  #tell() {
    if (!URL.canParse(this.getAttribute("feed") ?? "", this.baseURI)) return;
    const [address, key] = this.#hasLink() ? [this.#address.without(), encodeURIComponent(this.#key())] : [location.href, ""];
    const facts = [address, import.meta.url, this.#feedUrl(), key, ...this.#digest];
    this.#widget?.tell(facts.join("\n"));
  }

  /** On paper a link is its address. */
  #onPrint = () => {
    try {
      this.#engine.getChunkNow("share");
      this.#tell();
      this.#mount.querySelector(".footer").dataset.link = this.#widget.printed();
    } catch {
      // Without a footer, or its code, there is none.
    }
  };

  /** Copies a text that is shown; where the browser refuses, selects it. */
  async #copy(piece) {
    const text = this.#mount.querySelector(`[data-piece=${piece}]`);
    try {
      await navigator.clipboard.writeText(text.textContent);
      this.#widget?.said("copied");
    } catch {
      getSelection().selectAllChildren(text);
      this.#widget?.said("selected");
    }
  }

  async #save(parcel) {
    try {
      const { take } = await getTake();
      await take(parcel);
      this.#widget?.said("saved");
    } catch (error) {
      warn(error);
      this.#widget?.said(error.message);
    }
  }

  /** The first view with data is in the document: when it is on the screen, the widget is ready. */
  #painted(members) {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        // Not before: on a slow device parts are still being drawn.
        if (this.#mount) this.#live.begin(this.#mount);
        performance.mark("policy-explorer:map");
        performance.mark("policy-explorer:ready");
        this.#emit("ready", { feed: this.#feedUrl(), members });
        this.#settle.resolve();
        // Where the feed could not be shown before, it can now.
        this.#ready = this.#ready.catch(() => {});
      };
      port2.postMessage(null);
    });
  }

  /** The phrases of the language in force, as many as are wanted, and what the browser knows of it. */
  async #phrases() {
    this.#asked = this.#lang();
    const { language, tag, wanted } = speak(this.#asked, ASSETS.messages);
    const parts = [getPhrases(language), ...(this.#whole ? [this.#engine.getLaterPhrases(language)] : [])];
    return { phrases: (await Promise.all(parts)).join("\n"), locale: makeLocale(tag, wanted) };
  }

  /** Gives the widget its phrases anew; resolves when it has the newest that were asked for. */
  #speak() {
    const turn = this.#phrases().then(({ phrases, locale }) => {
      if (turn !== this.#speaking) return this.#speaking;
      this.#widget?.language(phrases, locale);
    });
    this.#speaking = turn;
    return turn;
  }

  #respeak() {
    this.#speak().catch(() => warn("the texts of this language did not arrive"));
  }

  #feedUrl() {
    const feed = this.getAttribute("feed");
    return feed ? new URL(feed, this.baseURI).href : new URL("feed.json", import.meta.url).href;
  }

  async #fetch(fresh) {
    this.#abort?.abort();
    this.#abort = new AbortController();
    try {
      const options = { integrity: this.getAttribute("integrity"), signal: this.#abort.signal, fresh };
      return await fetchFeed(this.#feedUrl(), options);
    } catch (error) {
      return { code: error instanceof FeedFailure ? error.code : "feed-unreachable", bytes: error.bytes, error };
    }
  }

  async #deliver(number, feed) {
    const { json, digest, code, bytes, error } = await feed;
    if (code) {
      warn(code, error?.cause ?? "");
      if (bytes) this.#widget?.unreadable(number, bytes);
      else this.#widget?.failed(number, code);
      return;
    }
    // The page is drawn first.
    if (!this.#widget?.feed(number, json)) return;
    this.#digest = [];
    this.#digest = await digest;
    this.#tell();
  }

  #schedule() {
    clearInterval(this.#poll);
    const given = this.getAttribute("refresh");
    const seconds = Number(given);
    if (given === null || !this.#widget) return;
    if (!(seconds >= SHORTEST_REFRESH)) {
      warn(`refresh="${given}" is ignored`);
      return;
    }
    this.#poll = setInterval(() => this.#widget?.reload(), seconds * 1000);
  }

  /** Brings the host's own content back, with a sentence that says what to do. */
  async #fail(error) {
    this.#stop();
    const notice = await tellFailure(error, this.#lang(), () => this.#start());
    this.#root.querySelector("[part=error]")?.remove();
    this.#root.append(notice);
    console.error("policy-explorer:", error);
    this.#emit("error", { code: "assets-unreachable", message: notice.firstChild.data, recoverable: false });
  }

  /** Wasm has trapped: nothing of it can be trusted any more. */
  static trapped(error) {
    if (!(error instanceof WebAssembly.RuntimeError)) return;
    for (const element of [...running]) {
      running.delete(element);
      element.#widget = null;
      element.#fail(error);
    }
  }
}

if (!customElements.get("policy-explorer")) {
  addEventListener("error", ({ error }) => PolicyExplorer.trapped(error));
  addEventListener("unhandledrejection", ({ reason }) => PolicyExplorer.trapped(reason));
  customElements.define("policy-explorer", PolicyExplorer);
}
