//! The one rule of status, held against each sentence of the contract and against a second resolver.

use crate::common;

use common::naive::Naive;
use common::{clock, read, status_id};
use proptest::prelude::*;
use serde_json::{Value, json};

/// A feed of one member with measures `a` and `b`; `done` ranks highest, `beside` has no rank.
fn feed(member: Value, records: &[Value]) -> Value {
    let record = |record: &Value| {
        let mut whole =
            json!({"country": "FRA", "measure": "a", "status": "done", "evidence": [{"title": "T"}]});
        let fields = whole.as_object_mut().expect("an object");
        fields.extend(record.as_object().expect("an object").clone());
        whole
    };
    let mut whole = json!({"country": "FRA"});
    whole.as_object_mut().expect("an object").extend(member.as_object().expect("an object").clone());
    json!({
        "version": "1.0",
        "scale": [{"id": "done", "label": "D", "rank": 2}, {"id": "also-done", "label": "A", "rank": 2},
                  {"id": "begun", "label": "B", "rank": 1}, {"id": "beside", "label": "C"}],
        "measures": [{"id": "a", "title": "A"}, {"id": "b", "title": "B"}],
        "members": [whole],
        "records": records.iter().map(record).collect::<Vec<_>>(),
    })
}

/// Rows of measure, date, known (empty: all) and the status that the contract says.
fn check(member: Value, records: &[Value], rows: &[(&str, &str, &str, &str)]) {
    let document = feed(member, records);
    let checked = read(&document);
    assert_eq!(checked.findings, [], "the rows are about feeds without faults");
    let naive = Naive::new(&document);
    for &(topic, date, known, expected) in rows {
        let found = status_id(&checked.value, "FRA", topic, clock(date, known));
        assert_eq!(found, expected, "{topic} on {date} as known {known:?} of {records:?}");
        assert_eq!(
            naive.status("FRA", topic, date, known),
            expected,
            "the second resolver: {topic} {date} {known:?}"
        );
    }
}

#[test]
fn a_record_counts_from_the_first_day_of_its_period() {
    for (date, before, on) in [
        ("2009", "2008-12-31", "2009-01-01"),
        ("2009-06", "2009-05-31", "2009-06-01"),
        ("2009-06-15", "2009-06-14", "2009-06-15"),
    ] {
        check(json!({}), &[json!({"date": date})], &[("a", before, "", "unknown"), ("a", on, "", "done")]);
    }
    check(json!({}), &[json!({"date": "2009"})], &[("a", "2009-06", "", "done")]);
}

#[test]
fn the_viewed_date_reaches_to_the_last_day_of_its_own() {
    for (date, before, on) in [
        ("2009-06", "2009-05", "2009"),
        ("2009-12-31", "2009-11", "2009"),
        ("2009-12-31", "2008", "2009-12"),
        ("2012-02-29", "2012-01", "2012-02"),
        ("2012-02-29", "2012-02-28", "2012-03-01"),
    ] {
        check(json!({}), &[json!({"date": date})], &[("a", before, "", "unknown"), ("a", on, "", "done")]);
    }
}

#[test]
fn joined_and_left_count_from_the_first_day_of_theirs() {
    check(
        json!({"joined": "2005-06", "left": "2012"}),
        &[json!({"date": "2000"})],
        &[
            ("a", "2005-05-31", "", "not-a-member"),
            ("a", "2004", "", "not-a-member"),
            ("a", "2005", "", "done"),
            ("a", "2005-06-01", "", "done"),
            ("b", "2005-06-01", "", "unknown"),
            ("a", "2011-12-31", "", "done"),
            ("a", "2012-01-01", "", "not-a-member"),
            ("a", "2012", "", "not-a-member"),
            ("overall", "2005-05", "", "not-a-member"),
            ("overall", "2005", "", "1-of-2"),
            ("overall", "2012", "", "not-a-member"),
        ],
    );
    check(
        json!({"left": "2009-06"}),
        &[],
        &[("a", "2009-05", "", "unknown"), ("a", "2009", "", "not-a-member")],
    );
}

#[test]
fn without_joined_a_country_was_always_a_member() {
    check(json!({}), &[], &[("a", "0001", "", "unknown"), ("overall", "0001-01-01", "", "unknown")]);
}

#[test]
fn the_newest_record_at_or_before_the_date_decides() {
    let records = [
        json!({"date": "2015", "status": "begun"}),
        json!({"date": "2010", "status": "beside"}),
        json!({"date": "2012-07", "status": "done"}),
        json!({"date": "2012", "measure": "b", "status": "begun"}),
    ];
    check(
        json!({}),
        &records,
        &[
            ("a", "2009", "", "unknown"),
            ("a", "2010", "", "beside"),
            ("a", "2012-06", "", "beside"),
            ("a", "2012", "", "done"),
            ("a", "2014-12-31", "", "done"),
            ("a", "2015-01-01", "", "begun"),
            ("b", "2011", "", "unknown"),
            ("b", "2012-01-01", "", "begun"),
        ],
    );
}

#[test]
fn of_two_with_the_same_date_the_later_in_the_document_decides() {
    for (first, second) in
        [("2012", "2012"), ("2012", "2012-01-01"), ("2012-01-01", "2012"), ("2012-01", "2012")]
    {
        let records = [json!({"date": first, "status": "done"}), json!({"date": second, "status": "begun"})];
        check(json!({}), &records, &[("a", "2012-01-01", "", "begun"), ("a", "2013", "", "begun")]);
    }
}

