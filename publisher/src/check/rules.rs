//! What `check` knows to be wrong: for each rule its name, how bad it is, what it means for readers, the remedy, and an example
//! that the documentation shows and the tests try.

use policy_explorer::finding::FindingCode;

pub mod claims;
pub mod document;
mod example;
pub mod form;
mod reading;

pub use example::BASE;

/// How bad a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Readers miss something, or the schema refuses it.
    Error,
    /// Readers get everything, and something in it is likely to be wrong.
    Warning,
    /// Nothing need be wrong; worth a look.
    Note,
}

impl Severity {
    /// As reports write it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

/// One thing that can be wrong.
#[derive(Debug)]
pub struct Rule {
    /// The stable name, for tools.
    pub name: &'static str,
    pub severity: Severity,
    /// What is wrong, as the beginning of a sentence that the value found ends.
    pub title: &'static str,
    /// What readers get.
    pub effect: &'static str,
    /// What to do.
    pub remedy: &'static str,
    pub example: Example,
}

/// A part of a small feed: `at` is a JSON pointer into `BASE`, where `faulty` breaks the rule and `mended` does not. Without
/// `mended` it is what `BASE` has there.
#[derive(Debug)]
pub struct Example {
    pub at: &'static str,
    pub faulty: &'static str,
    pub mended: Option<&'static str>,
}

const fn example(at: &'static str, faulty: &'static str) -> Example {
    Example { at, faulty, mended: None }
}

/// Every rule, those of the whole document and of the reader of feeds first.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    document::RULES
        .into_iter()
        .chain(&reading::RULES)
        .chain(claims::RULES.iter().copied())
        .chain(form::RULES.iter().copied())
}

/// The rule behind a finding of the reader.
pub fn of(code: FindingCode) -> &'static Rule {
    reading::RULES.iter().find(|rule| rule.name == code.name()).expect("every finding has a rule")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_finding_of_the_reader_has_a_rule_as_severe() {
        for &code in FindingCode::ALL {
            let severity = format!("{:?}", code.severity());
            assert_eq!(format!("{:?}", of(code).severity), severity, "{}", code.name());
        }
        let mut names: Vec<_> = all().map(|rule| rule.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), all().count(), "names are unique");
    }
}
