//! When something is wrong: what the reader sees, what the host is told, and what helps.

use crate::harness::ability::{Ability, each_engine, lacks};
use crate::harness::page::Page;
use crate::harness::site::{self, Answer, Site, asset, dist};
use crate::widget::{embed, ready};
use serde_json::json;

/// A page whose host keeps the errors that it is told of in `errors`.
fn listening(body: &str) -> String {
    format!(
        "<script>window.errors = []; addEventListener('policy-explorer-error', ({{ detail }}) => errors.push(detail));
            addEventListener('unhandledrejection', ({{ reason }}) => errors.push({{ code: String(reason) }}));</script>{body}"
    )
}

fn open(answer: Answer, attributes: &str) -> (Site, Page) {
    let site = Site::with_page(&listening(&embed(attributes).replace("feed.json", "own.json")));
    site.answer("/own.json", answer);
    let page = Page::open(&site.url("/page.html"));
    (site, page)
}

/// What the host is told of by its codes, and whether each can be recovered from.
const TOLD: &str = "errors.map(({ code, recoverable }) => [code, recoverable])";
const CODES: &str = "errors.map(({ code }) => code)";

/// The real feed as it is shipped.
fn real() -> Answer {
    Answer::json(std::fs::read(dist().join("feed.json")).expect("it is in dist/"))
}

/// The feed cannot be shown: the reader is told why, in words that contain `says`, the host gets `code`; a
/// retry shows the map once the cause is gone.
fn check(code: &str, answer: Answer, attributes: &str, says: &str) {
    let (site, page) = open(answer, attributes);
    page.wait("$('[part~=error]')");
    assert!(page.text("[part~=error]").contains(says), "{code}: {}", page.text("[part~=error]"));
    page.becomes(TOLD, json!([[code, false]]));
    assert_eq!(
        page.eval("host.ready.then(() => 'resolved', (error) => error instanceof window.Error)"),
        json!(true)
    );
    assert_eq!(page.axe(), "", "{code}");
    site.answer("/own.json", real());
    page.execute("host.removeAttribute('integrity')");
    page.wait("!$('[part~=error]') || $('[part~=error] button')");
    if page.count("[part~=error]") > 0 {
        page.click("[part~=error] button");
    }
    page.wait("$$('.map [data-country]').length === 196 && !$('[part~=error]')");
}

#[test]
fn a_feed_that_is_not_there_can_be_tried_again() {
    check("feed-unreachable", Answer::html("gone").status(404), "", "error 404");
}

#[test]
fn a_broken_connection_can_be_tried_again() {
    each_engine("streams");
    if lacks(Ability::Cuts) {
        return;
    }
    check("feed-unreachable", real().cut(1000), "", "could not be loaded");
}

#[test]
fn what_is_not_json_is_said() {
    check("feed-not-json", Answer::html("<!doctype html>"), "", "web page");
    check("feed-not-json", Answer::json("{\"version\": }"), "", "not JSON");
}

#[test]
fn json_that_is_no_feed_is_said() {
    check("feed-invalid", Answer::json("{\"version\":\"1.0\"}"), "", "not a valid feed");
}

#[test]
fn a_version_to_come_is_said() {
    check("feed-version", Answer::json("{\"version\":\"2.0\",\"members\":[]}"), "", "version 2.0");
}

#[test]
fn a_feed_without_end_is_not_taken_in() {
    each_engine("streams");
    check("feed-too-large", Answer::json(vec![b' '; 33 * 1024 * 1024]), "", "too large");
}

#[test]
fn what_a_browser_cannot_parse_in_time_is_refused_before() {
    check("feed-invalid", Answer::json("[".repeat(5 * 1024 * 1024)), "", "“levels”, and the limit is 127");
    check("feed-not-json", Answer::json(vec![b' '; 5 * 1024 * 1024]), "", "is empty");
}

#[test]
fn other_bytes_than_those_cited_are_not_shown() {
    let wrong = "integrity='sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";
    check("feed-integrity", real(), wrong, "does not match");
}

#[test]
fn both_digests_are_told_to_the_console_where_they_differ() {
    let (_site, page) = open(real(), "integrity='sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='");
    page.wait("$('[part~=error]')");
    let told = page.comes_to_log("47DEQpj8");
    assert!(told.matches("sha256-").count() == 2, "{told}");
}

#[test]
fn an_integrity_without_a_digest_lets_nothing_pass() {
    for integrity in ["", "none", "md5-AAAA"] {
        let (_site, page) = open(real(), &format!("integrity='{integrity}'"));
        page.wait("$('[part~=error]')");
        page.becomes(&format!("{CODES} /* {integrity} */"), json!(["feed-integrity"]));
        assert_eq!(page.count(".map"), 0);
    }
}

