//! The table: sorted and narrowed by keyboard and finger; thousands of members, of which it draws a part.

use std::sync::LazyLock;

use crate::harness::ability::{Ability, each_engine, lacks};
use crate::harness::page::Page;
use crate::harness::site::{Answer, Site};
use crate::widget::{SIDEWAYS, embed, open, ready};
use serde_json::{Value, json};

/// A feed with so many members, in three regions, and so many claims.
fn crowd(members: usize, records: usize) -> Value {
    let code = |place: usize| {
        let letter = |place: usize| char::from(b'A' + u8::try_from(place % 26).expect("a letter"));
        [letter(place / 676), letter(place / 26), letter(place)].iter().collect::<String>()
    };
    let statuses = ["done", "begun", "planned"];
    let measures = ["one", "two", "three"];
    json!({
        "version": "1.0",
        "regions": (0..3).map(|place| json!({"id": format!("r{place}"), "label": format!("Region {place}")})).collect::<Vec<_>>(),
        "scale": statuses.iter().enumerate().map(|(place, id)| json!({"id": id, "label": id, "rank": 3 - place})).collect::<Vec<_>>(),
        "measures": measures.map(|id| json!({"id": id, "title": id})),
        "members": (0..members).map(|place| json!({"country": code(place), "region": format!("r{}", place % 3), "name": format!("Land {place:04}")})).collect::<Vec<_>>(),
        "records": (0..records).map(|place| json!({
            "country": code(place * 7 % members), "measure": measures[place % 3], "status": statuses[place / 5 % 3],
            "date": format!("{}-{:02}", 2000 + place / 11 % 26, 1 + place % 12),
            "evidence": [{"url": "https://example.org/", "title": "T"}],
        })).collect::<Vec<_>>(),
    })
}

/// The largest feed there may be.
static CROWD: LazyLock<String> = LazyLock::new(|| crowd(5_000, 100_000).to_string());

fn crowded(attributes: &str) -> (Site, Page) {
    let site = Site::with_page(&embed(attributes).replace("feed.json", "crowd.json"));
    site.answer("/crowd.json", Answer::json(CROWD.as_str()));
    let page = Page::open(&site.url("/page.html"));
    ready(&page);
    (site, page)
}

#[test]
fn of_thousands_of_members_only_the_rows_asked_for_are_drawn() {
    let (_site, page) = crowded("view='table'");
    page.wait("$('tbody tr')");
    assert_eq!(page.count("tbody tr"), 250);
    assert!(page.text(".more").contains("Showing the first 250 of 5,000."), "{}", page.text(".more"));
    // By a column of texts and one of dates, both ways; by each, without a browser, in `tests/native/table.rs`.
    for column in ["country", "changed"] {
        for order in ["ascending", "descending"] {
            page.execute(&format!("$('th[data-column={column}] button').focus()"));
            if !(column == "country" && order == "ascending") {
                page.press("Enter");
            }
            page.wait(&format!("$('th[data-column={column}]').ariaSort === '{order}'"));
            assert_eq!(page.count("tbody tr"), 250, "{column} {order}");
        }
    }
    page.execute("host.state = { sort: 'country' }");
    page.wait("$('tbody tr th').innerText === 'Land 0000'");
    page.execute("$('.more button').focus()");
    page.press("Enter");
    page.wait("$$('tbody tr').length === 500");
    page.wait("root.activeElement.closest('tr')?.innerText.startsWith('Land 0250')");
    // A new question begins anew; what is typed narrows all, not only what is drawn.
    page.execute("$('.search input').focus()");
    page.type_text("land 4999");
    page.wait("$$('tbody tr').length === 1 && $('tbody tr th').innerText === 'Land 4999'");
    assert_eq!(page.count(".more"), 0);
    page.press("Escape");
    page.wait("$$('tbody tr').length === 250");
}

