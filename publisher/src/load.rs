//! A feed from a file or standard input, for every command that reads one.

use policy_explorer::feed::unreadable::{Unreadable, decode, unreadable};
use policy_explorer::feed::weight::weigh;
use policy_explorer::feed::{Feed, FeedError, read};
use policy_explorer::finding::Checked;
use serde_json::Value;
use std::io::Read;
use std::path::Path;

/// A feed that can be used.
pub struct Loaded {
    /// As it is written.
    pub text: String,
    /// As JSON.
    pub document: Value,
    /// As it was read.
    pub checked: Checked<Feed>,
}

/// Why a file cannot be used.
pub struct Refused {
    /// In words.
    pub says: String,
    /// The text that is not JSON, and the byte by which this shows.
    pub at: Option<(String, usize)>,
}

impl From<String> for Refused {
    fn from(says: String) -> Self {
        Self { says, at: None }
    }
}

impl From<Refused> for String {
    fn from(refused: Refused) -> Self {
        refused.says
    }
}

/// Reads a feed; `-` is standard input.
///
/// # Errors
/// When there is no file, or it is no feed.
pub fn feed(file: &Path) -> Result<Loaded, Refused> {
    feed_of(&file.display().to_string(), &bytes(file)?)
}

/// Reads the feed that a file of this name has.
///
/// # Errors
/// When it is no feed.
pub fn feed_of(name: &str, bytes: &[u8]) -> Result<Loaded, Refused> {
    let refused = |error| format!("{name}: {}", refusal(&error));
    let text = decode(bytes).unwrap_or_default().into_owned();
    weigh(text.as_bytes()).map_err(refused)?;
    let document = parse(bytes)
        .map_err(|refused| Refused { says: format!("{name} is not JSON: {}", refused.says), ..refused })?;
    let checked = read(&document).map_err(refused)?;
    Ok(Loaded { text, document, checked })
}

/// Whether nothing was left out of the feed of this file, which has so many problems; says it otherwise.
pub fn is_whole(file: &Path, problems: usize) -> bool {
    if problems > 0 {
        eprintln!("policy-explorer: {} has {problems} problems; `check` says which", file.display());
    }
    problems == 0
}

/// The document, or why the bytes are none.
fn parse(bytes: &[u8]) -> Result<Value, Refused> {
    let reason = || reason(unreadable(bytes)).to_owned();
    let text = decode(bytes).ok_or_else(reason)?;
    serde_json::from_str(&text).map_err(|error| Refused {
        says: format!("{} ({error})", reason()),
        at: Some((text.to_string(), place(&text, &error))),
    })
}

/// The byte by which a text shows that it is not JSON. The parser counts lines and the bytes in them from 1 on.
fn place(text: &str, error: &serde_json::Error) -> usize {
    let before: usize = text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
    text.floor_char_boundary(before + error.column().saturating_sub(1))
}

fn reason(why: Unreadable) -> &'static str {
    match why {
        Unreadable::Empty => "the file is empty",
        Unreadable::Encoding => "it is not in UTF-8, but perhaps in Windows-1252; save it as UTF-8",
        Unreadable::Html => "it is a web page",
        Unreadable::Binary => "it is compressed, or not text",
        Unreadable::NotANumber => {
            "it contains NaN or Infinity, which JSON does not have; leave such values out"
        }
        Unreadable::CutOff => "it is cut off: its end is missing",
        Unreadable::Other => "it is malformed",
    }
}

/// The bytes of a file; `-` is standard input.
///
/// # Errors
/// In words, when they cannot be read.
pub fn bytes(file: &Path) -> Result<Vec<u8>, String> {
    let read = if file == Path::new("-") {
        let mut bytes = Vec::new();
        std::io::stdin().read_to_end(&mut bytes).map(|_| bytes)
    } else {
        std::fs::read(file)
    };
    read.map_err(|error| format!("{}: {error}", file.display()))
}

fn refusal(error: &FeedError) -> String {
    match error {
        FeedError::Version(version) => format!("this is version {version} of the format; known is version 1"),
        FeedError::Missing(list) => format!("not a feed: there is nothing usable under \"{list}\""),
        FeedError::TooMany { list, limit, found } => {
            format!("too large: {found} items under \"{list}\", and the limit is {limit}")
        }
    }
}
