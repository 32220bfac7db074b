// The way to the health check of another page, which only that page itself can run: its address with `?diagnose`, and the
// line for its console where even the widget's module is not found.

const field = document.querySelector("#help input");
const link = document.querySelector("#help [data-link]");

document.querySelector("[data-piece=console]").textContent =
  `import(${JSON.stringify(new URL("diagnose.js", document.baseURI).href)})\n`;

field.addEventListener("input", () => {
  const address = field.value.trim();
  const isPage = URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
  link.hidden = !isPage;
  if (!isPage) return;
  const page = new URL(address);
  page.searchParams.set("diagnose", "");
  // As it is written by hand.
  link.href = page.href.replace(/\bdiagnose=(?=$|&|#)/, "diagnose");
  link.textContent = link.href;
});
