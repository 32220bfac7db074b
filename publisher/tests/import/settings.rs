//! What publication.toml says of the tables beside it: rows that are kept out, what holds for all, the order, totals.

use crate::run::{TABLES, import_into, list, pairs, scratch};
use serde_json::{Value, json};
use std::fs;
use std::path::PathBuf;

const SETTINGS: &str = "
[import]
recorded = '2026-11-24'
lang = 'en'
order = 'country'

[import.withhold]
column = 'Grade'
values = ['C', 'D']
meaning = 'weak'

[[withheld]]
measure = 'pilot-boats'
reasons.KEN = 'A rumour | no more.'

[[groups]]
id = 'league'
label = 'League'
leave_out = [{ country = 'FRA', reason = 'Suspended.' }]
";
const CLAIMS: &str = "country,measure,status,date,source,source title,note,note.fr,grade,recorded\n\
    KEN,pilot-boats,planned,2019,https://example.org/3,Three,,,,2026-11-25\n\
    KEN,pilot-boats,implemented,2015,https://example.org/2,[Two],Heard,,c,\n\
    FRA,pilot-boats,partial,2014-03,https://example.org/1,One,Seen,,A,\n\
    FRA,pilot-boats,planned,2014,https://example.org/4,Four,,Vu,,\n\
    FRA,harbour-lights,planned,2018,https://example.org/5,Five,,,B,";
const GROUPS: &str = "group,country,from\nleague,FRA,\nleague,KEN,2001";
const REPORTED: &str = "measure,date,count,source_url,source_title,quote\n\
    pilot-boats,2020,12,https://example.org/6,Six,twelve states";

/// A folder with a publication and its tables, each text in them replaced; gone when it is dropped.
struct Folder(PathBuf);

impl Folder {
    fn new(changes: &[(&str, &str)]) -> Self {
        let folder = scratch("");
        fs::create_dir_all(&folder).expect("the folder takes it");
        let of =
            |name: &str| fs::read_to_string(format!("{TABLES}/publication/{name}")).expect("it is there");
        let (head, tables) = (of("publication.toml"), of("members.csv"));
        let changed =
            |text: &str| changes.iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to));
        for (name, text) in [
            ("publication.toml", head + &changed(SETTINGS)),
            ("members.csv", tables),
            ("groups.csv", changed(GROUPS)),
            ("reported.csv", changed(REPORTED)),
            ("claims.csv", changed(CLAIMS)),
            ("feed.json", "{}".to_owned()),
        ] {
            fs::write(folder.join(name), text).expect("the folder takes it");
        }
        Self(folder)
    }

    /// What is said of its tables, the feed, and the list of what is left out.
    fn ran(&self) -> (Vec<String>, Option<Value>, String) {
        let path = |name: &str| self.0.join(name).to_str().expect("a plain path").to_owned();
        let options = ["-o", &path("feed.json"), "--left-out", &path("LEFT-OUT.md")];
        let publication = path("publication.toml");
        let ran = import_into(&[&self.0], &options, ["--publication", &publication]);
        let told = ["notices", "questions", "findings"].into_iter().flat_map(|kind| pairs(&ran.report, kind));
        let told = told.map(|(code, at)| format!("{code} {at}").trim().to_owned()).collect();
        let feed = fs::read_to_string(path("feed.json")).expect("it is there");
        let feed =
            Some(feed).filter(|feed| feed != "{}").map(|feed| serde_json::from_str(&feed).expect("JSON"));
        let told = if ran.status == Some(2) { vec![ran.report["outcome"].to_string()] } else { told };
        (told, feed, fs::read_to_string(path("LEFT-OUT.md")).unwrap_or_default())
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).expect("it is there");
    }
}

#[test]
fn a_publication_says_how_its_tables_are_read() {
    let (told, feed, _) = Folder::new(&[]).ran();
    assert_eq!(told, ["withheld I3"]);
    let feed = feed.expect("a feed");
    let brief = |record: &Value| {
        let text = |field: &str| record[field].as_str().unwrap_or_default().to_owned();
        let fields = ["country", "measure", "date", "recorded"].map(text).join(" ");
        format!("{fields} {}", record["note"])
    };
    let records: Vec<String> = list(&feed, "records").iter().map(brief).collect();
    assert_eq!(
        records,
        [
            r#"FRA harbour-lights 2018 2026-11-24 null"#,
            r#"FRA pilot-boats 2014 2026-11-24 {"fr":"Vu"}"#,
            r#"FRA pilot-boats 2014-03 2026-11-24 {"en":"Seen"}"#,
            r#"KEN pilot-boats 2019 2026-11-25 null"#,
        ]
    );
    let source = json!({"url": "https://example.org/6", "title": "Six", "quote": "twelve states"});
    let total = json!({"measure": "pilot-boats", "date": "2020", "count": 12, "evidence": [source]});
    assert_eq!(feed["reported"], json!([total]));
    assert_eq!(feed["groups"][0]["members"], json!([{"country": "KEN", "from": "2001"}]));
    assert!(["import", "withheld"].iter().all(|own| feed.get(own).is_none()), "{feed}");
}

#[test]
fn what_is_kept_out_is_listed_with_its_reason_and_source() {
    let (_, _, list) = Folder::new(&[]).ran();
    assert!(list.contains("their Grade is C or D (weak)"), "{list}");
    assert!(list.contains("## pilot-boats: 1 rows") && list.contains("## harbour-lights: 0 rows"), "{list}");
    let row = "| KEN | implemented | 2015 | A rumour \\| no more. | Heard [Two](<https://example.org/2>) |";
    assert!(list.contains(row) && list.contains("| league | FRA | Suspended. |"), "{list}");
}

#[test]
fn a_row_without_a_reason_and_a_reason_without_a_row_are_found() {
    for (changes, expected) in [
        ([("reasons.KEN", "reasons.FRA")], &["withheld I3", "withheld-needless", "withheld-reason C3"][..]),
        ([(",c,", ",,")], &["withheld-needless"]),
        ([(",A,", ",D,")], &["withheld I3", "withheld I4", "withheld-reason C4"]),
    ] {
        let (told, feed, list) = Folder::new(&changes).ran();
        assert_eq!(
            (told, feed, list.as_str()),
            (expected.iter().map(ToString::to_string).collect(), None, "")
        );
    }
}

#[test]
fn settings_that_cannot_be_used_are_refused_with_the_reason() {
    for (change, said) in [
        (("lang =", "language ="), "language"),
        (("'2026-11-24'", "'yesterday'"), "yesterday is not a date"),
        (("'country'", "'date'"), "date"),
        (("values = ['C', 'D']", ""), "values"),
        (("league,FRA,", "league,UGA,"), "no row of FRA in league"),
        ((",12,", ",twelve,"), "twelve"),
    ] {
        let (told, feed, _) = Folder::new(&[change]).ran();
        assert!(told.len() == 1 && told[0].contains(said) && feed.is_none(), "{told:?}");
    }
}
