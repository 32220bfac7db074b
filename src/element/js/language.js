// The language in force: what the page says, and which of the widget's languages that asks for.

/**
 * The language of `known` for a BCP 47 tag: the same, a more general one, or English; the tag to format numbers and
 * dates by, which is the given one where it is of that language; and the tag that was asked for, for a feed's texts.
 */
export function speak(given, known) {
  let tag;
  try {
    [tag] = Intl.getCanonicalLocales(given.replaceAll("_", "-"));
  } catch {
    // Not a tag; or the browser has no such part of `Intl`.
    tag = globalThis.Intl?.getCanonicalLocales ? "en" : given.split(/[-_]/)[0];
  }
  const [language] = tag.split("-");
  const own = Object.hasOwn(known, language) ? { language, tag } : { language: "en", tag: "en" };
  return { ...own, wanted: tag };
}

/** The `lang` in force around an element: its nearest ancestor's, across shadow roots; else the reader's own. */
export function langAround(element) {
  // A selector finds it where names of fields hide the properties of a form.
  for (let at = element.parentElement ?? element.getRootNode().host; at; at = Node.prototype.getRootNode.call(at).host) {
    const near = Element.prototype.closest.call(at, "[lang]:not([lang=''])");
    if (near) return Element.prototype.getAttribute.call(near, "lang");
  }
  return navigator.language || "en";
}

/** Lets an observer hear of each `lang` around an element, across shadow roots. */
export function observeLang(element, observer) {
  observer.disconnect();
  for (let root = element.getRootNode(); root; root = root.host?.getRootNode()) {
    observer.observe(root, { attributeFilter: ["lang"], subtree: true });
  }
}
