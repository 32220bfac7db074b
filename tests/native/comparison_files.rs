//! The files of a comparison: they say of the countries compared what the second resolver says, and of no others; the
//! files of the world stay what they are.

use crate::common;

use common::files::{held, made, table, text, widget};
use common::naive::Naive;
use common::widget::{choose, say};
use common::{document, messages};
use policy_explorer::message::LANGUAGES;
use policy_explorer::model::field::Field;
use policy_explorer::model::share::File;
use policy_explorer::model::{Model, Msg};
use policy_explorer::parcel::parcel;
use serde_json::Value;

const COMPARED: [&str; 4] = ["SWE", "FRA", "KEN", "AUS"];

/// A widget in which four countries are compared.
fn comparing(name: &str) -> Model {
    let mut model = widget(&document(name));
    say(&mut model, choose(Field::Compare, &COMPARED.join(" ")));
    model
}

#[test]
fn tables_of_a_comparison_say_what_the_second_resolver_says_of_its_countries() {
    for name in common::FEEDS {
        let document = document(name);
        let naive = Naive::new(&document);
        let mut model = comparing(name);
        for (date, known) in
            [("1955", ""), ("2009-06", ""), ("2014", "2026-11-23"), ("2026-11-24", ""), ("2031", "")]
        {
            say(&mut model, choose(Field::Date, date));
            say(&mut model, choose(Field::Known, known));
            let shown: Value = serde_json::from_str(&text(&model, File::ComparisonJson)).expect("it is JSON");
            let codes = held(&naive, &text(&model, File::ComparisonCsv), &shown, (date, known));
            assert_eq!(codes, COMPARED, "{name}, {date}, {known}");
            assert_eq!((shown.get("counts"), shown.get("total")), (None, None), "no numbers of the world");
        }
    }
}

#[test]
fn a_comparison_has_the_columns_of_the_table_whatever_the_filters_keep() {
    let mut model = comparing("hanoi-2011");
    let columns = |model: &Model, file| table(&text(model, file)).1[0].keys().cloned().collect::<Vec<_>>();
    assert_eq!(columns(&model, File::ComparisonCsv), columns(&model, File::Csv));
    let before = text(&model, File::ComparisonCsv);
    say(&mut model, choose(Field::Region, "africa"));
    let rows = |text: &str| table(text).1;
    assert_eq!(
        rows(&text(&model, File::ComparisonCsv)),
        rows(&before),
        "the screen compares them all the same"
    );
}

#[test]
fn claims_of_a_comparison_are_those_on_its_countries() {
    let model = comparing("hanoi-2011");
    let (remarks, rows) = table(&text(&model, File::ComparisonClaims));
    let of_them =
        |row: &std::collections::BTreeMap<String, String>| COMPARED.contains(&row["country"].as_str());
    let (_, all) = table(&text(&model, File::Claims));
    assert!(rows.len() > 10 && rows.len() < all.len());
    assert_eq!(rows, all.into_iter().filter(of_them).collect::<Vec<_>>());
    assert_eq!(remarks[0], "Countries compared: Sweden, France, Kenya, Australia (as of 24 November 2026)");
}

#[test]
fn every_file_of_a_comparison_says_what_it_is_and_whether_it_is_a_demonstration() {
    for (name, is_demo) in [("hanoi-2011", false), ("demo", true)] {
        let mut model = comparing(name);
        for tag in LANGUAGES {
            say(&mut model, Msg::Language(messages(tag)));
            let messages = model.messages.clone().expect("a language");
            let demo = messages.say(policy_explorer::message::Phrase::demo);
            for file in File::COMPARISON {
                let item = &made(&model, file).files[0];
                assert_eq!(item.text.contains(demo), is_demo, "{tag}, {file:?}");
                assert!(item.text.contains("2026"), "{tag}, {file:?}");
                assert_eq!(item.alt.is_empty(), file != File::ComparisonPng);
                assert!(item.alt.is_empty() || item.alt.contains(demo) == is_demo);
            }
        }
    }
}

#[test]
fn the_alternative_text_of_a_comparison_says_each_status() {
    let model = comparing("hanoi-2011");
    let alt = made(&model, File::ComparisonPng).files[0].alt.clone();
    for part in [
        "Countries compared: Sweden, France, Kenya, Australia (as of 24 November 2026). Sweden: ",
        "Kenya: Central collection: no public data; ",
        "ICSE access: implemented, by 20 May 2019; Measures in place: 1 of 3. Australia: ",
        "does not mean",
    ] {
        assert!(alt.contains(part), "{part} in {alt}");
    }
    let svg = text(&model, File::ComparisonSvg);
    assert!(svg.contains("<desc ") && svg.contains("Kenya: Central collection: no public data; "));
}

#[test]
fn a_comparison_of_a_day_without_records_says_so() {
    let mut model = comparing("hanoi-2011");
    say(&mut model, choose(Field::Known, "2026-11-23"));
    for file in [File::ComparisonCsv, File::ComparisonJson, File::ComparisonSvg] {
        assert!(text(&model, file).contains("Nothing was on record yet"), "{file:?}");
    }
    assert!(made(&model, File::ComparisonPng).files[0].alt.contains("Nothing was on record yet"));
}

#[test]
fn files_of_the_world_stay_while_countries_are_compared_and_have_other_names() {
    let model = comparing("hanoi-2011");
    let whole = widget(&document("hanoi-2011"));
    let rows = |model: &Model| table(&text(model, File::Csv)).1;
    assert_eq!(rows(&model), rows(&whole));
    let name = |file| made(&model, file).name;
    assert_eq!(name(File::ComparisonPng), "policy-explorer-comparison-SWE-FRA-KEN-AUS-2026-11-24.png");
    assert_eq!(
        name(File::ComparisonClaims),
        "policy-explorer-comparison-claims-SWE-FRA-KEN-AUS-2026-11-28.csv"
    );
    let all = [File::Png, File::Svg, File::Csv, File::Json, File::Claims, File::Kit];
    let mut names: Vec<String> = all.into_iter().chain(File::COMPARISON).map(name).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), all.len() + File::COMPARISON.len());
    assert!(File::COMPARISON.into_iter().all(|file| parcel(&whole, file).is_none()), "nobody is compared");
}

#[test]
fn the_press_kit_has_the_comparison_too() {
    let kit = made(&comparing("hanoi-2011"), File::Kit);
    let names: Vec<&str> = kit.files.iter().map(|item| item.name.as_str()).collect();
    let expected = [
        "comparison.svg",
        "comparison.png",
        "comparison.csv",
        "comparison.json",
        "comparison-claims.csv",
        "comparison-alt.txt",
    ];
    assert_eq!(names[..2], ["map.svg", "map.png"]);
    assert_eq!(names[13..], expected);
    let item = |name: &str| kit.files.iter().find(|item| item.name == name).expect("it is there");
    assert_eq!(item("comparison-alt.txt").text.trim_end(), item("comparison.png").alt);
    assert_ne!(item("comparison.png").alt, item("map.png").alt);
}
