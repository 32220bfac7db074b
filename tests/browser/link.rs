//! The view in the page's address.

use crate::harness::ability::each_engine;
use crate::harness::page::Page;
use crate::harness::site::{self, Answer, Site};
use crate::widget::{choices, embed, open, ready};
use serde_json::json;
use std::time::Duration;

fn hash(page: &Page) -> String {
    page.eval("location.hash").as_str().expect("a hash").to_owned()
}

#[test]
fn nothing_is_written_until_the_reader_chooses_and_nothing_remains_when_all_is_taken_back() {
    let (_site, page) = open("url-state measure='icse-access'");
    page.execute("window.entries = history.length; host.setAttribute('date', '2020')");
    page.wait("host.state.date === '2020'");
    assert_eq!(hash(&page), "");
    page.execute("$$('.toolbar .tab').find((tab) => tab.textContent === 'Table').click()");
    page.wait("location.hash === '#policy-explorer=view:table'");
    page.execute("$$('.toolbar .tab').find((tab) => tab.textContent === 'Map').click()");
    page.wait("location.href.endsWith('/page.html')");
    assert_eq!(page.eval("history.length === entries"), json!(true));
}

#[test]
fn without_the_attribute_the_address_is_left_alone() {
    let (_site, page) = open("");
    page.execute("$$('.toolbar .tab').find((tab) => tab.textContent === 'Table').click()");
    page.wait("$('.table')");
    assert_eq!(hash(&page), "");
}

#[test]
fn it_stands_under_the_element_s_id_beside_whatever_else_is_there() {
    each_engine("addresses");
    let site = Site::with_page(&embed("id='a b' url-state"));
    let page = Page::open(&site.url("/page.html#top&x=1"));
    ready(&page);
    page.execute("$$('.toolbar .tab').find((tab) => tab.textContent === 'Table').click()");
    page.wait("location.hash === '#top&x=1&a%20b=view:table'");
}

#[test]
fn a_router_that_lives_in_the_fragment_keeps_its_path_and_its_query() {
    for (route, written) in [
        ("#/map", "#/map?policy-explorer=view:table"),
        ("#/map?x=1&y=%26", "#/map?x=1&y=%26&policy-explorer=view:table"),
        ("#!/a/b%20c?", "#!/a/b%20c?policy-explorer=view:table"),
        ("#/map&policy-explorer=measure:collection", "#/map?policy-explorer=measure:collection,view:table"),
    ] {
        let site = Site::with_page(&embed("url-state"));
        let page = Page::open(&site.url(&format!("/page.html{route}")));
        ready(&page);
        page.execute("$$('.toolbar .tab').find((tab) => tab.textContent === 'Table').click()");
        page.wait(&format!("location.hash === '{written}'"));
        page.execute("$('[data-offer=link]').click()");
        let offered = page.wait("$('[data-piece=link]')?.textContent");
        assert_eq!(offered, page.eval("location.href"), "{route}");
        page.execute("host.state = { measure: null, view: null }");
        let left = route.replace("&policy-explorer=measure:collection", "").trim_end_matches('?').to_owned();
        page.wait(&format!("location.hash === '{left}'"));
    }
}

#[test]
fn a_link_opens_the_view_also_where_it_was_encoded_or_something_stands_behind_it() {
    let written = "policy-explorer=measure:icse-access,view:table,region:africa+europe";
    let value = "measure%3Aicse-access%2Cview%3Atable%2Cregion%3Aafrica%2Beurope";
    let all = format!("policy-explorer%3D{value}");
    for (hash, left) in [
        (format!("policy-explorer={value}"), ""),
        (all.clone(), ""),
        (all.replace('%', "%25"), ""),
        (format!("{written}?utm_source=mail"), ""),
        (format!("{written}&fbclid=x"), "#fbclid=x"),
        (format!("{all}%26fbclid%3Dx"), "#fbclid=x"),
        (format!("top&{all}."), "#top"),
        (format!("/map?next=a%3Db&{all}"), "#/map?next=a%3Db"),
    ] {
        let site = Site::with_page(&embed("url-state"));
        let page = Page::open(&site.url(&format!("/page.html#{hash}")));
        ready(&page);
        let state = page.eval("(({ measure, view, region }) => [measure, view, region].join())(host.state)");
        assert_eq!(state, json!("icse-access,table,africa europe"), "{hash}");
        page.execute("host.state = { measure: null, view: null, region: null }");
        page.wait(&format!("location.hash === '{left}'"));
        assert_eq!(page.console(), [""; 0], "{hash}");
    }
}

/// Views of all kinds, as a reader may have chosen them.
const VIEWS: [&str; 6] = [
    "measure:icse-access,date:2015-06,country:FRA",
    "view:table,sort:-icse-access,region:africa+europe",
    "view:trend,measure:victim-identification,known:2026-11-24",
    "view:changes,against:2015,group:eu",
    "projection:tiles,measure:collection,compare:FRA+DEU",
    "projection:globe,status:unknown,against:2012-01-05",
];

