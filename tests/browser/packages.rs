//! The npm package in the frameworks that people use: packed as it would be published, installed, and built by Vite
//! into a page each (`tests/browser/frameworks`), whose attributes and events go both ways. Which engine runs the page is no matter: what
//! is told apart here are bundlers and frameworks.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use serde_json::json;

use crate::harness::page::Page;
use crate::harness::site::{Answer, Site, dist};

/// The package that the build has made: `cargo xtask package`.
fn package() -> PathBuf {
    let package =
        std::env::var_os("PACKAGE").map(PathBuf::from).expect("`cargo xtask test` says where it is");
    assert!(package.join("package.json").exists(), "{} has no package", package.display());
    package
}

/// Where the pages are built.
fn workshop() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("frameworks")
}

fn sources() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser/frameworks")
}

fn run(program: &str, arguments: &[&str], folder: &Path) -> String {
    let output = Command::new(program).args(arguments).current_dir(folder).output().expect(program);
    let said = String::from_utf8_lossy(&[output.stdout.as_slice(), &output.stderr].concat()).into_owned();
    assert!(output.status.success(), "{program} {arguments:?}:\n{said}");
    said
}

/// The folder of the pages, built once for all tests.
fn built() -> &'static Path {
    static BUILT: OnceLock<PathBuf> = OnceLock::new();
    BUILT.get_or_init(|| {
        let workshop = workshop();
        fs::create_dir_all(&workshop).expect("a folder");
        for entry in fs::read_dir(sources()).expect("the pages") {
            let path = entry.expect("it can be read").path();
            fs::copy(&path, workshop.join(path.file_name().expect("a file"))).expect("it can be copied");
        }
        install(&workshop);
        let said = run("node", &["node_modules/vite/bin/vite.js", "build"], &workshop);
        assert!(
            !said.contains("doesn't exist at build time"),
            "an address that the bundler cannot follow:\n{said}"
        );
        workshop.join("dist")
    })
}

/// The tools where the pinned ones are missing, and the package anew.
fn install(workshop: &Path) {
    let (lock, stamp) = (workshop.join("package-lock.json"), workshop.join("installed.json"));
    let lock = fs::read(lock).expect("the pinned versions");
    if fs::read(&stamp).ok().as_ref() != Some(&lock) {
        run("npm", &["ci", "--ignore-scripts", "--loglevel=error"], workshop);
        fs::write(&stamp, lock).expect("the stamp");
    }
    let folder = workshop.display().to_string();
    let packed = run("npm", &["pack", "--silent", "--pack-destination", &folder], &package());
    let home = workshop.join("node_modules/policy-explorer");
    let _ = fs::remove_dir_all(&home);
    fs::create_dir_all(&home).expect("a folder");
    // As npm unpacks it: without asking the registry again.
    run(
        "tar",
        &["-xzf", packed.trim(), "--strip-components=1", "-C", "node_modules/policy-explorer"],
        workshop,
    );
}

/// A site with the pages, and the feed beside them.
fn site() -> Site {
    let (site, pages) = (Site::start(), built());
    let feed = fs::read(dist().join("feed.json")).expect("the feed");
    site.answer("/built/feed.json", Answer::json(feed));
    for folder in ["", "assets"] {
        for entry in fs::read_dir(pages.join(folder)).expect("the pages") {
            let path = entry.expect("it can be read").path();
            let Ok(bytes) = fs::read(&path) else { continue };
            let kind = match path.extension().and_then(|extension| extension.to_str()) {
                Some("html") => "text/html; charset=utf-8",
                Some("js") => "text/javascript",
                Some("wasm") => "application/wasm",
                _ => "application/octet-stream",
            };
            let name = path.strip_prefix(pages).expect("below it").display().to_string();
            site.answer(&format!("/built/{name}"), Answer::new(kind, bytes));
        }
    }
    site
}

/// Attributes reach the element, and its events the page, in a framework.
fn works(framework: &str) {
    let site = site();
    let page = Page::open(&site.url(&format!("/built/{framework}.html")));
    page.wait("document.querySelector('output').textContent === 'ready 196'");
    assert_eq!(page.eval("host.state.measure"), json!("collection"));
    page.execute("document.querySelector('#other').click()");
    page.wait("host.state.measure === 'icse-access'");
    page.wait("performance.getEntriesByName('policy-explorer:ready').length");
    page.execute("$('.map [data-country=FRA]').focus()");
    page.press("Enter");
    page.wait("document.querySelector('output').textContent === 'ready 196, change FRA'");
    page.wait("$('.profile [data-claim], .profile [data-status]')");
    let foreign =
        site.requests().into_iter().filter(|request| request.status == 404).map(|request| request.path);
    assert_eq!(foreign.collect::<Vec<_>>(), Vec::<String>::new());
}

#[test]
fn it_works_in_react() {
    works("react");
}

#[test]
fn it_works_in_vue() {
    works("vue");
}

#[test]
fn it_works_in_svelte() {
    works("svelte");
}

#[test]
fn its_types_are_those_of_the_pages() {
    built();
    run("node", &["node_modules/typescript/bin/tsc", "--project", "."], &workshop());
}

#[test]
fn on_a_server_it_does_nothing() {
    built();
    let said = run(
        "node",
        &["--input-type=module", "--eval", "import 'policy-explorer'; console.log('here')"],
        &workshop(),
    );
    assert_eq!(said.trim(), "here");
}
