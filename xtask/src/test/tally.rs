//! The count of tests, from the lines with which cargo's test programs end, and what was skipped for want of
//! something, with the reason.

use std::fmt;

/// How a test says that it is skipped; `tests/browser/harness/ability.rs` writes it. To cargo it has passed.
const SKIPPED: &str = "[skipped] ";

/// How many tests passed, failed and were not run.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Tally {
    passed: usize,
    pub failed: usize,
    /// Those among the passed that did nothing.
    spared: usize,
    /// Those that cargo left out.
    ignored: usize,
    /// Those that said so themselves, like `camera::pinch in WebKit: no touches`.
    skipped: Vec<String>,
}

impl Tally {
    /// Adds up a line like `test result: ok. 4 passed; 0 failed; 1 ignored; …`, and one of a test that is skipped; other
    /// lines count nothing.
    pub fn read(&mut self, line: &str) {
        // With a single thread it comes after the test's name, on the same line.
        if let Some((_, what)) = line.split_once(SKIPPED) {
            self.spared += 1;
            self.skip(what.to_owned());
            return;
        }
        let Some((_, counts)) = line.strip_prefix("test result: ").and_then(|rest| rest.split_once(". "))
        else {
            return;
        };
        for count in counts.split("; ") {
            let Some((number, what)) = count.split_once(' ') else { continue };
            let number = number.parse().unwrap_or(0);
            match what {
                "passed" => self.passed += number,
                "failed" => self.failed += number,
                "ignored" => self.ignored += number,
                _ => {}
            }
        }
    }

    /// Counts what is not run at all.
    pub fn skip(&mut self, what: String) {
        self.skipped.push(what);
    }
}

impl fmt::Display for Tally {
    /// What was skipped, a line each, and in the last line the counts.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for what in &self.skipped {
            writeln!(f, "skipped: {what}")?;
        }
        let skipped = self.ignored + self.skipped.len();
        let passed = self.passed.saturating_sub(self.spared);
        write!(f, "{passed} passed, {} failed, {skipped} skipped", self.failed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn result_lines_add_up() {
        let mut tally = Tally::default();
        for line in [
            "test result: ok. 4 passed; 0 failed; 1 ignored; 0 measured; 7 filtered out; finished in 0.01s",
            "test browser::passed ... ok",
            "test result: FAILED. 2 passed; 3 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1.20s",
        ] {
            tally.read(line);
        }
        assert_eq!(tally.to_string(), "6 passed, 3 failed, 1 skipped");
    }

    #[test]
    fn what_is_skipped_is_listed_and_has_not_passed() {
        let mut tally = Tally::default();
        for line in [
            "test camera::pinch ... [skipped] camera::pinch in WebKit: no touches",
            "ok",
            "test result: ok. 4 passed; 0 failed; 0 ignored; 0 measured; 7 filtered out; finished in 0.01s",
        ] {
            tally.read(line);
        }
        tally.skip("all browser tests in WebKit: not here".to_owned());
        let expected = "skipped: camera::pinch in WebKit: no touches\n\
                        skipped: all browser tests in WebKit: not here\n3 passed, 0 failed, 2 skipped";
        assert_eq!(tally.to_string(), expected);
    }
}
