//! What a reader takes away: which offer is open, what the page has said of it, and the facts of the page that
//! links and citations need. The texts and files themselves are derived when they are wanted: see `take`.

use super::field::Field;
use super::{Shown, fragment};
use std::rc::Rc;

mod file;

pub use file::File;

/// What the panel offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offer {
    /// The citation.
    Cite,
    /// Files.
    Download,
    /// The snippet for other pages.
    Embed,
    /// The view's link.
    Link,
    /// The text that reports an error.
    Report,
    /// The letter that asks for what is not publicly known. Profiles alone offer it.
    Ask,
    /// The letters to all members listed. A table of members without public data alone offers them.
    AskAll,
}

impl Offer {
    /// The name that the page knows it by.
    pub fn name(self) -> &'static str {
        ["cite", "download", "embed", "link", "report", "ask", "ask-all"][self as usize]
    }
}

/// What came of a copy or a download.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// The text is in the clipboard.
    Copied,
    /// The browser refused; the text is selected.
    Selected,
    /// The browser has the file.
    Saved(File),
    /// The page's content security policy lets no picture be drawn.
    Refused,
    /// The browser gave no picture, or another one than was painted.
    Unpainted,
    /// The code that saves did not come.
    Missed,
}

impl Said {
    /// What the page's word means; of a file, the one that was asked for last.
    pub fn named(word: &str) -> Self {
        match word {
            "copied" => Self::Copied,
            "selected" => Self::Selected,
            "saved" => Self::Saved(File::Png),
            "refused" => Self::Refused,
            "unpainted" => Self::Unpainted,
            _ => Self::Missed,
        }
    }
}

/// What the page knows of itself and of the feed that it has loaded. It tells this in lines, which are read when something
/// is taken away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Facts<'a> {
    /// The address of the page; where it keeps the view, as far as the view's piece of the fragment begins.
    pub page: &'a str,
    /// The address of the widget's module.
    pub module: &'a str,
    /// The address of the feed.
    pub feed: &'a str,
    /// The encoded name of the view in the page's fragment. `None` if the view is not there.
    pub key: Option<&'a str>,
    /// The SHA-256 of the feed's bytes. `None` if the page could not work it out.
    pub digest: Option<Digest<'a>>,
}

/// A SHA-256.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Digest<'a> {
    /// In hexadecimal digits.
    pub hex: &'a str,
    /// As Subresource Integrity writes it.
    pub integrity: &'a str,
}

impl<'a> Facts<'a> {
    /// Reads the lines `page`, `module`, `feed`, `key`, and the two forms of the digest, the last three of which may
    /// be empty.
    pub fn read(lines: &'a str) -> Option<Self> {
        let mut lines = lines.split('\n');
        let mut next = || lines.next().filter(|line| !line.is_empty());
        let (page, module, feed) = (next()?, next()?, next()?);
        let key = next();
        let digest = next().zip(next()).map(|(hex, integrity)| Digest { hex, integrity });
        Some(Self { page, module, feed, key, digest })
    }
}

/// What a reader, or the page in answer, does with what can be taken away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShareAct {
    /// The reader opens an offer, or closes it where it is open.
    Open(Offer),
    /// The reader closes the panel.
    Close,
    /// The reader freezes the snippet, or no longer.
    Freeze,
    /// The reader copies the text of that name.
    Copy(&'static str),
    /// The reader wants a file.
    Save(File),
    /// The page says what came of it.
    Said(Said),
}

/// What is known of what a reader takes away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    /// The offer that is open.
    pub open: Option<Offer>,
    /// Whether the snippet is pinned to the feed's bytes.
    pub frozen: bool,
    /// What came of the last act.
    pub said: Option<Said>,
    /// How many acts came to something: the same once more is said anew.
    pub done: u32,
    /// The file that is being made.
    pub(super) saving: File,
    facts: Option<Rc<str>>,
}

impl Default for Share {
    /// Nothing is open.
    fn default() -> Self {
        Self { open: None, frozen: false, said: None, done: 0, saving: File::Png, facts: None }
    }
}

impl Share {
    /// The drawing of the picture that the browser did not give.
    pub fn drawing(&self) -> File {
        if self.saving == File::ComparisonPng { File::ComparisonSvg } else { File::Svg }
    }

    /// The same with what the page tells: see `Facts`.
    pub fn told(&self, facts: Rc<str>) -> Self {
        Self { facts: Some(facts), ..self.clone() }
    }

    /// What the page knows. `None` before it has told.
    pub fn facts(&self) -> Option<Facts<'_>> {
        Facts::read(self.facts.as_deref()?)
    }
}

/// The address of a view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Link {
    /// Its page opens it again.
    View(String),
    /// A page of its own opens it.
    Frame(String),
    /// The page, which does not know the view.
    Page(String),
}

impl Link {
    /// The address.
    pub fn address(&self) -> &str {
        match self {
            Self::View(address) | Self::Frame(address) | Self::Page(address) => address,
        }
    }
}

impl Facts<'_> {
    /// The link to a view, which is shown in the language `tag`.
    pub fn link(&self, view: &[(Field, String)], tag: &str) -> Link {
        if let Some(key) = self.key {
            let choices = fragment::write(view.iter().map(|(field, value)| (*field, value.as_str())));
            return Link::View(format!("{}{key}={choices}", self.page));
        }
        if origin(self.feed) != origin(self.module) {
            return Link::Page(self.page.to_owned());
        }
        let folder = self.module.rsplit_once('/').map_or("", |(folder, _)| folder);
        let mut address = format!("{folder}/embed.html");
        let own = self.feed.strip_prefix(folder) == Some("/feed.json");
        let feed = (!own).then_some(("feed", self.feed));
        let mut before = '?';
        for (name, value) in [("lang", tag)].into_iter().chain(feed).chain(chosen(view)) {
            address.push(before);
            address.push_str(name);
            address.push('=');
            fragment::append(&mut address, value);
            before = '&';
        }
        Link::Frame(address)
    }
}

/// Scheme and host of an address, as far as the slash after them.
fn origin(address: &str) -> &str {
    let slash = address.bytes().enumerate().filter(|(_, letter)| *letter == b'/').nth(2);
    &address[..slash.map_or(address.len(), |(at, _)| at)]
}

/// The fields that make a view, rather than how a page frames it: those that are not at their default, and those where
/// the reader took back what the host had set.
pub fn view(shown: &Shown) -> Vec<(Field, String)> {
    let is_chosen = |field| shown.layers.chosen().any(|choice| choice.0 == field);
    let differs = |(field, value): &&(Field, String)| value != field.default() || is_chosen(*field);
    shown.query.state.iter().filter(|entry| entry.0.is_readers()).filter(differs).cloned().collect()
}

/// The fields of a view that differ from what holds where nothing is said, by the name of their attribute. The language is
/// named beside them, whoever chose it.
pub fn chosen(view: &[(Field, String)]) -> impl Iterator<Item = (&'static str, &str)> {
    let differs = |(field, value): &&(Field, String)| *field != Field::Lang && value != field.default();
    view.iter().filter(differs).map(|(field, value)| (field.name(), value.as_str()))
}
