// A page opens at what its link names: an open profile, or countries side by side, which may lie far down. Whoever made the
// link meant that to be seen, so the host's page is scrolled as well, as by any other fragment: once, at once, as little as
// need be, and not if the reader has begun to do something. Never in a frame, whose address is the host's choice.

const PATIENCE = 20000; // ms; what comes later would surprise
const ACTS = ["wheel", "touchstart", "pointerdown", "keydown", "scroll"];

/** Elements whose link has been looked at: a later life of one opens nothing. */
const opened = new WeakSet();

/** Whether a text of a link names a field, also where it was encoded on its way. */
const names = (text, field) => new RegExp(`\\b${field}(:|%(25)*3A)`, "i").test(text);

/** What is to be seen, first and last; none as long as it is not drawn, or where the link names nothing of the kind. */
function wanted({ state, shadowRoot }, text) {
  const find = (selector) => shadowRoot.querySelector(selector);
  const rows = find(".compared tbody tr:last-child");
  // It moves what lies below its line.
  if (state.compare && !rows) return null;
  if (state.country) return names(text, "country") ? [find("#profile"), find(".profile .standing")] : null;
  return names(text, "compare") && state.compare.includes(" ") ? [find("#compare"), rows] : null;
}

/** Brings in what `read` gives of the link, when it is drawn. */
export function bringIn(element, read, life) {
  const text = read();
  const isNew = performance.getEntriesByType("navigation")[0]?.type === "navigate" && parent === window;
  const isBusy = navigator.userActivation?.hasBeenActive || scrollY > 0;
  if (!text || !isNew || isBusy || life.aborted || opened.has(element)) return;
  opened.add(element);
  const end = new AbortController();
  const { signal } = end;
  const stop = () => end.abort();
  const timer = setTimeout(stop, PATIENCE);
  const observer = new MutationObserver(() => {
    // Somebody has said something else since.
    const parts = read() === text ? wanted(element, text) : null;
    if (!parts?.[1]) return;
    stop();
    for (const part of parts.reverse()) part.scrollIntoView({ block: "nearest", behavior: "instant" });
  });
  signal.addEventListener("abort", () => {
    observer.disconnect();
    clearTimeout(timer);
  });
  life.addEventListener("abort", stop, { signal });
  for (const act of ACTS) addEventListener(act, stop, { signal, capture: true });
  observer.observe(element.shadowRoot, { childList: true, subtree: true });
}
