//! Citations in each form, read back by the rules of its form.

use crate::common;

use common::whole::with;
use common::{clock, date, messages, read};
use policy_explorer::citation::{Citation, Format, Seen};
use serde_json::{Value, json};

const LINK: &str = "https://example.org/x?a=1&b=%7B#c_d";

fn check(changes: &[(&str, Value)], assert: impl Fn(Citation<'_>)) {
    let feed = read(&with(changes)).value;
    let messages = messages("en");
    let seen = Seen {
        on: date("2026-11-24"),
        clock: clock("2020", "2024-05"),
        link: Some(LINK),
        digest: Some("00ff"),
    };
    assert(Citation::new(&feed, &messages, seen));
}

#[test]
fn a_sentence_says_who_what_which_version_and_when() {
    check(&[], |citation| {
        assert_eq!(
            citation.plain(),
            "A. Small. Version of 20 November 2026. Shown as of 2020. Based on what was on record up to May 2024. \
             SHA-256 of the data: 00ff. Licence of the data: CC BY 4.0. Accessed on 24 November 2026. \
             https://example.org/x?a=1&b=%7B#c_d"
        );
    });
}

#[test]
fn what_the_feed_lacks_is_left_out() {
    let lacking = [("/publisher", json!({})), ("/published", Value::Null), ("/license", Value::Null)];
    check(&lacking, |citation| {
        let plain = citation.plain();
        assert!(plain.starts_with("Small. Shown as of "), "{plain}");
        assert!(!plain.contains("Licence") && !plain.contains("Version"), "{plain}");
        let csl: Value = serde_json::from_str(&citation.csl()).expect("it is JSON");
        for absent in ["author", "publisher", "issued", "version", "license"] {
            assert!(csl[0].get(absent).is_none(), "{absent}");
        }
        assert!(!citation.bibtex().contains("author"));
    });
}

#[test]
fn a_demonstration_is_cited_as_one() {
    check(&[("/demo", json!(true))], |citation| {
        for text in Format::ALL.map(|format| citation.write(format)) {
            assert!(text.contains("Demonstration: all data shown here is invented."), "{text}");
        }
    });
}

const HARD: &str = "50 % of {A} & B_C #1 \\ $2 ~ ^ \"quoted\"\n<é>";

#[test]
fn csl_json_is_json_with_dates_in_parts() {
    check(&[("/title", json!(HARD)), ("/publisher/name", json!(HARD))], |citation| {
        let csl: Value = serde_json::from_str(&citation.csl()).expect("it is JSON");
        let item = &csl[0];
        assert_eq!(item["type"], "dataset");
        assert_eq!(item["title"], HARD);
        assert_eq!(item["author"], json!([{"literal": HARD}]));
        assert_eq!(item["issued"], json!({"date-parts": [[2026, 11, 20]]}));
        assert_eq!(item["accessed"], json!({"date-parts": [[2026, 11, 24]]}));
        assert_eq!(item["URL"], LINK);
    });
}

/// The fields of an entry of BibTeX, as TeX prints them.
fn fields(entry: &str) -> Vec<(String, String)> {
    let mut fields = Vec::new();
    let mut rest = entry.split_once(",\n").expect("a key").1;
    while let Some((name, after)) = rest.split_once(" = {") {
        // BibTeX counts braces whatever stands before them.
        let mut depth = 1;
        let end = after
            .char_indices()
            .find(|(_, letter)| {
                match letter {
                    '{' => depth += 1,
                    '}' => depth -= 1,
                    _ => {}
                }
                depth == 0
            })
            .expect("the field ends")
            .0;
        fields.push((name.trim_matches([',', '\n', ' ']).to_owned(), after[..end].to_owned()));
        rest = &after[end + 1..];
    }
    assert_eq!(rest.trim(), "}", "{entry}");
    fields
}

fn printed(tex: &str) -> String {
    let named = [("\\textbackslash{}", "\u{1}"), ("\\textasciitilde{}", "~"), ("\\textasciicircum{}", "^")];
    let mut text = named.iter().fold(tex.to_owned(), |text, (from, to)| text.replace(from, to));
    for (name, sign) in
        [("braceleft", "{"), ("braceright", "}"), ("less", "<"), ("greater", ">"), ("bar", "|")]
    {
        text = text.replace(&format!("\\text{name}{{}}"), sign);
    }
    for sign in ["$", "&", "#", "_", "%"] {
        text = text.replace(&format!("\\{sign}"), sign);
    }
    text.replace('\u{1}', "\\")
}

#[test]
fn bibtex_prints_what_was_meant() {
    check(&[("/title", json!(HARD)), ("/publisher/name", json!(HARD))], |citation| {
        let entry = citation.bibtex();
        assert!(entry.starts_with("@misc{50-2026-11-20-2020-2024-05,\n"), "{entry}");
        let fields = fields(&entry);
        let field = |name: &str| {
            fields
                .iter()
                .find(|field| field.0 == name)
                .unwrap_or_else(|| panic!("{name} in {entry}"))
                .1
                .clone()
        };
        for name in ["author", "title"] {
            let value = field(name);
            let within = value.strip_prefix('{').and_then(|value| value.strip_suffix('}'));
            assert_eq!(printed(within.expect("a second brace")), HARD.replace('\n', " "));
        }
        assert_eq!((field("year").as_str(), field("month").as_str()), ("2026", "11"));
        assert_eq!((field("version").as_str(), field("urldate").as_str()), ("2026-11-20", "2026-11-24"));
        assert_eq!(field("url"), LINK, "addresses are read as they stand");
    });
}

/// The lines of a reference of RIS: tags with their values.
fn tags(reference: &str) -> Vec<(&str, &str)> {
    let lines = reference.strip_suffix("\r\n").expect("the last line ends, too").split("\r\n");
    lines.map(|line| line.split_once("  - ").unwrap_or_else(|| panic!("{line}"))).collect()
}

#[test]
fn ris_has_a_tag_a_line() {
    check(&[("/title", json!(HARD)), ("/publisher/name", json!(HARD))], |citation| {
        let reference = citation.ris();
        let (line, link) = (HARD.replace('\n', " "), LINK);
        let expected = [
            ("TY", "DATA"),
            ("TI", &line),
            ("AU", &line),
            ("PB", &line),
            ("PY", "2026"),
            ("DA", "2026/11/20/"),
            ("ET", "2026-11-20"),
            ("UR", link),
            ("Y2", "2026/11/24/"),
            ("LA", "en"),
            ("N1", "Shown as of 2020."),
            ("N1", "Based on what was on record up to May 2024."),
            ("N1", "SHA-256 of the data: 00ff."),
            ("N1", "Licence of the data: CC BY 4.0."),
            ("ER", ""),
        ];
        assert_eq!(tags(&reference), expected);
    });
}

#[test]
fn ris_leaves_out_of_a_date_what_is_not_known() {
    for (published, day) in [("2026", "2026///"), ("2026-11", "2026/11//")] {
        check(&[("/published", json!(published))], |citation| {
            assert!(tags(&citation.ris()).contains(&("DA", day)), "{}", citation.ris());
        });
    }
}

/// Braces that do not close, tags of other forms on lines of their own, and names without an end.
#[test]
fn no_name_of_a_feed_breaks_out_of_its_entry() {
    let names = [
        "}}\n@misc{x, title = {y",
        "{{{",
        "\\}",
        "a\nER  - \nTY  - BOOK\n\u{7}b",
        "\u{2067}x\u{2069} \u{200e}",
        "%\n\" # \"",
    ];
    for name in names.map(str::to_owned).into_iter().chain(["x".repeat(5000)]) {
        check(
            &[("/title", json!(name)), ("/publisher/name", json!(name)), ("/license/name", json!(name))],
            |citation| {
                let entry = citation.bibtex();
                let names: Vec<_> = fields(&entry).into_iter().map(|field| field.0).collect();
                let expected =
                    ["author", "title", "year", "month", "version", "url", "urldate", "note", "copyright"];
                assert_eq!(names, expected, "{entry}");
                assert_eq!(entry.lines().count(), expected.len() + 2, "{entry}");
                assert!(!entry.contains(|letter: char| letter.is_control() && letter != '\n'), "{entry}");
                let key = entry.split_once(',').expect("a key").0;
                let reference = citation.ris();
                let ends: Vec<_> =
                    tags(&reference).into_iter().filter(|(tag, _)| ["TY", "ER"].contains(tag)).collect();
                assert_eq!(ends, [("TY", "DATA"), ("ER", "")], "{reference}");
                assert!(key.len() < 80 && !key[6..].contains(['{', '}', ' ']), "{key}");
            },
        );
    }
}
