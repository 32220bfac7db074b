//! A site that is made again, over an earlier one.

use crate::made::{Folder, REAL, URL, document};
use serde_json::Value;
use std::fs;

/// The real feed with a text in the place of another.
fn changed(folder: &Folder, name: &str, changes: &[(&str, &str)]) -> String {
    let mut text = fs::read_to_string(REAL).expect("it is there");
    for (from, to) in changes {
        assert!(text.contains(from), "{from}");
        text = text.replacen(from, to, 1);
    }
    let path = folder.0.join(name);
    fs::write(&path, text).expect("the disk takes it");
    path.to_str().expect("a plain path").to_owned()
}

/// The real feed a day later, without a member of which there is no claim.
fn without(country: &str) -> Value {
    let mut feed = document(REAL);
    feed["published"] = "2026-11-29T08:00:00Z".into();
    let leave = |list: &mut Value| {
        list.as_array_mut().expect("a list").retain(|member| member["country"] != country);
    };
    leave(&mut feed["members"]);
    feed["groups"].as_array_mut().expect("a list").iter_mut().for_each(|group| leave(&mut group["members"]));
    feed
}

#[test]
fn a_second_run_makes_the_same_bytes() {
    let site = Folder::new("same");
    assert_eq!(site.run(REAL, &["--url", URL]).0, Some(0));
    let first = site.files();
    let (status, err) = site.run(REAL, &["--url", URL]);
    assert_eq!(status, Some(0), "{err}");
    assert!(err.contains("0 removed"), "{err}");
    let second = site.files();
    assert_eq!(first.keys().collect::<Vec<_>>(), second.keys().collect::<Vec<_>>());
    for (path, bytes) in &first {
        assert!(second[path] == *bytes, "{path} differs");
    }
}

#[test]
fn versions_stay_and_pages_that_are_no_more_go() {
    let (site, feeds) = (Folder::new("newer"), Folder::new("newer-feeds"));
    assert_eq!(site.run(REAL, &[]).0, Some(0));
    let old = site.read("feed.json");
    let versions = |site: &Folder| {
        site.files().into_keys().filter(|path| path.starts_with("versions/")).collect::<Vec<_>>()
    };
    let first = versions(&site);
    assert_eq!(first.len(), 1);
    fs::write(site.0.join("CNAME"), "data.example").expect("the disk takes it");
    fs::write(site.0.join("country/notes.txt"), "mine").expect("the disk takes it");
    fs::write(site.0.join("robots.txt"), "mine").expect("the disk takes it");
    assert!(site.has("country/TON.html") && site.has("fr/country/TON.html"));
    let newer = feeds.0.join("newer.json");
    fs::write(&newer, without("TON").to_string()).expect("the disk takes it");
    let newer = newer.to_str().expect("a plain path");
    let (status, err) = site.run(newer, &["--url", "https://data.example"]);
    assert_eq!(status, Some(0), "{err}");
    assert!(!site.has("country/TON.html") && !site.has("fr/country/TON.html"), "{err}");
    assert!(site.has("CNAME") && site.has("country/notes.txt"), "what others put there stays");
    assert_eq!(site.read("robots.txt"), "mine");
    let both = versions(&site);
    assert_eq!(both.len(), 2);
    assert_eq!(site.read(&first[0]), old, "an earlier version is as it was");
    let page = site.read("index.html");
    assert!(first.iter().all(|path| page.contains(path.as_str())), "the front page leads to it");
    assert!(both.iter().any(|path| site.read(path) == site.read("feed.json")));
}

#[test]
fn the_published_feed_is_the_given_one_with_the_patterns_of_versions_and_pictures() {
    let site = Folder::new("pattern");
    assert_eq!(site.run(REAL, &[]).0, Some(0));
    let field =
        "\n \"versions\": \"versions/{digest}.json\",\n \"pictures\": \"pictures/{measure}-{lang}.svg\",";
    let given = fs::read_to_string(REAL).expect("it is there");
    assert_eq!(site.read("feed.json").replacen(field, "", 1), given);
    for picture in ["pictures/overall-en.svg", "pictures/icse-access-ar.svg", "pictures/collection-pt.svg"] {
        assert!(site.read(picture).starts_with("<svg "), "{picture}");
    }
    // Where the address of the site is known, the pattern is whole.
    let placed = Folder::new("pattern-placed");
    assert_eq!(placed.run(REAL, &["--url", URL]).0, Some(0));
    assert!(placed.read("feed.json").contains(&format!("\"versions\": \"{URL}versions/{{digest}}.json\"")));
    // A feed that names its own stays as it is.
    let feeds = Folder::new("pattern-feeds");
    let own =
        "{\n \"versions\": \"versions/{digest}.json\",\n \"pictures\": \"/maps/{lang}/{measure}.svg\",\n";
    let named = changed(&feeds, "named.json", &[("{\n", own)]);
    let again = Folder::new("pattern-again");
    assert_eq!(again.run(&named, &[]).0, Some(0));
    assert_eq!(again.read("feed.json"), fs::read_to_string(&named).expect("it is there"));
}

#[test]
fn what_needs_an_address_is_left_out_without_one_and_said() {
    let site = Folder::new("nowhere");
    let (status, err) = site.run(REAL, &[]);
    assert_eq!(status, Some(0));
    assert!(err.contains("without --url there is no sitemap"), "{err}");
    assert!(!site.has("sitemap.xml"));
    let page = site.read("fr/country/FRA.html");
    assert!(!page.contains("rel=\"canonical\"") && !page.contains("og:url"));
    assert!(page.contains("hreflang=\"ar\" href=\"../../ar/country/FRA.html\""));
}

#[test]
fn the_widget_is_copied_or_linked_where_it_is() {
    let site = Folder::new("module");
    assert_eq!(site.run(REAL, &["--module", "https://cdn.example/pe/policy-explorer.js"]).0, Some(0));
    let page = site.read("fr/index.html");
    for piece in [
        "<script type=\"module\" src=\"https://cdn.example/pe/policy-explorer.js\"></script>",
        "script-src 'self' https://cdn.example 'wasm-unsafe-eval'",
        "<policy-explorer url-state=\"history\" feed=\"../feed.json\" lang=\"fr\">",
    ] {
        assert!(page.contains(piece), "{piece}");
    }
    assert!(site.read("fr/country/FRA.html").contains("index.html#policy-explorer=country:FRA"));
    let still = Folder::new("still");
    let (_, err) = still.run(REAL, &[]);
    assert!(err.contains("the map is a picture"), "{err}");
    let still_page = still.read("index.html");
    assert!(!still_page.contains("<script type=\"module\"") && !still_page.contains("<noscript>"));
    assert!(!still_page.contains("class=\"toolbar\""), "nothing that only a script could answer");
    assert!(still.files().into_keys().any(|path| path.starts_with("widget/assets/picture-")));
}
