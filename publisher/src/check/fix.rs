//! `--fix`: changes what has exactly one right form, and leaves every other letter of the document alone.

use super::problem::Fix;
use super::report::text::Excerpt;
use super::report::{Located, Report};
use std::ops::Range;

/// A mended document.
pub struct Mended {
    pub text: String,
    /// What was changed, line by line.
    pub diff: String,
    pub edits: usize,
}

/// What a problem’s fix writes where.
pub fn edit(found: &Located) -> Option<(Range<usize>, String)> {
    let place = &found.place;
    match found.problem.fix.as_ref()? {
        Fix::Value(json) => Some((place.value.clone(), json.clone())),
        Fix::Name(name) => Some((place.key.clone()?, serde_json::Value::from(name.as_str()).to_string())),
        Fix::Remove => Some((place.value.clone(), String::new())),
    }
}

/// Mends a document.
pub fn mend(report: &Report<'_>) -> Mended {
    let mut edits: Vec<_> =
        report.located.iter().filter_map(|found| Some((found.start.line, edit(found)?))).collect();
    edits.sort_by_key(|(_, (range, _))| range.start);
    let mut mended = Mended { text: String::with_capacity(report.text.len()), diff: String::new(), edits: 0 };
    let mut done = 0;
    for (line, (range, text)) in edits {
        let range = if text.is_empty() { with_comma(report.text, range) } else { range };
        // Two problems may have found the same thing, or one something in what the other takes out.
        if range.start < done {
            continue;
        }
        mended.text.push_str(&report.text[done..range.start]);
        mended.text.push_str(&text);
        mended.diff.push_str(&diff(report.text, line, &range, &text));
        mended.edits += 1;
        done = range.end;
    }
    mended.text.push_str(&report.text[done..]);
    mended
}

/// An item of a list with the comma before it, and the space between.
fn with_comma(text: &str, item: Range<usize>) -> Range<usize> {
    let before = text[..item.start].trim_end();
    // Only a second item of its kind is taken out, so that there is one before it.
    let start = before.strip_suffix(',').map_or(item.start, str::len);
    start..item.end
}

fn diff(text: &str, line: usize, range: &Range<usize>, new: &str) -> String {
    let gone = text[range.clone()].trim_start_matches([',', ' ', '\t', '\n', '\r']);
    let excerpt = Excerpt::new(text, &(range.end - gone.len()..range.end));
    let (head, tail) = (&excerpt.text[..excerpt.mark.start], &excerpt.text[excerpt.mark.end..]);
    let old = &excerpt.text;
    if new.is_empty() {
        return format!("@@ line {line} @@\n-{old}\n");
    }
    format!("@@ line {line} @@\n-{old}\n+{head}{new}{tail}\n")
}
