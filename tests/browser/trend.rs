//! The trend by keyboard alone and by finger alone; its numbers are those of `summary()` at each date.

use crate::harness::ability::{Ability, each_engine, lacks};
use crate::harness::page::Page;
use crate::harness::site::{Answer, Site};
use crate::widget::{embed, open, ready};
use serde_json::{Value, json};

const SHOWN: &str = "$('[part~=trend] .numbers')";

/// The counts that are shown of the column that is read, or of a row of the table, by status.
fn counts(page: &Page, within: &str) -> Value {
    page.eval(&format!(
        "Object.fromEntries($$('{within} [data-status]').map((item) => [item.dataset.status, Number(item.innerText.trim().match(/\\d+$/)[0])]))"
    ))
}

/// Tabs until the chart has the focus.
fn enter_chart(page: &Page) {
    for _ in 0..30 {
        page.press("Tab");
        if page.eval("root.activeElement?.role === 'slider'") == json!(true) {
            return;
        }
    }
    panic!("no Tab leads to the chart");
}

/// Tabs to the button of the table.
fn enter_button(page: &Page) {
    for _ in 0..10 {
        page.press("Tab");
        if page.eval("Boolean(root.activeElement?.ariaExpanded)") == json!(true) {
            return;
        }
    }
    panic!("no Tab leads to the button");
}

#[test]
fn the_trend_is_read_by_keyboard_alone() {
    let (_site, page) = open("measure='icse-access' view='trend' date='2026-11-24'");
    page.wait(SHOWN);
    enter_chart(&page);
    let focus = page.focus();
    assert_eq!(focus.role, "slider");
    let value = |text: &str| page.wait(&format!("root.activeElement.ariaValueText.startsWith('{text}')"));
    value("24 November 2026: implemented 26, partly implemented 1, not implemented 0, no public data 169");
    page.press("ArrowLeft");
    value("End of 2025: ");
    page.press("ArrowLeft");
    value("End of 2024: ");
    assert!(
        page.text(".numbers").contains("Total reported on 5 November 2024: 71"),
        "{}",
        page.text(".numbers")
    );
    page.press("Home");
    value("End of 2008: ");
    page.press("ArrowLeft");
    value("End of 2008: ");
    page.press("ArrowRight");
    value("End of 2009: ");
    page.press("End");
    value("24 November 2026: ");
    enter_button(&page);
    assert_eq!(page.focus().role, "button");
    page.press("Enter");
    page.wait("root.activeElement.ariaExpanded === 'true' && $('.trend-table')");
    assert_eq!(page.count(".trend-table tbody tr"), 19);
    page.press("Space");
    page.wait("root.activeElement.ariaExpanded === 'false' && !$('.trend-table')");
}

#[test]
fn the_trend_is_read_by_finger_alone() {
    each_engine("pointer");
    if lacks(Ability::Touch) {
        return;
    }
    let (_site, page) = open("measure='icse-access' view='trend'");
    page.touch_screen();
    page.resize(320, 640);
    page.wait(SHOWN);
    page.execute("$('.chart').scrollIntoView({ block: 'center', behavior: 'instant' })");
    page.wait("$('.chart svg').viewBox.baseVal.width < 300");
    let frame = page
        .eval("(({ x, y, width, height }) => [x, y, width, height])($('.chart').getBoundingClientRect())");
    let at = |place: usize| frame[place].as_f64().expect("a number");
    page.tap_at((at(0) + at(2) * 0.5, at(1) + at(3) * 0.5));
    page.wait("$('.when').innerText.startsWith('End of 201')");
    page.tap_at((at(0) + 2.0, at(1) + at(3) * 0.5));
    page.wait("$('.when').innerText === 'End of 2008'");
    page.tap("[part~=trend] [aria-expanded]");
    page.wait("$('.trend-table tbody tr')");
    assert_eq!(page.eval("host.scrollWidth <= innerWidth"), json!(true), "nothing scrolls sideways");
    assert_eq!(page.axe(), "");
}

/// Every row of the table says what `summary()` says at its date.
fn check_table(feed: &str, measures: &[&str], known: &str) {
    let site = Site::with_page(&embed("view='trend'").replace("feed.json", feed));
    let page = Page::open(&site.url("/page.html"));
    ready(&page);
    page.wait(SHOWN);
    page.click("[part~=trend] [aria-expanded]");
    // The pointer over the chart would choose a year.
    page.hover_at((1.0, 1.0));
    for measure in measures {
        for date in ["2026-11-24", "2013"] {
            let state = json!({"measure": measure, "date": date, "known": known, "view": "trend"});
            page.execute(&format!("host.state = {state}"));
            page.rest();
            page.wait(&format!("$$('.trend-table tbody tr').at(-1)?.dataset.date === '{date}'"));
            let rows = page.eval("$$('.trend-table tbody tr').map((row) => row.dataset.date)");
            let rows: Vec<String> = serde_json::from_value(rows).expect("dates");
            let found: Vec<Value> =
                rows.iter().map(|row| counts(&page, &format!("tr[data-date=\"{row}\"]"))).collect();
            assert_eq!(counts(&page, ".numbers"), found[found.len() - 1]);
            for (row, found) in rows.iter().zip(found) {
                let expected = page.eval(&format!("(host.state = {{ date: '{row}' }}, host.summary())"));
                assert_eq!(expected["date"], json!(row));
                assert_eq!(found, expected["counts"], "{feed} {measure} {known} {row}");
            }
        }
    }
}

#[test]
fn the_trend_s_table_says_what_the_summary_says() {
    check_table("feed.json", &["icse-access", "overall"], "");
    check_table("demo.json", &["register", "overall"], "2018");
}

#[test]
fn reported_totals_are_linked_and_stand_apart() {
    let (_site, page) = open("measure='icse-access' view='trend'");
    page.wait(SHOWN);
    assert_eq!(page.count(".chart .diamond"), 13);
    page.click("[part~=trend] [aria-expanded]");
    page.wait("$('.trend-table')");
    assert_eq!(page.count(".trend-table .reports a"), 13);
    page.execute("host.state = { region: 'europe' }");
    page.wait("!$('.chart .diamond')");
    assert_eq!(page.count(".trend-table .reports"), 0);
}

#[test]
fn a_feed_with_nothing_to_follow_says_so() {
    let feed = |records: Value| {
        json!({
            "version": "1.0", "scale": [{"id": "yes", "label": "yes", "rank": 1}],
            "measures": [{"id": "m", "title": "M"}], "members": [{"country": "FRA"}], "records": records,
        })
    };
    let site = Site::with_page(&embed("view='trend' date='2026'").replace("feed.json", "own.json"));
    site.answer("/own.json", Answer::json(feed(json!([])).to_string()));
    let page = Page::open(&site.url("/page.html"));
    ready(&page);
    page.wait("$('[part~=trend] p')");
    assert!(
        page.text("[part~=trend]").contains("nothing is publicly known"),
        "{}",
        page.text("[part~=trend]")
    );
    let one = json!([{"country": "FRA", "measure": "m", "status": "yes", "date": "2026"}]);
    site.answer("/own.json", Answer::json(feed(one).to_string()));
    page.eval("host.refresh()");
    page.wait(SHOWN);
    assert_eq!((page.count(".chart"), page.count("[part~=trend] [aria-expanded]")), (0, 0));
    assert_eq!(page.text(".when"), "2026");
}
