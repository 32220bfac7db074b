// What a reader takes away or listens to, as far as only the page can do it.

import { play } from "./sound.js";
import { take } from "./take.js";

/** Copies a text that is shown; where the browser refuses, selects it. Resolves to what came of it. */
export async function copyPiece(root, piece) {
  const text = root.querySelector(`[data-piece=${piece}]`);
  if (!text) return "missed";
  try {
    await navigator.clipboard.writeText(text.textContent);
    return "copied";
  } catch {
    getSelection().selectAllChildren(text);
    return "selected";
  }
}

/** Saves a file. `shown`: fetches the bytes of the feed that is shown. Resolves to what came of it. */
export async function savedAs(parcel, shown, warn) {
  try {
    await take(parcel, shown);
    return "saved";
  } catch (error) {
    warn(error);
    return error.message;
  }
}

/** Makes a function that plays tones, telling what each stands for, in the place of those before; null ends them. */
export function makePlayer(warn) {
  let context = null;
  return async (tones, heard) => {
    context?.close();
    context = null;
    if (!tones) return;
    try {
      // Made by the press itself: browsers let no other context sound.
      const own = new AudioContext();
      context = own;
      // Who wants to hear is not told while it asks.
      await null;
      if (context === own) play(own, tones, heard);
    } catch (error) {
      warn(error);
      heard();
    }
  };
}
