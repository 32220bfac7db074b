//! The limits of cells, met while a file is read.

use super::{Cell, Value};
use crate::import::report::Refusal;

/// The most characters of a cell, as in spreadsheet programs.
const CELL: usize = 32_767;
/// The most cells of a file that hold something.
const CELLS: usize = 5_000_000;

/// The most bytes of text in all cells: one text may stand in many.
const TEXT: usize = 256 << 20;

/// Counts cells while a file is read, so that one beyond the limits is refused before it is held.
#[derive(Debug, Default)]
pub struct Tally {
    cells: usize,
    text: usize,
}

impl Tally {
    /// Counts a cell that holds something.
    ///
    /// # Errors
    /// If it is too long or one too many.
    pub fn count(&mut self, cell: &Cell) -> Result<(), Refusal> {
        if let Value::Text(text) = &cell.value {
            check_length(text)?;
            self.text += text.len();
        }
        if self.text > TEXT {
            return Err(Refusal::too_large("its cells hold more than 256 MiB of text"));
        }
        self.cells += 1;
        if self.cells > CELLS {
            return Err(Refusal::too_large("more than 5 million cells hold something"));
        }
        Ok(())
    }
}

/// Whether a text is no longer than a cell may be.
///
/// # Errors
/// If it is longer.
pub fn check_length(text: &str) -> Result<(), Refusal> {
    if text.len() > CELL && text.chars().count() > CELL {
        return Err(Refusal::too_large("a cell holds more than 32,767 characters"));
    }
    Ok(())
}
