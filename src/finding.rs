//! What is wrong with a feed, where, and how bad it is. Says it in codes: words for readers are in
//! `message`, words for publishers in the command line.

use std::fmt::{self, Write};

/// How bad a finding is for a reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The feed says less than it could; everything is shown.
    Warning,
    /// Something is left out of what is shown, or is shown without what it needs.
    Error,
}

/// Defines the codes of findings with their severity and the stable name that tools match on.
macro_rules! codes {
    ($($(#[$doc:meta])* $code:ident = $name:literal $severity:ident,)*) => {
        /// What is wrong.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $($(#[$doc])* $code,)* }

        impl Code {
            /// Every code, in the order of the documentation.
            pub const ALL: &[Code] = &[$(Code::$code,)*];

            /// The stable name, for tools and logs.
            pub fn name(self) -> &'static str {
                match self { $(Code::$code => $name,)* }
            }

            /// How bad this is.
            pub fn severity(self) -> Severity {
                match self { $(Code::$code => Severity::$severity,)* }
            }
        }
    };
}

codes! {
    /// A member whose code is not of the form of ISO 3166-1 alpha-3; skipped.
    MemberCode = "member-code" Error,
    /// A member with a malformed `joined` or `left`; skipped.
    MemberDate = "member-date" Error,
    /// A member listed a second time; the second is skipped.
    MemberTwice = "member-twice" Error,
    /// A member of a region that the feed does not declare; it is shown without region.
    MemberRegion = "member-region" Error,
    /// A record of a country that is no member; skipped.
    RecordCountry = "record-country" Error,
    /// A record of a measure that the feed does not declare; skipped.
    RecordMeasure = "record-measure" Error,
    /// A record of a status that the scale does not declare; skipped.
    RecordStatus = "record-status" Error,
    /// A record with a malformed date; skipped.
    RecordDate = "record-date" Error,
    /// A record whose `dating` is neither `since` nor `by`; skipped, since its date cannot be read.
    RecordDating = "record-dating" Error,
    /// A record without evidence in a feed that is no demo; shown with "no source given".
    RecordUnsourced = "record-unsourced" Error,
    /// An evidence item, response or link whose address is not http or https; the address is left out.
    Address = "address" Error,
    /// A declaration (status, measure, region, group) without a usable id; skipped.
    Id = "id" Error,
    /// A declaration whose id was declared before, or is reserved; skipped.
    IdTwice = "id-twice" Error,
    /// A text that is neither a string nor an object of language tags to strings; left out.
    Text = "text" Error,
    /// A field of the wrong type; left out.
    Type = "type" Error,
    /// A date that is not ISO 8601, where the item stays without it.
    Date = "date" Error,
    /// A membership in a group, or a reported total, that cannot be read; skipped.
    Item = "item" Error,
    /// A membership that ends before it begins.
    Period = "period" Warning,
    /// The document does not say which version of the format it has; read as version 1.
    Version = "version" Warning,
    /// A declared status, measure, region or group has no label; its id is shown.
    Label = "label" Warning,
}

/// One thing that is wrong in a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What is wrong.
    pub code: Code,
    /// Where: a JSON pointer (RFC 6901) into the document.
    pub pointer: String,
    /// The value that was found there, as far as it is short text; else empty.
    pub value: String,
}

/// A value with what was wrong on the way to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Checked<T> {
    /// What could be read.
    pub value: T,
    /// What was left out or doubtful, in the order of the document.
    pub findings: Vec<Finding>,
}

/// A place in a JSON document, as the path of keys to it; prints as a JSON pointer (RFC 6901).
#[derive(Clone, Copy)]
pub struct Place<'a> {
    parent: Option<&'a Place<'a>>,
    step: Step<'a>,
}

#[derive(Clone, Copy)]
enum Step<'a> {
    Root,
    Key(&'a str),
    Index(usize),
}

impl<'a> Place<'a> {
    /// The whole document.
    pub const ROOT: Place<'static> = Place { parent: None, step: Step::Root };

    /// The value under `key`.
    pub fn key(&'a self, key: &'a str) -> Place<'a> {
        Place { parent: Some(self), step: Step::Key(key) }
    }

    /// The item at `index`.
    pub fn index(&'a self, index: usize) -> Place<'a> {
        Place { parent: Some(self), step: Step::Index(index) }
    }
}

impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(parent) = self.parent {
            parent.fmt(f)?;
        }
        match self.step {
            Step::Root => Ok(()),
            Step::Index(index) => write!(f, "/{index}"),
            Step::Key(key) => {
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
        assert_eq!(Place::ROOT.to_string(), "");
        let members = Place::ROOT.key("members");
        let third = members.index(2);
        assert_eq!(third.key("a/b~c").to_string(), "/members/2/a~1b~0c");
    }

    #[test]
    fn names_of_codes_are_unique() {
        let mut names: Vec<_> = Code::ALL.iter().map(|code| code.name()).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), Code::ALL.len());
    }
}
