// Makes files of texts and hands them to the browser as downloads: paints pictures, packs archives. Loaded when a
// reader first wants a file.

import { gzipSync, zipSync } from "fflate";

const TYPES = {
  csv: "text/csv", json: "application/json", png: "image/png", svg: "image/svg+xml", zip: "application/zip",
};
const SCALE = 2; // pixels of a picture per CSS px
const SIGNATURE_AND_HEAD = 8 + 25; // bytes of a PNG before whatever may follow its head

const extension = (name) => name.slice(name.lastIndexOf(".") + 1);

/**
 * Saves a file of that name. `files` are pairs of name and text; a PNG's text is the SVG to paint it of, and `alt`
 * its description in the language `lang`. A name that ends in `.zip` makes an archive of them all. Throws "refused" where the page's
 * content security policy lets no picture be drawn.
 */
export async function take([name, files, alt, lang]) {
  const made = {};
  for (const [path, text] of files) {
    // What is compressed already is only stored.
    made[path] = extension(path) === "png"
      ? [await paint(text, alt, lang), { level: 0 }]
      : [new TextEncoder().encode(text), {}];
  }
  save(name, extension(name) === "zip" ? zipSync(made) : Object.values(made)[0][0]);
}

function save(name, bytes) {
  const url = URL.createObjectURL(new Blob([bytes], { type: TYPES[extension(name)] }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The download has its own hold on the bytes, as soon as it has begun.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** An SVG document as a PNG, with its description. */
async function paint(svg, alt, lang) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode().catch((error) => {
    throw new Error("refused", { cause: error });
  });
  const canvas = document.createElement("canvas");
  canvas.width = image.naturalWidth * SCALE;
  canvas.height = image.naturalHeight * SCALE;
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise((done) => canvas.toBlob(done, "image/png"));
  return described(new Uint8Array(await blob.arrayBuffer()), alt, lang);
}

/** A PNG with a text chunk `iTXt` (PNG, third edition, 11.3.3.4) after its head. */
function described(png, text, lang) {
  // Keyword; not compressed; language; no translated keyword.
  const body = new TextEncoder().encode(`iTXtDescription\0\0\0${lang}\0\0${text}`);
  const chunk = new Uint8Array(body.length + 8);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, body.length - 4);
  chunk.set(body, 4);
  view.setUint32(body.length + 4, crc32(body));
  const all = new Uint8Array(png.length + chunk.length);
  all.set(png.subarray(0, SIGNATURE_AND_HEAD));
  all.set(chunk, SIGNATURE_AND_HEAD);
  all.set(png.subarray(SIGNATURE_AND_HEAD), SIGNATURE_AND_HEAD + chunk.length);
  return all;
}

/** The checksum that PNG, gzip and ZIP share: fflate gives it at the end of a gzip member (RFC 1952, 2.3.1). */
function crc32(bytes) {
  const member = gzipSync(bytes, { level: 0 });
  return new DataView(member.buffer, member.byteOffset + member.length - 8).getUint32(0, true);
}
