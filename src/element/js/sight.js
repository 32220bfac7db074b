// Scrolls to the profile or the comparison that the page's link names, which may lie far down. Whoever made the link meant
// readers to see it, so the host's page scrolls too, as with any other fragment: once, without animation, as little as
// needed, and not after the reader has done something. Never in a frame, since its address is the host's choice.

const PATIENCE = 20000; // ms; scrolling later would surprise the reader
const ACTS = ["wheel", "touchstart", "pointerdown", "keydown", "scroll"];

/** Elements that have read their link. A later life of one does not scroll. */
const opened = new WeakSet();

/** Whether the text of a link names a field, also if somebody who passed it on has encoded it. */
const names = (text, field) => new RegExp(`\\b${field}(:|%(25)*3A)`, "i").test(text);

/** The first and the last element to show; null until they are drawn, or if the link names neither profile nor comparison. */
function wanted({ state, shadowRoot }, text) {
  const find = (selector) => shadowRoot.querySelector(selector);
  const rows = find(".compared tbody tr:last-child");
  // The comparison moves the profile when it is drawn.
  if (state.compare && !rows) return null;
  if (state.country) return names(text, "country") ? [find("#profile"), find(".profile .standing")] : null;
  return names(text, "compare") && state.compare.includes(" ") ? [find("#compare"), rows] : null;
}

/** Scrolls to what the link names (`read` gives its text), as soon as it is drawn. */
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
    // The host or the reader may have changed the view since.
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
