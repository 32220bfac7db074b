//! What axe finds in the example page: nothing, in each view and colour scheme.

use crate::harness::page::{Page, Scheme};
use crate::harness::site::Site;

/// Opens the example page with these attributes set by the host, and waits until they show.
fn check(name: &str, attributes: &[(&str, &str)], shown: &str) {
    let site = Site::start();
    for scheme in [Scheme::Light, Scheme::Dark] {
        let page = Page::blank();
        page.prefer(scheme);
        page.go(&site.url("/"));
        for (name, value) in attributes {
            page.execute(&format!("host.setAttribute('{name}', '{value}')"));
        }
        page.wait(shown);
        page.screenshot(&format!("axe-{name}-{scheme:?}").to_lowercase());
        assert_eq!(page.axe(), "", "{name}, {scheme:?}");
    }
}

#[test]
fn map_passes_axe() {
    check("map", &[], "$('[part~=map] [data-country]')");
}

#[test]
fn table_passes_axe() {
    check("table", &[("view", "table")], "$('[part~=table] [data-country]')");
}

#[test]
fn profile_passes_axe() {
    check("profile", &[("country", "FRA")], "$('[part~=profile][data-country=FRA]')");
}
