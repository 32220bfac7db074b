//! Every language in its page: changed at any time, fallen back to, from right to left, loaded alone.

use crate::budget::brotli;
use crate::harness::ability::each_engine;
use crate::harness::page::Page;
use crate::harness::site::{Answer, Site, page as document};
use crate::states;
use crate::widget::{choices, open, ready};
use policy_explorer::message::{LANGUAGES, language};
use serde_json::{Value, json};
use std::io::Write;

/// The most that a language may weigh, compressed, bytes.
const MOST: usize = 5_250;

fn spoken(page: &Page, tag: &str, direction: &str) {
    page.wait(&format!("$('.pe')?.lang === '{tag}' && $('.pe').dir === '{direction}'"));
}

#[test]
fn the_language_may_be_changed_at_any_time_and_back() {
    each_engine("Intl");
    let (_site, page) = open("lang='en' measure='icse-access' country='FRA'");
    for (tag, direction, map) in [
        ("fr", "ltr", "Carte"),
        ("ar", "rtl", "الخريطة"),
        ("es", "ltr", "Mapa"),
        ("pt", "ltr", "Mapa"),
        ("en", "ltr", "Map"),
    ] {
        page.execute(&format!("host.setAttribute('lang', '{tag}')"));
        spoken(&page, tag, direction);
        page.wait(&format!("$('.toolbar').textContent.includes('{map}')"));
        assert_eq!(page.eval("getComputedStyle($('.pe')).direction"), json!(direction));
        assert_eq!(page.eval("host.state.country"), json!("FRA"), "what is open stays open in {tag}");
    }
}

#[test]
fn a_reader_chooses_a_language_whatever_the_page_s_is() {
    each_engine("Intl");
    let (_site, page) = open("lang='en' url-state");
    choices(&page, "more");
    let choice = |name: &str| format!("[...$$('.options .tab')].find((tab) => tab.textContent === '{name}')");
    page.wait(&choice("Français"));
    let pressed =
        "[...$$('.options [aria-label=Language] [aria-pressed=true]')].map((tab) => tab.textContent).join()";
    assert_eq!(page.eval(pressed), json!("English"));
    assert_eq!(page.eval(&format!("{}.querySelector('bdi').lang", choice("العربية"))), json!("ar"));
    page.execute("window.told = []; host.addEventListener('policy-explorer-change', ({ detail }) => told.push(detail.lang))");
    page.execute(&format!("{}.click()", choice("العربية")));
    spoken(&page, "ar", "rtl");
    page.wait("location.hash === '#policy-explorer=lang:ar'");
    assert_eq!(page.eval("[host.state.lang, host.getAttribute('lang'), told].join()"), json!("ar,en,ar"));
    // The choices stay where they are, and the focus with them.
    page.wait(&format!("{}.getAttribute('aria-pressed') === 'true'", choice("العربية")));
    // The page's own word has the last say, also where it is the same as before.
    page.execute("host.setAttribute('lang', 'fr')");
    spoken(&page, "fr", "ltr");
    page.wait("location.hash === ''");
    assert_eq!(page.eval("host.state.lang"), json!("fr"));
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn a_link_opens_in_the_language_that_its_reader_chose_and_the_page_s_own_is_not_seen_before() {
    each_engine("Intl");
    let seen = "<script>window.seen = new Set();
        (function look() {
            const pe = document.querySelector('policy-explorer')?.shadowRoot?.querySelector('.pe');
            if (pe?.lang) seen.add(pe.lang);
            requestAnimationFrame(look);
        })();</script>";
    let element = "<policy-explorer feed='feed.json' lang='en' url-state></policy-explorer>";
    let script = "<script type='module' src='policy-explorer.js'></script>";
    let site = Site::with_page(&format!("{seen}{script}{element}"));
    let address = site.url("/page.html#policy-explorer=lang:ar,measure:icse-access");
    let page = Page::open(&address);
    ready(&page);
    spoken(&page, "ar", "rtl");
    assert_eq!(page.eval("[host.state.lang, host.state.measure].join()"), json!("ar,icse-access"));
    assert_eq!(page.eval("[...seen].join()"), json!("ar"));
    // Taken out and laid in again, the reader's word still holds; a link without a language asks for the page's.
    page.execute("window.kept = host; kept.remove()");
    page.execute("document.body.append(kept)");
    spoken(&page, "ar", "rtl");
    page.execute("location.hash = '#policy-explorer=measure:icse-access'");
    spoken(&page, "en", "ltr");
}

#[test]
fn a_tag_falls_back_to_a_more_general_one_and_to_english() {
    each_engine("Intl");
    let (_site, page) = open("lang='es'");
    for (given, tag, direction) in [
        ("fr-CA", "fr-CA", "ltr"),
        ("ar-MA", "ar-MA", "rtl"),
        ("ar-Arab-EG", "ar-Arab-EG", "rtl"),
        ("PT-br", "pt-BR", "ltr"),
        ("es_MX", "es-MX", "ltr"),
        ("xx", "en", "ltr"),
        ("fr", "fr", "ltr"),
        ("zh-Hant-TW", "en", "ltr"),
        ("es-419", "es-419", "ltr"),
        ("no language", "en", "ltr"),
        ("ara", "ar", "rtl"),
        ("tostring", "en", "ltr"),
    ] {
        page.execute(&format!("host.setAttribute('lang', '{given}')"));
        spoken(&page, tag, direction);
    }
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn the_language_around_the_element_is_its_own_also_when_it_changes() {
    let (_site, page) = open("");
    for (tag, direction) in [("ar", "rtl"), ("fr-CA", "ltr"), ("en", "ltr")] {
        page.execute(&format!("document.documentElement.lang = '{tag}'"));
        spoken(&page, tag, direction);
    }
    // An attribute has the last word; without it the surroundings have it again, a nearer one first.
    page.execute("host.lang = 'es'");
    spoken(&page, "es", "ltr");
    page.execute("document.documentElement.lang = 'ar'; host.removeAttribute('lang')");
    spoken(&page, "ar", "rtl");
    page.execute("const near = document.createElement('section'); near.lang = 'pt'; document.body.append(near); near.append(host)");
    spoken(&page, "pt", "ltr");
}

#[test]
fn a_text_of_the_feed_in_another_language_says_so() {
    let (_site, page) = open("lang='pt' measure='icse-access'");
    spoken(&page, "pt", "ltr");
    let foreign = "[...$$('.eyebrow bdi')].map((part) => part.lang).join()";
    assert_eq!(page.eval(foreign), json!(""), "the feed has the policy's short name in Portuguese");
    choices(&page, "about");
    let foreign = "[...$$('.explained .piece bdi')].map((part) => part.lang).join()";
    assert_eq!(page.eval(foreign), json!("en,en,"), "body and place are in English, the date is not");
    page.execute("host.setAttribute('lang', 'ar-EG')");
    spoken(&page, "ar-EG", "rtl");
    // The feed speaks Arabic.
    page.wait(&format!("{foreign} === ',,'"));
}

/// The feed of the states with all its texts in German alone, each between marks, and a name for each member.
fn in_german() -> Value {
    fn translate(value: &mut Value) {
        match value {
            Value::Object(object) => match object.get("en").cloned() {
                Some(text) => *value = json!({"de": format!("‹{}›", text.as_str().expect("a text"))}),
                None => object.values_mut().for_each(translate),
            },
            Value::Array(items) => items.iter_mut().for_each(translate),
            _ => {}
        }
    }
    let mut feed: Value = serde_json::from_str(include_str!("accessibility/feed.json")).expect("JSON");
    translate(&mut feed);
    for member in feed["members"].as_array_mut().expect("a list") {
        member["name"] = json!({"de": format!("‹{}›", member["country"].as_str().expect("a code"))});
    }
    feed
}

/// Read aloud, hyphenated and translated as what they are, wherever they stand by themselves.
#[test]
fn whatever_the_feed_says_in_a_language_that_the_widget_does_not_speak_says_so() {
    const UNMARKED: &str = "(() => {
        const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT), found = [];
        while (walk.nextNode()) {
            const { data, parentElement } = walk.currentNode;
            // The names that are drawn on the map are drawings: what is read is each item's name.
            if (parentElement.closest('svg')) continue;
            if (/^‹[^‹›]*›$/.test(data.trim()) && parentElement.closest('[lang]')?.lang !== 'de') {
                found.push(`${data.trim()} in ${parentElement.outerHTML.slice(0, 160)}`);
            }
        }
        return found;
    })()";
    let (site, page) = (states::site(), Page::blank());
    page.be_still();
    site.answer("/own", Answer::json(in_german().to_string()));
    for state in states::STATES.iter().filter(|state| !state.attributes.contains("feed=")) {
        states::open(&site, &page, state, "de");
        let marked =
            page.eval("[...$$('[lang=de]')].filter((part) => part.textContent.startsWith('‹')).length");
        assert!(marked.as_u64() > Some(0), "{}: nothing is marked", state.name);
        assert_eq!(page.eval(UNMARKED), json!([]), "{}", state.name);
    }
}