#[test]
fn a_change_of_date_keeps_the_rows_and_changes_their_cells() {
    let (_site, page) = crowded("view='table' date='2003'");
    page.wait("$('tbody tr')");
    page.execute("window.rows = $$('tbody tr'); host.state = { date: '2020' }");
    page.wait("$('.header').innerText.includes('2020')");
    assert_eq!(page.eval("$$('tbody tr').every((row, place) => row === rows[place])"), json!(true));
}

#[test]
fn thousands_are_searched_from_the_map_too() {
    let (_site, page) = crowded("");
    page.execute("$('.search input').focus()");
    page.type_text("land 3210");
    page.wait("$('[role=option]').innerText.includes('Land 3210')");
    page.press("Enter");
    page.wait("$('[part~=profile]').innerText.includes('Land 3210')");
}

#[test]
fn the_table_is_sorted_and_opened_by_finger_on_a_phone() {
    if lacks(Ability::Touch) {
        return;
    }
    let (_site, page) = open("view='table'");
    page.touch_screen();
    page.resize(320, 640);
    page.tap("th[data-column=icse-access] button");
    page.wait("$('th[data-column=icse-access]').ariaSort === 'ascending'");
    assert_eq!(page.eval("host.state.sort"), json!("icse-access"));
    assert_eq!(page.eval(SIDEWAYS), json!(0));
    let first = page.attribute("tbody tr", "data-country").expect("a row has its country");
    page.tap("tbody tr [data-kind=name]");
    page.wait(&format!("$('[part~=profile]').dataset.country === '{first}'"));
}

#[test]
fn nobody_left_is_said_with_the_way_out() {
    let (_site, page) = open("view='table' region='africa' status='3-of-3'");
    page.wait("$('.empty')");
    assert_eq!(page.count("tbody tr"), 0);
    assert!(page.text(".empty").contains("No member matches these filters."));
    page.execute("$('.empty button').focus()");
    page.press("Enter");
    page.wait("$$('tbody tr').length === 196");
}

#[test]
fn order_and_filter_survive_a_change_of_view() {
    let (_site, page) = open("view='table'");
    page.execute("host.state = { sort: '-sources', find: 'an' }");
    page.wait("$('th[data-column=sources]').ariaSort === 'descending'");
    let rows = page.eval("$$('tbody tr').map((row) => row.dataset.country).join()");
    page.execute("host.state = { view: 'map' }");
    page.wait("$('.map')");
    page.execute("host.state = { view: 'table' }");
    page.wait("$('tbody tr')");
    assert_eq!(page.eval("$$('tbody tr').map((row) => row.dataset.country).join()"), rows);
}

#[test]
fn columns_fit_or_become_signs_at_every_width() {
    each_engine("layout");
    let measures = |count: usize| {
        let mut feed = crowd(12, 60);
        let list: Vec<Value> = (0..count)
            .map(
                |place| json!({"id": format!("m{place}"), "title": format!("Identification number {place}")}),
            )
            .collect();
        feed["measures"] = json!(list);
        feed["records"] = json!([]);
        Answer::json(feed.to_string())
    };
    for (feed, lang) in [
        ("feed.json", "fr"),
        ("demo.json", "fr"),
        ("one.json", "en"),
        ("five.json", "en"),
        ("twelve.json", "en"),
    ] {
        let attributes = format!("view='table' lang='{lang}'");
        let site = Site::with_page(&embed(&attributes).replace("feed.json", feed));
        site.answer("/one.json", measures(1));
        site.answer("/five.json", measures(5));
        site.answer("/twelve.json", measures(12));
        let page = Page::open(&site.url("/page.html"));
        ready(&page);
        for width in [320, 500, 768, 960, 1100, 1280] {
            page.resize(width, 800);
            page.wait(&format!("innerWidth === {width} && $('tbody tr')"));
            // The table is laid out anew once it has its width.
            page.rest();
            page.becomes(&format!("{SIDEWAYS} /* {feed} at {width} */"), 0);
        }
    }
}
