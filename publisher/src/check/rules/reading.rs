//! The rules of the reader of feeds: what it skips, leaves out or doubts.

use super::Severity::{Error, Warning};
use super::{Example, Rule, Severity, example};

const fn rule(
    name: &'static str,
    severity: Severity,
    [title, effect, remedy]: [&'static str; 3],
    example: Example,
) -> Rule {
    Rule { name, severity, title, effect, remedy, example }
}

const DATES: &str = "write dates as 2014, 2014-05 or 2014-05-12";

pub static RULES: [Rule; 26] = [
    rule(
        "member-code",
        Error,
        [
            "not a country code",
            "the member is skipped",
            "write the country as three capital letters (ISO 3166-1 alpha-3)",
        ],
        example("/members/0", r#"{"country": "Fr", "joined": "1956"}"#),
    ),
    rule(
        "member-date",
        Error,
        ["a membership with an invalid date", "the member is skipped", DATES],
        example("/members/0", r#"{"country": "FRA", "joined": "1956-6"}"#),
    ),
    rule(
        "member-twice",
        Error,
        ["a member is listed a second time", "the second is skipped", "list each member once"],
        Example {
            at: "/members",
            faulty: r#"[{"country": "FRA"}, {"country": "KEN"}, {"country": "KEN", "joined": "1968"}]"#,
            mended: Some(r#"[{"country": "FRA"}, {"country": "KEN", "joined": "1968"}]"#),
        },
    ),
    rule(
        "member-region",
        Error,
        [
            "a region that is not declared",
            "the member is shown without region",
            "declare the region under regions, or leave it out",
        ],
        example("/members/1", r#"{"country": "KEN", "region": "Africa", "joined": "1968"}"#),
    ),
    rule(
        "record-country",
        Error,
        [
            "a record of a country that is not a member of this feed",
            "the record is skipped",
            "name a country that is listed under members",
        ],
        example("/records/1/country", r#""Kenya""#),
    ),
    rule(
        "record-measure",
        Error,
        [
            "a record of a measure that is not declared",
            "the record is skipped",
            "name a measure that is declared under measures",
        ],
        example("/records/1/measure", r#""registry""#),
    ),
    rule(
        "record-status",
        Error,
        [
            "a record of a status that is not declared",
            "the record is skipped",
            "name a status that is declared under scale",
        ],
        example("/records/1/status", r#""parital""#),
    ),
    rule(
        "record-date",
        Error,
        ["a record with an invalid date", "the record is skipped", DATES],
        example("/records/0/date", r#""05/04/2014""#),
    ),
    rule(
        "record-dating",
        Error,
        ["the dating is neither since nor by", "the record is skipped", "write since or by"],
        Example {
            at: "/records/0",
            faulty: r#"{"country": "FRA", "measure": "register", "status": "implemented", "date": "2014-05", "dating": "before",
 "evidence": [{"url": "https://example.org/decree", "title": "Décret 2014-500"}]}"#,
            mended: Some(
                r#"{"country": "FRA", "measure": "register", "status": "implemented", "date": "2014-05", "dating": "by",
 "evidence": [{"url": "https://example.org/decree", "title": "Décret 2014-500"}]}"#,
            ),
        },
    ),
    rule(
        "record-unsourced",
        Error,
        [
            "a claim without a source",
            "readers see “no source given”",
            "give at least one public source, or leave the claim out: nobody can verify it",
        ],
        example(
            "/records/1",
            r#"{"country": "KEN", "measure": "register", "status": "partial", "date": "2019", "evidence": []}"#,
        ),
    ),
    rule(
        "address",
        Error,
        [
            "an address that cannot be a link",
            "the address is left out, and a source with it",
            "give an http or https address without a user, a backslash or invisible signs",
        ],
        example("/records/0/evidence/0/url", r#""www.example.org/decree""#),
    ),
    rule(
        "id",
        Error,
        [
            "an id that cannot be used",
            "it is skipped, and so is everything that refers to it",
            "give an id of letters, digits, hyphens and underscores",
        ],
        example("/regions/0/id", r#""sub saharan africa""#),
    ),
    rule(
        "id-twice",
        Error,
        [
            "an id that is declared before, or is taken",
            "it is skipped",
            "give an id of its own; unknown, not-a-member, overall and names such as 2-of-3 are taken",
        ],
        example("/scale/1/id", r#""unknown""#),
    ),
    rule(
        "text",
        Error,
        [
            "not a text",
            "it is left out",
            "write a string, or an object of language tags to strings, none of them blank",
        ],
        example("/policy/title", r#"["A resolution", "Une résolution"]"#),
    ),
    rule(
        "type",
        Error,
        [
            "another type of value than this field has",
            "it is left out",
            "write the type of value that it has",
        ],
        example("/scale/0/rank", r#""2""#),
    ),
    rule(
        "date",
        Error,
        ["an invalid date", "it is left out", DATES],
        example("/policy/adopted", r#""3 November 2011""#),
    ),
    rule(
        "item",
        Error,
        [
            "an item that lacks what it needs, or refers to what is not declared",
            "it is skipped",
            "give the item what it needs, and refer to what is declared",
        ],
        example("/reported/0", r#"{"measure": "register", "date": "2024-11"}"#),
    ),
    rule(
        "period",
        Warning,
        [
            "a membership of a group that ends before it begins",
            "it counts at no date",
            "put the end, to, after the beginning, from",
        ],
        example("/groups/0/members/0", r#"{"country": "KEN", "from": "2020", "to": "2001"}"#),
    ),
    rule(
        "version",
        Warning,
        ["the version of the format is missing", "it is read as version 1", "say \"version\": \"1.0\""],
        example("/version", "null"),
    ),
    rule(
        "label",
        Warning,
        ["a label or title is missing", "its id is shown", "give it a label, or a title if it is a measure"],
        example("/scale/1", r#"{"id": "partial", "rank": 1}"#),
    ),
    rule(
        "year-number",
        Warning,
        ["a year that is a number", "it is read as that year", "write the year as a string: \"2014\""],
        example("/records/1/date", "2019"),
    ),
    rule(
        "long",
        Warning,
        [
            "a text that is too long",
            "it is cut",
            "shorten it: ids, labels and names to 200 letters, other texts to 20,000, in at most 200 languages",
        ],
        example(
            "/measures/0/title",
            r#"{"en": "A register of everybody who has been convicted by a court of the country or of another country of one of the offences that the convention lists, which the police of every other party can search at any time of the day or night", "fr": "Un registre"}"#,
        ),
    ),
    rule(
        "member-name",
        Warning,
        [
            "a member whose code is not assigned and that has no name",
            "its code is shown as it stands",
            "give the member a name, or use the code that ISO 3166-1 assigns",
        ],
        Example {
            at: "/members",
            faulty: r#"[{"country": "FRA"}, {"country": "KEN"}, {"country": "GER"}]"#,
            mended: Some(r#"[{"country": "FRA"}, {"country": "KEN"}, {"country": "DEU"}]"#),
        },
    ),
    rule(
        "request-place",
        Warning,
        [
            "the letter has a place that is never filled",
            "it stays as it is written",
            "the places are {country}, {measures}, {clauses}, {date}, {link} and {policy}",
        ],
        example(
            "/policy/request",
            r#"{"en": "Is this in place in {nation}?", "fr": "Est-ce en place : {country} ?"}"#,
        ),
    ),
    rule(
        "term",
        Warning,
        [
            "a language lacks a form of a word that it has",
            "the widget’s own word is shown",
            "give every form of the word that the language has",
        ],
        example(
            "/policy/terms",
            r#"{"member": {"en": "party", "fr": "partie"}, "members": {"en": "parties"}}"#,
        ),
    ),
    rule(
        "member-shape",
        Warning,
        [
            "a member that the map has no shape for",
            "it is in the table and the counts only",
            "nothing, if it is meant so; otherwise use the code that ISO 3166-1 assigns",
        ],
        Example {
            at: "/members",
            faulty: r#"[{"country": "FRA"}, {"country": "KEN"}, {"country": "DDR", "name": "East Germany"}]"#,
            mended: Some(r#"[{"country": "FRA"}, {"country": "KEN"}, {"country": "DEU"}]"#),
        },
    ),
];
