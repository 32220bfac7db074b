// What the host says of an element: by attribute, by property, by `state`; of each name the last word counts.

/** Attributes that are fields of the view; the widget reads them. */
export const FIELDS = [
  "measure", "date", "known", "against", "view", "projection", "camera", "country", "compare", "region",
  "group", "status", "sort", "find", "pattern", "theme", "heading", "hide",
];
/** Attributes that the element's module reads. */
export const OWN = ["feed", "lang", "integrity", "poll", "loading", "url-state"];
export const NAMES = [...FIELDS, ...OWN];

/** The property that stands for an attribute. The page has `lang` itself, and keeps it in step with the attribute. */
const PROPERTIES = NAMES.filter((name) => name !== "lang").map((name) => [name === "url-state" ? "urlState" : name, name]);

/** What a property, or a key of `state`, is set to, as the text of an attribute; null takes the word back. */
export const asText = (value) => {
  if (value === null || value === undefined || value === false) return null;
  return value === true ? "" : String(value);
};

/** Gives a class a property for each attribute; `say` and `word` are methods that set and read the host's word. */
export function defineProperties(prototype, { say, word }) {
  for (const [property, name] of PROPERTIES) {
    Object.defineProperty(prototype, property, {
      configurable: true,
      enumerable: true,
      get() {
        return word(this, name) ?? "";
      },
      set(value) {
        say(this, name, asText(value));
      },
    });
  }
}

/** Lets count what a page has set as properties of an element before the element was defined. */
export function takeEarlier(element) {
  for (const property of [...PROPERTIES.map(([property]) => property), "state"]) {
    if (!Object.hasOwn(element, property)) continue;
    const value = element[property];
    delete element[property];
    element[property] = value;
  }
}

/** Whether a word switches something on. */
export const isOn = (word) => word !== null && word !== "false";
