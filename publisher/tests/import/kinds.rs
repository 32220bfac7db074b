//! Kinds of delimited text that no file of tests/tables shows: rows of data.

use crate::run::{BASE, Ran, TABLES, import, import_into, list, pairs, scratch, text};

const HEADS: &str = "Country,Measure,Status,Date,Source";
const U: &str = "https://example.org/hsc-demo/a";

/// What is asked, found and refused, as "code cell", then the claims, as "FRA harbour-lights planned 2014 1".
fn told(ran: &Ran) -> Vec<String> {
    let pairs = ["questions", "findings"].into_iter().flat_map(|kind| pairs(&ran.report, kind));
    let mut told: Vec<String> = pairs.map(|(code, at)| format!("{code} {at}").trim().to_owned()).collect();
    told.extend(ran.report["refused"]["code"].as_str().map(str::to_owned));
    let records = ran.feed.as_ref().map(|feed| list(feed, "records").to_vec()).unwrap_or_default();
    told.extend(records.iter().map(|record| {
        let fields = ["country", "measure", "status", "date"].map(|field| text(&record[field]));
        format!("{} {}", fields.join(" "), list(record, "evidence").len())
    }));
    told
}

fn ran(name: &str, bytes: &[u8], options: &[&str]) -> Ran {
    let folder = scratch("");
    std::fs::create_dir_all(&folder).expect("the folder takes it");
    let file = folder.join(name);
    std::fs::write(&file, bytes).expect("the folder takes it");
    let ran = import(&[&file], options, BASE);
    std::fs::remove_dir_all(folder).expect("it is there");
    ran
}

/// Checks a table of claims with the usual heads.
fn check(rows: &str, options: &[&str], expected: &[&str]) {
    let table = format!("{HEADS}\n{}", rows.replace('@', U));
    check_table(&table, options, expected);
}

fn check_table(table: &str, options: &[&str], expected: &[&str]) {
    let ran = ran("table.csv", table.replace('@', U).as_bytes(), options);
    assert_eq!(told(&ran), expected, "{table}\n{options:?}\n{:#}", ran.report);
}

#[test]
fn stems_of_several_countries_are_asked() {
    let rows = "Virgin Islands,Harbour lights,planned,2014,@\nSaint-Martin,Harbour lights,planned,2014,@\n\
                NA,Harbour lights,planned,2014,@\nFrance,Harbour lights,planned,2014,@";
    check(rows, &[], &["country-na A4", "country-several A2", "country-several A3"]);
    let answers = ["--country", "Virgin Islands=-", "--country", "Saint-Martin=-", "--country", "NA=NAM"];
    check(rows, &answers, &["NAM harbour-lights planned 2014 1", "FRA harbour-lights planned 2014 1"]);
}

#[test]
fn a_table_without_dates_or_measures_asks_once() {
    let table = "Country,Measure,Status,Source\nFrance,Pilot boats,planned,@\nKenya,Pilot boats,planned,@";
    check_table(table, &[], &["date-missing"]);
    let expected = ["FRA pilot-boats planned 2014-05 1", "KEN pilot-boats planned 2014-05 1"];
    check_table(table, &["--date", "2014-05"], &expected);
    check_table(
        "Country,Status,Date\nFrance,planned,2014",
        &["--measure", "Pilot boats"],
        &["FRA pilot-boats planned 2014 0"],
    );
}

#[test]
fn columns_that_hold_the_same_are_asked() {
    let table = "Country,Measure,Status,Status,Date\nFrance,Pilot boats,planned,partial,2014";
    check_table(table, &[], &["column-twice C1", "column-twice D1"]);
    check_table(table, &["--set", "C1=-"], &["FRA pilot-boats partial 2014 0"]);
    let table = "Country,Measure,Status,Year,Date\nFrance,Pilot boats,planned,2014,2014-05";
    check_table(table, &["--map", "Year=-"], &["FRA pilot-boats planned 2014-05 0"]);
}

#[test]
fn contradictions_are_asked_and_the_same_twice_is_one() {
    let rows = "France,Pilot boats,planned,2014,@\nFRA,Pilot boats,partial,2014,@/2\nfrance,pilot-boats,Planned,2014,@/3";
    check(rows, &[], &["contradiction C2", "contradiction C3", "contradiction C4"]);
    check(rows, &["--set", "C3=-"], &["FRA pilot-boats planned 2014 2"]);
}

#[test]
fn all_that_is_wrong_with_a_row_is_said() {
    let rows = "Columbia,Boats,Yes,spring 2014,@\nEU,Pilot boats,,soon,\nScotland,Pilot boats,No,soon,@";
    let expected = [
        "country-unknown A2",
        "date-vague D2",
        "measure-unknown B2",
        "status-word C2",
        "status-word C4",
        "date-unreadable D4",
        "not-a-country A4",
    ];
    check(rows, &[], &expected);
}

