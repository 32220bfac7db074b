//! The widget in pages that are not made for it: it looks and answers there as in a plain one.

use crate::harness::ability::{Ability, each_engine, everywhere, is_the_one, lacks, telling};
use crate::harness::page::Page;
use crate::harness::site::{Answer, Site};
use crate::widget::{SIDEWAYS, embed, open, ready};
use serde_json::{Value, json};

/// A page with the widget in it, as it is written; `style` is in its head, `around` has `{}` where the widget is.
fn host(doctype: &str, style: &str, around: &str) -> (Site, Page) {
    let site = Site::start();
    let body = around.replace("{}", &embed("measure='icse-access'"));
    site.answer(
        "/page.html",
        Answer::html(&format!(
            "{doctype}<html lang='en'><head><meta charset='utf-8'><meta name='viewport' content='width=device-width'>\
             <style>{style}</style></head><body>{body}</body></html>"
        )),
    );
    let page = Page::open(&site.url("/page.html"));
    ready(&page);
    (site, page)
}

const STANDARD: &str = "<!doctype html>";

/// What a reader relies on: nothing scrolls sideways, lines begin on the left, what is under the pointer is what is
/// named, close by, and opened by a press; and the timeline goes where it is pressed, and its years stand apart.
fn check_answers(page: &Page) {
    assert_eq!(page.eval(SIDEWAYS), json!(0), "nothing scrolls sideways");
    assert_eq!(page.eval("getComputedStyle($('.pe')).direction"), json!("ltr"));
    for (code, name) in [("BRA", "Brazil"), ("AUS", "Australia"), ("IND", "India")] {
        // Else the last tooltip could lie in the way.
        page.hover_at((1.0, 1.0));
        let (x, y) = page.middle(&format!(".map [data-country={code}]"));
        page.hover_at((x, y));
        page.wait(&format!("$('[role=tooltip]').innerText.startsWith('{name}')"));
        page.wait(&format!(
            "(({{ left, right, top, bottom }}) =>
                Math.hypot(Math.max(left - {x}, {x} - right, 0), Math.max(top - {y}, {y} - bottom, 0)) < 60)
                ($('[role=tooltip]').getBoundingClientRect())"
        ));
    }
    let india = page.middle(".map [data-country=IND]");
    page.click_at(india);
    page.wait("host.state.country === 'IND'");
    page.execute("host.state = { country: '' }");
    page.wait("!$('.profile')");
    let apart = "$$('.line [data-kind=year]').map((year) => year.getBoundingClientRect())
        .every(({ left }, at, years) => at === 0 || left > years[at - 1].right)";
    assert_eq!(page.eval(apart), json!(true), "years stand apart");
    let (x, y) = page.middle(".line .rail");
    page.click_at((x, y));
    let far = format!(
        "Math.abs((({{ x, width }}) => x + width / 2)($('.hand .knob').getBoundingClientRect()) - {x}) < 12"
    );
    page.wait(&far);
}

/// Place and type of what is shown; `scale` undoes the page's own.
fn looks(page: &Page) -> Value {
    page.execute("host.state = { date: '2020' }");
    page.wait("$('.date input').value === '2020'");
    page.eval(
        "(() => {
            const { left, top, width } = $('.pe').getBoundingClientRect();
            const kinds = '.header *, .toolbar *, .legend *, .zoom *, .timeline *, .footer *';
            return [Math.round(width)].concat($$(kinds).filter((element) => element.checkVisibility() && !element.closest('.line')).map((element) => {
                const box = element.getBoundingClientRect(), style = getComputedStyle(element);
                return [element.localName, element.getAttribute('class'), Math.round(box.left - left), Math.round(box.top - top),
                    Math.round(box.width), Math.round(box.height), style.color, style.fontFamily, style.textTransform].join(' ');
            }));
        })()",
    )
}

/// The same page as with nothing hostile in it, to the pixel.
fn check_looks(name: &str, page: &Page, plain: &Page) {
    let (is, should) = (looks(page), looks(plain));
    let (is, should) = (is.as_array().expect("a list"), should.as_array().expect("a list"));
    assert_eq!(is.len(), should.len(), "{name}");
    for (is, should) in is.iter().zip(should) {
        assert_eq!(is, should, "{name}");
    }
}

const FRAME: &str = "<div id='place' style='width: 900px'>{}</div>";
/// Only what a page says of all its elements; the place keeps its width, so that both can be compared.
const PLACE: &str = "body { margin: 0 } #place { display: block !important; width: 900px !important }";

