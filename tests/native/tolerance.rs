//! What is wrong in a feed is skipped and said, with its place; the rest is shown. Only what is no feed at
//! all is refused.

use crate::common;

use common::whole::{ALL, Left, found, left, whole, with};
use common::{FEEDS, document, read};
use policy_explorer::feed::{self, FeedError};
use serde_json::{Value, json};

/// Puts each value at the pointer: there is exactly this finding, written `code pointer`, and this is left.
fn check(rows: &[(&str, Value, &str)], expected: Left) {
    for (pointer, value, finding) in rows {
        let document = with(&[(pointer, value.clone())]);
        assert_eq!(found(&document), [*finding], "{value} at {pointer}");
        assert_eq!(left(&read(&document).value), expected, "{value} at {pointer}");
    }
}

/// The same finding for each value.
fn each(
    pointer: &'static str,
    finding: &'static str,
    values: &[Value],
) -> Vec<(&'static str, Value, &'static str)> {
    values.iter().map(|value| (pointer, value.clone(), finding)).collect()
}

#[test]
fn a_feed_without_faults_has_no_finding() {
    assert_eq!(found(&whole()), Vec::<String>::new());
    assert_eq!(left(&read(&whole()).value), ALL);
    for name in FEEDS {
        assert_eq!(found(&document(name)), Vec::<String>::new(), "{name}");
    }
}

#[test]
fn a_member_with_a_malformed_code_or_date_or_listed_twice_is_skipped() {
    let codes = [json!("CH"), json!("che"), json!("CHEE"), json!(""), json!(7), json!(null), json!("СНЕ")];
    let mut rows = each("/members/2/country", "member-code /members/2/country", &codes);
    let dates = [json!("soon"), json!("2000-13"), json!(56), json!("2001-02-29"), json!("")];
    rows.extend(each("/members/2/joined", "member-date /members/2/joined", &dates));
    rows.extend(each("/members/2/left", "member-date /members/2/left", &dates));
    rows.extend(each(
        "/members/2",
        "member-code /members/2/country",
        &[json!(7), json!(null), json!([]), json!("CHE")],
    ));
    rows.extend(each("/members/2/country", "member-twice /members/2", &[json!("FRA"), json!("DEU")]));
    check(&rows, Left { members: 2, ..ALL });
}

#[test]
fn a_member_of_an_unknown_region_stays_without_one() {
    check(&each("/members/2/region", "member-region /members/2/region", &[json!("asia"), json!(1)]), ALL);
}

#[test]
fn a_record_of_an_unknown_measure_or_status_of_no_member_or_with_a_malformed_date_is_skipped() {
    let wrong = [json!("none"), json!(""), json!(1), json!(null), json!(["DEU"])];
    let dates =
        [json!("2014-13"), json!("14 May 2014"), json!(2014.5), json!("2014-02-30"), json!("2014-5-1")];
    let mut rows = each("/records/1/country", "record-country /records/1/country", &wrong);
    rows.extend(each(
        "/records/1/country",
        "record-country /records/1/country",
        &[json!("ITA"), json!("deu")],
    ));
    rows.extend(each("/records/1/measure", "record-measure /records/1/measure", &wrong));
    rows.extend(each(
        "/records/1/measure",
        "record-measure /records/1/measure",
        &[json!("overall"), json!("N")],
    ));
    rows.extend(each("/records/1/status", "record-status /records/1/status", &wrong));
    rows.extend(each(
        "/records/1/status",
        "record-status /records/1/status",
        &[json!("unknown"), json!("not-a-member")],
    ));
    rows.extend(each("/records/1/date", "record-date /records/1/date", &wrong));
    rows.extend(each("/records/1/date", "record-date /records/1/date", &dates));
    rows.extend(each("/records/1/recorded", "record-date /records/1/recorded", &dates));
    rows.extend(each("/records/1/withdrawn", "record-date /records/1/withdrawn", &dates));
    rows.extend(each(
        "/records/1/dating",
        "record-dating /records/1/dating",
        &[json!("around"), json!(1), json!("")],
    ));
    check(&rows, Left { records: 2, sources: 3, ..ALL });
}

#[test]
fn an_evidence_item_with_another_address_than_http_or_https_is_skipped_and_its_record_stays() {
    let addresses = [
        "ftp://a.example",
        "javascript:alert(1)",
        "www.a.example",
        "",
        "https://",
        "//a.example",
        "mailto:a@b.example",
    ];
    let mut rows =
        each("/records/0/evidence/0/url", "address /records/0/evidence/0/url", &addresses.map(Value::from));
    rows.extend(each(
        "/records/0/evidence/0/url",
        "address /records/0/evidence/0/url",
        &[json!(5), json!({})],
    ));
    rows.extend(each(
        "/records/0/evidence/0",
        "item /records/0/evidence/0",
        &[json!(5), json!({}), json!(null)],
    ));
    check(&rows, Left { sources: 3, ..ALL });
    let last = with(&[("/records/1/evidence/0/url", json!("data:text/html,x"))]);
    assert_eq!(found(&last), ["address /records/1/evidence/0/url", "record-unsourced /records/1"]);
    assert_eq!(left(&read(&last).value), Left { sources: 3, ..ALL });
}

