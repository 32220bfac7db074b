//! Why a file is no feed, in words, and the place by which this shows.

use policy_explorer::feed::FeedError;
use policy_explorer::feed::unreadable::{Unreadable, unreadable};
use policy_explorer::model::Failure;

/// Why a file cannot be used.
pub struct Refused {
    /// In words.
    pub says: String,
    /// The document that is no feed; `None` if none could be opened.
    pub document: Option<Box<NoFeed>>,
}

impl Refused {
    /// Refuses the document that a file of this name has.
    pub fn document(name: &str, document: NoFeed) -> Self {
        let before = if matches!(document.failure, Failure::NotJson(_)) { " is not JSON" } else { "" };
        Self { says: format!("{name}{before}: {}", document.reason), document: Some(Box::new(document)) }
    }
}

impl From<String> for Refused {
    fn from(says: String) -> Self {
        Self { says, document: None }
    }
}

impl From<Refused> for String {
    fn from(refused: Refused) -> Self {
        refused.says
    }
}

/// A document that is no feed.
#[derive(Debug)]
pub struct NoFeed {
    /// As far as it is text.
    pub text: String,
    /// As the widget calls it.
    pub failure: Failure,
    pub at: At,
    /// Why, in words.
    pub reason: String,
}

/// By what a document shows that it is no feed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum At {
    /// A byte of the text.
    Byte(usize),
    /// A field of the document, which may be missing.
    Field(&'static str),
}

impl NoFeed {
    /// Bytes that are not text.
    pub fn undecoded(bytes: &[u8]) -> Self {
        let why = unreadable(bytes);
        // What is no text at all would be noise.
        let text = if why == Unreadable::Binary {
            String::new()
        } else {
            String::from_utf8_lossy(bytes).into_owned()
        };
        let at = text.find(char::REPLACEMENT_CHARACTER).unwrap_or_default();
        Self { text, failure: Failure::NotJson(why), at: At::Byte(at), reason: reason(why).to_owned() }
    }

    /// Text that is not JSON. The bytes are those that it was read from.
    pub fn malformed(text: String, bytes: &[u8], error: &serde_json::Error) -> Self {
        let why = unreadable(bytes);
        let at = At::Byte(place(&text, error));
        Self { text, failure: Failure::NotJson(why), at, reason: format!("{} ({error})", reason(why)) }
    }

    /// Text with too much in it to be parsed.
    pub fn heavy(text: String, error: FeedError) -> Self {
        Self { text, reason: refusal(&error), failure: Failure::Feed(error), at: At::Byte(0) }
    }

    /// JSON that is no feed.
    pub fn unusable(text: String, error: FeedError) -> Self {
        let at = match error {
            FeedError::Version(_) => At::Field("version"),
            FeedError::Missing(list) => At::Field(list),
            // The list, or the first of lists that go together.
            FeedError::TooMany { list, .. } => At::Field(list.split(' ').next().unwrap_or_default()),
        };
        Self { text, reason: refusal(&error), failure: Failure::Feed(error), at }
    }
}

/// The byte by which a text shows that it is not JSON. The parser counts lines and the bytes in them from 1 on.
fn place(text: &str, error: &serde_json::Error) -> usize {
    let before: usize = text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
    text.floor_char_boundary(before + error.column().saturating_sub(1))
}

fn reason(why: Unreadable) -> &'static str {
    match why {
        Unreadable::Empty => "the file is empty",
        Unreadable::Encoding => "it is not in UTF-8, but perhaps in Windows-1252",
        Unreadable::Html => "it is a web page",
        Unreadable::Binary => "it is compressed, or not text",
        Unreadable::NotANumber => "it contains NaN or Infinity, which JSON does not have",
        Unreadable::CutOff => "it is cut off: its end is missing",
        Unreadable::Other => "it is malformed",
    }
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
