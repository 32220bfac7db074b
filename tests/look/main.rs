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

use harness::page::Page;
use harness::site::Site;
use policy_explorer::message::LANGUAGES;
use scenes::{SCENES, Scene};

/// Widths of the viewport, in CSS pixels, each with the width and the height of its picture on the sheet. The first is the
/// narrowest screen, and 400 % zoom of the last.
const WIDTHS: [(u32, (u32, u32)); 4] =
    [(320, (160, 900)), (390, (195, 900)), (768, (240, 480)), (1280, (300, 360))];

/// Height of the viewport, in CSS pixels. A picture is as high as its page.
const HEIGHT: u32 = 900;

/// Colours that a reader may ask for.
struct Colours {
    name: &'static str,
    /// Media features that ask for them.
    media: [(&'static str, &'static str); 2],
}

const COLOURS: [Colours; 3] = [
    Colours { name: "light", media: [("prefers-color-scheme", "light"), ("forced-colors", "none")] },
    Colours { name: "dark", media: [("prefers-color-scheme", "dark"), ("forced-colors", "none")] },
    Colours { name: "forced", media: [("prefers-color-scheme", "light"), ("forced-colors", "active")] },
];

/// One picture.
pub struct Shot {
    scene: &'static Scene,
    lang: &'static str,
    colours: &'static Colours,
    width: u32,
}

/// Takes pictures into the folder `LOOK`: of the scenes and languages named in the arguments, or of all, at the widths and
/// in the colours named there, or the usual ones.
fn main() {
    let folder = PathBuf::from(std::env::var_os("LOOK").expect("`cargo xtask look` says where"));
    let words: Vec<String> = std::env::args().skip(1).collect();
    let names = SCENES
        .iter()
        .map(|scene| scene.name)
        .chain(LANGUAGES)
        .chain(COLOURS.iter().map(|colours| colours.name));
    let known: Vec<String> =
        names.map(str::to_owned).chain(WIDTHS.map(|(width, _)| width.to_string())).collect();
    if let Some(word) = words.iter().find(|word| !known.contains(word)) {
        panic!("there is no {word}; there are: {}", known.join(" "));
    }
    let is_named = |name: &str| words.iter().any(|word| word == name);
    let scenes = chosen(&SCENES, |scene| is_named(scene.name), |_| true);
    let languages = chosen(&LANGUAGES, |lang| is_named(lang), |_| true);
    let colours = chosen(&COLOURS, |colours| is_named(colours.name), |colours| colours.name != "forced");
    let widths =
        chosen(&WIDTHS, |(width, _)| is_named(&width.to_string()), |(width, _)| [320, 1280].contains(width));
    let mut shots = Vec::new();
    for &(width, _) in widths {
        for &scene in &scenes {
            for &lang in &languages {
                shots.extend(colours.iter().map(|&colours| Shot { scene, lang, colours, width }));
            }
        }
    }
    let failed = take(&shots, &folder);
    sheet::write(&shots, &folder);
    println!("{} pictures: {}", shots.len() - failed, folder.join("index.html").display());
    assert_eq!(failed, 0, "pictures are missing");
}

/// The named items, or the usual ones if none is named.
fn chosen<T>(
    items: &'static [T],
    is_named: impl Fn(&T) -> bool,
    is_usual: impl Fn(&T) -> bool,
) -> Vec<&'static T> {
    let named: Vec<_> = items.iter().filter(|item| is_named(item)).collect();
    if named.is_empty() { items.iter().filter(|item| is_usual(item)).collect() } else { named }
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
        format!("{}-{}-{}-{}", self.scene.name, self.lang, self.colours.name, self.width)
    }

    fn take(&self, site: &Site, folder: &Path) {
        let page = Page::blank();
        page.resize(self.width, HEIGHT);
        page.media(&self.colours.media);
        self.scene.show(&page, site, self.lang);
        page.picture(&folder.join(self.name()).with_extension("png"));
    }
}
