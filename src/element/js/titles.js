// In which languages a feed speaks, as far as its JSON tells that before the widget reads it.

const tags = (value) => (value && typeof value === "object" && !Array.isArray(value) ? Object.keys(value) : []);

/** The tags of the languages that the titles of a feed, of its policy and of its measures are in, each once. */
export function languagesOf({ title, policy, measures }) {
  const titles = Array.isArray(measures) ? measures.map((measure) => measure?.title) : [];
  return [...new Set([title, policy?.title, ...titles].flatMap(tags))];
}
