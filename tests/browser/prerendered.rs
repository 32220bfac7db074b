//! The element with its first screen inside (`policy-explorer render`): it is there without a script, and the widget takes
//! its place unseen.

use std::rc::Rc;
use std::time::Duration;

use policy_explorer::date::Date;
use policy_explorer::feed::read;
use policy_explorer::page::element::{Embedding, prerendered};
use policy_explorer::page::frame;
use policy_explorer::page::{Page as Drawn, Question, digest};
use serde_json::{Value, json};

use crate::harness::ability::each_engine;
use crate::harness::page::Page;
use crate::harness::raster::Raster;
use crate::harness::site::{Answer, Site, asset, dist, page_in};
use crate::widget::{clock, ready};

const DAY: &str = "2026-11-29";

/// The feed of `dist/`, drawn for a map of this width.
pub fn element(lang: &str, width: f64) -> String {
    let bytes = std::fs::read(dist().join("feed.json")).expect("the feed is there");
    let document: Value = serde_json::from_slice(&bytes).expect("it is JSON");
    let feed = Rc::new(read(&document).expect("it is a feed"));
    let today = Date::parse(DAY).expect("a date");
    let drawn = Drawn::new(feed, &Question { fields: &[], lang, today, width }).expect("it is a tag");
    let embedding = Embedding {
        feed: "feed.json",
        digest: &digest(&bytes),
        module: "policy-explorer.js",
        picture: None,
        fields: &[],
        lang: Some(lang),
    };
    prerendered(&drawn, &embedding)
}

/// A page that has it, without the module.
fn open(lang: &str, width: f64) -> (Site, Page) {
    let site = Site::start();
    let body = format!("<script>{}</script>{}<p>After</p>", clock(DAY), element(lang, width));
    site.answer("/page.html", Answer::html(&page_in(lang, &body)));
    let page = Page::open(&site.url("/page.html"));
    // Its styles are here.
    page.wait("getComputedStyle($('.pe')).containerType === 'normal' && getComputedStyle($('.map svg')).display === 'block'");
    (site, page)
}

/// The module begins.
fn begin(page: &Page) {
    page.execute(
        "const script = document.createElement('script'); script.type = 'module'; script.src = 'policy-explorer.js';
         document.head.append(script)",
    );
}

/// Waits until the widget hears.
fn taken(page: &Page) {
    ready(page);
    page.wait("!$('.picture')");
}

#[test]
fn it_is_read_without_any_script() {
    each_engine("declarative shadow roots");
    for lang in ["en", "ar"] {
        let (_site, page) = open(lang, 720.0);
        assert_eq!(page.eval("customElements.get('policy-explorer') === undefined"), json!(true));
        assert!(page.eval("$('.sentence').getBoundingClientRect().height").as_f64() > Some(20.0));
        let coloured = page.eval("getComputedStyle($('.map [data-country=FRA]')).fill");
        assert_eq!(
            page.eval("getComputedStyle($('.legend .tile')).backgroundColor"),
            coloured,
            "the legend has its colour"
        );
        page.execute("$('.below summary').click()");
        page.wait("$$('.below tbody tr').length === 196 && $('.below tbody tr').getBoundingClientRect().height > 10");
        assert_eq!(page.axe(), "", "{lang}");
    }
}

#[test]
fn the_widget_takes_its_place_unseen() {
    each_engine("layout");
    // For as wide as the map is here, without bars to scroll, which pictures of the whole page do without.
    let (_site, page) = open("en", 720.0);
    page.resize(1280, 1400);
    let width = page.eval("$('.map').clientWidth").as_f64().expect("a width");
    let (_site, page) = open("en", width);
    page.resize(1280, 1400);
    page.rest();
    let before = page.screenshot("prerendered-before");
    begin(&page);
    taken(&page);
    page.rest();
    let after = page.screenshot("prerendered-after");
    let [before, after] =
        [before, after].map(|path| Raster::read(&std::fs::read(path).expect("it was taken")).bytes);
    assert_eq!(before.len(), after.len(), "both are as large");
    // WebKit smooths some pixel of an edge otherwise when it paints the same anew: none that anybody could see.
    let differ =
        |more: u8| before.iter().zip(&after).filter(|(one, other)| one.abs_diff(**other) > more).count();
    let [some, seen] = [2, 8].map(differ);
    assert!(
        some <= 3 && seen == 0,
        "both look the same: {some} channels of pixels differ, {seen} by more than 8 of 255"
    );
}

#[test]
fn nothing_moves_when_it_does() {
    let (_site, page) = open("en", 720.0);
    page.rest();
    // Where the browser tells of what moves.
    page.execute(
        "window.moved = [];
         new PerformanceObserver((list) => window.moved.push(...list.getEntries().map((entry) => entry.value)))
            .observe({ type: 'layout-shift' })",
    );
    begin(&page);
    taken(&page);
    page.rest();
    assert_eq!(page.eval("window.moved"), json!([]));
}

#[test]
fn another_feed_than_it_was_drawn_of_is_told() {
    let told = "The data was updated since this page was made.";
    for (change, expected) in [("2026-11-28T", 0), ("2026-11-29T", 1)] {
        let (site, page) = open("en", 720.0);
        let feed = std::fs::read_to_string(dist().join("feed.json")).expect("the feed is there");
        assert!(feed.contains("\"2026-11-28T"), "the feed is of another day");
        site.answer("/feed.json", Answer::json(feed.replace("\"2026-11-28T", &format!("\"{change}"))));
        begin(&page);
        taken(&page);
        page.rest();
        let footer = page.eval("$('.footer').textContent");
        let footer = footer.as_str().expect("a text");
        assert_eq!(footer.matches(told).count(), expected, "{change}: {footer}");
        if expected == 1 {
            page.wait(&format!("$('[role=status]').textContent === '{told}'"));
        }
    }
}

