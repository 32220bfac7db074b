//! Cells to statuses: an id or label of the scale, a word for "no public data", or a question.

use super::answers::Answers;
use super::grid::{Cell, Sheet, Value};
use super::layout::Layout;
use super::publication::Publication;
use crate::country::answer_key;
use crate::words::{clean, fold, without_footnote};

/// What a cell says of a status.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reading {
    /// Nothing.
    Blank,
    /// That nothing is known.
    NoData,
    /// A status of the scale, and whether a footnote's mark was taken off.
    Status(String, bool),
    /// A word that is none.
    Word(String),
    /// An error of a formula.
    Error(String),
    /// A formula that no program has computed.
    Formula(String),
}

/// Words for "no public data".
const NO_DATA: [&str; 22] = [
    "unknown",
    "inconnu",
    "inconnue",
    "non connu",
    "desconocido",
    "desconocida",
    "desconhecido",
    "غير معروف",
    "مجهول",
    "no data",
    "no public data",
    "no information",
    "not known",
    "aucune donnee",
    "aucune donnee publique",
    "sin datos",
    "sin datos publicos",
    "pas de donnees",
    "sem dados",
    "لا توجد بيانات",
    "لا بيانات",
    "no claim",
];

/// What a cell says.
pub fn read(cell: Option<&Cell>, publication: &Publication, answers: &Answers) -> Reading {
    let Some(cell) = cell else { return Reading::Blank };
    match &cell.value {
        Value::LeftOut => return Reading::NoData,
        Value::Error(text) => return Reading::Error(text.clone()),
        Value::Formula(text) => return Reading::Formula(text.clone()),
        _ => {}
    }
    let text = clean(&cell.text());
    if text.is_empty() {
        return Reading::Blank;
    }
    match answers.statuses.get(&word_key(&text)) {
        Some(Some(id)) => return Reading::Status(id.clone(), false),
        Some(None) => return Reading::NoData,
        None => {}
    }
    if is_no_data(&text) {
        return Reading::NoData;
    }
    let of = |text: &str| publication.scale.find(text).map(str::to_owned);
    if let Some(id) = without_footnote(&text).and_then(|bare| of(&bare)) {
        return Reading::Status(id, true);
    }
    of(&text).map_or(Reading::Word(text), |id| Reading::Status(id, false))
}

/// A word as answers name it: 75% is not 75.
pub fn word_key(text: &str) -> String {
    let key = answer_key(text);
    if text.contains('%') { format!("{key}%") } else { key }
}

/// Whether a text says that nothing is known: by a word, dashes, points or question marks.
fn is_no_data(text: &str) -> bool {
    let is_sign = |letter: char| "-–—‑−‐.…?؟_".contains(letter) || letter.is_whitespace();
    text.chars().all(is_sign) || NO_DATA.contains(&fold(text).as_str())
}

/// Whether a cell is blank and has a colour of its own, other than that of its row.
pub fn is_coloured(sheet: &Sheet, layout: &Layout, row: u32, column: u32) -> bool {
    let fill = |column| sheet.cell(row, column).and_then(|cell| cell.fill.clone());
    let Some(own) = sheet.cell(row, column).filter(|cell| cell.is_blank()).and_then(|cell| cell.fill.clone())
    else {
        return false;
    };
    layout.countries().all(|country| fill(country.index).as_ref() != Some(&own))
}
