//! The life of an element: what is said before, during and after its start counts; one that is moved, taken out or adopted
//! goes on; one that ends leaves nothing; and a program that stops is replaced once.

use serde_json::{Value, json};
use std::time::Duration;

use crate::harness::ability::{Ability, lacks};
use crate::harness::page::Page;
use crate::harness::site::{Answer, Site, asset, dist};
use crate::widget::{embed, open};

const MODULE: &str = "<script type='module' src='policy-explorer.js'></script>";
const SHOWN: &str = "$$('.map [data-country]').length > 0 && host.summary()";

/// The real feed with its first members alone.
fn short(members: usize) -> String {
    let bytes = std::fs::read(dist().join("feed.json")).expect("it is in dist/");
    let mut feed: Value = serde_json::from_slice(&bytes).expect("the real feed");
    feed["members"].as_array_mut().expect("a list").truncate(members);
    feed["records"] = json!([]);
    feed["groups"] = json!([]);
    feed.to_string()
}

/// A page that keeps the errors it is told of in `errors`, and what nobody handled in `unhandled`.
fn watched(body: &str) -> Site {
    Site::with_page(&format!(
        "<script>window.errors = []; window.unhandled = [];
            addEventListener('policy-explorer-error', ({{ detail }}) => errors.push(detail.code));
            addEventListener('unhandledrejection', ({{ reason }}) => unhandled.push(String(reason)));
            addEventListener('error', ({{ message }}) => unhandled.push(message));</script>{body}"
    ))
}

#[test]
fn elements_that_start_together_ask_for_one_feed_once() {
    let site =
        watched(&format!("{MODULE}{}", "<policy-explorer feed='own.json'></policy-explorer>".repeat(3)));
    site.answer("/own.json", Answer::json(short(3)).delay(Duration::from_millis(400)));
    let asked = || site.paths().iter().filter(|path| *path == "/own.json").count();
    let page = Page::open(&site.url("/page.html"));
    page.wait("customElements.get('policy-explorer') && performance.getEntriesByType('resource').length > 1");
    // The one that asked goes; the others still get what it asked for.
    page.execute("document.querySelector('policy-explorer').remove()");
    page.wait(
        "[...document.querySelectorAll('policy-explorer')].every((one) => one.summary?.()?.total === 3)",
    );
    assert_eq!(asked(), 1);
    // Each that wants it anew gets what is there from then on.
    page.execute("Promise.all([...document.querySelectorAll('policy-explorer')].map((one) => one.refresh())).then(() => { window.renewed = true; })");
    page.wait("window.renewed");
    assert_eq!(asked(), 3);
    // When nobody waits any more it is given up, and who comes then asks again.
    page.execute(
        "for (const one of document.querySelectorAll('policy-explorer')) one.remove();
         document.body.append(document.createElement('policy-explorer'));
         document.querySelector('policy-explorer').feed = 'own.json?again';
         setTimeout(() => document.querySelector('policy-explorer').remove(), 50);
         setTimeout(() => {
             document.body.append(document.createElement('policy-explorer'));
             document.querySelector('policy-explorer').feed = 'own.json?again';
         }, 100)",
    );
    page.wait("document.querySelector('policy-explorer')?.summary?.()?.total === 3");
    assert_eq!(page.eval("[errors, unhandled]"), json!([[], []]));
}

#[test]
fn what_is_said_right_after_insertion_counts() {
    let site = watched(MODULE);
    site.answer("/own.json", Answer::json(short(3)));
    let page = Page::open(&site.url("/page.html"));
    page.wait("customElements.get('policy-explorer')");
    // As frameworks do it: made, inserted, and only then bound.
    for set in [
        "made.setAttribute('feed', 'own.json'); made.setAttribute('lang', 'fr')",
        "made.feed = 'own.json'; made.lang = 'fr'",
    ] {
        // In a task of the page's own: what WebKit's driver runs is none, and callbacks are followed at once by what they promised.
        page.execute(&format!(
            "setTimeout(() => {{
                document.querySelector('policy-explorer')?.remove();
                const made = document.body.appendChild(document.createElement('policy-explorer')); {set};
                window.set = true;
             }})"
        ));
        page.wait("window.set && delete window.set");
        page.wait(SHOWN);
        assert_eq!(page.eval("[host.summary().total, host.state.lang]"), json!([3, "fr"]), "{set}");
    }
    assert!(!site.paths().contains(&"/feed.json".to_string()), "{:?}", site.paths());
    // A wrong digest lets nothing be shown, however late it is given.
    page.execute(
        "document.querySelector('policy-explorer').remove();
         const made = document.body.appendChild(document.createElement('policy-explorer'));
         made.feed = 'own.json'; made.integrity = 'sha256-AAAA'",
    );
    page.wait("errors.length");
    assert_eq!(page.eval("errors"), json!(["feed-integrity"]));
    assert_eq!(page.count(".map"), 0);
}

