//! A file of a parcel, and the letters that its name may have.

/// A file of a parcel.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// Its name.
    pub name: String,
    /// Its text. A file whose name ends in `.png` is given as the SVG that it is to be painted of.
    pub text: String,
    /// The words for a picture; empty for all else.
    pub alt: String,
}

impl Item {
    /// A file of text.
    pub fn text(name: &str, text: String) -> Self {
        Self { name: name.to_owned(), text, alt: String::new() }
    }
}

/// How many letters of an id are in a file's name at most.
const ABOUT: usize = 60;

/// Ids of a feed may have signs that file systems do not take, or be longer than names may be.
pub fn plain(about: &str) -> String {
    let is_plain = |letter: &char| letter.is_ascii_alphanumeric() || ['-', '_'].contains(letter);
    about.chars().filter(is_plain).take(ABOUT).collect()
}
