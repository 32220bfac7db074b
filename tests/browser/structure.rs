//! The widget's outline: headings below the host's, landmarks with names, a way past the map, and names that begin with
//! what is seen.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::harness::ability::each_engine;
use crate::harness::page::Page;
use crate::states::{STATES, open, site};
use crate::widget;

/// The levels of all headings in the order of the document.
fn levels(page: &Page) -> Vec<u8> {
    let levels = page.eval("$$('h1, h2, h3, h4, h5, h6').map((heading) => Number(heading.localName[1]))");
    serde_json::from_value(levels).expect("numbers")
}

#[test]
fn headings_begin_at_the_level_told_and_skip_none() {
    let (site, page) = (site(), Page::blank());
    for state in STATES.iter().filter(|state| state.name != "error") {
        open(&site, &page, state, "en");
        for level in 1..=6 {
            page.execute(&format!("host.setAttribute('heading', '{level}')"));
            page.wait(&format!("$('.header h{level}')"));
            let levels = levels(&page);
            assert_eq!(levels.iter().min(), Some(&level), "{}", state.name);
            assert_eq!(levels[0], level, "{}", state.name);
            let skips = levels.windows(2).any(|pair| pair[1] > pair[0] + 1);
            assert!(!skips, "{}: {levels:?}", state.name);
        }
        // Where the host has a heading of its own in its place, the rest hangs below that.
        page.execute("host.setAttribute('heading', '2'); host.setAttribute('hide', 'header')");
        page.wait("!$('.header')");
        let levels = levels(&page);
        assert!(levels.first().is_none_or(|&first| first == 2), "{}: {levels:?}", state.name);
        assert!(!levels.windows(2).any(|pair| pair[1] > pair[0] + 1), "{}: {levels:?}", state.name);
    }
}

#[test]
fn the_landmarks_are_few_and_have_names() {
    each_engine("accessible names");
    let (_site, page) = widget::open("country='FRA' compare='FRA KEN' measure='icse-access'");
    page.execute("$('[data-offer=cite]').click()");
    page.wait("$('.compared') && $('.profile .claim') && $('[data-offered=cite]')");
    let landmarks: Vec<(String, String)> = ["section.pe", ".search", ".profile", ".compare", ".share"]
        .iter()
        .map(|selector| (page.role(selector), page.name(selector)))
        .collect();
    let roles: Vec<&str> = landmarks.iter().map(|(role, _)| role.as_str()).collect();
    assert_eq!(roles, ["region", "search", "region", "region", "region"]);
    assert_eq!(landmarks[0].1, page.text(".sentence"));
    let names: Vec<&str> = landmarks[1..].iter().map(|(_, name)| name.as_str()).collect();
    assert_eq!(names, ["Find a country", "France", "Countries compared: 2 of 6", "Cite"]);
    assert_eq!(page.count("main, nav, aside, form, [role=application], [role=navigation]"), 0);
    assert_eq!(page.count("[aria-live], [role=status], [role=log]"), 1);
}

#[test]
fn a_widget_without_its_header_is_named_all_the_same() {
    each_engine("accessible names");
    let (_site, page) = widget::open("hide='header'");
    assert_eq!((page.role(".pe"), page.name(".pe")), ("region".to_owned(), "World map".to_owned()));
}

/// Tab comes to the way past the view before the view, and it leads to what follows.
fn check_skip(attributes: &str, shown: &str, beyond: &str) {
    let (_site, page) = widget::open(attributes);
    page.wait(shown);
    for _ in 0..40 {
        page.press("Tab");
        if page.eval("Boolean(root.activeElement?.matches('.skip'))") == json!(true) {
            break;
        }
    }
    let seen =
        page.eval("(({ width, height }) => width > 24 && height >= 24)($('.skip').getBoundingClientRect())");
    assert_eq!((page.name(".skip").as_str(), seen), ("Skip this section", json!(true)), "{attributes}");
    page.press("Enter");
    page.wait(&format!("root.activeElement?.matches('{beyond}')"));
    assert_eq!(page.eval("$('.skip').getBoundingClientRect().width"), json!(1), "{attributes}");
}

#[test]
fn the_map_is_passed_by_to_the_legend_a_list_to_what_stands_below_it() {
    each_engine("focus");
    check_skip("", "$('.map')", ".legend");
    check_skip("hide='legend'", "$('.map')", ".hand");
    check_skip("view='table'", "$('.table tbody tr')", "[data-menu=about]");
    check_skip("view='changes' hide='header'", "$('.changes li')", ".footer button");
}

/// What can be used, as far as it is seen, each with its visible text.
pub const CONTROLS: &str =
    "$$('button, a[href], summary, input, [role=slider], [role=option], [role=button]').filter(
    (control) => control.checkVisibility()).map((control) => {
        const copy = control.cloneNode(true);
        copy.querySelectorAll('[aria-hidden=true]').forEach((sign) => sign.remove());
        const label = control.labels?.[0]?.querySelector('.date-label, span');
        return [control, (label?.innerText ?? copy.textContent).trim()];
    })";

/// What is wrong with a control's accessible name, which is to have its visible text in it.
pub fn misnamed(name: &str, seen: &str) -> Option<String> {
    let plain = |text: &str| {
        text.to_lowercase().chars().filter(|letter| letter.is_alphanumeric()).collect::<String>()
    };
    let is_right = !name.is_empty() && plain(name).contains(&plain(seen));
    (!is_right).then(|| format!("“{seen}” is called “{name}”"))
}

/// WCAG 2.5.3: who speaks to the widget says what is to be seen. In the other languages `accessibility` holds it.
#[test]
fn what_is_seen_of_a_control_is_in_its_name_in_english() {
    each_engine("accessible names");
    let (site, page) = (site(), Page::blank());
    let mut wrong: Vec<Value> = Vec::new();
    // Most are in many states, with the same label.
    let mut asked = BTreeSet::new();
    for state in &STATES {
        open(&site, &page, state, "en");
        let controls = format!(
            "{CONTROLS}.map(([control, seen]) => [control, seen, (control.closest('label') ?? control).outerHTML])"
        );
        for control in page.eval(&controls).as_array().expect("a list") {
            if !asked.insert(control[2].to_string()) {
                continue;
            }
            let seen = control[1].as_str().unwrap_or_default();
            wrong.extend(misnamed(&page.name_of(&control[0]), seen).map(|text| json!([state.name, text])));
        }
    }
    assert_eq!(json!(wrong), json!([]));
}

#[test]
fn the_code_on_a_tile_is_in_its_name() {
    let (_site, page) = widget::open("projection='tiles' measure='icse-access'");
    page.wait("$('.map[data-form=tiles] .lettering text')");
    let name = page.name(".map [data-country=FRA]");
    assert!(name.starts_with("FR France: implemented, "), "{name}");
}
