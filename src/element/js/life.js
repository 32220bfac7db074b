// One life of an element: from its start to its end it owns all that it begins. Ending it is one `abort()` here and one
// `destroy()` in Rust; nothing of it can reach a later one. What host and reader said lies outside.

import { createElement } from "./dom.js";
import { getEngine } from "./engine.js";
import { tellFailure } from "./failure.js";
import { fetchFeed } from "./feed.js";
import { makeHost, warn } from "./host.js";
import { observeLang } from "./language.js";
import { getPlace } from "./scripts.js";
import { makeSpeech } from "./speech.js";
import { getMedia, getStyles, sheetsOf } from "./styles.js";
import { FIELDS } from "./words.js";

/** How the frame's page says whose data it shows. */
const ADMITS = Symbol.for("policy-explorer:admits");

/** The address of a feed as a host gives it; without one, that of the feed beside this module. */
export function feedUrl(word, base) {
  if (!word) return new URL("feed.json", import.meta.url).href;
  return URL.canParse(word, base) ? new URL(word, base).href : word;
}

export class Life {
  isOver = false;

  #element;
  #root;
  #start;
  #told;
  #abort = new AbortController();
  #mount;
  #engine = null;
  #host = null;
  #widget = null;
  #speech;
  #around;
  /** The element's piece of the page's address, where the host wants it. */
  #fragment = null;
  #loading = null;
  /** Of the feed that is shown: the two forms of its digest. */
  #shown = { digest: [] };
  #hasTold = false;
  #notice = null;

  /** `start`: the document, the feed's address, and what its bytes must match; `told`: what the element says and hears. */
  constructor(element, root, start, told) {
    this.#element = element;
    this.#root = root;
    this.#start = start;
    this.#told = told;
    this.#mount = makeMount(this.#abort.signal);
    this.#speech = makeSpeech(told.lang, ({ phrases, locale }) => this.#widget?.language(phrases, locale));
    this.#around = new MutationObserver(() => this.#heed());
    this.#run(this.#fetch(false)).catch((error) => this.#fail(error));
  }

  /** Whether this life can go on with what is wanted now. */
  suits({ document, feed, integrity }) {
    const start = this.#start;
    return !this.isOver && document === start.document && feed === start.feed && integrity === start.integrity;
  }

  state() {
    const pairs = this.#widget?.state() ?? [];
    return pairs.length ? Object.fromEntries(pairs) : null;
  }

  summary() {
    const summary = this.#widget?.summary();
    if (!summary?.counts) return null;
    const { date, measure, counts, changes, total } = summary;
    const figures = { date, measure, counts: Object.fromEntries(counts), total };
    return changes ? { ...figures, changes: Object.fromEntries(changes) } : figures;
  }

  async svg() {
    if (!this.#widget) return "";
    await this.chunk("svg");
    return this.#widget?.svg();
  }

  async refresh() {
    // Without a widget the first load is under way.
    this.#widget?.reload();
    await this.#loading;
  }

  /** The host says something new. */
  say(name, value) {
    if (name === "lang") this.#heed();
    else if (name === "poll") this.#poll(value);
    else if (name === "url-state") this.#link().then(() => this.follow(), warn);
    else if (FIELDS.includes(name)) this.#widget?.host(name, value ?? undefined);
  }

  end() {
    this.#stop();
    this.#notice?.remove();
  }

  /** The program has stopped; whether another instance takes over. */
  stopped(error, takesOver) {
    this.#widget = null;
    if (takesOver && !this.isOver) this.#told.again();
    else this.#fail(error);
  }

  async #run(feed) {
    this.#loading = feed;
    observeLang(this.#element, this.#around);
    const needed = [getEngine(), this.#speech.first(), getMedia(), this.#link()];
    const [engine, { phrases, locale }] = await Promise.all(needed);
    if (this.isOver) return;
    this.#engine = engine;
    engine.lives.add(this);
    const palette = new this.#start.document.defaultView.CSSStyleSheet();
    this.#root.adoptedStyleSheets = [...sheetsOf(this.#start.document), palette];
    this.#root.append(this.#mount);
    this.#host = makeHost({
      life: this, widget: () => this.#widget, told: this.#told, root: this.#root, mount: this.#mount, palette,
    });
    this.#widget = new engine.bindings.Widget(this.#mount, this.#host);
    for (const name of FIELDS) {
      const word = this.#told.word(name);
      if (word !== null) this.#widget.host(name, word);
    }
    if (this.#told.reader) this.#widget.resume(this.#told.reader);
    this.follow();
    this.#widget?.language(phrases, locale);
    // It may have changed meanwhile.
    this.#heed();
    this.#loading = this.#deliver(1, feed);
    await this.#loading;
    this.#poll(this.#told.word("poll"));
  }

  #stop() {
    this.isOver = true;
    this.#abort.abort();
    this.#around.disconnect();
    this.#fragment?.stop();
    this.#host?.hear(null);
    this.#engine?.lives.delete(this);
    this.#widget?.destroy();
    this.#widget = null;
    this.#mount.remove();
    this.#root.querySelector("slot").hidden = false;
  }

