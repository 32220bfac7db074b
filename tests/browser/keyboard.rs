//! The widget by keyboard alone.

use crate::harness::ability::{each_engine, some};
use crate::harness::page::Page;
use crate::widget::{open, open_still};
use serde_json::json;

/// Tabs until an item of the map has the focus.
fn enter_map(page: &Page) {
    for _ in 0..20 {
        page.press("Tab");
        if page.eval("Boolean(root.activeElement?.closest('.map svg'))") == json!(true) {
            return;
        }
    }
    panic!("no Tab leads to the map");
}

/// Whether a name may begin so for who types without accents: a letter that is not ASCII may be any.
fn may_begin(name: &str, start: &str) -> bool {
    let mut letters = name.chars();
    start.chars().all(|typed| letters.next().is_some_and(|letter| letter == typed || !letter.is_ascii()))
}

/// As much of a name as no other begins with; where that is not enough, all of it.
fn sufficient<'a>(name: &'a str, members: &[(String, String)]) -> &'a str {
    let begins = |start: &str| members.iter().filter(|(_, other)| may_begin(other, start)).count();
    let mut starts = name.char_indices().skip(1).map(|(end, _)| &name[..end]);
    starts.find(|start| start.is_ascii() && begins(start) == 1).unwrap_or(name)
}

/// Jumps to members by their names; opens each profile and closes it again. That the keys do so for every member is shown
/// without a browser, in `tests/native/map.rs`; here some members stand for all.
fn open_members(width: u32, first: usize) {
    let (_site, page) = open_still("measure='icse-access'");
    page.resize(width, 800);
    enter_map(&page);
    let members = page.eval(
        "$$('.map [data-country]').map((item) => [item.dataset.country, item.ariaLabel.split(':')[0]])",
    );
    let members: Vec<(String, String)> = serde_json::from_value(members).expect("pairs of code and name");
    assert_eq!(members.len(), 196);
    for (code, name) in some(&members, first, 12) {
        page.press("Home");
        page.type_text(sufficient(name, &members));
        page.wait(&format!("root.activeElement.dataset.country === '{code}'"));
        page.press("Enter");
        page.wait(&format!(
            "$('[part~=profile]').dataset.country === '{code}' && root.activeElement.closest('.profile')"
        ));
        page.press("Escape");
        page.wait(&format!("!$('[part~=profile]') && root.activeElement.dataset.country === '{code}'"));
    }
}

#[test]
fn members_are_reached_and_opened_on_a_phone() {
    open_members(320, 0);
}

#[test]
fn members_are_reached_and_opened_on_a_desktop() {
    open_members(1280, 6);
}

#[test]
fn the_map_is_one_tab_stop() {
    each_engine("focus");
    let (_site, page) = open("");
    assert_eq!(page.count(".map [tabindex='0']"), 1);
    enter_map(&page);
    page.press("Tab");
    assert_eq!(page.eval("Boolean(root.activeElement?.closest('.map svg'))"), json!(false));
    page.press("Shift+Tab");
    assert_eq!(page.eval("Boolean(root.activeElement?.closest('.map svg'))"), json!(true));
}

#[test]
fn arrows_walk_by_position_and_the_tooltip_says_where() {
    each_engine("keys");
    let (_site, page) = open("measure='icse-access'");
    enter_map(&page);
    page.type_text("Spain");
    page.wait("root.activeElement.dataset.country === 'ESP'");
    for (key, from, to) in
        [("ArrowLeft", "ESP", "PRT"), ("ArrowRight", "PRT", "ESP"), ("ArrowDown", "ESP", "MAR")]
    {
        page.press(key);
        page.wait(&format!("root.activeElement.dataset.country === '{to}'"));
        let begins = &page.name(&format!(".map [data-country={to}]"))[..5];
        page.wait(&format!("$('[role=tooltip] b').innerText.startsWith('{begins}') /* from {from} */"));
    }
    page.press("End");
    page.wait("root.activeElement.dataset.country === 'ZWE'");
    page.press("Home");
    page.wait("root.activeElement.dataset.country === 'AFG'");
}

#[test]
fn one_letter_again_and_again_goes_through_its_names() {
    each_engine("Intl");
    let (_site, page) = open("");
    enter_map(&page);
    for code in ["FSM", "FJI", "FIN", "FRA", "FSM"] {
        page.press("f");
        page.wait(&format!("root.activeElement.dataset.country === '{code}'"));
    }
}

#[test]
fn focus_is_seen_on_the_map() {
    each_engine("focus");
    let (_site, page) = open("");
    enter_map(&page);
    page.comes_to_count("[data-ring=focused] [data-line=line]", 1);
}

#[test]
fn the_table_is_sorted_and_opened_by_keyboard() {
    each_engine("focus");
    let (_site, page) = open("view='table'");
    page.execute("$('[data-column=icse-access] button').focus()");
    page.press("Enter");
    page.wait("$('th[data-column=icse-access]').ariaSort === 'ascending'");
    assert_eq!(page.eval("$('tbody tr td[data-column=icse-access]').dataset.status"), "implemented");
    let first = page.attribute("tbody tr", "data-country").expect("a row has its country");
    page.execute("$('tbody tr button').focus()");
    page.press("Enter");
    page.wait(&format!(
        "$('[part~=profile]').dataset.country === '{first}' && root.activeElement.closest('.profile')"
    ));
    page.press("Escape");
    page.wait(&format!(
        "!$('[part~=profile]') && root.activeElement.closest('tr').dataset.country === '{first}'"
    ));
}
