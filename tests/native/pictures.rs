//! Pictures: nothing in them is cut, whichever font they are shown in, and they say whose policy they are about.

use crate::common;

use common::files::{text, widget};
use common::whole::with;
use common::widget::{choose, say};
use common::xml::{Element, elements};
use common::{document, messages};
use policy_explorer::message::{LANGUAGES, unmarked};
use policy_explorer::model::field::Field;
use policy_explorer::model::share::File;
use policy_explorer::model::{Model, Msg};
use serde_json::{Value, json};

/// The widths of the letters from the space to `~` in DejaVu Sans, a wide font that many systems have, in thousandths
/// of its size.
const DEJAVU: [usize; 95] = [
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636, 636, 636,
    636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632, 575, 775, 752, 295,
    295, 656, 557, 863, 748, 787, 603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838,
    500, 500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612, 635, 635, 411, 521,
    392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838,
];

/// How wide a text is in such a font; letters of other alphabets are taken as they are on average.
fn width(text: &str, size: usize) -> usize {
    let of = |letter: char| match letter {
        ' '..='~' => DEJAVU[letter as usize - 32],
        '\u{64b}'..='\u{65f}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{301}' => 0,
        '\u{3000}'..='\u{9fff}' => 1000,
        _ => 610,
    };
    text.chars().map(of).sum::<usize>() * size / 1000
}

/// An attribute that is a whole number.
fn number(element: &Element, name: &str) -> usize {
    let value = element.attributes.get(name).unwrap_or_else(|| panic!("{name} of {element:?}"));
    value.parse().unwrap_or_else(|error| panic!("{name} of {element:?}: {error}"))
}

/// The texts of a picture beside the codes on its tiles, each held to be within it; those that share a line do not meet.
fn texts(svg: &str) -> Vec<String> {
    let elements = elements(svg);
    let (whole, high) = (number(&elements[0], "width"), number(&elements[0], "height"));
    assert_eq!(elements[0].attributes["viewBox"], format!("0 0 {whole} {high}"));
    let mut texts = Vec::new();
    let mut places: Vec<(usize, usize, usize)> = Vec::new();
    for text in
        elements.iter().filter(|text| text.name == "text" && text.attributes["text-anchor"] != "middle")
    {
        let bold = usize::from(text.attributes.contains_key("font-weight"));
        let wide = width(&text.text, number(text, "font-size")) * (10 + bold) / 10;
        let (x, y) = (number(text, "x"), number(text, "y"));
        let (left, right) = match text.attributes["text-anchor"].as_str() {
            "start" => (x, x + wide),
            _ => (x.checked_sub(wide).unwrap_or_else(|| panic!("{wide} px end at {x}: {}", text.text)), x),
        };
        assert!(right <= whole && y < high, "{left}–{right} of {whole}, {y} of {high}: {}", text.text);
        places.push((y, left, right));
        texts.push(unmarked(&text.text).replace('\u{2067}', ""));
    }
    places.sort_unstable();
    for pair in places.windows(2) {
        assert!(pair[0].0 != pair[1].0 || pair[0].2 <= pair[1].1, "texts meet at {pair:?} in {texts:?}");
    }
    texts
}

/// Whether the words of a text stand in a picture, however its lines are broken.
fn assert_says(texts: &[String], words: &str) {
    let bare = |text: &str| text.split([' ', '\u{a0}']).collect::<String>();
    let all = bare(&texts.concat());
    assert!(all.contains(&bare(&unmarked(words))), "“{words}” in {texts:?}");
}

/// The picture of what is shown has each entry of the legend, whole, and the policy's name.
fn check_map(model: &Model) {
    let texts = texts(&text(model, File::Svg));
    let (shown, messages) =
        (model.shown.as_ref().expect("it is shown"), model.messages.as_ref().expect("a language"));
    for entry in &shown.view.legend {
        let label = &entry.class.label;
        let count = entry.count.map(|count| messages.labelled(label, &messages.number(count)));
        assert_says(&texts, count.as_ref().unwrap_or(label));
    }
    let policy = &shown.feed.value.policy;
    let name = policy
        .short
        .as_ref()
        .or(policy.title.as_ref())
        .or(shown.feed.value.title.as_ref())
        .expect("it has a name");
    assert_says(&texts, name.best(messages.tag()).text);
    assert_says(&texts, &shown.view.headline.sentence);
}

/// Each map: of all measures and of one, on a date and between two, in each language.
fn check_maps(document: &Value) {
    let mut model = widget(document);
    let measure = document["measures"][0]["id"].as_str().expect("an id");
    for tag in LANGUAGES {
        say(&mut model, Msg::Language(messages(tag)));
        for (measure, date, against) in [
            ("overall", "", ""),
            (measure, "2016", ""),
            (measure, "", "2011"),
            ("overall", "2020", "2012-05"),
        ] {
            say(&mut model, choose(Field::Measure, measure));
            say(&mut model, choose(Field::Date, date));
            say(&mut model, choose(Field::Against, against));
            check_map(&model);
        }
    }
}

#[test]
fn legends_are_whole_for_both_feeds_in_each_language() {
    common::FEEDS.iter().for_each(|name| check_maps(&document(name)));
}