#[test]
fn a_record_without_evidence_stays_and_only_a_demo_may_have_it() {
    let unsourced = "record-unsourced /records/1";
    check(&each("/records/1/evidence", unsourced, &[json!(null), json!([])]), Left { sources: 3, ..ALL });
    let demo = with(&[("/records/1/evidence", json!(null)), ("/demo", json!(true))]);
    assert_eq!(found(&demo), Vec::<String>::new());
}

#[test]
fn a_declaration_needs_an_id_of_its_own() {
    let wrong = [json!(""), json!("two words"), json!(7), json!(null)];
    let reserved = [json!("unknown"), json!("not-a-member"), json!("overall")];
    for (list, first, expected) in [
        ("scale", "done", Left { levels: 2, ..ALL }),
        ("measures", "m", Left { measures: 2, ..ALL }),
        ("regions", "europe", Left { regions: 1, ..ALL }),
        ("groups", "g", Left { groups: 1, ..ALL }),
    ] {
        let last = whole()[list].as_array().expect("a list").len() - 1;
        let pointer = format!("/{list}/{last}/id");
        let (id, twice) = (format!("id {pointer}"), format!("id-twice {pointer}"));
        let mut rows: Vec<_> = wrong.iter().map(|value| (&*pointer, value.clone(), &*id)).collect();
        rows.extend(reserved.iter().map(|value| (&*pointer, value.clone(), &*twice)));
        rows.push((&pointer, json!(first), &twice));
        check(&rows, expected);
    }
}

#[test]
fn what_is_wrong_beside_a_claim_is_left_out_alone() {
    let mut rows = Vec::new();
    for (pointer, code, values) in [
        ("/scale/0/rank", "type", [json!("high"), json!(1.5), json!(1e300)]),
        ("/demo", "type", [json!("no"), json!(0), json!([])]),
        ("/details", "type", [json!(5), json!({}), json!(true)]),
        ("/records/0/evidence/0/lang", "type", [json!(5), json!({}), json!(true)]),
        ("/title", "text", [json!(5), json!({}), json!(" ")]),
        ("/policy/summary", "text", [json!(5), json!({"en": 5}), json!([])]),
        ("/records/0/note", "text", [json!(5), json!({"en": ""}), json!("")]),
        ("/measures/0/criteria/done", "text", [json!(5), json!({}), json!("")]),
        ("/published", "date", [json!("yesterday"), json!(5), json!("2026-11-31T08:00:00Z")]),
        ("/policy/adopted", "date", [json!("3 November 2011"), json!(5), json!("2011-11-31")]),
        ("/records/0/evidence/0/date", "date", [json!("?"), json!(5), json!("2011-00")]),
        ("/records/0/evidence/0/checked", "date", [json!("?"), json!(5), json!("2011-00")]),
        ("/records/2/responses/0/date", "date", [json!("?"), json!(5), json!("2011-00")]),
        ("/policy/url", "address", [json!("?"), json!(5), json!("mailto:a@example.org")]),
        ("/publisher/contact", "address", [json!("?"), json!(5), json!("javascript:a@example.org")]),
        ("/records/0/evidence/0/archived", "address", [json!("?"), json!(5), json!("https://a b")]),
    ] {
        rows.extend(values.map(|value| (pointer, value, format!("{code} {pointer}"))));
    }
    let rows: Vec<_> =
        rows.iter().map(|(pointer, value, finding)| (*pointer, value.clone(), &**finding)).collect();
    check(&rows, ALL);
}

#[test]
fn items_that_say_nothing_are_skipped() {
    let item = "item /groups/0/members/1/country";
    check(
        &each("/groups/0/members/1/country", item, &[json!("ITA"), json!(null)]),
        Left { memberships: 1, ..ALL },
    );
    let membership = each("/groups/0/members/0/to", "item /groups/0/members/0/to", &[json!("soon")]);
    check(&membership, Left { memberships: 1, ..ALL });
    check(&each("/groups/0/members/0/to", "period /groups/0/members/0", &[json!("1957")]), ALL);
    let total = Left { totals: 1, ..ALL };
    check(&each("/reported/1/count", "item /reported/1/count", &[json!(-1), json!(null)]), total);
    let response = each("/records/2/responses/1/text", "item /records/2/responses/1", &[json!(null)]);
    check(&response, Left { responses: 1, ..ALL });
    let milestone = each("/policy/milestones/1/date", "item /policy/milestones/1", &[json!(null)]);
    check(&milestone, Left { milestones: 1, ..ALL });
    check(&each("/scale/2/label", "label /scale/2/label", &[json!(null)]), ALL);
}

#[test]
fn lists_of_another_kind_are_no_lists() {
    for (list, expected) in [
        ("/records", Left { records: 0, sources: 0, responses: 0, ..ALL }),
        ("/groups", Left { groups: 0, memberships: 0, ..ALL }),
        ("/reported", Left { totals: 0, ..ALL }),
        ("/policy/milestones", Left { milestones: 0, ..ALL }),
    ] {
        let finding = format!("type {list}");
        let rows = [json!(5), json!({"0": {}}), json!("x")].map(|value| (list, value, finding.as_str()));
        check(&rows, expected);
    }
}

