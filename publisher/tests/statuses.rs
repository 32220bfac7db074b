//! What `render` says of each country in its three formats is what the second resolver says: on the map, in the table and in
//! the drawing cell by cell, and on the painted picture by the colour in the middle of each country.

#[allow(dead_code)]
#[path = "../../tests/native/common/naive.rs"]
mod naive;
#[allow(dead_code)]
#[path = "../../tests/browser/harness/raster.rs"]
mod raster;

use naive::Naive;
use policy_explorer::page::OVERVIEW;
use policy_explorer::world::pack::decode;
use raster::Raster;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

/// A question: `measure`, `date` and `known`, which is empty for all that is on record.
#[derive(Clone, Copy, Debug)]
struct Asked<'a> {
    measure: &'a str,
    date: &'a str,
    known: &'a str,
}

fn path(name: &str) -> String {
    format!("../data/{name}/feed.json")
}

fn document(name: &str) -> Value {
    serde_json::from_str(&std::fs::read_to_string(path(name)).expect("the feed")).expect("it is JSON")
}

/// What the command line makes of it.
fn rendered(name: &str, format: &str, asked: Asked<'_>) -> Vec<u8> {
    let mut render = Command::new(env!("CARGO_BIN_EXE_policy-explorer"));
    render.args(["render", &path(name), "--format", format, "--today", "2026-11-29"]);
    render.args(["--measure", asked.measure, "--date", asked.date]);
    if !asked.known.is_empty() {
        render.args(["--known", asked.known]);
    }
    let output = render.output().expect("it runs");
    assert!(output.status.success(), "{asked:?}: {}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

fn text(name: &str, format: &str, asked: Asked<'_>) -> String {
    String::from_utf8(rendered(name, format, asked)).expect("text")
}

/// The value of an attribute in a tag.
fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    Some(rest.split_once('"').expect("it ends").0)
}

/// The tags of one name that have an attribute, each with what stands behind it until the next.
fn tags<'a>(text: &'a str, name: &str, with: &str) -> Vec<(&'a str, &'a str)> {
    let open = format!("<{name}");
    let pieces = text.split(open.as_str()).skip(1);
    let parts = pieces.map(|piece| piece.split_once('>').expect("a tag ends"));
    parts.filter(|(tag, _)| attribute(tag, with).is_some()).collect()
}

type Statuses = BTreeMap<String, String>;

/// By country, the status that the tags say.
fn said(text: &str, name: &str) -> Statuses {
    let pair = |(tag, _): (&str, &str)| {
        let [country, status] = ["data-country", "data-status"].map(|name| attribute(tag, name));
        Some((country?.to_owned(), status?.to_owned()))
    };
    tags(text, name, "data-country").into_iter().filter_map(pair).collect()
}

/// By country, the status in the table's column of a measure.
fn listed(html: &str, measure: &str) -> Statuses {
    let cell = |(row, cells): (&str, &str)| {
        let columns = tags(cells, "td", "data-column");
        let (cell, _) = columns.iter().find(|(tag, _)| attribute(tag, "data-column") == Some(measure))?;
        Some((attribute(row, "data-country")?.to_owned(), attribute(cell, "data-status")?.to_owned()))
    };
    tags(html, "tr", "data-country").into_iter().filter_map(cell).collect()
}

/// All members of that day.
fn expected(naive: &Naive<'_>, asked: Asked<'_>) -> Statuses {
    let status = |country: &&str| {
        let status = naive.status(country, asked.measure, asked.date, asked.known);
        (status != "not-a-member").then(|| ((*country).to_owned(), status))
    };
    naive.members.iter().filter_map(status).collect()
}

/// Without those that were no members on that day, which a view may show or leave out.
fn members(mut said: Statuses) -> Statuses {
    said.retain(|_, status| status != "not-a-member");
    said
}

fn check_cells(name: &str, dates: &[&str], known: &[&str]) {
    let document = document(name);
    let naive = Naive::new(&document);
    for measure in naive.measures.iter().chain(&["overall"]) {
        for (date, known) in dates.iter().flat_map(|date| known.iter().map(move |known| (date, known))) {
            let asked = Asked { measure, date, known };
            let expected = expected(&naive, asked);
            let (html, svg) = (text(name, "html", asked), text(name, "svg", asked));
            assert_eq!(members(said(&html, "g")), expected, "{name}, map of {asked:?}");
            assert_eq!(members(listed(&html, measure)), expected, "{name}, table of {asked:?}");
            assert_eq!(members(said(&svg, "path")), expected, "{name}, drawing of {asked:?}");
        }
    }
}

#[test]
fn map_table_and_drawing_of_the_real_feed_say_what_the_second_resolver_says() {
    check_cells("hanoi-2011", &["1955", "2013-06", "2026-11-24"], &["", "2026-11-23"]);
}

#[test]
fn map_table_and_drawing_of_the_invented_feed_say_what_the_second_resolver_says() {
    check_cells("demo", &["2003-02", "2015", "2026-11-24"], &["", "2012-05"]);
}

/// The colours of a picture that is two px wide for one of the drawing, by place.
fn painted(png: &[u8]) -> impl Fn(f64, f64) -> String {
    let raster = Raster::read(png);
    move |x, y| {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let place = ((y * 2.0) as usize * raster.width + (x * 2.0) as usize) * raster.samples;
        raster.bytes[place..place + 3].iter().fold("#".to_owned(), |text, byte| format!("{text}{byte:02x}"))
    }
}

/// The colours in the middle of each country that is large enough to have one.
fn check_colours(name: &str, measure: &str, date: &str) {
    let document = document(name);
    let (naive, asked) = (Naive::new(&document), Asked { measure, date, known: "" });
    let svg = text(name, "svg", asked);
    let mut fills: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (tag, _) in tags(&svg, "path", "data-country") {
        let [status, fill] = ["data-status", "fill"].map(|name| attribute(tag, name).expect("it has both"));
        fills.entry(status).or_default().insert(fill);
    }
    let top: f64 = svg
        .split("translate(16 ")
        .nth(1)
        .and_then(|rest| rest.split(')').next()?.parse().ok())
        .expect("a map");
    let png = rendered(name, "png", asked);
    let colour = painted(&png);
    let mut compared = 0;
    for shape in &decode(OVERVIEW).expect("a pack").shapes {
        let bounds = shape.bounds;
        let is_large = (bounds.max.x - bounds.min.x).min(bounds.max.y - bounds.min.y) > 20.0;
        if !is_large || !naive.members.contains(&shape.code.as_str()) {
            continue;
        }
        let status = naive.status(shape.code.as_str(), measure, date, "");
        if status == "not-a-member" {
            continue;
        }
        let fill = &fills[status.as_str()];
        assert_eq!(fill.len(), 1, "{status} has one colour");
        let found = colour(shape.anchor.x + 16.0, shape.anchor.y + top);
        let is_hatched = fill.iter().all(|fill| fill.starts_with("url("));
        let is_of_a_status = fills.values().flatten().any(|fill| **fill == found);
        assert!(
            if is_hatched { !is_of_a_status } else { fill.contains(found.as_str()) },
            "{}: {found}",
            shape.code
        );
        compared += 1;
    }
    assert!(compared > 60, "{compared} countries");
}

#[test]
fn colours_of_painted_pictures_are_those_of_the_statuses() {
    check_colours("hanoi-2011", "icse-access", "2026-11-24");
    check_colours("hanoi-2011", "overall", "2013-06");
    check_colours("demo", "overall", "2015");
}
