//! What a reader takes away, by keyboard alone and by finger alone: link, citation, snippet, files.

use crate::harness::ability::{Ability, each_engine, is_the_one, lacks};
use crate::harness::page::Page;
use crate::harness::site::{Answer, Site, asset, dist, page};
use crate::widget::{embed, open, ready};
use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::time::Duration;

/// Keeps what is downloaded from now on, by name, in base64.
const CATCH: &str = "window.caught = {};
    const blobs = new Map(), create = URL.createObjectURL;
    URL.createObjectURL = (blob) => { const url = create.call(URL, blob); blobs.set(url, blob); return url; };
    HTMLAnchorElement.prototype.click = function () {
        const reader = new FileReader();
        reader.onload = () => { window.caught[this.download] = reader.result.split(',')[1]; };
        reader.readAsDataURL(blobs.get(this.href));
    };";

/// Tabs until the focus is on what a selector names.
fn tab_to(page: &Page, selector: &str) {
    for _ in 0..60 {
        if page.eval(&format!("Boolean(root.activeElement?.matches({}))", json!(selector))) == json!(true) {
            return;
        }
        page.press("Tab");
    }
    panic!("no Tab leads to {selector}");
}

fn by_keyboard(page: &Page, selector: &str) {
    tab_to(page, selector);
    page.press("Enter");
}

/// The file that is downloaded when the button at this place is pressed.
fn downloaded(page: &Page, place: usize, press: impl Fn(&Page, &str)) -> (String, Vec<u8>) {
    page.execute("window.caught = {}");
    press(page, &format!(".share-body button:nth-child({place})"));
    let name = page.wait("Object.keys(window.caught)[0]");
    let name = name.as_str().expect("a name").to_owned();
    page.wait(&format!("$('.said').textContent.includes({})", json!(name)));
    let bytes = page.eval("Object.values(window.caught)[0]");
    (name, STANDARD.decode(bytes.as_str().expect("base64")).expect("base64"))
}

/// The chunks of a PNG, each with its checksum held against a bit by bit reckoning.
fn chunks(png: &[u8]) -> Vec<(String, Vec<u8>)> {
    assert_eq!(&png[..8], b"\x89PNG\r\n\x1a\n");
    let mut rest = &png[8..];
    let mut chunks = Vec::new();
    while !rest.is_empty() {
        let length = u32::from_be_bytes(rest[..4].try_into().expect("four bytes")) as usize;
        let (body, after) = rest[4..].split_at(4 + length);
        assert_eq!(after[..4], crc32(body).to_be_bytes());
        chunks.push((String::from_utf8_lossy(&body[..4]).into_owned(), body[4..].to_vec()));
        rest = &after[4..];
    }
    chunks
}

fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| (crc >> 1) ^ if crc & 1 == 1 { 0xedb8_8320 } else { 0 })
    })
}

/// The description of a PNG.
fn description(png: &[u8]) -> String {
    let texts: Vec<_> = chunks(png).into_iter().filter(|chunk| chunk.0 == "iTXt").collect();
    assert_eq!(texts.len(), 1);
    let text = texts[0].1.strip_prefix(b"Description\0\0\0en\0\0").expect("plain, and in English");
    String::from_utf8(text.to_vec()).expect("UTF-8")
}

/// The members of a ZIP archive with their sizes, read by its central directory, which the page unpacks.
fn unzipped(page: &Page, zip: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let word = |at: usize| usize::from(u16::from_le_bytes([zip[at], zip[at + 1]]));
    let long = |at: usize| word(at) + (word(at + 2) << 16);
    let end = zip.len() - 22;
    assert_eq!(&zip[end..end + 4], b"PK\x05\x06");
    let mut at = long(end + 16);
    let mut files = BTreeMap::new();
    for _ in 0..word(end + 10) {
        assert_eq!(&zip[at..at + 4], b"PK\x01\x02");
        let name = String::from_utf8(zip[at + 46..at + 46 + word(at + 28)].to_vec()).expect("UTF-8");
        let (packed, local) = (long(at + 20), long(at + 42));
        let start = local + 30 + word(local + 26) + word(local + 28);
        let bytes = &zip[start..start + packed];
        let bytes = if word(at + 10) == 0 { bytes.to_vec() } else { inflated(page, bytes) };
        assert_eq!((crc32(&bytes) as usize, bytes.len()), (long(at + 16), long(at + 24)), "{name}");
        files.insert(name, bytes);
        at += 46 + word(at + 28) + word(at + 30) + word(at + 32);
    }
    files
}

