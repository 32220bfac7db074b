//! What is wrong with a feed, in words for readers and in places for publishers.

use crate::finding::{Code, Finding, Severity};
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

/// What tells of the parts that were left out, one finding a part: of a member or a claim that goes as a
/// whole, the first. A claim without a source is shown.
pub fn skipped(findings: &[Finding]) -> Vec<&Finding> {
    let is_gone = |finding: &&Finding| {
        finding.code.severity() == Severity::Error && finding.code != Code::RecordUnsourced
    };
    let mut skipped: Vec<&Finding> = findings.iter().filter(is_gone).collect();
    let same = |a: &Finding, b: &Finding| a.pointer.split('/').take(3).eq(b.pointer.split('/').take(3));
    skipped.dedup_by(|later, first| {
        let whole = matches!(kind(first.code), Kind::Member | Kind::Record);
        whole && kind(later.code) == kind(first.code) && same(later, first)
    });
    skipped
}

/// What is wrong with a feed; none where nothing is left out or lacks its source.
pub fn faults(findings: &[Finding], messages: &Messages) -> Option<Faults> {
    let errors = || findings.iter().filter(|finding| finding.code.severity() == Severity::Error);
    let unsourced = errors().filter(|finding| finding.code == Code::RecordUnsourced).count();
    let gone = skipped(findings);
    let (skipped, count) = (gone.len(), |of: Kind| gone.iter().filter(|gone| kind(gone.code) == of).count());
    let mut summary = Vec::new();
    if skipped > 0 {
        let kinds: [(Phrase, usize); 4] = [
            (Phrase::skipped_members, count(Kind::Member)),
            (Phrase::skipped_records, count(Kind::Record)),
            (Phrase::skipped_sources, count(Kind::Source)),
            (Phrase::skipped_others, count(Kind::Other)),
        ];
        let parts = kinds.into_iter().filter(|&(_, count)| count > 0);
        let parts: Vec<_> = parts.map(|(phrase, count)| messages.count(phrase, count, &[])).collect();
        let what = messages.count(Phrase::skipped, skipped, &[]);
        summary.push(format!("{what} ({})", messages.list(&parts)));
    }
    if unsourced > 0 {
        summary.push(messages.count(Phrase::unsourced, unsourced, &[]));
    }
    let places = errors().take(LISTED).map(describe).collect();
    (!summary.is_empty()).then(|| Faults { summary, places, more: errors().count().saturating_sub(LISTED) })
}

/// A fault as tools and publishers read it.
pub fn describe(finding: &Finding) -> String {
    let Finding { code, pointer, value } = finding;
    let quoted = if value.is_empty() { String::new() } else { format!(" “{value}”") };
    format!("{}: {pointer}{quoted}", code.name())
}

#[derive(PartialEq)]
enum Kind {
    Member,
    Record,
    Source,
    Unsourced,
    Other,
}

fn kind(code: Code) -> Kind {
    match code {
        Code::MemberCode | Code::MemberDate | Code::MemberTwice => Kind::Member,
        Code::RecordCountry
        | Code::RecordMeasure
        | Code::RecordStatus
        | Code::RecordDate
        | Code::RecordDating => Kind::Record,
        Code::Address => Kind::Source,
        Code::RecordUnsourced => Kind::Unsourced,
        _ => Kind::Other,
    }
}
