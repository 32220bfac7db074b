// The reader's choices in the page's address: one piece of its fragment, `key=choices`, beside whatever else
// stands there between `&`.

const PAUSE = 300; // ms; browsers refuse an address that changes too often

const pieces = () => location.hash.slice(1).split("&").filter(Boolean);
const head = (key) => `${encodeURIComponent(key)}=`;

/** What the address says under a key; null where it says nothing. */
export function readFragment(key) {
  const piece = pieces().find((piece) => piece.startsWith(head(key)));
  return piece === undefined ? null : piece.slice(head(key).length);
}

/** The page's address without what it says under a key. */
export function addressWithout(key) {
  const fragment = pieces().filter((piece) => !piece.startsWith(head(key))).join("&");
  return location.href.split("#")[0] + (fragment && `#${fragment}`);
}

/** Lets the address say this under a key; an empty text takes the piece away. No entry of history is made. */
function write(key, text) {
  const others = pieces().filter((piece) => !piece.startsWith(head(key)));
  const fragment = [...others, ...(text ? [head(key) + text] : [])].join("&");
  try {
    history.replaceState(history.state, "", location.pathname + location.search + (fragment && `#${fragment}`));
  } catch {
    // A document that may not have an address of its own, as in some frames.
  }
}

/** Writes at once, but of texts that come in quick succession the first and the last. */
export function fragmentWriter() {
  let last = -Infinity;
  let timer = 0;
  return {
    write(key, text) {
      clearTimeout(timer);
      const now = () => {
        last = performance.now();
        write(key, text);
      };
      const wait = last + PAUSE - performance.now();
      if (wait > 0) timer = setTimeout(now, wait);
      else now();
    },
    stop: () => clearTimeout(timer),
  };
}
