//! The map nearer and farther, by wheel, mouse, fingers and keys.

use crate::harness::ability::{Ability, each_engine, lacks};
use crate::harness::page::Page;
use crate::widget::{choices, open, ready};
use serde_json::json;

/// What a page says of its camera: `camera` of `state`, as numbers.
fn camera(page: &Page) -> Option<[f64; 3]> {
    let text = page.eval("host.state.camera");
    let numbers: Vec<f64> = text.as_str()?.split(' ').filter_map(|number| number.parse().ok()).collect();
    numbers.try_into().ok()
}

/// Waits until the camera has come to rest at this zoom.
fn wait_for_zoom(page: &Page, zoom: &str) {
    page.wait(&format!("(host.state.camera.split(' ')[2] ?? '1') === '{zoom}'"));
}

/// The middle of a member's shape on the screen.
fn place(page: &Page, code: &str) -> (f64, f64) {
    let at = page.eval(&format!(
        "(({{ x, y, width, height }}) => [x + width / 2, y + height / 2])($('.map [data-country={code}]').getBoundingClientRect())"
    ));
    (at[0].as_f64().expect("x"), at[1].as_f64().expect("y"))
}

/// A point of the map, in parts of its width and height.
fn at(page: &Page, (x, y): (f64, f64)) -> (f64, f64) {
    page.execute("$('.map').scrollIntoView({ block: 'center', behavior: 'instant' })");
    let point = page.eval(&format!(
        "((box) => [box.x + {x} * box.width, box.y + {y} * box.height])($('.map').getBoundingClientRect())"
    ));
    (point[0].as_f64().expect("x"), point[1].as_f64().expect("y"))
}

/// Whether a member's shape has its middle at a point of the screen.
fn is_near(code: &str, (left, top): (f64, f64)) -> String {
    format!(
        "(({{ x, y, width, height }}) => Math.hypot(x + width / 2 - {left}, y + height / 2 - {top}) < 2)
            ($('.map [data-country={code}]').getBoundingClientRect())"
    )
}

#[test]
fn the_wheel_zooms_with_its_key_about_the_pointer() {
    each_engine("pointer");
    if lacks(Ability::WheelWithKey) {
        return;
    }
    let (_site, page) = open("");
    page.resize(1280, 500);
    at(&page, (0.5, 0.5));
    let brazil = place(&page, "BRA");
    page.wheel_with("Control", brazil, -200);
    page.wait("host.state.camera");
    // What is under the pointer stays there.
    page.wait(&is_near("BRA", brazil));
    assert_eq!(page.eval("window.visualViewport.scale"), json!(1), "the page itself is not zoomed");
}

#[test]
fn the_wheel_without_its_key_scrolls_the_page() {
    each_engine("pointer");
    let (_site, page) = open("camera='0 20 4'");
    page.resize(1280, 500);
    at(&page, (0.5, 0.5));
    let before = camera(&page);
    let scrolled = page.eval("scrollY");
    page.wheel(place(&page, "COD"), 120);
    page.wait(&format!("scrollY > {scrolled}"));
    page.wait("$('.map .hint').checkVisibility()");
    assert_eq!(page.text(".map .hint"), "Hold Ctrl and scroll to zoom the map");
    assert_eq!(camera(&page), before, "the plain wheel leaves the map alone");
    page.wait("!$('.map .hint').checkVisibility()");
}

#[test]
fn a_drag_moves_the_map_and_opens_nothing() {
    each_engine("pointer");
    let (_site, page) = open("camera='0 20 4'");
    at(&page, (0.5, 0.5));
    let before = place(&page, "COD");
    page.drag(&[before, (before.0 + 40.0, before.1 + 10.0), (before.0 + 100.0, before.1 + 30.0)]);
    page.wait("host.state.camera !== '0 20 4'");
    page.wait(&is_near("COD", (before.0 + 100.0, before.1 + 30.0)));
    assert_eq!(page.eval("host.state.country"), json!(""));
    page.click_at(place(&page, "COD"));
    page.wait("host.state.country === 'COD'");
}