/// A feed of as many statuses with labels that long.
fn statuses(count: usize, label: impl Fn(usize) -> String) -> Value {
    let level =
        |place: usize| json!({"id": format!("s{place}"), "label": label(place), "rank": count - place});
    let scale: Vec<Value> = (0..count).map(level).collect();
    let records = json!([{"country": "FRA", "measure": "m", "status": "s0", "date": "2014",
                          "evidence": [{"url": "https://example.org/"}]}]);
    with(&[
        ("/scale", json!(scale)),
        ("/measures/0/criteria", Value::Null),
        ("/records", records),
        ("/policy/title", json!("A resolution on everything that there is ".repeat(8))),
    ])
}

#[test]
fn legends_of_forty_statuses_and_of_long_labels_are_whole() {
    check_maps(&statuses(40, |place| format!("status number {place}")));
    check_maps(&statuses(40, |place| {
        format!("{place}: {}", "wholly and entirely implemented ".repeat(1 + place % 7))
    }));
    check_maps(&statuses(3, |place| format!("{}{place}", "W".repeat(70 * (place + 1)))));
    check_maps(&statuses(9, |place| format!("实施情况{}{place}", "已全部实施".repeat(40))));
}

#[test]
fn a_policy_without_a_title_is_called_by_that_of_its_feed() {
    let model = widget(&with(&[("/policy/title", Value::Null), ("/title", json!("The feed’s own"))]));
    assert_says(&texts(&text(&model, File::Svg)), "The feed’s own");
    let nameless = widget(&with(&[("/policy/title", Value::Null), ("/title", Value::Null)]));
    texts(&text(&nameless, File::Svg));
}

/// The picture of the comparison has every name, title, status and date, in the cell of its country and measure.
fn check_comparison(model: &Model) {
    let svg = text(model, File::ComparisonSvg);
    let texts = texts(&svg);
    let elements = elements(&svg);
    let ids: Vec<&String> = elements.iter().filter_map(|element| element.attributes.get("id")).collect();
    assert!(
        ids.iter().all(|id| id.starts_with("pe-") && ids.iter().filter(|other| other == &id).count() == 1)
    );
    let (shown, messages) =
        (model.shown.as_ref().expect("it is shown"), model.messages.as_ref().expect("a language"));
    let comparison = shown.comparison(messages);
    let cells: Vec<usize> = (0..elements.len()).filter(|&at| elements[at].name == "g").collect();
    let mut cells = cells.into_iter();
    for line in &comparison.lines {
        assert_says(&texts, &line.title.text);
        for (standing, country) in line.standings.iter().zip(&comparison.countries) {
            let at = cells.next().expect("a cell");
            let of = |name: &str| elements[at].attributes[name].as_str();
            assert_eq!(
                [of("data-country"), of("data-measure"), of("data-status")],
                [country.code.as_str(), line.id.as_str(), standing.class.id.as_str()]
            );
            let inner =
                elements.iter().filter(|element| element.name == "text" && element.within.contains(&at));
            let inner: Vec<String> = inner.map(|text| unmarked(&text.text).replace('\u{2067}', "")).collect();
            assert_eq!(inner.first(), standing.class.sign.as_ref().or(inner.first()));
            assert_says(&inner, &standing.class.label);
            standing.dating.iter().chain(&standing.sources).for_each(|text| assert_says(&inner, text));
            let is_hatched = svg_of(&elements, at).any(|fill| fill.starts_with("url(#pe-"));
            assert_eq!(is_hatched, standing.class.id == "unknown", "{} {standing:?}", country.code);
        }
        comparison.countries.iter().for_each(|country| assert_says(&texts, &country.name.text));
    }
    assert!(cells.next().is_none());
}

/// What is filled in a cell, with what.
fn svg_of(elements: &[Element], at: usize) -> impl Iterator<Item = &str> {
    let inner = elements.iter().filter(move |element| element.within.contains(&at));
    inner.filter_map(|element| Some(element.attributes.get("fill")?.as_str()))
}

#[test]
fn comparisons_are_whole_for_both_feeds_in_each_language() {
    for name in common::FEEDS {
        let mut model = widget(&document(name));
        for tag in LANGUAGES {
            say(&mut model, Msg::Language(messages(tag)));
            for (compare, date) in [
                ("FRA", ""),
                ("KEN SWE", "2014"),
                ("BIH VCT COD USA GBR TTO", ""),
                ("FRA DEU CHE AUS", "1950"),
                ("FRA DEU CHE AUS", "2031"),
            ] {
                say(&mut model, choose(Field::Compare, compare));
                say(&mut model, choose(Field::Date, date));
                check_comparison(&model);
            }
        }
    }
}

#[test]
fn comparisons_of_long_labels_are_whole() {
    for label in ["W".repeat(90), "wholly and entirely implemented ".repeat(9), "已全部实施".repeat(20)]
    {
        let mut model = widget(&statuses(40, |place| format!("{label}{place}")));
        say(&mut model, choose(Field::Compare, "FRA DEU CHE"));
        check_comparison(&model);
    }
}
