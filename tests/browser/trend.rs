//! The trend by keyboard alone and by finger alone; its numbers are those of `summary()` at each date.

use crate::harness::ability::{Ability, each_engine, lacks};
use crate::harness::page::Page;
use crate::harness::site::{Answer, Site};
use crate::widget::{clock, embed, open, ready};
use serde_json::{Value, json};

/// The chart is drawn for the width that it has, in units of the widget's type (15 px): the first drawing takes the
/// widget's width for it.
pub const SETTLED: &str = "(() => {
    const [chart, size] = [$('.chart'), parseFloat(getComputedStyle($('.pe')).fontSize)];
    return Math.abs($('.chart > svg:not(.column)').viewBox.baseVal.width - chart.clientWidth / size * 15) < 2; })()";

/// A page with the trend of the real feed on 24 November 2026.
fn open_trend(attributes: &str) -> (Site, Page) {
    let day = clock("2026-11-24");
    let site =
        Site::with_page(&format!("<script>{day}</script>{}", embed(&format!("view='trend' {attributes}"))));
    let page = Page::open(&site.url("/page.html"));
    ready(&page);
    page.wait(SHOWN);
    page.wait(SETTLED);
    (site, page)
}

/// A place on the chart, as a share of its width, half way up.
fn on_chart(page: &Page, share: f64) -> (f64, f64) {
    let frame = page
        .eval("(({ x, y, width, height }) => [x, y, width, height])($('.chart').getBoundingClientRect())");
    let at = |place: usize| frame[place].as_f64().expect("a number");
    (at(0) + 2.0 + (at(2) - 4.0) * share, at(1) + at(3) * 0.5)
}

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
    let (_site, page) = open_trend("measure='icse-access'");
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
    // Enter and Space view the year that is read; the trend goes on to today, and the last column is today.
    for (key, year) in [("Enter", "2024"), ("Space", "2025")] {
        page.press("ArrowLeft");
        if key == "Enter" {
            page.press("ArrowLeft");
        }
        page.press(key);
        page.wait(&format!("host.state.date === '{year}'"));
        value(&format!("End of {year}: "));
        assert_eq!(page.attribute(".chart", "aria-valuemax").as_deref(), Some("2026"));
        page.press("End");
        value("24 November 2026: ");
        assert_eq!(page.eval("host.state.date"), json!(year), "what is only read is not viewed");
    }
    page.press("Enter");
    page.wait("host.state.date === ''");
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
    let (_site, page) = open_trend("measure='icse-access'");
    page.touch_screen();
    page.resize(320, 640);
    page.wait(SHOWN);
    page.execute("$('.chart').scrollIntoView({ block: 'center', behavior: 'instant' })");
    page.wait("$('.chart svg').viewBox.baseVal.width < 300");
    page.tap_at(on_chart(&page, 0.5));
    page.wait("/^End of 201\\d$/.test($('.when').innerText)");
    page.wait("host.state.date === $('.when').innerText.slice(-4)");
    page.execute("$('.chart').scrollIntoView({ block: 'center', behavior: 'instant' })");
    page.tap_at(on_chart(&page, 0.0));
    page.wait("$('.when').innerText === 'End of 2008' && host.state.date === '2008'");
    page.execute("$('.chart').scrollIntoView({ block: 'center', behavior: 'instant' })");
    page.tap_at(on_chart(&page, 1.0));
    page.wait("$('.when').innerText === '24 November 2026' && host.state.date === ''");
    page.tap(".sift");
    page.wait("$('.sift').ariaPressed === 'true' && $('.when').innerText.includes('(169)')");
    page.tap("[part~=trend] [aria-expanded]");
    page.wait("$('.trend-table tbody tr')");
    assert_eq!(page.eval("host.scrollWidth <= innerWidth"), json!(true), "nothing scrolls sideways");
    assert_eq!(page.axe(), "");
}

