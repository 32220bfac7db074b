//! Feeds made at random, as JSON documents: dense in dates that touch, in records of the same day and in
//! faults, so that every rule is met often.

use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value, json};

/// Countries with a shape or a marker, one that no map has, two that are seldom members.
const COUNTRIES: [&str; 13] =
    ["FRA", "DEU", "CHE", "AND", "MCO", "BRA", "FJI", "KIR", "RUS", "USA", "NZL", "SGP", "ZZZ"];
const MEASURES: [&str; 4] = ["first", "second", "third", "fourth"];
const STATUSES: [&str; 6] = ["done", "equally-done", "begun", "planned", "contested", "<&\">"];
const REGIONS: [&str; 3] = ["north", "south", "west"];
const GROUPS: [&str; 2] = ["bloc", "league"];

/// A feed with a member, a measure and a status at least.
pub fn feed() -> impl Strategy<Value = Value> {
    let lists = (
        list(level(true), level(false), 0..5),
        list(measure(true), measure(false), 0..4),
        list(member(true), member(false), 0..12),
        prop::collection::vec(item(declaration(&REGIONS, "label")), 0..4),
        prop::collection::vec(item(group()), 0..3),
        prop::collection::vec(item(record()), 0..70),
    );
    (lists, any::<bool>()).prop_map(|((scale, measures, members, regions, groups, records), demo)| {
        json!({
            "version": "1.3", "id": "generated", "demo": demo, "x-unknown": {"a": [1, null]},
            "scale": scale, "measures": measures, "members": members,
            "regions": regions, "groups": groups, "records": records,
        })
    })
}

/// A date of any precision, as stated in a document that is right.
pub fn date() -> impl Strategy<Value = String> {
    let day = (2001u16..=2004, select(vec![1, 2, 6, 12]), select(vec![1, 2, 15, 28]));
    let last = select(vec!["2004-02-29", "2003-02-28", "2002-12-31", "2003-01-31", "2003-06-30"]);
    prop_oneof![
        1 => (2001u16..=2004).prop_map(|year| format!("{year}")),
        1 => day.clone().prop_map(|(year, month, _)| format!("{year}-{month:02}")),
        3 => day.prop_map(|(year, month, day)| format!("{year}-{month:02}-{day:02}")),
        1 => last.prop_map(str::to_owned),
    ]
}

/// A list that begins with an item that is right.
fn list(
    right: impl Strategy<Value = Value>,
    any: impl Strategy<Value = Value>,
    size: std::ops::Range<usize>,
) -> impl Strategy<Value = Vec<Value>> {
    (right, prop::collection::vec(item(any), size)).prop_map(|(first, mut others)| {
        others.insert(0, first);
        others
    })
}

/// Mostly the item, now and then something else altogether.
fn item(right: impl Strategy<Value = Value>) -> impl Strategy<Value = Value> {
    let wrong = select(vec![json!(null), json!(7), json!("text"), json!([]), json!({})]);
    prop_oneof![30 => right, 1 => wrong]
}

/// The fields that are there; unknown ones are among them now and then.
fn object(fields: Vec<(&'static str, Option<Value>)>) -> Value {
    Value::Object(
        fields.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?))).collect::<Map<_, _>>(),
    )
}

fn extra() -> impl Strategy<Value = Option<Value>> {
    prop::option::weighted(0.1, Just(json!({"country": "FRA", "date": "x"})))
}

