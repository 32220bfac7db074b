//! Documents that are no feed: `check` reports each by its code and place in every format, and ends with exit status 2.

mod told;

use serde_json::Value;
use told::{Feed, told};

/// Documents with their code, line, column, and a part of what is said.
const ROWS: [(&[u8], &str, u64, u64, &str); 12] = [
    (MALFORMED.as_bytes(), "feed-not-json", 3, 7, "expected `:`"),
    (b"", "feed-not-json", 1, 1, "write the feed into it"),
    (b"{\"a\": [1,\n2", "feed-not-json", 2, 1, "cut off"),
    (b"{\"rank\": NaN}", "feed-not-json", 1, 10, "NaN"),
    (b"\n<!doctype html>", "feed-not-json", 2, 1, "a web page"),
    (b"\x1f\x8b\x08\0", "feed-not-json", 1, 1, "unpack it"),
    (b"{\n\"title\": \"S\xe3o Tom\xe9\"}", "feed-not-json", 2, 12, "save it as UTF-8"),
    (b"[1, 2]", "feed-invalid", 1, 1, "under \"scale\""),
    (b"3", "feed-invalid", 1, 1, "nothing usable"),
    (b"{\n\"version\": \"1.0\",\n\"scale\": {}}", "feed-invalid", 3, 1, "under \"scale\""),
    (b"{\n\"version\": \"2.0\"}", "feed-version", 2, 12, "version 2.0"),
    (DEEP, "feed-invalid", 1, 1, "\"levels\""),
];
const MALFORMED: &str = "{\n \"title\": \"é\",\n \"id\" \"x\"\n}";
const DEEP: &[u8] = &[b'['; 200];

/// What `check` says of a document that is no feed: on standard output the report, on standard error one line.
fn check(format: &str, feed: &Feed) -> String {
    let (status, out, err) = told(&["check", "--format", format, feed.path()]);
    assert_eq!((status, err.lines().count()), (Some(2), 1), "{err}");
    assert!(err.starts_with(&format!("policy-explorer: {}", feed.path())), "{err}");
    out
}

#[test]
fn a_document_that_is_no_feed_is_one_finding_with_its_place() {
    for (bytes, code, line, column, said) in ROWS {
        let feed = Feed::of_bytes("refused-json", bytes);
        let list: Value = serde_json::from_str(&check("json", &feed)).expect("JSON");
        let found = &list[0];
        assert_eq!(list.as_array().map(Vec::len), Some(1), "{list}");
        let place = (found["code"].as_str(), found["line"].as_u64(), found["column"].as_u64());
        assert_eq!(place, (Some(code), Some(line), Some(column)), "{list}");
        let words = ["message", "meant", "remedy", "effect"].map(|key| found[key].as_str().expect("a text"));
        assert!(words.iter().all(|text| !text.is_empty()) && words.concat().contains(said), "{said}: {list}");
        assert_eq!(found["severity"], "error");
    }
}

#[test]
fn malformed_json_is_shown_with_the_text_around_it() {
    let feed = Feed::new("refused-text", MALFORMED);
    let expected = r#":3:7: error[feed-not-json]: not JSON
  |
3 |  "id" "x"
  |       ^
  |
  = note: nothing of the feed is read: readers get no map
  = help: it is malformed (expected `:` at line 3 column 7) (mend it at the mark, or have a program write it)
  = see: docs/findings/feed-not-json.md

no feed, 1 error
"#;
    assert_eq!(check("text", &feed), format!("{}{expected}", feed.path()));
}

#[test]
fn where_no_document_was_read_nothing_is_reported() {
    for path in ["no/such/feed.json", "tests"] {
        for format in ["text", "json", "sarif"] {
            let (status, out, err) = told(&["check", "--format", format, path]);
            assert_eq!((status, out.as_str(), err.lines().count()), (Some(2), "", 1), "{err}");
        }
    }
}
