//! The count of tests, from the lines with which cargo's test programs end; what was skipped for want of something, with
//! the reason; and what was begun anew.

use std::fmt;

/// How a test says that it is skipped; `tests/browser/harness/ability.rs` writes it. To cargo it has passed.
const SKIPPED: &str = "[skipped] ";
/// How a test that fails says, like `camera::pinch in WebKit`, that the browser itself has ended; the same file writes it.
const GONE: &str = "[gone] ";

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
    /// Those under which the browser ended, by name, until they are begun anew.
    gone: Vec<String>,
    /// What else is to be said at the end.
    remarks: Vec<String>,
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
        if let Some((_, what)) = line.split_once(GONE) {
            self.gone.extend(what.split(' ').next().map(str::to_owned));
            self.remark(format!(
                "begun anew, since the browser itself had ended or answered no more: {what}"
            ));
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

    /// Something to be said before the count.
    pub fn remark(&mut self, what: String) {
        self.remarks.push(what);
    }

    /// The names of the tests to begin anew; they are no longer among the failed.
    pub fn begin_anew(&mut self) -> Vec<String> {
        self.failed = self.failed.saturating_sub(self.gone.len());
        std::mem::take(&mut self.gone)
    }
}

impl fmt::Display for Tally {
    /// What was skipped and what else there is to say, a line each, and in the last line the counts.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for what in &self.skipped {
            writeln!(f, "skipped: {what}")?;
        }
        for remark in &self.remarks {
            writeln!(f, "{remark}")?;
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
    fn a_test_whose_browser_ended_is_begun_anew_by_name_and_said() {
        let mut tally = Tally::default();
        for line in [
            "[gone] camera::pinch in WebKit",
            "test camera::pinch ... FAILED",
            "test result: FAILED. 2 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1.20s",
        ] {
            tally.read(line);
        }
        assert_eq!(tally.begin_anew(), ["camera::pinch"]);
        tally.read(
            "test result: ok. 1 passed; 0 failed; 0 ignored; 0 measured; 7 filtered out; finished in 0.01s",
        );
        assert_eq!(tally.begin_anew(), [""; 0]);
        let expected = "begun anew, since the browser itself had ended or answered no more: camera::pinch in WebKit\n3 passed, 1 failed, 0 skipped";
        assert_eq!(tally.to_string(), expected);
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
