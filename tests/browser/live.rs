//! What is said to those who do not see the screen: one region, one short text, when things have come to rest.

use serde_json::json;

use crate::harness::page::Page;
use crate::widget::{choices, open, ready};

/// Keeps all that is said from now on.
fn listen(page: &Page) {
    page.execute(
        "window.said = [];
         new MutationObserver(() => said.push($('[role=status]').textContent))
             .observe($('[role=status]'), { childList: true, characterData: true, subtree: true });",
    );
}

/// Waits until a text is said, and holds that it was the only one since.
fn hears(page: &Page, text: &str) {
    page.wait(&format!("said.includes({})", json!(text)));
    assert_eq!(page.eval("said"), json!([text]));
    page.execute("said.length = 0");
}

/// The same of the sentence, as it is by then: it is drawn later than `host.state` tells.
fn hears_the_sentence(page: &Page) {
    page.wait("said.includes($('.sentence').innerText)");
    hears(page, &page.text(".sentence"));
}

#[test]
fn what_is_there_at_first_is_read_not_said() {
    let (_site, page) = open("view='table' measure='icse-access'");
    page.wait("$('.table tbody tr')");
    page.eval("new Promise((done) => setTimeout(() => done(true), 900))");
    assert_eq!(page.text("[role=status]"), "");
}

#[test]
fn filters_measures_and_dates_are_told_by_the_sentence() {
    let (_site, page) = open("measure='icse-access'");
    listen(&page);
    choices(&page, "countries");
    for (press, there) in [
        ("$('.options [data-kind=choice]').click()", "host.state.region"),
        ("$('[data-kind=chip]').click()", "!host.state.region"),
        ("$('[data-choice=measure] .tab').click()", "host.state.measure === 'overall'"),
    ] {
        page.execute(press);
        page.wait(there);
        hears_the_sentence(&page);
    }
    page.execute("$('input[data-hand=date]').focus()");
    page.type_text("2012");
    page.press("Enter");
    page.wait("host.state.date === '2012'");
    hears_the_sentence(&page);
}

#[test]
fn the_table_tells_how_many_rows_are_left_once_the_typing_rests() {
    let (_site, page) = open("view='table'");
    page.wait("$('.table tbody tr')");
    listen(&page);
    page.execute("$('.search input').focus()");
    page.type_text("united");
    page.wait("$$('.table tbody tr').length === 4");
    hears(&page, &page.text("caption [data-say]"));
}

#[test]
fn the_search_tells_how_many_are_found_and_that_nobody_is() {
    let (_site, page) = open("");
    page.execute("$('.search input').focus()");
    listen(&page);
    page.type_text("zimb");
    hears(&page, "1 country found");
    page.type_text("xyz");
    hears(&page, "No country matches “zimbxyz”.");
}

#[test]
fn zooming_and_copying_are_told() {
    let (_site, page) = open("");
    page.media(&[("prefers-reduced-motion", "reduce")]);
    ready(&page);
    listen(&page);
    page.execute("$('.steps button').focus()");
    page.press("Enter");
    page.wait("said.length");
    let said = page.eval("said");
    assert!(said[0].as_str().is_some_and(|text| text.starts_with("Zoom: ") && text.ends_with('%')), "{said}");
    page.execute(
        "said.length = 0; navigator.clipboard.writeText = () => new Promise((done) => setTimeout(done))",
    );
    page.execute("$('[data-offer=cite]').click()");
    page.wait("$('[data-offered=cite]')");
    page.rest();
    for _ in 0..2 {
        page.execute("$('.take button').focus()");
        page.press("Enter");
        hears(&page, "Copied.");
    }
}

#[test]
fn a_run_through_the_years_says_nothing_until_it_ends() {
    let (_site, page) = open("measure='icse-access' date='2019'");
    listen(&page);
    page.execute("$('.play').focus()");
    page.press("Enter");
    page.wait("host.state.date.startsWith('2022')");
    assert_eq!(page.eval("said"), json!([]));
    page.wait("!$('[data-playing]')");
    hears_the_sentence(&page);
}

#[test]
fn a_hand_that_is_dragged_says_its_last_place_alone() {
    let (_site, page) = open("measure='icse-access'");
    let line = page.eval(
        "(() => { $('svg.line').scrollIntoView({ block: 'center', behavior: 'instant' });
            const { x, y, width } = $('svg.line').getBoundingClientRect(); return [x, y + 26, width]; })()",
    );
    let number = |at: usize| line[at].as_f64().expect("a number");
    listen(&page);
    let points: Vec<_> =
        (0..30).map(|step| (number(0) + number(2) * (0.95 - 0.02 * f64::from(step)), number(1))).collect();
    page.drag(&points);
    page.wait("host.state.date !== ''");
    hears_the_sentence(&page);
    // Nor do keys that follow each other.
    page.execute("$('.hand').focus()");
    page.press_times("PageDown", 12);
    hears_the_sentence(&page);
}
