//! The measure of a claim: of its column, its row, or the whole table.

use super::{Table, faulty};
use crate::import::heads::Field;
use crate::import::layout::Column;
use crate::import::report::{Remark, Report};
use crate::words::{clean, fold, without_footnote};

impl Table<'_> {
    /// The id of a claim's measure.
    pub(super) fn measure_of(&self, row: u32, status: &Column, report: &mut Report) -> Option<String> {
        if status.measure.is_some() {
            return status.measure.clone();
        }
        let named = self.cell_of(row, status, Field::Measure);
        let numbered = self.cell_of(row, status, Field::Clause);
        let (at, cell, is_clause) = match (named, numbered) {
            (Some((at, cell)), _) => (at, cell, false),
            (None, Some((at, cell))) => (at, cell, true),
            (None, None) => return self.common_measure(row, status, report),
        };
        if let Some(finding) = faulty(cell, &at, "measure") {
            report.add(finding);
            return None;
        }
        let text = clean(&cell.text());
        let found = self.known_measure(&text, is_clause, &at, report);
        if found.is_none() && !self.answers.measures.contains_key(&fold(&text)) {
            let says = format!("“{text}” is no measure of the publication");
            let question = Remark::question("measure-unknown", at, says, format!("--measure '{text}=ID'"));
            report.add(question.group(fold(&text)).value(text).candidates(self.publication.measures.ids()));
        }
        found
    }

    fn known_measure(&self, text: &str, is_clause: bool, at: &str, report: &mut Report) -> Option<String> {
        if let Some(answer) = self.answers.measures.get(&fold(text)) {
            return answer.clone();
        }
        let of = |text: &str| {
            let clause = || self.publication.measures.clause(text, &self.publication.clause_words);
            let by_clause = if is_clause { clause() } else { None };
            by_clause.or_else(|| self.publication.measures.find(text)).map(str::to_owned)
        };
        if let Some(found) = without_footnote(text).and_then(|bare| of(&bare)) {
            report.add(Remark::notice("footnote", at, "A footnote's mark is taken off"));
            return Some(found);
        }
        of(text)
    }

    /// The measure of all claims, if no cell says it.
    fn common_measure(&self, row: u32, status: &Column, report: &mut Report) -> Option<String> {
        let mut columns =
            [Field::Measure, Field::Clause].into_iter().flat_map(|field| self.layout.beside(status, field));
        let column = columns.next();
        if column.is_none() && self.measure.is_some() {
            return self.measure.clone();
        }
        let at = column.map(|column| self.sheet.at(row, column.index)).unwrap_or_default();
        let says = if column.is_some() {
            "The measure is blank"
        } else {
            "Nothing says which measure the claims are about"
        };
        let question = Remark::question("measure-missing", at, says, "--measure ID, or a column of measures");
        let question = if column.is_some() {
            Remark { decide: "--set CELL=ID".to_owned(), ..question }
        } else {
            question
        };
        report.add(question.candidates(self.publication.measures.ids()));
        None
    }
}
