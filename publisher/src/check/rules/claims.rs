//! The rules about what claims, members and sources say, beside each other and beside the day.

use super::Severity::{Error, Note, Warning};
use super::{Example, Rule, example};

/// A record of the base feed's first country, with more in it.
macro_rules! record {
    ($($more:literal)*) => {
        concat!(
            r#"{"country": "FRA", "measure": "register", "status": "implemented", "#, $($more,)*
            r#""evidence": [{"url": "https://example.org/decree", "title": "Décret 2014-500"}]}"#
        )
    };
}

pub static BEFORE_JOINED: Rule = Rule {
    name: "record-before-joined",
    severity: Warning,
    title: "a claim from before the country was a member",
    effect: "nothing is shown of it for the time before",
    remedy: "compare the claim’s date with the member’s joined",
    example: example("/records/0", record!(r#""date": "1950", "#)),
};

pub static AFTER_LEFT: Rule = Rule {
    name: "record-after-left",
    severity: Warning,
    title: "a claim from after the country was a member",
    effect: "nothing is shown of it at any date",
    remedy: "compare the claim’s date with the member’s left",
    example: example("/members/0", r#"{"country": "FRA", "joined": "1956", "left": "2012"}"#),
};

pub static BEFORE_POLICY: Rule = Rule {
    name: "record-before-policy",
    severity: Note,
    title: "a claim from before the policy was adopted",
    effect: "readers see that it was so before it was asked for",
    remedy: "nothing, if it was so; otherwise compare the claim’s date with the policy’s adopted",
    example: example("/records/0", record!(r#""date": "2009", "#)),
};

pub static DISAGREE: Rule = Rule {
    name: "claims-disagree",
    severity: Warning,
    title: "two claims about the same country, measure and day say different things",
    effect: "the later in the document wins without a word",
    remedy: "withdraw the wrong one, or date them apart",
    example: Example {
        at: "/records",
        faulty: concat!(
            "[",
            record!(r#""date": "2014-05", "#),
            ",\n ",
            r#"{"country": "FRA", "measure": "register", "status": "partial", "date": "2014-05-01", "evidence": [{"url": "https://example.org/report", "title": "Report"}]}]"#
        ),
        mended: Some(concat!("[", record!(r#""date": "2014-05", "#), "]")),
    },
};

pub static TWICE: Rule = Rule {
    name: "record-twice",
    severity: Warning,
    title: "a claim is made a second time",
    effect: "the profile lists it twice",
    remedy: "make it once, with all its sources",
    example: Example {
        at: "/records",
        faulty: concat!(
            "[",
            record!(r#""date": "2014-05", "#),
            ",\n ",
            record!(r#""date": "2014-05", "#),
            "]"
        ),
        mended: Some(concat!("[", record!(r#""date": "2014-05", "#), "]")),
    },
};

pub static WITHDRAWN_FIRST: Rule = Rule {
    name: "withdrawn-first",
    severity: Error,
    title: "a claim was withdrawn before it was recorded",
    effect: "it was never on record",
    remedy: "put withdrawn after recorded",
    example: Example {
        at: "/records/0",
        faulty: record!(r#""date": "2014-05", "recorded": "2026-11-20", "withdrawn": "2025", "#),
        mended: Some(record!(r#""date": "2014-05", "recorded": "2024-11-20", "withdrawn": "2025", "#)),
    },
};

pub static RECORDED_AHEAD: Rule = Rule {
    name: "recorded-ahead",
    severity: Warning,
    title: "a claim is recorded or withdrawn after the feed was published",
    effect: "readers who look at an earlier day do not see it",
    remedy: "give the day when you did it, and change published with every version",
    example: example("/records/0", record!(r#""date": "2014-05", "recorded": "2027-01-05", "#)),
};

pub static LEFT_FIRST: Rule = Rule {
    name: "left-first",
    severity: Error,
    title: "a membership that ends before it begins",
    effect: "the country is a member at no date",
    remedy: "put left after joined",
    example: example("/members/1", r#"{"country": "KEN", "joined": "1968", "left": "1963"}"#),
};

pub static EVIDENCE_TWICE: Rule = Rule {
    name: "evidence-twice",
    severity: Warning,
    title: "a claim gives the same source twice",
    effect: "readers take it for two sources",
    remedy: "give each source once; a second quotation from it belongs into the note",
    example: example(
        "/records/1/evidence",
        r#"[{"url": "https://example.org/act", "title": "Register Act"}, {"url": "https://example.org/act", "title": "Register Act, section 3"}]"#,
    ),
};

pub static STALE: Rule = Rule {
    name: "stale",
    severity: Warning,
    title: "published more than a year ago",
    effect: "readers take old data for the state of today",
    remedy: "look at the claims again and publish a new version, with a new published",
    example: example("/published", r#""2024-02-01T08:00:00Z""#),
};

pub static AHEAD: Rule = Rule {
    name: "published-ahead",
    severity: Warning,
    title: "published after today",
    effect: "readers are told that the data is from a day that is still to come",
    remedy: "give the day and time of this version",
    example: example("/published", r#""2062-11-20T08:00:00Z""#),
};

pub static HOST: Rule = Rule {
    name: "address-host",
    severity: Warning,
    title: "the host of an address may not be the one that it looks like",
    effect: "readers may be led to somebody else’s page",
    remedy: "copy the address from the page itself, and compare its letters",
    example: example("/records/0/evidence/0/url", r#""https://ехample.org/decree""#),
};

pub static RULES: [&Rule; 12] = [
    &BEFORE_JOINED,
    &AFTER_LEFT,
    &BEFORE_POLICY,
    &DISAGREE,
    &TWICE,
    &WITHDRAWN_FIRST,
    &RECORDED_AHEAD,
    &LEFT_FIRST,
    &EVIDENCE_TWICE,
    &STALE,
    &AHEAD,
    &HOST,
];
