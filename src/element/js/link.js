// The reader's choices of one life, and the page's address where the host wants them there (`url-state`).

import { getModules } from "./assets.js";
import { makeFragment, placeOf } from "./place.js";

/** `told` is what the element says and hears; `tell` tells the widget what a link says; `signal` ends with the life. */
export function makeLink(element, told, tell, signal) {
  let fragment = null;
  /** What the address says counts as the reader's word; where it says nothing, all stays. */
  const follow = async () => {
    const text = told.isLinked() && fragment ? fragment.read() : null;
    if (text === null) return;
    told.chose(text);
    await tell(text);
  };
  return {
    /** Brings in what knows the address, where the host wants that. */
    async begin() {
      if (!told.isLinked()) return;
      await getModules("link");
      fragment ??= makeFragment(element, follow, signal);
      fragment.begin(told.reader());
    },
    /** The reader has chosen this, in that entry of history: see `Entry` in `src/model/effect.rs`. */
    chose(text, entry) {
      told.chose(text);
      if (told.isLinked()) fragment?.write(text, entry);
    },
    follow,
    /** The page's address, and the name under which the view is in it; `otherwise` where others can't open the page. */
    place(otherwise) {
      return placeOf(told.isLinked() ? fragment : null, otherwise);
    },
  };
}
