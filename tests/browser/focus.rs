//! The focus, followed through everything that a reader can do by keys: it is always on something inside the widget that is
//! seen, and where something goes away under it, on what is nearest. Only keys lead anywhere here, but for the first step
//! into the page; what the host or the feed does is done by script.

use serde_json::{Value, json};

use crate::harness::ability::{each_engine, telling};
use crate::harness::page::Page;
use crate::harness::site::{Answer, Site};
use crate::states::{DATE, STATES, act, site};
use crate::widget::{opened, ready};

/// What has the focus: whether it is in the widget and seen, and what it is.
const FOCUS: &str = "(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    const { width, height } = at.getBoundingClientRect();
    const seen = width > 1 && height > 1 && getComputedStyle(at).visibility === 'visible';
    return [root.contains(at) && seen, at.outerHTML.slice(0, 160)];
})()";

/// The stops of Tab in the widget, in the order of the document.
const STOPS: &str = "$$('button, a[href], summary, input, [tabindex]').filter((stop) => stop.tabIndex >= 0 &&
    (stop.checkVisibility() || stop.matches('.skip')))";

/// The small feed between two buttons of the host's.
fn open(attributes: &str) -> (Site, Page) {
    let (site, page) = (site(), Page::blank());
    open_in(&site, &page, attributes);
    (site, page)
}

/// The same in this page.
fn open_in(site: &Site, page: &Page, attributes: &str) {
    let (before, after) = ("<button id='before'>Before</button>", "<button id='after'>After</button>");
    let feed = if attributes.contains("feed=") { "" } else { "feed='own'" };
    let body = format!(
        "{before}<script type='module' src='policy-explorer.js'></script>
         <policy-explorer date='{DATE}' {feed} {attributes}></policy-explorer>{after}"
    );
    site.answer("/page.html", Answer::html(&crate::harness::site::page(&body)));
    page.go(&site.url("/page.html"));
    page.wait("performance.getEntriesByName('policy-explorer:ready').length || $('[part=error]')");
    page.execute("document.getElementById('before').focus()");
}

/// The focus is inside the widget and seen. After a long drawing Yew lets the page go on before it says that it has drawn,
/// and only then is the focus given back.
fn holds(page: &Page, what: &str) {
    page.wait(&format!(
        "(([holds, at]) => {{ if (!holds) throw new Error(`after ${{{}}} the focus is on ${{at}}`); return true; }})({FOCUS})",
        json!(what)
    ));
}

/// Presses a key, and waits for what it does.
fn press(page: &Page, key: &str, done: &str) {
    page.press(key);
    page.wait(done);
    holds(page, &format!("{key}, {done}"));
}

/// Goes by Tab, forwards or back, until the focus is on the first that matches.
fn go(page: &Page, selector: &str) {
    page.wait(&format!("$({})", json!(selector)));
    let before = "Boolean(!root.activeElement || root.activeElement.compareDocumentPosition(TARGET) & 4)";
    let target = format!("$({})", json!(selector));
    for _ in 0..120 {
        if page.eval(&format!("root.activeElement === {target}")) == json!(true) {
            holds(page, selector);
            return;
        }
        let forwards = page.eval(&before.replace("TARGET", &target)) == json!(true);
        page.press(if forwards { "Tab" } else { "Shift+Tab" });
    }
    panic!("no Tab leads to {selector}");
}

/// Waits until the focus is on what matches.
fn lands(page: &Page, selector: &str) {
    page.wait(&format!("root.activeElement?.matches({})", json!(selector)));
    holds(page, selector);
}

/// Tab goes through every stop in its order and out at the end; Shift and Tab all the way back.
fn check_walk(site: &Site, page: &Page, attributes: &str, acts: &str, shown: &str) {
    open_in(site, page, attributes);
    act(page, acts);
    page.wait(shown);
    page.rest();
    page.execute(&format!(
        "document.getElementById('before').focus(); window.stops = {STOPS}; window.path = [];
         root.addEventListener('focusin', () => path.push([...{FOCUS}, stops.indexOf(root.activeElement)]));"
    ));
    let count = page.eval("stops.length").as_u64().expect("a number") as usize;
    page.press_times("Tab", count);
    page.press_times("Shift+Tab", count - 1);
    let path = page.eval("path");
    let path = path.as_array().expect("a list");
    for (place, step) in (0..count).chain((0..count - 1).rev()).zip(path) {
        assert_eq!(*step, json!([true, step[1], place]), "{attributes}");
    }
    assert_eq!(path.len(), 2 * count - 1, "{attributes}");
    page.press("Shift+Tab");
    page.wait("document.activeElement.id === 'before'");
    page.execute("stops.at(-1).focus()");
    page.press("Tab");
    page.wait("document.activeElement.id === 'after'");
}