#[test]
fn a_press_on_a_year_views_it_and_what_came_after_stays() {
    each_engine("pointer");
    let (_site, page) = open_trend("measure='icse-access'");
    let bands = "$$('.chart .band').map((band) => band.getAttribute('d')).join()";
    let before = page.eval(bands);
    let sentence = page.text(".sentence");
    page.execute("$('.chart').scrollIntoView({ block: 'center', behavior: 'instant' })");
    page.hover_at(on_chart(&page, 0.5));
    page.wait("$('.when').innerText.startsWith('End of ')");
    let year = page.eval("$('.chart').ariaValueNow");
    let year = year.as_str().expect("a year");
    page.rest();
    let outlined =
        page.eval("(({ left, right }) => [left, right])($('.chart .column .year').getBoundingClientRect())");
    let (at, edge) = (on_chart(&page, 0.5).0, |place: usize| outlined[place].as_f64().expect("a number"));
    assert!(edge(0) <= at && at <= edge(1), "the column under the pointer is read: {outlined} at {at}");
    assert_eq!(page.eval("host.state.date"), json!(""), "the pointer only reads");
    assert_eq!(page.text(".sentence"), sentence);
    page.click_at(on_chart(&page, 0.5));
    page.wait(&format!("host.state.date === '{year}' && $('.sentence').innerText.includes('{year}')"));
    assert_eq!(page.eval(bands), before, "what came after it is still drawn");
    assert_eq!(page.text(".when"), format!("End of {year}"));
    assert!(page.text("[part~=trend]").contains(&format!("Date shown: {year}. Choose another year")));
    let counts = counts(&page, ".numbers");
    assert_eq!(counts, page.eval("host.summary().counts"));
    // The pointer reads on, and what is viewed stays marked.
    let marked = "(({ left, right }) => [left, right])($('.chart .viewed').getBoundingClientRect())";
    let mark = page.eval(marked);
    page.hover_at(on_chart(&page, 0.8));
    page.wait(&format!("$('.chart').ariaValueNow > '{year}'"));
    assert_eq!((page.eval("host.state.date"), page.eval(marked)), (json!(year), mark));
    page.click(".fold");
    page.wait("$('.trend-table')");
    assert_eq!(
        page.eval("$$('.trend-table [aria-current=date]').map((row) => row.dataset.date).join()"),
        json!(year)
    );
    // Another date from elsewhere is what the numbers are of then.
    page.execute("host.state = { date: '2010' }");
    page.wait("$('.when').innerText === 'End of 2010' && $('.trend-table [data-date=\"2010\"]').ariaCurrent === 'date'");
    page.execute("$('.chart').scrollIntoView({ block: 'center', behavior: 'instant' })");
    page.click_at(on_chart(&page, 1.0));
    page.wait("host.state.date === '' && $('.when').innerText === '24 November 2026'");
    // A press that has no place, as those give who do not see the screen, views what is read.
    page.execute("$('.chart').click()");
    page.rest();
    assert_eq!(page.eval("host.state.date"), json!(""));
}

#[test]
fn members_without_data_are_left_out_of_the_drawing_and_the_words_say_how_many() {
    let (_site, page) = open_trend("measure='icse-access' url-state");
    let hatch = ".chart .band[data-style=unknown]";
    let highest = "Math.max(...$$('.chart text').map((text) => Number(text.textContent)).filter((number) => number < 1000))";
    assert_eq!((page.count(hatch), page.eval(highest)), (1, json!(200)));
    assert!(!page.text("[part~=trend]").contains("Not drawn"));
    let (state, address) = (page.eval("host.state"), page.eval("location.href"));
    assert_eq!(page.name(".sift"), "Hide “no public data”");
    page.click(".sift");
    page.wait("$('.sift').ariaPressed === 'true'");
    // The totals that are reported reach to 71.
    assert_eq!((page.count(hatch), page.eval(highest)), (0, json!(80)));
    assert_eq!(
        page.text(".chart-title"),
        "Number of members with public data, by status at the end of each year"
    );
    page.execute("$('.chart').focus()");
    for key in ["Home", "ArrowRight", "End"] {
        page.press(key);
        page.rest();
        page.wait(
            "$('.when').innerText.endsWith(`Not drawn: members without public data (${
                $('.numbers [data-status=unknown]').innerText.trim().match(/\\d+$/)[0]})`)",
        );
    }
    assert_eq!(counts(&page, ".numbers")["unknown"], json!(169));
    page.click(".fold");
    page.wait("$('.trend-table')");
    assert_eq!(page.count(".trend-table [data-status=unknown]"), page.count(".trend-table tbody tr"));
    assert_eq!(
        (page.eval("host.state"), page.eval("location.href")),
        (state, address),
        "no part of the view"
    );
    assert_eq!(page.axe(), "");
    page.click(".sift");
    page.wait("$('.sift').ariaPressed === 'false'");
    assert_eq!((page.count(hatch), page.eval(highest)), (1, json!(200)));
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
            page.wait(&format!("$('.trend-table [aria-current=date]')?.dataset.date === '{date}'"));
            // Another measure may be viewed at the same date.
            page.wait(
                "$$('.numbers [data-status]').every(({ dataset, innerText }) =>
                Number(innerText.trim().match(/\\d+$/)[0]) === host.summary().counts[dataset.status])",
            );
            let rows = page.eval("$$('.trend-table tbody tr').map((row) => row.dataset.date)");
            let rows: Vec<String> = serde_json::from_value(rows).expect("dates");
            let found: Vec<Value> =
                rows.iter().map(|row| counts(&page, &format!("tr[data-date=\"{row}\"]"))).collect();
            let viewed = rows.iter().position(|row| row == date).expect("a row of the date");
            assert_eq!(counts(&page, ".numbers"), found[viewed]);
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
