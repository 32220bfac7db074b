//! The same statuses as globe and as tiles.

use crate::harness::ability::{Ability, each_engine, lacks};
use crate::harness::page::Page;
use crate::widget::{choices, open};
use serde_json::{Value, json};

/// Code and status of each member on the map.
fn statuses(page: &Page) -> Value {
    page.eval("Object.fromEntries($$('.map [data-country]').map((item) => [item.dataset.country, item.dataset.status]).sort())")
}

fn is_in(form: &str) -> String {
    format!("$('.map').dataset.form === '{form}'")
}

#[test]
fn every_projection_shows_every_status() {
    let (_site, page) = open("measure='icse-access'");
    let map = statuses(&page);
    for form in ["globe", "tiles"] {
        page.execute(&format!("host.state = {{ projection: '{form}' }}"));
        page.wait(&is_in(form));
        assert_eq!(statuses(&page), map, "{form}");
        assert_eq!(page.count(".map [data-country][tabindex='0']"), 1);
    }
}

#[test]
fn the_reader_chooses_a_projection_and_a_link_opens_it() {
    let (_site, page) = open("");
    choices(&page, "more");
    page.execute("$$('.options .tab').find((tab) => tab.textContent === 'Tiles').click()");
    page.wait(&is_in("tiles"));
    assert_eq!(page.eval("host.state.projection"), json!("tiles"));
    let (_site, page) = open("projection='globe' camera='-25 134 2'");
    page.wait(&is_in("globe"));
    page.wait("$('.map [data-country=AUS] path').getAttribute('d')");
    assert_eq!(page.eval("$('.map [data-country=DEU] path').getAttribute('d')"), json!(""));
}

#[test]
fn tiles_are_equal_and_carry_their_codes() {
    each_engine("SVG");
    let (_site, page) = open("projection='tiles'");
    page.wait(&is_in("tiles"));
    let widths = "$$('.map [data-country] path').map((tile) => tile.getBoundingClientRect().width)";
    let range = page.eval(&format!("((widths) => Math.max(...widths) - Math.min(...widths))({widths})"));
    assert!(range.as_f64().is_some_and(|range| range < 0.1), "{range} px");
    assert_eq!(page.count(".lettering text"), 196);
    assert_eq!(page.eval("$$('.lettering text').some((text) => text.textContent === 'FR')"), json!(true));
    page.click(".map [data-country=JPN]");
    page.wait("host.state.country === 'JPN'");
}

#[test]
fn the_globe_turns_by_mouse_by_keys_and_to_the_focus() {
    each_engine("pointer");
    let (_site, page) = open("projection='globe'");
    page.wait(&is_in("globe"));
    let seen = |code: &str| format!("$('.map [data-country={code}] path').getAttribute('d') !== ''");
    page.wait(&seen("COD"));
    assert_eq!(page.eval(&seen("NZL")), json!(false));
    let middle = page.middle(".map svg");
    page.drag(&[middle, (middle.0 + 100.0, middle.1), (middle.0 + 300.0, middle.1)]);
    page.wait("Number(host.state.camera.split(' ')[1]) < -30");
    page.wait(&seen("USA"));
    assert_eq!(page.eval("host.state.country"), json!(""));
    page.execute("$('.map [data-country=USA]').focus()");
    let before = page.eval("Number(host.state.camera.split(' ')[1])").as_f64().expect("a number");
    page.press("Shift+ArrowRight");
    page.wait(&format!("Number(host.state.camera.split(' ')[1]) > {}", before + 10.0));
    page.type_text("New Zealand");
    page.wait("root.activeElement.dataset.country === 'NZL'");
    page.wait(&seen("NZL"));
    page.press("Enter");
    page.wait("$('[part~=profile]').dataset.country === 'NZL'");
}

#[test]
fn the_globe_turns_under_a_finger() {
    each_engine("pointer");
    if lacks(Ability::Touch) {
        return;
    }
    let (_site, page) = open("projection='globe'");
    page.touch_screen();
    page.resize(320, 640);
    page.wait(&is_in("globe"));
    let middle = page.middle(".map svg");
    page.swipe(&[
        middle,
        (middle.0 - 20.0, middle.1),
        (middle.0 - 50.0, middle.1),
        (middle.0 - 70.0, middle.1),
    ]);
    page.wait("Number(host.state.camera.split(' ')[1]) > 25");
}

#[test]
fn a_picture_is_of_the_projection_shown() {
    let (_site, page) = open("projection='tiles'");
    page.wait(&is_in("tiles"));
    assert_eq!(
        page.eval("host.toSVG().then((svg) => (svg.match(/data-country=/g) ?? []).length)"),
        json!(196)
    );
    assert_eq!(page.eval("host.toSVG().then((svg) => svg.includes('>FR</text>'))"), json!(true));
    page.execute("host.state = { projection: 'globe' }");
    page.wait(&is_in("globe"));
    assert_eq!(
        page.eval("host.toSVG().then((svg) => (svg.match(/data-country=/g) ?? []).length)"),
        json!(196)
    );
}

#[test]
fn tiles_and_globe_answer_to_a_finger() {
    each_engine("pointer");
    if lacks(Ability::Touch) {
        return;
    }
    let (_site, page) = open("");
    page.touch_screen();
    page.resize(320, 640);
    choices(&page, "more");
    page.tap(".options .tab:nth-of-type(3)");
    page.wait(&is_in("tiles"));
    page.tap(".map [data-country=BRA] path");
    page.wait("host.state.country === 'BRA'");
    page.tap(".profile .close");
    page.wait("host.state.country === ''");
    page.tap(".options .tab:nth-of-type(2)");
    page.wait(&is_in("globe"));
    let (x, y) = page.middle(".map svg");
    page.swipe(&[(x - 60.0, y), (x, y), (x + 60.0, y)]);
    page.wait("Number(host.state.camera.split(' ')[1]) < -5");
    assert_eq!(page.eval("host.state.country"), json!(""));
}