#[test]
fn a_link_gives_the_same_state_in_another_browser() {
    for view in VIEWS {
        let site = Site::with_page(&embed("url-state"));
        let page = Page::open(&site.url(&format!("/page.html#policy-explorer={view}")));
        ready(&page);
        for choice in view.split(',') {
            let (field, value) = choice.split_once(':').expect("a choice");
            assert_eq!(
                page.eval(&format!("host.state['{field}']")),
                json!(value.replace('+', " ")),
                "{view}"
            );
        }
        assert_eq!(hash(&page), format!("#policy-explorer={view}"));
        assert_eq!(page.console(), [""; 0], "{view}");
    }
}

/// What a reader sees: all text and the map's nodes, once nothing moves any more.
fn picture(page: &Page) -> (serde_json::Value, serde_json::Value) {
    const SEEN: &str = "(async () => [$$('.pe > *').filter((part) => part.role !== 'status').map((part) => part.innerText), await host.toSVG(), $('.map svg')?.querySelector('[transform]')?.getAttribute('transform'),
        $$('.map [data-country], .map text').map((node) => [...node.attributes].filter(({ name }) => name !== 'tabindex')
            .map(({ name, value }) => `${name}=${value}`).sort().join() + node.innerHTML)])()";
    page.execute("window.last = ''");
    let state = page.wait(
        "(() => { const now = JSON.stringify(host.state) + location.hash + $('.pe').innerText.length
            + ($('.map svg [transform]')?.getAttribute('transform') ?? '');
        const rests = now === window.last && !$('.loading'); window.last = now;
        return new Promise((done) => setTimeout(() => done(rests && host.state), 400)); })()",
    );
    // The code of a projection may come after the view.
    page.wait("(async () => { const before = window.drawn; window.drawn = await host.toSVG(); return window.drawn === before; })()");
    (state, page.eval(SEEN))
}

fn list(value: &serde_json::Value) -> &[serde_json::Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// Chooses something as a reader does, by the words on a button.
fn press(page: &Page, selector: &str, words: &str) {
    page.wait(&format!(
        "(() => {{ const button = $$('{selector}').find((button) => button.textContent.trim().startsWith('{words}'));
            button?.click(); return Boolean(button); }})()"
    ));
}

#[test]
fn every_view_that_a_reader_makes_is_the_same_for_whoever_opens_its_link() {
    let site = Site::with_page(&embed("url-state"));
    let open = |address: &str| {
        let page = Page::blank();
        page.be_still();
        page.go(address);
        ready(&page);
        page
    };
    let reader = open(&site.url("/page.html"));
    let mut seen = std::collections::BTreeSet::new();
    let mut check = |what: &str| {
        // What is open is no part of the view.
        reader.execute("$('.opener[aria-expanded=true]')?.click()");
        let made = picture(&reader);
        let other = open(reader.eval("location.href").as_str().expect("an address"));
        let opened = picture(&other);
        assert_eq!(opened.0, made.0, "{what}");
        for (piece, (opened, made)) in list(&opened.1).iter().zip(list(&made.1)).enumerate() {
            let differing = list(opened).iter().zip(list(made)).find(|(a, b)| a != b);
            assert_eq!(differing, None, "{what}, in piece {piece}");
            assert_eq!(opened, made, "{what}, piece {piece}");
        }
        assert!(seen.insert(made.1.to_string()), "{what} is another view");
    };
    press(&reader, ".toolbar .tab", "3 ICSE access");
    reader.execute("$('.hand[data-hand=date]').focus()");
    reader.press("PageDown");
    check("a measure on a date");
    choices(&reader, "more");
    press(&reader, ".options button", "Africa");
    check("a region seen from near");
    choices(&reader, "more");
    press(&reader, ".options .tab", "Globe");
    check("the globe");
    choices(&reader, "more");
    press(&reader, ".options .tab", "Tiles");
    press(&reader, ".legend button", "implemented");
    check("tiles of a status");
    press(&reader, "[data-kind=chip]", "implemented");
    choices(&reader, "more");
    press(&reader, ".options button", "Compare with");
    press(&reader, ".toolbar .tab", "Changes");
    check("changes between two dates");
    press(&reader, ".clocks button", "Stop comparing");
    press(&reader, ".toolbar .tab", "Trend");
    check("the trend");
    press(&reader, ".toolbar .tab", "Table");
    press(&reader, "th[data-column=icse-access] button", "3 ICSE access");
    for country in ["BRA", "FRA"] {
        reader.wait(&format!("$('tr[data-country={country}]')"));
        reader.click(&format!("tr[data-country={country}] [data-kind=compare]"));
    }
    check("a sorted table with a comparison");
    press(&reader, "tr[data-country=IND] button", "India");
    check("a profile");
}

