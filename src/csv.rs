//! CSV as RFC 4180 has it, in UTF-8 with its mark, so that spreadsheets open it right and run nothing in it.

/// A document that grows row by row.
#[derive(Clone, Debug)]
pub struct Csv {
    text: String,
    columns: usize,
}

impl Csv {
    /// An empty document whose rows have this many cells.
    pub fn new(columns: usize) -> Self {
        // The mark tells a spreadsheet that this is UTF-8.
        Self { text: "\u{feff}".to_owned(), columns }
    }

    /// A row; cells that are not given are empty, so that every row has as many.
    pub fn row(&mut self, cells: &[&str]) {
        for column in 0..self.columns.max(cells.len()) {
            if column > 0 {
                self.text.push(',');
            }
            self.cell(cells.get(column).copied().unwrap_or_default());
        }
        self.text.push_str("\r\n");
    }

    /// A line about the document, above its rows: those who read it as data skip lines that begin with `#`.
    pub fn remark(&mut self, text: &str) {
        self.row(&["#", text]);
    }

    /// The document.
    pub fn finish(self) -> String {
        self.text
    }

    fn cell(&mut self, text: &str) {
        let text = &harmless(text);
        if !text.contains([',', '"', '\r', '\n']) {
            self.text.push_str(text);
            return;
        }
        self.text.push('"');
        for letter in text.chars() {
            if letter == '"' {
                self.text.push('"');
            }
            self.text.push(letter);
        }
        self.text.push('"');
    }
}

/// A text with an apostrophe before all that a spreadsheet could take for a formula (CWE-1236): at its begin, and at the
/// begin of each part of it, since in many languages spreadsheets part at `;`, others at tabs, and where they do, quotes do
/// not hold a cell together. `harmed` takes the apostrophes off again.
pub fn harmless(text: &str) -> String {
    let mut harmless = String::new();
    if begins_with_space(text) {
        harmless.push('\'');
    }
    for part in text.split_inclusive(PARTING) {
        if is_formula(part) {
            harmless.push('\'');
        }
        harmless.push_str(part);
    }
    harmless
}

/// A text as it was before `harmless`.
pub fn harmed(harmless: &str) -> String {
    let bare = harmless.strip_prefix('\'').filter(|rest| begins_with_space(rest)).unwrap_or(harmless);
    let parts = bare.split_inclusive(PARTING);
    parts.map(|part| part.strip_prefix('\'').filter(|rest| is_formula(rest)).unwrap_or(part)).collect()
}

/// Where programs begin another cell or row.
const PARTING: [char; 4] = [';', '\t', '\r', '\n'];

/// Whether a text begins with a space that spreadsheets drop. A text with apostrophes before it gets another, so that
/// they can be told from it.
fn begins_with_space(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(['\t', '\r', '\n'])
}

/// Whether a part begins as formulas do, as far as spreadsheets look: behind quotes and spaces, too. The signs are those that
/// OWASP lists, and their full-width forms, which some versions of spreadsheets read as the same. Apostrophes count as quotes,
/// so that one that was there can be told from one that `harmless` wrote.
fn is_formula(part: &str) -> bool {
    let begin = part.trim_start_matches(['"', '\'', ' ', '\u{a0}']);
    begin.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}
