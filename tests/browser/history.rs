//! Steps that Back takes: opening and closing a profile, with `url-state="history"`.

use crate::harness::ability::each_engine;
use crate::harness::page::Page;
use crate::harness::site::Site;
use crate::widget::{embed, ready};
use serde_json::json;

const STEPS: &str = "url-state='history'";

/// The page with such a widget, above an entry that is not the widget's.
fn open(site: &Site, path: &str) -> Page {
    // A browser keeps no more than so many entries, and other tests have made some.
    let page = Page::in_new_window();
    page.go(&site.url("/before.html"));
    page.go(&site.url(path));
    ready(&page);
    page.execute("window.entries = history.length; window.told = []; host.addEventListener('policy-explorer-change', ({ detail }) => told.push(detail.country))");
    page
}

fn site(body: &str) -> Site {
    let site = Site::with_page(body);
    site.answer("/before.html", crate::harness::site::Answer::html("<p>Before</p>"));
    site
}

/// The reader opens a profile from the map.
fn enter(page: &Page, country: &str) {
    press_on(page, country);
    is_open(page, country);
    page.wait(&format!("location.hash.includes('country:{country}')"));
    page.wait("root.activeElement.closest('.profile')");
}

/// Enter, on a country of the map.
fn press_on(page: &Page, country: &str) {
    // What was closed before may still be on its way to giving the focus back to where it was opened.
    page.wait(&format!(
        "($('.map [data-country={country}]').focus(), new Promise((done) =>
            requestAnimationFrame(() => requestAnimationFrame(() => done(root.activeElement?.dataset.country === '{country}')))))"
    ));
    page.press("Enter");
}

fn is_open(page: &Page, country: &str) {
    page.wait(&format!(
        "$('.profile')?.dataset.country === '{country}' && host.state.country === '{country}'"
    ));
}

fn is_closed(page: &Page) {
    page.wait("!$('.profile') && host.state.country === ''");
}

/// The reader closes a profile by its button.
fn close(page: &Page) {
    page.wait("$('.profile .close')");
    page.execute("$('.profile .close').click()");
    is_closed(page);
}

fn go_back(page: &Page) {
    page.execute("history.back()");
}

/// The next step back leaves the page.
fn leaves(page: &Page) {
    page.back();
    page.wait("location.pathname === '/before.html'");
}

#[test]
fn back_closes_a_profile_and_forward_opens_it_again() {
    each_engine("history");
    let site = site(&embed(STEPS));
    let page = open(&site, "/page.html#top");
    enter(&page, "FRA");
    assert_eq!(page.eval("history.length - entries"), json!(1));
    go_back(&page);
    is_closed(&page);
    assert_eq!(page.eval("location.hash"), json!("#top"));
    page.wait("root.activeElement.dataset.country === 'FRA'");
    page.execute("history.forward()");
    is_open(&page, "FRA");
    page.wait("root.activeElement.closest('.profile')");
    assert_eq!(page.eval("told.join()"), json!("FRA"), "a step is no new choice");
    page.press("Escape");
    is_closed(&page);
    page.wait("location.hash === '#top' && root.activeElement.dataset.country === 'FRA'");
    leaves(&page);
}

#[test]
fn closing_keeps_what_was_chosen_meanwhile_and_leaves_no_entry_to_go_back_to() {
    each_engine("history");
    let site = site(&embed(STEPS));
    let page = open(&site, "/page.html");
    for country in ["FRA", "BRA"] {
        enter(&page, country);
        // From one profile to the next.
        page.execute("$$('.profile [data-kind=neighbour]')[1].focus()");
        page.press("Enter");
        page.wait(&format!("location.hash.includes('country:') && !location.hash.includes('{country}')"));
        assert_eq!(page.eval("history.length - entries"), json!(1));
        page.execute("$('[data-choice=measure] .tab:nth-of-type(2)').click()");
        page.wait("host.state.measure === 'collection'");
        page.press("Escape");
        is_closed(&page);
        page.wait("location.hash === '#policy-explorer=measure:collection'");
    }
    leaves(&page);
    page.execute("history.forward()");
    page.wait("host.state.measure === 'collection'");
}

