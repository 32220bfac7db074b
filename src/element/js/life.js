// One life of an element: from its start to its end it owns all that it begins. Ending it is one `abort()` here and one
// `destroy()` in Rust; nothing of it can reach a later one. What host and reader said lies outside.

import { getModules } from "./assets.js";
import { createElement } from "./dom.js";
import { keepEarly } from "./early.js";
import { getEngine } from "./engine.js";
import { tellFailure } from "./failure.js";
import { stateOf, summaryOf } from "./figures.js";
import { makeHost, warn } from "./host.js";
import { observeLang } from "./language.js";
import { makeLink } from "./link.js";
import { Loader } from "./loader.js";
import { makeMount, warnOfSwallowed } from "./mount.js";
import { makeSpeech } from "./speech.js";
import { getMedia, getStyles, sheetsOf } from "./styles.js";
import { nextTurn } from "./turn.js";
import { FIELDS } from "./words.js";

export class Life {
  isOver = false;

  #element;
  #root;
  #start;
  #told;
  #abort = new AbortController();
  #picture;
  #isPainted = false;
  #isTaken = false;
  #mount;
  #engine = null;
  #host = null;
  #widget = null;
  #speech;
  #around;
  #link;
  #loader;
  #hasTold = false;
  #notice = null;
  #early;
  #answers = null;

