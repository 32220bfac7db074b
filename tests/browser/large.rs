//! A feed as large as one may be: 5,000 members, 100,000 records. And that a change of the date touches only
//! what it changes.

use crate::harness::page::Page;
use crate::harness::site::{Answer, Site};
use crate::widget::{embed, open, ready};
use serde_json::{Value, json};
use std::fmt::Write;

/// Codes of three letters, those of real countries first.
fn codes(count: usize) -> Vec<String> {
    let real = std::fs::read_to_string("data/hanoi-2011/members.csv").expect("the members");
    let mut codes: Vec<String> = real.lines().skip(1).map(|line| line[..3].to_owned()).collect();
    let letters = || b'A'..=b'Z';
    for (a, b, c) in letters().flat_map(|a| letters().flat_map(move |b| letters().map(move |c| (a, b, c)))) {
        let code = String::from_utf8(vec![a, b, c]).expect("letters");
        if !codes.contains(&code) {
            codes.push(code);
        }
        if codes.len() == count {
            break;
        }
    }
    codes
}

/// Each member has twenty records, of two measures, by a rule that scatters them over thirty years.
pub fn feed() -> String {
    let codes = codes(5000);
    let mut text = String::from(
        r#"{"version":"1.0","demo":true,"scale":[{"id":"yes","label":"yes","rank":2},{"id":"half","label":"half","rank":1},
        {"id":"no","label":"no","rank":0}],"measures":[{"id":"m","title":"M"},{"id":"n","title":"N"}],"members":["#,
    );
    for (place, code) in codes.iter().enumerate() {
        let comma = if place > 0 { "," } else { "" };
        write!(text, r#"{comma}{{"country":"{code}","name":"Member {code}"}}"#).expect("a string");
    }
    text.push_str(r#"],"records":["#);
    for (place, code) in codes.iter().enumerate() {
        for turn in 0..20 {
            let scattered = place * 7919 + turn * 104_729;
            let (measure, status) = (["m", "n"][turn % 2], ["yes", "half", "no"][scattered % 3]);
            let (year, month) = (1996 + scattered % 30, 1 + scattered % 12);
            let comma = if place + turn > 0 { "," } else { "" };
            write!(
                text,
                r#"{comma}{{"country":"{code}","measure":"{measure}","status":"{status}","date":"{year}-{month:02}","evidence":[{{"url":"https://example.org/{scattered}","title":"T"}}]}}"#
            )
            .expect("a string");
        }
    }
    text.push_str("]}");
    text
}

/// Watches the map's items from now on.
fn watch(page: &Page) {
    page.execute(
        "const read = () => new Map($$('.map [data-country]').map((item) =>
             [item.dataset.country, item.dataset.status + item.getAttribute('aria-label')]));
         window.readItems = read;
         window.before = read();
         window.touched = new Set();
         window.added = 0;
         new MutationObserver((records) => {
             for (const { type, target } of records) {
                 if (target.closest('.rings')) continue;
                 if (type === 'childList') window.added += 1;
                 else window.touched.add(target.closest('[data-country]')?.dataset.country ?? target.localName);
             }
         }).observe($('.map svg'), { subtree: true, childList: true, attributes: true });",
    );
}

/// Holds what was touched against what reads otherwise; how many did.
fn compare(page: &Page) -> u64 {
    let told = page.eval(
        "(() => { const after = readItems();
            const changed = [...after].filter(([code, text]) => before.get(code) !== text).map(([code]) => code);
            const items = [...touched].filter((name) => after.has(name));
            const extra = items.filter((code) => !changed.includes(code));
            const missed = changed.filter((code) => !touched.has(code));
            return { changed: changed.length, extra, missed, added }; })()",
    );
    assert_eq!(
        (&told["extra"], &told["missed"], &told["added"]),
        (&json!([]), &json!([]), &json!(0)),
        "{told}"
    );
    told["changed"].as_u64().expect("a number")
}

#[test]
fn five_thousand_members_with_a_hundred_thousand_records_are_shown_and_answer() {
    let site = Site::with_page(&embed("measure='m'").replace("feed.json", "large.json"));
    site.answer("/large.json", Answer::json(feed()));
    let page = Page::open(&site.url("/page.html"));
    ready(&page);
    let counts = |page: &Page| page.eval("host.summary().counts");
    let total =
        |counts: &Value| counts.as_object().expect("counts").values().filter_map(Value::as_u64).sum::<u64>();
    assert_eq!(total(&counts(&page)), 5000);
    page.execute("$('.hand[data-hand=date]').focus()");
    watch(&page);
    page.press("PageDown");
    page.wait("host.state.date !== '' && touched.size > 0");
    assert!(compare(&page) > 0, "a year changes something");
    assert_eq!(total(&counts(&page)), 5000);
    page.execute("$$('.toolbar .tab').find((tab) => tab.textContent === 'Table').click()");
    page.wait("$('.table tbody tr')");
    page.click("tbody tr button");
    page.wait("$('[part~=profile]')");
}

#[test]
fn a_change_of_the_date_touches_the_members_that_change_and_no_other() {
    let (_site, page) = open("measure='icse-access' date='2012'");
    watch(&page);
    page.execute("host.state = { date: '2013' }");
    page.wait("host.summary().date === '2013'");
    page.rest();
    let changed = compare(&page);
    assert!((1..40).contains(&changed), "{changed}");
    watch(&page);
    page.execute("host.state = { date: '2013-12' }");
    page.wait("host.summary().date === '2013-12'");
    page.rest();
    assert_eq!(compare(&page), 0);
}