#[test]
fn doubtful_dates_are_asked() {
    for (dates, options, expected) in [
        (&["12.05.14", "May-14"][..], &[][..], &["date-short-year D2", "date-short-year D3"][..]),
        (&["1435"], &["--calendar", "buddhist"], &["date-calendar D2"]),
        (&["2011-12", "2012-13"], &[], &["date-vague D2", "date-vague D3"]),
        (&["2011-12"], &[], &["FRA pilot-boats planned 2011-12 1"]),
        (&["41771"], &[], &["date-serial D2"]),
        (&["1899", "2101-05"], &[], &["date-unreadable D2", "date-unreadable D3"]),
        (&["13/14/2014"], &[], &["date-unreadable D2"]),
        (&["27/03/2015", "03/27/2015", "04/05/2014"], &[], &["date-order D4"]),
        (
            &["2014-05-12 00:00:00", "20130102"],
            &[],
            &["FRA pilot-boats planned 2014-05-12 1", "FRA pilot-boats planned 2013-01-02 1"],
        ),
        (
            &["٢٠١٤", "ماي 2015"],
            &[],
            &["FRA pilot-boats planned 2014 1", "FRA pilot-boats planned 2015-05 1"],
        ),
    ] {
        let rows: Vec<String> =
            dates.iter().map(|date| format!("France,Pilot boats,planned,{date},@")).collect();
        check(&rows.join("\n"), options, expected);
    }
    let table = "Country,Measure,Status,Date (MM/DD/YYYY)\nFrance,Pilot boats,planned,05/06/2014";
    check_table(table, &[], &["FRA pilot-boats planned 2014-05-06 0"]);
}

#[test]
fn footnotes_sections_totals_and_heads_once_more_make_no_claim() {
    let rows = "Africa,,,,\nKenya*,Pilot boats,planned [1],2014,@\nCountry,Measure,Status,Date,Source\nEurope,,,,\n\
                France,Pilot boats,planned,2014,@\nTotal,,2,,\n,,,,\nNote: as of today,,,,";
    check(rows, &[], &["KEN pilot-boats planned 2014 1", "FRA pilot-boats planned 2014 1"]);
}

#[test]
fn heads_are_read_in_languages_and_orders() {
    for (table, expected) in [
        (
            "الدولة;التدبير;الحالة;التاريخ\nمصر;أضواء الميناء;منفذ جزئيا;١٢ مايو ٢٠١٤",
            "EGY harbour-lights partial 2014-05-12 0",
        ),
        (
            "Estado;Medida;Situación;Año;Enlace\nPerú;Luces de puerto;prevista;2014;@",
            "PER harbour-lights planned 2014 1",
        ),
        ("Date|URL|État|Mesure|Pays\n2014|@|prévue|Feux de port|Suisse", "CHE harbour-lights planned 2014 1"),
        (
            "Country,Pilot boats status,Pilot boats: date\nFrance,planned,2014",
            "FRA pilot-boats planned 2014 0",
        ),
        ("Country,Pilot boats,\n,Status,Date\nFrance,planned,2014", "FRA pilot-boats planned 2014 0"),
        ("Country,Measure,2013\nFrance,Pilot boats,planned", "FRA pilot-boats planned 2013 0"),
        (
            "Country,Measure,Status,Date,Source,URL\nFrance,Pilot boats,planned,2014,Journal 12,@",
            "FRA pilot-boats planned 2014 1",
        ),
    ] {
        check_table(table, &[], &[expected]);
    }
    check_table(
        "France,Pilot boats,planned,2014,@\nKenya,Pilot boats,planned,2014,@",
        &[],
        &["header-missing A1"],
    );
}

#[test]
fn codes_and_names_decide_together() {
    let heads = "ISO3,Country,Measure,Status,Date\n";
    for (row, expected) in [
        ("COD,Congo,Pilot boats,planned,2014", &["COD pilot-boats planned 2014 0"][..]),
        ("COD,Frnace,Pilot boats,planned,2014", &["COD pilot-boats planned 2014 0"]),
        ("FRA,Congo,Pilot boats,planned,2014", &["country-differs A2", "country-differs B2"]),
        ("NA,Namibia,Pilot boats,planned,2014", &["NAM pilot-boats planned 2014 0"]),
        (",Kenya,Pilot boats,planned,2014", &["KEN pilot-boats planned 2014 0"]),
        ("GBR,Scotland,Pilot boats,planned,2014", &["country-differs A2", "country-differs B2"]),
    ] {
        check_table(&format!("{heads}{row}"), &[], expected);
    }
}

#[test]
fn encodings_are_told_or_asked() {
    let arabic: Vec<u8> = "البلد,التدبير,الحالة,التاريخ\nمصر,أضواء الميناء,منفذ,2014"
        .chars()
        .flat_map(|letter| encoding_rs::WINDOWS_1256.encode(&letter.to_string()).0.into_owned())
        .collect();
    assert_eq!(told(&ran("table.csv", &arabic, &[])), ["encoding"]);
    // In Windows-1252 an unknown word is one; in Mac OS Roman a known one looks like it.
    let french = |text: &str| format!("Pays;Mesure;Statut;Date\nSuisse;Bateaux-pilotes;{text};2014");
    let windows = encoding_rs::WINDOWS_1252.encode(&french("réalisé")).0.into_owned();
    assert_eq!(told(&ran("table.csv", &windows, &[])), ["status-word C2"]);
    let mac = encoding_rs::MACINTOSH.encode(&french("prévue")).0.into_owned();
    assert_eq!(told(&ran("table.csv", &mac, &[])), ["encoding"]);
    assert_eq!(
        told(&ran("table.csv", &mac, &["--encoding", "macintosh"])),
        ["CHE pilot-boats planned 2014 0"]
    );
    let answered = ran("table.csv", &arabic, &["--encoding", "windows-1256"]);
    assert_eq!(told(&answered), ["EGY harbour-lights implemented 2014 0"]);
}