#[test]
fn a_server_that_lets_no_page_read_its_answer_is_named() {
    let other = Site::start();
    other.answer("/own.json", real().header("access-control-allow-origin", "https://elsewhere.example"));
    let site = Site::with_page(&listening(&embed("").replace("feed.json", &other.url("/own.json"))));
    let page = Page::open(&site.url("/page.html"));
    page.wait("$('[part~=error]')");
    assert!(page.text("[part~=error]").contains("CORS"), "{}", page.text("[part~=error]"));
    page.becomes(CODES, json!(["feed-unreachable"]));
}

#[test]
fn a_wasm_of_any_content_type_is_run() {
    for kind in ["application/wasm; charset=utf-8", "application/octet-stream", "text/plain"] {
        let site = Site::with_page(&listening(&embed("")));
        let wasm = asset("policy-explorer-");
        let bytes = std::fs::read(dist().join(&wasm[1..])).expect("the program");
        site.answer(&wasm, Answer::new(kind, bytes));
        ready(&Page::open(&site.url("/page.html")));
    }
}

#[test]
fn changed_bytes_of_the_widget_are_not_run() {
    for stem in ["policy-explorer-", "world-"] {
        let site = Site::with_page(&listening(&embed("lang='en'")));
        let name = asset(stem);
        let mut bytes = std::fs::read(dist().join(&name[1..])).expect("the asset");
        bytes.push(b' ');
        site.answer(&name, Answer::new("application/octet-stream", bytes));
        let page = Page::open(&site.url("/page.html"));
        page.wait("$('[part~=error]')");
        page.becomes(&format!("{CODES} /* {stem} */"), json!(["assets-unreachable"]));
        assert_eq!(page.count(".map"), 0, "{stem}");
    }
}

#[test]
fn an_error_leaves_when_what_it_spoke_of_is_there() {
    for again in ["host.refresh()", "document.body.append(host)", "host.feed = '/feed.json'"] {
        let site = Site::with_page(&listening(&embed("")));
        let world = asset("world-");
        site.answer(&world, Answer::html("gone").status(404));
        let page = Page::open(&site.url("/page.html"));
        page.wait("$('[part~=error]')");
        site.forget(&world);
        page.execute(again);
        page.wait("$$('.map [data-country]').length === 196 && !$('[part~=error]')");
    }
}

#[test]
fn no_poll_is_a_storm() {
    for poll in ["2592000", "Infinity", "1e99", "60", "59", "-1", "x"] {
        let site = Site::with_page(&format!(
            "<script>window.waits = []; const plain = setTimeout;
                window.setTimeout = (run, wait, ...rest) => {{ waits.push(wait); return plain(run, wait, ...rest); }};</script>{}",
            embed(&format!("poll='{poll}'"))
        ));
        let page = Page::open(&site.url("/page.html"));
        ready(&page);
        match poll {
            "59" | "-1" | "x" => {
                let line = page.comes_to_log("poll=");
                assert!(line.contains("ignored"), "{poll}: {line}");
            }
            // A browser takes a longer wait for none.
            _ => {
                let longest =
                    page.wait(&format!("Math.max(0, ...waits.filter((wait) => wait >= 60000)) /* {poll} */"));
                assert!(longest.as_f64() <= Some(2_147_483_647.0), "{poll}: {longest}");
            }
        }
        assert_eq!(site.paths().iter().filter(|path| *path == "/feed.json").count(), 1, "{poll}");
    }
}

#[test]
fn the_bytes_cited_are_shown() {
    each_engine("digests");
    use base64::Engine;
    use sha2::{Digest, Sha256};
    let bytes = std::fs::read(dist().join("feed.json")).expect("it is in dist/");
    let digest = base64::engine::general_purpose::STANDARD.encode(Sha256::digest(&bytes));
    let (_site, page) = open(Answer::json(bytes), &format!("integrity='sha256-{digest}'"));
    ready(&page);
    assert_eq!(page.count(".map [data-country]"), 196);
}

#[test]
fn the_last_good_data_stays_when_a_renewal_fails() {
    let (site, page) = open(real(), "measure='icse-access'");
    ready(&page);
    site.answer("/own.json", Answer::html("down").status(503));
    page.eval("host.refresh()");
    page.wait("$('[part~=notice]')");
    let notice = page.text("[part~=notice]");
    assert!(
        notice.contains("28 November 2026") && notice.contains("You are still seeing the data published"),
        "{notice}"
    );
    assert_eq!(page.count(".map [data-country]"), 196);
    page.becomes(TOLD, json!([["feed-unreachable", true]]));
    site.answer("/own.json", real());
    page.click("[part~=notice] button");
    page.wait("!$('[part~=notice]')");
}

