//! Which sheets of a file are tables of claims, and which of them are read.

use super::answers::Answers;
use super::grid::Sheet;
use super::layout::{self, Found, Layout};
use super::publication::Publication;
use super::report::{Remark, Report};
use super::said::{self, Named};

/// A table that is to be read.
pub struct Chosen {
    /// The sheet.
    pub sheet: Sheet,
    /// Where its heads are, and what its columns hold.
    pub layout: Layout,
    /// What the sheet's name means.
    pub named: Named,
}

/// The tables that are to be read; none if that is to be decided.
pub fn choose(
    sheets: Vec<Sheet>,
    publication: &Publication,
    answers: &Answers,
    report: &mut Report,
) -> Vec<Chosen> {
    let sheets = sheets.into_iter().filter(|sheet| sheet.filled_rows().next().is_some());
    let (wanted, others): (Vec<Sheet>, Vec<Sheet>) = sheets.partition(|sheet| answers.wants(sheet));
    for sheet in &others {
        report.add(left_out(sheet, "Not one of the sheets to read: left out"));
    }
    let (mut tables, mut unclear, mut rest) = (Vec::new(), Vec::new(), Vec::new());
    for sheet in wanted {
        match layout::find(&sheet, publication, answers) {
            Found::Table(layout) => {
                let named = Named::new(&sheet, publication);
                tables.push(Chosen { sheet, layout, named });
            }
            Found::Unclear(row) => unclear.push((sheet, row)),
            Found::Nothing => rest.push(sheet),
        }
    }
    if tables.is_empty() {
        let first = rest.first().and_then(|sheet| Some((sheet, sheet.filled_rows().next()?)));
        let first = unclear.first().map(|(sheet, row)| (sheet, *row)).or(first);
        first.into_iter().for_each(|(sheet, row)| report.add(said::heads_missing(sheet, row)));
        return tables;
    }
    for sheet in unclear.iter().map(|(sheet, _)| sheet).chain(&rest) {
        report.add(left_out(sheet, "No table of claims: left out"));
    }
    if answers.sheets.is_empty()
        && tables.len() > 1
        && !tables.iter().all(|table| table.named.says_something())
    {
        tables.iter().for_each(|table| report.add(which(&table.sheet)));
        tables.clear();
    }
    tables
}

fn left_out(sheet: &Sheet, says: &str) -> Remark {
    Remark::notice("sheet-left-out", sheet.name.clone().unwrap_or_default(), says)
}

fn which(sheet: &Sheet) -> Remark {
    let says = "Several tables, and their names do not say what each is";
    let name = sheet.name.clone().unwrap_or_default();
    Remark::question("sheet-which", name, says, "--sheet NAME, once for each that is to be read")
}
