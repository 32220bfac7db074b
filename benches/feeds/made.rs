//! The one generator of the benchmarks' feeds: the invented feed with as many claims as asked for, spread over its members
//! and measures and the years from 2001 on.

use serde_json::{Value, json};

const DEMO: &str = include_str!("../../data/demo/feed.json");

/// The feed as JSON.
pub fn document(claims: usize) -> Value {
    let mut document: Value = serde_json::from_str(DEMO).expect("the feed is JSON");
    assert_eq!(document["demo"], true, "nobody is to take it for what is so");
    let records = records(&document, claims);
    document["records"] = records;
    document
}

/// The same as a file.
pub fn text(claims: usize) -> String {
    document(claims).to_string()
}

/// The same where every third claim has a fault.
pub fn faulty(claims: usize) -> Value {
    let mut document = document(claims);
    for record in document["records"].as_array_mut().expect("a list").iter_mut().step_by(3) {
        record["date"] = json!("in May");
    }
    document
}

fn records(document: &Value, claims: usize) -> Value {
    let ids = |list: &str, name: &str| -> Vec<Value> {
        document[list].as_array().expect("a list").iter().map(|item| item[name].clone()).collect()
    };
    let (members, measures, scale) = (ids("members", "country"), ids("measures", "id"), ids("scale", "id"));
    let mut random = 1;
    let record = |at: usize| {
        let status = &scale[below(&mut random, scale.len())];
        let (year, month, day) =
            (2001 + below(&mut random, 25), 1 + below(&mut random, 12), 1 + below(&mut random, 28));
        json!({
            "country": members[at % members.len()],
            "measure": measures[at / members.len() % measures.len()],
            "status": status,
            "date": format!("{year}-{month:02}-{day:02}"),
            "recorded": format!("{}-{month:02}", year + 1),
        })
    };
    (0..claims).map(record).collect()
}

/// The next number of a linear congruential generator (Knuth's MMIX), below a bound.
fn below(state: &mut u64, bound: usize) -> usize {
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    usize::try_from(*state >> 33).expect("it has 31 bits") % bound
}
