//! The table: what each column says, held against a second reading of the document; the order by each of them;
//! how many rows are there, and what narrows them.

use crate::common;

use common::large;
use common::naive::Naive;
use common::whole::{whole, with};
use common::widget::{choose, loaded, say, shown, state};
use common::{clock, code, date, document, member, messages, read, topic};
use policy_explorer::context::Context;
use policy_explorer::feed::Dating;
use policy_explorer::model::field::Field;
use policy_explorer::model::query::Query;
use policy_explorer::model::search::SearchAct;
use policy_explorer::model::{Effect, Model, Msg, Target};
use policy_explorer::names::Names;
use policy_explorer::status::Topic;
use policy_explorer::survey::{Filter, Survey};
use policy_explorer::table::{Cell, Column, Row, Sort, Table, page};
use proptest::prelude::*;
use serde_json::{Value, json};

/// How many rows a page of a table has that is not very wide.
const ROWS: usize = 250;

const DATES: [&str; 5] = ["1955", "2009-06", "2014", "2020-02-29", "2031"];

/// A column of a row as a text that sorts in the column's usual order; none where there is nothing. Worked out
/// from the second reading.
fn key(
    naive: &Naive,
    regions: &[&str],
    country: &str,
    column: &str,
    (date, known): (&str, &str),
) -> Option<String> {
    match column {
        "region" => {
            let region = naive.region(country);
            let place = regions.iter().position(|other| *other == region)?;
            Some(format!("{place:04}"))
        }
        "changed" => {
            let (_, day) = naive.changed(country, date, known)?;
            // The newest first: each digit turned round.
            Some(day.chars().map(turned).collect())
        }
        "sources" => Some(format!("{:08}", 99_999_999 - naive.sources(country, date, known))),
        topic => {
            let order = naive.order(topic);
            let status = naive.status(country, topic, date, known);
            Some(format!("{:04}", order.iter().position(|other| *other == status).expect("a status")))
        }
    }
}

fn turned(digit: char) -> char {
    digit.to_digit(10).map_or(digit, |digit| char::from_digit(9 - digit, 10).expect("a digit"))
}

/// Sorts by every column both ways, and compares order and cells with the second reading.
fn check(document: &Value, asked: (&str, &str)) {
    let (feed, messages, naive) = (read(document).value, messages("en"), Naive::new(document));
    let names = Names::new(&feed, &messages);
    let survey = Survey::new(&feed, Topic::Overall, clock(asked.0, asked.1), &Filter::default());
    let label =
        |id: &&str| feed.regions[feed.region(id).expect("a region").0].label.best("en").text.to_lowercase();
    let mut regions = naive.regions.clone();
    regions.sort_by_key(label);
    let heads = Table::new(Context::new(&feed, &messages, &names, &survey), Sort::default()).heads;
    for head in &heads {
        for reversed in [false, true] {
            let sort = Sort { by: head.column, reversed };
            assert_eq!(Sort::parse(&feed, &sort.id(&feed)), Some(sort), "a link says {}", head.id);
            let table = Table::new(Context::new(&feed, &messages, &names, &survey), sort);
            let found: Vec<&str> = table.rows.iter().map(|row| row.code.as_str()).collect();
            let mut expected: Vec<&str> =
                names.order().iter().map(|&member| feed[member].code.as_str()).collect();
            expected.retain(|code| naive.status(code, "overall", asked.0, asked.1) != "not-a-member");
            if head.column == Column::Country {
                if reversed {
                    expected.reverse();
                }
            } else {
                let key = |code: &str| key(&naive, &regions, code, &head.id, asked);
                let (there, gone): (Vec<&str>, Vec<&str>) =
                    expected.iter().partition(|code| key(code).is_some());
                expected = there;
                expected.sort_by(|a, b| if reversed { key(b).cmp(&key(a)) } else { key(a).cmp(&key(b)) });
                expected.extend(gone);
            }
            assert_eq!(found, expected, "by {}, reversed: {reversed}, {asked:?}", head.id);
            table.rows.iter().for_each(|row| check_row(&naive, row, &table, asked));
        }
    }
}

