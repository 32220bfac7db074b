//! Bytes to sheets: what kind of file it is, by its content and not by its name, and what it holds.

use super::grid::Sheet;
use super::report::{Refusal, Remark};
use std::path::Path;

mod archive;
mod delimited;
mod encoding;
mod json;
mod ods;
mod xlsx;
mod xml;

pub use delimited::question as decoding_question;
pub use encoding::undo_mojibake;

/// A file as it was read.
#[derive(Debug)]
pub struct Book {
    /// Its sheets, or the one table of a text.
    pub sheets: Vec<Sheet>,
    /// What is to be said of the reading.
    pub remarks: Vec<Remark>,
    /// Whether it was read as Windows-1252 without its saying so: then names and heads must fit.
    pub is_guess: bool,
}

/// What a file turned out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Format {
    Text,
    Xlsx,
    Ods,
    Json,
}

/// Reads a file.
///
/// # Errors
/// If it is refused.
pub fn read(name: &str, bytes: &[u8], encoding: Option<&str>, judge: &dyn Judge) -> Result<Book, Refusal> {
    let format = sniff(bytes)?;
    let mut book = match format {
        Format::Text => delimited::read(bytes, encoding, judge)?,
        Format::Xlsx => xlsx::read(bytes)?,
        Format::Ods => ods::read(bytes)?,
        Format::Json => json::read(bytes)?,
    };
    if book.sheets.iter().all(|sheet| sheet.filled_rows().next().is_none()) {
        return Err(Refusal::new("empty", "The file holds nothing"));
    }
    if let Some(says) = misnamed(name, format) {
        book.remarks.push(Remark::notice("extension", "", says));
    }
    Ok(book)
}

/// How well a row reads as heads, for telling which sign parts the columns.
pub trait Judge {
    /// How many of the texts are heads that are known.
    fn known_heads(&self, texts: &[String]) -> usize;
}

/// What a file is, or why it is refused.
fn sniff(bytes: &[u8]) -> Result<Format, Refusal> {
    const OLE: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
    if bytes.is_empty() {
        return Err(Refusal::new("empty", "The file is empty"));
    }
    if bytes.starts_with(b"PK") {
        return archive::sniff(bytes);
    }
    if bytes.starts_with(OLE) {
        return Err(ole(bytes));
    }
    for (start, what) in STRANGERS {
        if bytes.starts_with(start) {
            return Err(not_a_table(what));
        }
    }
    if let Some(what) = encoding::markup(bytes) {
        return Err(if what == "an old spreadsheet in XML" { old() } else { not_a_table(what) });
    }
    Ok(if bytes.trim_ascii_start().starts_with(b"{") { Format::Json } else { Format::Text })
}

/// How files begin that people take for tables.
const STRANGERS: [(&[u8], &str); 12] = [
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"RIFF", "a picture, sound or film"),
    (b"II*\0", "a picture"),
    (b"MM\0*", "a picture"),
    (b"{\\rtf", "a text document"),
    (b"\x1f\x8b", "a compressed file"),
    (b"7z\xbc\xaf", "a compressed file"),
    (b"Rar!", "a compressed file"),
    (b"SQLite format 3", "a database"),
];

fn not_a_table(what: &str) -> Refusal {
    Refusal::new("not-a-table", format!("The file is {what}, not a table: save it as XLSX, ODS or CSV"))
}

fn old() -> Refusal {
    Refusal::new("old-format", "An old or special spreadsheet format: save it as XLSX or CSV")
}

fn password() -> Refusal {
    Refusal::new("password", "The file is protected with a password: open it, save it without one")
}

/// Old Excel files and encrypted new ones share a container.
fn ole(bytes: &[u8]) -> Refusal {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let is_encrypted = bytes.windows(name.len()).any(|part| part == name);
    if is_encrypted { password() } else { old() }
}

/// What to say of a name that promises something else.
fn misnamed(name: &str, format: Format) -> Option<String> {
    let extension = Path::new(name).extension()?.to_str()?.to_ascii_lowercase();
    let (fits, content) = match format {
        Format::Text => (
            !["xlsx", "xlsm", "xltx", "xls", "xlsb", "ods", "ots", "numbers"].contains(&&*extension),
            "delimited text",
        ),
        Format::Xlsx => (["xlsx", "xlsm", "xltx", "xltm"].contains(&&*extension), "XLSX"),
        Format::Ods => (["ods", "ots"].contains(&&*extension), "ODS"),
        Format::Json => (extension == "json", "JSON"),
    };
    (!fits).then(|| {
        format!("The file's name ends with .{extension}, and its content is {content}: it is read as that")
    })
}
