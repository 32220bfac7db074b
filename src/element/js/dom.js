// The document's own methods, also where a form or an image of the page bears the name of one (HTML, "DOM tree
// accessors": named elements hide what the document inherits).

export const createElement = (name) => Document.prototype.createElement.call(document, name);
