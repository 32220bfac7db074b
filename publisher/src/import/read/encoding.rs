//! Bytes to text: encodings with and without a mark, and text that was read in the wrong one before.

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// A text, and how sure its encoding is.
#[derive(Debug, PartialEq, Eq)]
pub enum Decoded {
    /// The mark, the bytes or the publisher say so.
    Sure(String),
    /// Not UTF-8; read as Windows-1252.
    Guess(String),
    /// No reading makes sense.
    Unclear,
}

/// The text that bytes stand for.
pub fn decode(bytes: &[u8], wanted: Option<&'static Encoding>) -> Decoded {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let (text, faulty) = encoding.decode_without_bom_handling(&bytes[mark..]);
        return if faulty { Decoded::Unclear } else { Decoded::Sure(text.into_owned()) };
    }
    if let Some(encoding) = wanted {
        return Decoded::Sure(encoding.decode(bytes).0.into_owned());
    }
    if bytes.contains(&0) {
        return Decoded::Unclear;
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Decoded::Sure(text.to_owned());
    }
    let text = WINDOWS_1252.decode_without_bom_handling(bytes).0;
    let is_assigned = !text.chars().any(|letter| matches!(letter, '\u{80}'..='\u{9f}'));
    if is_assigned { Decoded::Guess(text.into_owned()) } else { Decoded::Unclear }
}

/// What markup the bytes are, if they begin as such.
pub fn markup(bytes: &[u8]) -> Option<&'static str> {
    let start = &bytes[..bytes.len().min(4096)];
    let text = match Encoding::for_bom(start) {
        Some((encoding, mark)) if encoding == UTF_16LE || encoding == UTF_16BE => {
            encoding.decode_without_bom_handling(&start[mark..]).0.into_owned()
        }
        _ => String::from_utf8_lossy(start).into_owned(),
    };
    let text = text.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']).to_ascii_lowercase();
    if text.starts_with("<?xml") {
        let is_spreadsheet = text.contains("urn:schemas-microsoft-com:office:spreadsheet");
        return Some(if is_spreadsheet { "an old spreadsheet in XML" } else { "XML" });
    }
    let tags = ["<!doctype", "<html", "<head", "<body", "<table", "<meta", "<style", "<div", "<!--", "<svg"];
    tags.iter().any(|tag| text.starts_with(tag)).then_some("a web page")
}

/// A text that was in UTF-8, was read as Windows-1252 and saved again, as it was before; `None` if it was not.
pub fn undo_mojibake(text: &str) -> Option<String> {
    if text.is_ascii() {
        return None;
    }
    let (bytes, _, is_unmappable) = WINDOWS_1252.encode(text);
    let before = std::str::from_utf8(&bytes).ok().filter(|_| !is_unmappable)?.to_owned();
    // Some programs do it twice.
    Some(undo_mojibake(&before).unwrap_or(before))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_read_in_the_wrong_encoding_is_read_again() {
        for (text, before) in [
            ("CÃ´te dâ€™Ivoire", Some("Côte d’Ivoire")),
            ("SÃ£o TomÃ© and PrÃ\u{ad}ncipe", Some("São Tomé and Príncipe")),
            ("TÃ¼rkiye", Some("Türkiye")),
            ("TÃƒÂ¼rkiye", Some("Türkiye")),
            ("México", None),
            ("Peru", None),
            ("日本", None),
        ] {
            assert_eq!(undo_mojibake(text).as_deref(), before, "{text}");
        }
    }

    #[test]
    fn encodings_are_told_apart() {
        let sure = |text: &str| Decoded::Sure(text.to_owned());
        for (bytes, decoded) in [
            (&b"C\xc3\xb4te"[..], sure("Côte")),
            (b"\xef\xbb\xbfa", sure("a")),
            (b"\xff\xfea\0", sure("a")),
            (b"\xfe\xff\0a", sure("a")),
            (b"C\xf4te", Decoded::Guess("Côte".to_owned())),
            (b"C\x8fte", Decoded::Unclear),
            (b"a\0b\0", Decoded::Unclear),
        ] {
            assert_eq!(decode(bytes, None), decoded);
        }
        assert_eq!(decode(b"\xc8", Encoding::for_label(b"windows-1256")), sure("ب"));
    }
}
