//! What axe finds, by all its rules for WCAG 2.0, 2.1 and 2.2, A and AA, and its best practices: nothing, in each scene,
//! language, colour scheme and width. And nothing in the pages that are shipped.
//!
//! Another colour scheme changes colours and nothing else, so there the rules of colours are run again. Another language
//! changes words and their lengths and no colour: in the others than English, what is narrow is looked at, by the other rules. All
//! of many equal neighbours (members on the map, rows, lines of a list) are looked at once, in the narrow light of English, and
//! elsewhere a part. `--everywhere`, in Chromium, looks at every scheme and width in each, and at every neighbour.

use crate::harness::ability::every_one;
use crate::harness::page::{Page, Scheme};
use crate::harness::site::Site;
use crate::scenes::{SCENES, Scene};
use policy_explorer::message::LANGUAGES;

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

/// A scene in each language, in each scheme and width.
fn check(page: &Page, site: &Site, scene: &Scene) -> Vec<String> {
    [Scheme::Light, Scheme::Dark].iter().flat_map(|scheme| check_in(page, site, scene, *scheme)).collect()
}

/// The same in one scheme. Some browsers have to be started anew for another, so the scene is shown in each.
fn check_in(page: &Page, site: &Site, scene: &Scene, scheme: Scheme) -> Vec<String> {
    let mut wrong = Vec::new();
    page.prefer(scheme);
    // What is folded where it is narrow is opened.
    page.resize(LOOKS[0].0, 800);
    scene.show(page, site, "en");
    let all = LANGUAGES.iter().flat_map(|lang| looks(lang).iter().enumerate().map(move |look| (lang, look)));
    for (lang, (place, &(width, _))) in all.filter(|(_, (_, look))| look.1 == scheme) {
        scene.speak(page, lang);
        page.resize(width, 800);
        page.rest();
        if !every_one() && (*lang != "en" || place > 0) {
            page.execute(FEWER);
        }
        let found = found(page, lang, scheme);
        if !found.is_empty() {
            let name = scene.name;
            page.screenshot(&format!("axe-{lang}-{name}-{width}-{scheme:?}").to_lowercase());
            wrong.push(format!("{name}, {lang}, {width} px, {scheme:?}:\n{found}"));
        }
    }
    wrong
}

fn looks(lang: &str) -> &'static [(u32, Scheme)] {
    match lang {
        _ if every_one() => &LOOKS,
        "en" => &LOOKS[..3],
        _ => &LOOKS[..1],
    }
}

fn found(page: &Page, lang: &str, scheme: Scheme) -> String {
    match scheme {
        Scheme::Dark => page.axe_of_colours(),
        Scheme::Light if lang == "en" || every_one() => page.axe(),
        Scheme::Light => page.axe_but_colours(),
    }
}

fn check_all(scenes: &[Scene]) {
    let (site, page) = (Site::start(), Page::blank());
    page.be_still();
    let wrong: Vec<String> = scenes.iter().flat_map(|scene| check(&page, &site, scene)).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Two tests, so that two threads share them.
const HALF: usize = SCENES.len() / 2;

#[test]
fn views_pass_axe_in_each_language() {
    check_all(&SCENES[..HALF]);
}

#[test]
fn panels_and_states_pass_axe_in_each_language() {
    check_all(&SCENES[HALF..]);
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
