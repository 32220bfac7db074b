//! The widget by mouse and by finger.

use crate::harness::page::Page;
use crate::widget::open;
use serde_json::json;

/// A point on each member: the middle of its marker, else one inside its shape with nothing else on top,
/// from the middle outwards. CSS px of the viewport.
const POINTS: &str = "$$('.map [data-country]').map((item) => {
    const shape = item.querySelector('circle, path');
    const box = shape.getBoundingClientRect();
    if (shape.localName === 'circle') return [item.dataset.country, box.x + box.width / 2, box.y + box.height / 2];
    const inverse = shape.getScreenCTM().inverse();
    const steps = [...Array(41).keys()].sort((a, b) => Math.abs(a - 20) - Math.abs(b - 20));
    for (const row of steps) for (const column of steps) {
        const point = new DOMPoint(box.x + box.width * column / 40, box.y + box.height * row / 40);
        if (shape.isPointInFill(point.matrixTransform(inverse)) &&
            root.elementFromPoint(Math.round(point.x), Math.round(point.y))?.closest('[data-country]') === item)
            return [item.dataset.country, Math.round(point.x), Math.round(point.y)];
    }
    return [item.dataset.country, null, null];
})";

/// Presses each member at a place of its own; the codes of those whose profile did not open.
fn press_every_member(page: &Page, press: impl Fn(&Page, (f64, f64))) {
    page.execute("$('.map').scrollIntoView({ block: 'start', behavior: 'instant' })");
    let points: Vec<(String, Option<f64>, Option<f64>)> =
        serde_json::from_value(page.eval(POINTS)).expect("points");
    assert_eq!(points.len(), 196);
    page.execute("host.addEventListener('policy-explorer-change', ({ detail }) => { window.opened = detail.country; })");
    let mut missed = Vec::new();
    for (code, x, y) in points {
        let Some(point) = x.zip(y) else {
            missed.push(code);
            continue;
        };
        page.execute("window.opened = ''; host.state = { country: '' }; $('.map').scrollIntoView({ block: 'start', behavior: 'instant' })");
        press(page, point);
        page.wait("window.opened");
        let opened = page.eval("window.opened");
        if opened != json!(code) {
            missed.push(format!("{code} ({opened})"));
        }
    }
    assert_eq!(missed, [""; 0], "not opened where they lie");
}

#[test]
fn every_member_is_opened_by_mouse_on_a_desktop() {
    let (_site, page) = open("hide='profile'");
    page.resize(1280, 800);
    press_every_member(&page, Page::click_at);
}

#[test]
fn every_member_is_opened_by_finger_on_a_phone() {
    let (_site, page) = open("hide='profile'");
    page.touch_screen();
    page.resize(320, 640);
    press_every_member(&page, Page::tap_at);
}

#[test]
fn hovering_names_the_country_first() {
    let (_site, page) = open("measure='icse-access'");
    page.hover(".map [data-country=BRA]");
    page.wait("$('[role=tooltip]').checkVisibility()");
    let text = page.text("[role=tooltip]");
    assert!(text.starts_with("Brazil"), "{text}");
    assert!(text.contains("implemented, since 2009"), "{text}");
    page.hover_at((2.0, 2.0));
    page.wait("!$('[role=tooltip]').checkVisibility()");
}

#[test]
fn a_territory_says_whose_status_it_shows() {
    let (_site, page) = open("");
    let greenland = "$$('.land path').find((path) => path.getBoundingClientRect().width > 60 && path.getBoundingClientRect().y < $('.map').getBoundingClientRect().y + 20)";
    let point = page.eval(&format!("(() => {{ const box = ({greenland}).getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 3]; }})()"));
    page.hover_at((point[0].as_f64().expect("x"), point[1].as_f64().expect("y")));
    page.wait("$('[role=tooltip]').checkVisibility()");
    assert!(
        page.text("[role=tooltip]").starts_with("Greenland: status of Denmark"),
        "{}",
        page.text("[role=tooltip]")
    );
}
