//! Countries side by side: chosen by keyboard and by finger, taken out, opened, refused.

use crate::harness::ability::{Ability, each_engine, lacks};
use crate::harness::page::Page;
use crate::widget::{SIDEWAYS, open};
use serde_json::json;

fn toggle(code: &str) -> String {
    format!("tr[data-country={code}] [data-kind=compare]")
}

/// The codes in the heads of the comparison.
fn compared(page: &Page) -> String {
    let codes =
        page.eval("$$('.compared thead [data-country]').map((head) => head.dataset.country).join(' ')");
    codes.as_str().expect("codes").to_owned()
}

#[test]
fn countries_are_compared_by_keyboard_alone() {
    each_engine("focus");
    let (_site, page) = open("view='table' measure='icse-access'");
    assert_eq!(page.count(".compare"), 0);
    for code in ["FRA", "DEU"] {
        page.execute(&format!("$('{}').focus()", toggle(code)));
        assert!(page.focus().name.starts_with("Compare "), "{:?}", page.focus());
        page.press(" ");
        page.wait(&format!("$('{}').checked", toggle(code)));
        page.wait(&format!("$('.compared thead [data-country={code}]')"));
    }
    assert_eq!((compared(&page).as_str(), page.eval("host.state.compare")), ("FRA DEU", json!("FRA DEU")));
    let cells = page.eval("$$('.compared [data-measure=icse-access] td').map(({ dataset, innerText }) => [dataset.country, dataset.status, innerText])");
    assert_eq!(cells[0][0], "FRA");
    assert_eq!(cells[0][1], "implemented");
    assert!(
        cells[0][2].as_str().is_some_and(|text| text.contains("by June 2015") && text.contains("2 sources"))
    );
    assert_eq!(page.text(".compared-line span"), "Countries compared: France, Germany");
    page.execute("$('.compared-line button').focus()");
    page.press("Enter");
    page.wait("root.activeElement.id === 'compare'");
    page.press("Tab");
    page.wait("root.activeElement.closest('[data-country]')?.dataset.country === 'FRA'");
    page.press("Tab");
    assert_eq!(page.focus().name, "Remove France");
    page.press("Enter");
    page.wait("!$('.compared thead [data-country=FRA]')");
    page.wait("root.activeElement.id === 'compare'");
    page.execute("$('.compared thead button').focus()");
    page.press("Enter");
    page.wait("$('[part~=profile]').dataset.country === 'DEU' && root.activeElement.id === 'profile'");
    page.execute("$$('.compared-line button')[1].focus()");
    page.press("Enter");
    page.wait("!$('.compare') && host.state.compare === ''");
    page.wait("root.activeElement.classList.contains('view')");
}

#[test]
fn a_seventh_country_is_refused_with_the_reason() {
    let (_site, page) = open("view='table' compare='FRA DEU BRA USA IND KEN'");
    page.wait("$$('.compared thead [data-country]').length === 6");
    page.click(&toggle("AUS"));
    page.wait("$('tr[data-country=AUS] .refused')");
    let said = page.text(".refused");
    assert_eq!(said, "Australia was not added: you can compare 6 countries at most. Remove one first.");
    page.wait(&format!("!$('{}').checked", toggle("AUS")));
    page.click(&toggle("FRA"));
    page.wait("!$('.refused')");
    page.click(&toggle("AUS"));
    page.wait("host.state.compare === 'DEU BRA USA IND KEN AUS'");
}

#[test]
fn countries_are_compared_by_finger_alone_on_a_phone() {
    if lacks(Ability::Touch) {
        return;
    }
    let (_site, page) = open("view='table'");
    page.touch_screen();
    page.resize(320, 640);
    // The table has no room for it there; the profile has.
    for code in ["AFG", "ALB"] {
        page.tap(&format!("tr[data-country={code}] [data-kind=name]"));
        page.wait(&format!(
            "$('.profile').dataset.country === '{code}' && $('.profile-head [data-kind=compare]')"
        ));
        page.tap(".profile-head [data-kind=compare]");
        page.wait(&format!("$('.compared thead [data-country={code}]')"));
        page.tap(".profile .close");
        page.wait("!$('.profile')");
    }
    page.tap(".compared-line button");
    page.wait("root.activeElement.id === 'compare'");
    assert_eq!(page.eval(SIDEWAYS), json!(0));
    page.screenshot("compare-phone");
    page.tap(".compared thead [data-country=ALB] [data-kind=remove]");
    page.wait("host.state.compare === 'AFG'");
    page.tap(".compared thead [data-country=AFG] [data-kind=name]");
    page.wait("$('[part~=profile]').dataset.country === 'AFG'");
}

#[test]
fn the_profile_adds_its_country() {
    let (_site, page) = open("country='FRA'");
    page.wait("$('.profile [data-kind=compare]')");
    page.click(".profile [data-kind=compare]");
    page.wait("$('.compared thead [data-country=FRA]')");
    assert_eq!(page.attribute(".profile [data-kind=compare]", "aria-pressed").as_deref(), Some("true"));
}

#[test]
fn six_countries_pass_axe_and_scroll_nowhere_sideways() {
    for width in [320, 768, 1280] {
        let (_site, page) = open("compare='FRA COD BRA USA STP VCT' measure='icse-access'");
        page.resize(width, 800);
        page.wait("$$('.compared thead [data-country]').length === 6");
        assert_eq!(page.eval(SIDEWAYS), json!(0), "{width}");
        assert_eq!(page.axe(), "", "{width}");
        page.screenshot(&format!("compare-{width}"));
    }
}
