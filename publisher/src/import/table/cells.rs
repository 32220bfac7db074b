//! The cells that go with a claim, and the texts in them.

use super::Table;
use crate::import::grid::{Cell, Value};
use crate::import::heads::Field;
use crate::import::layout::Column;
use crate::import::report::{Remark, Report};
use crate::import::texts::Texts;
use crate::words::{clean, verbatim};

impl Table<'_> {
    pub(super) fn value(&self, row: u32, column: &Column) -> Option<&Value> {
        self.sheet.cell(row, column.index).map(|cell| &cell.value)
    }

    /// The cell of a field that goes with a status, and its name.
    pub(super) fn cell_of(&self, row: u32, status: &Column, field: Field) -> Option<(String, &Cell)> {
        let mut columns = self.layout.beside(status, field);
        columns.find_map(|column| {
            let cell = self.sheet.cell(row, column.index).filter(|cell| !cell.is_blank())?;
            Some((self.sheet.at(row, column.index), cell))
        })
    }

    /// The number of a row's claim.
    pub fn number(&self, row: u32, status: &Column) -> Option<String> {
        Some(clean(&self.cell_of(row, status, Field::Claim)?.1.text()))
    }

    /// What a field says, in each language that has a column; what says no language is one of these, or the only text.
    pub fn texts(&self, row: u32, status: &Column, field: Field, report: &mut Report) -> Texts {
        let (mut spoken, mut plain) = (Texts::default(), Texts::default());
        for column in self.layout.beside(status, field) {
            let text = verbatim(&self.sheet.text(row, column.index));
            match &column.lang {
                _ if text.is_empty() => {}
                Some(lang) => spoken.add(Some(lang), text),
                None => plain.add(None, text),
            }
        }
        if spoken.is_empty() {
            return plain;
        }
        for text in plain.all().filter(|text| !spoken.all().any(|known| known == *text)) {
            report.add(self.text_differs(row, status, field, text));
        }
        spoken
    }

    fn text_differs(&self, row: u32, status: &Column, field: Field, text: &str) -> Remark {
        let column = self.layout.beside(status, field).find(|column| column.lang.is_none());
        let at = column.map(|column| self.sheet.at(row, column.index)).unwrap_or_default();
        let says = "The text without a language is none of those in the columns of languages beside";
        Remark::question(
            "text-differs",
            &at,
            says,
            format!("--set {at}=-, or the text in its language's column"),
        )
        .value(text)
    }
}
