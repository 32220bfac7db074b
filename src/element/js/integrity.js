// Whether bytes are those that Subresource Integrity metadata names (W3C Subresource Integrity).

const base64 = (digest) => btoa(String.fromCharCode(...digest));

/** Whether the bytes have one of the digests given; of several kinds, the strongest counts. */
export async function matches(bytes, integrity) {
  const given = integrity.trim().split(/\s+/).map((item) => /^sha(256|384|512)-([^?]+)/.exec(item)).filter(Boolean);
  const strongest = Math.max(...given.map(([, bits]) => Number(bits)));
  // Without digests to compare with nothing vouches for the bytes.
  if (!given.length) return false;
  const encoded = base64(new Uint8Array(await crypto.subtle.digest(`SHA-${strongest}`, bytes)));
  return given.some(([, bits, value]) => Number(bits) === strongest && value === encoded);
}

/** The SHA-256 in hexadecimal digits and as Subresource Integrity writes it; nothing where the page is no secure context. */
export async function sha256(bytes) {
  if (!globalThis.crypto?.subtle) return [];
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [[...digest].map((byte) => byte.toString(16).padStart(2, "0")).join(""), `sha256-${base64(digest)}`];
}