#[test]
fn a_number_of_four_digits_is_a_year() {
    let mut document = whole();
    let pointers = [
        "/published",
        "/policy/adopted",
        "/policy/milestones/0/date",
        "/members/2/joined",
        "/members/2/left",
        "/groups/0/members/0/from",
        "/groups/0/members/0/to",
        "/records/0/date",
        "/records/0/recorded",
        "/records/2/withdrawn",
        "/records/0/evidence/0/date",
        "/records/0/evidence/0/checked",
        "/records/2/responses/0/date",
        "/reported/0/date",
    ];
    for pointer in pointers {
        let value = document.pointer_mut(pointer).expect("it is there");
        let year: u16 = value.as_str().and_then(|text| text[..4].parse().ok()).expect("a date");
        assert_eq!(found(&with(&[(pointer, json!(year))])), [format!("year-number {pointer}")]);
        *value = json!(year);
    }
    let checked = read(&document);
    assert_eq!(left(&checked.value), ALL);
    assert_eq!((checked.tally.errors, checked.tally.findings), (0, pointers.len()));
    for wrong in [json!(999), json!(10000), json!(-2014), json!(2014.5), json!(1e308)] {
        assert_eq!(found(&with(&[("/policy/adopted", wrong)])), ["date /policy/adopted"]);
    }
}

#[test]
fn in_doubt_the_data_is_invented() {
    for (value, demo, findings) in [
        (json!(true), true, vec![]),
        (json!(false), false, vec!["record-unsourced /records/1"]),
        (json!(null), false, vec!["record-unsourced /records/1"]),
        (json!("TRUE"), true, vec!["type /demo"]),
        (json!("false"), true, vec!["type /demo"]),
        (json!(0), true, vec!["type /demo"]),
        (json!({}), true, vec!["type /demo"]),
        (json!([]), true, vec!["type /demo"]),
    ] {
        let document = with(&[("/demo", value.clone()), ("/records/1/evidence", json!(null))]);
        assert_eq!((read(&document).value.demo, found(&document)), (demo, own(&findings)), "{value}");
    }
}

fn own(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|&text| text.to_owned()).collect()
}

#[test]
fn a_code_that_is_not_assigned_needs_a_name() {
    let other = with(&[("/members/2/country", json!("DEN"))]);
    assert_eq!(found(&other), ["member-name /members/2/country"]);
    let named = with(&[("/members/2", json!({"country": "DEN", "name": {"da": "Danmark"}}))]);
    assert_eq!(found(&named), Vec::<String>::new());
    assert_eq!((left(&read(&other).value), left(&read(&named).value)), (ALL, ALL));
}

/// Adds a field that nobody knows to every object, save those whose values are texts in languages.
fn with_unknown_fields(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(with_unknown_fields),
        Value::Object(fields) => {
            fields.values_mut().for_each(with_unknown_fields);
            fields.insert("x-new".to_owned(), json!({"date": 5, "country": ["?"], "url": "javascript:0"}));
        }
        _ => {}
    }
}

#[test]
fn what_a_reader_does_not_know_is_ignored() {
    for mut document in [whole(), document("hanoi-2011"), document("demo")] {
        let before = read(&document);
        with_unknown_fields(&mut document);
        assert_eq!(read(&document), before);
    }
}

#[test]
fn later_minor_versions_are_read() {
    for version in [json!("1.0"), json!("1.7"), json!("1.7.2"), json!("1"), json!(1)] {
        assert_eq!(found(&with(&[("/version", version)])), Vec::<String>::new());
    }
    assert_eq!(found(&with(&[("/version", json!(null))])), ["version /version"]);
}

/// What is no feed is refused.
fn refuse(document: &Value, expected: &FeedError) {
    assert_eq!(feed::read(document).map(|checked| left(&checked.value)), Err(expected.clone()), "{document}");
}

#[test]
fn another_major_version_is_refused() {
    for version in ["2.0", "0.9", "10.0", "2", "01.0", "v1", ""] {
        refuse(&with(&[("/version", json!(version))]), &FeedError::Version(version.to_owned()));
    }
    let empty = json!({"version": "2.0"});
    refuse(&empty, &FeedError::Version("2.0".to_owned()));
}

#[test]
fn without_members_measures_or_statuses_it_is_no_feed() {
    for list in ["members", "measures", "scale"] {
        let nothing =
            [json!(null), json!([]), json!({}), json!("x"), json!([7, null, {}, {"id": "", "country": "?"}])];
        for value in nothing {
            refuse(&with(&[(&format!("/{list}"), value)]), &FeedError::Missing(list));
        }
    }
    for document in
        [json!([]), json!({}), json!("feed"), json!(7), json!(null), json!(true), json!([whole()])]
    {
        refuse(&document, &FeedError::Missing("scale"));
    }
}