#[test]
fn buttons_and_keys_zoom_and_the_world_comes_back() {
    each_engine("keys");
    let (_site, page) = open("");
    page.click("[part~=zoom] .steps button");
    wait_for_zoom(&page, "2");
    page.click("[part~=zoom] .steps button");
    wait_for_zoom(&page, "4");
    page.click("[part~=zoom] .steps button + button");
    wait_for_zoom(&page, "2");
    page.click("[part~=zoom] > button");
    page.wait("host.state.camera === ''");
    page.execute("$('.map [tabindex=\"0\"]').focus()");
    page.press("+");
    wait_for_zoom(&page, "2");
    let before = camera(&page).expect("a camera");
    page.press("Shift+ArrowRight");
    page.wait(&format!("Number(host.state.camera.split(' ')[1]) > {}", before[1] + 5.0));
    page.press("-");
    page.wait("host.state.camera === ''");
    page.press("+");
    wait_for_zoom(&page, "2");
    page.press("0");
    page.wait("host.state.camera === ''");
}

/// Double-clicks at a place of the whole map, with so many ms between. What the browser counts as two single clicks,
/// since its driver was too slow between them, is done again: after a click elsewhere, since clicks in one place are
/// counted on.
fn double_click(page: &Page, between: u32, place: impl Fn() -> (f64, f64)) {
    page.execute("window.addEventListener('click', ({ detail }) => { window.clicks = detail; }, true)");
    for _ in 0..5 {
        page.click_at((1.0, 1.0));
        page.execute("window.clicks = 0; host.state = { camera: '', country: '' }");
        page.wait("!$('.map').dataset.zoomed && !$('.profile')");
        page.rest();
        page.double_click_at(place(), between);
        if page.eval("window.clicks") == 2 {
            return;
        }
    }
    panic!("no double click is counted");
}

#[test]
fn two_clicks_zoom_and_leave_no_profile_open() {
    each_engine("pointer");
    let (_site, page) = open("");
    double_click(&page, 0, || at(&page, (0.04, 0.75)));
    wait_for_zoom(&page, "2");
    double_click(&page, 0, || place(&page, "BRA"));
    wait_for_zoom(&page, "2");
    assert_eq!(page.eval("host.state.country"), json!(""));
}

#[test]
fn the_second_click_is_the_map_s_where_a_profile_has_taken_its_place() {
    each_engine("pointer");
    let (_site, page) = open("country='NZL'");
    page.resize(1280, 800);
    page.wait("$('.profile')");
    page.execute(
        "window.reached = []; $('.profile').addEventListener('click', () => reached.push('profile'))",
    );
    double_click(&page, 250, || {
        at(&page, (0.5, 0.5));
        place(&page, "NZL")
    });
    wait_for_zoom(&page, "2");
    assert_eq!(page.eval("host.state.country"), json!(""));
    assert_eq!(page.eval("reached"), json!([]));
}

#[test]
fn two_fingers_zoom_and_one_moves_the_map_only_when_it_is_near() {
    each_engine("pointer");
    if lacks(Ability::Touch) {
        return;
    }
    let (_site, page) = open("");
    page.touch_screen();
    page.resize(320, 640);
    let point = |x: f64, y: f64| at(&page, (x, y));
    let (left, right) = (point(0.45, 0.5), point(0.55, 0.5));
    assert_eq!(page.eval("getComputedStyle($('.map svg')).touchAction"), json!("pan-x pan-y"));
    let line = |from: (f64, f64), x: f64| [from, (from.0 + x / 2.0, from.1), (from.0 + x, from.1)];
    page.pinch([&line(left, -60.0), &line(right, 60.0)]);
    page.wait("Number(host.state.camera.split(' ')[2]) > 3");
    assert_eq!(page.eval("window.visualViewport.scale"), json!(1));
    page.becomes("getComputedStyle($('.map svg')).touchAction", "none");
    let before = camera(&page).expect("a camera");
    let middle = point(0.5, 0.5);
    page.swipe(&[middle, (middle.0 + 30.0, middle.1), (middle.0 + 60.0, middle.1)]);
    page.wait(&format!("Number(host.state.camera.split(' ')[1]) < {}", before[1] - 5.0));
    assert_eq!(page.eval("host.state.country"), json!(""));
}

#[test]
fn one_finger_scrolls_the_page_over_the_whole_map() {
    each_engine("pointer");
    if lacks(Ability::Touch) || lacks(Ability::Panning) {
        return;
    }
    let (_site, page) = open("");
    page.touch_screen();
    page.resize(320, 400);
    let middle = at(&page, (0.5, 0.5));
    let scrolled = page.eval("scrollY").as_f64().expect("a number");
    let steps: Vec<_> = (0..10).map(|step| (middle.0, middle.1 - 12.0 * f64::from(step))).collect();
    page.swipe(&steps);
    page.wait(&format!("scrollY > {}", scrolled + 20.0));
    assert_eq!(page.eval("host.state.camera"), json!(""));
}

