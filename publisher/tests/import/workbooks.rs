//! Kinds of XLSX and ODS that no file of tests/tables shows, written here part by part.

use crate::run::{BASE, Ran, import, list, pairs, scratch, text};
use std::io::Write;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

fn archive(parts: &[(String, String)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(name, SimpleFileOptions::default()).expect("memory takes it");
        zip.write_all(content.as_bytes()).expect("memory takes it");
    }
    zip.finish().expect("memory takes it").into_inner()
}

fn relations(entries: &[(&str, String)]) -> String {
    let entry = |(index, (kind, target)): (usize, &(&str, String))| {
        format!("<Relationship Id=\"rId{}\" Type=\"{RELATIONS}/{kind}\" Target=\"{target}\"/>", index + 1)
    };
    let entries: String = entries.iter().enumerate().map(entry).collect();
    format!(
        "<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{entries}</Relationships>"
    )
}

/// A workbook of sheets, each with its name and the XML of its part.
fn workbook(sheets: &[(&str, &str)], others: &[(&str, &str)]) -> Vec<u8> {
    let entry = |(index, (name, _)): (usize, &(&str, &str))| {
        format!("<sheet name=\"{name}\" sheetId=\"{0}\" r:id=\"rId{0}\"/>", index + 1)
    };
    let entries: String = sheets.iter().enumerate().map(entry).collect();
    let targets: Vec<(&str, String)> =
        (1..=sheets.len()).map(|index| ("worksheet", format!("/xl/worksheets/sheet{index}.xml"))).collect();
    let mut parts = vec![
        ("[Content_Types].xml".to_owned(), "<Types/>".to_owned()),
        ("_rels/.rels".to_owned(), relations(&[("officeDocument", "xl/workbook.xml".to_owned())])),
        (
            "xl/workbook.xml".to_owned(),
            format!(
                "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{RELATIONS}\"><sheets>{entries}</sheets></workbook>"
            ),
        ),
        ("xl/_rels/workbook.xml.rels".to_owned(), relations(&targets)),
    ];
    parts.extend(
        (1..)
            .zip(sheets)
            .map(|(index, (_, xml))| (format!("xl/worksheets/sheet{index}.xml"), (*xml).to_owned())),
    );
    parts.retain(|(name, _)| !others.iter().any(|(other, _)| other == name));
    parts.extend(others.iter().map(|(name, xml)| ((*name).to_owned(), (*xml).to_owned())));
    archive(&parts)
}

/// A row of texts inside of their cells; what is XML already stays.
fn row(cells: &[&str]) -> String {
    let cell = |text: &&str| {
        if text.starts_with("<c") {
            (*text).to_owned()
        } else {
            format!("<c t=\"inlineStr\"><is><t>{text}</t></is></c>")
        }
    };
    format!("<row>{}</row>", cells.iter().map(cell).collect::<String>())
}

fn sheet(rows: &[&[&str]], after: &str) -> String {
    let heads = row(&["Country", "Measure", "Status", "Date", "Source"]);
    let rows: String = rows.iter().map(|cells| row(cells)).collect();
    format!(
        "<?xml version=\"1.0\"?><worksheet xmlns=\"{MAIN}\"><sheetData>{heads}{rows}</sheetData>{after}</worksheet>"
    )
}

fn ran(name: &str, bytes: &[u8], options: &[&str]) -> Ran {
    let file = scratch(name);
    std::fs::write(&file, bytes).expect("the folder takes it");
    let ran = import(&[&file], options, BASE);
    std::fs::remove_file(file).expect("it is there");
    ran
}

/// What is asked, found, refused or claimed.
fn told(ran: &Ran) -> Vec<String> {
    let pairs = ["questions", "findings"].into_iter().flat_map(|kind| pairs(&ran.report, kind));
    let mut told: Vec<String> = pairs.map(|(code, at)| format!("{code} {at}")).collect();
    told.extend(ran.report["refused"]["code"].as_str().map(str::to_owned));
    let records = ran.feed.as_ref().map(|feed| list(feed, "records").to_vec()).unwrap_or_default();
    told.extend(
        records.iter().map(|record| {
            ["country", "measure", "status", "date"].map(|field| text(&record[field])).join(" ")
        }),
    );
    told
}

const FRANCE: [&str; 5] = ["France", "Pilot boats", "planned", "2014", "https://example.org/hsc-demo/a"];
const CLAIM: &str = "FRA pilot-boats planned 2014";

