//! The changes between two versions of the real feed, as Atom and JSON Feed: what RFC 4287 and JSON Feed 1.1 want of them.

mod told;

use atom_syndication::FixedDateTime;
use policy_explorer::xml::is_allowed;
use roxmltree::{Document, Node};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use told::{Feed, told};

const REAL: &str = "../data/hanoi-2011/feed.json";
const DAY: &str = "2026-11-28";
const ADDRESS: &str = "https://data.example/changes.atom?a=1&b=2";
const ATOM: &str = "http://www.w3.org/2005/Atom";
const XML: &str = "http://www.w3.org/XML/1998/namespace";

fn real() -> Value {
    serde_json::from_str(&std::fs::read_to_string(REAL).expect("it is there")).expect("JSON")
}

/// The real feed as it was before the claims of a day were recorded and others withdrawn.
fn older() -> Value {
    let mut feed = real();
    feed["published"] = json!("2026-11-24T09:00:00Z");
    let records = feed["records"].as_array_mut().expect("a list");
    records.retain(|record| record["recorded"] != DAY);
    for record in records.iter_mut().filter_map(Value::as_object_mut) {
        record.shift_remove("withdrawn");
        record.shift_remove("correction");
    }
    feed
}

/// What `diff` prints of a version and the next.
fn diff(name: &str, [old, new]: [&Value; 2], options: &[&str]) -> String {
    let old = Feed::new(&format!("atom-{name}-old"), &old.to_string());
    let new = Feed::of_bytes(&format!("atom-{name}-new"), new.to_string().as_bytes());
    let (status, out, err) = told(&[&["diff", old.path(), new.path()], options].concat());
    assert_eq!((status, err.as_str()), (Some(0), ""));
    out
}

/// The elements of a name in an element.
fn all<'a>(element: Node<'a, 'a>, name: &'a str) -> impl Iterator<Item = Node<'a, 'a>> {
    element.children().filter(move |child| child.has_tag_name((ATOM, name)))
}

/// The text of an element that is there exactly once.
fn one<'a>(element: Node<'a, 'a>, name: &'a str) -> &'a str {
    assert_eq!(all(element, name).count(), 1, "{name} in {element:?}");
    all(element, name).next().and_then(|child| child.text()).unwrap_or_default()
}

fn is_time(text: &str) -> bool {
    FixedDateTime::parse_from_rfc3339(text).is_ok()
}

/// The ids of the entries.
fn ids(feed: Node<'_, '_>) -> BTreeSet<String> {
    feed.children().filter(|child| child.has_tag_name((ATOM, "entry"))).map(|entry| id(entry)).collect()
}

fn id(element: Node<'_, '_>) -> String {
    let child = element.children().find(|child| child.has_tag_name((ATOM, "id")));
    child.and_then(|child| child.text()).expect("an id").to_owned()
}

#[test]
fn atom_has_what_the_standard_wants() {
    for lang in ["en", "fr", "es", "ar", "pt"] {
        let options = ["--format", "atom", "--lang", lang, "--address", ADDRESS];
        let xml = diff(&format!("standard-{lang}"), [&older(), &real()], &options);
        let document = Document::parse(&xml).expect("XML");
        let feed = document.root_element();
        assert!(feed.has_tag_name((ATOM, "feed")));
        assert_eq!(feed.attribute((XML, "lang")), Some(lang));
        assert!(!one(feed, "title").is_empty() && is_time(one(feed, "updated")), "{xml}");
        let authors: Vec<_> = all(feed, "author").map(|author| one(author, "name")).collect();
        assert_eq!(authors, ["Policy Explorer"]);
        let own = all(feed, "link").filter(|link| link.attribute("rel") == Some("self"));
        assert_eq!(own.filter_map(|link| link.attribute("href")).collect::<Vec<_>>(), [ADDRESS]);
        for entry in all(feed, "entry") {
            assert!(!one(entry, "title").is_empty() && is_time(one(entry, "updated")), "{entry:?}");
            // Without a link to a page an entry must have its content.
            assert!(!one(entry, "content").is_empty(), "{entry:?}");
            assert!(all(entry, "category").all(|category| category.has_attribute("term")), "{entry:?}");
        }
        let mut ids = ids(feed);
        assert!(ids.len() > 20 && ids.len() == all(feed, "entry").count(), "{ids:?}");
        assert!(ids.insert(one(feed, "id").to_owned()), "the feed has an id of its own");
        assert!(ids.iter().all(|id| id.starts_with("urn:uuid:") && id.len() == 45), "{ids:?}");
    }
}

#[test]
fn ids_stay_from_version_to_version_and_no_other_feed_has_them() {
    let (older, newer) = (older(), real());
    let mut newest = newer.clone();
    newest["published"] = json!("2026-12-24T09:00:00Z");
    newest["records"][0]["note"] = json!("Said otherwise.");
    let mut other = newest.clone();
    other["id"] = json!("another");
    let told = |name: &str, newer| {
        let xml = diff(name, [&older, newer], &["--format", "atom"]);
        let document = Document::parse(&xml).expect("XML");
        (id(document.root_element()), ids(document.root_element()))
    };
    let [first, second, third] =
        [("first", &newer), ("second", &newest), ("third", &other)].map(|(name, newer)| told(name, newer));
    assert_eq!(first.0, second.0);
    assert!(first.1.is_subset(&second.1), "{first:?} {second:?}");
    assert!(third.0 != first.0 && third.1.len() == second.1.len() && third.1.is_disjoint(&second.1));
}

#[test]
fn no_text_of_a_feed_breaks_the_xml() {
    let mut odd = real();
    let text = "\u{1}\u{b}\u{fffe}<b>&amp; ]]> \u{1f600}\r\n x";
    odd["title"] = json!({"en": text});
    odd["publisher"]["name"] = json!(text);
    for record in odd["records"].as_array_mut().expect("a list") {
        if record.get("correction").is_some() {
            record["correction"] = json!({"en": text});
        }
    }
    let xml = diff("odd", [&older(), &odd], &["--format", "atom"]);
    assert!(xml.chars().all(is_allowed), "{xml}");
    let document = Document::parse(&xml).expect("XML");
    let title = one(document.root_element(), "title");
    assert!(title.contains("<b>&amp; ]]> \u{1f600}"), "{title}");
}

#[test]
fn a_json_feed_has_what_the_standard_wants() {
    let address = "https://data.example/changes.json";
    let out = diff("json", [&older(), &real()], &["--format", "jsonfeed", "--address", address]);
    let feed: Value = serde_json::from_str(&out).expect("JSON");
    let text = |value: &Value| value.as_str().expect("a text").to_owned();
    assert_eq!(text(&feed["version"]), "https://jsonfeed.org/version/1.1");
    assert!(!text(&feed["title"]).is_empty());
    assert_eq!(text(&feed["feed_url"]), address);
    let items = feed["items"].as_array().expect("a list");
    let ids: BTreeSet<String> = items.iter().map(|item| text(&item["id"])).collect();
    assert!(items.len() > 20 && ids.len() == items.len(), "{ids:?}");
    for item in items {
        assert!(!text(&item["content_text"]).is_empty() && is_time(&text(&item["date_published"])), "{item}");
    }
}

#[test]
fn an_address_that_is_none_is_refused() {
    let (status, out, err) = told(&["diff", REAL, REAL, "--format", "atom", "--address", "changes.atom"]);
    assert_eq!((status, out.as_str()), (Some(2), ""), "{err}");
    assert!(err.contains("https://"), "{err}");
}
