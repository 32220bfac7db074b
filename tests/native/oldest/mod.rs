//! The oldest browsers that `docs/embedding.md` names have everything that the widget uses, after MDN's browser
//! compatibility data, and none is newer than need be.
//!
//! What is used is read out of the sources: properties, at-rules, media features, selectors, functions and words in
//! `styles/`; syntax, globals, their members and all other members by name in the scripts; interfaces and members in
//! `src/element`; the wasm's features in the build. So whatever is newly used is found, too.

use std::collections::BTreeMap;
use std::sync::LazyLock;

mod compatibility;
mod exceptions;
mod scripts;
mod styles;

use compatibility::{Data, Version};
use exceptions::{HIDDEN, PREFIXED, REFINEMENTS};

/// Where each feature is used, by its key in the data, like `css.selectors.has`.
pub type Used = BTreeMap<String, String>;

/// The rows of the documentation's table, and the browsers of the data that each means.
const BROWSERS: [(&str, &[&str]); 3] = [
    ("Chrome", &["chrome", "edge", "chrome_android"]),
    ("Firefox", &["firefox", "firefox_android"]),
    ("Safari", &["safari", "safari_ios"]),
];

/// The data, unless they are missing, which is said.
fn data() -> Option<&'static Data> {
    static DATA: LazyLock<Option<Data>> = LazyLock::new(Data::read);
    let data = DATA.as_ref();
    if data.is_none() {
        let test = std::thread::current().name().unwrap_or("a test").to_string();
        println!("[skipped] {test}: no compatibility data, cargo xtask test installs them");
    }
    data
}

fn used(data: &Data) -> Used {
    let mut used = Used::new();
    styles::read(data, &mut used);
    scripts::read(data, &mut used);
    for &(key, place) in HIDDEN {
        used.insert(key.to_owned(), place.to_owned());
    }
    used
}

/// Like `| Firefox | 121 | December 2023 |`.
fn stated(browser: &str) -> (String, String) {
    let text = std::fs::read_to_string("docs/embedding.md").expect("the documentation");
    let section = text.split("## Browsers\n").nth(1).expect("it has a section on browsers");
    let row = section.lines().find(|line| line.starts_with(&format!("| {browser}"))).expect("it has a row");
    let cells: Vec<&str> = row.split('|').map(str::trim).collect();
    (cells[2].to_owned(), cells[3].to_owned())
}

fn refines(key: &str) -> bool {
    REFINEMENTS.iter().any(|(refinement, _)| *refinement == key)
}

#[test]
fn the_stated_browsers_have_everything_that_is_used() {
    let Some(data) = data() else { return };
    let mut lacking = Vec::new();
    for (key, place) in used(data).iter().filter(|(key, _)| !refines(key)) {
        for (row, browsers) in BROWSERS {
            let stated = Version::read(&stated(row).0);
            for browser in browsers {
                let since = data.since(key, browser, PREFIXED.contains(&key.as_str()));
                if since.as_ref().is_none_or(|since| *since > stated) {
                    lacking.push(format!("{key} ({place}): {browser} has it since {since:?}"));
                }
            }
        }
    }
    assert_eq!(
        lacking, [""; 0],
        "state a newer browser in docs/embedding.md, do without, or say in exceptions.rs why not"
    );
}

#[test]
fn none_is_newer_than_need_be() {
    let Some(data) = data() else { return };
    let used = used(data);
    for (row, browsers) in BROWSERS {
        let needed = used.keys().filter(|key| !refines(key)).filter_map(|key| {
            let since = data.since(key, browsers[0], PREFIXED.contains(&key.as_str()))?;
            Some((since, key))
        });
        let (newest, key) = needed.max().expect("something is used");
        let stated = stated(row);
        assert_eq!(newest.to_string(), stated.0, "{row}, for {key}");
        assert_eq!(data.released(browsers[0], &stated.0), stated.1, "{row} {}", stated.0);
    }
}

#[test]
fn what_the_stated_browsers_may_lack_is_used_and_lacking() {
    let Some(data) = data() else { return };
    let used = used(data);
    for (key, why) in REFINEMENTS {
        assert!(used.contains_key(*key), "{key} is not used any more: {why}");
        let lacking = BROWSERS.iter().any(|(row, browsers)| {
            let stated = Version::read(&stated(row).0);
            browsers.iter().any(|browser| data.since(key, browser, false).is_none_or(|since| since > stated))
        });
        assert!(lacking, "{key} is in all the stated browsers and needs no reason");
    }
    for key in PREFIXED {
        assert!(used.contains_key(*key), "{key} is not used any more");
    }
}

#[test]
fn the_build_is_told_the_same_browsers() {
    let script = std::fs::read_to_string("xtask/src/build/script.rs").expect("the build");
    let [chrome, firefox, safari] = ["Chrome", "Firefox", "Safari"].map(|row| stated(row).0);
    let targets = format!("--target=chrome{chrome},edge{chrome},firefox{firefox},safari{safari},ios{safari}");
    assert!(script.contains(&targets), "xtask/src/build/script.rs does not say {targets}");
}
