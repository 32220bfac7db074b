//! What is left of an embed where WordPress filters what its authors write, and what the documentation tells them to paste.
//!
//! The rules are in `wordpress.json`. `post`: what `wp_kses_post()` lets whoever has no capability `unfiltered_html` keep,
//! of the tags that a text needs (developer.wordpress.org/reference/functions/wp_kses_allowed_html, and
//! `$allowedposttags` in wp-includes/kses.php). Any other tag goes, and what is in it stays. `answer`: what
//! `wp_filter_oembed_result()` keeps of the answer of a site that WordPress does not know, whose frame it then puts into a
//! sandbox (developer.wordpress.org/reference/functions/wp_filter_oembed_result).

use serde_json::{Value, json};

use crate::harness::ability::each_engine;
use crate::harness::page::Page;
use crate::harness::site::{Answer, Site, dist, page as html};
use crate::site::{folder, serve};

/// Filters a text by rules, as a browser reads both.
const FILTER: &str = "((text, { every, tags }) => {
    const template = document.createElement('template');
    template.innerHTML = text;
    const isKept = (tag, name) => tags[tag].includes(name)
        || every.some((kept) => kept === name || (kept.endsWith('*') && name.startsWith(kept.slice(0, -1))));
    for (const element of [...template.content.querySelectorAll('*')].reverse()) {
        if (!(element.localName in tags)) {
            element.replaceWith(...element.childNodes);
            continue;
        }
        for (const { name } of [...element.attributes]) {
            if (!isKept(element.localName, name)) element.removeAttribute(name);
        }
    }
    return template.innerHTML;
})";

/// What WordPress leaves of a text by the rules of this name.
fn filtered(page: &Page, text: &str, rules: &str) -> String {
    let all: Value = serde_json::from_str(include_str!("wordpress.json")).expect("JSON");
    let left = page.eval(&format!("{FILTER}({}, {})", json!(text), all[rules]));
    left.as_str().expect("a text").to_owned()
}

/// The blocks of HTML of the chapter on WordPress, with their addresses on this site.
fn documented(site: &Site) -> Vec<String> {
    let docs = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/embedding.md");
    let docs = std::fs::read_to_string(docs).expect("the document is there");
    let chapter = docs.split("\n## In WordPress\n").nth(1).and_then(|rest| rest.split("\n## ").next());
    let blocks = chapter.expect("the chapter is there").split("```html\n").skip(1);
    blocks
        .filter_map(|rest| rest.split("```").next())
        .map(|block| {
            block
                .replace("https://cdn.example/policy-explorer", site.origin())
                .replace("https://data.example", site.origin())
        })
        .collect()
}

/// A page of WordPress's with what is left of a text.
fn post(site: &Site, text: &str) -> Page {
    site.answer("/page.html", Answer::html(&html("")));
    let page = Page::open(&site.url("/page.html"));
    let left = filtered(&page, text, "post");
    site.answer("/page.html", Answer::html(&html(&left)));
    page.go(&site.url("/page.html"));
    page
}

/// The site of the widget, with the picture that the documentation puts beside the feed.
fn with_picture() -> Site {
    let site = Site::start();
    let icon = std::fs::read(dist().join("icon.svg")).expect("it is in dist/");
    site.answer("/map.svg", Answer::new("image/svg+xml", icon));
    site
}

#[test]
fn what_authors_are_told_to_paste_is_kept_whole_and_leads_to_the_map() {
    let site = with_picture();
    let blocks = documented(&site);
    let page = post(&site, &blocks[0]);
    let left = page.eval("document.querySelector('main').innerHTML");
    let left = left.as_str().expect("a text");
    assert!(left.contains(blocks[0].trim()), "{left}");
    page.wait("document.querySelector('img').naturalWidth > 0");
    assert_eq!(page.axe(), "");
    page.execute("document.querySelector('main a').click()");
    page.wait("host.state?.measure === 'icse-access' && $('.map [data-country]')");
}

#[test]
fn of_the_two_lines_the_picture_is_left_to_authors() {
    let site = with_picture();
    let docs = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/embedding.md"));
    let docs = docs.expect("the document is there");
    let lines = docs.split("```html\n").nth(1).and_then(|rest| rest.split("```").next());
    let lines = lines.expect("the two lines").replace("https://data.example", site.origin());
    let page = post(&site, &lines);
    assert_eq!(page.eval("document.querySelectorAll('main :is(script, policy-explorer)').length"), json!(0));
    page.wait("document.querySelector('main img').naturalWidth > 0");
    // No word of what is gone stands in the text.
    page.becomes("document.querySelector('main').innerText.trim()", "Test");
}

#[test]
fn a_pasted_address_becomes_a_frame_that_shows_the_map_in_its_sandbox() {
    each_engine("security policies");
    let site = serve();
    // As a site has them whose address is that of this one.
    let [frame, answer] = ["html", "json"].map(|kind| {
        let text = std::fs::read_to_string(folder().join(format!("embed/icse-access.{kind}")));
        text.expect("it is there").replace("https://data.example", site.origin())
    });
    site.answer("/policy/embed/icse-access.html", Answer::html(&frame));
    let answer: Value = serde_json::from_str(&answer).expect("JSON");
    let given = answer["html"].as_str().expect("a text");
    let hear = "<script>addEventListener('message', ({ data }) => {
        if (data.type === 'policy-explorer:height') window.told = data.height; });</script>";
    site.answer("/page.html", Answer::html(&html(hear)));
    let page = Page::open(&site.url("/page.html"));
    let left = filtered(&page, given, "answer");
    // A number that WordPress's own frames say in their messages.
    let framed = left
        .replace("icse-access.html", "icse-access.html#?secret=aB3dE6gH9j")
        .replace("<iframe", "<iframe sandbox=\"allow-scripts\" security=\"restricted\"");
    assert!(framed.contains("#?secret=") && framed.contains(" title=\""), "{framed}");
    site.answer("/page.html", Answer::html(&html(&(hear.to_owned() + &framed))));
    page.go(&site.url("/page.html"));
    page.wait("window.told > 400");
}
