// What is said to readers who do not see it: the one live region of a widget. Parts mark what is worth saying by `data-say`;
// when that has come to rest, the first text that is new is said. Rust waits for the rest.

const signOf = (mark) => mark.dataset.say + mark.textContent;

export function makeLive(root) {
  /** The texts that are known; none until the first view is there, which is read and not said. */
  let known = null;
  const marks = () => [...root.querySelectorAll("[data-say]")].filter((mark) => mark.textContent);
  const news = () => marks().find((mark) => !known.includes(signOf(mark)));
  return {
    /** Takes what is there for known. */
    begin() {
      known = marks().map(signOf);
    },
    /** Whether there is something new to say. Nobody is told every year of a playback. */
    hasNews() {
      if (!known || root.querySelector("[data-playing]")) return false;
      const texts = marks().map(signOf);
      known = known.filter((text) => texts.includes(text));
      return Boolean(news());
    },
    /** Says it; not while a hand of the timeline is held, which has not come to rest. */
    say() {
      if (root.querySelector(".line:active")) return false;
      const mark = news();
      if (mark) root.querySelector("[role=status]").textContent = mark.textContent;
      known = marks().map(signOf);
      return true;
    },
  };
}
