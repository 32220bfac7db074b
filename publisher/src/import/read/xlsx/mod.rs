//! XLSX, of whichever program wrote it: strict or transitional, with prefixes, without cell references, with inline
//! texts. Macros are neither run nor read.

use super::Book;
use super::archive::Archive;
use super::xml::{Element, Node};
use crate::import::grid::{Sheet, Tally};
use crate::import::report::{Refusal, Remark};
use relations::{Relations, part_of};
use strings::Strings;
use styles::Styles;

pub use cell::hyperlink;

mod cell;
mod format;
mod relations;
mod sheet;
mod strings;
mod styles;

/// Reads a workbook.
///
/// # Errors
/// If it is refused.
pub fn read(bytes: &[u8]) -> Result<Book, Refusal> {
    let mut archive = Archive::open(bytes)?;
    let roots = Relations::read(&mut archive, "")?;
    let path = roots.of_kind("officeDocument").unwrap_or("xl/workbook.xml").to_owned();
    let workbook = Workbook::read(&mut archive, &path)?;
    let relations = Relations::read(&mut archive, &path)?;
    let strings = Strings::read(&mut archive, relations.of_kind("sharedStrings"))?;
    let styles = Styles::read(&mut archive, relations.of_kind("styles"))?;
    let context = sheet::Context { strings, styles, is_1904: workbook.is_1904 };
    let mut tally = Tally::default();
    let mut sheets = Vec::new();
    for entry in &workbook.sheets {
        let Some(path) = relations.of_id(&entry.id, "worksheet") else { continue };
        let mut sheet = Sheet { hidden: entry.hidden, ..Sheet::named(&entry.name) };
        sheet::read(&mut archive, path, &context, &mut sheet, &mut tally)?;
        sheets.push(sheet);
    }
    if sheets.is_empty() {
        return Err(Refusal::damaged("it has no sheet"));
    }
    let has_macros = archive.has(&part_of(&path, "vbaProject.bin"));
    let notice = || Remark::notice("macros", "", "The file has macros: they are not run and not read");
    Ok(Book { sheets, remarks: has_macros.then(notice).into_iter().collect(), is_guess: false })
}

/// What the workbook says of its sheets.
#[derive(Default)]
struct Workbook {
    is_1904: bool,
    sheets: Vec<Entry>,
}

struct Entry {
    name: String,
    id: String,
    hidden: bool,
}

impl Workbook {
    fn read(archive: &mut Archive<'_>, path: &str) -> Result<Self, Refusal> {
        let mut workbook = Self::default();
        let Some(mut stream) = archive.xml(path)? else {
            return Err(Refusal::damaged("it has no workbook"));
        };
        loop {
            match stream.node()? {
                Node::Open(element) => workbook.take(&element),
                Node::End => return Ok(workbook),
                Node::Close(_) | Node::Text(_) => {}
            }
        }
    }

    fn take(&mut self, element: &Element) {
        match element.name.as_str() {
            "workbookPr" => self.is_1904 |= element.is("date1904"),
            "sheet" => {
                let text = |name| element.get(name).unwrap_or_default().to_owned();
                let hidden = matches!(element.get("state"), Some("hidden" | "veryHidden"));
                self.sheets.push(Entry { name: text("name"), id: text("id"), hidden });
            }
            _ => {}
        }
    }
}
