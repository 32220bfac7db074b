// What a reader does before the widget hears: the last press is kept, and done when it does; the focus and what is selected
// stay where they were in the first drawing, which looks the same.

/** The kinds of event that are kept: a press, and what is typed into a field. */
const KINDS = ["click", "input", "change", "keydown"];
/** The keys that press. */
const KEYS = ["Enter", " "];

const kindOf = (element) => element.localName + element.getAttribute("class");

const ofKind = (kind, parent) => [...parent.children].filter((child) => kindOf(child) === kind);

/**
 * Where an element stands within the widget: its place among its neighbours of the same kind, since others come later, and that
 * of all around it.
 */
function wayTo(element) {
  const way = [];
  for (let at = element; !at?.matches(".pe"); at = at.parentElement) {
    if (!at?.parentElement) return null;
    const kind = kindOf(at);
    way.unshift([kind, ofKind(kind, at.parentElement).indexOf(at)]);
  }
  return way;
}

/** The element at a way in another drawing of the same. */
const at = (way, mount) =>
  way?.reduce((element, [kind, place]) => element && ofKind(kind, element)[place], mount.querySelector(".pe"));

/** A place of a selection, and the same in another drawing, whose texts may be in other pieces. */
function placeOf(node, offset) {
  const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
  const range = element.ownerDocument.createRange();
  range.setStart(element, 0);
  range.setEnd(node, offset);
  return { way: wayTo(element), letters: range.toString().length };
}

function pointAt({ way, letters }, mount) {
  const element = at(way, mount);
  const texts = element && element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let left = letters; texts?.nextNode();) {
    const { length } = texts.currentNode;
    if (left <= length) return [texts.currentNode, left];
    left -= length;
  }
  return null;
}

/** What is selected within a shadow root; browsers differ in whom they tell. */
const selectionIn = (root) => root.getSelection?.() ?? root.ownerDocument.getSelection();

/** Does it to an element of the widget. */
function redo({ event, value }, element) {
  if (value !== undefined && element) element.value = value;
  element?.dispatchEvent(new event.constructor(event.type, event));
}

/** Keeps what is done to the `first` drawing within a shadow root, until `signal` ends it. */
export function keepEarly(root, first, signal) {
  let press = null;
  const keep = (event) => {
    const pressed = event.composedPath()[0];
    if (event.type === "keydown" && !KEYS.includes(event.key)) return;
    if (first.contains(pressed)) press = { way: wayTo(pressed), event, value: pressed.value };
  };
  for (const kind of KINDS) root.addEventListener(kind, keep, true);
  const stop = () => {
    for (const kind of KINDS) root.removeEventListener(kind, keep, true);
  };
  signal.addEventListener("abort", stop, { once: true });
  return {
    /** The widget in `mount` takes its place. */
    pass(mount) {
      stop();
      const focused = first.contains(root.activeElement) ? wayTo(root.activeElement) : null;
      const { anchorNode, anchorOffset, focusNode, focusOffset } = selectionIn(root) ?? {};
      const selected = first.contains(anchorNode) && first.contains(focusNode) &&
        [placeOf(anchorNode, anchorOffset), placeOf(focusNode, focusOffset)];
      first.replaceWith(mount);
      // After what draws: then the widget hears.
      queueMicrotask(() => {
        at(focused, mount)?.focus({ preventScroll: true });
        const [start, end] = selected ? selected.map((place) => pointAt(place, mount)) : [];
        if (start && end) selectionIn(root).setBaseAndExtent(...start, ...end);
        if (press) redo(press, at(press.way, mount));
      });
    },
  };
}
