// The document's own methods, also where a form or an image of the page bears the name of one (HTML, "DOM tree
// accessors": named elements hide what the document inherits).

export const createElement = (name) => Document.prototype.createElement.call(document, name);

/** Whether the page asks for a file ahead, by an element of its own. */
export function isPreloaded(address) {
  const links = Document.prototype.querySelectorAll.call(document, "link[rel=preload][as=fetch]");
  return [...links].some((link) => link.href === address);
}
