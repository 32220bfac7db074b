// Entries of the page's history. Where the host wants steps (`url-state="history"`), opening a profile makes an entry, and
// closing it goes back to the one before. An entry takes over the host's `history.state` as it is, since routers read theirs
// in it; which entries are ours is remembered here. Of entries that are not known, as after a reload, none is left.

/** `Entry` in `src/model/effect.rs`. */
export const NEW = 1;
export const BEFORE = 2;

const LATE = 5000; // ms; a step back takes less

/** Browsers keep 50 entries, or 100: from then on a new one does not make them more. */
const FULL = 50;

/** What opening a profile has made, oldest first: the piece that opened it, its address, and that of the entry before. */
let steps = [];
/** How many entries there were then: a host that makes one of its own makes them more. */
let entries = 0;
/** The step back that is under way. */
let going = null;

/** Sets the address of the entry that is there. */
export function replace(address) {
  const from = location.href;
  try {
    history.replaceState(history.state, "", address);
  } catch {
    // A document that may not have an address of its own, as in some frames.
  }
  const now = (known) => (known === from ? location.href : known);
  steps = steps.map(({ key, at, before }) => ({ key, at: now(at), before: now(before) }));
}

/** Makes an entry for what `key` has opened. */
export function push(address, key) {
  const before = location.href;
  try {
    history.pushState(history.state, "", address);
  } catch {
    // As above.
  }
  // Browsers refuse it in silence, too.
  if (location.href === before) return;
  // What lay ahead is gone.
  const place = steps.findIndex(({ at }) => at === before);
  steps = [...steps.slice(0, place + 1), { key, at: location.href, before }];
  entries = history.length;
}

/** Goes back to before `key` has opened something, and lets that entry say `address`; whether it is known to be ours. */
export function back(address, key) {
  const step = steps.find((step) => step.key === key && step.at === location.href);
  if (!step || history.length !== entries || entries % FULL === 0) return false;
  going = { step, address, waiting: [], timer: setTimeout(arrive, LATE) };
  history.back();
  return true;
}

/** Does something to the address once no step is under way. */
export function settled(act) {
  if (going) going.waiting.push(act);
  else act();
}

/** The step back has arrived, or has not come about. */
export function arrive() {
  if (!going) return;
  const { step, address, waiting, timer } = going;
  going = null;
  clearTimeout(timer);
  // Elsewhere, the reader or the host has gone on.
  if ([step.before, step.at].includes(location.href)) replace(address);
  for (const act of waiting) settled(act);
}
