//! Texts as HTML and XML write them, so that a parser reads them as they were.

/// What becomes of double quotation marks.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Quotes {
    /// They are kept, as HTML does between tags.
    Kept,
    /// They are escaped, as in the values of attributes.
    Escaped,
}

/// Whether XML 1.0 allows a character; HTML calls the others errors.
pub fn is_allowed(letter: char) -> bool {
    match letter {
        '\t' | '\n' | '\r' => true,
        '\0'..' ' | '\u{fffe}' | '\u{ffff}' => false,
        _ => true,
    }
}

/// Writes a text. A carriage return is written as a reference, since a parser would read a line feed. Characters that are
/// not allowed are left out.
pub fn escape(out: &mut String, text: &str, quotes: Quotes) {
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' if quotes == Quotes::Escaped => out.push_str("&quot;"),
            '\r' => out.push_str("&#13;"),
            _ if is_allowed(letter) => out.push(letter),
            _ => {}
        }
    }
}
