// Whether bytes are those that Subresource Integrity metadata names (W3C Subresource Integrity).

/** Whether the bytes have one of the digests given; of several kinds, the strongest counts. */
export async function matches(bytes, integrity) {
  const given = integrity.trim().split(/\s+/).map((item) => /^sha(256|384|512)-([^?]+)/.exec(item)).filter(Boolean);
  const strongest = Math.max(...given.map(([, bits]) => Number(bits)));
  // Without digests to compare with, or where the page is no secure context, nothing vouches for the bytes.
  if (!given.length || !globalThis.crypto?.subtle) return false;
  const digest = new Uint8Array(await crypto.subtle.digest(`SHA-${strongest}`, bytes));
  const encoded = btoa(String.fromCharCode(...digest));
  return given.some(([, bits, value]) => Number(bits) === strongest && value === encoded);
}
