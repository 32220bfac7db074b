// What the browser knows of a language: numbers, dates, names, plural rules, order. The Rust side sees it
// as the type `Locale`; `lang` is the reader's tag where it is of the same language as the phrases, `wanted` the tag in any case.

/** International bodies write "12 May 2014"; for Arabic of no country, versions of CLDR differ on which digits are its own. */
const TAGS = { en: "en-GB", ar: "ar-u-nu-latn" };

/** Keeps what it has worked out: each label of a map asks for the same few dates and numbers again. */
function remembered(work) {
  const known = new Map();
  return (key) => {
    if (!known.has(key)) known.set(key, work(key));
    return known.get(key);
  };
}

/** A part of `Intl`, or what stands in for it in a browser that lacks it: codes for names, plain numbers, one plural form. */
const part = (name, otherwise) => Intl[name] ?? (class { constructor() { Object.assign(this, otherwise); } });

export function makeLocale(lang, wanted = lang) {
  const tag = TAGS[lang] ?? lang;
  const number = new (part("NumberFormat", { format: String }))(tag);
  const plural = new (part("PluralRules", { select: () => "other" }))(tag);
  const collator = new (part("Collator", { compare: (a, b) => (a < b ? -1 : Number(a > b)) }))(tag);
  const Names = part("DisplayNames", { of: () => undefined });
  const regionsIn = remembered((lang) => new Names(lang, { type: "region", fallback: "none" }));
  const regions = regionsIn(tag);
  const languages = new Names(tag, { type: "language", fallback: "none" });
  const dateFormat = (parts) => new Intl.DateTimeFormat(tag, { ...parts, calendar: "gregory", timeZone: "UTC" });
  const formats = [
    dateFormat({ year: "numeric" }),
    dateFormat({ year: "numeric", month: "long" }),
    dateFormat({ year: "numeric", month: "long", day: "numeric" }),
  ];
  const named = (names, code) => {
    try {
      return names.of(code);
    } catch {
      return undefined; // not a well-formed code
    }
  };
  // `month` and `day` are 0 where they are not stated.
  const date = remembered((key) => {
    const [year, month, day] = [Math.floor(key / 10000), Math.floor(key / 100) % 100, key % 100];
    const date = new Date(0);
    date.setUTCFullYear(year, Math.max(month, 1) - 1, Math.max(day, 1));
    return formats[Number(month > 0) + Number(day > 0)].format(date);
  });
  return {
    tag: lang,
    wanted,
    host: (host) => (URL.canParse(`https://${host}`) ? new URL(`https://${host}`).hostname : undefined),
    number: remembered((value) => number.format(value)),
    date: (year, month, day) => date(year * 10000 + month * 100 + day),
    country: (code) => named(regions, code),
    countryIn: (lang, code) => named(regionsIn(lang), code),
    language: (code) => named(languages, code),
    plural: remembered((value) => plural.select(value)),
    order: (names) => Uint32Array.from(names.keys()).sort((a, b) => collator.compare(names[a], names[b])),
    fold: (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase(tag),
  };
}
