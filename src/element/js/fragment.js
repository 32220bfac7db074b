// The reader's choices in the page's address: one piece of its fragment, `key=choices`, beside whatever else
// stands there between `&`. A router may have its path there (`#/map?x=1`): that stays first and as it is, and pieces
// come into its query. Loaded where the host wants that.

const PAUSE = 300; // ms; browsers refuse an address that changes too often
const ENCODED = 2; // times that an address may have been encoded on its way

/** The address of the page as far as its fragment, and a router's path in that, with its pieces. */
function parted() {
  const [page, ...rest] = location.href.split("#");
  const fragment = rest.join("#");
  const [path, ...query] = /^!?\//.test(fragment) ? fragment.split("?") : [null, fragment];
  return { page, path, pieces: query.join("?").split("&").filter(Boolean) };
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The pieces that one is made of where it holds one of ours and was encoded as a whole; else itself. */
function opened(piece, isOurs, turns = ENCODED) {
  // With a sign of its own it is a piece already.
  if (piece.includes("=") || !turns) return [piece];
  const pieces = decoded(piece).split("&").flatMap((piece) => opened(piece, isOurs, turns - 1));
  return pieces.some(isOurs) ? pieces : [piece];
}

/** The piece of an element; `name` tells its key, which may change. */
export function makeFragment(name) {
  const head = () => `${encodeURIComponent(name())}=`;
  const isOurs = (piece) => piece.startsWith(head());
  const all = (pieces) => pieces.flatMap((piece) => opened(piece, isOurs));
  const others = (pieces) => all(pieces).filter((piece) => !isOurs(piece));
  /** The address without our piece: as far as that would stand, and what joins it to that. */
  const around = () => {
    const { page, path, pieces } = parted();
    const left = others(pieces).join("&");
    if (path === null) return { before: left ? `${page}#${left}` : page, sign: left ? "&" : "#" };
    const way = `${page}#${others(path.split("&")).join("&")}`;
    return { before: left ? `${way}?${left}` : way, sign: left ? "&" : "?" };
  };
  const put = (text) => {
    const { before, sign } = around();
    try {
      // No entry of history is made. The whole address: a `<base>` may lead elsewhere.
      history.replaceState(history.state, "", text ? before + sign + head() + text : before);
    } catch {
      // A document that may not have an address of its own, as in some frames.
    }
  };
  let last = -Infinity;
  let timer = 0;
  return {
    /** What the address says; null where it says nothing. */
    read() {
      const { path, pieces } = parted();
      const piece = all([...(path?.split("&") ?? []), ...pieces]).find(isOurs);
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
    /** The page's address without the piece, as far as that would begin. */
    without() {
      const { before, sign } = around();
      return before + sign;
    },
    stop: () => clearTimeout(timer),
  };
}
