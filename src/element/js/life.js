// One life of an element: from its start to its end it owns all that it begins. Ending it is one `abort()` here and one
// `destroy()` in Rust; nothing of it can reach a later one. What host and reader said lies outside.

import { getModules } from "./assets.js";
import { getEngine } from "./engine.js";
import { tellFailure } from "./failure.js";
import { stateOf, summaryOf } from "./figures.js";
import { First } from "./first.js";
import { makeHost, warn } from "./host.js";
import { observeLang } from "./language.js";
import { makeLink } from "./link.js";
import { Loader } from "./loader.js";
import { warnOfSwallowed } from "./mount.js";
import { makeSpeech } from "./speech.js";
import { getMedia, sheetsOf } from "./styles.js";
import { Supplies } from "./supplies.js";
import { nextTurn } from "./turn.js";
import { FIELDS } from "./words.js";

export class Life {
  isOver = false;

  #element;
  #root;
  #start;
  #told;
  #abort = new AbortController();
  #first;
  #supplies = null;
  #widget = null;
  #speech;
  #around;
  #link;
  #loader;
  #notice = null;

  /** `start`: the document, the feed's address, and what its bytes must match; `told`: what the element says and hears. */
  constructor(element, root, start, told) {
    this.#element = element;
    this.#root = root;
    this.#start = start;
    this.#told = told;
    this.#first = new First(root, this.#abort.signal);
    if (this.#first.isPicture) getModules("answer").catch(() => {});
    this.#speech = makeSpeech(told.lang, ({ phrases, locale }) => this.#widget?.language(phrases, locale));
    this.#around = new MutationObserver(() => this.#heed());
    this.#link = makeLink(element, told, (text) => this.#open(text), this.#abort.signal);
    this.#loader = new Loader(start, element, this.#abort.signal, {
      widget: () => this.#widget,
      chunk: (name) => this.#supplies.chunk(name),
      renewed: (digest) => {
        this.#first.compare(digest, () => this.#widget?.renewed());
        this.#supplies.renewed();
      },
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

  /** What code that comes later makes of what is shown: `svg`, `findings`. */
  async made(what) {
    return this.#widget && this.#supplies[what]();
  }

  async refresh() {
    // Without a widget the first load is under way.
    this.#widget?.reload();
    await this.#loader.ended;
  }

  /** The host says something new. */
  say(name, value) {
    this.#first.changed();
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
    this.#first.clear();
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
    const [engine, first] = await Promise.all(needed);
    if (this.isOver) return;
    engine.lives.add(this);
    this.#abort.signal.addEventListener("abort", () => engine.lives.delete(this), { once: true });
    await nextTurn();
    if (this.isOver) return;
    const palette = new this.#start.document.defaultView.CSSStyleSheet();
    this.#root.adoptedStyleSheets = [...sheetsOf(this.#start.document), palette];
    this.#first.begin();
    const widget = () => this.#widget;
    const shared = { widget, link: this.#link, loader: this.#loader, signal: this.#abort.signal };
    this.#supplies = new Supplies({ ...shared, engine, speech: this.#speech, feed: this.#start.feed });
    const host = makeHost({
      ...shared, life: this, first: this.#first, supplies: this.#supplies, told: this.#told, root: this.#root, palette,
    });
    this.#widget = new engine.bindings.Widget(this.#first.mount, host);
    for (const name of FIELDS) {
      const word = this.#told.word(name);
      if (word !== null) this.#widget.host(name, word);
    }
    if (this.#told.reader()) await this.#open(this.#told.reader());
    await this.#link.follow();
    await this.#loader.read(1, feed);
    // Another one may be wanted by now, by the link or by the host; what was told before the widget was here it has not heard.
    this.#speech.tell((await this.#heed()) ?? first);
    if (this.#first.isPicture) this.#supplies.answers();
    await this.#loader.deliver(1, feed);
    this.#poll(this.#told.word("poll"));
  }

  #stop() {
    this.isOver = true;
    this.#abort.abort();
    this.#around.disconnect();
    this.#widget?.destroy();
    this.#widget = null;
  }

  /** Brings the host's own content back, with a sentence that says what to do. */
  async #fail(error) {
    if (this.isOver) return;
    this.#stop();
    // The picture stays.
    if (!this.#first.isPicture) this.#first.clear();
    const notice = await tellFailure(error, this.#told.lang(), this.#told.again);
    this.#notice = notice;
    this.#root.append(notice);
    console.error("policy-explorer:", error);
    this.#told.emit("error", { code: "assets-unreachable", message: notice.firstChild.data, recoverable: false });
  }

  /** The texts of another language than the first, if one is wanted and they can be had. */
  #heed() {
    return this.#speech.heed().catch(() => (this.isOver ? null : warn("the language could not be loaded")));
  }

  #poll(word) {
    if (this.#widget?.poll(word === null ? undefined : Number(word)) === false) warn(`poll="${word}" is ignored`);
  }

  /** What the reader chose, as a link says it. */
  async #open(text) {
    await this.#supplies?.readLinks();
    this.#widget?.link(text);
  }

  /** The first view with data is on the screen. */
  painted(members) {
    this.#first.painted();
    this.#told.ready({ feed: this.#start.feed, members });
    this.#supplies.answers();
    warnOfSwallowed(this.#element);
    if (this.#told.isLinked()) this.#supplies.preparePaper().catch(() => {});
  }
}
