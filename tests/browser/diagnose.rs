//! The health check: pages with a fault each, what is said of it, and the line that mends it.

use crate::harness::ability::each_engine;
use crate::harness::page::{Page, Scheme};
use crate::harness::site::{Answer, Site, asset, dist, page as html, page_in};
use crate::widget::{SIDEWAYS, embed, ready};
use serde_json::{Value, json};

/// What the report says, as text for support.
fn report(page: &Page) -> String {
    page.look_at("#policy-explorer-diagnosis");
    page.wait("$('li')");
    let text = page.eval("$('details pre').textContent");
    text.as_str().expect("a text").to_owned()
}

/// Opens a page of this body, with these headers, and `?diagnose`.
fn diagnosed(site: &Site, body: &str, headers: &[(&str, &str)]) -> (Page, String) {
    let answer = Answer::html(&html(body));
    let answer = headers.iter().fold(answer, |answer, (name, value)| answer.header(name, value));
    site.answer("/page.html", answer);
    let page = Page::open(&site.url("/page.html?diagnose"));
    let report = report(&page);
    (page, report)
}

/// The report has a finding of this level with these words, and what to paste.
fn has(report: &str, level: &str, says: &str, paste: &str) {
    let found =
        report.split("\n[").find(|told| told.starts_with(&format!("{level}]")) && told.contains(says));
    let found = found.unwrap_or_else(|| panic!("no {level}: {says}\n{report}"));
    assert!(found.contains(paste), "{paste}: {found}");
}

/// The same of a page with this body and these headers.
fn check(body: &str, headers: &[(&str, &str)], level: &str, says: &str, paste: &str) {
    let site = Site::start();
    has(&diagnosed(&site, body, headers).1, level, says, paste);
}

/// The same of the plain embed, where one of the widget's files is answered so.
fn check_file(stem: &str, answer: Answer, level: &str, says: &str, paste: &str) {
    let site = Site::start();
    site.answer(&asset(stem), answer);
    has(&diagnosed(&site, &embed(""), &[]).1, level, says, paste);
}

#[test]
fn nothing_comes_unless_the_address_asks_for_it() {
    let site = Site::with_page(&embed(""));
    let page = Page::open(&site.url("/page.html?diagnoses=1"));
    ready(&page);
    assert!(!site.paths().iter().any(|path| path.contains("diagnose.js")), "the health check was loaded");
}

#[test]
fn on_a_good_page_nothing_is_wrong() {
    each_engine("security policies");
    let site = Site::start();
    let (page, report) = diagnosed(&site, &embed(""), &[]);
    assert!(!report.contains("[wrong]"), "{report}");
    has(&report, "good", "It runs", "");
    has(&report, "good", "finds nothing wrong", "");
    assert!(report.contains(&format!("page: {}/page.html\n", site.origin())), "{report}");
    assert_eq!(page.axe(), "");
    page.prefer(Scheme::Dark);
    page.resize(320, 800);
    assert_eq!(page.axe(), "");
    assert_eq!(page.eval(SIDEWAYS), json!(0));
    // The example page, with the builder's own element.
    page.go(&site.url("/index.html?diagnose"));
    let own = self::report(&page);
    assert!(!own.contains("[wrong]"), "{own}");
}

#[test]
fn what_the_policy_of_the_page_refuses_is_told_with_the_directive() {
    each_engine("security policies");
    let policy = |rules: &str| format!("default-src 'self' 'unsafe-inline' data:; {rules}");
    let wasm = policy("script-src 'self'; connect-src 'self'");
    check(&embed(""), &[("content-security-policy", &wasm)], "wrong", "refuses it", "'wasm-unsafe-eval'");
    let other = Site::start();
    let feed = embed("").replace("feed.json", &other.url("/feed.json"));
    let connect = policy("script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'");
    let says = "content security policy does not let it ask";
    let add = format!("connect-src {};", other.origin());
    check(&feed, &[("content-security-policy", &connect)], "wrong", says, &add);
    let pictures = "img-src 'self'; script-src 'self' 'wasm-unsafe-eval'";
    check(&embed(""), &[("content-security-policy", pictures)], "note", "no PNG", "img-src data:;");
}

#[test]
fn what_the_server_of_the_widget_does_wrong_is_told_with_the_header() {
    check_file("world-", Answer::new("text/plain", "gone").status(404), "wrong", "answers 404", "");
    check_file("world-", Answer::html("<!doctype html><p>Not found"), "wrong", "a web page in its place", "");
    check_file("world-", Answer::new("application/octet-stream", "other"), "wrong", "other bytes", "");
    let program = asset("policy-explorer-");
    let bytes = std::fs::read(dist().join(&program[1..])).expect("it is in dist/");
    let site = Site::start();
    site.answer(&program, Answer::new("text/plain", bytes));
    let report = diagnosed(&site, &embed(""), &[]).1;
    has(&report, "note", "type of .wasm", "Content-Type: application/wasm");
    has(&report, "note", "ask for them at each visit", "Cache-Control: public");
    // The test's site compresses nothing.
    has(&report, "note", "uncompressed", "gzip_static on;");
}

/// Some browsers tell the sizes of another origin's files, others do not.
#[test]
fn what_cannot_be_known_is_said_to_be_not_known() {
    let (site, cdn) = (Site::start(), Site::start());
    let body = embed("").replace("policy-explorer.js", &cdn.url("/policy-explorer.js"));
    let (page, report) = diagnosed(&site, &body, &[]);
    let sizes = format!(
        "performance.getEntriesByName('{}').at(-1)?.encodedBodySize",
        cdn.url(&asset("policy-explorer"))
    );
    if page.eval(&sizes).as_f64() > Some(0.0) {
        assert!(!report.contains("does not tell the sizes"), "{report}");
    } else {
        has(&report, "not known", "does not tell the sizes", "");
    }
}

