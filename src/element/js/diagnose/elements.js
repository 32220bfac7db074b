// Each element on the page: its box, and the page's own styles that hurt it.

import { good, note, wrong } from "./finding.js";

/** The layout goes down to this width, px. */
const NARROWEST = 320;

export function checkElements(elements) {
  return elements.flatMap((element, at) => {
    const what = elements.length > 1 ? `Element ${at + 1}` : "The element";
    const told = [swallowed, hidden, narrow, deaf, cut].map((check) => check(what, element)).filter(Boolean);
    return told.length ? told : [good(what, "It has room, and the page’s styles leave it alone.")];
  });
}

function swallowed(what, element) {
  if (!element.querySelector("h1, h2, h3, h4, h5, h6, form, main, nav, article, footer, policy-explorer")) return null;
  const says = "Other parts of the page lie inside it and are hidden: it is not closed. HTML has no self-closing tags.";
  return wrong(what, says, "<policy-explorer></policy-explorer>");
}

function hidden(what, element) {
  if (element.checkVisibility?.({ visibilityProperty: true, opacityProperty: true }) ?? true) return null;
  const says = "It is hidden by display, visibility or opacity of it or of what is around it. If it is in a tab that is not open yet, all is well.";
  return note(what, says, "policy-explorer { display: block; visibility: visible; opacity: 1 }");
}

function narrow(what, element) {
  const width = Math.round(element.getBoundingClientRect().width);
  // A window of that width may have a bar to scroll by.
  const bar = innerWidth - document.documentElement.clientWidth;
  if (width + bar >= NARROWEST || !width) return null;
  return wrong(what, `Its place is ${width} px wide. It needs ${NARROWEST} px.`, `policy-explorer { min-width: ${NARROWEST}px }`);
}

function deaf(what, element) {
  if (getComputedStyle(element).pointerEvents !== "none") return null;
  return wrong(what, "The page’s styles keep presses from it.", "policy-explorer { pointer-events: auto }");
}

/** Whether something around it is too low for it and cuts it off. */
function cut(what, element) {
  const { height } = (element.shadowRoot?.querySelector(".pe") ?? element).getBoundingClientRect();
  for (let around = element; around && around !== document.body; around = around.parentElement) {
    const { overflowY } = getComputedStyle(around);
    if (!/hidden|clip/.test(overflowY) || around.clientHeight >= height - 8) continue;
    const selector = around.id ? `#${CSS.escape(around.id)}` : [around.localName, ...around.classList].join(".");
    const says = `“${selector}” is ${around.clientHeight} px high and cuts off a widget of ${Math.round(height)} px. Let it be as high as it needs.`;
    return wrong(what, says, `${selector} { height: auto; max-height: none }`);
  }
  return null;
}