#[test]
fn a_changed_address_is_followed_and_going_back_works() {
    each_engine("history");
    let places = ["policy-explorer=measure:collection", "elsewhere", "policy-explorer=view:table"];
    let links = places.map(|place| format!("<a href='#{place}'>{place}</a> "));
    let site = Site::with_page(&(links.concat() + &embed("url-state measure='icse-access'")));
    let page = Page::open(&site.url("/page.html"));
    ready(&page);
    // Browsers keep an entry of history for what readers press, not for every address that a script sets.
    let follow = |place: usize| {
        let middle = page.eval(&format!(
            "(({{ x, y, width, height }}) => [x + width / 2, y + height / 2])(document.links[{place}].getBoundingClientRect())"
        ));
        page.click_at((middle[0].as_f64().expect("x"), middle[1].as_f64().expect("y")));
    };
    page.execute("window.told = 0; host.addEventListener('policy-explorer-change', () => { told += 1; })");
    follow(0);
    page.wait("host.state.measure === 'collection'");
    follow(1);
    page.wait("location.hash === '#elsewhere'");
    assert_eq!(page.eval("host.state.measure"), json!("collection"));
    follow(2);
    page.wait("host.state.view === 'table' && host.state.measure === 'icse-access'");
    page.execute("history.back()");
    page.wait("location.hash === '#elsewhere'");
    page.execute("history.back()");
    page.wait("location.hash === '#policy-explorer=measure:collection'");
    page.wait("host.state.measure === 'collection' && host.state.view === 'map'");
    assert_eq!(page.eval("told"), json!(0));
}

#[test]
fn a_changed_attribute_takes_its_choice_out_of_the_address() {
    let (_site, page) = open("url-state");
    page.execute("$$('.toolbar .tab').find((tab) => tab.textContent === 'Table').click()");
    page.wait("location.hash !== ''");
    page.execute("host.setAttribute('view', 'map')");
    page.wait("location.hash === '' && host.state.view === 'map'");
}

/// The page on a phone, opened with this piece.
fn far_down(site: &Site, piece: &str) -> Page {
    let page = Page::blank();
    page.resize(390, 844);
    page.go(&site.url(&format!("/page.html#policy-explorer={piece}")));
    ready(&page);
    page
}

/// A page with the widget far down.
fn below(attributes: &str) -> Site {
    Site::with_page(&format!("<div style='height: 1500px'>Before</div>{}", embed(attributes)))
}

/// Whether all of these can be seen.
fn seen(selectors: &str) -> String {
    format!(
        "[{selectors}].every((selector) => (({{ top, bottom }}) => top >= 0 && bottom <= innerHeight)($(selector).getBoundingClientRect()))"
    )
}

#[test]
fn a_page_opens_at_the_profile_or_the_comparison_that_its_link_names() {
    each_engine("layout");
    for (piece, selectors) in [
        ("compare:FRA+DEU", "'#compare'"),
        ("compare%3AFRA%2BDEU%2BBRA", "'#compare'"),
        ("country:FRA", "'.profile-name', '.profile .standing'"),
        ("compare:FRA+DEU,country:BRA", "'.profile-name', '.profile .standing'"),
    ] {
        let site = below("url-state");
        let page = far_down(&site, piece);
        page.wait(&seen(selectors));
        assert_eq!(page.eval("scrollY > 0"), json!(true), "{piece}");
        // Once: what is chosen later moves nothing.
        page.execute("scrollTo(0, 0); host.state = { country: '', compare: 'BRA IND' }");
        page.wait("$('.compared thead [data-country=IND]')");
        page.rest();
        assert_eq!(page.eval("scrollY"), json!(0), "{piece}");
    }
}

#[test]
fn a_page_is_not_moved_by_what_its_link_does_not_name() {
    for (attributes, piece) in [
        ("url-state", "compare:FRA"),
        ("url-state compare='FRA DEU'", "measure:icse-access"),
        ("url-state country='FRA'", "sort:-country"),
        ("", "compare:FRA+DEU"),
    ] {
        let site = below(attributes);
        let page = far_down(&site, piece);
        page.wait("host.state.compare === '' || $('.compared')");
        page.wait("host.state.country === '' || $('.profile .standing')");
        page.rest();
        assert_eq!(page.eval("scrollY"), json!(0), "{attributes} {piece}");
    }
}

#[test]
fn a_reader_who_has_begun_to_scroll_stays_there() {
    let site = below("url-state");
    let asset = site::asset("compare-");
    let file = std::fs::read(site::dist().join(&asset[1..])).expect("the chunk");
    site.answer(&asset, Answer::new("application/wasm", file).delay(Duration::from_secs(3)));
    let page = far_down(&site, "compare:FRA+DEU");
    page.wheel((100.0, 100.0), 60);
    page.wait("scrollY > 0");
    page.wait("$('.compared')");
    page.rest();
    assert_eq!(page.eval("scrollY < 200"), json!(true));
}
