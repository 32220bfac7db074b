//! What search engines, feed readers and other programs read of a site.

use crate::made::{DEMO, Folder, REAL, URL, attribute, made, real, tags, target};
use quick_xml::Reader;
use quick_xml::events::Event;
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};

/// Language to path, of the other languages that a page names.
fn alternates(page: &str, html: &str) -> BTreeMap<String, String> {
    let links = tags(html, "link").into_iter().filter(|(tag, _)| tag.contains("hreflang"));
    let pair = |(tag, _): (&str, &str)| {
        Some((attribute(tag, "hreflang")?, target(page, &attribute(tag, "href")?).0))
    };
    links.filter_map(pair).collect()
}

#[test]
fn pages_name_their_other_languages_and_these_name_them() {
    let site = real();
    let pages = site.pages();
    for (page, html) in &pages {
        let own = alternates(page, html);
        let languages: Vec<&str> = own.keys().map(String::as_str).collect();
        assert_eq!(languages, ["ar", "en", "es", "fr", "x-default"], "{page}");
        assert!(own.values().any(|path| path == page), "{page} names itself");
        for other in own.values() {
            assert_eq!(alternates(other, &pages[other]), own, "{page} and {other}");
        }
        let canonical = tags(html, "link").into_iter().find(|(tag, _)| tag.contains("rel=\"canonical\""));
        let canonical = attribute(canonical.expect("it has one").0, "href").expect("an address");
        assert!(canonical.starts_with(URL));
        assert_eq!(target(page, &canonical).0, *page);
    }
}

/// The texts of the elements of a name, and the values of an attribute of those of another.
fn xml(text: &str, element: &str, (other, key): (&str, &str)) -> (Vec<String>, Vec<String>) {
    let mut reader = Reader::from_str(text);
    let (mut open, mut texts, mut values): (Vec<String>, Vec<String>, Vec<String>) = Default::default();
    loop {
        match reader.read_event().unwrap_or_else(|error| panic!("not well-formed: {error}")) {
            Event::Start(start) => open.push(start.name().0.to_owned()),
            Event::End(_) => drop(open.pop().expect("it was open")),
            Event::Text(words) if open.last().is_some_and(|name| name == element) => {
                texts.push(words.to_string());
            }
            Event::Empty(empty) if empty.name().0 == other => {
                let value = empty.try_get_attribute(key).expect("well-formed").expect("it has it");
                values.push(value.value.into_owned());
            }
            Event::Eof => break,
            _ => {}
        }
    }
    assert!(open.is_empty(), "{open:?}");
    (texts, values)
}

#[test]
fn the_sitemap_lists_every_page_once_with_its_languages() {
    let site = real();
    let (listed, links) = xml(&site.read("sitemap.xml"), "loc", ("xhtml:link", "href"));
    let paths: Vec<String> = listed.iter().map(|address| target("", address).0).collect();
    let unique: BTreeSet<&String> = paths.iter().collect();
    assert_eq!(unique.len(), paths.len());
    assert_eq!(unique, site.pages().keys().collect());
    assert_eq!(links.len(), paths.len() * 5);
    assert!(links.iter().all(|link| site.has(&target("", link).0)));
}

/// The data that a page gives to search engines.
fn dataset(site: &Folder, page: &str) -> Value {
    let html = site.read(page);
    let json = html.split_once("<script type=\"application/ld+json\">").expect("it is there").1;
    serde_json::from_str(json.split_once("</script>").expect("it ends").0).expect("JSON")
}

#[test]
fn the_front_page_describes_the_data_by_schema_org() {
    let site = real();
    for page in ["index.html", "ar/index.html"] {
        let dataset = dataset(site, page);
        assert_eq!(
            (&dataset["@context"], &dataset["@type"]),
            (&"https://schema.org".into(), &"Dataset".into())
        );
        assert_eq!(dataset["license"], "https://creativecommons.org/licenses/by/4.0/");
        assert_eq!(dataset["variableMeasured"].as_array().map(Vec::len), Some(3));
        let files = dataset["distribution"].as_array().expect("a list");
        assert_eq!(files.len(), 6);
        for file in files {
            let (path, _) = target("", file["contentUrl"].as_str().expect("an address"));
            let bytes = std::fs::read(site.0.join(&path)).unwrap_or_else(|error| panic!("{path}: {error}"));
            let digest: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
            assert!(file.get("sha256").is_none_or(|said| *said == digest), "{path}");
        }
    }
    let invented = made("dataset-demo", DEMO);
    let description = dataset(&invented, "index.html")["description"].clone();
    assert!(description.as_str().expect("text").starts_with("Demonstration: "), "{description}");
}

#[test]
fn feed_readers_read_what_was_recorded_and_withdrawn() {
    let site = real();
    for (file, lang) in [("changes.atom", "en"), ("fr/changes.atom", "fr"), ("ar/changes-feed.json", "ar")] {
        let feed = feed_rs::parser::parse(site.read(file).as_bytes())
            .unwrap_or_else(|error| panic!("{file}: {error}"));
        assert_eq!(feed.language.as_deref(), Some(lang));
        let times: Vec<_> =
            feed.entries.iter().map(|entry| entry.updated.or(entry.published).expect("a time")).collect();
        assert!(times.is_sorted_by(|one, other| one >= other), "{file}: the newest first");
        assert!(times.iter().all(|time| time.to_rfc3339().as_str() < "2026-11-29"));
        let ids: BTreeSet<&String> = feed.entries.iter().map(|entry| &entry.id).collect();
        assert!(ids.len() == feed.entries.len() && ids.len() > 100, "{file}: {} ids", ids.len());
        for entry in &feed.entries {
            let link = entry.links.first().expect("a page");
            assert!(site.has(&target("", &link.href).0), "{file}: {}", link.href);
        }
    }
    // Nothing is mistaken for an address of another kind of page.
    let page = site.read("changes.html");
    assert!(
        page.contains("type=\"application/atom+xml\"") && page.contains("type=\"application/feed+json\"")
    );
}

#[test]
fn other_sites_are_told_of_the_pages_for_frames() {
    let site = Folder::new("frames");
    let (status, err) =
        site.run(REAL, &["--url", URL, "--module", "https://cdn.example/pe/policy-explorer.js"]);
    assert_eq!(status, Some(0), "{err}");
    for page in ["index.html", "fr/index.html", "ar/measure/icse-access.html"] {
        let html = site.read(page);
        let link = tags(&html, "link").into_iter().find(|(tag, _)| tag.contains("application/json+oembed"));
        let (answer, _) = target(page, &attribute(link.expect("it has one").0, "href").expect("an address"));
        let answer: Value = serde_json::from_str(&site.read(&answer)).expect("JSON");
        assert_eq!((&answer["version"], &answer["type"]), (&"1.0".into(), &"rich".into()));
        let frame = tags(answer["html"].as_str().expect("HTML"), "iframe")[0].0;
        let (path, _) = target("", &attribute(frame, "src").expect("an address"));
        let framed = site.read(&path);
        assert!(framed.contains("<body class=\"frame\">"));
        assert!(framed.contains("<template shadowrootmode=\"open\">"));
        let feed = attribute(tags(&framed, "policy-explorer")[0].0, "feed").expect("a feed");
        assert_eq!(target(&path, &feed).0, "feed.json");
        assert!(framed.contains("src=\"https://cdn.example/pe/embed.js\""));
    }
    assert!(!site.read("country/FRA.html").contains("json+oembed"));
}
