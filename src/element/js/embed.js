// The page in the frame: attributes from the query, only feeds that may be shown here, height to the parent.

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
if (query.get("lang")) document.documentElement.lang = query.get("lang");

let sent;
new ResizeObserver(() => {
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
    if (height === sent) return;
    sent = height;
    parent.postMessage({ type: "policy-explorer:height", height }, "*");
}).observe(document.documentElement);
