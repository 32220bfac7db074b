//! The list of changes by keyboard alone and by finger alone, and what is said when a newer feed arrives.

use crate::harness::ability::{Ability, each_engine, lacks};
use crate::harness::page::{Page, Scheme};
use crate::harness::site::{Answer, Site, dist};
use crate::large;
use crate::widget::{embed, open, ready};
use serde_json::{Value, json};

#[test]
fn a_change_leads_to_its_country_by_keyboard_alone() {
    each_engine("focus");
    let (_site, page) = open("view='changes'");
    page.wait("$('[part~=changes] .change')");
    let first = page.attribute(".change", "data-country").expect("a country");
    let on_first = "root.activeElement?.closest('.change')";
    for _ in 0..30 {
        page.press("Tab");
        if page.eval(&format!("Boolean({on_first})")) == json!(true) {
            break;
        }
    }
    assert_eq!(page.eval(&format!("{on_first}.dataset.country")), json!(first));
    page.press("Enter");
    page.wait(&format!(
        "$('[part~=profile]').dataset.country === '{first}' && root.activeElement.closest('.profile')"
    ));
    page.press("Escape");
    page.wait(&format!("!$('[part~=profile]') && {on_first}?.dataset.country === '{first}'"));
}

#[test]
fn a_long_list_grows_by_finger_alone() {
    if lacks(Ability::Touch) {
        return;
    }
    let site = Site::with_page(&embed("view='changes'").replace("feed.json", "demo.json"));
    let page = Page::blank();
    page.touch_screen();
    page.resize(320, 640);
    page.go(&site.url("/page.html"));
    ready(&page);
    page.wait("$('.changes-section .change')");
    let in_world = "$('.changes-section').querySelectorAll('.change').length";
    assert_eq!(page.eval(in_world), json!(200));
    page.tap(".changes-section > button");
    page.wait(&format!("{in_world} === 400"));
    assert_eq!(page.eval("host.scrollWidth <= innerWidth"), json!(true), "nothing scrolls sideways");
    page.tap(".change button");
    page.wait("$('[part~=profile]')");
}

#[test]
fn a_large_feed_is_followed_and_listed() {
    let site = Site::with_page(&embed("view='trend' measure='m'").replace("feed.json", "large.json"));
    site.answer("/large.json", Answer::json(large::feed()));
    let page = Page::open(&site.url("/page.html"));
    ready(&page);
    page.wait("$('.chart')");
    page.execute("$('.chart').focus()");
    for year in [2025, 2024, 2023] {
        page.press("ArrowLeft");
        page.wait(&format!("$('.when').innerText === 'End of {year}'"));
    }
    let counts = "$$('.numbers .legend b').map((count) => Number(count.textContent.replaceAll(',', '')))";
    assert_eq!(page.eval(&format!("{counts}.reduce((sum, count) => sum + count)")), json!(5000));
    page.execute("host.state = { view: 'changes' }");
    page.wait("$$('.changes-section .change').length === 200");
    assert!(page.text(".changes-section > button").starts_with("Show more (200 of "));
}

#[test]
fn since_a_date_the_list_is_what_changed_after_it() {
    let (_site, page) = open("view='changes' measure='icse-access' date='2026-11-24' against='2022-07'");
    page.wait("$('.change')");
    let lines = page.eval("$$('.change').map((line) => line.innerText)");
    let lines: Vec<String> = serde_json::from_value(lines).expect("texts");
    assert!(lines.iter().any(|line| line.contains("Pakistan")), "{lines:#?}");
    assert!(!lines.iter().any(|line| line.contains("India")), "{lines:#?}");
    assert!(page.text(".changes-count").contains("after 31 July 2022"), "{}", page.text(".changes-count"));
    assert_eq!(
        page.eval("$$('[part~=changes] :is(h3, h4)').map((head) => head.tagName + head.innerText)"),
        json!(["H3Changes in the world", "H42024", "H42022", "H3Changes to the data", "H42026"])
    );
    page.execute("host.setAttribute('heading', '3')");
    page.wait("$('[part~=changes] h5')");
}

#[test]
fn trend_and_changes_pass_axe() {
    for (view, scheme) in [
        ("trend", Scheme::Light),
        ("trend", Scheme::Dark),
        ("changes", Scheme::Light),
        ("changes", Scheme::Dark),
    ] {
        let site = Site::with_page(&embed(&format!("view='{view}' measure='icse-access'")));
        let page = Page::blank();
        page.prefer(scheme);
        page.go(&site.url("/page.html"));
        page.wait(&format!("$('[part~={view}] :is(.change, .numbers)')"));
        page.execute("$('[part~=trend] [aria-expanded]')?.click()");
        assert_eq!(page.axe(), "", "{view}, {scheme:?}");
    }
}

#[test]
fn a_newer_feed_is_announced_once_and_the_reader_stays_where_they_are() {
    let feed = std::fs::read_to_string(dist().join("feed.json")).expect("the feed");
    let mut feed: Value = serde_json::from_str(&feed).expect("JSON");
    let site = Site::with_page(&embed("measure='icse-access' view='trend'").replace("feed.json", "own.json"));
    site.answer("/own.json", Answer::json(feed.to_string()));
    let page = Page::open(&site.url("/page.html"));
    ready(&page);
    page.wait("$('.chart')");
    page.execute("$('.chart').focus()");
    page.press("Home");
    page.wait("$('.when').innerText === 'End of 2008'");
    assert_eq!(page.text(".sr[role=status]"), "");
    page.eval("host.refresh()");
    page.wait(
        "$('.sr[role=status]').textContent === 'The data was updated. No status shown here has changed.'",
    );
    for country in ["FIN", "CHL"] {
        let record = json!({"country": country, "measure": "icse-access", "status": "implemented", "date": "2026-11",
                            "evidence": [{"url": "https://example.org/", "title": "T"}]});
        feed["records"].as_array_mut().expect("a list").push(record);
    }
    site.answer("/own.json", Answer::json(feed.to_string()));
    page.eval("host.refresh()");
    page.wait(
        "$('.sr[role=status]').textContent === 'The data was updated: 2 statuses shown here have changed.'",
    );
    page.wait("$('.when').innerText === 'End of 2008' && root.activeElement === $('.chart')");
    assert_eq!(page.count(".sr[role=status]"), 1);
}
