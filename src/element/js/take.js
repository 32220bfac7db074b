// Makes files of texts and hands them to the browser as downloads: paints pictures, packs archives.

import { createElement } from "./dom.js";
import { inTime } from "./intime.js";
import { crc32, zip } from "./zip.js";

const TYPES = {
  csv: "text/csv", json: "application/json", png: "image/png", svg: "image/svg+xml", txt: "text/plain",
};
const SCALE = 2; // pixels of a picture per CSS px
const PATIENCE = 8000; // ms that a browser has for each step of a picture
const PROBE = 8; // px
const NOISE = 16; // of 255: what browsers change to tell no reader apart, and nobody sees
const SIGNATURE_AND_HEAD = 8 + 25; // bytes of a PNG before whatever may follow its head

const extension = (name) => name.slice(name.lastIndexOf(".") + 1);

/** The bytes of a file: of a picture, of the feed, which `shown` fetches from the address that its text is, or of a text. */
function bytesOf([path, text, alt], lang, shown) {
  if (extension(path) === "png") return paint(text, alt, lang);
  return path === "feed.json" ? shown(text) : new TextEncoder().encode(text);
}

/**
 * Saves a file of that name. `files` are triples of name, text and `alt`; a PNG's text is the SVG to paint it of, and
 * `alt` its description in the language `lang`. A name that ends in `.zip` makes an archive of them all, without those that cannot
 * be had. Throws "refused" where the page's content security policy lets no picture be drawn, and "unpainted"
 * where the browser does not give what was painted.
 */
export async function take([name, files, lang], shown) {
  const isArchive = extension(name) === "zip";
  const made = [];
  let failure;
  for (const file of files) {
    try {
      made.push([file[0], await bytesOf(file, lang, shown)]);
    } catch (error) {
      if (!isArchive) throw error;
      failure = error;
    }
  }
  save(name, isArchive ? await zip(made) : new Blob([made[0][1]], { type: TYPES[extension(name)] }));
  if (failure) throw failure;
}

function save(name, blob) {
  const url = URL.createObjectURL(blob);
  const link = createElement("a");
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
  await within(image.decode().catch((error) => {
    throw new Error("refused", { cause: error });
  }));
  const [width, height] = [image.naturalWidth * SCALE, image.naturalHeight * SCALE];
  const context = sheet(width, height, "#fff");
  context.drawImage(image, 0, 0, width, height);
  const { canvas } = context;
  const blob = await within(new Promise((done) => canvas.toBlob(done, "image/png")));
  if (!blob || !isRead()) unpainted();
  const given = await within(createImageBitmap(blob).catch(unpainted));
  if (!isNear(colours(canvas), colours(given))) unpainted();
  return described(new Uint8Array(await blob.arrayBuffer()), alt, lang);
}

function unpainted(cause) {
  throw new Error("unpainted", { cause });
}

/** What a promise gives. Browsers that guard privacy may leave it open for ever. */
const within = (promise) => inTime(promise, PATIENCE, () => new Error("unpainted"));

/** What is painted on a canvas of that size, at first in one colour. */
function sheet(width, height, colour) {
  const canvas = Object.assign(createElement("canvas"), { width, height });
  const context = canvas.getContext("2d") ?? unpainted();
  context.fillStyle = colour;
  context.fillRect(0, 0, width, height);
  return context;
}

/** The colours of a small sheet, as the browser lets them be read. */
function read(context) {
  try {
    return context.getImageData(0, 0, PROBE, PROBE).data;
  } catch (error) {
    return unpainted(error);
  }
}

/** The colours of a picture in places all over it. */
function colours(picture) {
  const context = sheet(PROBE, PROBE, "#fff");
  for (let x = 0; x < PROBE; x += 1) {
    for (let y = 0; y < PROBE; y += 1) {
      const [left, top] = [x, y].map((at, side) => Math.floor((at + 0.5) / PROBE * [picture.width, picture.height][side]));
      context.drawImage(picture, left, top, 1, 1, x, y, 1, 1);
    }
  }
  return read(context);
}

const isNear = (some, others) => some.every((value, at) => Math.abs(value - others[at]) <= NOISE);

/** Whether what is read of a canvas is what was painted: some browsers give white, or noise. */
const isRead = () => isNear(read(sheet(PROBE, PROBE, "#48a0d8")), Array(PROBE ** 2).fill([0x48, 0xa0, 0xd8, 0xff]).flat());

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
