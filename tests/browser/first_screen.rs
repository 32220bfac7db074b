//! The first screen: the answer, one row of controls, the map and what its colours mean, at each width, in each language,
//! in two families of type; and a country with its first status, after one press.

use policy_explorer::message::LANGUAGES;

use crate::fonts::{FONTS, load, write_in};
use crate::harness::ability::{Ability, each_engine, lacks, telling};
use crate::harness::page::Page;
use crate::widget::open_still;

/// Lines of the headline; at how many heights the buttons of the choices begin; where legend and timeline end, px below the
/// widget's upper edge; how far the page scrolls sideways.
const SEEN: &str = "(() => {
    const top = host.getBoundingClientRect().top;
    const end = (selector) => $(selector).getBoundingClientRect().bottom - top;
    const lines = document.createRange();
    lines.selectNodeContents($('.sentence'));
    // Letters of several fonts in one line are of several heights.
    const heights = (boxes, apart) => [...boxes].map((box) => (box.top + box.bottom) / 2).sort((a, b) => a - b)
        .filter((at, place, all) => place === 0 || at - all[place - 1] > apart).length;
    const apart = parseFloat(getComputedStyle($('.sentence')).fontSize) * 0.6;
    const openers = $$('.toolbar .opener').filter((opener) => opener.checkVisibility());
    return [heights(lines.getClientRects(), apart), heights(openers.map((opener) => opener.getBoundingClientRect()), 4),
        end('.legend'), end('.timeline'), document.documentElement.scrollWidth - innerWidth];
})()";

/// What a window of a size may show at most: lines, the ends of legend and timeline.
struct Most {
    size: (u32, u32),
    lines: u64,
    legend: f64,
    timeline: f64,
}

const MOST: [Most; 3] = [
    Most { size: (390, 844), lines: 3, legend: 640.0, timeline: 900.0 },
    Most { size: (320, 640), lines: 4, legend: 680.0, timeline: 960.0 },
    Most { size: (1280, 800), lines: 2, legend: 640.0, timeline: 800.0 },
];

const MEASURES: [&str; 4] = ["overall", "collection", "victim-identification", "icse-access"];

fn check(page: &Page, lang: &str, most: &Most) -> Vec<String> {
    page.resize(most.size.0, most.size.1);
    let mut wrong = Vec::new();
    for measure in telling(&MEASURES, 2) {
        page.execute(&format!("host.state = {{ measure: '{measure}' }}"));
        page.rest();
        let seen = page.eval(SEEN);
        // Clarity may ask for a line more than in English.
        let lines = most.lines + u64::from(matches!(lang, "fr" | "es" | "pt"));
        let within = |place: usize, most: f64| seen[place].as_f64().is_some_and(|end| end <= most);
        let fits = seen[0].as_u64().is_some_and(|found| found <= lines)
            && within(2, most.legend)
            && within(3, most.timeline)
            && within(4, 0.0);
        if !fits || seen[1] != 1 {
            wrong.push(format!("{lang} {measure} {:?}: {seen}", most.size));
        }
    }
    wrong
}

/// In each language and at each size.
fn check_all(page: &Page) {
    let mut wrong = Vec::new();
    for lang in LANGUAGES {
        speak(page, lang);
        for most in &MOST {
            wrong.extend(check(page, lang, most));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn speak(page: &Page, lang: &str) {
    page.execute(&format!("host.lang = '{lang}'"));
    page.wait(&format!("$('.pe').lang === '{lang}'"));
}

#[test]
fn the_answer_the_map_and_its_legend_are_on_the_first_screen() {
    each_engine("layout");
    check_all(&open_still("").1);
}

#[test]
fn they_are_so_in_the_widest_fonts_that_readers_have() {
    each_engine("fonts");
    if lacks(Ability::FontMetrics) {
        return;
    }
    let (_site, page) = open_still("");
    for font in &FONTS[..2] {
        load(&page, *font);
        page.execute(&write_in(*font));
        check_all(&page);
    }
}

#[test]
fn one_press_shows_a_country_with_its_first_status() {
    each_engine("layout");
    let (_site, page) = open_still("");
    for lang in LANGUAGES {
        speak(&page, lang);
        for &(width, height) in telling(&[(390, 844), (1280, 800), (320, 640), (768, 1024)], 2) {
            page.resize(width, height);
            page.click(".map [data-country=BRA]");
            page.wait("$('.profile .measure .standing')");
            page.becomes(
                &format!(
                    "['.profile-name', '.profile .measure .standing'].map((selector) => $(selector).getBoundingClientRect())
                        .every(({{ top, bottom }}) => top >= 0 && bottom <= innerHeight) /* {lang} at {width} × {height} */"
                ),
                true,
            );
            page.execute("host.state = { country: '' }");
            page.wait("!$('.profile')");
            page.execute("scrollTo(0, 0)");
        }
    }
}
