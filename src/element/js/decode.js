// The text of a feed's bytes, as the widget reads it.

/** UTF-8, or UTF-16 where a mark says so. `fatal`: other bytes are refused. */
export function decode(bytes, options) {
  const [first, second] = bytes;
  const mark = (first << 8) | second;
  const encoding = mark === 0xfffe ? "utf-16le" : mark === 0xfeff ? "utf-16be" : "utf-8";
  return new TextDecoder(encoding, options).decode(bytes);
}
