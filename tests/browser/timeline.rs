//! The timeline by keyboard, mouse and finger.

use crate::harness::ability::{Ability, each_engine, lacks};
use crate::harness::page::Page;
use crate::widget::{choices, open, ready};
use serde_json::json;

fn date(page: &Page) -> String {
    page.eval("host.state.date").as_str().expect("a date").to_owned()
}

/// A place on the first line, a share of its length.
fn place(page: &Page, share: f64) -> (f64, f64) {
    let line = page.eval(
        "(() => { const line = $('svg.line'); line.scrollIntoView({ block: 'center', behavior: 'instant' });
            const { x, y, width } = line.getBoundingClientRect(); return [x, y, width]; })()",
    );
    let number = |at: usize| line[at].as_f64().expect("a number");
    (number(0) + share * number(2), number(1) + 26.0)
}

#[test]
fn keys_move_the_viewed_date_and_everything_with_it() {
    let (_site, page) = open("measure='icse-access'");
    let says = |words: &str| {
        page.wait(&format!("$('.hand[data-hand=date]').getAttribute('aria-valuetext') === '{words}'"));
    };
    page.execute("$('.hand[data-hand=date]').focus()");
    assert_eq!((page.focus().role.as_str(), page.focus().name.as_str()), ("slider", "Date"));
    page.press("ArrowLeft");
    page.wait("host.state.date === '2026-10'");
    page.press("PageDown");
    page.wait("host.state.date === '2025-10'");
    page.press("Home");
    page.wait("host.state.date === '1998-01' && host.summary().counts.implemented === 0");
    says("January 1998");
    page.press("End");
    page.wait("host.state.date === '' && host.summary().counts.implemented === 26");
    says("Today");
}

#[test]
fn a_date_is_typed_and_one_that_is_none_is_told() {
    let (_site, page) = open("measure='icse-access'");
    page.execute("$('input[data-hand=date]').focus()");
    page.type_text("2009-06");
    page.press("Enter");
    page.wait("host.state.date === '2009-06'");
    page.comes_to_say(".sentence", "June 2009");
    page.execute("$('input[data-hand=date]').select()");
    page.type_text("soon");
    page.press("Enter");
    page.wait("$('[role=alert]').textContent.includes('2014-05-12')");
    assert_eq!(page.attribute("input[data-hand=date]", "aria-invalid").as_deref(), Some("true"));
    assert_eq!(date(&page), "2009-06");
    page.execute("$('input[data-hand=date]').select()");
    page.press("Delete");
    page.press("Enter");
    page.wait("host.state.date === '' && !$('[role=alert]')");
}

#[test]
fn the_hand_is_dragged_by_mouse() {
    each_engine("pointer");
    let (_site, page) = open("");
    page.drag(&[place(&page, 0.999), place(&page, 0.7), place(&page, 0.5)]);
    page.wait("host.state.date.startsWith('2012')");
    assert_eq!(page.focus().role, "slider");
    // Let go, it stays where it is.
    page.hover_at(place(&page, 0.2));
    assert!(date(&page).starts_with("2012"));
}

#[test]
fn the_hand_is_put_by_finger_on_a_phone() {
    each_engine("pointer");
    if lacks(Ability::Touch) {
        return;
    }
    let (_site, page) = open("");
    page.touch_screen();
    page.resize(320, 640);
    page.tap_at(place(&page, 0.5));
    page.wait("host.state.date.startsWith('2012')");
    page.tap("[data-clock=date] .play");
    page.wait("$('.play').ariaLabel === 'Pause'");
    page.tap("[data-clock=date] .play");
    page.wait("$('.play').ariaLabel === 'Play through the years'");
}

#[test]
fn two_dates_are_compared_by_keyboard() {
    let (_site, page) = open("measure='icse-access'");
    choices(&page, "more");
    page.execute("$$('.options button').find((button) => button.textContent.startsWith('Compare')).focus()");
    page.press("Enter");
    page.wait("host.state.against === '2011-11-03' && $('[data-change=first-known]')");
    assert_eq!(page.text("[data-change=first-known] b"), "22");
    assert_eq!(
        page.eval("host.summary().changes"),
        json!({"forward": 0, "back": 0, "first-known": 22, "withdrawn": 0, "otherwise": 0, "same": 5, "unknown": 169})
    );
    let sentence = page.text(".sentence");
    assert!(
        sentence.contains("after 3 November 2011") && sentence.contains("status of 22 of 196 members"),
        "{sentence}"
    );
    assert!(page.text("#date-rule").contains("after this date"), "{}", page.text("#date-rule"));
    assert_eq!(page.count(".map [data-country][data-status]"), 196);
    page.execute("$('.hand[data-hand=against]').focus()");
    page.press("Home");
    page.wait("host.state.against === '1998-01' && $('[data-change=first-known] b').textContent === '27'");
    page.execute("[...$$('.clocks button')].find((button) => button.textContent.startsWith('Stop')).focus()");
    page.press("Enter");
    page.wait("host.state.against === '' && $('.legend [data-status=implemented]')");
}

#[test]
fn what_was_known_is_a_second_clock() {
    let (_site, page) = open("measure='icse-access'");
    choices(&page, "more");
    page.execute("$$('.options button').find((button) => button.textContent.startsWith('See')).focus()");
    page.press("Enter");
    page.wait("host.state.known !== '' && $('[data-clock=known] .hand')");
    page.execute("$('.hand[data-hand=known]').focus()");
    page.press("Home");
    page.wait("host.state.known === '2026-01-01' && Object.keys(host.summary().counts).length === 0");
    assert_eq!(date(&page), "");
    page.comes_to_say(".sentence", "Nothing was on record yet");
    let sentence = page.text(".sentence");
    assert!(!sentence.contains("of 196"), "{sentence}");
    assert_eq!(page.count(".legend b"), 0);
    assert!(page.text(".caveat").contains("Based on what was on record up to"));
    page.execute("$('input[data-hand=known]').select()");
    page.type_text("2026-11-24");
    page.press("Enter");
    // Two more were recorded four days later.
    page.wait("host.summary().counts.implemented === 24");
}

#[test]
fn a_future_date_says_that_it_is_announced() {
    let (_site, page) = open("date='2031'");
    assert!(page.text(".caveat").contains("in the future"));
}

#[test]
fn the_years_run_until_they_are_stopped() {
    let (_site, page) = open("measure='icse-access'");
    page.media(&[("prefers-reduced-motion", "no-preference")]);
    ready(&page);
    page.execute("$('.play').focus()");
    page.press("Enter");
    page.wait("host.state.date === '1998-01'");
    page.wait("host.state.date === '1999-01'");
    page.press("Enter");
    page.wait("$('.play').ariaLabel === 'Play through the years'");
}

#[test]
fn it_may_be_left_out() {
    let (_site, page) = open("hide='timeline'");
    assert_eq!(page.count("[part~=timeline]"), 0);
    assert_eq!(page.eval("host.summary().total"), json!(196));
}
