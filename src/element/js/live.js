// What is said to readers who do not see it: the one live region of an element.

/** How long what is said has to rest before it is said, ms. */
const REST = 700;

/** What is worth saying below a node: the texts marked `data-say`, some of them numbered. */
const marksIn = (mount) => [...mount.querySelectorAll("[data-say]")].filter((mark) => mark.textContent);
const signOf = (mark) => mark.dataset.say + mark.textContent;

export function announcer() {
  let known = null;
  let timer = 0;
  return {
    /** What is there at first is read, not said. */
    begin(mount) {
      known = marksIn(mount).map(signOf);
    },
    /** Says the first new text of all that are marked for it, when they have come to rest, in the place of the last. */
    notice(mount) {
      clearTimeout(timer);
      // Nobody is told every year of a run.
      if (!known || mount.querySelector("[data-playing]")) return;
      const marks = marksIn(mount);
      const texts = marks.map(signOf);
      known = known.filter((text) => texts.includes(text));
      const news = marks.find((_, at) => !known.includes(texts[at]));
      if (!news) return;
      const say = () => {
        // A hand that is held has not come to rest.
        if (mount.querySelector(".line:active")) return void (timer = setTimeout(say, REST));
        mount.querySelector("[role=status]").textContent = news.textContent;
        known = texts;
      };
      timer = setTimeout(say, REST);
    },
    stop() {
      clearTimeout(timer);
      known = null;
    },
  };
}
