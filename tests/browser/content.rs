//! The element's own content: a picture of the map, shown until the widget takes its place.

use serde_json::json;
use std::time::Duration;

use crate::harness::ability::each_engine;
use crate::harness::page::Page;
use crate::harness::site::{Answer, Site, dist, page_in};
use crate::widget::ready;

const PICTURE: &str = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 992 700' width='992' height='700'><rect width='992' height='700'/></svg>";

/// Watches in each frame what is seen of the element, and how far the page moves where the browser tells.
const WATCH: &str = "
    window.seen = []; window.moved = [];
    try {
        new PerformanceObserver((list) => window.moved.push(...list.getEntries().map((entry) => entry.value)))
            .observe({ type: 'layout-shift', buffered: true });
    } catch {}
    const look = () => {
        const host = document.querySelector('policy-explorer'), root = host.shadowRoot;
        const content = host.firstElementChild.checkVisibility();
        const map = Boolean(root?.querySelector('.map'));
        window.seen.push([content, map, map || host.getBoundingClientRect().height].join());
        requestAnimationFrame(look);
    };
    requestAnimationFrame(look);";

/// The page of a publisher with a picture, whose feed and shapes come slowly.
fn open(size: (u32, u32)) -> (Site, Page) {
    let site = Site::start();
    site.answer("/map.svg", Answer::new("image/svg+xml", PICTURE));
    let feed = std::fs::read(dist().join("feed.json")).expect("the feed is there");
    site.answer("/feed.json", Answer::json(feed).delay(Duration::from_millis(700)));
    let body = format!(
        "<h1>Before</h1><p>What the page says of it.</p>
         <script type='module' src='policy-explorer.js'></script>
         <policy-explorer feed='feed.json' lang='en' style='display: block; min-height: 760px'>
           <img src='map.svg' alt='The map' style='max-width: 100%'>
         </policy-explorer><p>After</p><p>And more.</p><script>{WATCH}</script>"
    );
    site.answer("/page.html", Answer::html(&page_in("en", &body)));
    let page = Page::blank();
    page.resize(size.0, size.1);
    page.go(&site.url("/page.html"));
    ready(&page);
    page.rest();
    (site, page)
}

#[test]
fn the_widget_takes_the_place_of_a_picture_in_one_frame() {
    each_engine("frames");
    for size in [(390, 844), (1280, 860)] {
        let (_site, page) = open(size);
        let seen = page.eval("[...new Set(window.seen)]");
        assert_eq!(
            seen,
            json!(["true,false,760", "false,true,true"]),
            "{size:?}: never both, never neither, and its room is kept"
        );
        let moved = page.eval("window.moved.reduce((sum, value) => sum + value, 0)");
        assert!(moved.as_f64() <= Some(0.05), "{size:?}: {moved}");
    }
}

#[test]
fn a_fault_is_told_beside_the_picture() {
    let site = Site::start();
    site.answer("/map.svg", Answer::new("image/svg+xml", PICTURE));
    site.answer(
        "/page.html",
        Answer::html(&page_in(
            "en",
            "<script type='module' src='policy-explorer.js'></script>
         <policy-explorer feed='nowhere.json' lang='en'><img src='map.svg' alt='The map'></policy-explorer>",
        )),
    );
    let page = Page::open(&site.url("/page.html"));
    page.wait("$('[part=error]')?.getBoundingClientRect().height > 20");
    assert_eq!(page.eval("host.querySelector('img').checkVisibility()"), json!(true));
}