#[test]
fn pages_that_style_everything_change_nothing() {
    each_engine("layout");
    let rows = [
        ("without a doctype", "", ""),
        ("all unset", STANDARD, "body *, body *::before, body *::after { all: unset }"),
        (
            "inherited",
            STANDARD,
            "body, body * { letter-spacing: 5px !important; word-spacing: 9px !important; line-height: 3 !important;
                text-transform: uppercase !important; text-indent: 3em !important; white-space: nowrap !important;
                font: italic 900 40px/3 serif !important; text-align: right !important; cursor: none !important;
                color: red !important; fill: lime !important; stroke: blue !important; stroke-width: 9px !important;
                word-break: break-all !important; list-style: square !important; text-shadow: 1px 1px red !important;
                border-collapse: separate !important; border-spacing: 9px !important; tab-size: 20 !important;
                font-variant: small-caps !important; text-anchor: end !important; hyphens: auto !important;
                box-sizing: content-box !important; user-select: none; quotes: none; -webkit-text-fill-color: red }",
        ),
        ("direction", STANDARD, "* { direction: rtl !important }"),
        ("tags", STANDARD, "div, p, button, svg, table, h2, header { display: none; margin: 90px; border: 9px solid }"),
    ];
    let (_plain_site, plain) = host(STANDARD, PLACE, FRAME);
    for (name, doctype, style) in rows {
        let (_site, page) = host(doctype, &format!("{style} {PLACE}"), FRAME);
        check_looks(name, &page, &plain);
        page.execute("host.state = { date: '' }");
        // What looks the same to the pixel answers the same, which other tests show in each engine.
        if is_the_one() || everywhere() {
            check_answers(&page);
        }
        for (view, text) in [("table", ".table td"), ("changes", ".change")] {
            let size = |page: &Page| {
                page.execute(&format!("host.state = {{ view: '{view}' }}"));
                page.wait(&format!("$('{text}')"));
                page.eval(&format!(
                    "(({{ fontSize, lineHeight, fontVariantNumeric, color }}) => [fontSize, lineHeight, fontVariantNumeric, color])(getComputedStyle($('{text}')))"
                ))
            };
            assert_eq!(size(&page), size(&plain), "{name}, {view}");
            plain.execute("host.state = { view: 'map' }");
        }
    }
}

fn check_scaled(style: &str) {
    let (_site, page) = host(STANDARD, "", &format!("<div style='{style}'><div>{{}}</div></div>"));
    check_answers(&page);
}

#[test]
fn pointers_find_their_country_in_pages_that_scale() {
    each_engine("pointer");
    check_scaled("transform: scale(0.8); transform-origin: 0 0");
    check_scaled("width: 500px");
}

#[test]
fn pointers_find_their_country_in_pages_with_zoom() {
    each_engine("pointer");
    if lacks(Ability::Zoom) {
        return;
    }
    check_scaled("zoom: 1.5");
    check_scaled("zoom: 0.7");
}

#[test]
fn pointers_find_their_country_on_fine_screens() {
    each_engine("pointer");
    if lacks(Ability::Density) {
        return;
    }
    for scale in [2, 3] {
        let (_site, page) = host(STANDARD, "", "{}");
        page.resize(800, 900);
        page.density(scale);
        page.wait(&format!("devicePixelRatio === {scale}"));
        check_answers(&page);
    }
}

#[test]
fn type_is_as_large_as_the_pages_root_says_within_bounds() {
    each_engine("fonts");
    for &(root, size) in telling(&[("40px", 30.0), ("62.5%", 15.0), ("1px", 15.0)], 1) {
        let (_site, page) = host(STANDARD, &format!("html {{ font-size: {root} }}"), "{}");
        assert_eq!(
            page.eval("parseFloat(getComputedStyle($('.pe')).fontSize)").as_f64().expect("a number"),
            size,
            "{root}"
        );
        check_answers(&page);
    }
}

#[test]
fn a_widget_that_was_not_shown_at_first_has_its_size_when_it_is() {
    each_engine("layout");
    let (_site, page) = host(STANDARD, "", "<div id='tab' style='display: none'>{}</div>");
    for view in ["trend", "map"] {
        page.execute(&format!("tab.style.display = 'none'; host.state = {{ view: '{view}' }}"));
        page.wait(&format!("$('{}')", if view == "map" { ".map" } else { ".chart" }));
        page.execute("tab.style.display = ''");
        page.wait("$$('.line [data-kind=year]').length > 3");
    }
    page.wait("$('.map [part=marker] circle')");
    let marker = "$('.map [part=marker] circle').getBoundingClientRect().width";
    page.wait(&format!("{marker} > 3 && {marker} < 9"));
    check_answers(&page);
}

#[test]
fn a_place_that_grows_from_nothing_is_filled() {
    each_engine("layout");
    let grow = "<div style='display: flex'><div id='grow' style='width: 0; overflow: hidden'>{}</div></div>";
    let (_site, page) = host(STANDARD, "body { margin: 0 }", grow);
    page.execute("host.state = { view: 'trend' }");
    page.wait("$('.chart')");
    for width in ["1px", "40px", "90px", "320px"] {
        page.execute(&format!("grow.style.width = '{width}'"));
        page.rest();
    }
    page.execute("grow.style.width = '700px'; host.state = { view: 'map' }");
    page.wait("$('.map svg').getBoundingClientRect().width > 640");
    check_answers(&page);
}

