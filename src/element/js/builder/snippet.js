// The texts that put a view on another page. The two lines are those of the panel Embed (`src/model/take/snippet.rs`); a test
// compares them.

const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;", "\r": "&#13;" };

const escaped = (text) => text.replace(/[&<>"\r]/g, (letter) => ENTITIES[letter]);

const written = ([name, value]) => (value === "" ? ` ${name}` : ` ${name}="${escaped(value)}"`);

const start = (name, attributes) => `<${name}${attributes.map(written).join("")}>`;

const element = (name, attributes, content = "") => `${start(name, attributes)}${content}</${name}>`;

const filled = (attributes) => attributes.filter(([, value]) => value !== null);

/** How wide the widget is made, and how high it is at least until it is there. */
const ROOM = "display: block; min-height: 760px";
const style = (width, picture) => [width && `max-width: ${width}px`, picture && ROOM].filter(Boolean).join("; ") || null;

const image = ({ src, alt }) => `\n  ${start("img", [["src", src], ["alt", alt], ["style", "max-width: 100%"]])}\n`;

/**
 * The script and the element. `view`: the fields that differ from their defaults; `pin`, `freeze`: digests of the module and
 * of the feed, or null; `picture`: its address and what it shows, or null; `ahead`: the addresses of files to ask for ahead.
 */
export function lines({ module, feed, lang, view, urlState, width, pin, freeze, picture, ahead }) {
  const script = [["type", "module"], ["src", module], ["integrity", pin], ["crossorigin", pin && "anonymous"]];
  const widget = [
    ["feed", feed], ["lang", lang], ...view, ["url-state", urlState], ["integrity", freeze], ["style", style(width, picture)],
  ];
  const content = picture ? image(picture) : "";
  const preloads = ahead.map((address) => start("link", [["rel", "preload"], ["as", "fetch"], ["crossorigin", ""], ["href", address]]));
  const first = preloads.length ? `${preloads.join("")}\n` : "";
  return `${first}${element("script", filled(script))}\n${element("policy-explorer", filled(widget), content)}\n`;
}

/** The frame, and the script that makes it as high as what is in it. */
export function frame({ module, feed, lang, view, width, freeze, title }) {
  const address = new URL("embed.html", module);
  // As the link of a view: the feed beside the module needs no name.
  const isOwn = feed === new URL("feed.json", module).href;
  for (const [name, value] of filled([["lang", lang], ["feed", isOwn ? null : feed], ...view, ["integrity", freeze]])) {
    address.searchParams.set(name, value);
  }
  const place = [["src", address.href], ["title", title], ["width", width || "100%"], ["height", "720"], ["loading", "lazy"]];
  const follow = [["src", new URL("frame.js", module).href], ["async", ""]];
  return `${element("iframe", place)}\n${element("script", follow)}\n`;
}

/** The directives of a content security policy that let the lines work. */
export function policy({ module, feed, picture }) {
  const [program, data] = [module, feed].map((address) => new URL(address).origin);
  const directives = [
    ["script-src", program, "'wasm-unsafe-eval'"],
    ["connect-src", ...new Set([program, data])],
    picture && ["img-src", new URL(picture.src).origin],
  ];
  return `${directives.filter(Boolean).map((words) => words.join(" ")).join(";\n")};\n`;
}

const quoted = (word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);

/** The command that writes the element with its first screen inside. */
export function command({ module, feed, lang, view }) {
  const file = new URL(feed).pathname.split("/").at(-1) || "feed.json";
  const options = filled([["feed", feed], ["module", module], ["lang", lang], ...view]);
  const words = options.map(([name, value]) => `--${name}=${value}`);
  return `${["policy-explorer", "render", file, ...words].map(quoted).join(" ")} > element.html\n`;
}
