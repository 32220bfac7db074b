//! Large feeds of every shape, to see that nothing in them is looked at again and again.

use std::fmt::Write;

/// A feed in which there is `number` of something.
pub type Large = fn(usize) -> String;

/// The kinds, by name.
pub const KINDS: [(&str, Large); 9] = [
    ("members", members),
    ("records", records),
    ("records of one country", records_of_one),
    ("days of one country", days_of_one),
    ("evidence of one country", evidence_of_one),
    ("statuses", statuses),
    ("measures", measures),
    ("groups", groups),
    ("memberships", memberships),
];

const SCALE: &str = r#"[{"id":"s","label":"S","rank":2},{"id":"t","label":"T","rank":1}]"#;
const MEASURES: &str = r#"[{"id":"m","title":"M"},{"id":"n","title":"N"}]"#;

fn document(scale: &str, measures: &str, members: &str, groups: &str, records: &str) -> String {
    format!(
        r#"{{"version":"1.0","demo":true,"scale":{scale},"measures":{measures},"members":{members},"groups":{groups},"records":{records}}}"#
    )
}

fn list(number: usize, item: impl Fn(usize) -> String) -> String {
    let mut list = String::from("[");
    for at in 0..number {
        let comma = if at == 0 { "" } else { "," };
        write!(list, "{comma}{}", item(at)).expect("there is room");
    }
    list + "]"
}

/// A code for every number below 17,576; the first are France and those around it.
fn code(number: usize) -> String {
    let number = (number + 5 * 676 + 17 * 26) % 17_576;
    let letter = |place: usize| char::from(b'A' + u8::try_from(number / place % 26).expect("a letter"));
    [letter(676), letter(26), letter(1)].into_iter().collect()
}

fn few() -> String {
    list(200, |at| format!(r#"{{"country":"{}","name":"N"}}"#, code(at)))
}

fn record(country: &str, status: &str, year: usize) -> String {
    format!(r#"{{"country":"{country}","measure":"m","status":"{status}","date":"{year}"}}"#)
}

fn status(at: usize) -> &'static str {
    ["s", "t"][at % 2]
}

fn members(number: usize) -> String {
    let members = list(number, |at| format!(r#"{{"country":"{}","name":"N{at}"}}"#, code(at)));
    document(SCALE, MEASURES, &members, "[]", &list(number, |at| record(&code(at), status(at), 2000)))
}

fn records(number: usize) -> String {
    let records = list(number, |at| record(&code(at % 200), status(at), 2000 + at % 20));
    document(SCALE, MEASURES, &few(), "[]", &records)
}

fn records_of_one(number: usize) -> String {
    document(SCALE, MEASURES, &few(), "[]", &list(number, |at| record("FRA", "s", 1000 + at % 1000)))
}

fn days_of_one(number: usize) -> String {
    let records = list(number, |at| {
        let (year, month, day) = (1000 + at / 336, at / 28 % 12 + 1, at % 28 + 1);
        let status = status(at);
        format!(
            r#"{{"country":"FRA","measure":"m","status":"{status}","date":"{year}-{month:02}-{day:02}","recorded":"2020"}}"#
        )
    });
    document(SCALE, MEASURES, &few(), "[]", &records)
}

fn evidence_of_one(number: usize) -> String {
    let evidence = list(number, |at| format!(r#"{{"url":"https://example.org/{at}","title":"T"}}"#));
    let record =
        format!(r#"[{{"country":"FRA","measure":"m","status":"s","date":"2000","evidence":{evidence}}}]"#);
    document(SCALE, MEASURES, &few(), "[]", &record)
}

fn statuses(number: usize) -> String {
    let scale = list(number, |at| format!(r#"{{"id":"s{at}","label":"S","rank":{at}}}"#));
    let records = list(200, |at| record(&code(at), "s0", 2000));
    document(&scale, MEASURES, &few(), "[]", &records)
}

pub fn measures(number: usize) -> String {
    let measures = list(number, |at| format!(r#"{{"id":"m{at}","title":"M"}}"#));
    let members = list(10_000, |at| format!(r#"{{"country":"{}","name":"N"}}"#, code(at)));
    let records = list(50_000, |at| {
        let country = code(at % 10_000);
        format!(
            r#"{{"country":"{country}","measure":"m{}","status":"{}","date":"2000"}}"#,
            at % number,
            status(at)
        )
    });
    document(SCALE, &measures, &members, "[]", &records)
}

fn groups(number: usize) -> String {
    let groups =
        list(number, |at| format!(r#"{{"id":"g{at}","label":"G","members":[{{"country":"FRA"}}]}}"#));
    document(SCALE, MEASURES, &few(), &groups, "[]")
}

fn memberships(number: usize) -> String {
    let each = number.div_ceil(1000);
    let members = list(each, |at| format!(r#"{{"country":"{}"}}"#, code(at % 200)));
    let groups = list(1000, |at| format!(r#"{{"id":"g{at}","label":"G","members":{members}}}"#));
    document(SCALE, MEASURES, &few(), &groups, "[]")
}
