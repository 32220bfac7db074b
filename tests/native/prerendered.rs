//! The element with its first screen inside: what it says, what it weighs, and what a press on it will mean.

use crate::common::naive::Naive;
use crate::common::{FEEDS, TODAY, date, document, read};
use policy_explorer::markup::html::html;
use policy_explorer::markup::{Element, Hears, Html};
use policy_explorer::message::LANGUAGES;
use policy_explorer::model::Msg;
use policy_explorer::model::field::Field;
use policy_explorer::page::element::{Embedding, prerendered};
use policy_explorer::page::{Page, Question};
use std::collections::BTreeMap;
use std::rc::Rc;

/// A feed, asked on the tests' day.
fn page(name: &str, lang: &str, fields: &[(Field, &str)]) -> Page {
    let fields: Vec<_> = fields.iter().map(|(field, value)| (*field, (*value).to_owned())).collect();
    let question = Question { fields: &fields, lang, today: date(TODAY), width: 720.0 };
    Page::new(Rc::new(read(&document(name))), &question).expect("it is a tag")
}

/// As a page has it.
fn written(page: &Page) -> String {
    let embedding = Embedding {
        feed: "feed.json",
        digest: "",
        module: "a/policy-explorer.js",
        picture: None,
        fields: &[],
        lang: None,
    };
    prerendered(page, &embedding)
}

/// Every element of a drawing.
fn elements(html: &Html, found: &mut Vec<Element>) {
    match html {
        Html::List(nodes) => nodes.iter().for_each(|node| elements(node, found)),
        Html::Apart(_, drawn) => elements(&drawn.nodes(), found),
        Html::Element(element) => {
            found.push(Element::clone(element));
            element.content.iter().for_each(|node| elements(node, found));
        }
        Html::Nothing | Html::Text(_) => {}
    }
}

fn all(page: &Page) -> Vec<Element> {
    let mut found = Vec::new();
    elements(&page.drawn(), &mut found);
    found
}

fn text_of(element: &Element) -> String {
    html(&Html::List(element.content.clone()))
}

#[test]
fn map_and_table_say_of_each_country_what_the_second_resolver_says() {
    for name in FEEDS {
        let document = document(name);
        let naive = Naive::new(&document);
        let measures: Vec<&str> = naive.measures.iter().copied().chain(["overall"]).collect();
        for measure in measures {
            let page = page(name, "en", &[(Field::Measure, measure)]);
            let status = |country: &str| naive.status(country, measure, TODAY, "");
            let mut on_map = BTreeMap::new();
            for element in all(&page) {
                if element.attribute("part").is_some_and(|part| ["country", "marker"].contains(&part)) {
                    let country = element.attribute("data-country").expect("a country").to_owned();
                    on_map.insert(country, element.attribute("data-status").expect("a status").to_owned());
                }
            }
            assert!(on_map.len() > 3, "{name} {measure}: {on_map:?}");
            for (country, found) in &on_map {
                assert_eq!(*found, status(country), "{country} of {name}, {measure}, on the map");
            }
            let mut rows = 0;
            for row in all(&page.table()).into_iter().filter(|element| element.kind.name == "tr") {
                let Some(country) = row.attribute("data-country") else { continue };
                let mut cells = Vec::new();
                elements(&Html::List(row.content.clone()), &mut cells);
                let cell = cells.iter().find(|cell| cell.attribute("data-column") == Some(measure));
                if let Some(cell) = cell {
                    assert_eq!(
                        cell.attribute("data-status"),
                        Some(status(country).as_str()),
                        "{country} in the table"
                    );
                    rows += 1;
                }
            }
            assert!(rows >= on_map.len(), "{name} {measure}: {rows} rows, {} on the map", on_map.len());
        }
    }
}

