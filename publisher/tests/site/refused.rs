//! What cannot become a site is refused in a line, before anything is written.

use crate::made::{Folder, REAL};
use std::fs;

fn check(name: &str, feed: &str, (further, named): (&[&str], &str)) {
    let site = Folder::new(name);
    let (status, err) = site.run(feed, further);
    assert_eq!(status, Some(2), "{named}: {err}");
    assert!(err.contains(named), "{named}: {err}");
    assert!(site.files().is_empty(), "{named}: {:?}", site.files().keys());
}

#[test]
fn ids_that_lead_out_of_the_folder_are_refused() {
    let feeds = Folder::new("ids");
    let text = fs::read_to_string(REAL).expect("it is there");
    for (index, id) in
        ["../collection", "a/b", "a\\\\b", ".hidden", "c:on", "é", "ICSE-ACCESS", ""].iter().enumerate()
    {
        let path = feeds.0.join(format!("{index}.json"));
        fs::write(&path, text.replace("\"collection\"", &format!("\"{id}\""))).expect("the disk takes it");
        let path = path.to_str().expect("a plain path");
        if id.is_empty() {
            // The reader leaves such a measure out.
            let site = Folder::new("ids-none");
            assert_eq!(site.run(path, &[]).0, Some(1));
            assert!(!site.has("measure/.html"));
        } else {
            check(&format!("ids-{index}"), path, (&[], "cannot have a page"));
        }
    }
}

#[test]
fn arguments_that_cannot_be_used_are_named() {
    check("no-feed", "no/such/feed.json", (&[], "no/such/feed.json"));
    check("url", REAL, (&["--url", "ftp://a.example"], "an address is written as"));
    check("query", REAL, (&["--url", "https://a.example/?x"], "an address is written as"));
    check("widget", REAL, (&["--widget", "src"], "has no policy-explorer.js"));
}

#[test]
fn a_folder_of_others_stays_as_it_is() {
    let site = Folder::new("theirs");
    fs::write(site.0.join("index.html"), "mine").expect("the disk takes it");
    let (status, err) = site.run(REAL, &[]);
    assert_eq!(status, Some(2));
    assert!(err.contains("index.html that this program did not write"), "{err}");
    assert_eq!(site.files().len(), 1);
}

#[test]
fn the_given_feed_is_never_overwritten() {
    let site = Folder::new("own");
    let feed = site.0.join("feed.json");
    fs::copy(REAL, &feed).expect("the disk takes it");
    let (status, err) = site.run(feed.to_str().expect("a plain path"), &[]);
    assert_eq!(status, Some(2));
    assert!(err.contains("would be overwritten"), "{err}");
    assert_eq!(site.files().len(), 1);
}

#[test]
fn a_list_that_leads_out_of_the_folder_removes_nothing_there() {
    let site = Folder::new("list");
    assert_eq!(site.run(REAL, &[]).0, Some(0));
    let theirs = Folder::new("list-theirs");
    let file = theirs.0.join("precious.txt");
    fs::write(&file, "mine").expect("the disk takes it");
    let name = theirs.0.file_name().and_then(|name| name.to_str()).expect("a plain name");
    let list = site.read("site-files.txt") + &format!("../{name}/precious.txt\n{}\n", file.display());
    fs::write(site.0.join("site-files.txt"), list).expect("the disk takes it");
    assert_eq!(site.run(REAL, &[]).0, Some(0));
    assert!(file.exists());
}
