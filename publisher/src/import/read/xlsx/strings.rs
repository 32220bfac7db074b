//! Texts of a workbook: those that its cells share, and those inside of cells. Phonetic hints are no content.

use super::super::archive::Archive;
use super::super::xml::{Node, Stream};
use crate::import::grid::check_length;
use crate::import::report::Refusal;

/// The most texts that are shared.
const SHARED: usize = 5_000_000;

/// The texts that cells share, in one piece: a file may have millions.
#[derive(Debug, Default)]
pub struct Strings {
    text: String,
    ends: Vec<usize>,
}

impl Strings {
    /// Reads them.
    ///
    /// # Errors
    /// If they are damaged or too large.
    pub fn read(archive: &mut Archive<'_>, path: Option<&str>) -> Result<Self, Refusal> {
        let mut strings = Self::default();
        let Some(mut stream) = path.map(|path| archive.xml(path)).transpose()?.flatten() else {
            return Ok(strings);
        };
        loop {
            match stream.node()? {
                Node::Open(element) if element.name == "si" => {
                    strings.text.push_str(&rich(&mut stream)?);
                    strings.ends.push(strings.text.len());
                }
                Node::End => return Ok(strings),
                _ => {}
            }
            if strings.ends.len() > SHARED {
                return Err(Refusal::too_large("it has more than 5 million texts"));
            }
        }
    }

    /// A text by its number.
    pub fn get(&self, index: usize) -> Option<&str> {
        let end = *self.ends.get(index)?;
        let start = index.checked_sub(1).map_or(0, |before| self.ends[before]);
        Some(&self.text[start..end])
    }
}

/// The text of an element that has just begun, whatever its runs look like.
///
/// # Errors
/// If it is damaged or too long.
pub fn rich(stream: &mut Stream<'_>) -> Result<String, Refusal> {
    let mut text = String::new();
    let mut depth = 1;
    let mut is_text = false;
    while depth > 0 {
        match stream.node()? {
            Node::Open(element) if element.name == "rPh" => stream.skip()?,
            Node::Open(element) => {
                depth += 1;
                is_text = element.name == "t";
            }
            Node::Close(_) => {
                depth -= 1;
                is_text = false;
            }
            Node::Text(part) if is_text => text.push_str(&part),
            Node::Text(_) => {}
            Node::End => break,
        }
        check_length(&text)?;
    }
    Ok(unescape(&text))
}

/// Signs that XML cannot hold are written as `_x000D_`.
pub fn unescape(text: &str) -> String {
    let (mut plain, mut rest) = (String::new(), text);
    while let Some(start) = rest.find("_x") {
        let letter = rest.get(start + 2..start + 7).and_then(|code| code.strip_suffix('_'));
        let letter = letter.and_then(|code| u32::from_str_radix(code, 16).ok()).and_then(char::from_u32);
        plain.push_str(&rest[..start]);
        rest = &rest[start..];
        let length = if letter.is_some() { 7 } else { 2 };
        match letter {
            Some(letter) => plain.push(letter),
            None => plain.push_str("_x"),
        }
        rest = &rest[length..];
    }
    plain + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_that_xml_cannot_hold_are_read() {
        for (text, plain) in [
            ("a_x000D_b", "a\rb"),
            ("a_xb", "a_xb"),
            ("_x", "_x"),
            ("é_x00é", "é_x00é"),
            ("_x005F_x000D_", "_x000D_"),
        ] {
            assert_eq!(unescape(text), plain);
        }
    }
}