#[test]
fn files_that_are_no_tables_are_refused() {
    for (name, bytes, code) in [
        ("a.csv", &b""[..], "empty"),
        ("a.csv", b",,\n,,\n", "empty"),
        ("a.xls", b"<html><table></table></html>", "not-a-table"),
        ("a.csv", b"%PDF-1.7", "not-a-table"),
        ("a.xlsx", b"\x89PNG\r\n", "not-a-table"),
        (
            "a.xml",
            b"<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>",
            "old-format",
        ),
        ("a.xlsx", b"PK\x03\x04 and no more", "damaged"),
        ("a.csv", b"Country,Measure,Status\nFrance,\"Pilot boats", "damaged"),
    ] {
        let ran = ran(name, bytes, &[]);
        assert_eq!((told(&ran), ran.status), (vec![code.to_owned()], Some(2)), "{name} {bytes:?}");
    }
    let long = format!("{HEADS}\nFrance,Pilot boats,planned,2014,{}", "x".repeat(32_768));
    check_table(&long, &[], &["too-large"]);
}

#[test]
fn answers_that_mean_nothing_are_refused() {
    for options in [
        &["--set", "Sheet1!A1=x"][..],
        &["--country", "Congo=Kongo"],
        &["--status", "Yes=done"],
        &["--measure", "boats"],
        &["--map", "Who=person"],
        &["--date", "soon"],
        &["--encoding", "latin-99"],
        &["--hidden", "maybe"],
        &["--colour"],
    ] {
        let table = format!("{HEADS}\nFrance,Pilot boats,planned,2014,{U}");
        let ran = ran("table.csv", table.as_bytes(), options);
        assert_eq!((ran.status, ran.feed), (Some(2), None), "{options:?}");
    }
}

#[test]
fn several_tables_are_one_feed_and_their_cells_have_the_files_names() {
    let folder = scratch("");
    std::fs::create_dir_all(&folder).expect("the folder takes it");
    let files = ["one.csv", "two.csv"].map(|name| folder.join(name));
    for (file, status) in files.iter().zip(["planned", "Yes"]) {
        std::fs::write(file, format!("{HEADS}\nFrance,Pilot boats,{status},2014,{U}/{status}"))
            .expect("the folder takes it");
    }
    let files: Vec<&std::path::Path> = files.iter().map(|file| file.as_path()).collect();
    assert_eq!(told(&import(&files, &[], BASE)), ["status-word two.csv!C2"]);
    let answered = import(&files, &["--set", "two.csv!C2=planned"], BASE);
    assert_eq!(told(&answered), ["FRA pilot-boats planned 2014 2"]);
    std::fs::remove_dir_all(folder).expect("it is there");
}

/// What is made can be checked and read.
#[test]
fn feeds_that_are_made_have_no_fault() {
    let table = format!("{HEADS}\nFrance,Pilot boats,planned,by 2014,{U}");
    let made = ran("table.csv", table.as_bytes(), &[]);
    let feed = policy_explorer::feed::read(&made.feed.unwrap()).unwrap();
    assert_eq!(feed.findings, Vec::new());
    assert_eq!(feed.value.records().len(), 1);
}

/// A member may have a code that ISO 3166-1 does not assign, or a name of the publication's own.
#[test]
fn the_publications_own_members_are_known() {
    let base = std::fs::read_to_string(format!("{TABLES}/publication/base.json")).expect("the file is there");
    let base = base.replacen(
        "\"members\": [",
        "\"members\": [{\"country\": \"ENG\", \"name\": {\"en\": \"Port of England\"}},",
        1,
    );
    let folder = scratch("");
    std::fs::create_dir_all(&folder).expect("the folder takes it");
    let (table, own) = (folder.join("table.csv"), folder.join("base.json"));
    let rows = "ENG,Pilot boats,planned,2014,\nPort of England,Pilot boats,partial,2015,\nEngland,Pilot boats,planned,2016,";
    std::fs::write(&table, format!("{HEADS}\n{rows}")).expect("the folder takes it");
    std::fs::write(&own, base).expect("the folder takes it");
    let ran = import_into(
        &[&table],
        &["--country", "England=ENG"],
        ["--base", own.to_str().expect("a plain path")],
    );
    std::fs::remove_dir_all(folder).expect("it is there");
    let claims =
        ["planned 2014", "partial 2015", "planned 2016"].map(|rest| format!("ENG pilot-boats {rest} 0"));
    assert_eq!(told(&ran), claims);
}
