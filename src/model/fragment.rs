//! The reader's choices as the text that a link carries: `measure:icse-access,region:africa+europe`. It uses
//! only characters that a URL's fragment holds as they are (RFC 3986, 3.5) and that mailers do not cut off.

use super::field::Field;

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

/// Adds a value, encoded so that forms read it as well (`application/x-www-form-urlencoded`): a space is a `+`, and what
/// is not unreserved (RFC 3986, 2.3) a `%` and its code (2.1). The library for this has a table of all codes, which would
/// weigh more on a first visit than all of this file.
pub fn append(text: &mut String, value: &str) {
    for byte in value.bytes() {
        match byte {
            b' ' => text.push('+'),
            _ if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) => text.push(byte.into()),
            _ => text.extend(['%', DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]]),
        }
    }
}

const DIGITS: [char; 16] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'];

/// Reads what `write` wrote. What it cannot have written, fields that are unknown, and those that no link may set, are
/// passed over.
pub fn read(text: &str) -> Vec<(Field, String)> {
    text.split(',').filter_map(choice).collect()
}

fn choice(text: &str) -> Option<(Field, String)> {
    let (name, value) = text.split_once(':')?;
    let field = Field::named(name).filter(|field| field.is_readers())?;
    Some((field, decoded(value)?))
}

fn decoded(value: &str) -> Option<String> {
    let mut bytes = value.bytes();
    let mut decoded = Vec::new();
    while let Some(byte) = bytes.next() {
        decoded.push(match byte {
            b'+' => b' ',
            b'%' => digit(bytes.next()?)? << 4 | digit(bytes.next()?)?,
            _ => byte,
        });
    }
    String::from_utf8(decoded).ok()
}

fn digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16)?.try_into().ok()
}
