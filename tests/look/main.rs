//! `cargo xtask look`: pictures of everything a reader may see, in every language, light and dark, narrow and
//! wide, and one sheet with all of them. It proves nothing; a person looks at it.

// The browser tests need more of these.
#[allow(dead_code)]
#[path = "../browser/harness/mod.rs"]
mod harness;
#[path = "../browser/scenes.rs"]
mod scenes;
mod sheet;

use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use harness::page::{Page, Scheme};
use harness::site::Site;
use policy_explorer::message::LANGUAGES;
use scenes::{SCENES, Scene};

/// Widths of the viewport, in CSS pixels. The first is the narrowest screen, and 400 % zoom of the second.
const WIDTHS: [u32; 2] = [320, 1280];

/// Height of the viewport, in CSS pixels. A picture is as high as its page.
const HEIGHT: u32 = 900;

/// One picture.
pub struct Shot {
    scene: &'static Scene,
    lang: &'static str,
    scheme: Scheme,
    width: u32,
}

/// Takes the pictures of the scenes and languages named in the arguments, or of all, into the folder `LOOK`.
fn main() {
    let folder = PathBuf::from(std::env::var_os("LOOK").expect("`cargo xtask look` says where"));
    let words: Vec<String> = std::env::args().skip(1).collect();
    let known = || SCENES.iter().map(|scene| scene.name).chain(LANGUAGES);
    if let Some(word) = words.iter().find(|word| !known().any(|name| name == word.as_str())) {
        panic!("there is no {word}; there are: {}", known().collect::<Vec<_>>().join(" "));
    }
    let scenes: Vec<&Scene> = chosen(SCENES.iter(), |scene| scene.name, &words);
    let languages: Vec<&&str> = chosen(LANGUAGES.iter(), |lang| lang, &words);
    let mut shots = Vec::new();
    for width in WIDTHS {
        for scene in &scenes {
            for lang in &languages {
                let shot = |scheme| Shot { scene, lang, scheme, width };
                shots.extend([Scheme::Light, Scheme::Dark].map(shot));
            }
        }
    }
    let failed = take(&shots, &folder);
    sheet::write(&shots, &folder);
    println!("{} pictures: {}", shots.len() - failed, folder.join("index.html").display());
    assert_eq!(failed, 0, "pictures are missing");
}

/// The items that are named in `words`, or all where none is.
fn chosen<T>(items: impl Iterator<Item = T>, name: impl Fn(&T) -> &str, words: &[String]) -> Vec<T> {
    let (named, others): (Vec<T>, Vec<T>) =
        items.partition(|item| words.iter().any(|word| word == name(item)));
    if named.is_empty() { others } else { named }
}

/// Takes all pictures, two at a time; returns how many could not be taken.
fn take(shots: &[Shot], folder: &Path) -> usize {
    let waiting = Mutex::new(shots.iter().collect::<VecDeque<_>>());
    let failed = Mutex::new(0);
    let work = || {
        let site = Site::start();
        loop {
            let Some(shot) = waiting.lock().expect("the lock is held for a moment").pop_front() else {
                break;
            };
            let taken = std::panic::catch_unwind(|| shot.take(&site, folder));
            if taken.is_err() {
                eprintln!("{} could not be taken", shot.name());
                *failed.lock().expect("the lock is held for a moment") += 1;
            }
        }
    };
    std::thread::scope(|scope| {
        let [one, two] = [scope.spawn(work), scope.spawn(work)];
        for worker in [one, two] {
            worker.join().expect("what panics is caught");
        }
    });
    failed.into_inner().expect("nobody holds it")
}

impl Shot {
    /// The name of its file, without an ending.
    fn name(&self) -> String {
        let scheme = if self.scheme == Scheme::Dark { "dark" } else { "light" };
        format!("{}-{}-{scheme}-{}", self.scene.name, self.lang, self.width)
    }

    fn take(&self, site: &Site, folder: &Path) {
        let page = Page::blank();
        page.resize(self.width, HEIGHT);
        page.prefer(self.scheme);
        self.scene.show(&page, site, self.lang);
        page.picture(&folder.join(self.name()).with_extension("png"));
    }
}