#[test]
fn a_language_that_is_told_before_the_program_is_here_is_spoken() {
    let site = watched(&format!("{MODULE}<policy-explorer lang='en'></policy-explorer>"));
    let program = asset("policy-explorer-");
    let bytes = std::fs::read(dist().join(&program[1..])).expect("the program");
    site.answer(&program, Answer::new("application/wasm", bytes).delay(Duration::from_millis(1500)));
    let page = Page::open(&site.url("/page.html"));
    page.wait("customElements.get('policy-explorer')");
    page.execute("host.setAttribute('lang', 'fr')");
    page.wait(SHOWN);
    page.becomes("$('.pe').lang", "fr");
    assert_eq!(page.eval("[errors, unhandled]"), json!([[], []]));
}

#[test]
fn a_press_before_the_widget_hears_is_done_whatever_comes_before_it() {
    let (site, page) = (watched(&embed("compare='FRA KEN' country='FRA'")), Page::blank());
    for (stem, delay) in [("compare-", 700), ("profile-", 700), ("answer-", 1500)] {
        let name = asset(stem);
        let bytes = std::fs::read(dist().join(&name[1..])).expect("the chunk");
        let answer = Answer::new("application/wasm", bytes).delay(Duration::from_millis(delay));
        site.answer(&name, answer);
    }
    page.go(&site.url("/page.html"));
    page.wait("$('[data-offer=cite]')");
    page.execute("$('[data-offer=cite]').click()");
    assert_eq!(page.eval("performance.getEntriesByName('policy-explorer:ready').length"), json!(0));
    page.wait("$('[data-offered=cite]')");
    page.wait("$('.compared') && $('.profile .claim')");
    assert_eq!(page.eval("[errors, unhandled]"), json!([[], []]));
}

#[test]
fn a_feed_that_is_set_later_never_meets_the_data_of_the_one_before() {
    let (site, page) = open("measure='icse-access' url-state");
    site.answer("/own.json", Answer::json(short(3)));
    page.click(".map [data-country=BRA]");
    page.wait("$('[part~=profile]')");
    page.execute("host.feed = 'own.json'");
    page.wait("host.summary()?.total === 3");
    assert_eq!(page.eval("host.ready.then(() => host.state.measure)"), json!("icse-access"));
    // What cannot be shown is not replaced by what was there before.
    page.execute("window.failed = new Promise((done) => host.addEventListener('policy-explorer-error', ({ detail }) => done(detail), { once: true })); host.feed = 'none.json'");
    assert_eq!(
        page.eval("failed.then(({ code, recoverable }) => [code, recoverable])"),
        json!(["feed-unreachable", false])
    );
    assert_eq!(page.count(".map"), 0);
}

#[test]
fn what_was_said_before_the_element_was_defined_counts() {
    let site = watched(
        "<policy-explorer id='a' feed='feed.json' measure='collection'></policy-explorer><policy-explorer id='b' feed='none.json'></policy-explorer>
         <script>a.state = { measure: 'icse-access', view: 'table' }; b.feed = 'feed.json'; b.measure = 'icse-access'; b.urlState = true;</script>
         <script type='module' src='policy-explorer.js'></script>",
    );
    let page = Page::open(&site.url("/page.html"));
    for id in ["#a", "#b"] {
        page.look_at(id);
        page.wait("host.summary()?.measure === 'icse-access'");
    }
    page.look_at("#a");
    page.wait("$('.table')");
    assert_eq!(page.eval("[Object.hasOwn(a, 'state'), b.feed, b.urlState]"), json!([false, "feed.json", ""]));
    page.execute("a.measure = 'collection'");
    assert_eq!(page.eval("a.state.measure"), json!("collection"));
    page.execute("a.measure = null");
    assert_eq!(page.eval("a.state.measure"), json!("overall"));
}

#[test]
fn an_element_that_is_laid_in_again_goes_on_where_its_reader_was() {
    let (site, page) = open("measure='icse-access'");
    page.click(".map [data-country=BRA]");
    page.wait("$('[part~=profile]')");
    page.execute("document.body.append(document.createElement('section')); document.querySelector('section').append(host)");
    page.rest();
    assert_eq!(page.eval("$('[part~=profile]').dataset.country"), json!("BRA"), "moving changes nothing");
    page.execute("window.kept = host; host.remove()");
    page.wait("!kept.shadowRoot.querySelector('.pe')");
    assert_eq!(
        page.eval("kept.refresh().then(() => 'resolved', (error) => error.constructor.name)"),
        json!("Error")
    );
    let before = site.paths().len();
    page.execute("document.body.append(kept)");
    page.wait("$('[part~=profile]')?.dataset.country === 'BRA' && $$('.map [data-country]').length === 196");
    assert_eq!(site.paths()[before..], ["/feed.json".to_string()], "only the feed is asked for again");
    assert_eq!(page.eval("host.ready.then(() => host.state.country)"), json!("BRA"));
}

