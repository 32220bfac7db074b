// The controls of the builder: what they show of the choices, what they say, and what the feed lets them offer.

import { textIn } from "./feed.js";

/** Shows the choices in the form's controls. */
export function fill(form, choices) {
  const { hide: parts = "", ...others } = choices;
  const shown = { measure: "overall", ...others };
  const hidden = parts.split(/\s+/);
  for (const control of form.elements) {
    if (control.name === "hide") control.checked = hidden.includes(control.value);
    else if (control.type === "checkbox") control.checked = control.name in choices;
    else if (control.name) select(control, shown[control.name] ?? "");
  }
}

/** Sets a control, whose list may lack what a link has chosen. */
function select(control, value) {
  const isListed = !control.options || [...control.options].some((option) => option.value === value);
  if (!isListed) control.append(new Option(value, value));
  control.value = value;
}

/** What a control says; empty: nothing is chosen. */
export function valueOf({ name, type, value, checked, form }) {
  if (name === "hide") return [...form.elements.namedItem("hide")].filter((part) => part.checked).map((part) => part.value).join(" ");
  if (type === "checkbox") return checked ? "1" : "";
  return value.trim();
}

/** Offers the measures of a feed, called as in a language, and the languages of its texts. */
export function offer({ elements }, { measures, languages }, lang) {
  const named = measures.map(({ id, title }) => new Option(textIn(title, lang) || id, id));
  elements.measure.replaceChildren(elements.measure.options[0], ...named);
  const listed = [...elements.lang.options].map((option) => option.value);
  const further = languages.filter((tag) => !listed.includes(tag));
  elements.lang.append(...further.map((tag) => new Option(nameOf(tag), tag)));
}

/** What a language calls itself; the tag where no browser knows. */
function nameOf(tag) {
  try {
    return new Intl.DisplayNames([tag], { type: "language" }).of(tag);
  } catch {
    return tag;
  }
}