#[test]
fn how_a_record_is_dated_does_not_change_from_when_it_counts() {
    for dating in ["since", "by"] {
        let records = [json!({"date": "2012-07", "dating": dating})];
        check(json!({}), &records, &[("a", "2012-06", "", "unknown"), ("a", "2012-07", "", "done")]);
    }
}

#[test]
fn a_withdrawn_record_counts_for_nothing() {
    let records = [
        json!({"date": "2010", "status": "begun"}),
        json!({"date": "2012", "status": "done", "withdrawn": "2020"}),
        json!({"date": "2011", "measure": "b", "withdrawn": "2999"}),
    ];
    check(
        json!({}),
        &records,
        &[
            ("a", "2013", "", "begun"),
            ("a", "2030", "", "begun"),
            ("b", "2013", "", "unknown"),
            ("overall", "2013", "", "0-of-2"),
        ],
    );
}

#[test]
fn with_known_the_publisher_is_seen_as_of_that_day() {
    let records = [
        json!({"date": "2010", "status": "begun", "recorded": "2015-03"}),
        json!({"date": "2012", "status": "done", "recorded": "2016", "withdrawn": "2018-05-10"}),
        json!({"date": "2011", "measure": "b", "status": "begun"}),
    ];
    check(
        json!({}),
        &records,
        &[
            ("a", "2013", "2015-02", "unknown"),
            ("a", "2013", "2015-03-01", "begun"),
            ("a", "2013", "2015", "begun"),
            ("a", "2013", "2015-12-31", "begun"),
            ("a", "2013", "2016-01-01", "done"),
            ("a", "2013", "2018-05-09", "done"),
            ("a", "2013", "2018-04", "done"),
            ("a", "2013", "2018-05-10", "begun"),
            ("a", "2013", "2018", "begun"),
            ("a", "2013", "", "begun"),
            ("a", "2010", "2016", "begun"),
            ("a", "2009", "2016", "unknown"),
            ("b", "2013", "0001", "begun"),
            ("overall", "2013", "2016", "1-of-2"),
            ("overall", "2013", "2018", "0-of-2"),
        ],
    );
}

#[test]
fn overall_counts_the_measures_in_force_with_the_highest_rank() {
    let b = |status: &str| json!({"date": "2012", "measure": "b", "status": status});
    let a = |status: &str| json!({"date": "2010", "status": status});
    for (records, expected) in [
        (vec![], "unknown"),
        (vec![a("begun")], "0-of-2"),
        (vec![a("beside")], "0-of-2"),
        (vec![a("done")], "1-of-2"),
        (vec![a("also-done")], "1-of-2"),
        (vec![a("done"), b("begun")], "1-of-2"),
        (vec![a("done"), b("beside")], "1-of-2"),
        (vec![a("done"), b("also-done")], "2-of-2"),
        (vec![a("done"), b("done"), json!({"date": "2011", "status": "begun"})], "1-of-2"),
    ] {
        check(json!({}), &records, &[("overall", "2013", "", expected)]);
    }
    check(
        json!({}),
        &[a("done"), b("done")],
        &[("overall", "2009", "", "unknown"), ("overall", "2011", "", "1-of-2")],
    );
}

#[test]
fn a_date_to_come_shows_what_is_announced_for_then() {
    check(json!({}), &[json!({"date": "2090"})], &[("a", "2089", "", "unknown"), ("a", "2090", "", "done")]);
}

/// The dates that a document states somewhere, valid ones only.
fn stated_dates(document: &Value, keys: &[&str]) -> Vec<String> {
    let items =
        ["records", "members"].into_iter().flat_map(|list| document[list].as_array().expect("a list"));
    let texts = items.flat_map(|item| keys.iter().filter_map(|key| item.get(*key)?.as_str()));
    texts.filter(|text| policy_explorer::date::Date::parse(text).is_some()).map(str::to_owned).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn two_resolvers_agree_on_every_feed(
        document in common::generate::feed(),
        mut dates in prop::collection::vec(common::generate::date(), 6),
        mut known in prop::collection::vec(common::generate::date(), 2),
    ) {
        dates.extend(stated_dates(&document, &["date", "joined", "left"]).into_iter().step_by(5).take(8));
        dates.extend(["2000-12-31".to_owned(), "2005".to_owned()]);
        known.extend(stated_dates(&document, &["recorded", "withdrawn"]).into_iter().step_by(4).take(3));
        known.push(String::new());
        let feed = read(&document).value;
        let naive = Naive::new(&document);
        let members: Vec<String> = feed.members.iter().map(|member| member.code.to_string()).collect();
        prop_assert_eq!(&members, &naive.members);
        for (date, known) in dates.iter().flat_map(|date| known.iter().map(move |known| (date, known))) {
            for country in &naive.members {
                for topic in naive.measures.iter().chain(&["overall"]) {
                    prop_assert_eq!(
                        status_id(&feed, country, topic, clock(date, known)),
                        naive.status(country, topic, date, known),
                        "{} {} on {} as known {:?}", country, topic, date, known
                    );
                }
            }
        }
    }
}