#[test]
fn an_element_that_is_adopted_keeps_its_looks_and_its_place() {
    let (_site, page) = open("measure='icse-access'");
    page.execute("host.state = { country: 'BRA' }");
    page.wait("$('[part~=profile]')");
    let looks = "(({ display, color }) => [display, color])(getComputedStyle(kept.shadowRoot.querySelector('.legend')))";
    page.execute("window.kept = host");
    let before = page.eval(looks);
    for place in ["frame.contentDocument.body", "document.body"] {
        page.execute(&format!(
            "window.frame ??= document.body.appendChild(Object.assign(document.createElement('iframe'), {{ title: 'Frame', width: 900, height: 900 }}));
             {place}.append(kept)"
        ));
        page.wait("kept.shadowRoot.querySelector('.map [data-country]') && kept.shadowRoot.querySelector('.profile')?.dataset.country === 'BRA'");
        assert_eq!(page.eval(looks), before, "{place}");
        // Its listeners hear.
        page.execute("kept.shadowRoot.querySelector('[data-choice=measure] .tab').click()");
        page.wait("kept.state.measure === 'overall'");
        page.execute("kept.state = { measure: 'icse-access' }");
    }
}

#[test]
fn elements_without_an_id_keep_their_choices_apart() {
    let site = Site::with_page(&format!("{}{}", embed("url-state class='a'"), embed("url-state class='b'")));
    let page = Page::open(&site.url("/page.html"));
    for element in [".a", ".b"] {
        page.look_at(element);
        page.wait(SHOWN);
    }
    // Until then, what stands above may still push away what is to be clicked.
    page.wait("performance.getEntriesByName('policy-explorer:ready').length === 2");
    page.click("[data-choice=measure] .tab:nth-of-type(2)");
    page.wait("location.hash === '#policy-explorer-2=measure:collection'");
    page.look_at(".a");
    assert_eq!(page.eval("host.state.measure"), json!("overall"));
    page.execute("document.querySelector('.b').setAttribute('url-state', 'false')");
    page.execute("location.hash = '#policy-explorer-2=measure:icse-access'");
    page.rest();
    assert_eq!(page.eval("document.querySelector('.b').state.measure"), json!("collection"), "it is off");
}

#[test]
fn many_mounts_leave_no_listener_no_timer_and_no_memory() {
    if lacks(Ability::Tree) {
        return;
    }
    // What the page's own functions are asked for, and what is still waited for.
    let site = watched(&format!(
        "<script>window.pending = new Set(); window.memory = () => null;
            for (const [begin, end] of [['setTimeout', 'clearTimeout'], ['setInterval', 'clearInterval'], ['requestAnimationFrame', 'cancelAnimationFrame']]) {{
                const [start, stop] = [window[begin], window[end]];
                window[begin] = (run, ...rest) => {{
                    const id = start(begin === 'setInterval' ? run : (...all) => {{ pending.delete(begin + id); run(...all); }}, ...rest);
                    pending.add(begin + id);
                    return id;
                }};
                window[end] = (id) => {{ pending.delete(begin + id); stop(id); }};
            }}
            const instantiate = WebAssembly.instantiate;
            WebAssembly.instantiate = async (...given) => {{
                const instance = await instantiate(...given);
                window.memory = () => instance.exports.memory.buffer.byteLength;
                return instance;
            }};</script>{MODULE}"
    ));
    let page = Page::open(&site.url("/page.html"));
    page.wait("customElements.get('policy-explorer')");
    let mounts = |turns: usize| {
        page.eval(&format!(
            "(async () => {{
                for (let turn = 0; turn < {turns}; turn++) {{
                    const element = document.createElement('policy-explorer');
                    element.setAttribute('feed', 'feed.json');
                    element.setAttribute('url-state', '');
                    document.body.append(element);
                    // Some are shown, some moved, some end before they have begun.
                    if (turn % 5 === 0) await element.ready;
                    if (turn % 10 === 0) document.body.prepend(element);
                    if (turn % 3 === 0) await null;
                    element.remove();
                }}
                return new Promise((done) => setTimeout(done, 100));
            }})()"
        ));
    };
    let count = || {
        // Closures that Rust has let go of are freed after a collection, what they held after another.
        for _ in 0..4 {
            page.devtools("HeapProfiler.collectGarbage", &json!({}));
            page.eval("new Promise((done) => setTimeout(done, 50))");
        }
        page.devtools("Performance.enable", &json!({}));
        let metrics = page.devtools("Performance.getMetrics", &json!({}));
        let metric = |name: &str| {
            let list = metrics["metrics"].as_array().expect("a list");
            let found = list.iter().find(|metric| metric["name"] == name).expect("Chromium has it");
            found["value"].as_f64().expect("a number")
        };
        let [listeners, nodes, heap] = ["JSEventListeners", "Nodes", "JSHeapUsedSize"].map(metric);
        let page = page.eval("[pending.size, memory()]");
        let number = |at: usize| page[at].as_f64().expect("a number");
        [listeners, nodes, heap, number(0), number(1)]
    };
    mounts(100);
    let [listeners, nodes, heap, timers, memory] = count();
    mounts(500);
    let after = count();
    assert!(after[0] <= listeners, "listeners: {listeners}, then {}", after[0]);
    assert!(after[1] <= nodes + 10.0, "nodes: {nodes}, then {}", after[1]);
    assert!(after[3] <= timers, "timers: {timers}, then {}", after[3]);
    // Of each of the 100 that were shown, the empty shells of Yew's closures stay in wasm-bindgen's table: some 2.5 kB.
    assert!(after[2] - heap < 100.0 * 4000.0, "heap: {heap}, then {}: bytes", after[2]);
    assert!(after[4] - memory <= 65536.0, "wasm memory: {memory}, then {}: bytes", after[4]);
    assert_eq!(page.eval("[errors, unhandled]"), json!([[], []]));
}

