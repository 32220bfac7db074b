//! What a first visit costs: everything that the plain two-line embed loads, the feed aside, as a host sends it
//! that compresses with Brotli. What answers the reader comes right after the first map.

use std::io::Write;

use crate::harness::page::Page;
use crate::harness::site::{self, Site};

const FIRST_MAP: usize = 122_000;
const ALL: usize = 163_800;

#[test]
fn first_visit_stays_within_its_budget() {
    let site = Site::with_page(
        r#"<script type="module" src="policy-explorer.js"></script>
           <policy-explorer feed="feed.json"></policy-explorer>"#,
    );
    let page = Page::open(&site.url("/page.html"));
    page.wait("performance.getEntriesByName('policy-explorer:ready').length");
    // What is loaded at leisure counts as well.
    page.wait("new Promise((done) => (window.requestIdleCallback ?? setTimeout)(() => done(true)))");

    let mut paths = site.paths();
    paths.retain(|path| !["/page.html", "/feed.json", "/icon.svg", "/favicon.ico"].contains(&path.as_str()));
    paths.sort();
    paths.dedup();
    let sizes: Vec<(usize, &str)> = paths.iter().map(|path| (brotli(&path[1..]), path.as_str())).collect();
    let total = sizes.iter().map(|size| size.0).sum::<usize>();
    let table: String = sizes.iter().map(|(size, path)| format!("{size:>8} {path}\n")).collect();
    // Not by `println!`: the list is to be seen when the test passes, too.
    writeln!(std::io::stdout(), "Brotli 11, bytes:\n{table}{total:>8} in all")
        .expect("standard output is open");
    assert!(paths.iter().any(|path| path.ends_with(".wasm")), "the visit loads no wasm:\n{table}");
    assert!(total <= ALL, "a first visit takes {total} bytes of {ALL}:\n{table}");
    let later: usize =
        sizes.iter().filter(|size| size.1.starts_with("/assets/answer-")).map(|size| size.0).sum();
    assert!(later > 0, "what answers the reader is not loaded:\n{table}");
    let first = total - later;
    assert!(first <= FIRST_MAP, "the first map takes {first} bytes of {FIRST_MAP}:\n{table}");
}

pub fn brotli(path: &str) -> usize {
    let file = std::fs::read(site::dist().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
    let parameters = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut file.as_slice(), &mut compressed, &parameters).expect("memory takes it");
    compressed.len()
}
