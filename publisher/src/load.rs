//! A feed from a file or standard input, for every command that reads one.

use policy_explorer::feed::unreadable::decode;
use policy_explorer::feed::weight::weigh;
use policy_explorer::feed::{Feed, read};
use policy_explorer::finding::Checked;
use serde_json::Value;
use std::io::Read;
use std::path::Path;

pub use refused::{At, NoFeed, Refused};

mod refused;

/// A feed that can be used.
pub struct Loaded {
    /// As it is written.
    pub text: String,
    /// As JSON.
    pub document: Value,
    /// As it was read.
    pub checked: Checked<Feed>,
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
    document(bytes).map_err(|document| Refused::document(name, document))
}

fn document(bytes: &[u8]) -> Result<Loaded, NoFeed> {
    let text = decode(bytes).ok_or_else(|| NoFeed::undecoded(bytes))?.into_owned();
    if let Err(error) = weigh(text.as_bytes()) {
        return Err(NoFeed::heavy(text, error));
    }
    let document = match serde_json::from_str(&text) {
        Ok(document) => document,
        Err(error) => return Err(NoFeed::malformed(text, bytes, &error)),
    };
    match read(&document) {
        Ok(checked) => Ok(Loaded { text, document, checked }),
        Err(error) => Err(NoFeed::unusable(text, error)),
    }
}

/// Whether nothing was left out of the feed of this file, which has so many problems; says it otherwise.
pub fn is_whole(file: &Path, problems: usize) -> bool {
    if problems > 0 {
        eprintln!("policy-explorer: {} has {problems} problems; `check` says which", file.display());
    }
    problems == 0
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
