//! What a reader takes away of a widget, and tables read back.

use super::naive::Naive;
use super::widget::{loaded, say, shown};
use policy_explorer::model::share::File;
use policy_explorer::model::{Model, Msg};
use policy_explorer::parcel::{Parcel, parcel};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// The page tells where it is, and the digest of the feed.
pub fn tell(digest: &str) -> Msg {
    let facts = "https://news.example/article?id=1\nhttps://cdn.example/widget/policy-explorer.js\n\
                 https://cdn.example/widget/feed.json\n";
    Msg::Tell(format!("{facts}\n{digest}").into())
}

/// A widget that shows a document, on a page that told where it is.
pub fn widget(document: &Value) -> Model {
    let mut model = shown();
    say(&mut model, Msg::Reload);
    say(&mut model, loaded(2, document));
    say(&mut model, tell("00ff\nsha256-AP8="));
    model
}

pub fn made(model: &Model, file: File) -> Parcel {
    parcel(model, file).expect("everything that it needs is there")
}

/// The only file of a parcel.
pub fn text(model: &Model, file: File) -> String {
    let Parcel { files, .. } = made(model, file);
    let [item] = files.try_into().expect("one file");
    item.text
}

/// A CSV file: its remarks, and its rows by the names in its head.
pub fn table(text: &str) -> (Vec<String>, Vec<BTreeMap<String, String>>) {
    let text = text.strip_prefix('\u{feff}').expect("the mark of UTF-8 comes first");
    assert!(text.ends_with("\r\n"));
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("rows of one length")).collect();
    let (remarks, rows): (Vec<_>, Vec<_>) = rows.into_iter().partition(|row| &row[0] == "#");
    let (head, rows) = rows.split_first().expect("a head");
    let named =
        |row: &csv::StringRecord| head.iter().zip(row).map(|(a, b)| (a.to_owned(), b.to_owned())).collect();
    (remarks.iter().map(|row| row[1].to_owned()).collect(), rows.iter().map(named).collect())
}

/// Holds the CSV and the JSON of the same members against the second resolver, on a date and as known on a day; their
/// codes, in the order of the files.
pub fn held(naive: &Naive<'_>, csv: &str, shown: &Value, (date, known): (&str, &str)) -> Vec<String> {
    let (_, rows) = table(csv);
    let members = shown["members"].as_array().expect("a list");
    assert_eq!(rows.len(), members.len());
    for (row, member) in rows.iter().zip(members) {
        assert_eq!(member["country"], row["country"]);
        for topic in naive.measures.iter().chain(&["overall"]) {
            let expected = naive.status(&row["country"], topic, date, known);
            assert_eq!(row[*topic], expected, "{date}, {known}: {} for {topic}", row["country"]);
            assert_eq!(member["statuses"][topic]["status"], json!(expected));
        }
    }
    rows.into_iter().map(|mut row| row.remove("country").expect("a code")).collect()
}
