//! One table of a spreadsheet: rows and columns that stand for many, merges, what is hidden.

use super::cell;
use super::styles::Styles;
use crate::import::grid::{Cell, Merge, Row, Sheet, Tally};
use crate::import::read::xml::{Element, Node, Stream};
use crate::import::report::Refusal;

/// The most rows and columns of a sheet.
const ROWS: u32 = 1 << 20;
const COLUMNS: u32 = 1 << 14;

/// The tables that are read.
pub struct Reading<'a> {
    styles: &'a Styles,
    tally: Tally,
    /// Those that were read.
    pub sheets: Vec<Sheet>,
}

/// Where in a table the reading is.
#[derive(Default)]
struct Place {
    row: u32,
    column: u32,
    /// The styles of the columns, and up to which column each holds.
    styles: Vec<(u32, Option<String>)>,
    last_column: u32,
}

impl<'a> Reading<'a> {
    /// Nothing is read yet.
    pub fn new(styles: &'a Styles) -> Self {
        Self { styles, tally: Tally::default(), sheets: Vec::new() }
    }

    /// Reads a table that has just begun.
    ///
    /// # Errors
    /// If it is damaged or beyond a limit.
    pub fn table(&mut self, element: &Element, stream: &mut Stream<'_>) -> Result<(), Refusal> {
        let name = element.get("name").unwrap_or_default();
        let hidden = self.styles.is_hidden(element.get("style-name"));
        let mut sheet = Sheet { hidden, ..Sheet::named(name) };
        let mut place = Place::default();
        loop {
            match stream.node()? {
                Node::Open(element) => match element.name.as_str() {
                    "table-column" => column(&mut sheet, &mut place, &element),
                    "table-row" => self.row(&mut sheet, &mut place, &element, stream)?,
                    "table-row-group"
                    | "table-header-rows"
                    | "table-rows"
                    | "table-columns"
                    | "table-column-group"
                    | "table-header-columns" => {}
                    _ => stream.skip()?,
                },
                Node::Close(name) if name == "table" => break,
                Node::End => break,
                Node::Close(_) | Node::Text(_) => {}
            }
        }
        sheet.uncover()?;
        self.sheets.push(sheet);
        Ok(())
    }

    fn row(
        &mut self,
        sheet: &mut Sheet,
        place: &mut Place,
        element: &Element,
        stream: &mut Stream<'_>,
    ) -> Result<(), Refusal> {
        let repeated = element.number::<u32>("number-rows-repeated").unwrap_or(1).clamp(1, ROWS);
        let mut row = Row { hidden: is_hidden(element), ..Row::default() };
        let (mut column, top) = (0, place.row);
        loop {
            match stream.node()? {
                Node::Open(element) if ["table-cell", "covered-table-cell"].contains(&&*element.name) => {
                    column = self.cell(sheet, place, &mut row, column, &element, stream)?;
                }
                Node::Open(_) => stream.skip()?,
                Node::Close(name) if name == "table-row" => break,
                Node::End => break,
                Node::Close(_) | Node::Text(_) => {}
            }
        }
        place.row = place.row.saturating_add(repeated);
        if row.cells.values().all(Cell::is_blank) {
            return Ok(());
        }
        for index in top..top.saturating_add(repeated).min(ROWS) {
            if index > top {
                row.cells
                    .values()
                    .filter(|cell| !cell.is_blank())
                    .try_for_each(|cell| self.tally.count(cell))?;
            }
            sheet.rows.insert(index, row.clone());
        }
        Ok(())
    }

    /// Reads a cell, and says where the next begins.
    fn cell(
        &mut self,
        sheet: &mut Sheet,
        place: &mut Place,
        row: &mut Row,
        column: u32,
        element: &Element,
        stream: &mut Stream<'_>,
    ) -> Result<u32, Refusal> {
        let repeated = element.number::<u32>("number-columns-repeated").unwrap_or(1).clamp(1, COLUMNS);
        let next = column.saturating_add(repeated);
        let style = element.get("style-name").map(str::to_owned).or_else(|| place.style(column));
        let cell = cell::read(element, style.as_deref(), self.styles, stream)?;
        let span = |name| element.number::<u32>(name).unwrap_or(1).clamp(1, ROWS) - 1;
        let (down, right) = (span("number-rows-spanned"), span("number-columns-spanned"));
        if down + right > 0 {
            let last = (place.row.saturating_add(down), column.saturating_add(right));
            sheet.merges.push(Merge { first: (place.row, column), last });
        }
        if element.name == "covered-table-cell" || (cell.is_blank() && cell.fill.is_none()) {
            return Ok(next);
        }
        for index in column..next.min(COLUMNS) {
            if !cell.is_blank() {
                self.tally.count(&cell)?;
                place.last_column = place.last_column.max(index);
            }
            if index <= place.last_column {
                row.cells.insert(index, cell.clone());
            }
        }
        Ok(next)
    }
}

impl Place {
    /// The style of a column's cells, where they have none of their own.
    fn style(&self, column: u32) -> Option<String> {
        self.styles.iter().find(|(end, _)| column < *end)?.1.clone()
    }
}

fn column(sheet: &mut Sheet, place: &mut Place, element: &Element) {
    let repeated = element.number::<u32>("number-columns-repeated").unwrap_or(1).clamp(1, COLUMNS);
    let end = place.column.saturating_add(repeated);
    if is_hidden(element) {
        sheet.hidden_columns.extend(place.column..end.min(COLUMNS));
    }
    place.styles.push((end, element.get("default-cell-style-name").map(str::to_owned)));
    place.column = end;
}

fn is_hidden(element: &Element) -> bool {
    matches!(element.get("visibility"), Some("collapse" | "filter"))
}
