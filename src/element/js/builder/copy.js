// The buttons that copy a text of the page, and what came of it.

import { copyPiece } from "../takeaway.js";

const said = document.getElementById("said");

async function copy(piece) {
  const came = await copyPiece(document, piece);
  said.textContent = "";
  // The same is said again only where it has been away.
  requestAnimationFrame(() => { said.textContent = said.dataset[came]; });
}

for (const button of document.querySelectorAll("[data-copy]")) {
  button.addEventListener("click", () => copy(button.dataset.copy));
}
