//! ODS: the tables of content.xml, with the styles of both its parts. Comments, shapes, phonetic hints and tracked
//! changes are no content.

use super::archive::Archive;
use super::xml::Node;
use super::{Book, password};
use crate::import::report::Refusal;
use styles::Styles;
use table::Reading;

mod cell;
mod styles;
mod table;

/// Reads a spreadsheet.
///
/// # Errors
/// If it is refused.
pub fn read(bytes: &[u8]) -> Result<Book, Refusal> {
    let mut archive = Archive::open(bytes)?;
    if is_encrypted(&mut archive)? {
        return Err(password());
    }
    let mut styles = Styles::default();
    for part in ["styles.xml", "content.xml"] {
        styles.read(&mut archive, part)?;
    }
    let Some(mut stream) = archive.xml("content.xml")? else {
        return Err(Refusal::damaged("it has no content"));
    };
    let mut reading = Reading::new(&styles);
    loop {
        match stream.node()? {
            Node::Open(element) => match element.name.as_str() {
                "tracked-changes" | "styles" | "automatic-styles" => stream.skip()?,
                "text" | "presentation" | "drawing" => return Err(super::not_a_table("a document")),
                "table" => reading.table(&element, &mut stream)?,
                _ => {}
            },
            Node::End => break,
            Node::Close(_) | Node::Text(_) => {}
        }
    }
    if reading.sheets.is_empty() {
        return Err(Refusal::damaged("it has no sheet"));
    }
    Ok(Book { sheets: reading.sheets, remarks: Vec::new(), is_guess: false })
}

/// The list of its parts says which are encrypted.
fn is_encrypted(archive: &mut Archive<'_>) -> Result<bool, Refusal> {
    let Some(mut stream) = archive.xml("META-INF/manifest.xml")? else { return Ok(false) };
    loop {
        match stream.node()? {
            Node::Open(element) if element.name == "encryption-data" => return Ok(true),
            Node::End => return Ok(false),
            _ => {}
        }
    }
}
