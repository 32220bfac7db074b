// The feed of one life: fetches it, gives it to the widget, and knows of which bytes what is shown was read.

import { fetchFeed, parse } from "./feed.js";
import { warn } from "./host.js";
import { fetchBytes } from "./net.js";
import { nextTurn } from "./turn.js";

/** How the frame's page says whose data it shows. */
const ADMITS = Symbol.for("policy-explorer:admits");

/** The address of a feed as a host gives it; without one, that of the feed beside this module. */
export function feedUrl(word, base) {
  if (!word) return new URL("feed.json", import.meta.url).href;
  return URL.canParse(word, base) ? new URL(word, base).href : word;
}

export class Loader {
  /** Settles when the last load that was begun has ended. */
  ended = null;

  #start;
  #element;
  #signal;
  #life;
  /** Of the feed that is shown: the two forms of its digest. */
  #shown = { digest: [] };

  /** `start`: the feed's address, and what its bytes must match; `life`: its widget, what brings in its chunks, and what it tells. */
  constructor(start, element, signal, life) {
    this.#start = start;
    this.#element = element;
    this.#signal = signal;
    this.#life = life;
  }

  get digest() {
    return this.#shown.digest;
  }

  /** The feed, parsed where it is small, or why it could not be had. */
  fetch(fresh) {
    return this.#fetch(this.#start, fresh);
  }

  /** The details of a country likewise, from the web alone. They follow the feed, so that they are asked for anew. */
  fetchDetails(address) {
    const feed = feedUrl(address, this.#start.feed);
    return /^https?:/.test(feed) ? this.#fetch({ feed, integrity: null }, true) : { failure: feed };
  }

  /** The bytes that what is shown was read from, at an address that should have them. */
  async fetchShown(address) {
    return (await fetchBytes(address, { integrity: this.digest[1] })).bytes;
  }

  async #fetch({ feed, integrity }, fresh) {
    const admits = this.#element[ADMITS] ?? (() => true);
    try {
      return await fetchFeed(feed, { integrity, signal: this.#signal, fresh, admits });
    } catch (failure) {
      return { failure };
    }
  }

  /** Has the widget read what is here already, before there is anything to draw. */
  async read(number, fetched) {
    const turn = nextTurn();
    const here = await Promise.race([fetched, turn]);
    await turn;
    if (here?.json) await this.#read(number, here.json);
  }

  /** Fetches the feed again, as load `number`. */
  reload(number) {
    this.deliver(number, this.fetch(true));
  }

  /** Gives the widget what was fetched, as load `number`. */
  deliver(number, fetched) {
    this.ended = this.#deliver(number, fetched);
    return this.ended;
  }

  async #deliver(number, fetched) {
    let { bytes, json, digest, failure } = await fetched;
    if (!json && !failure) {
      if (await this.#explain(number, bytes, false)) return;
      ({ json, failure } = parse(bytes));
    }
    if (this.#signal.aborted) return;
    if (failure) {
      warn(failure.word ?? failure, failure.cause ?? "");
      if (failure.bytes && (await this.#explain(number, failure.bytes, true))) return;
      this.#life.widget()?.failed(number, failure.word ?? "", failure.retryAfter);
      return;
    }
    await this.#read(number, json);
    // The page is drawn first.
    if (!this.#life.widget()?.show(number)) return;
    const shown = { digest: [] };
    this.#shown = shown;
    shown.digest = await digest;
    this.#life.renewed(shown.digest[0]);
  }

  async #read(number, json) {
    if (this.#life.widget()?.read(number, json)) await nextTurn();
  }

  /** Tells what is wrong with bytes (`Widget::unreadable`), where the code that knows comes; whether it was told. */
  #explain(...told) {
    const chunk = this.#life.chunk("unreadable");
    return chunk.then(() => this.#life.widget()?.unreadable(...told), () => false);
  }
}
