// Which language a BCP 47 tag asks for.

/**
 * The language of `known` for a tag: the same, a more general one, or English; and the tag to format numbers and dates
 * by, which is the given one where it is of that language.
 */
export function speak(given, known) {
  let tag;
  try {
    [tag] = Intl.getCanonicalLocales(given.replaceAll("_", "-"));
  } catch {
    tag = "en"; // not a tag
  }
  const [language] = tag.split("-");
  return Object.hasOwn(known, language) ? { language, tag } : { language: "en", tag: "en" };
}
