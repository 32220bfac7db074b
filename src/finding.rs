//! Findings: what is wrong with a feed, where, and how bad it is. They are codes; the words for readers are in `message`, and
//! those for publishers in the command line.

use std::fmt::{self, Write};

/// How bad a finding is for a reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The feed says less than it could; everything is shown.
    Warning,
    /// Something is not shown, or is shown without what it needs.
    Error,
}

/// The part that a fault leaves out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// A whole member.
    Member,
    /// A whole claim.
    Record,
    /// An address, or a source with it.
    Source,
    /// Something else.
    Other,
}

impl Part {
    /// Every part, in the order in which they are told.
    pub const ALL: [Part; 4] = [Self::Member, Self::Record, Self::Source, Self::Other];
}

/// Defines the codes of findings: the stable name that tools match on, the severity, and the part that is left out, if
/// one is.
macro_rules! codes {
    ($($(#[$doc:meta])* $code:ident = $name:literal $severity:ident $(takes $part:ident)?,)*) => {
        /// What is wrong.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum FindingCode { $($(#[$doc])* $code,)* }

        impl FindingCode {
            /// Every code, in the order of the documentation.
            pub const ALL: &[FindingCode] = &[$(FindingCode::$code,)*];

            /// The stable name, for tools and logs.
            pub fn name(self) -> &'static str {
                match self { $(FindingCode::$code => $name,)* }
            }

            /// How bad this is.
            pub fn severity(self) -> Severity {
                match self { $(FindingCode::$code => Severity::$severity,)* }
            }

            /// The part that is left out. `None` if nothing is, as for a claim without a source.
            pub fn takes(self) -> Option<Part> {
                match self { $(FindingCode::$code => codes!(part $($part)?),)* }
            }
        }
    };
    (part) => { None };
    (part $part:ident) => { Some(Part::$part) };
}

codes! {
    /// A member whose code is not of the form of ISO 3166-1 alpha-3; skipped.
    MemberCode = "member-code" Error takes Member,
    /// A member with a malformed `joined` or `left`; skipped.
    MemberDate = "member-date" Error takes Member,
    /// A member listed a second time; the second is skipped.
    MemberTwice = "member-twice" Error takes Member,
    /// A member of a region that the feed does not declare; it is shown without region.
    MemberRegion = "member-region" Error takes Other,
    /// A record of a country that is no member; skipped.
    RecordCountry = "record-country" Error takes Record,
    /// A record of a measure that the feed does not declare; skipped.
    RecordMeasure = "record-measure" Error takes Record,
    /// A record of a status that the scale does not declare; skipped.
    RecordStatus = "record-status" Error takes Record,
    /// A record with a malformed date; skipped.
    RecordDate = "record-date" Error takes Record,
    /// A record whose `dating` is neither `since` nor `by`; skipped, since its date cannot be read.
    RecordDating = "record-dating" Error takes Record,
    /// A record without evidence in a feed that is no demo; shown with "no source given".
    RecordUnsourced = "record-unsourced" Error,
    /// An evidence item, response or link whose address is not http or https; the address is left out.
    Address = "address" Error takes Source,
    /// A declaration (status, measure, region, group) without a usable id; skipped.
    Id = "id" Error takes Other,
    /// A declaration whose id was declared before, or is reserved; skipped.
    IdTwice = "id-twice" Error takes Other,
    /// A text that is neither a string nor an object of language tags to strings; left out.
    Text = "text" Error takes Other,
    /// A field of the wrong type; left out.
    Type = "type" Error takes Other,
    /// A date that is not ISO 8601, where the item stays without it.
    Date = "date" Error takes Other,
    /// A membership in a group, or a reported total, that cannot be read; skipped.
    Item = "item" Error takes Other,
    /// A membership that ends before it begins.
    Period = "period" Warning,
    /// The document does not say which version of the format it has; read as version 1.
    Version = "version" Warning,
    /// A declared status, measure, region or group has no label; its id is shown.
    Label = "label" Warning,
    /// A year as a number where a date is a string; read as that year.
    Year = "year-number" Warning,
    /// A text, label or id that is too long, or in too many languages; cut.
    Long = "long" Warning,
    /// A member whose code is not assigned and that has no name; its code is shown.
    MemberName = "member-name" Warning,
    /// A request with a place that there is not; it stays as it is written. Only those who write letters find it.
    RequestPlace = "request-place" Warning,
    /// A word of a feed's own that lacks a form which the language has, so that the widget's own is said. Only those who
    /// know all languages find it.
    Term = "term" Warning,
    /// A member that the map has no shape for. Only those who know the geometry find it.
    MemberShape = "member-shape" Warning,
}

/// One thing that is wrong in a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What is wrong.
    pub code: FindingCode,
    /// Where: a JSON pointer (RFC 6901) into the document.
    pub pointer: String,
    /// The value that was found there, as far as it is short text; else empty.
    pub value: String,
}

