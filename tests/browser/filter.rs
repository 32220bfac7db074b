//! Filters: legend, regions, groups, and the chips that take them off, by keyboard and by finger.

use crate::harness::ability::{Ability, lacks};
use crate::widget::{open, opened};
use serde_json::json;

#[test]
fn the_legend_keeps_members_by_keyboard() {
    let (_site, page) = open("measure='icse-access'");
    page.execute("$('.legend [data-status=implemented] button').focus()");
    page.press("Enter");
    page.wait("host.state.status === 'implemented'");
    page.comes_to_have(".legend [data-status=implemented] button", "aria-pressed", "true");
    assert!(page.text(".legend [data-status=unknown]").contains("filtered out"));
    assert_eq!(page.text(".legend [data-status=unknown] b"), "169");
    assert_eq!(page.count(".map [data-country][data-muted]"), 170);
    page.press("Enter");
    page.wait("host.state.status === '' && !$('.map [data-country][data-muted]')");
}

#[test]
fn regions_and_groups_are_mixed_and_taken_off_one_by_one() {
    let (_site, page) = open("");
    page.execute("$('[data-menu=countries]').focus()");
    page.press("Enter");
    page.wait(&opened("countries"));
    let press = |label: &str| {
        page.execute(&format!(
            "[...$$('.choices button')].find((button) => button.textContent === '{label}').focus()"
        ));
        page.press("Enter");
    };
    press("Europe");
    page.wait("host.state.region === 'europe' && host.summary().total === 50");
    press("European Union");
    page.wait("host.state.group === 'eu' && host.summary().total === 27");
    press("Africa");
    page.wait("host.state.region === 'europe africa'");
    page.comes_to_count("[data-kind=chip]", 3);
    page.execute("$('[data-kind=chip]').focus()");
    let name = page.focus().name;
    assert!(
        ["Africa", "Europe"].iter().any(|region| name.starts_with(&format!("Remove filter: {region}"))),
        "{name}"
    );
    page.press("Enter");
    page.wait("$$('[data-kind=chip]').length === 2");
}

#[test]
fn where_nothing_matches_it_is_said_with_the_way_out() {
    if lacks(Ability::Touch) {
        return;
    }
    let (_site, page) = open("measure='icse-access' region='africa' group='eu'");
    assert!(page.text(".filters").contains("No member matches"));
    page.touch_screen();
    page.resize(320, 640);
    page.tap(".filters [data-kind=link]");
    page.wait("host.summary().total === 196 && !$('.filters')");
    assert_eq!(page.eval("[host.state.region, host.state.group]"), json!(["", ""]));
}

#[test]
fn the_legend_keeps_members_by_finger() {
    if lacks(Ability::Touch) {
        return;
    }
    let (_site, page) = open("measure='icse-access'");
    page.touch_screen();
    page.resize(320, 640);
    page.tap(".legend [data-status=partial] button");
    page.wait("host.state.status === 'partial'");
    page.tap("[data-kind=chip]");
    page.wait("host.state.status === ''");
}