#[test]
fn a_link_to_a_profile_is_closed_within_the_page() {
    each_engine("history");
    let site = site(&embed(STEPS));
    let page = open(&site, "/page.html#policy-explorer=country:FRA");
    is_open(&page, "FRA");
    page.press("Escape");
    close(&page);
    page.wait("location.href.endsWith('/page.html')");
    assert_eq!(page.eval("history.length - entries"), json!(0));
    enter(&page, "BRA");
    // Which entries are ours is not known any more: closing leaves none, and Back still closes.
    page.execute("location.reload()");
    page.wait("performance.getEntriesByName('policy-explorer:ready').length && host.state.country === 'BRA'");
    go_back(&page);
    is_closed(&page);
    page.execute("history.forward()");
    is_open(&page, "BRA");
    close(&page);
    page.wait("location.href.endsWith('/page.html')");
    go_back(&page);
    page.rest();
    is_closed(&page);
    leaves(&page);
}

#[test]
fn a_host_keeps_its_state_and_its_entries() {
    each_engine("history");
    let site = site(&embed(STEPS));
    let page = open(&site, "/page.html");
    page.execute("history.replaceState({ mine: 1 }, ''); window.heard = []; addEventListener('popstate', ({ state }) => heard.push(state?.mine))");
    enter(&page, "FRA");
    assert_eq!(page.eval("history.state"), json!({"mine": 1}));
    // The host makes an entry of its own, and another one at the same address.
    for address in ["#elsewhere", ""] {
        page.execute(&format!("history.pushState({{ ...history.state, mine: 2 }}, '', '{address}')"));
        page.press("Escape");
        is_closed(&page);
        page.rest();
        assert_eq!(page.eval("history.state"), json!({"mine": 2}));
        go_back(&page);
        page.wait("heard.includes(1)");
        is_open(&page, "FRA");
        page.execute("heard.length = 0");
    }
    page.press("Escape");
    is_closed(&page);
    page.wait("location.href.endsWith('/page.html')");
    assert_eq!(page.eval("history.state"), json!({"mine": 1}));
}

#[test]
fn a_press_on_a_link_of_the_page_is_no_step_back() {
    each_engine("history");
    let site = site(&format!("<a id='top' href='#top'>Top</a>{}", embed(STEPS)));
    let page = open(&site, "/page.html#top");
    enter(&page, "FRA");
    page.execute("document.getElementById('top').click()");
    page.wait("location.hash === '#top'");
    page.rest();
    is_open(&page, "FRA");
    close(&page);
    page.rest();
    assert_eq!(page.eval("location.hash"), json!("#top"));
    assert_eq!(page.eval("history.length - entries"), json!(2));
}

#[test]
fn two_elements_take_their_own_steps() {
    each_engine("history");
    let both = format!("{}{}", embed(&format!("{STEPS} id='a'")), embed(&format!("{STEPS} id='b'")));
    let site = site(&both);
    let page = open(&site, "/page.html");
    let look_at = |element: &str| {
        page.look_at(element);
        page.wait("$('.map [data-country]')");
    };
    look_at("#a");
    enter(&page, "FRA");
    look_at("#b");
    enter(&page, "BRA");
    page.press("Escape");
    is_closed(&page);
    page.wait("location.hash === '#a=country:FRA'");
    look_at("#a");
    is_open(&page, "FRA");
    close(&page);
    page.wait("location.hash === ''");
    // The one opened first is closed first: the other keeps its entry.
    enter(&page, "FRA");
    look_at("#b");
    enter(&page, "BRA");
    look_at("#a");
    close(&page);
    look_at("#b");
    is_open(&page, "BRA");
    go_back(&page);
    is_closed(&page);
    look_at("#a");
    is_open(&page, "FRA");
}

#[test]
fn an_element_laid_in_again_goes_on_with_its_steps() {
    each_engine("history");
    let site = site(&embed(STEPS));
    let page = open(&site, "/page.html");
    enter(&page, "FRA");
    page.execute("window.element = host; host.remove()");
    page.rest();
    page.execute("document.body.append(element)");
    is_open(&page, "FRA");
    close(&page);
    page.wait("location.href.endsWith('/page.html')");
    leaves(&page);
}

