//! Texts as HTML and XML write them, so that a parser reads them as they were.

/// What becomes of double quotation marks.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Quotes {
    /// They are kept, as HTML does between tags.
    Kept,
    /// They are escaped, as in the values of attributes.
    Escaped,
}

/// Writes a text. A carriage return is written as a reference, since a parser would read a line feed. Characters that XML
/// 1.0 does not allow, and HTML calls errors, are left out.
pub fn escape(out: &mut String, text: &str, quotes: Quotes) {
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' if quotes == Quotes::Escaped => out.push_str("&quot;"),
            '\r' => out.push_str("&#13;"),
            '\t' | '\n' => out.push(letter),
            '\0'..' ' | '\u{fffe}' | '\u{ffff}' => {}
            _ => out.push(letter),
        }
    }
}
