//! Faulty feeds, a row each: what is wrong, what it is called, on which line it is, and a part of what is said about it.

#[path = "../src/check/rules/example.rs"]
mod example;
mod told;

use example::BASE;
use serde_json::Value;
use told::{Feed, told};

/// The base feed with one text put in the place of another.
fn faulty((find, put): (&str, &str)) -> String {
    assert_eq!(BASE.matches(find).count(), 1, "{find}");
    BASE.replace(find, put)
}

fn check(name: &str, rows: &[((&str, &str), &str, u64, &str)]) {
    for &(fault, code, line, said) in rows {
        let feed = Feed::new(name, &faulty(fault));
        let (status, out, err) = told(&["check", "--format", "json", "--today", "2026-11-29", feed.path()]);
        let findings: Vec<Value> = serde_json::from_str(&out).unwrap_or_else(|_| panic!("{fault:?}: {err}"));
        let texts = |finding: &Value| {
            ["message", "meant", "remedy"]
                .map(|key| finding[key].as_str().unwrap_or_default().to_owned())
                .join(" ")
        };
        let is_it = |finding: &&Value| finding["code"] == code && finding["line"] == line;
        let found = findings.iter().find(is_it).map(texts);
        let found = found.unwrap_or_else(|| panic!("{fault:?}: no {code} on line {line}: {findings:#?}"));
        assert!(found.contains(said), "{fault:?}: {found}");
        let serious = findings.iter().any(|finding| finding["severity"] != "note");
        assert_eq!(status, Some(i32::from(serious)), "{fault:?}");
    }
}

#[test]
fn the_base_feed_has_no_fault() {
    let feed = Feed::new("base", BASE);
    let (status, out, err) = told(&["check", "--today", "2026-11-29", feed.path()]);
    assert_eq!((status, out.as_str(), err.as_str()), (Some(0), "2 members, 2 records, nothing found\n", ""));
}