fn inflated(page: &Page, bytes: &[u8]) -> Vec<u8> {
    let unpacked = page.eval(&format!(
        "new Response(new Blob([Uint8Array.from(atob({}), (letter) => letter.charCodeAt(0))]).stream()
            .pipeThrough(new DecompressionStream('deflate-raw'))).blob().then((blob) => new Promise((done) => {{
                const reader = new FileReader();
                reader.onload = () => done(reader.result.split(',')[1]);
                reader.readAsDataURL(blob);
            }}))",
        json!(STANDARD.encode(bytes))
    ));
    STANDARD.decode(unpacked.as_str().expect("base64")).expect("base64")
}

/// The rows of a CSV file, remarks and head aside.
fn rows(bytes: &[u8]) -> usize {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(bytes);
    let rows = reader.records().map(|row| row.expect("rows of one length"));
    rows.filter(|row| !row[0].ends_with('#')).count() - 1
}

fn every_file(feed: &str, demo: bool, members: usize, press: impl Fn(&Page, &str) + Copy) {
    let site = Site::with_page(&format!(
        "<script type='module' src='policy-explorer.js'></script>\
         <policy-explorer feed='{feed}' date='2024'></policy-explorer>"
    ));
    let page = Page::open(&site.url("/page.html"));
    ready(&page);
    page.execute(CATCH);
    press(&page, "[data-offer=download]");
    page.wait("root.activeElement.id === 'share'");

    let (name, png) = downloaded(&page, 1, press);
    assert_eq!(name, "policy-explorer-overall-2024.png");
    assert_eq!(description(&png).contains("Demonstration"), demo);
    let size = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().expect("four bytes"));
    assert!(size(16) >= 1900 && size(20) > 900, "twice the size of the drawing: {} × {}", size(16), size(20));

    let (name, svg) = downloaded(&page, 2, press);
    assert_eq!(name, "policy-explorer-overall-2024.svg");
    let svg = String::from_utf8(svg).expect("UTF-8");
    assert_eq!((svg.starts_with("<svg "), svg.contains("Demonstration")), (true, demo));

    let (name, data) = downloaded(&page, 3, press);
    assert_eq!((name.as_str(), rows(&data)), ("policy-explorer-overall-2024.csv", members));
    let (_, shown) = downloaded(&page, 4, press);
    let shown: Value = serde_json::from_slice(&shown).expect("it is JSON");
    assert_eq!(shown["members"].as_array().map(Vec::len), Some(members));
    assert_eq!(shown["demo"], demo);
    assert_eq!(page.eval("host.summary().counts"), shown["counts"]);
    let (name, claims) = downloaded(&page, 5, press);
    assert!(name.starts_with("policy-explorer-claims-2026-") && rows(&claims) > 50, "{name}");

    let (name, kit) = downloaded(&page, 6, press);
    assert_eq!(name, "policy-explorer-overall-2024.zip");
    let kit = unzipped(&page, &kit);
    assert_eq!(kit.len(), 13);
    assert!(
        kit["feed.json"] == std::fs::read(dist().join(feed)).expect("it is there"),
        "the bytes that are shown"
    );
    let page = String::from_utf8_lossy(&kit["page.html"]);
    assert!(
        page.contains("feed=\"feed.json\"") && page.contains("date=\"2024\" integrity=\"sha256-"),
        "{page}"
    );
    assert_eq!(kit["data.csv"], data);
    assert_eq!(kit["claims.csv"], claims);
    assert_eq!(description(&kit["map.png"]), String::from_utf8_lossy(&kit["alt.txt"]).trim_end());
    assert!(kit["LICENSE.txt"].len() > 20 && kit["citation.bib"].starts_with(b"@misc{"));
}

#[test]
fn every_file_of_the_real_feed_is_saved_by_keyboard() {
    each_engine("SVG");
    every_file("feed.json", false, 196, by_keyboard);
}

#[test]
fn every_file_of_the_invented_feed_is_saved_by_finger() {
    if lacks(Ability::Touch) {
        return;
    }
    every_file("demo.json", true, 194, Page::tap);
}