#[test]
fn the_real_feed_takes_less_than_forty_kilobytes_in_each_language() {
    for lang in LANGUAGES {
        let text = written(&page("hanoi-2011", lang, &[]));
        let size = brotli(text.as_bytes());
        assert!(size <= 40_000, "{size} bytes in {lang}");
        assert!(text.starts_with("<policy-explorer feed=\"feed.json\"><template shadowrootmode=\"open\">"));
        assert!(
            text.contains("<link rel=\"stylesheet\" href=\"a/assets/picture-"),
            "its styles lie beside the module"
        );
        // Any policy for styles and scripts lets it be seen.
        for forbidden in [" style=", "<style", "<script", " onclick"] {
            assert!(!text.contains(forbidden), "{forbidden} in {lang}");
        }
    }
}

#[test]
fn its_map_is_coloured_without_any_style() {
    let text = written(&page("hanoi-2011", "en", &[]));
    let france = text.split("data-country=\"FRA\"").nth(1).expect("it is on the map");
    let tag = &france[..france.find('>').expect("an element ends")];
    assert!(tag.contains(" fill=\"#"), "{tag}");
    assert!(text.contains("<rect class=\"hatch-line\""), "what is not known is hatched");
    // Black, as what has no fill, would read as the highest status.
    for marker in text.split("part=\"marker\"").skip(1) {
        let tag = &marker[..marker.find('>').expect("an element ends")];
        assert!(tag.contains(" fill=\"#"), "{tag}");
    }
}

#[test]
fn a_member_that_is_filtered_out_has_no_colour_of_a_status() {
    let text = written(&page("hanoi-2011", "en", &[(Field::Region, "africa")]));
    let france = text.split("data-country=\"FRA\"").nth(1).expect("it is on the map");
    let tag = &france[..france.find('>').expect("an element ends")];
    assert!(tag.contains(" fill=\"#ffffff\""), "{tag}");
}

#[test]
fn until_its_styles_are_here_only_the_map_is_there() {
    let text = written(&page("hanoi-2011", "en", &[]));
    for (class, is_away) in
        [("top", true), ("key", true), ("controls", true), ("map", false), ("view", false)]
    {
        let part = text.split(&format!("class=\"{class}\"")).nth(1).expect("the part");
        let tag = &part[..part.find('>').expect("an element ends")];
        assert_eq!(tag.contains(" hidden data-until=\"styled\""), is_away, "{class}: {tag}");
    }
    let demo = written(&page("demo", "en", &[]));
    let notice = demo.split("class=\"notice demo\"").nth(1).expect("the notice");
    assert!(!notice[..notice.find('>').expect("it ends")].contains("hidden"), "made-up data says so at once");
}

#[test]
fn made_up_data_says_so() {
    let text = written(&page("demo", "en", &[]));
    let notice = text.find("class=\"notice demo\"").expect("the notice");
    assert!(notice < text.find("class=\"sentence\"").expect("the sentence"), "it comes first");
}

#[test]
fn a_press_on_a_control_means_what_it_says() {
    let page = page("hanoi-2011", "en", &[]);
    let table = all(&page).into_iter().find(|element| text_of(element) == "Table").expect("the tab");
    let means = table.hears.iter().find_map(|(_, hears)| match hears {
        Hears::Means(Msg::Choose(field, value)) => Some((*field, value.clone())),
        _ => None,
    });
    assert_eq!(means, Some((Field::View, "table".to_owned())));
}

#[test]
fn the_table_without_scripts_has_nothing_that_wants_them() {
    let text = written(&page("hanoi-2011", "en", &[]));
    let table = text.split("<details>").nth(1).expect("the folded table");
    let table = &table[..table.find("</details>").expect("it ends")];
    assert!(table.contains("<th scope=\"row\">"), "a row a member");
    for control in ["<button", "<input"] {
        assert!(!table.contains(control), "{control}");
    }
}

fn brotli(bytes: &[u8]) -> usize {
    let parameters = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    let mut compressed = Vec::new();
    let mut bytes = bytes;
    brotli::BrotliCompress(&mut bytes, &mut compressed, &parameters).expect("memory takes it");
    compressed.len()
}
