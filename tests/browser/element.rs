//! The element in its page: attributes and their layers, events, several elements, moved and removed ones.

use crate::harness::ability::each_engine;
use crate::harness::page::Page;
use crate::harness::site::Site;
use crate::widget::{embed, open, ready};
use serde_json::json;

#[test]
fn attributes_set_changed_and_removed_take_effect() {
    let (_site, page) = open("measure='icse-access' lang='en'");
    assert!(page.text(".sentence").starts_with("26 of 196"));
    page.execute("host.setAttribute('date', '2009-06')");
    page.wait("host.summary().date === '2009-06' && !$('.sentence').textContent.startsWith('26')");
    page.execute("host.removeAttribute('date'); host.setAttribute('region', 'europe')");
    page.wait("$('.sentence').textContent.startsWith('Europe: ')");
    assert_eq!(page.eval("host.summary().total"), json!(50));
    page.execute("host.removeAttribute('region'); host.setAttribute('view', 'table'); host.setAttribute('status', 'partial')");
    page.wait("$$('tbody tr').length === 1");
    assert_eq!(page.attribute("tbody tr", "data-country").as_deref(), Some("GHA"));
    page.execute("host.setAttribute('theme', 'dark')");
    page.wait("getComputedStyle($('.pe')).colorScheme === 'dark'");
    page.execute("host.setAttribute('heading', '4')");
    page.wait("$('h4.sentence')");
    page.execute("host.setAttribute('lang', 'fr')");
    page.wait("$('.pe').lang === 'fr' && $('[data-choice=measure] .tab').textContent.includes('mesures')");
    page.execute("host.setAttribute('hide', 'header toolbar legend footer')");
    page.wait("!$('.header') && !$('.toolbar') && !$('.legend') && !$('.footer')");
}

#[test]
fn values_that_mean_nothing_are_ignored_with_one_warning() {
    let (_site, page) = open("measure='none' date='yesterday' country='fra' region='europe mars'");
    assert_eq!(
        page.eval(
            "(({ measure, date, country, region }) => ({ measure, date, country, region }))(host.state)"
        ),
        json!({"measure": "overall", "date": "", "country": "", "region": "europe"})
    );
    page.execute("host.setAttribute('theme', 'light')");
    page.wait("$('.pe').dataset.theme === 'light'");
    let warned = |name: &str| {
        page.console().iter().filter(|line| line.contains(name) && line.contains("ignored")).count()
    };
    for name in ["measure=", "date=", "country=", "region="] {
        assert_eq!(warned(name), 1, "{name}");
    }
}