  /** Brings the host's own content back, with a sentence that says what to do. */
  async #fail(error) {
    if (this.isOver) return;
    this.#stop();
    const notice = await tellFailure(error, this.#told.lang(), this.#told.again);
    this.#notice = notice;
    this.#root.append(notice);
    console.error("policy-explorer:", error);
    this.#told.emit("error", { code: "assets-unreachable", message: notice.firstChild.data, recoverable: false });
  }

  #heed() {
    this.#speech.heed().catch(() => this.isOver || warn("the texts of this language could not be loaded"));
  }

  #poll(word) {
    if (this.#widget?.poll(word === null ? undefined : Number(word)) === false) warn(`poll="${word}" is ignored`);
  }

  /** Brings in what keeps choices in the page's address, where the host wants that. */
  async #link() {
    if (!this.#told.isLinked()) return;
    const { makeFragment } = await getPlace();
    if (!this.isOver) this.#fragment ??= makeFragment(this.#element);
  }

  /** The reader has chosen this. */
  chose(text) {
    this.#told.chose(text);
    if (this.#told.isLinked()) this.#fragment?.write(text);
  }

  /** What the address says counts as the reader's word; where it says nothing, all stays. */
  follow() {
    const text = this.#told.isLinked() ? this.#fragment?.read() ?? null : null;
    if (text === null) return;
    this.#told.chose(text);
    this.#widget?.link(text);
  }

  /** Brings in the code of a chunk, its styles, and the phrases that it needs. */
  chunk(name) {
    return Promise.all([this.#engine.chunk(name), this.#speech.complete(), getStyles()]);
  }

  /** The first view with data is on the screen. */
  painted(members) {
    performance.mark("policy-explorer:map");
    performance.mark("policy-explorer:ready");
    this.#told.ready({ feed: this.#start.feed, members });
    warnOfSwallowed(this.#element);
  }

  /** Brings in the code for the view's address on paper, which cannot wait for it. */
  async preparePaper() {
    await this.#engine.chunk("print");
    this.#widget?.printable();
  }

  /** Tells the widget what links and citations need: where it is, and of which bytes its data was read. */
  async tell() {
    const { feed } = this.#start;
    this.#hasTold = true;
    const { placeOf } = await getPlace();
    const [page, key] = placeOf(this.#told.isLinked() ? this.#fragment : null, feed);
    this.#widget?.tell([page, import.meta.url, feed, key, ...this.#shown.digest].join("\n"));
  }

  /** Fetches the feed again, as load `number`. */
  load(number) {
    this.#loading = this.#deliver(number, this.#fetch(true));
  }

  async #fetch(fresh) {
    const admits = this.#element[ADMITS] ?? (() => true);
    const { feed, integrity } = this.#start;
    try {
      return await fetchFeed(feed, { integrity, signal: this.#abort.signal, fresh, admits });
    } catch (failure) {
      return { failure };
    }
  }

  /** Whether the code is here that says why bytes are no feed. */
  #canExplain() {
    return this.#engine.chunk("unreadable").then(() => true, () => false);
  }

  async #deliver(number, feed) {
    const { json, digest, failure } = await feed;
    if (this.isOver) return;
    if (failure) {
      warn(failure.word ?? failure, failure.cause ?? "");
      if (failure.bytes && (await this.#canExplain())) this.#widget?.unreadable(number, failure.bytes);
      else this.#widget?.failed(number, failure.word ?? "", failure.retryAfter);
      return;
    }
    // The page is drawn first.
    if (!this.#widget?.feed(number, json)) return;
    const shown = { digest: [] };
    this.#shown = shown;
    shown.digest = await digest;
    // What has been told already was told of the feed before.
    if (this.#hasTold) await this.tell();
  }
}

/** HTML knows no self-closing tag: what follows one lies inside the element and is hidden with its fallback. */
function warnOfSwallowed(element) {
  const swallowed = element.querySelector("h1, h2, h3, h4, h5, h6, form, main, nav, article, footer, policy-explorer");
  if (swallowed) warn("close the element with </policy-explorer>: it contains a part of the page, and hides it:", swallowed);
}

/** What the widget draws into. Yew never takes its listeners off: they end with the life. */
function makeMount(signal) {
  const mount = createElement("div");
  mount.addEventListener = (kind, heard, options) => {
    const given = typeof options === "object" ? options : { capture: options };
    const how = Object.assign(Object.create(null), given, { signal });
    EventTarget.prototype.addEventListener.call(mount, kind, heard, how);
  };
  return mount;
}