#[test]
fn tab_goes_through_every_state_and_out_again() {
    each_engine("focus");
    let (site, page) = (site(), Page::blank());
    page.be_still();
    for state in STATES.iter().filter(|state| !state.acts.starts_with("TYPE")) {
        check_walk(&site, &page, state.attributes, state.acts, state.shown);
    }
}

#[test]
fn everything_open_at_once_is_gone_through_as_well() {
    each_engine("focus");
    let (site, page) = (site(), Page::blank());
    page.be_still();
    check_walk(
        &site,
        &page,
        "country='FRA' compare='FRA KEN DEU' against='2015' known='2016' region='europe'",
        "$('[data-menu=more]').click(); $('[data-offer=cite]').click()",
        "$('.profile .claim') && $('.compared') && $('.controls .options') && $('[data-offered=cite]')",
    );
}

#[test]
fn the_profile_is_opened_gone_through_and_closed_by_keys() {
    each_engine("focus");
    let (_site, page) = open("measure='access'");
    go(&page, ".map [tabindex='0']");
    page.type_text("France");
    lands(&page, ".map [data-country=FRA]");
    press(&page, "Enter", "$('.profile .claim')");
    lands(&page, ".profile [tabindex]");
    go(&page, ".profile [data-kind=neighbour]:nth-of-type(2)");
    press(&page, "Enter", "$('.profile').dataset.country !== 'FRA'");
    lands(&page, ".profile [tabindex]");
    press(&page, "Escape", "!$('.profile')");
    lands(&page, ".map [data-country]");
    press(&page, " ", "$('.profile')");
    go(&page, ".profile .close");
    press(&page, "Enter", "!$('.profile')");
    lands(&page, ".map [data-country]");
}

#[test]
fn filters_are_set_and_taken_off_by_keys() {
    each_engine("focus");
    let (_site, page) = open("measure='access'");
    go(&page, "[data-menu=countries]");
    press(&page, "Enter", &opened("countries"));
    for place in 1..=2 {
        go(&page, &format!(".choices [data-kind=choice]:nth-of-type({place})"));
        press(&page, "Enter", &format!("$$('.chip').length === {place}"));
    }
    go(&page, ".chip");
    press(&page, "Enter", "$$('.chip').length === 1");
    lands(&page, ".filters button");
    go(&page, ".chip");
    press(&page, "Enter", "!$('.chip')");
    lands(&page, "[data-menu=countries]");
    go(&page, ".legend button");
    press(&page, " ", "$$('.chip').length === 1");
    go(&page, ".filters [data-kind=link]");
    press(&page, "Enter", "!$('.chip')");
    lands(&page, "[data-menu=countries]");
}

#[test]
fn the_search_is_opened_emptied_and_chosen_from_by_keys() {
    each_engine("focus");
    let (_site, page) = open("");
    go(&page, ".search input");
    page.type_text("atlantis");
    page.wait("$('.found button')");
    press(&page, "Tab", "root.activeElement.matches('.found button')");
    press(&page, "Enter", "$('.search input').value === '' && !$('.found')");
    lands(&page, ".search input");
    page.type_text("fran");
    press(&page, "ArrowDown", "$('[aria-selected=true]')");
    press(&page, "Escape", "!$('[role=option]')");
    lands(&page, ".search input");
    page.type_text("c");
    press(&page, "Enter", "$('.profile')");
    lands(&page, ".profile [tabindex]");
}

