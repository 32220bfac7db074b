// The language of one life: its phrases, what the browser knows of it, and that it may change.

import { getLaterPhrases, getPhrases } from "./assets.js";
import { speak } from "./language.js";
import { makeLocale } from "./locale.js";

/**
 * `lang` tells the language that is asked for; `tell` takes the phrases and the locale of each language that comes into
 * force after the first.
 */
export function makeSpeech(lang, tell) {
  let asked = null;
  let isWhole = false;
  let newest = null;

  async function texts() {
    asked = lang();
    const { language, tag, wanted } = speak(asked, ASSETS.messages);
    const files = [getPhrases(language), ...(isWhole ? [getLaterPhrases(language)] : [])];
    return { phrases: (await Promise.all(files)).join("\n"), locale: makeLocale(tag, wanted) };
  }

  /** Resolves to the newest texts that were asked for, when they have been told. */
  function again() {
    const turn = texts().then((told) => {
      if (turn !== newest) return newest;
      tell(told);
      return told;
    });
    newest = turn;
    return turn;
  }

  return {
    first: texts,
    tell,
    /** The language may have changed. Resolves to the newest texts after the first, null if there are none. */
    async heed() {
      if (lang() !== asked) again();
      return newest;
    },
    /** Brings in the phrases that come later. */
    async complete() {
      if (isWhole) return newest;
      isWhole = true;
      try {
        await again();
      } catch (error) {
        isWhole = false;
        throw error;
      }
    },
  };
}
