//! Sheets made ready: the publisher's answers laid over their cells, what other programs did to their texts undone, merged
//! cells filled.

use super::answers::{Answers, LEAVE_OUT};
use super::grid::{Cell, Sheet, Value, parse_cell, parse_column};
use super::heads::Field;
use super::layout::Layout;
use super::read::undo_mojibake;
use super::report::{Remark, Report};
use crate::words::fold;

/// Lays the publisher's answers over a sheet, and undoes what other programs did to its texts.
pub fn repair(sheet: &mut Sheet, answers: &Answers, report: &mut Report) {
    for (place, value) in &answers.cells {
        set(sheet, place, value);
    }
    let mut repaired = Vec::new();
    for (&index, row) in &mut sheet.rows {
        for (&column, cell) in &mut row.cells {
            let Value::Text(text) = &mut cell.value else { continue };
            if let Some(before) = undo_mojibake(text) {
                *text = before;
                repaired.push((index, column));
            }
        }
    }
    for (row, column) in repaired {
        let says = "UTF-8 that was read as Windows-1252 and saved again: undone";
        report.add(Remark::notice("mojibake", sheet.at(row, column), says));
    }
}

/// The part of a place behind the sheet's name, if it is in that sheet.
fn inside<'a>(sheet: &Sheet, place: &'a str) -> Option<&'a str> {
    let Some((name, rest)) = place.rsplit_once('!') else {
        return (sheet.prefix.is_empty()).then_some(place);
    };
    let bare = |text: &str| fold(text);
    (bare(name) == bare(sheet.prefix.trim_end_matches('!'))).then_some(rest)
}

/// Sets what a cell holds, or leaves out a cell, row or column.
fn set(sheet: &mut Sheet, place: &str, value: &str) {
    let Some(place) = inside(sheet, place) else { return };
    let filled = if value == LEAVE_OUT { Value::LeftOut } else { Value::Text(value.to_owned()) };
    if let Some((row, column)) = parse_cell(place) {
        sheet.rows.entry(row).or_default().cells.insert(column, Cell::new(filled));
    } else if let Some(row) = place.parse::<u32>().ok().and_then(|row| row.checked_sub(1)) {
        sheet.rows.remove(&row);
    } else if let Some(column) = parse_column(place) {
        sheet.rows.values_mut().for_each(|row| drop(row.cells.remove(&column)));
    }
}

/// Whether a place is in one of the sheets, and well formed.
pub fn is_place(sheets: &[Sheet], place: &str) -> bool {
    sheets.iter().filter_map(|sheet| inside(sheet, place)).any(|place| {
        parse_cell(place).is_some()
            || place.parse::<u32>().is_ok_and(|row| row > 0)
            || parse_column(place).is_some()
    })
}

/// Lets a merged cell's value hold for all its rows; a status for all its columns, too.
pub fn spread(sheet: &mut Sheet, layout: &Layout, report: &mut Report) {
    let is_status = |column: u32| layout.of(Field::Status).any(|status| status.index == column);
    let is_known = |column: u32| layout.columns.iter().any(|known| known.index == column);
    for merge in sheet.merges.clone().into_iter().filter(|merge| merge.first.0 > layout.heads.1) {
        let ((top, left), (bottom, right)) = (merge.first, merge.last);
        let Some(cell) = sheet.cell(top, left).filter(|cell| !cell.is_blank() && is_known(left)).cloned()
        else {
            continue;
        };
        let last = if is_status(left) {
            (left..=right).take_while(|&column| is_status(column)).last().unwrap_or(left)
        } else {
            left
        };
        let mut is_spread = false;
        for (&index, row) in sheet.rows.range_mut(top..=bottom) {
            for column in (left..=last).filter(|&column| (index, column) != (top, left)) {
                row.cells.insert(column, cell.clone());
                is_spread = true;
            }
        }
        if is_spread {
            report.add(Remark::notice(
                "merged",
                sheet.at(top, left),
                "A merged cell's value holds for all its rows",
            ));
        }
    }
}
