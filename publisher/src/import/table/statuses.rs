//! The status of a claim, and what is to be said where a cell has none.

use super::{Table, without_value};
use crate::import::layout::Column;
use crate::import::report::{Remark, Report};
use crate::import::status;

impl Table<'_> {
    /// The status of a cell: `None` if it makes no claim, nothing inside if what it says is to be decided.
    pub(super) fn status(&self, row: u32, column: &Column, report: &mut Report) -> Option<Option<String>> {
        let at = self.sheet.at(row, column.index);
        let is_coloured = status::is_coloured(self.sheet, self.layout, row, column.index);
        match status::read(self.sheet.cell(row, column.index), self.publication, self.answers) {
            status::Reading::Blank if is_coloured => {
                let says = "A coloured cell without a word: write the status into it";
                report.add(Remark::finding("status-colour", at, says));
                None
            }
            status::Reading::Blank if self.layout.is_wide() => None,
            status::Reading::Blank | status::Reading::NoData => {
                report.add(Remark::notice("no-claim", at, "No public data: no claim is made"));
                None
            }
            status::Reading::Status(id, is_marked) => {
                if is_marked {
                    report.add(Remark::notice("footnote", at, "A footnote's mark is taken off"));
                }
                Some(Some(id))
            }
            status::Reading::Word(word) => {
                report.add(self.status_word(&word, at));
                Some(None)
            }
            status::Reading::Error(error) => {
                report.add(Remark::finding("error-cell", at, "The status is an error").value(error));
                Some(None)
            }
            status::Reading::Formula(formula) => {
                report.add(without_value(at, &formula));
                Some(None)
            }
        }
    }

    fn status_word(&self, word: &str, at: String) -> Remark {
        let says = format!("“{word}” is no status of the scale");
        let decide = format!("--status '{word}=ID', or '{word}=-' if it makes no claim");
        let question = Remark::question("status-word", at, says, decide);
        question.value(word).group(status::word_key(word)).candidates(self.publication.scale.ids())
    }
}