#[test]
fn what_was_pressed_focused_and_selected_before_is_kept() {
    each_engine("selection");
    let (site, page) = open("en", 720.0);
    let wasm = asset("policy-explorer");
    let body = std::fs::read(dist().join(wasm.trim_start_matches('/'))).expect("it is there");
    site.answer(&wasm, Answer::new("application/wasm", body).delay(Duration::from_millis(1500)));
    begin(&page);
    page.wait("customElements.get('policy-explorer')");
    page.execute(
        "const text = $('#headline').firstChild; getSelection().setBaseAndExtent(text, 2, text, 8);
         $('[data-menu=about]').focus()",
    );
    let selected = page.eval("getSelection().toString()");
    page.execute("$('.map [data-country=KEN]').dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }))");
    taken(&page);
    page.wait("$('.profile-name')?.textContent.includes('Kenya')");
    assert_eq!(page.eval("getSelection().toString()"), selected, "the selection stays");
}

#[test]
fn a_country_that_was_pressed_by_key_before_is_opened() {
    let (_site, page) = open("en", 720.0);
    page.execute(
        "$('.map [data-country=KEN]').focus();
         window.press = () => $('.map [data-country=KEN]').dispatchEvent(
            new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true, cancelable: true }));
         customElements.whenDefined('policy-explorer').then(() => setTimeout(window.press))",
    );
    begin(&page);
    taken(&page);
    page.wait("$('.profile-name')?.textContent.includes('Kenya')");
}

#[test]
fn the_focus_stays_where_it_was() {
    each_engine("focus");
    let (_site, page) = open("en", 720.0);
    page.execute("$('[data-menu=about]').focus(); $('.below details').open = true");
    begin(&page);
    taken(&page);
    page.wait("root.activeElement?.dataset.menu === 'about'");
    assert_eq!(page.eval("$('.below details').open"), json!(true), "what was open stays open");
}

#[test]
fn what_is_below_goes_when_the_view_is_another_one() {
    let (_site, page) = open("en", 720.0);
    begin(&page);
    taken(&page);
    assert_eq!(page.eval("Boolean($('.below'))"), json!(true));
    page.execute("host.measure = 'icse-access'");
    page.wait("!$('.below')");
}

#[test]
fn it_stays_where_the_widget_cannot_run() {
    let (site, page) = open("en", 720.0);
    site.answer(&asset("policy-explorer"), Answer::html("").status(404));
    page.execute(
        "window.failed = 0; host.addEventListener('policy-explorer-error', () => { window.failed += 1; })",
    );
    begin(&page);
    page.wait("window.failed");
    assert!(
        page.eval("$('.map svg').getBoundingClientRect().height").as_f64() > Some(100.0),
        "the picture stays"
    );
}

/// The page for a frame with the feed's first screen inside, in a page that frames it with this query.
fn framed(query: &str) -> (Site, Page) {
    let site = Site::with_page(&format!(
        "<script>window.heights = [];
            addEventListener('message', ({{ data }}) => {{
                if (data.type === 'policy-explorer:height') heights.push(data.height);
            }});</script>
        <iframe src='frame.html{query}' title='Frame' width='720' height='900'></iframe>"
    ));
    let page = frame::page(&element("en", 720.0), ("policy-explorer.js", "feed.json"), ("en", "ltr"), None);
    site.answer("/frame.html", Answer::html(&page));
    let page = Page::open(&site.url("/page.html"));
    (site, page)
}

/// What is found by a selector in the widget of the frame.
fn within(selector: &str) -> String {
    format!(
        "document.querySelector('iframe').contentDocument?.querySelector('policy-explorer')?.shadowRoot?.querySelector('{selector}')"
    )
}

#[test]
fn a_frame_paints_without_scripts_and_is_taken_over() {
    each_engine("declarative shadow roots");
    let (site, page) = framed("");
    page.wait(&format!("{}?.getBoundingClientRect().height > 100", within(".map svg")));
    page.wait(&format!("Boolean({}) && !{}", within(".view"), within(".picture")));
    page.wait("heights.length > 0");
    assert_eq!(
        page.eval(&format!("Boolean({})", within(".below"))),
        json!(true),
        "it says the same as a table"
    );
    for script in ["/embed.js", "/policy-explorer.js"] {
        site.answer(script, Answer::html("").status(404));
    }
    page.go(&site.url("/page.html?without-scripts"));
    page.wait(&format!("{}?.getBoundingClientRect().height > 100", within(".map svg")));
    assert_eq!(page.eval(&format!("Boolean({})", within(".picture"))), json!(true));
}

#[test]
fn a_query_wins_over_the_picture_of_a_frame() {
    let (_site, page) = framed("?measure=icse-access&lang=fr&feed=feed.json");
    page.wait(&format!("{}?.textContent.includes('ICSE')", within(".sentence")));
    assert_eq!(
        page.eval(&format!("[{}, {}].some(Boolean)", within(".picture"), within(".below"))),
        json!(false)
    );
    let (_site, page) = framed("?lang=en&feed=feed.json");
    page.wait(&format!("Boolean({}) && !{}", within(".view"), within(".picture")));
    assert_eq!(page.eval(&format!("Boolean({})", within(".below"))), json!(true), "it asks for the same");
}