#[test]
fn countries_are_compared_and_taken_out_by_keys() {
    each_engine("focus");
    let (_site, page) = open("view='table'");
    for code in ["BRA", "FRA"] {
        go(&page, &format!("tr[data-country={code}] [data-kind=compare]"));
        press(&page, " ", &format!("host.state.compare.includes('{code}')"));
    }
    go(&page, ".compared [data-kind=remove]");
    press(&page, "Enter", "host.state.compare === 'FRA'");
    lands(&page, ".compare [tabindex]");
    go(&page, ".compared [data-kind=remove]");
    press(&page, "Enter", "!$('.compare')");
    lands(&page, ".view");
}

#[test]
fn what_can_be_taken_away_is_opened_and_closed_by_keys() {
    each_engine("focus");
    let (_site, page) = open("");
    for offer in ["cite", "download", "embed", "link", "report"] {
        go(&page, &format!("[data-offer={offer}]"));
        press(&page, "Enter", &format!("$('[data-offered={offer}] button')"));
        lands(&page, ".share [tabindex]");
        go(&page, ".share-body button");
        press(&page, "Escape", "!$('.share')");
        lands(&page, &format!("[data-offer={offer}]"));
        press(&page, "Enter", &format!("$('[data-offered={offer}]')"));
        lands(&page, ".share [tabindex]");
        go(&page, ".share .close");
        press(&page, "Enter", "!$('.share')");
        lands(&page, &format!("[data-offer={offer}]"));
    }
}

#[test]
fn views_projections_and_zoom_keep_the_focus_on_what_was_pressed() {
    each_engine("focus");
    let (_site, page) = open("measure='access'");
    for (view, there) in [
        (2, "$('.table tbody tr')"),
        (3, "$('.chart')"),
        (4, "$('.changes li')"),
        (1, "$('.map [data-country]')"),
    ] {
        let tab = format!("[data-choice=view] .tab:nth-of-type({view})");
        go(&page, &tab);
        press(&page, "Enter", there);
        lands(&page, &tab);
    }
    go(&page, "[data-menu=more]");
    press(&page, "Enter", &opened("more"));
    for (place, form) in [(2, "globe"), (3, "tiles"), (1, "map")] {
        let tab = format!(".options .tab:nth-of-type({place})");
        go(&page, &tab);
        press(&page, "Enter", &format!("$('.map').dataset.form === '{form}'"));
        lands(&page, &tab);
    }
    go(&page, ".zoom .steps button");
    for _ in 0..12 {
        press(&page, "Enter", "$('.map[data-zoomed]')");
        lands(&page, ".zoom .steps button");
    }
    // It is gone with what it undoes.
    go(&page, ".zoom > button");
    press(&page, "Enter", "!$('.map[data-zoomed]')");
    lands(&page, ".zoom button");
}

#[test]
fn the_timeline_is_run_compared_and_looked_back_on_by_keys() {
    each_engine("focus");
    let (_site, page) = open("measure='access' date='2022'");
    go(&page, ".play");
    press(&page, "Enter", "$('[data-playing]')");
    page.wait("!$('[data-playing]')");
    lands(&page, ".play");
    go(&page, ".hand[data-hand=date]");
    for key in ["ArrowLeft", "PageDown", "Home", "ArrowRight", "PageUp"] {
        press(&page, key, "host.state.date !== null");
        lands(&page, ".hand");
    }
    go(&page, "input[data-hand=date]");
    page.execute("root.activeElement.select()");
    page.type_text("2020");
    press(&page, "Enter", "host.state.date === '2020'");
    go(&page, "[data-menu=more]");
    press(&page, "Enter", &opened("more"));
    for (place, field) in [(1, "against"), (2, "known")] {
        go(&page, &format!(".options .choices button:nth-of-type({place})"));
        press(&page, "Enter", &format!("host.state.{field} !== ''"));
        lands(&page, ".options button");
        go(&page, ".clocks button");
        press(&page, "Enter", &format!("host.state.{field} === ''"));
        lands(&page, ".controls button");
    }
}

#[test]
fn the_trend_is_read_opened_and_heard_by_keys() {
    each_engine("focus");
    let (_site, page) = open("view='trend' measure='access'");
    go(&page, ".chart");
    for (key, year) in
        [("Home", "'2009'"), ("ArrowRight", "'2010'"), ("End", "`${new Date().getFullYear()}`")]
    {
        press(&page, key, &format!("$('.chart').ariaValueNow === {year}"));
        lands(&page, ".chart");
    }
    for (key, date) in [("Enter", ""), ("ArrowLeft", ""), ("Home", ""), (" ", "2009")] {
        press(&page, key, &format!("host.state.date === '{date}'"));
        lands(&page, ".chart");
    }
    go(&page, ".sift");
    press(&page, "Enter", "$('.sift').ariaPressed === 'true'");
    lands(&page, ".sift");
    go(&page, ".fold");
    press(&page, "Enter", "$('.trend-table')");
    press(&page, " ", "!$('.trend-table')");
    lands(&page, ".fold");
}

