//! What `export` writes: read back by other programs' readers, and compared with the feed.

#[path = "../src/check/rules/example.rs"]
mod example;
mod told;

use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
use example::BASE;
use serde_json::Value;
use std::io::Cursor;
use std::process::Command;
use told::{Feed, told};

const REAL: &str = "../data/hanoi-2011/feed.json";
const DEMO: &str = "../data/demo/feed.json";

fn export(arguments: &[&str]) -> Vec<u8> {
    let output = Command::new(env!("CARGO_BIN_EXE_policy-explorer")).arg("export").args(arguments).output();
    let output = output.expect("the program runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

fn text(arguments: &[&str]) -> String {
    String::from_utf8(export(arguments)).expect("text")
}

/// The cells of a table without remarks.
fn rows(csv: &str, separator: u8) -> Vec<Vec<String>> {
    let mut reader =
        csv::ReaderBuilder::new().delimiter(separator).has_headers(false).from_reader(csv.as_bytes());
    reader.records().map(|row| row.expect("as many cells").iter().map(str::to_owned).collect()).collect()
}

fn records(path: &str) -> Vec<Value> {
    let feed: Value =
        serde_json::from_str(&std::fs::read_to_string(path).expect("it is there")).expect("JSON");
    feed["records"].as_array().expect("a list").clone()
}

#[test]
fn csv_has_a_row_a_claim_with_its_sources_beside() {
    let rows = rows(&text(&[REAL, "--plain"]), b',');
    let records = records(REAL);
    assert_eq!(rows.len(), 1 + records.len());
    let column = |name: &str| rows[0].iter().position(|head| head == name).expect("a column");
    for record in &records {
        let is_it = |row: &&Vec<String>| {
            ["country", "measure", "status", "date"].iter().all(|name| record[name] == row[column(name)])
        };
        let urls: Vec<&str> = record["evidence"]
            .as_array()
            .expect("a list")
            .iter()
            .filter_map(|source| source["url"].as_str())
            .collect();
        let found = rows.iter().filter(is_it).any(|row| {
            row[column("sources.addresses")] == urls.join("\n")
                && row[column("sources.count")] == urls.len().to_string()
        });
        assert!(found, "{record}");
    }
}

#[test]
fn csv_is_parted_as_asked_and_says_whose_it_is() {
    let semicolon = text(&[REAL, "--separator", "semicolon", "--lang", "fr"]);
    assert!(semicolon.starts_with("\u{feff}#;Policy Explorer"), "{}", &semicolon[..60]);
    let plain = text(&[REAL, "--separator", "semicolon", "--plain"]);
    assert_eq!(rows(plain.trim_start_matches('\u{feff}'), b';').len(), 1 + records(REAL).len());
    let tab = text(&[REAL, "--separator", "tab", "--plain"]);
    assert!(tab.starts_with("claim\tcountry\tname\t"), "{}", &tab[..60]);
    assert!(text(&[REAL]).starts_with("#,\"Policy Explorer"), "no mark before commas");
}

#[test]
fn invented_data_says_so_in_every_form() {
    let csv = text(&[DEMO]);
    assert!(csv.starts_with("#,Demonstration"), "{}", &csv[..60]);
    assert!(text(&[DEMO, "--plain"]).lines().next().expect("heads").contains(",demo,"));
    let json: Value = serde_json::from_str(&text(&[DEMO, "--format", "json"])).expect("JSON");
    assert_eq!((&json["demo"], &json["claims"][0]["demo"]), (&Value::from(true), &Value::from(true)));
    let mut book: Xlsx<_> =
        open_workbook_from_rs(Cursor::new(export(&[DEMO, "--format", "xlsx"]))).expect("a workbook");
    let notes = book.worksheet_range("notes").expect("a sheet");
    assert!(notes.get((0, 0)).expect("a cell").to_string().starts_with("Demonstration"));
    let claims = book.worksheet_range("claims").expect("a sheet");
    assert!(claims.rows().nth(1).is_some_and(|row| row.contains(&Data::Bool(true))));
}

#[test]
fn json_has_the_sources_in_their_claims() {
    let json: Value = serde_json::from_str(&text(&[REAL, "--format", "json"])).expect("JSON");
    let claims = json["claims"].as_array().expect("a list");
    let count = |list: &[Value], name: &str| {
        list.iter().map(|item| item[name].as_array().expect("a list").len()).sum::<usize>()
    };
    assert_eq!(claims.len(), records(REAL).len());
    assert_eq!(count(claims, "sources"), count(&records(REAL), "evidence"));
    assert!(claims[0]["sources"][0]["source"].as_str().expect("an address").starts_with("https://"));
}

#[test]
fn a_workbook_has_typed_cells_and_a_sheet_for_each_table() {
    let book = export(&[REAL, "--format", "xlsx"]);
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(book)).expect("a workbook");
    assert_eq!(
        book.sheet_names(),
        ["claims", "sources", "responses", "members", "groups", "publication", "notes"]
    );
    let claims = book.worksheet_range("claims").expect("a sheet");
    assert_eq!(claims.height(), 1 + records(REAL).len());
    let column = |name: &str| {
        claims
            .rows()
            .next()
            .expect("heads")
            .iter()
            .position(|head| *head == Data::String(name.to_owned()))
            .expect("a column")
    };
    let first = claims.rows().nth(1).expect("a row");
    assert!(matches!(first[column("date.first")], Data::DateTime(_)), "{first:?}");
    assert!(matches!(first[column("sources.count")], Data::Float(_)), "{first:?}");
    assert_eq!(book.worksheet_range("members").expect("a sheet").height(), 1 + 196);
}

#[test]
fn no_text_is_a_formula() {
    let text = BASE.replace("\"Register Act\"", "\"=HYPERLINK(1);+2\"");
    let feed = Feed::new("formula", &text);
    let (_, out, _) = told(&["export", "--plain", feed.path()]);
    assert!(out.contains("'=HYPERLINK(1);'+2"), "{out}");
}

#[test]
fn a_faulty_feed_is_exported_and_said_to_be_faulty() {
    let feed = Feed::new("faulty-export", &BASE.replace("\"partial\", \"date\"", "\"parital\", \"date\""));
    let (status, out, err) = told(&["export", "--plain", feed.path()]);
    assert_eq!((status, out.lines().count() > 1), (Some(1), true), "{err}");
    assert!(err.contains("problems"), "{err}");
    let (status, out, err) = told(&["export", feed.path(), "-o", "no/such/folder/claims.csv"]);
    assert_eq!((status, out.as_str(), err.lines().count()), (Some(2), "", 1), "{err}");
    assert_eq!(told(&["export", feed.path(), "--lang", "a b"]).0, Some(2));
}

#[test]
fn parquet_has_typed_columns_and_says_whose_it_is() {
    use parquet::file::reader::{FileReader, SerializedFileReader};
    use parquet::record::Field;
    let file = SerializedFileReader::new(bytes::Bytes::from(export(&[DEMO, "--format", "parquet"])))
        .expect("a file");
    let about = file.metadata().file_metadata().key_value_metadata().expect("something is said").clone();
    let said = |key: &str| about.iter().find(|entry| entry.key == key).and_then(|entry| entry.value.clone());
    assert!(said("about").is_some_and(|about| about.starts_with("Demonstration")), "{about:?}");
    let rows: Vec<_> = file.get_row_iter(None).expect("rows").map(|row| row.expect("a row")).collect();
    let records = records(DEMO);
    assert_eq!(rows.len(), records.len());
    let columns: Vec<_> = rows[0].get_column_iter().map(|(name, field)| (name.as_str(), field)).collect();
    let cell = |wanted: &str| columns.iter().find(|column| column.0 == wanted).expect("a column").1;
    assert!(matches!(cell("country"), Field::Str(_)) && matches!(cell("claim"), Field::Int(1)));
    assert!(matches!(cell("date_first"), Field::Date(_)) && matches!(cell("demo"), Field::Bool(true)));
}
