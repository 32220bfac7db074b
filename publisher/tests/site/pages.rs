//! What the pages say, and where they lead.

use crate::made::{DEMO, Folder, REAL, TODAY, URL, attribute, document, escaped, made, real, tags, target};
use crate::naive::Naive;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// The addresses that a page leads to or loads, but those of other sites.
fn links(html: &str) -> BTreeSet<String> {
    let mut links = BTreeSet::new();
    for (name, key) in
        [("a", "href"), ("link", "href"), ("script", "src"), ("img", "src"), ("policy-explorer", "feed")]
    {
        links.extend(tags(html, name).into_iter().filter_map(|(tag, _)| attribute(tag, key)));
    }
    links.retain(|link| link.starts_with(URL) || !(link.contains("://") || link.starts_with("mailto:")));
    links
}

fn check_links(site: &Folder, least: usize) {
    let pages = site.pages();
    let ids = |html: &String| {
        html.split(" id=\"").skip(1).filter_map(|rest| Some(rest.split_once('"')?.0.to_owned())).collect()
    };
    let ids: BTreeMap<&String, BTreeSet<String>> =
        pages.iter().map(|(page, html)| (page, ids(html))).collect();
    let mut followed = 0;
    for (page, html) in &pages {
        for link in links(html) {
            let (path, place) = target(page, &link);
            assert!(site.has(&path), "{page}: {link}");
            // What stands behind this name is the widget’s.
            if !place.is_empty() && !place.starts_with("policy-explorer=") {
                assert!(ids[&path].contains(&place), "{page}: {link}");
            }
            followed += 1;
        }
    }
    assert!(followed > least, "{followed} links");
}

/// Every status on every page is what the second resolver says.
fn check_statuses(site: &Folder, feed: &str) {
    let document = document(feed);
    let naive = Naive::new(&document);
    let (mut compared, status) = (0, |country: &str, topic: &str| naive.status(country, topic, TODAY, ""));
    let mut same = |page: &str, tag: &str, topic: &str| {
        let country = attribute(tag, "data-country").expect("a country");
        assert_eq!(
            attribute(tag, "data-status"),
            Some(status(&country, topic)),
            "{page}: {country}, {topic}"
        );
        compared += 1;
    };
    for (page, html) in site.pages() {
        // What the element draws is held by its own tests.
        let (head, rest) = html.split_once("<main").expect("the page has it");
        assert!(!head.contains("data-status"));
        let light = rest.split_once("</template>").map_or(rest, |(_, rest)| rest);
        if page.contains("country/") {
            for (tag, section) in
                tags(light, "section").into_iter().filter(|(tag, _)| tag.contains("data-measure"))
            {
                let measure = attribute(tag, "data-measure").expect("a measure");
                let standing = section_of(light, section);
                assert_eq!(standing.len(), 1, "{page}");
                same(&page, standing[0], &measure);
            }
        } else if let Some((_, name)) = page.split_once("measure/") {
            let topic = name.trim_end_matches(".html");
            counted(light, "tr").into_iter().for_each(|tag| same(&page, tag, topic));
        } else {
            counted(light, "li").into_iter().for_each(|tag| same(&page, tag, "overall"));
        }
    }
    assert!(compared > 2000, "{compared} statuses");
}

/// The tags of a name that say the status of a country.
fn counted<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    let tags = tags(html, name).into_iter().map(|(tag, _)| tag);
    tags.filter(|tag| tag.contains("data-country") && tag.contains("data-status")).collect()
}

/// The tags with a status from the start of a section to the next.
fn section_of<'a>(html: &'a str, start: &'a str) -> Vec<&'a str> {
    let at = start.as_ptr().addr() - html.as_ptr().addr();
    let section = html[at..].split("<section").next().expect("a piece");
    tags(section, "p").into_iter().map(|(tag, _)| tag).filter(|tag| tag.contains("data-status")).collect()
}

/// Every source of a claim stands on the page of its country, in each language.
fn check_sources(site: &Folder, feed: &str, folders: &[&str]) {
    let document = document(feed);
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let mut found = 0;
    for record in list(&document["records"]) {
        let country = record["country"].as_str().expect("a code");
        for folder in folders {
            let page = site.read(&format!("{folder}country/{country}.html"));
            for source in list(&record["evidence"]) {
                for name in ["url", "archived"] {
                    if let Some(url) = source[name].as_str() {
                        assert!(page.contains(&format!("href=\"{}\"", escaped(url))), "{country}: {url}");
                        found += 1;
                    }
                }
                let quote = source["quote"].as_str();
                assert!(quote.is_none_or(|quote| page.contains(&escaped(quote))), "{country}: {quote:?}");
            }
        }
    }
    assert!(found > 100, "{found} addresses");
}

/// Nothing in a page runs but the widget’s module, and nothing has a style of its own.
fn check_policy(site: &Folder) {
    for (page, html) in site.pages() {
        for piece in [" style=", "<style", " onclick", " onload", "javascript:"] {
            assert!(!html.contains(piece), "{page}: {piece}");
        }
        for (tag, rest) in tags(&html, "script") {
            let is_data = tag == "type=\"application/ld+json\"";
            assert!(is_data || (tag.contains(" src=") && rest.starts_with("</script>")), "{page}: {tag}");
        }
        assert!(html.contains("content=\"default-src 'none';"), "{page}");
        assert_eq!(html.matches("<h1").count(), 1, "{page}");
    }
}

#[test]
fn the_site_of_the_real_feed_is_whole_and_true() {
    let site = real();
    assert_eq!(site.pages().len(), 4 * (196 + 3 + 2));
    check_links(site, 10_000);
    check_statuses(site, REAL);
    check_sources(site, REAL, &["", "fr/", "es/", "ar/"]);
    check_policy(site);
    assert!(site.read("ar/index.html").starts_with("<!doctype html>\n<html lang=\"ar\" dir=\"rtl\">"));
    let names = ["country/KEN.html", "fr/country/KEN.html"].map(|page| site.read(page));
    assert!(names[0].contains("<h1><bdi>Kenya</bdi></h1>") && names[1].contains("<h1><bdi>Kenya</bdi></h1>"));
}

#[test]
fn the_site_of_the_invented_feed_says_so_on_every_page() {
    let site = made("demo", DEMO);
    check_links(&site, 5_000);
    check_statuses(&site, DEMO);
    check_policy(&site);
    let english = site.pages().into_iter().filter(|(_, html)| html.contains("<html lang=\"en\""));
    for (page, html) in english {
        assert!(
            html.contains("<p class=\"site-demo\">Demonstration: all data shown here is invented."),
            "{page}"
        );
    }
}

#[test]
fn what_is_not_known_is_said_and_can_be_asked_for() {
    let site = real();
    let (page, french) = (site.read("country/TON.html"), site.read("fr/country/TON.html"));
    assert_eq!(page.matches("data-status=\"unknown\"").count(), 3);
    for words in [
        "no public data",
        "No public source was found",
        "Ask for it",
        "Country: Tonga",
        &format!("{URL}country/TON.html"),
    ] {
        assert!(page.contains(words), "{words}");
    }
    assert!(french.contains("aucune donnée publique") && french.contains("Tonga"));
    // Of a country with all measures known, nothing is asked.
    assert!(!site.read("country/FRA.html").contains("Ask for it"));
}
