// What the widget of a life asks for while it lives: code that comes later, facts of its page, details of a country.

import { warn } from "./host.js";
import { getStyles } from "./styles.js";

export class Supplies {
  #of;
  #hasTold = false;
  #answers = null;

  /** `of`: the program, the widget as long as there is one, the loader, the link and the speech of its life, the feed's address. */
  constructor(of) {
    this.#of = of;
  }

  /** Brings in the code of a chunk, its styles, and the phrases that it needs. */
  chunk(name) {
    return Promise.all([this.#of.engine.chunk(name), this.#of.speech.complete(), getStyles()]);
  }

  /** Brings in the code that answers the reader. */
  answers() {
    this.#answers ??= this.#of.engine.chunk("answer").then(() => this.#of.widget()?.answers(), () => {
      // Asked for again when the reader comes to the widget.
      this.#answers = null;
    });
  }

  /** Brings in the code for the view's address on paper, which cannot wait for it. */
  async preparePaper() {
    await Promise.all([this.#of.engine.chunk("print"), this.tell()]);
    this.#of.widget()?.printable();
  }

  /** Brings in the code that reads a link; without it, the link says nothing. */
  async readLinks() {
    await this.#of.engine.chunk("link").catch(warn);
  }

  /** The map shown as a standalone document. */
  async svg() {
    await this.chunk("svg");
    return this.#of.widget()?.svg();
  }

  /** What is wrong with the feed that is shown, as text and as plain objects. */
  async findings() {
    await this.chunk("faults");
    return this.#of.widget()?.findings() ?? [];
  }

  /** Tells the widget what links and citations need: where it is, and of which bytes its data was read. */
  async tell() {
    const { widget, link, loader, feed } = this.#of;
    this.#hasTold = true;
    const [page, key] = await link.place(feed);
    widget()?.tell([page, import.meta.url, feed, key, ...loader.digest].join("\n"));
  }

  /** Other data is shown: what has been told already was told of the feed before. */
  renewed() {
    if (this.#hasTold) this.tell().catch(warn);
  }

  /** Fetches the details of a country by request `number`, from an address relative to the feed's. */
  async fetchDetails(number, address) {
    const { json, failure } = await this.#of.loader.fetchDetails(address);
    const widget = this.#of.widget();
    if (widget && failure) warn(failure);
    widget?.detailed(number, json);
  }
}