#[test]
fn what_runs_the_other_way_is_set_apart_in_arabic() {
    let (_site, page) = open("lang='ar' measure='icse-access'");
    spoken(&page, "ar", "rtl");
    // Firefox leaves the marks out of `innerText`.
    let sentence = page.eval("$('.sentence').textContent");
    let sentence = sentence.as_str().expect("a text");
    assert!(sentence.starts_with("26 عضوًا من أصل 196 يُعرف عنهم علنًا \u{2068}"), "{sentence}");
    let svg = page.eval("host.toSVG()");
    let svg = svg.as_str().expect("a document");
    assert!(svg.contains("xml:lang=\"ar\"") && svg.contains("text-anchor=\"end\""), "{}", &svg[..300]);
}

#[test]
fn each_language_weighs_little_and_comes_alone() {
    for tag in LANGUAGES {
        let site = Site::start();
        let body = format!(
            "<script type='module' src='policy-explorer.js'></script><policy-explorer lang='{tag}'></policy-explorer>"
        );
        site.answer("/page.html", crate::harness::site::Answer::html(&document(&body)));
        let page = Page::open(&site.url("/page.html"));
        ready(&page);
        let direction = language(tag).expect("it is in the list").direction.name();
        spoken(&page, tag, direction);
        let asked = || {
            let mut asked = site.paths();
            asked.retain(|path| path.contains("/messages-"));
            asked
        };
        assert_eq!(asked().len(), 1, "{:?}", asked());
        // All else that is said comes with the first part that says it.
        page.execute("host.state = { country: 'FRA', view: 'trend' }");
        page.wait("$('.profile .close').textContent.trim() || $('.profile .close').ariaLabel");
        page.wait("$('.trend')");
        let asked = asked();
        assert_eq!(asked.len(), 2, "{asked:?}");
        assert!(asked.iter().all(|path| path.contains(&format!("/messages-{tag}-"))), "{asked:?}");
        let size = asked.iter().map(|path| brotli(&path[1..])).sum::<usize>();
        // Not by `println!`: the sizes are to be seen when the test passes, too.
        writeln!(std::io::stdout(), "{tag}: {size} bytes").expect("standard output is open");
        assert!(size <= MOST, "{tag} weighs {size} bytes of {MOST}");
    }
}