#[test]
fn attributes_of_views_to_come_are_kept_without_a_warning() {
    let (_site, page) = open("against='2015' compare='FRA DEU' projection='globe' url-state");
    assert_eq!(
        page.eval("(({ against, compare, projection }) => [against, compare, projection])(host.state)"),
        json!(["2015", "FRA DEU", "globe"])
    );
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn the_last_speaker_wins_and_only_the_reader_is_reported() {
    let (_site, page) = open("measure='icse-access'");
    page.execute("window.changes = []; host.addEventListener('policy-explorer-change', ({ detail }) => changes.push(detail.measure))");
    page.execute("host.setAttribute('measure', 'collection')");
    page.wait("host.state.measure === 'collection'");
    page.click("[data-choice=measure] .tab:nth-of-type(1)");
    page.wait("host.state.measure === 'overall'");
    assert_eq!(page.eval("host.getAttribute('measure')"), json!("collection"));
    page.execute("host.setAttribute('measure', 'collection')");
    assert_eq!(page.eval("host.state.measure"), json!("overall"), "the same word again changes nothing");
    page.execute("host.setAttribute('measure', 'icse-access')");
    assert_eq!(page.eval("host.state.measure"), json!("icse-access"), "read back at once");
    page.execute("host.state = { measure: 'victim-identification', country: 'FRA' }");
    assert_eq!(
        page.eval("[host.state.measure, host.state.country]"),
        json!(["victim-identification", "FRA"])
    );
    page.becomes("changes", json!(["overall"]));
}

#[test]
fn ready_tells_the_feed_and_the_number_of_members() {
    let site = Site::with_page(&format!(
        "<script>addEventListener('policy-explorer-ready', ({{ detail }}) => {{ window.told = detail; }})</script>{}",
        embed("")
    ));
    let page = Page::open(&site.url("/page.html"));
    page.wait("window.told");
    assert_eq!(page.eval("told"), json!({"feed": site.url("/feed.json"), "members": 196}));
    assert_eq!(
        page.eval("host.ready.then(() => performance.getEntriesByName('policy-explorer:map').length)"),
        json!(1)
    );
}

#[test]
fn several_elements_share_one_wasm() {
    each_engine("modules");
    let site = Site::with_page(&format!(
        "{}{}",
        embed("id='a'"),
        embed("id='b' measure='icse-access' view='table'")
    ));
    let page = Page::open(&site.url("/page.html"));
    for (element, shown) in
        [("#a", "$$('.map [data-country]').length === 196"), ("#b", "$$('tbody tr').length === 196")]
    {
        page.look_at(element);
        page.wait(shown);
    }
    assert_eq!(
        site.paths()
            .iter()
            .filter(|path| path.ends_with(".wasm") && path.contains("policy-explorer"))
            .count(),
        1
    );
}

#[test]
fn the_module_may_be_loaded_from_two_addresses() {
    each_engine("modules");
    let site = Site::with_page(&format!(
        "{}<script type='module' src='policy-explorer.js?again'></script>",
        embed("")
    ));
    let page = Page::open(&site.url("/page.html"));
    ready(&page);
    page.wait("document.readyState === 'complete'");
    assert_eq!(page.console(), [""; 0]);
}

#[test]
fn many_elements_come_and_go_without_a_trace() {
    each_engine("custom elements");
    let (_site, page) = open("");
    page.eval(
        "(async () => {
            for (let turn = 0; turn < 40; turn++) {
                const element = document.createElement('policy-explorer');
                element.setAttribute('feed', 'feed.json');
                document.body.append(element);
                if (turn % 8 === 0) await element.ready;
                element.remove();
                await null;
            }
        })()",
    );
    page.wait("document.querySelectorAll('policy-explorer').length === 1");
    page.click("[data-choice=measure] .tab:nth-of-type(2)");
    page.wait("host.state.measure === 'collection'");
    assert_eq!(
        page.console().iter().filter(|line| line.starts_with("SEVERE")).count(),
        0,
        "{:?}",
        page.console()
    );
}

#[test]
fn a_lazy_element_starts_when_it_comes_near() {
    each_engine("layout");
    let site = Site::with_page(&format!("<div style='height: 5000px'></div>{}", embed("loading='lazy'")));
    let page = Page::open(&site.url("/page.html"));
    page.wait("customElements.get('policy-explorer')");
    page.rest();
    assert!(!site.paths().contains(&"/feed.json".to_string()), "{:?}", site.paths());
    page.execute("host.scrollIntoView()");
    ready(&page);
}

#[test]
fn the_svg_stands_alone() {
    each_engine("SVG");
    let (_site, page) = open("measure='icse-access'");
    let shown = page.eval(
        "(async () => { const picture = new DOMParser().parseFromString(await host.toSVG(), 'image/svg+xml');
            const items = [...picture.querySelectorAll('[data-country]')];
            return [picture.documentElement.localName, picture.querySelectorAll('parsererror').length, items.length,
                items.every((item) => $(`.map [data-country=${item.dataset.country}]`).dataset.status === item.dataset.status),
                picture.querySelector('title').textContent.startsWith('26 of 196')]; })()",
    );
    assert_eq!(shown, json!(["svg", 0, 196, true, true]));
}

#[test]
fn nothing_scrolls_sideways_on_the_smallest_screen() {
    each_engine("layout");
    let (_site, page) = open("lang='fr' country='VCT'");
    for view in ["map", "table"] {
        page.execute(&format!("host.setAttribute('view', '{view}')"));
        page.wait(&format!("$('[part~={view}]')"));
        for width in [320, 768] {
            page.resize(width, 700);
            assert_eq!(
                page.eval("document.documentElement.scrollWidth <= innerWidth"),
                json!(true),
                "{view} {width}"
            );
        }
    }
}
