// The reader's choices of one life, and the page's address where the host wants them there (`url-state`).

import { getPlace } from "./scripts.js";

/** `told` is what the element says and hears; `widget` gives the life's widget, as long as there is one. */
export function makeLink(element, told, widget) {
  let fragment = null;
  return {
    /** Brings in what knows the address, where the host wants that. */
    async begin() {
      if (told.isLinked()) fragment ??= (await getPlace()).makeFragment(element);
    },
    /** The reader has chosen this. */
    chose(text) {
      told.chose(text);
      if (told.isLinked()) fragment?.write(text);
    },
    /** What the address says counts as the reader's word; where it says nothing, all stays. */
    follow() {
      const text = told.isLinked() && fragment ? fragment.read() : null;
      if (text === null) return;
      told.chose(text);
      widget()?.link(text);
    },
    /** The page's address, and the name under which the view is in it; `otherwise` where others can't open the page. */
    async place(otherwise) {
      const { placeOf } = await getPlace();
      return placeOf(told.isLinked() ? fragment : null, otherwise);
    },
    stop: () => fragment?.stop(),
  };
}
