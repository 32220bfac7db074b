// What the widget in Rust may ask of the page: the other side of `Host` in `src/element/store.rs`.

import { getDetail } from "./assets.js";
import { makePair } from "./clicks.js";
import { focusKeeper } from "./focus.js";
import { makeLive } from "./live.js";
import { copyPiece, makePlayer, savedAs } from "./takeaway.js";

export function warn(...words) {
  console.warn("policy-explorer:", ...words);
}

/**
 * `life` is the life that asks, `first` its first screen and `supplies` what comes later; `widget` gives its widget, as long
 * as there is one; `told` is what its element says and hears; `root` is the shadow root that it draws in; `signal` ends it.
 */
export function makeHost({ life, first, supplies, widget, told, root, link, loader, palette, signal }) {
  const play = makePlayer(warn);
  signal.addEventListener("abort", () => play(null), { once: true });
  const focus = focusKeeper(root);
  const live = makeLive(root);
  let isWarm = false;
  return {
    load: (number) => loader.reload(number),
    fetchDetails: (number, address) => supplies.fetchDetails(number, address),
    fetch: (chunk) => supplies.chunk(chunk).then(
      () => widget()?.fetched(chunk, true),
      (error) => {
        if (life.isOver) return;
        warn(error);
        widget()?.fetched(chunk, false);
      },
    ),
    emit: (name, detail) => {
      told.emit(name, detail);
      // A failure can be answered, too.
      supplies.answers();
    },
    changed: () => {
      first.changed();
      told.changed();
    },
    speak: (tag) => life.speak(tag),
    link: link.chose,
    ready: (members) => life.painted(members),
    warn,
    palette: (css) => palette.replaceSync(css),
    detail: () => getDetail().then((packed) => widget()?.detail(packed), warn),
    tell: () => supplies.tell().catch(warn),
    copy: (piece) => copyPiece(root, piece).then((came) => widget()?.said(came)),
    save: (parcel) => savedAs(parcel, (address) => loader.fetchShown(address), warn).then((came) => widget()?.said(came)),
    hear: (tones) => play(tones, (year) => widget()?.heard(year)),
    findings: () => supplies.findings().then(([lines]) => lines && warn(lines), warn),
    beside: () => first.beside(),
    take: (beside) => first.take(beside),
    hold: focus.hold,
    keep: focus.keep,
    begin: live.begin,
    news: live.hasNews,
    say: live.say,
    pair: makePair(),
    warm: () => {
      supplies.answers();
      if (isWarm || navigator.connection?.saveData) return;
      isWarm = true;
      for (const chunk of ["options", "profile", "link"]) supplies.chunk(chunk).catch(() => {});
      supplies.preparePaper().catch(() => {});
    },
  };
}