#[test]
fn workbooks_of_any_writer_are_read() {
    let plain = sheet(&[&FRANCE], "");
    let prefixed =
        plain.replace('<', "<x:").replace("<x:/", "</x:").replace("<x:?", "<?").replace("xmlns=", "xmlns:x=");
    let strict = plain.replace(MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main");
    let rich = "<c t=\"inlineStr\"><is><r><t>Fra</t></r><r><rPr><b/></rPr><t>nce</t></r><rPh sb=\"0\" eb=\"1\"><t>xyz</t></rPh></is></c>";
    let rich =
        sheet(&[&[rich, "Pilot boats", "planned", "<c t=\"d\"><v>2014-01-01T00:00:00</v></c>", ""]], "");
    for (xml, expected) in
        [(&plain, CLAIM), (&prefixed, CLAIM), (&strict, CLAIM), (&rich, "FRA pilot-boats planned 2014-01-01")]
    {
        assert_eq!(told(&ran(".xlsx", &workbook(&[("Data", xml)], &[]), &[])), [expected], "{xml}");
    }
}

#[test]
fn what_is_left_under_a_merge_counts_for_nothing() {
    let mut second = FRANCE;
    second[0] = "Germany";
    second[1] = "Harbour lights";
    let xml = sheet(&[&FRANCE, &second], "<mergeCells><mergeCell ref=\"A2:A3\"/></mergeCells>");
    let numbered = xml.replace("<row>", "<row r=\"1\">").replacen("<row r=\"1\">", "<row>", 1);
    assert_ne!(numbered, xml);
    let claims = [CLAIM, "FRA harbour-lights planned 2014"];
    assert_eq!(told(&ran(".xlsx", &workbook(&[("Data", &xml)], &[]), &[])), claims);
}

#[test]
fn sheets_say_by_their_names_what_they_are() {
    let (one, two) = (sheet(&[&FRANCE], ""), sheet(&[&["Kenya", "Pilot boats", "planned", "2014", ""]], ""));
    let both = ["KEN pilot-boats planned 2014", CLAIM];
    assert_eq!(told(&ran(".xlsx", &workbook(&[("Africa", &two), ("Europe", &one)], &[]), &[])), both);
    let unnamed = workbook(&[("Sheet1", &two), ("Sheet2", &one)], &[]);
    assert_eq!(told(&ran(".xlsx", &unnamed, &[])), ["sheet-which Sheet1", "sheet-which Sheet2"]);
    assert_eq!(told(&ran(".xlsx", &unnamed, &["--sheet", "Sheet2"])), [CLAIM]);
    assert_eq!(told(&ran(".xlsx", &unnamed, &["--sheet", "Sheet1", "--sheet", "Sheet2"])), both);
}

#[test]
fn workbooks_that_harm_are_refused_before_they_are_held() {
    let plain = sheet(&[&FRANCE], "");
    let declared = plain.replacen("<worksheet", "<!DOCTYPE worksheet [<!ENTITY a \"b\">]><worksheet", 1);
    let long = sheet(&[&[&"A".repeat(32_768)]], "");
    let endless = sheet(&[&[&"A".repeat(8 << 20)]], "");
    let rows = plain.replace("</sheetData>", &format!("{}</sheetData>", "<row/>".repeat(1 << 20)));
    let cut = &plain[..plain.len() - 30];
    for (xml, others, code) in [
        (plain.as_str(), &[("docProps/core.xml", "<!DOCTYPE a><a/>")][..], "entities"),
        (&declared, &[], "entities"),
        (&long, &[], "too-large"),
        (&endless, &[], "too-large"),
        (&rows, &[], "too-large"),
        (cut, &[], "damaged"),
        (&plain, &[("xl/workbook.bin", "")], "old-format"),
    ] {
        let ran = ran(".xlsx", &workbook(&[("Data", xml)], others), &[]);
        assert_eq!((told(&ran), ran.status), (vec![code.to_owned()], Some(2)));
    }
    for (name, code) in
        [("word/document.xml", "not-a-table"), ("Index/Document.iwa", "old-format"), ("a.txt", "not-a-table")]
    {
        assert_eq!(told(&ran(".xlsx", &archive(&[(name.to_owned(), String::new())]), &[])), [code]);
    }
}

const ODS: &str = "<?xml version=\"1.0\"?><office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\" xmlns:style=\"s\" xmlns:number=\"n\" \
    xmlns:fo=\"f\" xmlns:calcext=\"c\"><office:automatic-styles><number:date-style style:name=\"N1\"><number:month/><number:year/></number:date-style>\
    <style:style style:name=\"month\" style:family=\"table-cell\" style:data-style-name=\"N1\"/><style:style style:name=\"red\" style:family=\"table-cell\">\
    <style:table-cell-properties fo:background-color=\"#ff0000\"/></style:style></office:automatic-styles><office:body><office:spreadsheet>\
    <table:table table:name=\"Data\">";

/// A spreadsheet of one sheet; what is XML already stays.
fn spreadsheet(rows: &[&[&str]], manifest: &str) -> Vec<u8> {
    let cell = |text: &&str| {
        let is_xml = text.starts_with('<');
        let plain = || {
            format!(
                "<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>"
            )
        };
        if is_xml { (*text).to_owned() } else { plain() }
    };
    let row = |cells: &&[&str]| {
        let hidden = if cells.contains(&"Chile") { " table:visibility=\"filter\"" } else { "" };
        format!("<table:table-row{hidden}>{}</table:table-row>", cells.iter().map(cell).collect::<String>())
    };
    let rows: String = rows.iter().map(row).collect();
    let content =
        format!("{ODS}{rows}</table:table></office:spreadsheet></office:body></office:document-content>");
    let parts = [("mimetype", ""), ("content.xml", &*content), ("META-INF/manifest.xml", manifest)];
    archive(&parts.map(|(name, text)| (name.to_owned(), text.to_owned())))
}

#[test]
fn spreadsheets_show_what_their_cells_mean() {
    let heads: &[&str] = &["Country", "Measure", "Status", "Date", "Source"];
    let month = "<table:table-cell table:style-name=\"month\" office:value-type=\"date\" office:date-value=\"2014-05-01\"><text:p>05.14</text:p></table:table-cell>";
    let merged = "<table:table-cell office:value-type=\"string\" table:number-rows-spanned=\"2\"><text:p>France</text:p></table:table-cell>";
    let covered = "<table:covered-table-cell office:value-type=\"string\"><text:p>Germany</text:p></table:covered-table-cell>";
    let red = "<table:table-cell table:style-name=\"red\"/>";
    let error = "<table:table-cell office:value-type=\"string\" office:string-value=\"\" calcext:value-type=\"error\" table:formula=\"of:=1/0\"><text:p>#DIV/0!</text:p></table:table-cell>";
    let percent = "<table:table-cell office:value-type=\"percentage\" office:value=\"0.75\"><text:p>75 %</text:p></table:table-cell>";
    let rows: &[&[&str]] =
        &[heads, &[merged, "Pilot boats", "planned", month], &[covered, "Harbour lights", "planned", "2014"]];
    let claims = ["FRA pilot-boats planned 2014-05", "FRA harbour-lights planned 2014"];
    assert_eq!(told(&ran(".ods", &spreadsheet(rows, "<a/>"), &[])), claims);
    let asked = |row: &[&str]| told(&ran(".ods", &spreadsheet(&[heads, row], "<a/>"), &[]));
    assert_eq!(asked(&["Kenya", "Pilot boats", red, "2014"]), ["status-colour Data!C2"]);
    assert_eq!(asked(&["Kenya", "Pilot boats", error, "2014"]), ["error-cell Data!C2"]);
    assert_eq!(asked(&["Kenya", "Pilot boats", percent, "2014"]), ["status-word Data!C2"]);
    assert_eq!(asked(&["Chile", "Pilot boats", "planned", "2014"]), ["hidden-rows Data!A2"]);
    let locked = spreadsheet(rows, "<m:manifest xmlns:m=\"m\"><m:encryption-data/></m:manifest>");
    assert_eq!(told(&ran(".ods", &locked, &[])), ["password"]);
}

#[test]
fn texts_that_many_cells_share_and_merges_over_merges_are_refused() {
    let long = format!("<sst xmlns=\"{MAIN}\"><si><t>{}</t></si></sst>", "A".repeat(32_000));
    let shared = row(&["<c t=\"s\"><v>0</v></c>"; 100]).repeat(100);
    let plain = sheet(&[&FRANCE], "");
    let many = plain.replace("</sheetData>", &format!("{shared}</sheetData>"));
    let merge = "<mergeCell ref=\"A1:A1048576\"/>".repeat(3_000);
    let rows = row(&["x"]).repeat(2_000);
    let merged =
        plain.replace("</sheetData>", &format!("{rows}</sheetData><mergeCells>{merge}</mergeCells>"));
    let sheets = relations(&[
        ("worksheet", "worksheets/sheet1.xml".to_owned()),
        ("sharedStrings", "sharedStrings.xml".to_owned()),
    ]);
    let others = [("xl/sharedStrings.xml", long.as_str()), ("xl/_rels/workbook.xml.rels", sheets.as_str())];
    for (xml, code) in [(many, "too-large"), (merged, "damaged")] {
        assert_eq!(told(&ran(".xlsx", &workbook(&[("Data", &xml)], &others), &[])), [code]);
    }
}
