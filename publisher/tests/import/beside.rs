//! Tables of sources and replies beside those of claims: rows of data.

use crate::run::{TABLES, import_into, list, pairs, scratch};
use serde_json::{Value, json};

const CLAIMS: &str = "claim,country,measure,status,date,source,source.title,note,note.fr,responses,demo\n\
                      1,FRA,pilot-boats,planned,2014,https://example.org/1,One,,,,\n\
                      2,KEN,pilot-boats,partial,2015,,,,,,";
const SOURCES: &str = "claim,source,source.title.en,source.title.fr,source.date\n\
                       1,https://example.org/1,One,Un,2013\n2,https://example.org/2,,Deux,";
const REPLIES: &str = "claim,response.by,response.text.en,response.text.fr,response.date,response.url\n\
                       2,The ministry,We did,Nous l’avons fait,2016,https://example.org/3";

/// The report and the feed of the three tables, each with something replaced.
fn ran(changes: &[(&str, &str)]) -> (Vec<String>, Option<Value>) {
    let folder = scratch("");
    std::fs::create_dir_all(&folder).expect("the folder takes it");
    let base = format!("{TABLES}/publication/base.json");
    for (name, table) in [("claims.csv", CLAIMS), ("sources.csv", SOURCES), ("replies.csv", REPLIES)] {
        let table = changes.iter().fold(table.to_owned(), |table, (from, to)| table.replace(from, to));
        std::fs::write(folder.join(name), table).expect("the folder takes it");
    }
    let mut publication: Value =
        serde_json::from_slice(&std::fs::read(base).expect("it is there")).expect("it is JSON");
    publication["demo"] = false.into();
    let base = folder.join("publication.feed");
    std::fs::write(&base, publication.to_string()).expect("the folder takes it");
    let ran = import_into(&[&folder], &[], ["--base", base.to_str().expect("a plain path")]);
    std::fs::remove_dir_all(folder).expect("it is there");
    let told = ["notices", "questions", "findings"].into_iter().flat_map(|kind| pairs(&ran.report, kind));
    (told.map(|(code, at)| format!("{code} {at}")).collect(), ran.feed)
}

#[test]
fn sources_and_replies_join_their_claims() {
    let (told, feed) = ran(&[]);
    assert_eq!(told, [""; 0]);
    let feed = feed.expect("a feed");
    let claims = list(&feed, "records");
    let sources = [
        json!([{"url": "https://example.org/1", "title": {"en": "One", "fr": "Un"}, "date": "2013"}]),
        json!([{"url": "https://example.org/2", "title": {"fr": "Deux"}}]),
    ];
    assert_eq!([&claims[0]["evidence"], &claims[1]["evidence"]], [&sources[0], &sources[1]]);
    assert_eq!(
        claims[1]["responses"],
        json!([{
            "by": "The ministry", "text": {"en": "We did", "fr": "Nous l’avons fait"}, "date": "2016",
            "url": "https://example.org/3",
        }])
    );
}

#[test]
fn what_does_not_fit_together_is_said() {
    for (from, to, said) in [
        ("example.org/1,One,,", "example.org/9,One,,", "sources-differ claims.csv!D2"),
        ("example.org/1,One,,", "example.org/1,Other,,", "sources-differ claims.csv!D2"),
        ("2015,,,,,,", "2015,,,A,B,,", "text-differs claims.csv!H3"),
        ("2015,,,,,,", "2015,,,,,,TRUE", "demo-claim claims.csv!K3"),
        ("\n2,KEN", "\n7,KEN", "claim-number sources.csv!A3"),
        ("\n2,KEN", "\n1,KEN", "claim-number sources.csv!A2"),
        ("\n2,The ministry", "\n,The ministry", "claim-number replies.csv!A2"),
        ("2,The ministry", "2,", "response-blank replies.csv!A2"),
        ("2,https://example.org/2", "2,the library", "no-source sources.csv!A3"),
        ("\n2,https://example.org/2,,Deux,", "", "no-source claims.csv!D3"),
        ("One,,,,", "One,,,\"Somebody: no\",", "responses-left-out claims.csv!J2"),
    ] {
        let (told, _) = ran(&[(from, to)]);
        assert!(told.iter().any(|one| one == said), "{to}: {told:?}");
    }
}

#[cfg(unix)]
#[test]
fn a_folder_shows_nothing_that_it_links_to() {
    let folder = scratch("");
    std::fs::create_dir_all(&folder).expect("the folder takes it");
    std::os::unix::fs::symlink("/etc/hosts", folder.join("claims.csv")).expect("the folder takes it");
    let base = format!("{TABLES}/publication/base.json");
    let ran = import_into(&[&folder], &[], ["--base", &base]);
    std::fs::remove_dir_all(folder).expect("it is there");
    assert_eq!(ran.status, Some(2));
    assert!(ran.report.to_string().contains("claims.csv is not a file of its own"), "{}", ran.report);
}

#[test]
fn no_table_of_a_folder_is_passed_over_in_silence() {
    let folder = scratch("");
    std::fs::create_dir_all(&folder).expect("the folder takes it");
    for (name, table) in
        [("claims.csv", CLAIMS), ("reported.csv", "measure,date,count\npilot-boats,2024-11,71")]
    {
        std::fs::write(folder.join(name), table).expect("the folder takes it");
    }
    let base = format!("{TABLES}/publication/base.json");
    let ran = import_into(&[&folder], &[], ["--base", &base]);
    std::fs::remove_dir_all(folder).expect("it is there");
    assert!(ran.report.to_string().contains("reported.csv"), "{}", ran.report);
}
