// What the health check says, a value each: how bad it is, in words, and what to paste, if there is something to paste.

const make = (level) => (what, says, paste = "") => ({ level, what, says, paste });

/** It keeps the widget, or a part of it, from working. */
export const wrong = make("wrong");
/** It cannot be known from inside the page. */
export const unknown = make("not known");
/** It works, and could be better. */
export const note = make("note");
export const good = make("good");

/** In the order in which they are told. */
export const LEVELS = ["wrong", "not known", "note", "good"];
