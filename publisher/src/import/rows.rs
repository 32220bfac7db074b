//! The rows of a table: which make claims, and what the others are. None is dropped without a word.

use super::grid::Sheet;
use super::heads::{self, Field};
use super::layout::Layout;
use super::publication::Publication;
use super::report::{Remark, Report};
use super::status;
use crate::country::{self, Reading};
use crate::words::fold;

/// What rows are called that sum others up.
const TOTALS: [&str; 22] = [
    "total",
    "totals",
    "grand total",
    "subtotal",
    "sub total",
    "sum",
    "count",
    "average",
    "mean",
    "totaux",
    "sous total",
    "somme",
    "total general",
    "totales",
    "suma",
    "promedio",
    "moyenne",
    "المجموع",
    "الاجمالي",
    "مجموع",
    "media",
    "soma",
];

/// The rows below the heads that may make claims.
pub fn data(sheet: &Sheet, layout: &Layout, publication: &Publication, report: &mut Report) -> Vec<u32> {
    above(sheet, layout, report);
    let rows: Vec<u32> = sheet.filled_rows().filter(|&row| row > layout.heads.1).collect();
    let is_remark = |row: &u32| sheet.text(*row, 0) == "#";
    let sorter = Sorter { sheet, layout, publication };
    let last = rows
        .iter()
        .copied()
        .filter(|&row| sorter.says_status(row) && sorter.kind(row, None) == Kind::Data)
        .max();
    let mut data = Vec::new();
    for row in rows.into_iter().filter(|row| !is_remark(row)) {
        let at = || sheet.filled(row).next().map(|(column, _)| sheet.at(row, column)).unwrap_or_default();
        let notice = match sorter.kind(row, last) {
            Kind::Data => {
                data.push(row);
                continue;
            }
            Kind::Heads => Remark::notice("header-again", at(), "The heads once more: left out"),
            Kind::Section => Remark::notice("section-row", at(), "A region's name alone: left out"),
            Kind::Totals => Remark::notice("totals-row", at(), "A row that sums others up: left out"),
            Kind::Below => Remark::notice("notes-below", at(), "Below the last claim: left out"),
        };
        report.add(notice);
    }
    data
}

/// Says what stands above the heads.
fn above(sheet: &Sheet, layout: &Layout, report: &mut Report) {
    for row in sheet.filled_rows().take_while(|&row| row < layout.heads.0) {
        if let Some((column, _)) = sheet.filled(row).next().filter(|_| sheet.text(row, 0) != "#") {
            report.add(Remark::notice("rows-above", sheet.at(row, column), "Above the heads: left out"));
        }
    }
    if layout.heads.0 < layout.heads.1 {
        let column = sheet.filled(layout.heads.0).next().map_or(0, |(column, _)| column);
        let at = sheet.at(layout.heads.0, column);
        report.add(Remark::notice("header-two-rows", at, "The heads stand in two rows, read together"));
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Data,
    Heads,
    Section,
    Totals,
    Below,
}

struct Sorter<'a> {
    sheet: &'a Sheet,
    layout: &'a Layout,
    publication: &'a Publication,
}

impl Sorter<'_> {
    /// What a row is; whether it is below all claims needs the last row that makes one.
    fn kind(&self, row: u32, last: Option<u32>) -> Kind {
        let mut filled = self.sheet.filled(row);
        let Some((_, first)) = filled.next() else { return Kind::Data };
        let first = first.text();
        let is_alone = filled.next().is_none();
        if self.is_total(row, &first) {
            return Kind::Totals;
        }
        if self.is_heads(row) {
            return Kind::Heads;
        }
        let is_region = || {
            self.publication.regions.find(&first).is_some()
                || matches!(country::read(&first), Reading::NoCountry("a region"))
        };
        if is_alone && is_region() {
            return Kind::Section;
        }
        let is_below = last.is_some_and(|last| row > last);
        if is_below && !self.says_status(row) && !self.names_country(row) { Kind::Below } else { Kind::Data }
    }

    fn is_total(&self, row: u32, first: &str) -> bool {
        let is = |text: &str| {
            let folded = fold(text);
            let first = folded.split(' ').next().unwrap_or_default();
            TOTALS.contains(&folded.as_str()) || TOTALS.contains(&first)
        };
        is(first) || self.layout.countries().any(|column| is(&self.sheet.text(row, column.index)))
    }

    /// Whether all its cells are heads of their columns, in whichever language.
    fn is_heads(&self, row: u32) -> bool {
        let mut known = 0;
        for column in &self.layout.columns {
            let text = self.sheet.text(row, column.index);
            if text.trim().is_empty() {
                continue;
            }
            let head = heads::head(&text, self.publication);
            let is_same = fold(&text) == fold(&column.text)
                || (head.field == Some(column.field) && head.measure.is_none());
            if !is_same {
                return false;
            }
            known += 1;
        }
        known > 1
    }

    /// Whether a cell of a status says anything, if only by its colour.
    fn says_status(&self, row: u32) -> bool {
        let mut statuses = self.layout.of(Field::Status);
        statuses.any(|column| {
            let cell = self.sheet.cell(row, column.index);
            cell.is_some_and(|cell| !cell.is_blank())
                || status::is_coloured(self.sheet, self.layout, row, column.index)
        })
    }

    fn names_country(&self, row: u32) -> bool {
        let mut texts = self.layout.countries().map(|column| self.sheet.text(row, column.index));
        texts.any(|text| {
            matches!(country::read(&text), Reading::One(_) | Reading::Several(_) | Reading::Marked(_))
        })
    }
}
