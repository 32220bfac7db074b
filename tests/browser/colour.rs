//! What the reader's system asks for, and where the focus is, as the browser draws it.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::harness::ability::{Ability, each_engine, lacks};
use crate::harness::page::{Page, Scheme};
use crate::harness::site::Site;
use crate::widget::{choices, embed, open, ready};

/// How the element with the focus shows it: what it is, whether two colours are around it, and what they are.
const SHOWN: &str = "(() => {
    const at = root.activeElement;
    if (!at) return null;
    const style = (node, name) => node && getComputedStyle(node)[name];
    const ring = root.querySelector('[data-ring=focused]');
    const name = at.dataset.kind ?? at.dataset.hand ?? at.dataset.offer ?? at.className?.baseVal ?? at.className;
    const what = [at.localName, name, at.getAttribute('role')].filter(Boolean).join(' ');
    if (at.matches('.map [data-country]')) {
        const line = (kind) => ring?.querySelector(`[data-line=${kind}]`);
        return [what, style(line('line'), 'stroke'), parseFloat(style(line('line'), 'strokeWidth')),
            style(line('halo'), 'stroke'), parseFloat(style(line('halo'), 'strokeWidth'))];
    }
    if (at.matches('.hand')) {
        const halo = at.querySelector('.halo');
        return [what, style(halo, 'stroke'), parseFloat(style(halo, 'strokeWidth')), style(halo, 'fill'), 4];
    }
    const { outlineStyle, outlineColor, outlineWidth, outlineOffset } = getComputedStyle(at);
    // The gap shows the ground.
    const width = outlineStyle === 'solid' ? parseFloat(outlineWidth) : 0;
    const ground = getComputedStyle(root.querySelector('.pe')).backgroundColor;
    return [what, outlineColor, width, ground, width + parseFloat(outlineOffset)];
})()";

/// Goes through the page by Tab. Says which kinds of control had the focus, and which did not show it.
fn walk(page: &Page, text: &str, ground: &str) -> (BTreeSet<String>, BTreeSet<String>) {
    let (mut seen, mut missed) = (BTreeSet::new(), BTreeSet::new());
    for _ in 0..150 {
        page.press("Tab");
        let shown = page.eval(SHOWN);
        let Value::Array(shown) = shown else { break };
        let what = shown[0].as_str().unwrap_or_default().to_owned();
        let is = |place: usize, colour: &str| shown[place].as_str() == Some(colour);
        let wide = |place: usize, least: f64| shown[place].as_f64().is_some_and(|width| width >= least);
        if !(is(1, text) && wide(2, 2.0) && is(3, ground) && wide(4, 3.0)) {
            missed.insert(json!(shown).to_string());
        }
        seen.insert(what);
    }
    (seen, missed)
}

const VIEWS: [&str; 5] = [
    "country='AFG' url-state",
    "projection='tiles' against='2015' known='2026' measure='icse-access'",
    "view='table' find='fra' compare='FRA DEU'",
    "view='trend' measure='icse-access'",
    "view='changes' measure='icse-access'",
];

/// Goes through each view in a colour scheme, whose text and ground the ring is made of.
fn check_focus(scheme: Scheme, text: &str, ground: &str) {
    let mut kinds = BTreeSet::new();
    for view in VIEWS {
        let site = Site::with_page(&embed(view));
        let page = Page::blank();
        page.be_still();
        page.prefer(scheme);
        page.go(&site.url("/page.html"));
        ready(&page);
        if view.contains("country") {
            choices(&page, "countries");
        }
        let (seen, missed) = walk(&page, text, ground);
        assert_eq!(missed, BTreeSet::new(), "{view}, {scheme:?}: these do not show the focus");
        kinds.extend(seen);
    }
    for kind in [
        "g button",
        "g date slider",
        "g against slider",
        "g known slider",
        "button choice",
        "button tab",
        "div chart slider",
        "button name",
        "button sort",
        "button compare",
        "button entry",
        "a",
    ] {
        assert!(
            kinds.iter().any(|seen| seen.starts_with(kind) || seen == kind),
            "{kind} never had the focus: {kinds:?}"
        );
    }
}

#[test]
fn the_focus_is_seen_on_every_control_in_the_light() {
    each_engine("focus");
    check_focus(Scheme::Light, "rgb(20, 33, 43)", "rgb(255, 255, 255)");
}

#[test]
fn the_focus_is_seen_on_every_control_in_the_dark() {
    check_focus(Scheme::Dark, "rgb(232, 237, 240)", "rgb(18, 22, 26)");
}

/// A system colour, as the page has it.
fn system(page: &Page, name: &str) -> String {
    let probe = format!(
        "(() => {{ const probe = document.createElement('i'); probe.style.color = '{name}';
            probe.style.forcedColorAdjust = 'none'; document.body.append(probe);
            const colour = getComputedStyle(probe).color; probe.remove(); return colour; }})()"
    );
    page.eval(&probe).as_str().expect("a colour").to_owned()
}

fn forced(scheme: &str, attributes: &str) -> (Site, Page) {
    let site = Site::with_page(&embed(attributes));
    let page = Page::blank();
    page.media(&[("forced-colors", "active"), ("prefers-color-scheme", scheme)]);
    page.go(&site.url("/page.html"));
    ready(&page);
    (site, page)
}

/// The computed value of a property of the first element that matches.
fn style(page: &Page, selector: &str, property: &str) -> String {
    let value = page.eval(&format!("getComputedStyle($({})).{property}", json!(selector)));
    value.as_str().unwrap_or_else(|| panic!("{selector} has no {property}")).to_owned()
}

