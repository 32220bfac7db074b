// Two clicks on the map are the map's, also where it has made room meanwhile for the profile that the first has opened.

/** Gives the map the second of two clicks within a shadow root where the first was on the map. */
export function pairClicks(root) {
  let map;
  for (const type of ["click", "dblclick"]) {
    root.addEventListener(type, (event) => {
      const { target, detail, pointerType } = event;
      const there = target.closest(".map svg");
      // The first of a row, or one by key or by assistive technology.
      if (detail < 2) map = there;
      else if (map && !there && pointerType !== "touch") {
        event.stopPropagation();
        event.preventDefault();
        if (type === "dblclick") map.dispatchEvent(new MouseEvent(type, event));
      }
    }, true);
  }
}