fn check_row(naive: &Naive, row: &Row, table: &Table, (date, known): (&str, &str)) {
    let country = row.code.as_str();
    for (cell, head) in row.cells.iter().zip(&table.heads[1..]) {
        match cell {
            Cell::Status(class) => assert_eq!(class.id, naive.status(country, &head.id, date, known)),
            Cell::Sources(count) => {
                assert_eq!(*count, naive.sources(country, date, known), "{country} {date}")
            }
            Cell::Changed(found) => {
                let found = found.map(|(_, date)| date.first_day());
                let expected =
                    naive.changed(country, date, known).map(|(_, day)| common::date(&day).first_day());
                assert_eq!(found, expected, "{country} {date} {known}");
            }
            Cell::Region(region) => {
                assert_eq!(region.is_some(), naive.regions.contains(&naive.region(country)), "{country}");
            }
        }
    }
}

#[test]
fn every_column_says_and_sorts_what_a_naive_reading_does() {
    for (name, known) in [("hanoi-2011", "2026-11-23"), ("demo", "2012-05")] {
        let document = document(name);
        for date in DATES {
            check(&document, (date, ""));
            check(&document, (date, known));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn columns_of_every_feed_are_right(
        document in common::generate::feed(), date in common::generate::date(), known in common::generate::date(),
    ) {
        check(&document, (&date, ""));
        check(&document, (&date, &known));
    }
}

#[test]
fn the_last_change_is_that_of_the_newest_status_as_precise_as_it_is_stated() {
    let feed = read(&whole()).value;
    let (messages, names) = (messages("en"), Names::new(&feed, &messages("en")));
    let changed = |country: &str, viewed: &str, known: &str| {
        let survey = Survey::new(&feed, Topic::Overall, clock(viewed, known), &Filter::default());
        let rows = Table::new(Context::new(&feed, &messages, &names, &survey), Sort::default()).rows;
        let row = rows.into_iter().find(|row| row.member == member(&feed, country)).expect("a row");
        row.cells.into_iter().find_map(|cell| if let Cell::Changed(date) = cell { date } else { None })
    };
    assert_eq!(changed("FRA", "2026", ""), Some((Dating::Since, date("2014"))));
    assert_eq!(changed("FRA", "2026", "2019"), Some((Dating::Since, date("2016-03-01"))));
    assert_eq!(changed("DEU", "2026", ""), Some((Dating::By, date("2015-02"))));
    assert_eq!(changed("DEU", "2014", ""), None);
    assert_eq!(changed("CHE", "2026", ""), None);
}

#[test]
fn a_feed_without_regions_has_no_column_of_them() {
    let document = with(&[("/regions", json!([]))]);
    let feed = read(&document).value;
    let messages = messages("en");
    let survey = Survey::new(&feed, topic(&feed, "m"), clock("2026", ""), &Filter::default());
    let table =
        Table::new(Context::new(&feed, &messages, &Names::new(&feed, &messages), &survey), Sort::default());
    let heads: Vec<&str> = table.heads.iter().map(|head| head.id.as_str()).collect();
    assert_eq!(heads, ["country", "m", "n", "o", "overall", "changed", "sources"]);
    assert!(table.rows.iter().all(|row| row.cells.len() == 6));
}

#[test]
fn each_column_has_its_id_in_links() {
    let mut model = shown();
    for id in ["region", "m", "overall", "changed", "sources", "country"] {
        for value in [id.to_owned(), format!("-{id}")] {
            say(&mut model, choose(Field::Sort, &value));
            assert_eq!(state(&model, Field::Sort), value);
            let Query { sort, .. } = model.shown.as_ref().expect("it is shown").query;
            assert_eq!(sort.id(&read(&whole()).value), value);
        }
    }
}

/// A model whose feed has so many members, called by their codes, in the view of the table.
fn crowd(count: usize) -> Model {
    let mut model = shown();
    let code = |place: usize| {
        let letter = |place: usize| char::from(b'A' + u8::try_from(place % 26).expect("a letter"));
        [letter(place / 676), letter(place / 26), letter(place)].iter().collect::<String>()
    };
    let members: Vec<Value> = (0..count).map(|place| json!({"country": code(place)})).collect();
    say(
        &mut model,
        loaded(1, &with(&[("/members", json!(members)), ("/records", json!([])), ("/groups", json!([]))])),
    );
    say(&mut model, choose(Field::View, "table"));
    model
}

fn rows(model: &Model) -> (usize, usize) {
    let shown = model.shown.as_ref().expect("it is shown");
    let listed = shown.listed(model.messages.as_deref().expect("a language"));
    (listed.len().min(shown.drawn_rows()), listed.len())
}

#[test]
fn rows_come_by_and_by_and_a_new_question_begins_anew() {
    let mut model = crowd(1000);
    assert_eq!(rows(&model), (ROWS, 1000));
    let listed = |model: &Model| {
        model.shown.as_ref().expect("it is shown").listed(model.messages.as_deref().expect("a language"))
    };
    let next = model.shown.as_ref().expect("it is shown").code(listed(&model)[ROWS]);
    let effects = say(&mut model, Msg::MoreRows(next));
    assert_eq!(effects, [Effect::Focus(Target::Member(next))]);
    assert_eq!(rows(&model), (2 * ROWS, 1000));
    // Opening a profile, comparing, another theme and the same feed again are no new question.
    say(&mut model, Msg::Open(next));
    say(&mut model, choose(Field::Compare, "AAB"));
    say(&mut model, choose(Field::Theme, "dark"));
    assert_eq!(rows(&model), (2 * ROWS, 1000));
    for (field, value) in [
        (Field::Sort, "-country"),
        (Field::Measure, "m"),
        (Field::Date, "2010"),
        (Field::Find, "a"),
        (Field::Status, "unknown"),
    ] {
        say(&mut model, Msg::MoreRows(next));
        assert_eq!(rows(&model).0.min(2 * ROWS), 2 * ROWS.min(rows(&model).1));
        say(&mut model, choose(field, value));
        assert!(rows(&model).0 <= ROWS, "{field:?}");
        say(&mut model, choose(field, field.default()));
    }
}

#[test]
fn a_page_of_a_wide_table_has_fewer_rows() {
    let page = |number: usize| {
        let document = serde_json::from_str(&large::measures(number)).expect("it is JSON");
        page(&read(&document).value)
    };
    assert_eq!([1, 5, 20, 200].map(page), [250, 250, 100, 12]);
}

#[test]
fn typing_in_the_table_narrows_it_and_is_in_the_link() {
    let mut model = shown();
    say(&mut model, choose(Field::View, "table"));
    say(&mut model, Msg::Search(SearchAct::Type("switz".into())));
    assert_eq!((state(&model, Field::Find).as_str(), rows(&model)), ("switz", (1, 1)));
    // A space that was just typed stays in sight.
    say(&mut model, Msg::Search(SearchAct::Type("switz ".into())));
    let shown = model.shown.clone().expect("it is shown");
    assert_eq!(
        (state(&model, Field::Find).as_str(), model.search.shown(&shown).as_str()),
        ("switz", "switz ")
    );
    say(&mut model, Msg::Search(SearchAct::Type("nobody".into())));
    assert_eq!(rows(&model), (0, 0));
    say(&mut model, Msg::ClearFilters);
    assert_eq!((state(&model, Field::Find).as_str(), rows(&model)), ("", (3, 3)));
    // What the host asks for is what the field shows.
    say(&mut model, common::widget::host(Field::Find, "fra"));
    let shown = model.shown.clone().expect("it is shown");
    assert_eq!(model.search.shown(&shown), "fra");
}

#[test]
fn typing_elsewhere_opens_a_list_and_changes_no_view() {
    let mut model = shown();
    say(&mut model, Msg::Search(SearchAct::Type("switz".into())));
    assert!(model.search.open && state(&model, Field::Find).is_empty());
    let effects = say(&mut model, Msg::Search(SearchAct::Choose(code("CHE"))));
    assert!(effects.contains(&Effect::Changed) && effects.contains(&Effect::Focus(Target::Profile)));
    assert_eq!((state(&model, Field::Country).as_str(), model.search.text.as_str()), ("CHE", ""));
    assert!(!model.search.open);
}
