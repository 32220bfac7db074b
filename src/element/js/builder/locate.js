// Where in the text of a JSON document its values begin.

/** JSON's own marks, and strings. What is between them are numbers and words. */
const TOKENS = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

/** A token of a JSON pointer (RFC 6901). */
const token = (key) => String(key).replaceAll("~", "~0").replaceAll("/", "~1");

/** By each JSON pointer that is wanted, the offset at which its value begins, as far as it is in the text. */
export function locate(text, wanted) {
  const found = new Map();
  const left = new Set(wanted);
  // The keys on the way to where the text is, each with whether it is an index.
  const path = [];
  let isKey = false;
  for (const { 0: piece, index } of text.matchAll(TOKENS)) {
    if (!left.size) break;
    const here = path.at(-1);
    if (piece === "]" || piece === "}") path.pop();
    else if (piece === "," && here?.isList) here.key += 1;
    else if (isKey && piece !== ":" && piece !== ",") here.key = JSON.parse(piece);
    else if (piece !== ":" && piece !== ",") {
      const pointer = path.map(({ key }) => `/${token(key)}`).join("");
      if (left.delete(pointer)) found.set(pointer, index);
      if (piece === "[" || piece === "{") path.push({ key: 0, isList: piece === "[" });
    }
    isKey = piece === "{" || (piece === "," && here?.isList === false);
  }
  return found;
}

/** The line of each offset, counted from 1; the offsets in rising order. */
export function linesOf(text, offsets) {
  let line = 1;
  let at = 0;
  return offsets.map((offset) => {
    for (let end = text.indexOf("\n", at); end !== -1 && end < offset; end = text.indexOf("\n", at)) {
      line += 1;
      at = end + 1;
    }
    return line;
  });
}