/// Longest piece of a wrong value that a finding repeats, in characters.
const SHOWN: usize = 80;

impl Finding {
    /// What is wrong at a place, with as much of the value as fits.
    pub fn new(code: FindingCode, pointer: &Pointer<'_>, value: &str) -> Self {
        Self { code, pointer: pointer.to_string(), value: value.chars().take(SHOWN).collect() }
    }
}

/// Most findings that are kept; the others are counted.
pub const KEPT: usize = 1000;

/// How much was wrong, also beyond the findings that are kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// All findings.
    pub findings: usize,
    /// Those that are errors.
    pub errors: usize,
    /// Claims that are shown without a source.
    pub unsourced: usize,
    gone: [usize; Part::ALL.len()],
    last: Option<(Part, Option<usize>)>,
}

impl Tally {
    /// Counts a finding at a place. Of a member or a claim that goes as a whole, only the first counts as a part left
    /// out.
    pub fn add(&mut self, code: FindingCode, pointer: &Pointer<'_>) {
        self.findings += 1;
        self.errors += usize::from(code.severity() == Severity::Error);
        self.unsourced += usize::from(code == FindingCode::RecordUnsourced);
        let Some(part) = code.takes() else { return };
        let here = Some((part, pointer.item()));
        let is_whole = matches!(part, Part::Member | Part::Record);
        if !is_whole || self.last != here {
            self.gone[part as usize] += 1;
        }
        self.last = here;
    }

    /// How many parts of a kind were left out.
    pub fn of(&self, part: Part) -> usize {
        self.gone[part as usize]
    }

    /// How many parts were left out.
    pub fn skipped(&self) -> usize {
        self.gone.iter().sum()
    }
}

/// A value with what was wrong on the way to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Checked<T> {
    /// What could be read.
    pub value: T,
    /// What was left out or doubtful, in the order in which it was read; the first `KEPT`.
    pub findings: Vec<Finding>,
    /// How much there was of it.
    pub tally: Tally,
}

/// A place in a JSON document, as the path of keys to it; prints as a JSON pointer (RFC 6901).
#[derive(Clone, Copy)]
pub struct Pointer<'a> {
    parent: Option<&'a Pointer<'a>>,
    token: Token<'a>,
}

#[derive(Clone, Copy)]
enum Token<'a> {
    Root,
    Key(&'a str),
    Index(usize),
}

impl<'a> Pointer<'a> {
    /// The whole document.
    pub const ROOT: Pointer<'static> = Pointer { parent: None, token: Token::Root };

    /// The value under `key`.
    pub fn key(&'a self, key: &'a str) -> Pointer<'a> {
        Pointer { parent: Some(self), token: Token::Key(key) }
    }

    /// The item at `index`.
    pub fn index(&'a self, index: usize) -> Pointer<'a> {
        Pointer { parent: Some(self), token: Token::Index(index) }
    }

    /// The item of a list of the document that this is in.
    fn item(&self) -> Option<usize> {
        let own = if let Token::Index(index) = self.token { Some(index) } else { None };
        self.parent.and_then(Pointer::item).or(own)
    }
}

impl fmt::Display for Pointer<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(parent) = self.parent {
            parent.fmt(f)?;
        }
        match self.token {
            Token::Root => Ok(()),
            Token::Index(index) => write!(f, "/{index}"),
            Token::Key(key) => {
                f.write_char('/')?;
                key.chars().try_for_each(|letter| match letter {
                    '~' => f.write_str("~0"),
                    '/' => f.write_str("~1"),
                    other => f.write_char(other),
                })
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_prints_as_a_json_pointer() {
        assert_eq!(Pointer::ROOT.to_string(), "");
        let members = Pointer::ROOT.key("members");
        let third = members.index(2);
        assert_eq!(third.key("a/b~c").to_string(), "/members/2/a~1b~0c");
    }

    #[test]
    fn every_error_leaves_a_part_out_but_a_claim_without_a_source() {
        for code in FindingCode::ALL.iter().filter(|code| **code != FindingCode::RecordUnsourced) {
            assert_eq!(code.takes().is_some(), code.severity() == Severity::Error, "{}", code.name());
        }
        assert_eq!(FindingCode::RecordUnsourced.takes(), None);
    }

    #[test]
    fn names_of_codes_are_unique() {
        let mut names: Vec<_> = FindingCode::ALL.iter().map(|code| code.name()).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), FindingCode::ALL.len());
    }
}
