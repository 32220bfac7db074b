//! Why bytes are not the JSON of a feed, so that readers and publishers are told what to do about it.

use super::weight::string_end;
use std::borrow::Cow;

/// Why bytes cannot be read as JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// There is nothing.
    Empty,
    /// They are text in another encoding than UTF-8, such as Windows-1252.
    Encoding,
    /// They are a web page.
    Html,
    /// They are compressed and the server does not say so, or no text at all.
    Binary,
    /// `NaN` or `Infinity` stands where a value is expected.
    NotANumber,
    /// The end is missing.
    CutOff,
    /// Something else is wrong.
    Other,
}

/// The text of bytes: UTF-8, or UTF-16 with a byte order mark; the mark is taken off. `None` in any other encoding.
pub fn decode(bytes: &[u8]) -> Option<Cow<'_, str>> {
    let (units, unit): (_, fn([u8; 2]) -> u16) = match bytes {
        [0xff, 0xfe, units @ ..] => (units, u16::from_le_bytes),
        [0xfe, 0xff, units @ ..] => (units, u16::from_be_bytes),
        _ => {
            let plain = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
            return std::str::from_utf8(plain).ok().map(Cow::Borrowed);
        }
    };
    let (units, odd) = units.as_chunks::<2>();
    if !odd.is_empty() {
        return None;
    }
    let letters = char::decode_utf16(units.iter().map(|&pair| unit(pair)));
    letters.collect::<Result<String, _>>().ok().map(Cow::Owned)
}

/// Why bytes that are not JSON are none.
pub fn unreadable(bytes: &[u8]) -> Unreadable {
    match decode(bytes) {
        None if is_binary(bytes) => Unreadable::Binary,
        None => Unreadable::Encoding,
        Some(text) => malformed(&text, bytes),
    }
}

fn malformed(text: &str, bytes: &[u8]) -> Unreadable {
    let text = text.trim();
    if text.is_empty() {
        return Unreadable::Empty;
    }
    if text.starts_with('<') {
        return Unreadable::Html;
    }
    if is_binary(bytes) {
        return Unreadable::Binary;
    }
    scan(text)
}

/// How many bytes of a file tell what it is.
const HEAD: usize = 512;

/// Whether bytes begin as compressed files do, or have controls that no text has.
fn is_binary(bytes: &[u8]) -> bool {
    const BEGINNINGS: [&[u8]; 3] = [b"\x1f\x8b", b"PK\x03\x04", b"\x28\xb5\x2f\xfd"];
    let is_control = |byte: &u8| *byte < b' ' && !byte.is_ascii_whitespace();
    let is_utf16 = bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff");
    BEGINNINGS.iter().any(|beginning| bytes.starts_with(beginning))
        || (!is_utf16 && bytes.iter().take(HEAD).any(is_control))
}

/// Looks through JSON outside of its strings: for words that it does not have, and for an end.
fn scan(text: &str) -> Unreadable {
    let bytes = text.as_bytes();
    let mut open = 0_usize;
    let mut at = 0;
    while at < bytes.len() {
        match bytes[at] {
            b'"' => match string_end(bytes, at + 1) {
                Some(end) => at = end,
                None => return Unreadable::CutOff,
            },
            b'{' | b'[' => open += 1,
            b'}' | b']' => open = open.saturating_sub(1),
            b'N' | b'I' if [&b"NaN"[..], b"Infinity"].iter().any(|word| bytes[at..].starts_with(word)) => {
                return Unreadable::NotANumber;
            }
            _ => {}
        }
        at += 1;
    }
    if open > 0 { Unreadable::CutOff } else { Unreadable::Other }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_told_apart() {
        let utf16 = |text: &str, mark: &[u8], bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
            mark.iter().copied().chain(text.encode_utf16().flat_map(bytes)).collect()
        };
        for (bytes, expected) in [
            (b"".to_vec(), Unreadable::Empty),
            (b"\xef\xbb\xbf \n".to_vec(), Unreadable::Empty),
            (b"{\"title\": \"S\xe3o Tom\xe9\"}".to_vec(), Unreadable::Encoding),
            (b" <!doctype html>".to_vec(), Unreadable::Html),
            (utf16("<html>", b"\xff\xfe", u16::to_le_bytes), Unreadable::Html),
            (utf16("{\"a\": ", b"\xfe\xff", u16::to_be_bytes), Unreadable::CutOff),
            (utf16("{}", b"", u16::to_le_bytes), Unreadable::Binary),
            (b"\x1f\x8b\x08\x00\x00".to_vec(), Unreadable::Binary),
            (b"PK\x03\x04".to_vec(), Unreadable::Binary),
            (b"\x1b\x03\x00\xf8\x8d\xa4".to_vec(), Unreadable::Binary),
            (b"{\"rank\": NaN}".to_vec(), Unreadable::NotANumber),
            (b"{\"a\": [1, -Infinity]}".to_vec(), Unreadable::NotANumber),
            (b"{\"NaN\": \"Infinity\", \"a\": x}".to_vec(), Unreadable::Other),
            (b"{\"a\": \"\\\"NaN".to_vec(), Unreadable::CutOff),
            (b"{\"a\": [1, 2".to_vec(), Unreadable::CutOff),
            (b"{\"a\": 1,}".to_vec(), Unreadable::Other),
            (b"country,status".to_vec(), Unreadable::Other),
        ] {
            assert_eq!(unreadable(&bytes), expected, "{:?}", String::from_utf8_lossy(&bytes));
        }
    }

    #[test]
    fn text_is_read_in_utf_8_and_in_utf_16_with_a_mark() {
        assert_eq!(decode(b"\xef\xbb\xbf{}").as_deref(), Some("{}"));
        assert_eq!(decode(b"\xff\xfe{\0}\0").as_deref(), Some("{}"));
        assert_eq!(decode(b"\xfe\xff\0{\0}").as_deref(), Some("{}"));
        assert_eq!(decode(b"\xff\xfe{"), None, "half a letter");
        assert_eq!(decode(b"\xff\xfe\x00\xd8"), None, "half a pair");
        assert_eq!(decode(b"\xe9"), None);
    }
}
