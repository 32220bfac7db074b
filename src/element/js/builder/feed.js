// What the page itself reads of a feed: the labels that its controls and texts need. What is wrong in it is the widget's to say.

import { decode } from "../decode.js";
import { sha256 } from "../integrity.js";
import { languagesOf } from "../titles.js";

/** A text of a feed in a language, else in English, else as it is. */
export function textIn(value, lang) {
  if (typeof value === "string") return value;
  const texts = Object.entries(value ?? {});
  const of = (tag) => texts.find(([key]) => key.split(/[-_]/)[0] === tag)?.[1];
  return String(of(lang.split("-")[0]) ?? of("en") ?? texts[0]?.[1] ?? "");
}

const items = (list) => (Array.isArray(list) ? list.filter((item) => typeof item?.id === "string") : []);

/** Whether a feed was fetched from the address of its version. */
const isVersion = (feed, hex) => Boolean(hex) && feed.includes(hex);

/** The address at which a version of a feed stays, as its template `versions` has it; without one, that of the feed. */
const kept = (template, feed, hex) => {
  if (typeof template !== "string" || !hex || isVersion(feed, hex)) return feed;
  return new URL(template.replaceAll("{digest}", hex), feed).href;
};

/** The address of a picture of the map, as the template `pictures` has it; null without one. */
const pictured = (template, feed, { measure, lang }) => {
  if (typeof template !== "string") return null;
  return new URL(template.replaceAll("{measure}", measure).replaceAll("{lang}", lang), feed).href;
};

/**
 * Title, measures and languages of a feed's JSON, the digest of its bytes, the address at which these stay, and where the picture of
 * a map is; null where it cannot be had.
 */
export async function labels(address) {
  try {
    const response = await fetch(address, { credentials: "omit", cache: "no-cache" });
    const bytes = new Uint8Array(await response.arrayBuffer());
    const { title, policy, measures, versions, pictures } = JSON.parse(decode(bytes));
    const listed = items(measures);
    const [hex, digest] = await sha256(bytes);
    const names = { title: policy?.title ?? title, measures: listed, languages: languagesOf({ title, policy, measures: listed }) };
    const picture = (measure, lang) => (isVersion(address, hex) ? null : pictured(pictures, address, { measure, lang }));
    return { ...names, digest, kept: kept(versions, address, hex), picture };
  } catch {
    return null;
  }
}
