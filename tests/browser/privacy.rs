//! The widget tells nobody anything, keeps nothing, and needs no permission that a strict page would not give.

use std::collections::BTreeMap;

use crate::harness::ability::each_engine;
use crate::harness::page::Page;
use crate::harness::site::{Site, dist};

#[test]
fn a_visit_asks_only_its_own_origin_and_keeps_nothing() {
    each_engine("security policies");
    let site = Site::start();
    let page = Page::open(&site.url("/"));
    page.wait("performance.getEntriesByName('policy-explorer:ready').length");
    let elsewhere = page.eval(
        "performance.getEntriesByType('resource').map((entry) => entry.name)
            .filter((name) => new URL(name).origin !== location.origin)",
    );
    assert_eq!(elsewhere, serde_json::json!([]), "asked elsewhere");
    let kept = page.eval(
        "Promise.all([indexedDB.databases(), caches.keys(), navigator.serviceWorker.getRegistrations()])
            .then(([databases, caches, workers]) => [document.cookie, localStorage.length, sessionStorage.length,
                databases.length, caches.length, workers.length])",
    );
    assert_eq!(kept, serde_json::json!(["", 0, 0, 0, 0, 0]), "cookie, storages, databases, caches, workers");
    for request in site.requests() {
        assert!(!request.headers.contains_key("cookie"), "{} came with a cookie", request.path);
        assert!(request.status < 400, "{} was answered with {}", request.path, request.status);
    }
    let complaints: Vec<_> = page.console().into_iter().filter(|line| line.starts_with("SEVERE")).collect();
    assert_eq!(complaints, [""; 0], "the console complains");
}

#[test]
fn pages_have_a_strict_content_security_policy() {
    // A file that a reader drops on the example page has such an address, which leads nowhere else.
    for (name, connect) in [("index.html", "'self' blob:"), ("embed.html", "'self'")] {
        let expected = [
            ("default-src", "'none'"),
            ("script-src", "'self' 'wasm-unsafe-eval'"),
            ("style-src", "'self'"),
            ("connect-src", connect),
            // Pictures to be saved are painted of a drawing in such an address.
            ("img-src", "'self' data:"),
            ("base-uri", "'none'"),
            ("form-action", "'none'"),
        ];
        let page = std::fs::read_to_string(dist().join(name)).expect("it is in dist/");
        let policy = page.split("http-equiv=\"Content-Security-Policy\" content=\"").nth(1);
        let policy = policy.and_then(|rest| rest.split('"').next()).expect("it has a policy");
        let directives: BTreeMap<_, _> = policy.split("; ").filter_map(|rule| rule.split_once(' ')).collect();
        assert_eq!(directives, BTreeMap::from(expected), "{name}");
    }
}

#[test]
fn scripts_make_neither_markup_nor_code_of_text() {
    const REFUSED: [&str; 12] = [
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "createContextualFragment",
        "setHTMLUnsafe",
        "eval(",
        "Function(",
        "blob:",
        "createObjectURL",
        "Worker(",
        // A request that holds the page up.
        "XMLHttpRequest",
    ];
    // A file to be saved has such an address, and one that is dropped, and nothing else has: no worker, no script.
    const HOLDS: [&str; 2] = ["policy-explorer.js", "builder.js"];
    const HELD: &str = "createObjectURL";
    let assets = std::fs::read_dir(dist().join("assets")).expect("dist/ has assets");
    let assets = assets.map(|entry| entry.expect("it can be listed").path());
    let scripts = assets.chain(
        ["policy-explorer.js", "builder.js", "diagnose.js", "embed.js", "frame.js"]
            .map(|name| dist().join(name)),
    );
    for path in scripts.filter(|path| path.extension().is_some_and(|extension| extension == "js")) {
        let script = std::fs::read_to_string(&path).expect("a script is text");
        let holds = HOLDS.iter().any(|name| path.ends_with(name));
        let held = script.matches(HELD).count();
        assert_eq!(held, usize::from(holds), "{} holds a file in one place", path.display());
        for refused in REFUSED.into_iter().filter(|refused| !(holds && *refused == HELD)) {
            assert!(!script.contains(refused), "{} has {refused}", path.display());
        }
    }
}
