//! What the tests of the widget share: its plain embed, opened and ready.

use crate::harness::page::Page;
use crate::harness::site::Site;

/// The plain two-line embed with these further attributes.
pub fn embed(attributes: &str) -> String {
    format!(
        "<script type='module' src='policy-explorer.js'></script><policy-explorer feed='feed.json' {attributes}>\
         <p id='fallback'>Fallback</p></policy-explorer>"
    )
}

/// A script that lets the clock stand still, so that nothing depends on the day of the test.
pub fn clock(day: &str) -> String {
    format!(
        "{{ const now = Date.parse('{day}T12:00:00Z'), Real = Date;
            globalThis.Date = class extends Real {{
                constructor(...parts) {{ parts.length ? super(...parts) : super(now); }}
                static now() {{ return now; }}
            }}; }}"
    )
}

/// A page with the real feed, painted.
pub fn open(attributes: &str) -> (Site, Page) {
    let site = Site::with_page(&embed(attributes));
    let page = Page::open(&site.url("/page.html"));
    ready(&page);
    (site, page)
}

/// The same for a reader who prefers that nothing moves.
pub fn open_still(attributes: &str) -> (Site, Page) {
    let (site, page) = (Site::with_page(&embed(attributes)), Page::blank());
    page.be_still();
    page.go(&site.url("/page.html"));
    ready(&page);
    (site, page)
}

/// Opens a set of choices by its button: `countries`, `more` or `about`.
pub fn choices(page: &Page, menu: &str) {
    page.execute(&format!("$('[data-menu={menu}]').click()"));
    page.wait(&opened(menu));
}

/// True of the page as soon as the choices are there.
pub fn opened(menu: &str) -> String {
    format!(
        "$('[data-menu={menu}][aria-expanded=true]')?.closest('.choice, .controls, .about').querySelector('.options, .explained')"
    )
}

/// Waits until the first view is painted.
pub fn ready(page: &Page) {
    page.wait("performance.getEntriesByName('policy-explorer:ready').length");
}

/// How many px wider than its window the page is.
pub const SIDEWAYS: &str =
    "(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)(document.documentElement)";
