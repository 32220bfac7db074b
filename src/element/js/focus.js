// The focus is never lost: if the focused element goes away, what is left beside or around it gets the focus.

/** What takes the focus in the place of what is gone. */
const STOPS = "button, summary, a, [tabindex]";

/** Keeps the focus within a shadow root. */
export function focusKeeper(root) {
  let held = [];
  return {
    /** Remembers what has the focus, and what is next to it and around it, before something is drawn. */
    hold() {
      // What takes it away may say so itself, before all is drawn.
      if (!root.activeElement) return;
      held = [];
      for (let at = root.activeElement; at && at !== root; at = at.parentNode) {
        const before = at.previousElementSibling;
        held.push(at, at.nextElementSibling, before, before?.previousElementSibling);
      }
    },
    /** Where what had it is gone, gives it to what is left of that; at last to the widget as a whole. */
    keep() {
      for (const near of held.splice(0)) {
        if (root.activeElement) return;
        if (near?.isConnected) (near.matches(STOPS) ? near : near.querySelector(STOPS))?.focus();
      }
    },
  };
}