#[test]
fn faults_of_members_are_found() {
    check(
        "members",
        &[
            ((r#""FRA", "joined""#, r#""fra", "joined""#), "member-code", 28, "France is FRA"),
            ((r#""FRA", "joined""#, r#""Fr", "joined""#), "member-code", 28, "France is FRA"),
            ((r#""FRA", "joined""#, r#""Narnia", "joined""#), "member-code", 28, "three capital letters"),
            ((r#""FRA", "joined""#, r#"17, "joined""#), "member-code", 28, "17"),
            ((r#""1956""#, r#""1956-13""#), "member-date", 28, "no such day"),
            ((r#""1956""#, r#""June 1956""#), "member-date", 28, "1956-06"),
            ((r#""1956""#, "1956"), "year-number", 28, "as a string"),
            ((r#""1956""#, r#""1956", "left": "1950""#), "left-first", 28, "joined in 1956"),
            ((r#""1956""#, r#""1956", "left": "2010""#), "record-after-left", 32, "FRA left in 2010"),
            ((r#""1956""#, r#""2016""#), "record-before-joined", 32, "FRA joined in 2016"),
            (
                (r#""region": "africa""#, r#""region": "Africa""#),
                "member-region",
                29,
                "did you mean \"africa\"?",
            ),
            ((r#""region": "africa""#, r#""region": "asia""#), "member-region", 29, "there is \"africa\""),
            (
                (r#""joined": "1968"}"#, r#""joined": "1968"}, {"country": "KEN"}"#),
                "member-twice",
                29,
                "once",
            ),
            (
                (r#""joined": "1968"}"#, r#""joined": "1968"}, {"country": "GER"}"#),
                "member-name",
                29,
                "Germany is DEU",
            ),
            (
                (r#""joined": "1968"}"#, r#""joined": "1968"}, {"country": "DDR", "name": "GDR"}"#),
                "member-shape",
                29,
                "no shape",
            ),
            (
                (r#""country": "KEN", "from""#, r#""country": "DEU", "from""#),
                "item",
                21,
                "not listed under members",
            ),
            ((r#""to": "2020""#, r#""to": "1999""#), "period", 21, "after the beginning"),
        ],
    );
}

#[test]
fn faults_of_claims_are_found() {
    check(
        "claims",
        &[
            (
                (r#""country": "FRA", "measure""#, r#""country": "Swaziland", "measure""#),
                "record-country",
                32,
                "Eswatini is SWZ",
            ),
            (
                (r#""country": "FRA", "measure""#, r#""country": "DEU", "measure""#),
                "record-country",
                32,
                "DEU is Germany, which is not listed",
            ),
            (
                (r#""country": "FRA", "measure""#, r#""country": "France", "measure""#),
                "record-country",
                32,
                "France is FRA",
            ),
            (
                (r#""KEN", "measure": "register""#, r#""KEN", "measure": "registr""#),
                "record-measure",
                34,
                "did you mean \"register\"?",
            ),
            (
                (r#""status": "partial""#, r#""status": "parital""#),
                "record-status",
                34,
                "did you mean \"partial\"?",
            ),
            (
                (r#""status": "partial""#, r#""status": "Partial""#),
                "record-status",
                34,
                "did you mean \"partial\"?",
            ),
            (
                (r#""status": "partial""#, r#""status": "planned""#),
                "record-status",
                34,
                "there is \"implemented\", \"partial\"",
            ),
            ((r#""date": "2019""#, r#""date": "03/04/2019""#), "record-date", 34, "2019-04-03 or 2019-03-04"),
            ((r#""date": "2019""#, r#""date": "31.12.2019""#), "record-date", 34, "this is 2019-12-31"),
            ((r#""date": "2019""#, r#""date": "2019-02-30""#), "record-date", 34, "no such day"),
            ((r#""date": "2019""#, r#""year": "2019""#), "record-date", 34, "2014-05-12"),
            (
                (r#""date": "2019""#, r#""date": "2009""#),
                "record-before-policy",
                34,
                "the policy is of 2011-11-03",
            ),
            (
                (r#""date": "2019""#, r#""date": "2019", "dating": "Since""#),
                "record-dating",
                34,
                "did you mean \"since\"?",
            ),
            (
                (r#""date": "2019""#, r#""date": "2019", "withdrawn": "2025""#),
                "withdrawn-first",
                34,
                "recorded in 2026-11-20",
            ),
            (
                (r#""date": "2019""#, r#""date": "2019", "withdrawn": "2027""#),
                "recorded-ahead",
                34,
                "published on 2026-11-20",
            ),
            ((r#""date": "2019""#, r#""date": "2019", "correction": "wrong""#), "missing", 34, "withdrawn"),
        ],
    );
    let twice = r#"{"country": "KEN", "measure": "register", "status": "implemented", "date": "2019-01-01", "evidence": [{"url": "https://example.org/a", "title": "A"}]},
    {"country": "KEN", "measure": "register", "status": "partial""#;
    let again = r#"{"country": "KEN", "measure": "register", "status": "partial", "date": "2019", "evidence": [{"url": "https://example.org/a", "title": "A"}]},
    {"country": "KEN", "measure": "register", "status": "partial""#;
    let find = r#"{"country": "KEN", "measure": "register", "status": "partial""#;
    check(
        "pairs",
        &[
            ((find, twice), "claims-disagree", 35, "the other one is /records/1"),
            ((find, again), "record-twice", 35, "all its sources"),
        ],
    );
}

#[test]
fn faults_of_sources_and_addresses_are_found() {
    let url = r#""https://example.org/act""#;
    check(
        "sources",
        &[
            (
                (r#"[{"url": "https://example.org/act", "title": "Register Act", "lang": "en"}]"#, "[]"),
                "record-unsourced",
                34,
                "nobody can verify",
            ),
            ((url, r#""www.example.org/act""#), "address", 35, "https://www.example.org/act, if"),
            ((url, r#""mailto:act@example.org""#), "address", 35, "contact alone"),
            (
                (url, r#""https://example.org@evil.example/act""#),
                "address",
                35,
                "the page is on evil.example",
            ),
            ((url, r#""https://example.org\\act""#), "address", 35, "backslash"),
            ((url, r#""https://example.org/an act""#), "address", 35, "a space"),
            ((url, r#""ftp://example.org/act""#), "address", 35, "ftp: is not http or https"),
            ((url, r#""https://exаmple.org/act""#), "address-host", 35, "looks like example.org"),
            ((url, r#""https://xn--caf-dma.example/""#), "address-host", 35, "café.example"),
            (
                (
                    r#""title": "Register Act", "lang": "en"}"#,
                    r#""title": "Register Act"}, {"url": "https://example.org/act", "title": "Section 3"}"#,
                ),
                "evidence-twice",
                35,
                "each source once",
            ),
            ((r#""lang": "en""#, r#""lang": "german""#), "language", 35, "german is de"),
            ((r#""lang": "en""#, r#""lang": "en_GB""#), "language", 35, "en-GB"),
            ((r#""lang": "en""#, r#""lang": "qx""#), "language", 35, "BCP 47"),
            ((r#""title": "Register Act", "#, ""), "missing", 35, "title"),
        ],
    );
}

#[test]
fn faults_of_the_document_are_found() {
    check(
        "document",
        &[
            (("  \"version\": \"1.0\",\n", ""), "version", 1, "\"version\": \"1.0\""),
            ((r#""2026-11-20T08:00:00Z""#, r#""2026-11-20""#), "form", 5, "with its zone"),
            ((r#""2026-11-20T08:00:00Z""#, r#""20 November""#), "date", 5, "with its zone"),
            ((r#""2026-11-20T08:00:00Z""#, r#""2024-02-01T08:00:00Z""#), "stale", 5, "today is 2026-11-29"),
            ((r#""2026-11-20T08:00:00Z""#, r#""2062-02-01T08:00:00Z""#), "published-ahead", 5, "after today"),
            (
                (r#""publisher": {"name": "Example Institute", "url""#, r#""publisher": {"url""#),
                "missing",
                6,
                "name",
            ),
            (
                (
                    "  \"license\": {\"name\": \"CC BY 4.0\", \"url\": \"https://creativecommons.org/licenses/by/4.0/\"},\n",
                    "",
                ),
                "missing",
                1,
                "license",
            ),
            (
                (r#""mailto:corrections@example.org""#, r#""corrections@example.org""#),
                "address",
                6,
                "mailto:corrections@example.org",
            ),
            ((r#""id": "example""#, r#""id": "an example""#), "form", 3, "an example"),
            ((r#""adopted": "2011-11-03""#, r#""adopted": "2011-11-31""#), "date", 10, "no such day"),
            ((r#"{country}?"#, r#"{land}?"#), "request-place", 11, "{land}"),
            ((r#", "fr": "parties"}"#, "}"), "term", 12, "fr"),
            ((r#""id": "partial", "label""#, r#""id": "overall", "label""#), "id-twice", 16, "are taken"),
            ((r#""id": "partial", "label""#, r#""id": "half done", "label""#), "id", 16, "hyphens"),
            ((r#""rank": 1"#, r#""rank": "1""#), "type", 16, "it wants a whole number"),
            ((r#""rank": 1"#, r#""rank": true"#), "type", 16, "true"),
            (
                (r#""label": {"en": "partly implemented", "fr": "en partie"}, "#, ""),
                "label",
                16,
                "give it a label",
            ),
            (
                (r#"{"en": "Africa", "fr": "Afrique"}"#, r#"["Africa"]"#),
                "text",
                18,
                "object of language tags",
            ),
            (
                (
                    r#"{"en": "A register", "fr": "Un registre"}"#,
                    r#"{"english": "A register", "fr": "Un registre"}"#,
                ),
                "language",
                24,
                "english is en",
            ),
            (
                (r#""criteria": {"implemented""#, r#""criteria": {"implemeted""#),
                "criterion",
                25,
                "did you mean \"implemented\"?",
            ),
            ((r#""records": ["#, r#""record": ["#), "field-typo", 31, "did you mean \"records\"?"),
            ((r#""clause": 3"#, r#""clause": 3, "colour": "red""#), "field-unknown", 24, "your own"),
            ((r#""clause": 3"#, r#""Clause": 3"#), "field-typo", 24, "did you mean \"clause\"?"),
            ((r#""clause": 3"#, r#""clause": 3, "clause": 4"#), "field-twice", 24, "clause"),
            ((r#""count": 2"#, r#""count": -2"#), "item", 37, "needs"),
            (
                (
                    r#""title": {"en": "A resolution", "fr": "Une résolution"}"#,
                    r#""title": {"en": "A resolution"}"#,
                ),
                "translation",
                9,
                "fr",
            ),
        ],
    );
}