  /** `start`: the document, the feed's address, and what its bytes must match; `told`: what the element says and hears. */
  constructor(element, root, start, told) {
    this.#element = element;
    this.#root = root;
    this.#start = start;
    this.#told = told;
    // What was there before any script ran.
    this.#picture = root.querySelector(".picture");
    this.#mount = this.#picture ?? createElement("div");
    this.#early = keepEarly(root, this.#mount);
    if (this.#picture) getModules("answer").catch(() => {});
    this.#speech = makeSpeech(told.lang, ({ phrases, locale }) => this.#widget?.language(phrases, locale));
    this.#around = new MutationObserver(() => this.#heed());
    this.#link = makeLink(element, told, (text) => this.#open(text), this.#abort.signal);
    this.#loader = new Loader(start, element, this.#abort.signal, {
      widget: () => this.#widget,
      chunk: (name) => this.chunk(name),
      // What has been told already was told of the feed before.
      renewed: () => this.#hasTold && this.tell().catch(warn),
    });
    this.#run(this.#loader.fetch(false)).catch((error) => this.#fail(error));
  }

  /** Whether this life can go on with what is wanted now. */
  suits({ document, feed, integrity }) {
    const start = this.#start;
    return !this.isOver && document === start.document && feed === start.feed && integrity === start.integrity;
  }

  /** The element was moved within its document. */
  moved() {
    observeLang(this.#element, this.#around);
    this.#heed();
  }

  state() {
    return this.#widget ? stateOf(this.#widget) : null;
  }

  summary() {
    return this.#widget ? summaryOf(this.#widget) : null;
  }

  async svg() {
    if (!this.#widget) return "";
    await this.chunk("svg");
    return this.#widget?.svg();
  }

  async findings() {
    if (!this.#widget) return null;
    await this.chunk("faults");
    return this.#widget?.found();
  }

  async refresh() {
    // Without a widget the first load is under way.
    this.#widget?.reload();
    await this.#loader.ended;
  }

  /** What is below a picture is the same as a table: not when something else is shown. */
  changed() {
    this.#root.querySelector(".below")?.remove();
  }

  /** The host says something new. */
  say(name, value) {
    this.changed();
    if (name === "lang") {
      // What the reader chose ends with it.
      this.#widget?.host(name);
      this.#heed();
    }
    else if (name === "poll") this.#poll(value);
    else if (name === "url-state") this.#link.begin().then(() => this.#link.follow(), warn);
    else if (FIELDS.includes(name)) this.#widget?.host(name, value ?? undefined);
  }

  /** The reader chose a language, or that of the page again. */
  speak(tag) {
    this.#told.speak(tag);
    this.#heed();
  }

  end() {
    this.#stop();
    this.#clear();
    this.#notice?.remove();
  }

  /** The program has stopped; whether another instance takes over. */
  stopped(error, takesOver) {
    this.#widget = null;
    if (takesOver && !this.isOver) this.#told.again();
    else this.#fail(error);
  }

  async #run(feed) {
    this.#loader.ended = feed;
    observeLang(this.#element, this.#around);
    const needed = [getEngine(), this.#speech.first(), getMedia(), this.#link.begin()];
    const [engine, { phrases, locale }] = await Promise.all(needed);
    if (this.isOver) return;
    this.#engine = engine;
    engine.lives.add(this);
    await nextTurn();
    if (this.isOver) return;
    const palette = new this.#start.document.defaultView.CSSStyleSheet();
    this.#root.adoptedStyleSheets = [...sheetsOf(this.#start.document), palette];
    if (!this.#picture) this.#root.append(this.#mount);
    this.#host = makeHost({
      life: this, widget: () => this.#widget, told: this.#told, root: this.#root, link: this.#link, palette,
    });
    this.#widget = new engine.bindings.Widget(this.#mount, this.#host);
    for (const name of FIELDS) {
      const word = this.#told.word(name);
      if (word !== null) this.#widget.host(name, word);
    }
    if (this.#told.reader()) await this.#open(this.#told.reader());
    await this.#link.follow();
    await this.#loader.read(1, feed);
    // Another one may be wanted by now, by the link or by the host.
    if (!(await this.#heed())) this.#widget?.language(phrases, locale);
    if (this.#picture) this.answers();
    await this.#loader.deliver(1, feed);
    this.#poll(this.#told.word("poll"));
  }

  #stop() {
    this.isOver = true;
    this.#abort.abort();
    this.#around.disconnect();
    this.#host?.hear(null);
    this.#engine?.lives.delete(this);
    this.#widget?.destroy();
    this.#widget = null;
    this.#early.stop();
  }

  #clear() {
    this.changed();
    this.#mount.remove();
    this.#root.querySelector("slot").hidden = false;
  }

  /** Brings the host's own content back, with a sentence that says what to do. */
  async #fail(error) {
    if (this.isOver) return;
    this.#stop();
    // The picture stays.
    if (!this.#picture) this.#clear();
    const notice = await tellFailure(error, this.#told.lang(), this.#told.again);
    this.#notice = notice;
    this.#root.append(notice);
    console.error("policy-explorer:", error);
    this.#told.emit("error", { code: "assets-unreachable", message: notice.firstChild.data, recoverable: false });
  }

  /** Whether another language than the first has been told. */
  #heed() {
    return this.#speech.heed().catch(() => this.isOver || warn("the language could not be loaded"));
  }

  #poll(word) {
    if (this.#widget?.poll(word === null ? undefined : Number(word)) === false) warn(`poll="${word}" is ignored`);
  }

  /** What the reader chose, as a link says it. */
  async #open(text) {
    await this.#engine?.chunk("link").catch(warn);
    this.#widget?.link(text);
  }

  /** Brings in the code of a chunk, its styles, and the phrases that it needs. */
  chunk(name) {
    return Promise.all([this.#engine.chunk(name), this.#speech.complete(), getStyles()]);
  }

  /** Brings in the code that answers the reader. */
  answers() {
    this.#answers ??= this.#engine.chunk("answer").then(() => this.#widget?.answers(), () => {
      // Asked for again when the reader comes to the widget.
      this.#answers = null;
    });
  }

  /** What the widget draws into from then on, beside what is seen. */
  beside() {
    return makeMount(this.#abort.signal);
  }

  /** All is drawn there. */
  take(beside) {
    this.#early.pass(beside);
    this.#mount = beside;
    this.#picture = null;
    this.#isTaken = true;
    this.#markReady();
  }

  /** The view is seen, and answers. */
  #markReady() {
    if (this.#isPainted && this.#isTaken) performance.mark("policy-explorer:ready");
  }

  /** The first view with data is on the screen. */
  painted(members) {
    performance.mark("policy-explorer:map");
    this.#isPainted = true;
    this.#markReady();
    this.#told.ready({ feed: this.#start.feed, members });
    this.answers();
    warnOfSwallowed(this.#element);
    if (this.#told.isLinked()) this.preparePaper().catch(() => {});
  }

  /** Brings in the code for the view's address on paper, which cannot wait for it. */
  async preparePaper() {
    await Promise.all([this.#engine.chunk("print"), this.tell()]);
    this.#widget?.printable();
  }

  /** Tells the widget what links and citations need: where it is, and of which bytes its data was read. */
  async tell() {
    const { feed } = this.#start;
    this.#hasTold = true;
    const [page, key] = await this.#link.place(feed);
    this.#widget?.tell([page, import.meta.url, feed, key, ...this.#loader.digest].join("\n"));
  }

  /** Fetches the details of a country by request `number`, from an address relative to the feed's. */
  async fetchDetails(number, address) {
    const { json, failure } = await this.#loader.fetchDetails(address);
    if (this.isOver) return;
    if (failure) warn(failure);
    this.#widget?.detailed(number, json);
  }

  /** Fetches the feed again, as load `number`. */
  load(number) {
    this.#loader.deliver(number, this.#loader.fetch(true));
  }
}
