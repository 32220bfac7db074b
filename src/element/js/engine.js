// The running program, which all elements of a page share. Whatever leaves it as an exception has ended it: nothing of it
// can be trusted any more, and nothing of it is called again. A new instance takes over, once.

import { getModules, getProgram, getWorld } from "./assets.js";
import { nextTurn } from "./turn.js";
// wasm-bindgen's, made by the build into a function that gives each instance a state of its own.
import { makeBindings } from "glue";

const MINUTE = 60_000; // ms

/** The program has stopped because of an internal error. */
export class Stopped extends Error {}

/** What a call to a stopped program gives, whatever kind of answer is wanted. */
const NOTHING = Object.freeze([]);

let current = null;
/** Whether an instance has stopped. */
let hasStopped = false;

class Engine {
  /** Those that are told when the program stops. */
  lives = new Set();

  #begun = performance.now();
  #takesOver = hasStopped;
  #isOver = false;
  #depth = 0;
  #exports;
  #chunks = new Set();

  static async begin([program, world]) {
    const engine = new Engine();
    engine.bindings = makeBindings((exports) => engine.#guarded(exports));
    await engine.bindings.start(program);
    await nextTurn();
    engine.bindings.set_world(world);
    return engine;
  }

  /** Resolves when the chunk's code can be called. */
  async chunk(name) {
    for (const module of await getModules(name)) {
      // A module is started once, or it would put its data back to what they were at the start.
      if (this.#isOver || this.#chunks.has(module)) continue;
      this.#chunks.add(module);
      new WebAssembly.Instance(module, { __wasm_split: this.#exports });
    }
  }

  /** The program's exports for the page's use: whose exception it is, is known by where it comes out. */
  #guarded(exports) {
    this.#exports = exports;
    const guarded = { __proto__: null };
    for (const [name, value] of Object.entries(exports)) {
      guarded[name] = typeof value === "function" ? (...args) => this.#call(value, args) : value;
    }
    return guarded;
  }

  #call(run, args) {
    if (this.#isOver) return NOTHING;
    this.#depth += 1;
    try {
      return run(...args);
    } catch (error) {
      this.#stop(error);
      // What called it from within the program must end as well.
      if (this.#depth > 1) throw error;
      return NOTHING;
    } finally {
      this.#depth -= 1;
    }
  }

  #stop(error) {
    if (this.#isOver) return;
    this.#isOver = true;
    current = null;
    const again = this.#takesOver && performance.now() - this.#begun < MINUTE;
    hasStopped = true;
    console.error("policy-explorer:", error);
    // Not within the call that has failed.
    queueMicrotask(() => {
      for (const life of [...this.lives]) life.stopped(new Stopped("the program has stopped", { cause: error }), !again);
    });
  }
}

/** The running program with its bindings. */
export function getEngine() {
  // Fetched all at the same time, before anything is compiled.
  current ??= Promise.all([getProgram(), getWorld()]).then(Engine.begin);
  const engine = current;
  engine.catch(() => {
    if (current === engine) current = null;
  });
  return engine;
}

