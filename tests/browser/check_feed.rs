//! The example page checks a feed that is dropped: the widget reads it, what it finds stands beside its map, and nothing is
//! sent.

use crate::harness::ability::each_engine;
use crate::harness::page::Page;
use crate::harness::site::{Site, dist};
use crate::widget::{SIDEWAYS, ready};
use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::{Value, json};

fn open() -> (Site, Page) {
    let site = Site::start();
    let page = Page::open(&site.url("/index.html"));
    ready(&page);
    page.look_at("#checked policy-explorer");
    (site, page)
}

/// Makes a file of these bytes and hands it to the page by a drop, as a browser does.
fn drop_file(page: &Page, name: &str, bytes: &[u8]) {
    page.execute(&format!(
        "{{ const bytes = Uint8Array.from(atob({}), (letter) => letter.charCodeAt(0)), files = new DataTransfer();
            files.items.add(new File([bytes], {}));
            document.getElementById('check-a-feed').dispatchEvent(new DragEvent('drop', {{ dataTransfer: files, bubbles: true, cancelable: true }})); }}",
        json!(STANDARD.encode(bytes)),
        json!(name)
    ));
}

fn verdict(page: &Page, state: &str) -> String {
    page.wait(&format!("document.getElementById('check-a-feed').dataset.state === '{state}'"));
    let text = page.eval("document.getElementById('verdict').textContent");
    text.as_str().expect("a text").to_owned()
}

/// The invented feed, as its file is written, with some of it changed.
fn demo(change: impl Fn(&mut Value)) -> Vec<u8> {
    let bytes = std::fs::read(dist().join("demo.json")).expect("it is in dist/");
    let mut feed = serde_json::from_slice(&bytes).expect("it is JSON");
    change(&mut feed);
    serde_json::to_vec_pretty(&feed).expect("it is JSON")
}

#[test]
fn a_good_feed_is_shown_and_nothing_is_found() {
    each_engine("files");
    let (site, page) = open();
    drop_file(&page, "mine.json", &demo(|_| ()));
    assert_eq!(verdict(&page, "fine"), "mine.json: 196 members, nothing found.");
    assert!(page.count(".map [data-country]") > 190, "the map is not there");
    assert!(site.requests().iter().all(|request| request.method == "GET"), "something was sent");
}

#[test]
fn what_is_wrong_is_told_with_its_line_its_place_and_what_to_do() {
    let (_site, page) = open();
    let bytes = demo(|feed| {
        feed["members"][2]["country"] = json!("Fr");
        feed["records"][0]["date"] = json!(2014);
        feed["records"][1]["evidence"] = json!([{"url": "javascript:alert(1)"}]);
    });
    let text = String::from_utf8(bytes.clone()).expect("UTF-8");
    drop_file(&page, "mine.json", &bytes);
    assert!(verdict(&page, "faulty").starts_with("mine.json: 195 members, "));
    let found = page.eval(
        "[...document.querySelectorAll('#findings > section')].map((section) => section.innerText.replace(/\\s+/g, ' '))",
    );
    let found: Vec<&str> = found.as_array().expect("a list").iter().filter_map(Value::as_str).collect();
    let line = |needle: &str| text.lines().position(|line| line.contains(needle)).expect("it is there") + 1;
    for (code, line, place) in [
        ("member-code error", line("\"Fr\""), "/members/2/country Fr"),
        ("year-number warning", line("\"date\": 2014,"), "/records/0/date 2014"),
        ("address error", line("javascript:"), "/records/1/evidence/0/url"),
    ] {
        let told = found.iter().find(|told| told.starts_with(code));
        let told = told.unwrap_or_else(|| panic!("{code}: {found:?}"));
        let place = format!("Line {line} {place}");
        assert!(told.replace(['“', '”', '"'], "").contains(&place), "{place}: {told}");
        assert!(told.to_lowercase().contains("what to do"), "{told}");
    }
    let last_error = found.iter().rposition(|told| told.contains(" error"));
    assert!(last_error < found.iter().position(|told| told.contains(" warning")), "{found:?}");
    let link = page.eval("document.querySelector('#findings a').getAttribute('href')");
    assert_eq!(link, "findings.html#member-code");
    for width in [320, 1280] {
        page.resize(width, 800);
        assert_eq!(page.axe(), "", "{width}");
        assert_eq!(page.eval(SIDEWAYS), json!(0), "{width}");
    }
}

#[test]
fn a_bad_file_ends_in_a_sentence_and_the_next_is_read() {
    each_engine("files");
    let (_site, page) = open();
    let utf16: Vec<u8> = "{\"version\": \"1.0\"}".encode_utf16().flat_map(u16::to_le_bytes).collect();
    for (name, bytes, says) in [
        ("page.html", b"<!doctype html><p>".to_vec(), "web page"),
        ("empty.json", Vec::new(), "empty"),
        ("other.json", b"{\"a\": 1}".to_vec(), "not a valid feed"),
        ("cut.json", b"{\"version\": ".to_vec(), "cut.json: "),
        ("wide.json", utf16, "wide.json: "),
        ("list.csv", b"country;status\nFRA;yes".to_vec(), "not JSON"),
    ] {
        drop_file(&page, name, &bytes);
        page.wait(&format!("document.getElementById('verdict').textContent.startsWith('{name}: ')"));
        let told = verdict(&page, "refused");
        assert!(told.contains(says) && told.ends_with('.'), "{told}");
        assert_eq!(page.eval("document.getElementById('findings').childElementCount"), json!(0));
    }
    page.execute(
        "{ const files = new DataTransfer(); files.items.add(new File([new Uint8Array(33 * 1024 * 1024)], 'large.json'));
            const input = document.querySelector('#check-a-feed input'); input.files = files.files;
            input.dispatchEvent(new Event('change', { bubbles: true })); }",
    );
    page.wait("document.getElementById('verdict').textContent.includes('32 MiB')");
    drop_file(&page, "mine.json", &demo(|_| ()));
    assert!(verdict(&page, "fine").contains("nothing found"));
}