#[test]
fn a_drag_moves_the_frame_and_draws_the_map_once_when_it_rests() {
    let (_site, page) = open("camera='0 20 4'");
    at(&page, (0.5, 0.5));
    page.execute(
        "window.changed = [];
         new MutationObserver((records) => records.forEach(({ type, attributeName, target }) =>
             // The press gives a member the focus, which a ring shows.
             target.closest('.rings') || attributeName === 'tabindex' || changed.push(`${type} ${attributeName} ${target.getAttribute?.('class') ?? target.localName}`)))
             .observe($('.map svg'), { subtree: true, childList: true, attributes: true })",
    );
    let from = place(&page, "COD");
    let steps: Vec<_> = (0..20).map(|step| (from.0 + 5.0 * f64::from(step), from.1)).collect();
    page.drag(&steps);
    page.wait("host.state.camera !== '0 20 4' && changed.some((change) => change.endsWith(' camera'))");
    page.becomes("$('.map svg').style.transform", "");
    let changed: Vec<String> = serde_json::from_value(page.eval("changed")).expect("texts");
    let (drawn, moved): (Vec<_>, Vec<_>) = changed.iter().partition(|change| !change.ends_with(" style svg"));
    assert_eq!(drawn, ["attributes transform camera"]);
    assert!(moved.len() > 1, "{moved:?}");
}

#[test]
fn detail_comes_when_it_is_near_and_fits_where_the_overview_was() {
    let (site, page) = open("");
    let asked = || site.paths().iter().filter(|path| path.contains("/detail-")).count();
    assert_eq!(asked(), 0, "a first visit does without");
    let france = "$('.map [data-country=FRA] path').getAttribute('d').length";
    let coarse = page.eval(france);
    page.execute("host.state = { camera: '46 2 4' }");
    page.wait(&format!("{france} > {coarse}"));
    assert_eq!(asked(), 1);
    assert_eq!(page.count(".map [data-country]"), 196);
}

#[test]
fn the_map_flies_to_the_open_country_and_back() {
    each_engine("SVG");
    let (_site, page) = open("");
    page.execute("$('.map [data-country=KEN]').focus()");
    page.press("Enter");
    page.wait("host.state.country === 'KEN'");
    page.wait("$('.map').dataset.zoomed");
    let middle = at(&page, (0.5, 0.5));
    page.wait(&format!("Math.abs((({{ x, width }}) => x + width / 2)($('.map [data-country=KEN]').getBoundingClientRect()) - {}) < 20", middle.0));
    assert_eq!(page.eval("host.state.camera"), json!(""), "the reader has not moved it");
    page.press("Escape");
    page.wait("!$('.map').dataset.zoomed");
}

#[test]
fn without_motion_the_map_is_there_at_once() {
    each_engine("media");
    let (_site, page) = open("");
    page.media(&[("prefers-reduced-motion", "reduce")]);
    ready(&page);
    page.execute(
        "window.seen = new Set();
         const look = () => seen.add(`${$('.camera').getAttribute('transform')} ${$('.map svg').style.transform}`);
         new MutationObserver(look).observe($('.map svg'), { subtree: true, attributeFilter: ['transform', 'style'] })",
    );
    page.execute("host.state = { camera: '0 20 8' }");
    page.wait("seen.size > 0 && new Promise((done) => setTimeout(() => done(true), 300))");
    assert_eq!(page.eval("seen.size"), json!(1));
}

#[test]
fn keyboard_focus_brings_a_member_into_the_frame() {
    each_engine("focus");
    let (_site, page) = open("camera='-25 134 6'");
    page.execute("$('.map [data-country=AUS]').focus()");
    page.type_text("Norway");
    page.wait("root.activeElement.dataset.country === 'NOR'");
    page.wait("((item, frame) => item.x > frame.x && item.right < frame.right && item.y > frame.y - item.height / 2)($('.map [data-country=NOR]').getBoundingClientRect(), $('.map').getBoundingClientRect())");
}

#[test]
fn regions_are_flown_to_and_filter_nothing() {
    let (_site, page) = open("");
    choices(&page, "more");
    page.execute("$$('.controls .options button').find((button) => button.innerText === 'Africa').click()");
    page.wait("Number(host.state.camera.split(' ')[2]) > 1.3");
    let state = page.eval("host.state.region");
    assert_eq!(state, json!(""));
    page.wait("((item, frame) => item.x > frame.x && item.right < frame.right)($('.map [data-country=COD]').getBoundingClientRect(), $('.map').getBoundingClientRect())");
}
