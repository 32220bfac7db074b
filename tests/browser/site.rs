//! The site that `policy-explorer site` makes of the real feed: valid HTML that is read without scripts, at every width, in both
//! directions; and where scripts run, the widget runs on it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};

use crate::harness::page::{Page, Scheme};
use crate::harness::site::{Answer, Site};
use crate::widget::ready;

/// A page of each kind: with much to say, and with nothing known.
const PAGES: [&str; 6] = [
    "index.html",
    "country/FRA.html",
    "country/TON.html",
    "country/KEN.html",
    "measure/icse-access.html",
    "changes.html",
];

/// The folder that `cargo xtask test` has made.
pub fn folder() -> PathBuf {
    std::env::var_os("SITE").map(PathBuf::from).expect("`cargo xtask test` says where it is")
}

/// Serves it below `/policy/`.
pub fn serve() -> Site {
    let site = Site::start();
    lay(&site, &folder(), "/policy/");
    site
}

fn lay(site: &Site, folder: &Path, at: &str) {
    for entry in fs::read_dir(folder).expect("it is there") {
        let path = entry.expect("it can be read").path();
        let name = path.file_name().and_then(|name| name.to_str()).expect("a plain name");
        if path.is_dir() {
            lay(site, &path, &format!("{at}{name}/"));
        } else if let Some(kind) = kind(name) {
            site.answer(&format!("{at}{name}"), Answer::new(kind, fs::read(&path).expect("it can be read")));
        }
    }
}

/// The media type of what pages load.
fn kind(name: &str) -> Option<&'static str> {
    Some(match name.rsplit('.').next()? {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css",
        "js" => "text/javascript",
        "json" => "application/json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "txt" => "text/plain; charset=utf-8",
        "bin" => "application/octet-stream",
        _ => return None,
    })
}

/// Each page in English and in Arabic.
fn each(check: impl Fn(&str)) {
    for page in PAGES {
        ["", "ar/"].iter().for_each(|folder| check(&format!("/policy/{folder}{page}")));
    }
}

#[test]
fn its_pages_pass_axe() {
    let site = serve();
    let page = Page::blank();
    page.be_still();
    each(|path| {
        for (width, scheme) in [(320, Scheme::Light), (1280, Scheme::Dark)] {
            page.prefer(scheme);
            page.resize(width, 800);
            page.go(&site.url(path));
            if path.ends_with("index.html") || path.contains("measure") {
                ready(&page);
            }
            assert_eq!(page.axe(), "", "{path}, {width} px, {scheme:?}");
        }
    });
}

#[test]
fn nothing_of_it_scrolls_sideways_on_the_smallest_screen() {
    let site = serve();
    // As without scripts: the widget does not come.
    site.answer("/policy/widget/policy-explorer.js", Answer::new("text/javascript", ""));
    let page = Page::blank();
    page.resize(320, 640);
    each(|path| {
        page.go(&site.url(path));
        page.wait("document.fonts.status === 'loaded'");
        let over = page.eval("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assert_eq!(over, json!(0), "{path}");
        assert!(
            page.eval("document.querySelector('h1').getBoundingClientRect().height").as_f64() > Some(10.0)
        );
    });
}

#[test]
fn the_page_of_a_country_leads_to_it_on_the_map() {
    let site = serve();
    let page = Page::open(&site.url("/policy/ar/country/KEN.html"));
    page.execute("document.querySelector('main a[href*=\"#policy-explorer\"]').click()");
    page.wait("location.pathname === '/policy/ar/index.html'");
    ready(&page);
    page.wait("$('.profile').dataset.country === 'KEN'");
    assert_eq!(page.eval("host.getAttribute('lang')"), json!("ar"));
    assert_eq!(page.eval("document.documentElement.dir"), json!("rtl"));
}

/// What the checker says of files of the site.
fn validated(files: &[PathBuf]) -> Vec<String> {
    let program = std::env::var_os("HTML_VALIDATE").expect("`cargo xtask test` says where it is");
    let config = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser/html-validate.json");
    let output = Command::new("node")
        .arg(program)
        .arg("--config")
        .arg(config)
        .args(["-f", "json"])
        .args(files)
        .output();
    let output = output.expect("Node.js runs");
    let reports: Value = serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&output.stderr)));
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let said = |report: &Value| {
        list(&report["messages"])
            .iter()
            .map(|message| format!("{}: {}, {}", report["filePath"], message["ruleId"], message["message"]))
            .collect::<Vec<_>>()
    };
    list(&reports).iter().flat_map(said).collect()
}

#[test]
fn its_pages_are_valid_html() {
    let mut files: Vec<PathBuf> =
        PAGES.iter().flat_map(|page| ["", "fr/", "ar/"].map(|lang| folder().join(lang).join(page))).collect();
    files.push(folder().join("404.html"));
    let countries = fs::read_dir(folder().join("es/country")).expect("it is there");
    files.extend(countries.map(|entry| entry.expect("it can be read").path()));
    assert!(files.len() > 200);
    assert_eq!(validated(&files), Vec::<String>::new());
    // The checker finds what is wrong.
    let wrong = std::env::temp_dir().join(format!("policy-explorer-wrong-{}.html", std::process::id()));
    fs::write(&wrong, "<!doctype html><html lang=\"en\"><head><title>x</title></head><body><p><div></div></p></body></html>").expect("the disk takes it");
    assert!(!validated(std::slice::from_ref(&wrong)).is_empty());
    fs::remove_file(wrong).expect("it is there");
}
