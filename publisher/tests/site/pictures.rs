//! The pictures that other sites show where somebody links to a page.

#[allow(dead_code)]
#[path = "../../../tests/browser/harness/raster.rs"]
mod raster;

use crate::made::{DEMO, Folder, URL, attribute, document, tags, target};
use raster::Raster;
use serde_json::Value;
use std::fs;

/// The invented feed with some of its members.
fn few(folder: &Folder, members: &[&str]) -> String {
    let mut feed = document(DEMO);
    let stays = |item: &Value| members.iter().any(|member| item["country"] == *member);
    for list in ["members", "records"] {
        feed[list].as_array_mut().expect("a list").retain(stays);
    }
    feed["groups"] = Value::Array(Vec::new());
    let path = folder.0.join("few.json");
    fs::write(&path, feed.to_string()).expect("the disk takes it");
    path.to_str().expect("a plain path").to_owned()
}

/// The content of the property of a page.
fn property(html: &str, name: &str) -> Option<String> {
    let mut metas = tags(html, "meta").into_iter();
    let (tag, _) = metas.find(|(tag, _)| tag.contains(&format!("\"{name}\"")))?;
    attribute(tag, "content")
}

#[test]
fn every_page_has_one_as_wide_as_other_sites_want() {
    let (site, feeds) = (Folder::new("pictures"), Folder::new("pictures-feeds"));
    let feed = few(&feeds, &["FRA", "KEN"]);
    let (status, err) = site.run(&feed, &["--url", URL, "--pictures"]);
    assert_eq!(status, Some(0), "{err}");
    for (page, html) in site.pages() {
        let (path, _) = target("", &property(&html, "og:image").expect("a picture"));
        let png = fs::read(site.0.join(&path)).unwrap_or_else(|error| panic!("{page}, {path}: {error}"));
        let raster = Raster::read(&png);
        assert_eq!(raster.width, 1200, "{path}");
        let ground = &raster.bytes[..3];
        let drawn = raster.pixels().filter(|pixel| pixel[..3] != *ground).count();
        assert!(drawn > 5_000, "{path}: {drawn} pixels");
        assert!(property(&html, "og:image:alt").is_some_and(|alt| alt.len() > 20), "{page}");
    }
}
