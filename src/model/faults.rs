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

/// What is wrong with a feed. `None` if nothing is left out and every claim has its source.
pub fn faults(checked: &Checked<Feed>, messages: &Messages) -> Option<Faults> {
    let tally = &checked.tally;
    let (skipped, unsourced) = (tally.skipped(), tally.unsourced);
    let mut summary = Vec::new();
    if skipped > 0 {
        let parts: Vec<_> = Part::ALL
            .into_iter()
            .filter(|&part| tally.of(part) > 0)
            .map(|part| messages.count(skipped_parts(part), tally.of(part), &[]))
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

/// How many parts of a kind were left out.
fn skipped_parts(part: Part) -> Phrase {
    match part {
        Part::Member => Phrase::skipped_members,
        Part::Record => Phrase::skipped_records,
        Part::Source => Phrase::skipped_sources,
        Part::Other => Phrase::skipped_others,
    }
}

/// A fault as tools and publishers read it.
pub fn describe(finding: &Finding) -> String {
    let Finding { code, pointer, value } = finding;
    let quoted = if value.is_empty() { String::new() } else { format!(" “{value}”") };
    format!("{}: {pointer}{quoted}", code.name())
}
