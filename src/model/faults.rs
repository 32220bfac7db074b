//! What is wrong with a feed, in words for readers and in places for publishers.

use crate::feed::Feed;
use crate::finding::{Checked, Finding, Part, Severity};
use crate::message::{Messages, Phrase};

/// What was wrong with a feed, in words and in places.
#[derive(Clone, Debug, PartialEq)]
pub struct Faults {
    /// How much was left out, and that claims have no source.
    pub summary: Vec<String>,
    /// The first of the faults, each as code, JSON pointer and value.
    pub places: Vec<String>,
    /// How many more there are.
    pub more: usize,
}

/// Most faults that are listed.
const LISTED: usize = 20;

/// What is wrong with a feed; none where nothing is left out or lacks its source.
pub fn faults(checked: &Checked<Feed>, messages: &Messages) -> Option<Faults> {
    let tally = &checked.tally;
    let (skipped, unsourced) = (tally.skipped(), tally.unsourced);
    let mut summary = Vec::new();
    if skipped > 0 {
        let kinds: [(Phrase, Part); 4] = [
            (Phrase::skipped_members, Part::Member),
            (Phrase::skipped_records, Part::Record),
            (Phrase::skipped_sources, Part::Source),
            (Phrase::skipped_others, Part::Other),
        ];
        let parts = kinds.into_iter().map(|(phrase, part)| (phrase, tally.of(part)));
        let parts: Vec<_> = parts
            .filter(|&(_, count)| count > 0)
            .map(|(phrase, count)| messages.count(phrase, count, &[]))
            .collect();
        let what = messages.count(Phrase::skipped, skipped, &[]);
        summary.push(format!("{what} ({})", messages.list(&parts)));
    }
    if unsourced > 0 {
        summary.push(messages.count(Phrase::unsourced, unsourced, &[]));
    }
    let errors = checked.findings.iter().filter(|finding| finding.code.severity() == Severity::Error);
    let places: Vec<_> = errors.take(LISTED).map(describe).collect();
    (!summary.is_empty()).then(|| Faults { summary, more: tally.errors - places.len(), places })
}

/// A fault as tools and publishers read it.
pub fn describe(finding: &Finding) -> String {
    let Finding { code, pointer, value } = finding;
    let quoted = if value.is_empty() { String::new() } else { format!(" “{value}”") };
    format!("{}: {pointer}{quoted}", code.name())
}