#[test]
fn what_is_wrong_with_the_feed_is_told() {
    let of = |feed: &str| embed("").replace("feed.json", feed);
    check(
        &embed("integrity='sha256-AAAA'"),
        &[],
        "wrong",
        "not those that integrity names",
        "integrity=\"sha256-",
    );
    check(&of("gone.json"), &[], "wrong", "answers 404", "");
    check(&of("LICENSE"), &[], "wrong", "not JSON", "");
    check(&of("http://127.0.0.1:1/feed.json"), &[], "wrong", "Nothing answers", "");
    let site = Site::start();
    let text = std::fs::read_to_string(dist().join("demo.json")).expect("it is in dist/");
    let mut feed: Value = serde_json::from_str(&text).expect("it is JSON");
    feed["published"] = json!("2001-01-01T00:00:00Z");
    feed["members"][0]["country"] = json!("Fr");
    site.answer("/own.json", Answer::json(feed.to_string()));
    let body = embed("lang='de'").replace("feed.json", "own.json");
    let report = diagnosed(&site, &body, &[]).1;
    has(&report, "wrong", "errors", "policy-explorer check");
    has(&report, "note", "2001-01-01", "");
    has(&report, "note", "does not speak “de”", "lang=\"en\"");
}

/// The test's sites let everybody read, and browsers refuse a header that is there twice.
#[test]
fn a_feed_that_may_not_be_read_is_told_with_its_header() {
    each_engine("security policies");
    let other = Site::start();
    other.answer(
        "/closed.json",
        Answer::json("{}").header("access-control-allow-origin", "https://a.example"),
    );
    let body = embed("").replace("feed.json", &other.url("/closed.json"));
    check(&body, &[], "wrong", "(CORS)", "Access-Control-Allow-Origin: *");
}

#[test]
fn what_the_page_does_to_the_element_is_told() {
    let around = |style: &str| format!("<div id='box' style='{style}'>{}</div>", embed(""));
    check(&around("width: 300px"), &[], "wrong", "300 px wide", "min-width: 320px");
    check(
        &around("height: 200px; overflow: hidden"),
        &[],
        "wrong",
        "“#box” is 200 px high",
        "#box { height: auto",
    );
    check(&around("pointer-events: none"), &[], "wrong", "keep presses", "pointer-events: auto");
    check(&embed("style='display: none'"), &[], "note", "It is hidden", "display: block");
    let unclosed = embed("").replace("</policy-explorer>", "<h2>Swallowed</h2>");
    check(&unclosed, &[], "wrong", "not closed", "</policy-explorer>");
    let script = "<script type='module' src='policy-explorer.js'></script>";
    check(script, &[], "wrong", "has no <policy-explorer>", "<policy-explorer>");
}

#[test]
fn the_report_is_in_english_from_left_to_right_on_an_arabic_page() {
    let site = Site::start();
    let html = page_in("ar", &embed("")).replacen("<html ", "<html dir=\"rtl\" ", 1);
    site.answer("/page.html", Answer::html(&html));
    let page = Page::open(&site.url("/page.html?diagnose"));
    report(&page);
    let spoken = "[$('section').lang, ...['li p', 'details pre', 'button'].map((part) => getComputedStyle($(part)).direction)]";
    assert_eq!(page.eval(spoken), json!(["en", "ltr", "ltr", "ltr"]));
    assert_eq!(page.axe(), "");
}

/// Where the module does not run, or not from its place, the check is brought in by hand.
#[test]
fn what_optimisers_do_is_told_by_the_line_for_the_console() {
    let site = Site::start();
    let module = std::fs::read(dist().join("policy-explorer.js")).expect("it is in dist/");
    site.answer("/cache/all.js", Answer::new("text/javascript", module));
    for (script, says, paste) in [
        (
            "<script type='text/rocketscript' data-src='policy-explorer.js'>",
            "An optimiser has changed",
            "data-cfasync",
        ),
        ("<script src='policy-explorer.js'>", "not loaded as a module", "type=\"module\""),
        ("<script>", "does not load it", "type=\"module\""),
        ("<script type='module' src='cache/all.js'>", "has moved it", "data-cfasync"),
    ] {
        let body = format!("{script}</script><policy-explorer feed='feed.json'></policy-explorer>");
        site.answer("/page.html", Answer::html(&html(&body)));
        let page = Page::open(&site.url("/page.html"));
        page.execute(&format!("import('{}')", site.url("/diagnose.js")));
        has(&report(&page), "wrong", says, paste);
    }
}

#[test]
fn the_report_can_be_copied_and_closed_by_keys() {
    let site = Site::start();
    let (page, report) = diagnosed(&site, &embed(""), &[]);
    page.execute("$('button').focus()");
    page.press("Enter");
    page.wait("/Copied|Selected/.test($('[role=status]').textContent)");
    let copied = page.eval("navigator.clipboard.readText().catch(() => '')");
    assert!(copied == json!("") || copied == json!(report), "{copied}");
    page.press("Tab");
    page.press("Enter");
    page.wait("!document.getElementById('policy-explorer-diagnosis')");
}

#[test]
fn the_example_page_leads_to_the_check_of_another_page() {
    let site = Site::start();
    let page = Page::open(&site.url("/index.html"));
    page.wait("document.querySelector('[data-piece=console]').textContent");
    let line = page.eval("document.querySelector('[data-piece=console]').textContent");
    assert_eq!(line, format!("import(\"{}\")\n", site.url("/diagnose.js")));
    page.execute("document.querySelector('#help input').focus()");
    page.type_text("https://a.example/page?x=1#here");
    page.wait("document.querySelector('[data-link]').href === 'https://a.example/page?x=1&diagnose#here'");
}
