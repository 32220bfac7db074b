//! The search by keyboard alone and by finger alone, in each language, and in the table.

use crate::harness::ability::{Ability, each_engine, lacks};
use crate::harness::page::Page;
use crate::widget::{SIDEWAYS, open};
use serde_json::json;

const FIELD: &str = ".search input";

/// Tabs until the search has the focus, and waits until its code is there.
fn enter(page: &Page) {
    for _ in 0..30 {
        page.press("Tab");
        if page.eval("Boolean(root.activeElement?.matches('.search input'))") == json!(true) {
            return;
        }
    }
    panic!("no Tab leads to the search");
}

/// Types, and waits until what is found is that of the whole text: by then it is said.
fn ask(page: &Page, text: &str) {
    page.type_text(text);
    page.wait("$('.search [data-say]').textContent === $('[role=status]').textContent");
}

/// The codes of the countries that are listed.
fn listed(page: &Page) -> Vec<String> {
    let codes = page.eval("$$('[role=option]').map((option) => option.dataset.country)");
    serde_json::from_value(codes).expect("codes")
}

fn active(page: &Page) -> String {
    let code = "(root.getElementById($('.search input').getAttribute('aria-activedescendant'))?.dataset.country ?? '')";
    page.eval(code).as_str().expect("a code").to_owned()
}

#[test]
fn a_country_is_found_and_opened_by_keyboard_alone() {
    each_engine("focus");
    let (site, page) = open("measure='icse-access'");
    assert!(!site.paths().iter().any(|path| path.contains("search-")), "its code comes when it is used");
    enter(&page);
    assert_eq!((page.role(FIELD).as_str(), page.name(FIELD).as_str()), ("combobox", "Find a country"));
    assert_eq!(page.attribute(FIELD, "aria-expanded").as_deref(), Some("false"));
    ask(&page, "guin");
    assert_eq!(page.attribute(FIELD, "aria-expanded").as_deref(), Some("true"));
    let found = listed(&page);
    assert_eq!(found[..2], ["GIN", "GNB"]);
    page.press("ArrowDown");
    page.wait("$('[aria-selected=true]')");
    assert_eq!(active(&page), found[0]);
    page.press("ArrowDown");
    page.wait(&format!("$('[aria-selected=true]').dataset.country === '{}'", found[1]));
    page.press("ArrowUp");
    page.press("ArrowUp");
    page.wait("!$('[aria-selected=true]')");
    page.press("ArrowUp");
    page.wait("$('[aria-selected=true]')");
    assert_eq!(active(&page), *found.last().expect("some are found"));
    page.press("Home");
    page.wait("!$('[aria-selected=true]')");
    assert_eq!(page.eval("$('.search input').selectionStart"), json!(0));
    page.press("End");
    assert_eq!(page.eval("$('.search input').selectionStart"), json!(4));
    page.press("Enter");
    page.wait("$('[part~=profile]').dataset.country === 'GIN'");
    page.wait("root.activeElement.closest('.profile')");
    assert_eq!(page.eval("$('.search input').value"), json!(""));
    assert_eq!(page.count("[role=listbox]"), 0);
}

#[test]
fn escape_closes_the_list_then_clears_the_text() {
    let (_site, page) = open("");
    enter(&page);
    page.type_text("fra");
    page.wait("$('[role=listbox]')");
    page.press("Escape");
    page.wait("!$('[role=listbox]')");
    assert_eq!(page.eval("$('.search input').value"), json!("fra"));
    page.press("ArrowDown");
    page.wait("$('[aria-selected=true]').dataset.country === 'FRA'");
    page.press("Escape");
    page.press("Escape");
    page.wait("$('.search input').value === ''");
    page.type_text("fra");
    page.wait("$('[role=listbox]')");
    page.press("Tab");
    page.wait("!$('[role=listbox]')");
}

#[test]
fn names_of_four_languages_codes_other_names_and_a_typing_error_lead_there() {
    each_engine("Intl");
    let (_site, page) = open("");
    enter(&page);
    for (typed, code, other) in [
        ("Germany", "DEU", ""),
        ("Allemagne", "DEU", "Allemagne"),
        ("alemania", "DEU", "Alemania"),
        ("ألمانيا", "DEU", "ألمانيا"),
        ("deu", "DEU", "DEU"),
        ("Ivory Coast", "CIV", "Ivory Coast"),
        ("cote divoire", "CIV", ""),
        ("Swaziland", "SWZ", "Swaziland"),
        ("Holland", "NLD", "Holland"),
        ("Gremany", "DEU", ""),
    ] {
        page.execute("$('.search input').select()");
        page.type_text(typed);
        page.wait(&format!("$('.search input').value === '{typed}'"));
        let first = "[$('[role=option]')?.dataset.country, $('[role=option] .other')?.innerText.trim().replace(/^[(]|[)]$/g, '') ?? '']";
        page.becomes(first, json!([code, other]));
    }
}