#[test]
fn the_letters_to_all_members_listed_without_data_are_saved_from_the_table() {
    let (_site, page) = open("view='table' measure='icse-access' region='africa'");
    page.wait("$('.table tbody tr')");
    assert_eq!(page.count("[data-offer=ask-all]"), 0, "a list of others offers none");
    page.execute("host.state = { status: 'unknown' }");
    page.wait("$('[data-offer=ask-all]')");
    page.execute(CATCH);
    by_keyboard(&page, "[data-offer=ask-all]");
    page.wait("root.activeElement.id === 'share' && $('.share-body button')");
    let listed = page.eval("host.summary().counts.unknown");
    let listed = usize::try_from(listed.as_u64().expect("a count")).expect("a count");
    assert!(listed > 20, "{listed}");
    let said = page.text(".share-body");
    assert!(
        said.contains(&format!(
            "letters to members in this list: {listed} of {listed}, a text file for each"
        )),
        "{said}"
    );
    assert!(said.contains("nothing is sent from this page"), "{said}");
    assert_eq!(page.axe(), "");
    let (name, archive) = downloaded(&page, 1, by_keyboard);
    assert!(name.starts_with("policy-explorer-requests-icse-access-") && name.ends_with(".zip"), "{name}");
    let letters = unzipped(&page, &archive);
    let mut countries: Vec<&str> = letters.keys().map(|name| &name[8..11]).collect();
    countries.dedup();
    assert_eq!((countries.len(), letters.len()), (listed, listed * 4), "one for each member and language");
    let english = String::from_utf8_lossy(&letters["request-TCD-en.txt"]);
    assert!(english.contains("Country: Chad") && english.contains("country=TCD"), "{english}");
    // The way out stands before what is offered.
    page.press("Shift+Tab");
    page.wait("root.activeElement?.matches('.share .close')");
    page.press("Enter");
    page.wait("root.activeElement?.matches('[data-offer=ask-all]')");
}

/// What browsers do that guard privacy: no picture, no answer, a white one, noise. What waits for an answer waits as long as
/// the widget has patience, which is shorter here.
const SHIELDS: [&str; 6] = [
    "HTMLCanvasElement.prototype.toBlob = (done) => done(null)",
    "HTMLCanvasElement.prototype.toBlob = () => {}; HASTE",
    "HTMLCanvasElement.prototype.getContext = () => null",
    "HTMLImageElement.prototype.decode = () => new Promise(() => {}); HASTE",
    "{ const plain = HTMLCanvasElement.prototype.toBlob;
       HTMLCanvasElement.prototype.toBlob = function (...all) {
           plain.apply(Object.assign(document.createElement('canvas'), { width: this.width, height: this.height }), all); } }",
    "{ const plain = CanvasRenderingContext2D.prototype.getImageData;
       CanvasRenderingContext2D.prototype.getImageData = function (...all) {
           const read = plain.apply(this, all);
           crypto.getRandomValues(read.data);
           return read; } }",
];

const HASTE: &str =
    "const plain = setTimeout; window.setTimeout = (run, wait, ...all) => plain(run, wait / 50, ...all)";

#[test]
fn where_the_browser_gives_no_picture_that_is_said_and_the_drawing_offered() {
    for shield in SHIELDS {
        let (_site, page) = open("date='2024'");
        page.execute(CATCH);
        page.execute(&shield.replace("HASTE", HASTE));
        page.execute("$('[data-offer=download]').click()");
        page.wait("$('.share-body button')");
        page.execute("$('.share-body button').click()");
        page.wait("$('.said').textContent.includes('Download the SVG instead')");
        assert_eq!(page.eval("Object.keys(caught)"), json!([]), "{shield}");
        page.execute("$('.said + button').click()");
        page.wait("Object.keys(caught)[0]?.endsWith('.svg')");
        // The archive comes without it.
        page.execute("$('.share-body button:last-child').click()");
        page.wait("Object.keys(caught)[1]?.endsWith('.zip')");
    }
}

/// Lets the page keep what is copied, or refuses.
fn clipboard(page: &Page, works: &str) {
    page.execute(&format!(
        "Object.defineProperty(navigator, 'clipboard', {{ value: {{ writeText: async (text) => {{
            if (!{works}) throw new Error('refused');
            window.copied = text;
        }} }} }})"
    ));
}

