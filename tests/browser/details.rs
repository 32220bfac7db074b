//! The sources of a country in a file of their own (`details`): fetched when its profile opens.

use std::time::Duration;

use serde_json::{Value, json};

use crate::harness::ability::each_engine;
use crate::harness::page::Page;
use crate::harness::site::{Answer, Site, dist};
use crate::widget::ready;

/// The feed of `dist/` with its sources in the details.
fn feed(details: &str) -> Value {
    let bytes = std::fs::read(dist().join("feed.json")).expect("the feed is there");
    let mut feed: Value = serde_json::from_slice(&bytes).expect("it is JSON");
    feed["details"] = json!(details);
    for record in feed["records"].as_array_mut().expect("a list") {
        let record = record.as_object_mut().expect("an object");
        let sources = record["evidence"].as_array().expect("a list").len();
        record.remove("evidence");
        record.insert("sources".to_owned(), json!(sources));
    }
    feed
}

/// The details of a country of the feed in `dist/`.
fn country(code: &str) -> Answer {
    let bytes = std::fs::read(dist().join("feed.json")).expect("the feed is there");
    let mut feed: Value = serde_json::from_slice(&bytes).expect("it is JSON");
    for list in ["members", "records"] {
        feed[list].as_array_mut().expect("a list").retain(|item| item["country"] == code);
    }
    feed["groups"] = json!([]);
    Answer::json(feed.to_string())
}

/// A site whose feed has its sources in `countries/`.
fn site() -> Site {
    let site = Site::with_page(
        "<script type=module src=policy-explorer.js></script>
         <policy-explorer feed=split.json lang=en></policy-explorer>",
    );
    site.answer("/split.json", Answer::json(feed("countries/{country}.json").to_string()));
    site
}

fn open(site: &Site) -> Page {
    let page = Page::open(&site.url("/page.html"));
    ready(&page);
    page
}

#[test]
fn sources_are_fetched_when_the_profile_opens() {
    each_engine("requests");
    let site = site();
    site.answer("/countries/FRA.json", country("FRA").delay(Duration::from_millis(1500)));
    let page = open(&site);
    assert!(!site.paths().iter().any(|path| path.starts_with("/countries/")), "nobody needs them yet");
    page.execute("host.country = 'FRA'");
    page.wait("$('.profile [data-say]')?.textContent.includes('Loading…')");
    assert!(page.text(".profile .source").contains("source"), "{}", page.text(".profile .source"));
    assert!(!page.text(".profile").contains("No source given"));
    page.wait("$('.profile .source a')");
    assert_eq!(page.count(".profile [data-say]"), 0);
    assert!(!page.text(".profile").contains("No source given"));
    let request = site.requests().into_iter().find(|request| request.path == "/countries/FRA.json");
    let headers = request.expect("it was asked for").headers;
    assert_eq!((headers.get("cookie"), headers.get("referer")), (None, None));
    assert_eq!(page.axe(), "");
}

#[test]
fn what_does_not_come_is_said_and_tried_again() {
    let site = site();
    site.answer("/countries/FRA.json", Answer::html("").status(404));
    let page = open(&site);
    page.execute("host.country = 'FRA'");
    page.wait("$('.profile [role=alert] button')");
    assert!(!page.text(".profile").contains("No source given"));
    site.answer("/countries/FRA.json", country("FRA"));
    page.execute("$('.profile [role=alert] button').focus()");
    page.press("Enter");
    page.wait("$('.profile .source a')");
    page.wait("root.activeElement?.closest('.pe')");
    assert_eq!(page.count(".profile [role=alert]"), 0);
}

#[test]
fn a_late_answer_is_not_shown_in_another_profile() {
    let site = site();
    site.answer("/countries/FRA.json", country("FRA").delay(Duration::from_millis(1500)));
    site.answer("/countries/KEN.json", country("KEN"));
    let page = open(&site);
    page.execute("host.country = 'FRA'");
    page.wait("$('.profile [data-say]')");
    page.execute("host.country = 'KEN'");
    page.wait("$('.profile .source a')");
    let shown = page.text(".profile");
    page.wait("performance.getEntriesByType('resource').some((entry) => entry.name.endsWith('/FRA.json'))");
    page.rest();
    assert_eq!(page.text(".profile"), shown);
}

#[test]
fn a_frame_takes_sources_only_from_where_it_takes_feeds() {
    let (site, stranger) = (site(), Site::start());
    let elsewhere = feed(&format!("{}/countries/{{country}}.json", stranger.origin()));
    site.answer("/elsewhere.json", Answer::json(elsewhere.to_string()));
    let page = Page::open(&site.url("/embed.html?feed=elsewhere.json&country=FRA"));
    page.wait("$('.profile [role=alert]')");
    assert_eq!(stranger.paths(), [""; 0], "the stranger was asked");
    site.answer("/countries/FRA.json", country("FRA"));
    let page = Page::open(&site.url("/embed.html?feed=split.json&country=FRA"));
    page.wait("$('.profile .source a')");
}

#[test]
fn sources_come_from_the_web_alone() {
    let site = site();
    for details in ["data:application/json,{}#{country}", "blob:{country}", ""] {
        site.answer("/split.json", Answer::json(feed(details).to_string()));
        let page = open(&site);
        page.execute("host.country = 'FRA'");
        page.wait("$('.profile [role=alert]')");
    }
}