#[test]
fn a_place_that_is_as_wide_as_its_content_is_as_wide_as_there_is_room() {
    each_engine("layout");
    let rows = [
        ("a row of boxes", "<div style='display: flex'>{}</div>"),
        (
            "a centred column",
            "<div style='display: flex; flex-direction: column; align-items: center'>{}</div>",
        ),
        ("a grid", "<div style='display: grid; justify-items: start'>{}</div>"),
        ("a float", "<div style='float: left'>{}</div>"),
        ("a line", "<span style='display: inline-block'>{}</span>"),
    ];
    for (name, around) in rows {
        let (_site, page) = host(STANDARD, "body { margin: 0 }", around);
        for (width, least) in [(1280, 900), (400, 380)] {
            page.resize(width, 800);
            page.wait(&format!("$('.pe').getBoundingClientRect().width >= {least}"));
            assert_eq!(page.eval(SIDEWAYS), json!(0), "{name}, {width}");
        }
    }
}

#[test]
fn a_widget_inside_another_component_answers_as_ever() {
    each_engine("focus");
    let site = Site::with_page(
        "<x-card></x-card>
         <script type='module' src='policy-explorer.js'></script>
         <script>
            customElements.define('x-card', class extends HTMLElement {
                constructor() {
                    super();
                    const root = this.attachShadow({ mode: 'open' });
                    root.append(document.createElement('policy-explorer'));
                    root.firstChild.setAttribute('measure', 'icse-access');
                    // Where tests look, since they look in the document.
                    const { querySelector } = document;
                    document.querySelector = (selector) => selector === 'policy-explorer' ? root.firstChild : querySelector.call(document, selector);
                }
            });
         </script>",
    );
    let page = Page::open(&site.url("/page.html"));
    ready(&page);
    check_answers(&page);
    page.execute("$('.map [tabindex=\"0\"]').focus()");
    page.press("ArrowRight");
    page.wait("root.activeElement.dataset.country !== 'IND'");
    page.press("Enter");
    page.wait("root.activeElement.id === 'profile'");
}

#[test]
fn a_widget_in_a_frame_names_what_is_under_the_pointer() {
    each_engine("pointer");
    let site = Site::start();
    let body = format!("<body style='margin: 0'>{}</body>", embed("measure='icse-access'"));
    site.answer("/inner.html", Answer::html(&format!("{STANDARD}<html lang='en'>{body}</html>")));
    let frame = "<iframe id='frame' src='inner.html' style='margin: 33px 0 0 41px; border: 7px solid; width: 600px; height: 700px'></iframe>
        <script>
            // Where tests look, since they look in the document.
            const { querySelector } = document;
            document.querySelector = (selector) => selector === 'policy-explorer' ? frame.contentDocument.querySelector(selector) : querySelector.call(document, selector);
        </script>";
    site.answer(
        "/page.html",
        Answer::html(&format!("{STANDARD}<html lang='en'><body>{frame}</body></html>")),
    );
    let page = Page::open(&site.url("/page.html"));
    page.wait("frame.contentWindow.performance.getEntriesByName('policy-explorer:ready').length");
    page.rest();
    let at = page.eval(
        "(() => { const inner = $('.map [data-country=BRA]').getBoundingClientRect(), outer = frame.getBoundingClientRect();
            return [outer.x + 7 + inner.x + inner.width / 2, outer.y + 7 + inner.y + inner.height / 2]; })()",
    );
    let at = (at[0].as_f64().expect("x"), at[1].as_f64().expect("y"));
    page.hover_at(at);
    page.wait("$('[role=tooltip]').innerText.startsWith('Brazil')");
    page.click_at(at);
    page.wait("host.state.country === 'BRA'");
    let sideways = "(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)(frame.contentDocument.documentElement)";
    assert_eq!(page.eval(sideways), json!(0));
}

/// WCAG 2.2, 1.4.13.
#[test]
fn the_tooltip_is_dismissed_by_escape_and_can_be_gone_to() {
    each_engine("pointer");
    let (_site, page) = open("measure='icse-access'");
    let brazil = page.middle(".map [data-country=BRA]");
    page.hover_at(brazil);
    page.wait("$('[role=tooltip]').checkVisibility()");
    page.press("Escape");
    page.wait("!$('[role=tooltip]').checkVisibility()");
    page.hover_at((brazil.0 + 2.0, brazil.1));
    page.wait("$('[role=tooltip]').checkVisibility()");
    page.wait("getComputedStyle($('.held')).pointerEvents === 'auto'");
    let on = page.middle("[role=tooltip]");
    page.hover_at(on);
    page.hover_at((on.0 + 3.0, on.1));
    page.rest();
    assert!(page.text("[role=tooltip]").starts_with("Brazil"), "it stays while the pointer is on it");
    page.hover_at((2.0, 2.0));
    page.wait("!$('[role=tooltip]').checkVisibility()");
    page.hover(".map [data-country=BRA]");
    page.wait("getComputedStyle($('.held')).pointerEvents === 'auto'");
    page.click_at(page.middle("[role=tooltip]"));
    page.wait("host.state.country === 'BRA'");
}