/// A feed with so many changes of each kind that they do not all stand in the list at once, and more members than a table
/// begins with.
fn long() -> Value {
    let letters = || b'A'..=b'Z';
    let codes = letters()
        .flat_map(|a| letters().map(move |b| format!("Q{}{}", char::from(a), char::from(b))))
        .take(300);
    let codes: Vec<String> = codes.collect();
    let record = |(place, code): (usize, &String)| {
        json!({"country": code, "measure": "m", "status": "yes", "date": format!("{}", 1990 + place % 30),
               "recorded": format!("2023-01-{:02}", 1 + place % 28), "evidence": []})
    };
    json!({
        "version": "1.0", "scale": [{"id": "yes", "label": "yes", "rank": 1}], "measures": [{"id": "m", "title": "M"}],
        "members": codes.iter().map(|code| json!({"country": code, "name": code})).collect::<Vec<_>>(),
        "records": codes.iter().enumerate().map(record).collect::<Vec<_>>(),
    })
}

#[test]
fn more_changes_and_more_rows_are_gone_on_with_where_they_begin() {
    each_engine("focus");
    let site = site();
    site.answer("/long", Answer::json(long().to_string()));
    let body = "<script type='module' src='policy-explorer.js'></script>
                <policy-explorer feed='long' date='2024' view='changes'></policy-explorer>";
    site.answer("/page.html", Answer::html(&crate::harness::site::page(body)));
    let page = Page::open(&site.url("/page.html"));
    ready(&page);
    page.wait("$('[data-list=world] .change')");
    assert_eq!(page.count("[data-list=world] .change"), 200);
    page.execute("$('[data-list=world] > [data-kind=button]').focus()");
    press(&page, "Enter", "$$('[data-list=world] .change').length === 300");
    lands(&page, "[data-list=world] .change");
    assert_eq!(page.eval("$$('[data-list=world] .change').indexOf(root.activeElement)"), json!(200));
    page.execute("host.state = { view: 'table' }");
    page.wait("$('.more button')");
    page.execute("$('.more button').focus()");
    press(&page, "Enter", "$$('.table tbody tr').length === 300");
    lands(&page, "tbody tr:nth-child(251) .name, tbody tr:nth-child(251) button");
}

#[test]
fn an_error_is_tried_again_by_key_until_the_map_is_there() {
    each_engine("focus");
    let (site, page) = open("feed='broken'");
    go(&page, "[part=error] button");
    page.press("Enter");
    page.wait("$('[part=error] button') && !$('.loading')");
    holds(&page, "a second failure");
    let good = std::fs::read("tests/browser/accessibility/feed.json").expect("it is there");
    site.answer("/broken", Answer::json(good));
    go(&page, "[part=error] button");
    press(&page, "Enter", "$('.map [data-country]')");
}

#[test]
fn a_part_that_did_not_come_is_tried_again_by_key() {
    each_engine("focus");
    let site = site();
    let asset = crate::harness::site::asset("table-");
    let body = "<script type='module' src='policy-explorer.js'></script><policy-explorer feed='own'></policy-explorer>";
    site.answer("/page.html", Answer::html(&crate::harness::site::page(body)));
    site.answer(&asset, Answer::new("text/plain", "").status(503));
    let page = Page::open(&site.url("/page.html"));
    ready(&page);
    page.execute("host.state = { view: 'table' }");
    page.wait("$('.view [role=alert] button')");
    page.execute("$('.view [role=alert] button').focus()");
    site.forget(&asset);
    press(&page, "Enter", "$('.table tbody tr')");
    lands(&page, ".view");
}

