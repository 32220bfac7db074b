// What readers are told where the widget itself cannot run. ASSETS is filled in by the build.

import { AssetFailure, getPhrases } from "./assets.js";
import { createElement } from "./dom.js";
import { Stopped } from "./engine.js";
import { speak } from "./language.js";

/** A sentence that says what to do, in the language asked for, with a button where trying again may help. */
export async function tellFailure(error, asked, retry) {
  const { language } = speak(asked, ASSETS.texts);
  const { direction, assets_unreachable: unreachable, retry: again } = ASSETS.texts[language];
  // Where the widget was refused or has stopped, its phrases can be had.
  const phrases = error instanceof AssetFailure ? null : await getPhrases(language).catch(() => null);
  const line = error instanceof Stopped ? ASSETS.stopped : ASSETS.refused;
  const notice = createElement("p");
  notice.setAttribute("role", "alert");
  notice.setAttribute("part", "error");
  Object.assign(notice, { lang: language, dir: direction });
  notice.append(phrases ? phrases.split("\n")[line] : unreachable);
  if (!phrases) {
    const button = createElement("button");
    button.type = "button";
    button.append(again);
    button.addEventListener("click", retry);
    notice.append(" ", button);
  }
  return notice;
}
