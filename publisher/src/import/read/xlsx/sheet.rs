//! One sheet of a workbook: rows, cells, merges, links, what is hidden.

use super::super::archive::Archive;
use super::super::xml::{Element, Node, Stream};
use super::cell::Raw;
use super::relations::Relations;
use super::strings::{Strings, rich};
use super::styles::Styles;
use crate::import::grid::{Cell, Merge, Row, Sheet, Tally, Value, parse_cell};
use crate::import::report::Refusal;
use std::collections::BTreeMap;

/// What the cells of all sheets share.
pub struct Context {
    /// Their texts.
    pub strings: Strings,
    /// Their styles.
    pub styles: Styles,
    /// Whether days are counted from 1904.
    pub is_1904: bool,
}

/// The most rows and columns of a sheet.
const ROWS: u32 = 1 << 20;
const COLUMNS: u32 = 1 << 14;
/// The most merges and links of a sheet.
const RANGES: usize = 1_000_000;

/// Reads a sheet.
///
/// # Errors
/// If it is refused.
pub fn read(
    archive: &mut Archive<'_>,
    path: &str,
    context: &Context,
    sheet: &mut Sheet,
    tally: &mut Tally,
) -> Result<(), Refusal> {
    let relations = Relations::read(archive, path)?;
    let Some(mut stream) = archive.xml(path)? else {
        return Err(Refusal::damaged("a sheet is missing"));
    };
    let mut reading = Reading { context, sheet, tally, next_row: 0, last_column: 0, links: BTreeMap::new() };
    loop {
        match stream.node()? {
            Node::Open(element) => reading.open(&element, &mut stream, &relations)?,
            Node::End => break,
            Node::Close(_) | Node::Text(_) => {}
        }
    }
    reading.lay_links();
    sheet.uncover()
}

struct Reading<'a> {
    context: &'a Context,
    sheet: &'a mut Sheet,
    tally: &'a mut Tally,
    next_row: u32,
    /// The last column in which anything was so far: coloured cells beyond are no part of the table.
    last_column: u32,
    links: BTreeMap<(u32, u32), String>,
}

impl Reading<'_> {
    fn open(
        &mut self,
        element: &Element,
        stream: &mut Stream<'_>,
        relations: &Relations,
    ) -> Result<(), Refusal> {
        match element.name.as_str() {
            "row" => self.row(element, stream)?,
            "col" if element.is("hidden") => self.hide(element),
            "mergeCell" => {
                if let Some((first, last)) = range(element)
                    && self.sheet.merges.len() < RANGES
                {
                    self.sheet.merges.push(Merge { first, last });
                }
            }
            "hyperlink" => self.link(element, relations),
            _ => {}
        }
        Ok(())
    }

    fn hide(&mut self, element: &Element) {
        let number = |name| element.number::<u32>(name).and_then(|number| number.checked_sub(1));
        if let (Some(first), Some(last)) = (number("min"), number("max")) {
            self.sheet.hidden_columns.extend(first..=last.min(COLUMNS));
        }
    }

    fn link(&mut self, element: &Element, relations: &Relations) {
        let Some((first, _)) = range(element) else { return };
        let Some(address) = element.get("id").and_then(|id| relations.address(id)) else { return };
        let address = match element.get("location") {
            Some(location) if !address.contains('#') => format!("{address}#{location}"),
            _ => address.to_owned(),
        };
        if self.links.len() < RANGES {
            self.links.insert(first, address);
        }
    }

    /// Links come after the cells that they are behind.
    fn lay_links(&mut self) {
        for ((row, column), address) in std::mem::take(&mut self.links) {
            let cell = self.sheet.rows.get_mut(&row).and_then(|row| row.cells.get_mut(&column));
            if let Some(cell) = cell.filter(|cell| !cell.is_blank()) {
                cell.link.get_or_insert_with(|| address.into());
            }
        }
    }

    fn row(&mut self, element: &Element, stream: &mut Stream<'_>) -> Result<(), Refusal> {
        let stated = element.number::<u32>("r").and_then(|number| number.checked_sub(1));
        let index = stated.unwrap_or(self.next_row);
        if index >= ROWS {
            return Err(Refusal::too_large("a sheet has more than 1,048,576 rows"));
        }
        self.next_row = index + 1;
        let mut row = Row { hidden: element.is("hidden"), ..Row::default() };
        let mut next_column = 0;
        loop {
            match stream.node()? {
                Node::Open(element) if element.name == "c" => {
                    let stated = element.get("r").and_then(parse_cell).map(|(_, column)| column);
                    let column = stated.unwrap_or(next_column);
                    next_column = column + 1;
                    let cell = self.cell(&element, stream)?;
                    self.keep(&mut row, column, cell)?;
                }
                Node::Open(_) => stream.skip()?,
                Node::Close(name) if name == "row" => break,
                Node::End => break,
                Node::Close(_) | Node::Text(_) => {}
            }
        }
        if row.cells.values().any(|cell| !cell.is_blank()) {
            self.sheet.rows.insert(index, row);
        }
        Ok(())
    }

    fn keep(&mut self, row: &mut Row, column: u32, cell: Cell) -> Result<(), Refusal> {
        if column >= COLUMNS {
            return Err(Refusal::damaged("a column is beyond the last one"));
        }
        if !cell.is_blank() {
            self.tally.count(&cell)?;
            self.last_column = self.last_column.max(column);
            row.cells.insert(column, cell);
        } else if cell.fill.is_some() && column <= self.last_column {
            row.cells.insert(column, Cell { value: Value::Blank, ..cell });
        }
        Ok(())
    }

    fn cell(&self, element: &Element, stream: &mut Stream<'_>) -> Result<Cell, Refusal> {
        let mut raw = Raw::new(element);
        loop {
            match stream.node()? {
                Node::Open(element) => match element.name.as_str() {
                    "v" => raw.text = Some(plain(stream)?),
                    "f" => raw.formula = Some(plain(stream)?),
                    "is" => raw.inline = Some(rich(stream)?),
                    _ => stream.skip()?,
                },
                Node::Close(name) if name == "c" => break,
                Node::End => break,
                Node::Close(_) | Node::Text(_) => {}
            }
        }
        Ok(raw.cell(self.context))
    }
}

/// The text up to the end of the element that has just begun.
fn plain(stream: &mut Stream<'_>) -> Result<String, Refusal> {
    let mut text = String::new();
    loop {
        match stream.node()? {
            Node::Text(part) => text.push_str(&part),
            Node::Open(_) => stream.skip()?,
            Node::Close(_) | Node::End => return Ok(text),
        }
        crate::import::grid::check_length(&text)?;
    }
}

/// A range of cells: from its first to its last.
fn range(element: &Element) -> Option<((u32, u32), (u32, u32))> {
    let text = element.get("ref")?;
    let (first, last) = text.split_once(':').unwrap_or((text, text));
    let ((top, left), (bottom, right)) = (parse_cell(first)?, parse_cell(last)?);
    Some(((top.min(bottom), left.min(right)), (top.max(bottom), left.max(right))))
}
