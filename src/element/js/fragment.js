// The reader's choices in the page's address: one piece of its fragment, `key=choices`, beside whatever else
// stands there between `&`. Loaded where the host wants that.

const PAUSE = 300; // ms; browsers refuse an address that changes too often

const pieces = () => location.hash.slice(1).split("&").filter(Boolean);

/** The piece of an element; `name` tells its key, which may change. */
export function makeFragment(name) {
  const head = () => `${encodeURIComponent(name())}=`;
  const others = () => pieces().filter((piece) => !piece.startsWith(head()));
  const after = (all) => (all.length ? `#${all.join("&")}` : "");
  const put = (text) => {
    const all = [...others(), ...(text ? [head() + text] : [])];
    try {
      // No entry of history is made.
      history.replaceState(history.state, "", location.pathname + location.search + after(all));
    } catch {
      // A document that may not have an address of its own, as in some frames.
    }
  };
  let last = -Infinity;
  let timer = 0;
  return {
    /** What the address says; null where it says nothing. */
    read() {
      const piece = pieces().find((piece) => piece.startsWith(head()));
      return piece === undefined ? null : piece.slice(head().length);
    },
    /** Lets the address say this; an empty text takes the piece away. Of texts in quick succession the first and the last. */
    write(text) {
      clearTimeout(timer);
      const now = () => {
        last = performance.now();
        put(text);
      };
      const wait = last + PAUSE - performance.now();
      if (wait > 0) timer = setTimeout(now, wait);
      else now();
    },
    /** The page's address without the piece. */
    without: () => location.href.split("#")[0] + after(others()),
    stop: () => clearTimeout(timer),
  };
}
