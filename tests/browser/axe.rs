//! What axe finds, by all its rules for WCAG 2.0, 2.1 and 2.2, A and AA, and its best practices: nothing, in each scene,
//! language, colour scheme and width. And nothing in the pages that are shipped.
//!
//! Another colour scheme changes colours and nothing else, so there the rules of colours are run again. Another language
//! changes words and their lengths: in the others than English, what is narrow is looked at. All of many equal neighbours
//! (members on the map, rows, lines of a list) are looked at once, in the narrow light of English, and elsewhere a part.
//! `--everywhere`, in Chromium, looks at every scheme and width in each, and at every neighbour.

use std::io::Write;

use crate::harness::ability::every_one;
use crate::harness::page::{Page, Scheme};
use crate::harness::site::Site;
use crate::scenes::SCENES;

/// Widths and schemes: the first is for all languages, the first three are for English.
const LOOKS: [(u32, Scheme); 4] =
    [(320, Scheme::Light), (1280, Scheme::Light), (1280, Scheme::Dark), (320, Scheme::Dark)];

/// Hides what stands after so many neighbours of the same kind.
const FEWER: &str = "$$('*').forEach((parent) => {
    const kinds = new Map();
    for (const child of parent.children) {
        const kind = child.localName + child.getAttribute('class'), count = (kinds.get(kind) ?? 0) + 1;
        kinds.set(kind, count);
        if (count > 24) child.style.display = 'none';
    }
})";

/// Every scene in a language, in each scheme and width.
fn check(lang: &str) {
    let (site, page) = (Site::start(), Page::blank());
    page.be_still();
    let looks = match lang {
        _ if every_one() => &LOOKS[..],
        "en" => &LOOKS[..3],
        _ => &LOOKS[..1],
    };
    let mut found = String::new();
    let mut checked = 0;
    for scene in &SCENES {
        page.prefer(Scheme::Light);
        scene.show(&page, &site, lang);
        for (place, &(width, scheme)) in looks.iter().enumerate() {
            page.resize(width, 800);
            page.prefer(scheme);
            page.rest();
            if !every_one() && (lang != "en" || place > 0) {
                page.execute(FEWER);
            }
            let wrong = if scheme == Scheme::Light { page.axe() } else { page.axe_of_colours() };
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
        for scheme in [Scheme::Light, Scheme::Dark] {
            let page = Page::blank();
            page.prefer(scheme);
            page.go(&site.url(path));
            page.wait(shown);
            let wrong = if scheme == Scheme::Light { page.axe() } else { page.axe_of_colours() };
            assert_eq!(wrong, "", "{path}, {scheme:?}");
        }
    }
}