#[test]
fn steps_begin_and_end_with_the_attribute() {
    each_engine("history");
    let site = site(&embed("measure='icse-access'"));
    let page = open(&site, "/page.html");
    page.execute("$('[data-choice=measure] .tab:nth-of-type(2)').click()");
    page.wait("host.state.measure === 'collection'");
    assert_eq!(page.eval("location.hash"), json!(""));
    page.execute("host.urlState = 'history'");
    page.wait("location.hash === '#policy-explorer=measure:collection'");
    enter(&page, "FRA");
    go_back(&page);
    is_closed(&page);
    page.wait("host.state.measure === 'collection'");
    page.execute("host.urlState = true");
    enter(&page, "BRA");
    page.press("Escape");
    is_closed(&page);
    // What lay ahead is there still: nothing was made, and nothing was gone back over.
    assert_eq!(page.eval("history.length - entries"), json!(1));
    page.wait("root.activeElement?.dataset.country === 'BRA'");
    // The address is written a little later where it has just been.
    page.wait("location.hash === '#policy-explorer=measure:collection'");
    page.execute("host.urlState = null");
    press_on(&page, "IND");
    is_open(&page, "IND");
    assert_eq!(page.eval("location.hash"), json!("#policy-explorer=measure:collection"));
}

#[test]
fn what_the_host_opens_is_no_step() {
    let site = site(&embed(STEPS));
    let page = open(&site, "/page.html");
    page.execute("host.setAttribute('country', 'FRA')");
    is_open(&page, "FRA");
    page.execute("host.removeAttribute('country')");
    is_closed(&page);
    assert_eq!(page.eval("history.length - entries"), json!(0));
    enter(&page, "FRA");
    page.execute("host.setAttribute('country', 'BRA')");
    is_open(&page, "BRA");
    page.execute("host.removeAttribute('country')");
    is_closed(&page);
    page.wait("location.hash === ''");
    leaves_in_two(&page);
}

/// Nothing goes back for the host: the entry made for the reader is still there.
fn leaves_in_two(page: &Page) {
    page.execute("addEventListener('popstate', () => { window.isBack = true; })");
    go_back(page);
    page.wait("window.isBack");
    leaves(page);
}

#[test]
fn a_frame_that_may_have_no_history_shows_profiles_all_the_same() {
    each_engine("history");
    let site = Site::with_page(
        "<iframe id='apart' sandbox='allow-scripts' width='1000' height='700'></iframe><iframe id='inline' width='1000' height='700'></iframe>",
    );
    let framed = format!(
        "{}<script>addEventListener('message', () => {{
            const host = document.querySelector('policy-explorer');
            host.addEventListener('policy-explorer-change', () => parent.postMessage(host.state.country, '*'));
            host.shadowRoot.querySelector('.map [data-country=FRA]').dispatchEvent(new KeyboardEvent('keydown', {{ key: 'Enter', bubbles: true, cancelable: true }}));
        }});
        document.querySelector('policy-explorer').addEventListener('policy-explorer-ready', () => parent.postMessage('ready', '*'));</script>",
        embed(STEPS)
    );
    site.answer("/framed.html", crate::harness::site::Answer::html(&framed));
    let page = Page::open(&site.url("/page.html"));
    page.execute(
        "window.said = []; addEventListener('message', ({ data }) => said.push(data));
         document.getElementById('apart').src = '/framed.html';
         const script = new URL('/policy-explorer.js', location).href;
         fetch('/framed.html').then((answer) => answer.text()).then((text) => {
            document.getElementById('inline').srcdoc = text.replaceAll(\"src='policy-explorer.js'\", `src='${script}'`);
         });",
    );
    page.wait("said.filter((word) => word === 'ready').length >= 2");
    page.execute("for (const { contentWindow } of document.querySelectorAll('iframe')) contentWindow.postMessage('open', '*')");
    page.wait("said.filter((word) => word === 'FRA').length === 2");
}