/// The small feed without a member, or with one that was no member before 2020.
fn without(code: &str, joined: Option<&str>) -> Answer {
    let text = std::fs::read_to_string("tests/browser/accessibility/feed.json").expect("it is there");
    let mut feed: Value = serde_json::from_str(&text).expect("JSON");
    let members = feed["members"].as_array_mut().expect("a list");
    match joined {
        None => members.retain(|member| member["country"] != code),
        Some(date) => {
            let member = members.iter_mut().find(|member| member["country"] == code).expect("a member");
            member["joined"] = json!(date);
        }
    }
    Answer::json(feed.to_string())
}

#[test]
fn a_member_that_a_newer_feed_or_another_date_takes_away_gives_the_focus_to_another() {
    each_engine("focus");
    for (attributes, item) in
        [("measure='access'", ".map [data-country]"), ("view='table'", "tr[data-country] button")]
    {
        let (site, page) = open(attributes);
        page.wait(&format!("$(\"{item}\")"));
        page.execute("($('.map [data-country=KEN]') ?? $('tr[data-country=KEN] button')).focus()");
        site.answer("/own", without("KEN", None));
        page.eval("host.refresh()");
        page.wait("!$('[data-country=KEN]')");
        lands(&page, item);
        site.answer("/own", without("VNM", Some("2020")));
        page.eval("host.refresh()");
        page.wait("$('[data-country=KEN]')");
        page.execute("($('.map [data-country=VNM]') ?? $('tr[data-country=VNM] button')).focus()");
        page.execute("host.setAttribute('date', '2018')");
        page.wait("!$('.map [data-country=VNM], tr[data-country=VNM]')");
        lands(&page, item);
    }
}

#[test]
fn another_language_leaves_the_focus_where_it_is() {
    each_engine("focus");
    for (attributes, focused) in [
        ("measure='access'", ".map [data-country=DEU]"),
        ("view='table'", "tr[data-country=DEU] .name, tr[data-country=DEU] button"),
        ("country='FRA'", ".profile .close"),
        ("view='trend' measure='access'", ".chart"),
    ] {
        let (_site, page) = open(attributes);
        page.wait(&format!("$('{focused}')"));
        page.execute(&format!("$('{focused}').focus()"));
        page.execute("host.setAttribute('lang', 'fr')");
        page.wait("$('.pe').lang === 'fr'");
        lands(&page, focused);
    }
}

/// What follows from a number, the same every time.
fn scattered(seed: &mut u64) -> usize {
    *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    usize::try_from(*seed >> 33).expect("31 bits")
}

#[test]
fn no_key_anywhere_loses_the_focus() {
    each_engine("focus");
    const KEYS: [&str; 20] = [
        "Tab",
        "Tab",
        "Tab",
        "Tab",
        "Shift+Tab",
        "Enter",
        "Enter",
        "Enter",
        " ",
        " ",
        "ArrowRight",
        "ArrowDown",
        "ArrowLeft",
        "PageDown",
        "Shift+PageUp",
        "Home",
        "End",
        "Escape",
        "f",
        "+",
    ];
    let (_site, page) = open("measure='access'");
    // Links lead out of the page, and downloads out of the browser.
    page.execute(
        "root.addEventListener('click', (event) => {
             if (event.composedPath().some((node) => node.localName === 'a')) event.preventDefault();
         }, true);
         HTMLAnchorElement.prototype.click = () => {};
         navigator.clipboard.writeText = async () => {};
         $$('button, summary').find((stop) => stop.checkVisibility()).focus()",
    );
    let (mut seed, mut pressed) = (6, Vec::new());
    // A browser gives the focus back in its own way, after a drawing or a press; where it has to go, none decides.
    for turn in 0..telling(&[(); 500], 200).len() {
        let key = KEYS[scattered(&mut seed) % KEYS.len()];
        page.press(key);
        pressed.push(key);
        page.rest();
        // Out of the widget one goes at its ends alone, and comes back. A panel may still be on its way.
        let back = if key.ends_with("Tab") { scattered(&mut seed) } else { 0 };
        page.wait(&format!(
            "(({key:?}.endsWith('Tab') && document.activeElement !== host && {STOPS}[{back} % {STOPS}.length].focus()),
              !$('.loading'))"
        ));
        let last = &pressed[pressed.len().saturating_sub(8)..];
        holds(&page, &format!("key {turn}, the last being {last:?}"));
    }
}
