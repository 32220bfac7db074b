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
    // A sign at the end is no part of the address for programs that make links of texts.
    match text.pop() {
        Some('+') => encode(&mut text, b' '),
        Some(sign @ ('-' | '_' | '.' | '~')) => encode(&mut text, sign as u8),
        other => text.extend(other),
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
            _ => encode(text, byte),
        }
    }
}

fn encode(text: &mut String, byte: u8) {
    text.extend(['%', DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]]);
}

const DIGITS: [char; 16] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'];

/// How much of a link is read, bytes: anybody may write one.
const LONGEST: usize = 100_000;

/// How many times a link may have been encoded by those who passed it on.
const ENCODED: usize = 2;

/// Reads what `write` wrote, also where all of it was encoded once more, or where something stands behind it:
/// what trackers add, the end of a sentence. What `write` cannot have written, fields that are unknown, and those that no
/// link may set, are passed over.
pub fn read(text: &str) -> Vec<(Field, String)> {
    let given = own(bounded(text));
    let mut text = given.to_owned();
    for _ in 0..ENCODED {
        if is_written(&text) {
            break;
        }
        let Some(once) = decoded(&text, b'+') else { break };
        text = own(&once).to_owned();
    }
    let text = if is_written(&text) { &text } else { given };
    text.split(',').filter_map(choice).collect()
}

fn bounded(text: &str) -> &str {
    let end = (0..=LONGEST.min(text.len())).rfind(|&end| text.is_char_boundary(end));
    &text[..end.unwrap_or_default()]
}

/// A text as far as `write` can have written it.
fn own(text: &str) -> &str {
    let is_own =
        |letter: char| !letter.is_ascii() || letter.is_ascii_alphanumeric() || "-_.~%+:,".contains(letter);
    let end = text.find(|letter| !is_own(letter)).unwrap_or(text.len());
    text[..end].trim_end_matches(['.', ','])
}

/// Whether a text has the form of what `write` writes: a name and a value in each piece.
fn is_written(text: &str) -> bool {
    text.split(',').all(|piece| piece.matches(':').count() == 1)
}

fn choice(text: &str) -> Option<(Field, String)> {
    let (name, value) = text.split_once(':')?;
    let field = Field::named(name).filter(|field| field.is_readers())?;
    Some((field, decoded(value, b' ')?))
}

/// A text without its codes; a `+` stands for `plus`.
fn decoded(text: &str, plus: u8) -> Option<String> {
    let mut bytes = text.bytes();
    let mut decoded = Vec::new();
    while let Some(byte) = bytes.next() {
        decoded.push(match byte {
            b'+' => plus,
            b'%' => digit(bytes.next()?)? << 4 | digit(bytes.next()?)?,
            _ => byte,
        });
    }
    String::from_utf8(decoded).ok()
}

fn digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16)?.try_into().ok()
}
