//! The file as a whole: the widget loads so much and no more.

use super::Checked;
use crate::check::problem::{Problem, Problems};
use crate::check::rules::document;

/// Most bytes: `LARGEST` in `src/element/js/feed.js`.
const LARGEST: usize = 32 * 1024 * 1024;

pub fn check(checked: &Checked<'_>, problems: &mut Problems) {
    let bytes = checked.text.len();
    if bytes > LARGEST {
        problems.add(Problem::new(&document::TOO_LARGE, "").meant(format!("it has {bytes} bytes")));
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_widget_loads_as_much() {
        let script = include_str!("../../../../src/element/js/feed.js");
        assert!(script.contains("const LARGEST = 32 * 1024 * 1024;"), "{script}");
    }
}
