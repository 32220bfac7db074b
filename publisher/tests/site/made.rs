//! A site in a folder that is gone afterwards, and what stands in its pages.

use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

pub const REAL: &str = "../data/hanoi-2011/feed.json";
pub const DEMO: &str = "../data/demo/feed.json";
pub const URL: &str = "https://data.example/policy/";
pub const TODAY: &str = "2026-11-29";

/// A folder of this test’s own.
pub struct Folder(pub PathBuf);

impl Folder {
    pub fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("policy-explorer-site-{name}-{}", std::process::id()));
        fs::create_dir_all(&path).expect("the disk takes it");
        Self(path)
    }

    /// Makes the site in it; the exit status and what was said.
    pub fn run(&self, feed: &str, further: &[&str]) -> (Option<i32>, String) {
        let output = Command::new(env!("CARGO_BIN_EXE_policy-explorer"))
            .args(["site", feed, "--today", TODAY, "-o"])
            .arg(&self.0)
            .args(further)
            .output()
            .expect("the program runs");
        (output.status.code(), String::from_utf8(output.stderr).expect("text"))
    }

    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.0.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    pub fn has(&self, path: &str) -> bool {
        self.0.join(path).is_file()
    }

    /// The content of every file, by its path.
    pub fn files(&self) -> BTreeMap<String, Vec<u8>> {
        let mut files = BTreeMap::new();
        collect(&mut files, &self.0, "");
        files
    }

    /// The text of every page that is for readers, by its path.
    pub fn pages(&self) -> BTreeMap<String, String> {
        let pages =
            self.files().into_iter().filter(|(path, _)| path.ends_with(".html") && path != "404.html");
        pages.map(|(path, bytes)| (path, String::from_utf8(bytes).expect("UTF-8"))).collect()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).expect("it is there");
    }
}

fn collect(files: &mut BTreeMap<String, Vec<u8>>, folder: &Path, below: &str) {
    for entry in fs::read_dir(folder).expect("it is there") {
        let path = entry.expect("it can be read").path();
        let name = path.file_name().and_then(|name| name.to_str()).expect("a plain name");
        if path.is_dir() {
            collect(files, &path, &format!("{below}{name}/"));
        } else {
            files.insert(format!("{below}{name}"), fs::read(&path).expect("it can be read"));
        }
    }
}

/// The site of a feed, at an address.
pub fn made(name: &str, feed: &str) -> Folder {
    let folder = Folder::new(name);
    let (status, err) = folder.run(feed, &["--url", URL]);
    assert_eq!(status, Some(0), "{err}");
    folder
}

/// The site of the real feed at that address, made once for all tests that only read it.
pub fn real() -> &'static Folder {
    static MADE: OnceLock<Folder> = OnceLock::new();
    MADE.get_or_init(|| {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("site-of-the-real-feed");
        if folder.exists() {
            fs::remove_dir_all(&folder).expect("it is there");
        }
        let folder = Folder(folder);
        let (status, err) = folder.run(REAL, &["--url", URL]);
        assert_eq!(status, Some(0), "{err}");
        folder
    })
}

pub fn document(feed: &str) -> Value {
    serde_json::from_str(&fs::read_to_string(feed).expect("it is there")).expect("JSON")
}

/// The tags of a name with what stands behind each until the next.
pub fn tags<'a>(html: &'a str, name: &str) -> Vec<(&'a str, &'a str)> {
    let open = format!("<{name} ");
    let pieces = html.split(&*open).skip(1);
    pieces.map(|piece| piece.split_once('>').expect("a tag ends")).collect()
}

/// The value of an attribute in a tag, as it was before it was escaped.
pub fn attribute(tag: &str, name: &str) -> Option<String> {
    let value = format!(" {tag}").split_once(&format!(" {name}=\""))?.1.split('"').next()?.to_owned();
    Some(value.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&"))
}

/// A text as HTML writes it.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// The path that a link leads to from a page, and the place in it.
pub fn target(page: &str, link: &str) -> (String, String) {
    let link = link.strip_prefix(URL).map_or_else(|| (folder(page), link), |rest| (Vec::new(), rest));
    let (mut path, link) = link;
    let (file, place) = link.split_once('#').unwrap_or((link, ""));
    if file.is_empty() && !place.is_empty() {
        return (page.to_owned(), place.to_owned());
    }
    for part in file.split('/') {
        match part {
            ".." => drop(path.pop().expect("no link leads out of the site")),
            part => path.push(part),
        }
    }
    let path = path.join("/");
    (if path.is_empty() || path.ends_with('/') { path + "index.html" } else { path }, place.to_owned())
}

fn folder(page: &str) -> Vec<&str> {
    page.rsplit_once('/').map_or(Vec::new(), |(folder, _)| folder.split('/').collect())
}
