// The page in the frame: attributes from the query, only feeds that may be shown here, height to the parent.
// TEXTS, its own few sentences by language, is filled in by the build.

import { speak } from "./language.js";

const ATTRIBUTES = [
    "feed", "lang", "measure", "date", "known", "against", "view", "projection", "camera", "country", "compare",
    "region", "group", "status", "sort", "find", "pattern", "theme", "heading", "hide", "url-state", "refresh", "integrity", "loading",
];

const element = document.querySelector("policy-explorer");
const query = new URLSearchParams(location.search);

// A link to a trusted site must not be able to show a stranger's data under that site's name.
const trusted = (feed) => {
    const meta = document.querySelector('meta[name="policy-explorer-feeds"]');
    const listed = (meta?.content ?? "").split(/\s+/).filter((address) => URL.canParse(address));
    const wanted = new URL(feed, location.href);
    return wanted.origin === location.origin || listed.some((address) => {
        const allowed = new URL(address);
        return wanted.origin === allowed.origin && wanted.pathname.startsWith(allowed.pathname);
    });
};

const feed = query.get("feed");
if (feed !== null && !(URL.canParse(feed, location.href) && trusted(feed))) {
    document.getElementById("refused").hidden = false;
    element.remove();
} else {
    for (const name of ATTRIBUTES) {
        if (query.has(name)) element.setAttribute(name, query.get(name));
    }
}

// The page has no language of its own: it takes the reader's.
const { language, tag } = speak(query.get("lang") || navigator.language, TEXTS);
const { direction, ...texts } = TEXTS[language];
Object.assign(document.documentElement, { lang: tag, dir: direction });
for (const [name, text] of Object.entries(texts)) {
    for (const place of document.querySelectorAll(`[data-text=${name}]`)) place.textContent = text;
}

let sent;
new ResizeObserver(() => {
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
    if (height === sent) return;
    sent = height;
    parent.postMessage({ type: "policy-explorer:height", height }, "*");
}).observe(document.documentElement);