#[test]
fn a_feed_with_a_hundred_faults_shows_the_rest_and_says_how_many() {
    let bytes = std::fs::read(dist().join("feed.json")).expect("it is in dist/");
    let mut feed: serde_json::Value = serde_json::from_slice(&bytes).expect("the real feed");
    let records = feed["records"].as_array_mut().expect("records");
    for fault in 0..100 {
        records.push(json!({"country": "FRA", "measure": format!("none-{fault}"), "status": "implemented", "date": "2020"}));
    }
    let (_site, page) = open(Answer::json(feed.to_string()), "measure='icse-access'");
    ready(&page);
    page.wait("$('[part~=notice]')");
    let notice = page.text("[part~=notice]");
    assert!(notice.contains("100 items") && notice.contains("100 claims"), "{notice}");
    assert_eq!(page.eval("host.summary().counts.implemented"), json!(26));
    page.becomes(TOLD, json!([["feed-skipped", true]]));
    let line = page.comes_to_log("/records/147/measure");
    assert!(line.contains("record-measure"), "{line}");
    assert_eq!(page.axe(), "");
}

#[test]
fn text_of_a_feed_is_text() {
    let markup = "<img src=x onerror=\"window.hacked = 1\"><script>window.hacked = 1</script>";
    let feed = json!({
        "version": "1.0", "title": markup,
        "publisher": {"name": markup, "url": "javascript:window.hacked=1", "contact": "javascript:window.hacked=1"},
        "policy": {"title": markup, "body": markup, "summary": markup, "url": "javascript:window.hacked=1"},
        "scale": [{"id": "yes", "label": markup, "rank": 1}],
        "measures": [{"id": "m", "title": markup, "summary": markup, "predicate": "\u{202e}turn\u{2067} it round"}],
        "members": [{"country": "FRA", "name": markup}],
        "records": [{"country": "FRA", "measure": "m", "status": "yes", "date": "2020", "note": markup, "evidence": [
            {"url": "javascript:window.hacked=1", "title": "bad"},
            {"url": "https://example.org/", "title": markup, "archived": "javascript:window.hacked=1", "publisher": markup}]}],
    });
    let (_site, page) = open(Answer::json(feed.to_string()), "measure='m' country='FRA'");
    ready(&page);
    page.wait("$('[part~=profile] h3')");
    assert_eq!(page.count("img, script, iframe"), 0);
    assert_eq!(page.eval("$$('a').filter((link) => !/^https?:/.test(link.href)).length"), json!(0));
    assert!(page.text("[part~=profile] h3").contains("<img"));
    assert_eq!(page.eval("window.hacked ?? null"), json!(null));
    let isolated = "$$('bdi').some((node) => node.textContent.includes('turn') && node.textContent.includes('\\u2069\\u202c'))";
    assert_eq!(page.eval(isolated), json!(true), "what turns the direction ends where it began");
}

#[test]
fn the_fallback_stays_where_wasm_is_refused() {
    each_engine("wasm");
    let site = Site::start();
    let answer = Answer::html(&site::page(&listening(&embed(""))));
    site.answer("/page.html", answer.header("content-security-policy", "script-src 'self' 'unsafe-inline'"));
    let page = Page::open(&site.url("/page.html"));
    page.wait("$('[part~=error]')");
    assert!(page.text("[part~=error]").contains("WebAssembly"), "{}", page.text("[part~=error]"));
    assert_eq!(page.eval("document.getElementById('fallback').checkVisibility()"), json!(true));
    page.becomes(CODES, json!(["assets-unreachable"]));
}

#[test]
fn a_part_of_the_widget_that_did_not_arrive_can_be_tried_again() {
    let site = Site::with_page(&listening(&embed("")));
    let world = asset("world-");
    site.answer(&world, Answer::html("gone").status(404));
    let page = Page::open(&site.url("/page.html"));
    page.wait("$('[part~=error] button')");
    assert_eq!(page.eval("document.getElementById('fallback').checkVisibility()"), json!(true));
    let bytes = std::fs::read(dist().join(&world[1..])).expect("the geometry");
    site.answer(&world, Answer::new("application/octet-stream", bytes));
    page.click("[part~=error] button");
    page.wait("$$('.map [data-country]').length === 196 && !$('[part~=error]')");
}

#[test]
fn a_page_can_ask_what_is_wrong_with_the_feed() {
    let mut feed: serde_json::Value =
        serde_json::from_slice(&std::fs::read(dist().join("demo.json")).expect("it is in dist/"))
            .expect("it is JSON");
    feed["members"][2]["country"] = json!("Fr");
    let (_site, page) = open(Answer::json(feed.to_string()), "");
    let found = page.eval("host.ready.then(() => host.findings())");
    assert_eq!(
        found[0],
        json!({"code": "member-code", "severity": "error", "pointer": "/members/2/country", "value": "Fr"})
    );
    assert_eq!(page.eval("document.createElement('policy-explorer').findings()"), json!([]));
}
