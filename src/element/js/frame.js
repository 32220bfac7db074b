// For a page that shows `embed.html` in frames: each becomes as high as what is in it. The page loads this file from where its
// frames come from, before them or after. It hears no other frame, and no height that none has.

const HIGHEST = 20_000; // px
const { origin } = new URL(document.currentScript.src);

/** A sandbox without `allow-same-origin` takes a frame's origin away. */
const originOf = (frame) =>
  frame.hasAttribute("sandbox") && !frame.sandbox.contains("allow-same-origin") ? "null" : origin;

const frames = () =>
  [...document.querySelectorAll("iframe")].filter(({ src }) => URL.canParse(src) && new URL(src).origin === origin);

addEventListener("message", ({ source, data, origin: from }) => {
  if (data?.type !== "policy-explorer:height") return;
  const frame = frames().find((frame) => frame.contentWindow === source);
  if (!frame || from !== originOf(frame)) return;
  const { height } = data;
  if (!(height > 0 && height < HIGHEST)) return;
  const border = getComputedStyle(frame).boxSizing === "border-box" ? frame.offsetHeight - frame.clientHeight : 0;
  frame.style.height = `${height + border}px`;
});

// Those that told theirs before are asked. The question holds nothing that others must not read.
for (const { contentWindow } of frames()) contentWindow.postMessage({ type: "policy-explorer:height?" }, "*");