/// A page on which the program traps as often as `traps` says, when the summary is asked for.
fn trapping() -> (Site, Page) {
    let site = watched(&format!(
        "<script>window.traps = 0;
            const trap = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0,
                1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11]))).exports.f;
            const instantiate = WebAssembly.instantiate;
            WebAssembly.instantiate = async (...given) => {{
                const {{ exports }} = await instantiate(...given);
                const summary = (...all) => (traps-- > 0 ? trap() : exports.widget_summary(...all));
                return {{ exports: {{ ...exports, widget_summary: summary }} }};
            }};</script>{}{}",
        embed("id='a' url-state"),
        embed("id='b'")
    ));
    let page = Page::open(&site.url("/page.html"));
    page.look_at("#a");
    page.wait(SHOWN);
    page.look_at("#b");
    page.wait(SHOWN);
    (site, page)
}

#[test]
fn a_program_that_stops_is_replaced_once_and_then_says_so() {
    let (_site, page) = trapping();
    page.execute("a.state = { measure: 'collection' }; b.state = { view: 'table' }");
    page.look_at("#a");
    page.click(".map [data-country=BRA]");
    page.wait("$('[part~=profile]')");
    page.execute("window.traps = 1; a.summary()");
    page.wait("traps < 1 && $('[part~=profile]')?.dataset.country === 'BRA' && $$('.map [data-country]').length === 196");
    assert_eq!(page.eval("[a.state.measure, b.state.view]"), json!(["collection", "table"]));
    assert_eq!(page.eval("[errors, unhandled]"), json!([[], []]), "nobody need know");
    page.wait("b.shadowRoot.querySelector('.table')");
    page.execute("window.traps = 1; a.summary()");
    page.wait("errors.length === 2");
    for element in ["#a", "#b"] {
        page.look_at(element);
        page.wait("$('[part~=error]')");
        assert!(page.text("[part~=error]").contains("stopped"), "{}", page.text("[part~=error]"));
        assert_eq!(page.count(".pe"), 0);
        assert_eq!(page.eval("host.querySelector('#fallback').checkVisibility()"), json!(true));
        assert_eq!(
            page.eval("host.ready.then(() => 'resolved', (error) => error instanceof window.Error)"),
            json!(true)
        );
    }
    assert_eq!(page.eval("[errors, unhandled]"), json!([["assets-unreachable", "assets-unreachable"], []]));
}

#[test]
fn the_traps_and_errors_of_others_are_theirs() {
    let (_site, page) = open("measure='icse-access'");
    page.execute(
        "const script = document.createElement('script');
         script.textContent = `
             window.unhandled = 0;
             addEventListener('error', () => unhandled++);
             addEventListener('unhandledrejection', () => unhandled++);
             Promise.reject(new WebAssembly.RuntimeError('Aborted(both async and sync fetching of the wasm failed)'));
             setTimeout(() => { throw new RangeError('too deep'); });
             new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0,
                 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11]))).exports.f()`;
         document.head.append(script);",
    );
    page.wait("unhandled === 3");
    page.execute("host.state = { measure: 'collection' }");
    page.wait("host.summary().measure === 'collection' && !$('[part~=error]')");
    assert_eq!(page.count(".map [data-country]"), 196);
}
