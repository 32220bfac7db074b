// Two clicks on the map are the map's, also if it has made room meanwhile for the profile that the first has opened.

/** Makes the meaning of a click within the widget: the second of two goes to the map if the first was on it. */
export function makePair() {
  let map = null;
  return (event) => {
    const { detail, pointerType, type } = event;
    const there = event.composedPath()[0].closest?.(".map svg") ?? null;
    // The first of a row, or one by key or by assistive technology.
    if (!(detail > 1)) map = there;
    else if (map && !there && pointerType !== "touch") {
      event.stopPropagation();
      event.preventDefault();
      if (type === "dblclick") map.dispatchEvent(new MouseEvent(type, event));
    }
  };
}