#[test]
fn citations_are_copied_by_keyboard_and_the_focus_comes_back() {
    let (site, page) = open("measure='icse-access' id='map'");
    clipboard(&page, "true");
    by_keyboard(&page, "[data-offer=cite]");
    page.wait("root.activeElement.id === 'share'");
    assert_eq!(page.attribute("[data-offer=cite]", "aria-expanded").as_deref(), Some("true"));
    page.wait("$('[data-piece=plain]').textContent.includes('SHA-256')");
    let digest = page.eval(
        "fetch('feed.json').then((answer) => answer.arrayBuffer()).then((bytes) => crypto.subtle.digest('SHA-256', bytes))
            .then((digest) => [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join(''))",
    );
    for (piece, part) in [
        ("sentence", "26 of 196 members"),
        ("plain", "Version of"),
        ("bibtex", "@misc{"),
        ("ris", "TY  - DATA"),
        ("csl", "\"dataset\""),
    ] {
        by_keyboard(&page, &format!("[data-piece={piece}] + button"));
        page.wait("$('.said').textContent === 'Copied.'");
        let copied = page.wait(&format!("window.copied.includes({}) && window.copied", json!(part)));
        let copied = copied.as_str().expect("a text");
        assert!(copied.contains(digest.as_str().expect("a digest")), "{copied}");
        assert!(
            copied.contains(&format!("{}/embed.html?lang=en&measure=icse-access&date=", site.origin())),
            "{copied}"
        );
    }
    page.press("Escape");
    page.wait("!$('.share') && root.activeElement.dataset.offer === 'cite'");
    page.press("Enter");
    page.wait("root.activeElement.id === 'share'");
    by_keyboard(&page, ".share .close");
    page.wait("!$('.share') && root.activeElement.dataset.offer === 'cite'");
}

#[test]
fn the_letter_is_copied_and_saved_by_keyboard_and_the_focus_comes_back() {
    let (_site, page) = open("country='AFG'");
    clipboard(&page, "true");
    page.execute(CATCH);
    page.wait("$('.profile [data-offer=ask]')");
    assert_eq!(page.count("[data-offer=ask]"), 1);
    page.execute("$('[data-offer=ask]').focus()");
    page.press("Enter");
    page.wait("root.activeElement.id === 'share' && $('[data-piece=request-4]')");
    let letter = page.eval("$('[data-piece=request]').textContent");
    let letter = letter.as_str().expect("a text");
    for part in
        ["Country: Afghanistan", "(1) Central collection", "(2) Victim identification", "(3) ICSE access"]
    {
        assert!(letter.contains(part), "{letter}");
    }
    by_keyboard(&page, "[data-piece=request] + button");
    page.wait(&format!("window.copied === {}", json!(letter)));
    page.press("Tab");
    page.press("Enter");
    let name = page.wait("Object.keys(window.caught)[0]");
    let name = name.as_str().expect("a name");
    assert!(name.starts_with("policy-explorer-request-AFG-en-") && name.ends_with(".txt"), "{name}");
    let saved = page.wait("Object.values(window.caught)[0]");
    let saved = STANDARD.decode(saved.as_str().expect("base64")).expect("base64");
    assert_eq!(String::from_utf8(saved).expect("UTF-8"), format!("{letter}\n"));
    page.press("Escape");
    page.wait("!$('.share') && root.activeElement.dataset.offer === 'ask'");
}

#[test]
fn the_letter_follows_the_profile_and_goes_with_it() {
    let (_site, page) = open("country='AFG'");
    page.wait("$('.profile [data-offer=ask]')");
    page.execute("$('[data-offer=ask]').click()");
    page.wait("$('[data-piece=request]')?.textContent.includes('Afghanistan')");
    page.execute("host.state = { country: 'COD' }");
    page.wait("$('[data-piece=request]')?.textContent.includes('Congo')");
    page.execute("$('details.letter').open = true");
    page.wait("$('[data-piece=request-2]').checkVisibility()");
    assert_eq!(page.eval("$('[data-piece=request-2]').lang"), json!("fr"));
    page.execute("host.state = { country: '' }");
    page.wait("!$('.share')");
}

#[test]
fn the_report_of_an_error_names_what_is_shown_and_is_copied() {
    let (_site, page) = open("country='FRA' measure='icse-access' date='2020'");
    clipboard(&page, "true");
    page.wait("$('.profile .claim')");
    by_keyboard(&page, "[data-offer=report]");
    page.wait("root.activeElement.id === 'share' && $('[data-piece=report]')");
    by_keyboard(&page, "[data-piece=report] + button");
    let copied = page.wait("window.copied");
    let copied = copied.as_str().expect("a text");
    for part in [
        "Country: France (FRA)",
        "Measure: (3) ICSE access",
        "Status shown: implemented",
        "Source: Interpol: Opfer",
        "date=2020",
    ] {
        assert!(copied.contains(part), "{copied}");
    }
}

#[test]
fn what_cannot_be_copied_is_selected_and_said() {
    each_engine("selections");
    if lacks(Ability::Touch) {
        return;
    }
    let (_site, page) = open("date='2020'");
    page.touch_screen();
    page.resize(320, 640);
    clipboard(&page, "false");
    page.tap("[data-offer=link]");
    page.wait("$('[data-piece=link]')");
    page.tap(".take button");
    page.wait("$('.said').textContent.includes('selected')");
    let selected = page.eval("(root.getSelection?.() ?? getSelection()).toString()");
    assert_eq!(selected.as_str().map(str::trim), Some(page.text("[data-piece=link]").trim()));
    page.wait("$('[role=status]').textContent.includes('selected')");
    page.tap(".share .close");
    page.wait("!$('.share')");
}

#[test]
fn a_link_opens_the_same_view_in_a_fresh_page() {
    let view = "measure='icse-access' date='2020' view='table' region='europe' sort='-country' country='FRA'";
    for (attributes, path) in
        [(format!("{view} url-state id='a b'"), "/page.html"), (view.to_owned(), "/embed.html")]
    {
        let (site, page) = open(&attributes);
        page.click("th[data-column=overall] button");
        page.execute("host.state = { known: '2026-11-24' }");
        page.click("[data-offer=link]");
        let link = page.wait("$('[data-piece=link]')?.textContent").as_str().expect("a link").to_owned();
        assert!(link.starts_with(&site.url(path)), "{link}");
        let state = page.eval("({ ...host.state, lang: '' })");
        let other = Page::open(&link);
        ready(&other);
        other.wait("$('[part=table] tbody tr')");
        assert_eq!(other.eval("({ ...host.state, lang: '' })"), state, "{link}");
    }
}

#[test]
fn a_snippet_shows_the_same_view_and_frozen_no_other_data() {
    let (site, page) = open("measure='icse-access' date='2020'");
    by_keyboard(&page, "[data-offer=embed]");
    page.wait("$('.freeze input')");
    tab_to(&page, ".freeze input");
    page.press("Space");
    page.wait("$('[data-piece=snippet]').textContent.includes('integrity=')");
    let snippet = page.text("[data-piece=snippet]");
    assert_eq!(snippet.trim().lines().count(), 2);
    site.answer("/other.html", Answer::html(&self::page(&snippet)));
    let other = Page::open(&site.url("/other.html"));
    ready(&other);
    assert_eq!(other.eval("host.summary()"), page.eval("host.summary()"));
    let mut changed = std::fs::read(crate::harness::site::dist().join("feed.json")).expect("it is there");
    changed.push(b'\n');
    site.answer("/feed.json", Answer::json(changed));
    other.go(&site.url("/other.html"));
    other.wait("$('[part=error]').textContent.includes('does not match')");
}

#[test]
fn where_the_page_allows_no_pictures_the_reader_is_told() {
    each_engine("security policies");
    let site = Site::start();
    let policy = "img-src 'self'; script-src 'self' 'wasm-unsafe-eval'";
    let page = Answer::html(&page(&embed(""))).header("content-security-policy", policy);
    site.answer("/page.html", page);
    let page = Page::open(&site.url("/page.html"));
    ready(&page);
    page.execute(CATCH);
    page.click("[data-offer=download]");
    page.wait("$('.share-body button')");
    page.click(".share-body button:nth-child(1)");
    page.wait("$('.said').textContent.includes('security policy')");
    let (name, _) = downloaded(&page, 2, Page::click);
    assert!(name.ends_with(".svg"), "the drawing needs no permission");
}

#[test]
fn where_the_code_does_not_come_a_button_tries_again() {
    let (site, page) = open("");
    let share = asset("share-");
    site.answer(&share, Answer::new("text/plain", "").status(503));
    page.click("[data-offer=cite]");
    page.wait("$('[role=alert] button')");
    site.answer(&share, Answer::new("application/wasm", dist_file(&share)).delay(Duration::from_millis(50)));
    page.click("[role=alert] button");
    page.wait("$('[data-piece=plain]')");
}

fn dist_file(path: &str) -> Vec<u8> {
    std::fs::read(crate::harness::site::dist().join(&path[1..])).expect("it is there")
}

#[test]
fn paper_has_the_link_and_nothing_to_press() {
    each_engine("media");
    if lacks(Ability::Paper) {
        return;
    }
    let (site, page) = open("measure='icse-access' country='FRA' url-state");
    page.wait("$('.profile .source a')");
    page.paper();
    // The code that knows the link comes when the first view is there.
    let link = page.wait(
        "(dispatchEvent(new Event('beforeprint')), $('.footer').dataset.link.includes('country:FRA') && $('.footer').dataset.link)",
    );
    let link = link.as_str().expect("a text");
    assert!(
        link.contains(&format!("{}#policy-explorer=measure:icse-access,country:FRA", site.url("/page.html"))),
        "{link}"
    );
    assert_eq!(
        page.eval("$$('button, summary, input').filter((control) => !control.closest('.legend') && control.checkVisibility()).length"),
        0
    );
    for kept in [".sentence", ".map svg", ".legend", ".footer", ".profile .source"] {
        assert_eq!(page.eval(&format!("$('{kept}').checkVisibility()")), true, "{kept}");
    }
    let address = page.eval("getComputedStyle($('.profile .source a'), '::after').content");
    // Browsers tell it with the address in place, or as the stylesheet says it.
    let is_address = |content: &str| content.contains("http") || content.contains("attr(href)");
    assert!(address.as_str().is_some_and(is_address), "{address}");
}

#[test]
fn the_table_is_printed_on_four_pages_and_says_how_many_are_listed() {
    // How a page is cut is asked of Chromium's own protocol.
    if !is_the_one() {
        return;
    }
    let (_site, page) = open("view='table'");
    page.wait("$$('.table tbody tr').length === 196");
    // A4, with a margin of 1 cm, in inches.
    let paper = json!({"paperWidth": 8.27, "paperHeight": 11.69, "marginTop": 0.4, "marginBottom": 0.4, "marginLeft": 0.4, "marginRight": 0.4});
    let printed = page.devtools("Page.printToPDF", &paper);
    let pdf = STANDARD.decode(printed["data"].as_str().expect("base64")).expect("base64");
    let pages = String::from_utf8_lossy(&pdf).matches("/Type /Page\n").count();
    assert_eq!(pages, 4);
    page.paper();
    assert_eq!(page.eval("$('.table caption [data-say]').checkVisibility()"), json!(true));
    assert_eq!(page.text(".table caption [data-say]"), "196 of 196 members");
    // Browsers repeat no head that has a button's box in it.
    assert_eq!(
        page.eval("[getComputedStyle($('.table thead')).breakInside, ...new Set($$('.table thead button').map((button) => getComputedStyle(button).display))].join()"),
        json!("avoid,contents")
    );
}

#[test]
fn earlier_claims_are_printed_whether_they_are_folded_or_not() {
    // Not every browser can print what is folded: there, paper says how many claims are left out.
    if !is_the_one() {
        return;
    }
    let (_site, page) = open("country='BRA'");
    page.wait("$('.profile .measure > details .claim')");
    let seen = "$$('.profile .measure > details .claim').filter((claim) => claim.checkVisibility() && claim.getBoundingClientRect().height > 0).length";
    let all = page.eval("$$('.profile .measure > details .claim').length");
    assert_eq!(page.eval(seen), json!(0));
    page.paper();
    assert_eq!(page.eval(seen), all);
    // Region and groups stay as the reader left them.
    assert_eq!(page.eval("$('.profile .peers').checkVisibility()"), json!(false));
}

#[test]
fn what_is_taken_away_passes_axe() {
    let (_site, page) = open("");
    for offer in ["cite", "download", "embed", "link", "report"] {
        page.click(&format!("[data-offer={offer}]"));
        page.wait(&format!("$('[data-offered={offer}] button')"));
        assert_eq!(page.axe(), "", "{offer}");
    }
}
