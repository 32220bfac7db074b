//! What axe finds, by all its rules for WCAG 2.0, 2.1 and 2.2, A and AA, and its best practices: nothing, in each scene,
//! language, colour scheme and width. And nothing in the pages that are shipped.

use std::io::Write;

use crate::harness::ability::is_told_by_one;
use crate::harness::page::{Page, Scheme};
use crate::harness::site::Site;
use crate::scenes::SCENES;

const WIDTHS: [u32; 2] = [320, 1280];
const SCHEMES: [Scheme; 2] = [Scheme::Light, Scheme::Dark];

/// Every scene in a language, in each scheme and width.
fn check(lang: &str) {
    if is_told_by_one(
        "axe reads the same document and styles in each browser; the pages that are shipped are read in each",
    ) {
        return;
    }
    let (site, page) = (Site::start(), Page::blank());
    let mut found = String::new();
    let mut checked = 0;
    for scene in &SCENES {
        scene.show(&page, &site, lang);
        for (width, scheme) in WIDTHS.iter().flat_map(|&width| SCHEMES.map(|scheme| (width, scheme))) {
            page.resize(width, 800);
            page.prefer(scheme);
            page.rest();
            let wrong = page.axe();
            checked += 1;
            if !wrong.is_empty() {
                page.screenshot(&format!("axe-{lang}-{}-{width}-{scheme:?}", scene.name).to_lowercase());
                found += &format!("{}, {width} px, {scheme:?}:\n{wrong}\n", scene.name);
            }
        }
    }
    // Not by `println!`: the count is to be seen when the test passes, too.
    writeln!(std::io::stdout(), "axe, {lang}: {checked} pages").expect("standard output is open");
    assert!(found.is_empty(), "{lang}:\n{found}");
}

#[test]
fn every_scene_passes_axe_in_english() {
    check("en");
}

#[test]
fn every_scene_passes_axe_in_french() {
    check("fr");
}

#[test]
fn every_scene_passes_axe_in_spanish() {
    check("es");
}

#[test]
fn every_scene_passes_axe_in_arabic() {
    check("ar");
}

#[test]
fn every_scene_passes_axe_in_portuguese() {
    check("pt");
}

#[test]
fn the_pages_that_are_shipped_pass_axe() {
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
