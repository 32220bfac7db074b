// Packs files into a ZIP archive (PKWARE, APPNOTE.TXT 6.3.10, 4.3), compressed by the browser. All scripts are one module,
// which every page loads: a library would add five kilobytes to each first visit.

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20; // 2.0: deflated
const UTF_8 = 1 << 11; // names are UTF-8
const DEFLATED = 8;
/** 1 January 1980, the earliest that the form knows: the same files give the same archive. */
const DATE = 0x0021;

const TABLE = Uint32Array.from({ length: 256 }, (_, at) => {
  let sum = at;
  for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  return sum;
});

/** The checksum that PNG and ZIP share (ISO 3309). */
export function crc32(bytes) {
  let sum = ~0;
  for (const byte of bytes) sum = (sum >>> 8) ^ TABLE[(sum ^ byte) & 0xff];
  return ~sum >>> 0;
}

async function deflated(bytes) {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Numbers of the given widths in bytes, the lowest byte first. */
function numbers(...pairs) {
  const bytes = [];
  for (const [width, value] of pairs) {
    for (let at = 0; at < width; at += 1) bytes.push((value >>> (8 * at)) & 0xff);
  }
  return Uint8Array.from(bytes);
}

/** The archive of files, which are pairs of name and bytes: a blob. */
export async function zip(files) {
  const body = [];
  const directory = [];
  let offset = 0;
  for (const [name, bytes] of files) {
    const [label, packed] = [new TextEncoder().encode(name), await deflated(bytes)];
    const head = [
      [2, VERSION], [2, UTF_8], [2, DEFLATED], [2, 0], [2, DATE],
      [4, crc32(bytes)], [4, packed.length], [4, bytes.length], [2, label.length], [2, 0],
    ];
    const local = numbers([4, LOCAL], ...head);
    body.push(local, label, packed);
    // No comment, first disk, no attributes.
    directory.push(numbers([4, CENTRAL], [2, VERSION], ...head, [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]), label);
    offset += local.length + label.length + packed.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const count = files.length;
  const end = numbers([4, END], [2, 0], [2, 0], [2, count], [2, count], [4, size], [4, offset], [2, 0]);
  return new Blob([...body, ...directory, end], { type: "application/zip" });
}
