//! The reader's choices as the text that a link carries: `measure:icse-access,region:africa+europe`. It uses
//! only characters that a URL's fragment holds as they are (RFC 3986, 3.5) and that mailers do not cut off.

use super::field::Field;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// What is written as `%` and its code: all but the unreserved characters of RFC 3986.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// Writes fields with their values. An empty value is written, too: the reader may have taken off what the
/// host had set.
pub fn write<'a>(choices: impl Iterator<Item = (Field, &'a str)>) -> String {
    let mut text = String::new();
    for (field, value) in choices {
        if !text.is_empty() {
            text.push(',');
        }
        text.push_str(field.name());
        text.push(':');
        append(&mut text, value);
    }
    text
}

/// Adds a value, encoded so that forms read it as well (`application/x-www-form-urlencoded`).
pub fn append(text: &mut String, value: &str) {
    for (place, word) in value.split(' ').enumerate() {
        if place > 0 {
            text.push('+');
        }
        text.extend(utf8_percent_encode(word, ENCODED));
    }
}

/// Reads what `write` wrote. Fields that are unknown, or that no link may set, are passed over.
pub fn read(text: &str) -> Vec<(Field, String)> {
    text.split(',').filter_map(choice).collect()
}

fn choice(text: &str) -> Option<(Field, String)> {
    let (name, value) = text.split_once(':')?;
    let field = Field::named(name).filter(|field| field.is_readers())?;
    let words: Vec<_> = value.split('+').map(|word| percent_decode_str(word).decode_utf8_lossy()).collect();
    Some((field, words.join(" ")))
}
