//! Rows as a whole: whether their claims are kept out of the feed, are invented, or share a source.

use super::Table;
use crate::import::claims::{Claim, Claims};
use crate::import::heads::Field;
use crate::import::layout::Column;
use crate::import::report::{Remark, Report};
use crate::words::fold;
use serde_json::json;
use std::collections::BTreeMap;

impl Table<'_> {
    /// What becomes of a row's claims: they are the feed's, or kept out of it.
    pub(super) fn taking(&self, row: u32, report: &mut Report) -> fn(&mut Claims, Claim) {
        let settings = &self.publication.settings;
        let is_withheld = |column: &&Column| settings.withholds(&self.sheet.text(row, column.index));
        let Some(column) = self.layout.of(Field::Withhold).find(is_withheld) else { return Claims::add };
        let at = self.sheet.at(row, column.index);
        report.add(Remark::notice("withheld", at, "Kept out of the feed, as the publication says"));
        Claims::withhold
    }

    /// Claims that are said to be invented do not belong into a publication of real ones.
    pub(super) fn say_invented(&self, rows: &[u32], report: &mut Report) {
        if self.publication.document.get("demo").is_some_and(|demo| *demo != json!(false)) {
            return;
        }
        for column in self.layout.of(Field::Demo) {
            let is_invented = |row: &&u32| fold(&self.sheet.text(**row, column.index)) == "true";
            for &row in rows.iter().filter(is_invented) {
                let says = "The claim is said to be invented, and the publication is no demo";
                report.add(Remark::finding("demo-claim", self.sheet.at(row, column.index), says));
            }
        }
    }

    /// One source of several claims of a row is no mistake, but may be one.
    pub(super) fn say_shared(&self, row: u32, statuses: &[(&Column, Option<String>)], report: &mut Report) {
        let mut seen: BTreeMap<u32, usize> = BTreeMap::new();
        for (status, _) in statuses {
            for column in self.layout.beside(status, Field::Source) {
                *seen.entry(column.index).or_default() += 1;
            }
        }
        for (column, count) in seen {
            if count > 1 && self.sheet.cell(row, column).is_some_and(|cell| !cell.is_blank()) {
                let says = "The source counts for each claim of its row";
                report.add(Remark::notice("shared-source", self.sheet.at(row, column), says));
            }
        }
    }
}
