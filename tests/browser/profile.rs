//! The profile: its bars, the ways from it to other countries, regions and groups; by keyboard and by finger.

use crate::harness::ability::{Ability, each_engine, lacks};
use crate::widget::{SIDEWAYS, open};
use serde_json::json;

#[test]
fn a_bar_tells_in_words_what_it_shows() {
    each_engine("accessible names");
    let (_site, page) = open("country='FRA' measure='icse-access'");
    page.wait("$('.history svg')");
    assert_eq!(page.count(".history"), 3);
    assert_eq!(page.role(".history svg"), "image");
    assert!(
        page.name(".history svg")
            .starts_with("Over time: at the start: no public data; by 21 March 2007: implemented.")
    );
    let steps = page.eval("$$('.history')[2].querySelectorAll('rect').length");
    assert_eq!(steps, json!(2));
}

#[test]
fn a_measure_without_claims_has_no_bar() {
    let (_site, page) = open("country='AFG'");
    page.wait("$('.profile .measure')");
    assert_eq!(page.count(".history"), 0);
}

#[test]
fn the_countries_before_and_after_are_reached_by_keyboard() {
    let (_site, page) = open("country='FRA'");
    page.wait("$('.profile [data-kind=neighbour]')");
    page.execute("$$('.profile [data-kind=neighbour]')[1].focus()");
    assert_eq!(page.focus().name, "Next: Gabon");
    page.press("Enter");
    page.wait("$('[part~=profile]').dataset.country === 'GAB'");
    page.wait("root.activeElement.closest('.profile')");
    page.execute("$('.profile [data-kind=neighbour]').focus()");
    page.press("Enter");
    page.wait("$('[part~=profile]').dataset.country === 'FRA'");
}

#[test]
fn region_and_groups_become_filters_and_none_again() {
    let (_site, page) = open("country='FRA' measure='icse-access'");
    page.wait("$('.peers button')");
    assert!(
        page.eval("$('.peers button').textContent").as_str().is_some_and(|text| text.contains("16 of 50")),
        "{}",
        page.text(".peers")
    );
    page.execute("$('.peers').open = true; $('.peers button').focus()");
    page.press("Enter");
    page.wait("host.state.region === 'europe' && $('.peers button').ariaPressed === 'true'");
    page.press("Enter");
    page.wait("host.state.region === ''");
    page.execute("$$('.peers button')[1].focus()");
    page.press("Enter");
    page.wait("host.state.group === 'eu'");
    assert_eq!(page.eval("host.summary().total"), json!(27));
    assert_eq!(page.eval("$('[part~=profile]').dataset.country"), json!("FRA"));
}

#[test]
fn on_a_phone_the_profile_follows_the_map_and_is_used_by_finger() {
    if lacks(Ability::Touch) {
        return;
    }
    let (_site, page) = open("country='FRA' measure='icse-access'");
    page.touch_screen();
    page.resize(320, 640);
    page.wait("$('.peers button')");
    page.tap(".peers summary");
    assert_eq!(page.eval(SIDEWAYS), json!(0));
    assert_eq!(
        page.eval("$('.profile').getBoundingClientRect().top >= $('.map').getBoundingClientRect().bottom"),
        json!(true)
    );
    page.tap(".peers button");
    page.wait("host.state.region === 'europe'");
    page.tap(".profile [data-kind=neighbour]:nth-of-type(2)");
    page.wait("$('[part~=profile]').dataset.country !== 'FRA'");
    assert_eq!(page.axe(), "");
}

#[test]
fn a_profile_has_a_link_of_its_own() {
    let (_site, page) = open("measure='icse-access' country='FRA' url-state");
    page.wait("$('.profile-tools [data-kind=link]')");
    page.execute("$('.profile-tools [data-kind=link]').focus()");
    page.press("Enter");
    page.wait("$('[data-piece=link]')?.textContent.includes('country:FRA')");
    page.wait("root.activeElement.closest('.share')");
}