#[test]
fn nobody_found_is_said_with_the_way_out() {
    let (_site, page) = open("");
    enter(&page);
    page.type_text("atlantis");
    page.wait("$('.found')?.textContent.includes('No country matches “atlantis”.')");
    page.wait("$('.search [data-say]').textContent.includes('No country matches “atlantis”.')");
    page.click(".found button");
    page.wait("$('.search input').value === '' && !$('.found')");
    page.wait("root.activeElement?.matches('.search input')");
}

#[test]
fn how_many_are_found_is_told() {
    let (_site, page) = open("");
    enter(&page);
    page.type_text("zimb");
    page.wait("$('.search [data-say]').textContent === '1 country found'");
    page.execute("$('.search input').select()");
    page.type_text("an");
    page.wait("$('.search [data-say]').textContent.includes('Showing the first 8.')");
    assert_eq!(listed(&page).len(), 8);
}

#[test]
fn a_country_is_found_and_opened_by_finger_alone() {
    if lacks(Ability::Touch) {
        return;
    }
    let (_site, page) = open("measure='icse-access' lang='fr'");
    page.touch_screen();
    page.resize(320, 640);
    page.tap("[data-menu=countries]");
    page.wait("$('.search input').checkVisibility()");
    page.tap(FIELD);
    page.wait("root.activeElement.matches('.search input')");
    page.type_text("pays-b");
    page.wait("$$('[role=option]').length === 1 && $('[role=option]').dataset.country === 'NLD'");
    assert_eq!(page.eval(SIDEWAYS), json!(0));
    page.tap("[role=option][data-country=NLD]");
    page.wait("$('[part~=profile]').dataset.country === 'NLD'");
    assert_eq!(page.eval("host.state.country"), json!("NLD"));
}

#[test]
fn the_list_passes_axe() {
    let (_site, page) = open("");
    enter(&page);
    page.type_text("united");
    page.wait("$('[role=option]')");
    page.press("ArrowDown");
    page.wait("$('[aria-selected=true]')");
    assert_eq!(page.axe(), "");
    page.type_text("qqq");
    page.wait("!$('[role=listbox]')");
    assert_eq!(page.axe(), "");
}

#[test]
fn in_the_table_typing_narrows_the_rows_and_is_in_the_state() {
    let (_site, page) = open("view='table'");
    page.execute("window.changes = []; host.addEventListener('policy-explorer-change', ({ detail }) => changes.push(detail.find))");
    enter(&page);
    assert_eq!((page.role(FIELD).as_str(), page.name(FIELD).as_str()), ("textbox", "Filter by country"));
    page.type_text("south a");
    page.wait("$$('tbody tr').length === 1 && $('tbody tr').dataset.country === 'ZAF'");
    page.becomes(
        "[host.state.find, $('.search input').value, changes.at(-1)]",
        json!(["south a", "south a", "south a"]),
    );
    page.comes_to_say("caption", "1 of 196");
    page.type_text("xx");
    page.wait("$('.empty')");
    assert!(page.text(".empty").contains("No member matches"));
    page.press("Escape");
    page.wait("$$('tbody tr').length === 196");
    page.execute("host.state = { find: 'swaz' }");
    page.wait("$$('tbody tr').length === 1 && $('.search input').value === 'swaz'");
    assert_eq!(page.eval("$('tbody tr').dataset.country"), json!("SWZ"));
    // On the map the same text filters nothing.
    page.execute("host.state = { view: 'map' }");
    page.wait("$$('.map [data-country]').length === 196 && !$('[data-muted]')");
}

#[test]
fn a_search_whose_code_does_not_come_says_so_and_tries_again() {
    use crate::harness::site::Answer;
    let (site, page) = open("");
    let path = crate::harness::site::asset("search-");
    site.answer(&path, Answer::new("text/plain", "").status(503));
    enter(&page);
    page.type_text("f");
    page.wait("$('.found [role=alert]')");
    assert!(page.text(".found").contains("Part of this map could not be loaded."));
    site.forget(&path);
    page.type_text("ra");
    page.wait("$('[role=option]').dataset.country === 'FRA'");
}
