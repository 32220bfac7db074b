//! What axe finds, by all its rules for WCAG 2.0, 2.1 and 2.2, A and AA, and its best practices: nothing, in each state,
//! language, colour scheme and width. And nothing in the pages that are shipped.

use std::io::Write;

use crate::harness::browser::Kind;
use crate::harness::page::{Page, Scheme};
use crate::harness::site::Site;
use crate::states::{STATES, open, site};

const WIDTHS: [u32; 2] = [320, 1280];
const SCHEMES: [Scheme; 2] = [Scheme::Light, Scheme::Dark];

/// Every state in a language, in each scheme and width.
fn check(lang: &str) {
    if !Kind::chosen().has_devtools() {
        return;
    }
    let (site, page) = (site(), Page::blank());
    let mut found = String::new();
    let mut checked = 0;
    for state in &STATES {
        for width in WIDTHS {
            page.resize(width, 800);
            open(&site, &page, state, lang);
            for scheme in SCHEMES {
                page.prefer(scheme);
                let wrong = page.axe();
                checked += 1;
                if !wrong.is_empty() {
                    page.screenshot(&format!("axe-{lang}-{}-{width}-{scheme:?}", state.name));
                    found += &format!("{}, {width} px, {scheme:?}:\n{wrong}\n", state.name);
                }
            }
        }
    }
    // Not by `println!`: the count is to be seen when the test passes, too.
    writeln!(std::io::stdout(), "axe, {lang}: {checked} pages").expect("standard output is open");
    assert!(found.is_empty(), "{lang}:\n{found}");
}

#[test]
fn every_state_passes_axe_in_english() {
    check("en");
}

#[test]
fn every_state_passes_axe_in_french() {
    check("fr");
}

#[test]
fn the_pages_that_are_shipped_pass_axe() {
    if !Kind::chosen().has_devtools() {
        return;
    }
    let site = Site::start();
    for (path, shown) in
        [("/", "$('.map [data-country]')"), ("/embed.html?view=table&country=FRA", "$('.profile .claim')")]
    {
        for scheme in SCHEMES {
            let page = Page::blank();
            page.prefer(scheme);
            page.go(&site.url(path));
            page.wait(shown);
            assert_eq!(page.axe(), "", "{path}, {scheme:?}");
        }
    }
}