#[test]
fn forced_colours_are_the_readers_and_statuses_stay_apart() {
    each_engine("media");
    if lacks(Ability::ForcedColours) {
        return;
    }
    for scheme in ["light", "dark"] {
        // The host's theme yields.
        let (_site, page) = forced(scheme, "theme='light' status='unknown' region='africa'");
        let [canvas, text, highlight] = ["Canvas", "CanvasText", "Highlight"].map(|name| system(&page, name));
        assert_eq!(style(&page, ".pe", "backgroundColor"), canvas, "{scheme}");
        assert_eq!(style(&page, ".sentence", "color"), text, "{scheme}");
        assert_eq!(style(&page, ".borders path", "stroke"), text, "{scheme}");
        assert_eq!(style(&page, ".hatch-line", "fill"), text, "{scheme}");
        assert_eq!(style(&page, ".hatch-paper", "fill"), canvas, "{scheme}");
        choices(&page, "countries");
        let pressed = ".options [data-kind=choice][aria-pressed=true]";
        assert_eq!(style(&page, pressed, "backgroundColor"), highlight, "{scheme}");
        assert!(style(&page, pressed, "textDecorationLine").contains("underline"), "{scheme}");
        let [chosen, other] =
            ["true", "false"].map(|pressed| format!("[data-choice=measure] .tab[aria-pressed={pressed}]"));
        assert_eq!(style(&page, &chosen, "borderBottomColor"), highlight, "{scheme}");
        assert_eq!(style(&page, &other, "borderBottomColor"), canvas, "{scheme}");

        page.press("Tab");
        let focused = page.eval(SHOWN);
        assert_eq!(focused[1], json!(highlight), "{scheme}: {focused}");
    }
    for scheme in ["light", "dark"] {
        let (_site, page) = forced(scheme, "");
        let fills = page.eval(
            "[...new Set($$('.entry[data-status]').map(({ dataset }) => dataset.status))]
                .filter((status) => status !== 'unknown')
                .map((status) => $(`.map [data-country][data-status=\"${status}\"]`))
                .filter(Boolean).map((country) => getComputedStyle(country).fill)",
        );
        let fills: Vec<&str> = fills.as_array().expect("a list").iter().filter_map(Value::as_str).collect();
        let different: BTreeSet<_> = fills.iter().collect();
        assert!(fills.len() >= 3 && different.len() == fills.len(), "{scheme}: {fills:?}");
        let tiles = page.eval("$$('.entry[data-status]:not([data-status=unknown]) .tile').map((tile) => getComputedStyle(tile).backgroundColor)");
        let tiles: BTreeSet<&str> =
            tiles.as_array().expect("a list").iter().filter_map(Value::as_str).collect();
        assert_eq!(tiles.len(), 4, "{scheme}: {tiles:?}");
    }
}

#[test]
fn a_wish_for_more_contrast_is_heard_at_any_time() {
    each_engine("media");
    if lacks(Ability::MoreContrast) {
        return;
    }
    let (_site, page) = open("");
    assert_eq!(style(&page, ".sentence", "color"), "rgb(20, 33, 43)");
    page.media(&[("prefers-contrast", "more"), ("prefers-color-scheme", "light")]);
    page.wait("getComputedStyle($('.sentence')).color === 'rgb(0, 0, 0)'");
    assert_eq!(style(&page, ".borders path", "stroke"), "rgb(0, 0, 0)");
    page.media(&[("prefers-color-scheme", "light")]);
    page.wait("getComputedStyle($('.sentence')).color === 'rgb(20, 33, 43)'");
}

#[test]
fn a_wish_for_less_contrast_is_heard_at_any_time() {
    each_engine("media");
    if lacks(Ability::LessContrast) {
        return;
    }
    let (_site, page) = open("");
    assert_eq!(style(&page, ".sentence", "color"), "rgb(20, 33, 43)");
    page.media(&[("prefers-contrast", "less"), ("prefers-color-scheme", "light")]);
    page.wait("getComputedStyle($('.sentence')).color === 'rgb(44, 57, 66)'");
    page.media(&[("prefers-color-scheme", "light")]);
    page.wait("getComputedStyle($('.sentence')).color === 'rgb(20, 33, 43)'");
}

#[test]
fn the_reader_makes_the_hatch_lighter_and_the_link_says_so() {
    each_engine("SVG");
    let (_site, page) = open("url-state");
    let plain = style(&page, ".hatch-line", "fill");
    page.execute(
        "host.addEventListener('policy-explorer-change', ({ detail }) => { window.told = detail.pattern; })",
    );
    choices(&page, "more");
    let lighter = ".controls .options [data-kind=choice]";
    page.click(lighter);
    page.wait("window.told === 'light'");
    page.wait("location.hash.includes('pattern:light')");
    page.wait(&format!("getComputedStyle($('.hatch-line')).fill !== '{plain}'"));
    let light = style(&page, ".hatch-line", "fill");
    assert!(page.eval("host.toSVG()").as_str().is_some_and(|svg| svg.contains("#c3c8ca")), "{light}");
    // The sign stays.
    assert_eq!(page.attribute(".entry[data-status=unknown] .tile", "data-sign").as_deref(), Some("?"));
    page.click(lighter);
    page.wait("window.told === ''");
    page.becomes("getComputedStyle($('.hatch-line')).fill", plain);
    assert!(page.eval("host.toSVG()").as_str().is_some_and(|svg| svg.contains("#8b9296")));
}
