//! The widget by mouse and by finger.

use crate::harness::ability::{Ability, each_engine, lacks, some};
use crate::harness::page::Page;
use crate::widget::{open, open_still};
use serde_json::json;
use std::thread::sleep;
use std::time::Duration;

/// The middle of each member's marker, else a point well inside its shape, px of the world's frame.
fn anchors() -> Vec<(String, (f64, f64))> {
    let packed = std::fs::read("data/world/overview.pack").expect("the geometry");
    let world = policy_explorer::world::pack::decode(&packed).expect("a pack");
    let anchor = |shape: &policy_explorer::world::Shape| shape.marker.unwrap_or(shape.anchor);
    world
        .shapes
        .iter()
        .map(|shape| (shape.code.to_string(), anchor(shape)))
        .map(|(code, at)| (code, (at.x, at.y)))
        .collect()
}

/// Presses members as close to their middles as whole pixels allow; those whose profile did not open.
/// A finger or mouse that is a pixel off may try once more. What a press there means is shown for every member without a
/// browser, in `tests/native/map.rs`; here some stand for all, from the `first` on.
fn press_members(page: &Page, first: usize, press: impl Fn(&Page, (f64, f64))) {
    // The map's top is at a whole pixel: where it is not, Firefox takes a finger for a part of a pixel higher.
    page.execute(
        "const show = () => $('.map svg').scrollIntoView({ block: 'start', behavior: 'instant' });
         show();
         const top = scrollY + $('.map svg').getBoundingClientRect().y;
         host.style.paddingTop = `${Math.ceil(top) - top}px`;
         show();",
    );
    page.execute("host.addEventListener('policy-explorer-change', ({ detail }) => { window.opened = detail.country; })");
    let members: Vec<String> =
        serde_json::from_value(page.eval("$$('.map [data-country]').map((item) => item.dataset.country)"))
            .expect("codes");
    assert_eq!(members.len(), 196);
    let mut missed = Vec::new();
    // Where the map is now: what comes late may have moved it.
    let shut = || {
        page.execute("window.opened = ''; host.state = { country: '', camera: '' }");
        page.wait("!$('.map').dataset.zoomed && !$('.zoom > button')");
        let map = page.eval("(({ x, y, width }) => [x, y, width])($('.map svg').getBoundingClientRect())");
        [0, 1, 2].map(|at| map[at].as_f64().expect("a number"))
    };
    let shown = anchors().into_iter().filter(|(code, _)| members.contains(code));
    for (code, anchor) in some(shown, first, 9) {
        let [left, top, width] = shut();
        let scale = width / policy_explorer::world::WIDTH;
        let (x, y) = (left + anchor.0 * scale, top + anchor.1 * scale);
        let mut near: Vec<(f64, f64)> =
            [x.floor(), x.ceil()].into_iter().flat_map(|x| [y.floor(), y.ceil()].map(|y| (x, y))).collect();
        let off = |point: &(f64, f64)| (point.0 - x).hypot(point.1 - y);
        near.sort_by(|a, b| off(a).total_cmp(&off(b)));
        let mut others = Vec::new();
        let opens = |point: &(f64, f64)| {
            if !others.is_empty() {
                shut();
                // A press close to the one before would be the second of a double click.
                sleep(Duration::from_millis(600));
            }
            press(page, *point);
            // A finger, or a mouse on a narrow map, that covers two members brings them nearer first.
            page.wait(&format!("window.opened || host.state.camera /* {code} at {point:?} */"));
            // A tap right after another may be taken for its second half, and the map for moved: then once more.
            for _ in 0..2 {
                if page.eval(
                    "window.opened || new Promise((done) => setTimeout(() => done(window.opened), 200))",
                ) != json!("")
                {
                    break;
                }
                let near = page.eval(&format!(
                    "(({{ x, y }}) => [x, y])(new DOMPoint({}, {}).matrixTransform($('.camera').getScreenCTM()))",
                    anchor.0, anchor.1
                ));
                press(page, (near[0].as_f64().expect("x"), near[1].as_f64().expect("y")));
            }
            let opened = page.wait(&format!("window.opened /* {code} at {point:?} */"));
            others.push(format!("{opened} at {point:?}"));
            opened == json!(code)
        };
        if !near.iter().any(opens) {
            missed.push(format!("{code} at {x:.2}, {y:.2}: {}", others.join(", ")));
        }
    }
    assert_eq!(missed, [""; 0], "not opened where they lie");
}

#[test]
fn members_are_opened_by_mouse_on_a_desktop() {
    each_engine("pointer");
    let (_site, page) = open("hide='profile'");
    page.resize(1280, 800);
    press_members(&page, 0, Page::click_at);
}

#[test]
fn members_are_opened_by_finger_on_a_phone() {
    if lacks(Ability::Touch) {
        return;
    }
    let (_site, page) = open_still("hide='profile'");
    page.touch_screen();
    page.resize(320, 640);
    press_members(&page, 3, Page::tap_at);
}

#[test]
fn members_are_opened_by_mouse_where_the_map_is_narrow() {
    each_engine("pointer");
    let (_site, page) = open_still("hide='profile'");
    page.resize(320, 640);
    // WebKitGTK's scrollbar lies over the page, and over Tonga.
    page.execute("document.body.style.marginRight = '24px'");
    press_members(&page, 6, Page::click_at);
}

#[test]
fn hovering_names_the_country_first() {
    each_engine("pointer");
    let (_site, page) = open("measure='icse-access'");
    page.hover(".map [data-country=BRA]");
    page.wait("$('[role=tooltip]').checkVisibility()");
    let text = page.text("[role=tooltip]");
    assert!(text.starts_with("Brazil"), "{text}");
    assert!(text.contains("implemented, since 2009, 4 sources"), "{text}");
    page.hover_at((2.0, 2.0));
    page.wait("!$('[role=tooltip]').checkVisibility()");
}

#[test]
fn a_territory_says_whose_status_it_shows() {
    each_engine("pointer");
    let (_site, page) = open("");
    let greenland = "$$('.land path').find((path) => path.getBoundingClientRect().width > 60 && path.getBoundingClientRect().y < $('.map').getBoundingClientRect().y + 20)";
    let point = page.eval(&format!("(() => {{ const box = ({greenland}).getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 3]; }})()"));
    page.hover_at((point[0].as_f64().expect("x"), point[1].as_f64().expect("y")));
    page.wait("$('[role=tooltip]').textContent.startsWith('Greenland: status of Denmark')");
}