/// Mostly one of the words, now and then something that is none of them.
fn word(words: &[&'static str], faults: bool) -> BoxedStrategy<Option<Value>> {
    let right = select(words.to_vec()).prop_map(|word| Some(json!(word)));
    let wrong =
        select(vec![None, Some(json!("")), Some(json!("no such")), Some(json!("overall")), Some(json!(3))]);
    if faults { prop_oneof![25 => right, 1 => wrong].boxed() } else { right.boxed() }
}

/// Mostly a date, now and then something that is none.
fn stated() -> impl Strategy<Value = Option<Value>> {
    let wrong =
        ["", "soon", "2003-02-29", "2003-13", "2003-1", "03", "2003-06-31", "2003/06", "2003-06-01T00:00"];
    prop_oneof![
        40 => date().prop_map(|date| Some(json!(date))),
        1 => select(wrong.to_vec()).prop_map(|wrong| Some(json!(wrong))),
        1 => Just(Some(json!(2003.5))),
    ]
}

/// A date in some items.
fn sometimes(share: f64) -> impl Strategy<Value = Option<Value>> {
    let nothing = prop_oneof![5 => Just(None), 1 => Just(Some(Value::Null))];
    (any::<prop::sample::Index>(), stated(), nothing).prop_map(move |(chance, date, nothing)| {
        if chance.index(1000) < (share * 1000.0) as usize { date } else { nothing }
    })
}

fn declaration(ids: &[&'static str], label: &'static str) -> impl Strategy<Value = Value> + use<> {
    (word(ids, true), extra())
        .prop_map(move |(id, extra)| object(vec![("id", id), (label, Some(json!("label"))), ("x", extra)]))
}

fn level(right: bool) -> impl Strategy<Value = Value> {
    let rank =
        select(vec![None, Some(json!(null)), Some(json!(0)), Some(json!(1)), Some(json!(2)), Some(json!(2))]);
    (word(&STATUSES, !right), rank, extra()).prop_map(|(id, rank, extra)| {
        object(vec![
            ("id", id),
            ("label", Some(json!({"en": "status", "fr": "statut"}))),
            ("rank", rank),
            ("x", extra),
        ])
    })
}

fn measure(right: bool) -> impl Strategy<Value = Value> {
    let predicate = prop::option::of(Just(json!({"en": "do it"})));
    (word(&MEASURES, !right), predicate, extra()).prop_map(|(id, predicate, extra)| {
        object(vec![("id", id), ("title", Some(json!("Title"))), ("predicate", predicate), ("x", extra)])
    })
}

fn member(right: bool) -> impl Strategy<Value = Value> {
    let dates = if right { Just((None, None)).boxed() } else { (sometimes(0.4), sometimes(0.3)).boxed() };
    (word(&COUNTRIES, !right), word(&REGIONS, true), dates, extra()).prop_map(
        |(country, region, (joined, left), extra)| {
            object(vec![
                ("country", country),
                ("region", region),
                ("joined", joined),
                ("left", left),
                ("x", extra),
            ])
        },
    )
}

fn group() -> impl Strategy<Value = Value> {
    let membership = (word(&COUNTRIES, true), sometimes(0.5), sometimes(0.3))
        .prop_map(|(country, from, to)| object(vec![("country", country), ("from", from), ("to", to)]));
    (word(&GROUPS, true), prop::collection::vec(item(membership), 0..8)).prop_map(|(id, members)| {
        object(vec![("id", id), ("label", Some(json!("Bloc"))), ("members", Some(json!(members)))])
    })
}

fn record() -> impl Strategy<Value = Value> {
    let about = (word(&COUNTRIES[..8], true), word(&MEASURES, true), word(&STATUSES, true), stated());
    let dating = prop_oneof![
        10 => select(vec![None, Some(json!("since")), Some(json!("by")), Some(Value::Null)]),
        1 => Just(Some(json!("around"))),
    ];
    let evidence = select(vec![
        None,
        Some(json!([{"url": "https://example.org/", "title": "T"}])),
        Some(json!([{"url": "javascript:alert(1)", "title": "T"}])),
    ]);
    let rest = (dating, sometimes(0.4), sometimes(0.25), evidence, extra());
    (about, rest).prop_map(
        |((country, measure, status, date), (dating, recorded, withdrawn, evidence, extra))| {
            object(vec![
                ("country", country),
                ("measure", measure),
                ("status", status),
                ("date", date),
                ("dating", dating),
                ("recorded", recorded),
                ("withdrawn", withdrawn),
                ("evidence", evidence),
                ("x", extra),
            ])
        },
    )
}
