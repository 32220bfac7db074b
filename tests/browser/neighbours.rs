//! Other scripts and people on the page: what they change in the widget's nodes, the names that they give to theirs, the
//! functions of the page that they wrap, the keys that they listen to.

use serde_json::json;

use crate::harness::page::Page;
use crate::harness::site::{self, Answer, Site};
use crate::widget::{embed, open, ready};

/// What translators do that enter open shadow roots: each text goes, and other words with the same numbers take its place.
const TRANSLATE: &str = "(() => {
    const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT), texts = [];
    while (walk.nextNode()) texts.push(walk.currentNode);
    for (const text of texts.filter((text) => !text.parentElement?.closest('svg, font'))) {
        const font = document.createElement('font');
        font.append(text.data.replace(/[a-z]/g, 'x'));
        text.replaceWith(font);
    }
    return texts.length; })()";

#[test]
fn no_old_number_stays_where_texts_were_replaced() {
    let (_site, page) = open("measure='icse-access'");
    let sentence = "$('#headline').textContent.match(/\\d+/)[0]";
    for (key, value) in [
        ("measure", "collection"),
        ("date", "2015"),
        ("view", "table"),
        ("measure", "victim-identification"),
        ("view", "map"),
        ("region", "africa"),
        ("country", "FRA"),
        ("lang", "fr"),
    ] {
        page.eval(TRANSLATE);
        page.execute(&format!("host.state = {{ {key}: '{value}' }}"));
        page.rest();
        let stale = page.wait(
            "[...$$('.legend [data-status]')].every((entry) =>
                Number(entry.querySelector('b').textContent.replace(/\\D/g, '')) === host.summary().counts[entry.dataset.status])",
        );
        assert_eq!(stale, json!(true), "{key}={value}");
        page.wait("!root.querySelector('font')");
        assert!(page.eval(sentence).is_string());
    }
    assert_eq!(page.count("[part~=error], [part~=notice]"), 0);
}

/// A translator sets the page's language to the one that it has translated into, and the widget follows.
#[test]
fn translators_are_wanted_only_for_languages_that_the_widget_does_not_speak() {
    let (_site, page) = open("");
    page.execute("document.documentElement.lang = 'en'");
    page.wait("$('.pe').lang === 'en' && $('.pe').translate === false");
    page.execute("document.documentElement.lang = 'de'");
    page.wait("$('.pe').translate === true");
    page.execute("document.documentElement.lang = 'fr-CA'");
    page.wait("$('.pe').lang === 'fr-CA' && $('.pe').translate === false");
}

#[test]
fn nodes_taken_away_moved_or_added_by_others_do_not_stop_the_widget() {
    let (_site, page) = open("measure='icse-access'");
    for harm in [
        "$('.legend').remove()",
        "$('.toolbar').replaceChildren()",
        "$('.pe').append(document.createElement('aside'), 'text')",
        "$('.legend').before($('.footer'))",
        "$('.sentence').firstChild.data = 'Nobody'",
        "$('.pe').remove()",
        "$('.map').innerHTML = ''",
    ] {
        page.execute(harm);
        for step in [
            "view: 'table'",
            "country: 'FRA'",
            "view: 'map', country: null",
            "measure: 'collection'",
            "compare: 'FRA DEU'",
            "compare: null, measure: 'icse-access'",
        ] {
            page.execute(&format!("host.state = {{ {step} }}"));
            page.rest();
        }
        page.wait("$$('.map [data-country]').length === 196 && $('.legend') && $('.toolbar') && $('.footer') && !$('aside')");
        assert!(!page.text(".sentence").contains("Nobody"), "{harm}");
        assert_eq!(page.count("[part~=error]"), 0, "{harm}");
    }
    page.click("[data-choice=measure] .tab:nth-of-type(2)");
    page.wait("host.state.measure === 'collection'");
}

#[test]
fn names_of_forms_and_images_hide_nothing_from_the_widget() {
    let site = Site::with_page(&format!(
        "<form lang='fr'><input name='parentNode'><input name='getAttribute'><input name='host'><input name='closest'>{}</form>
         <img name='createElement' alt=''><img name='createElementNS' alt=''><img name='createTextNode' alt=''>",
        embed("measure='icse-access'")
    ));
    let page = Page::open(&site.url("/page.html"));
    ready(&page);
    assert_eq!(page.eval("$('.pe').lang"), json!("fr"));
    assert_eq!(page.count(".map [data-country]"), 196);
}

#[test]
fn wrapped_functions_and_polluted_prototypes_do_no_harm() {
    let site = Site::with_page(&format!(
        "<script>
            const plain = fetch;
            // It takes each address for a text, and gives something that only resembles a response.
            window.fetch = async (input, init) => {{
                if (input.indexOf('/api/') !== -1) console.debug(input);
                const response = await plain(input, init);
                return {{ ok: response.ok, status: response.status, headers: response.headers, arrayBuffer: () => response.arrayBuffer() }};
            }};
            Object.prototype.integrity = 'sha256-AAAA'; Object.prototype.withdrawn = '2000'; Object.prototype.extra = () => {{}};
            Array.prototype.extra = () => {{}}; Array.prototype.toJSON = () => 'no';
            Object.freeze(Node.prototype);
            // Not every driver can tell anything while prototypes have more than is their own.
            addEventListener('policy-explorer-ready', ({{ target }}) => {{
                const seen = setInterval(() => {{
                    if (!target.shadowRoot.querySelector('[part~=profile] h3')) return;
                    clearInterval(seen);
                    window.implemented = target.summary().counts.implemented;
                    for (const name of ['integrity', 'withdrawn', 'extra']) delete Object.prototype[name];
                    for (const name of ['extra', 'toJSON']) delete Array.prototype[name];
                }});
            }});
        </script>{}",
        embed("measure='icse-access' country='FRA'")
    ));
    let page = Page::open(&site.url("/page.html"));
    assert!(page.wait("window.implemented").as_u64().is_some_and(|count| count > 20));
}

#[test]
fn a_base_elsewhere_changes_neither_files_nor_address() {
    let site = Site::start();
    // The path of some servers' pages begins with two slashes.
    site.answer(
        "//twice/page.html",
        Answer::html(&site::page(
            "<script>const base = document.createElement('base'); base.href = 'https://static.example.org/theme/';
                const module = Object.assign(document.createElement('script'), { type: 'module', src: location.origin + '/policy-explorer.js' });
                document.head.append(base, module);</script><policy-explorer url-state></policy-explorer>",
        )),
    );
    let page = Page::open(&site.url("//twice/page.html"));
    ready(&page);
    page.click(".map [data-country=BRA]");
    page.wait("location.hash === '#policy-explorer=country:BRA'");
    assert_eq!(page.eval("location.pathname"), json!("//twice/page.html"));
}

#[test]
fn shortcuts_of_the_page_rest_while_the_reader_types_or_walks() {
    let (_site, page) = open("measure='icse-access'");
    page.execute("window.heard = []; addEventListener('keydown', ({ key }) => heard.push(key))");
    page.click(".search input");
    page.type_text("sg");
    page.press("ArrowDown");
    page.execute(
        "$('.map [data-country=FRA]').focus?.() ?? $('.map [data-country=FRA] [tabindex]')?.focus()",
    );
    page.wait("root.activeElement?.closest('.map')");
    // Each leads somewhere else, as soon as that is drawn.
    page.press("g");
    page.wait("root.activeElement.dataset.country === 'GAB'");
    page.press("End");
    page.wait("root.activeElement.dataset.country === 'ZWE'");
    assert_eq!(page.eval("heard"), json!([]));
    // A field has a use for any key but those that lead out of it, also where it does not say so.
    page.execute("$('.date input').focus()");
    page.press("ArrowUp");
    page.press("Home");
    assert_eq!(page.eval("heard"), json!([]));
    page.press("Tab");
    page.wait("heard.join() === 'Tab'");
    page.execute("root.activeElement.blur()");
    page.press("s");
    page.wait("heard.join() === 'Tab,s'");
}

#[test]
fn escape_closes_one_thing_the_innermost_and_then_is_the_page_s() {
    let site = Site::with_page(&format!(
        "<dialog open style='inset: 0; width: 90%'>{}</dialog>",
        embed("country='FRA'")
    ));
    let page = Page::open(&site.url("/page.html"));
    ready(&page);
    page.execute("const dialog = document.querySelector('dialog'); dialog.close(); dialog.showModal()");
    page.wait("$('[part~=profile]')");
    page.execute("$('.profile [tabindex]').focus()");
    page.press("Escape");
    page.wait("!$('[part~=profile]')");
    assert_eq!(page.eval("document.querySelector('dialog').open"), json!(true));
    // The focus is on the country now, whose tooltip is shown.
    page.wait("$('[role=tooltip]').hidden === false");
    page.press("Escape");
    page.wait("$('[role=tooltip]').hidden");
    assert_eq!(page.eval("document.querySelector('dialog').open"), json!(true));
    page.press("Escape");
    page.wait("!document.querySelector('dialog').open");
}

#[test]
fn events_that_are_not_what_they_are_called_do_no_harm() {
    let (_site, page) = open("measure='icse-access'");
    // As browsers that fill in fields, and scripts that press, make them.
    page.execute(
        "for (const kind of ['keydown', 'keyup', 'keypress', 'click', 'dblclick', 'pointerdown', 'pointermove', 'wheel', 'input', 'touchmove'])
             for (const target of ['.search input', '.map [data-country=FRA]', '.toolbar .tab', '.timeline'])
                 $(target)?.dispatchEvent(new Event(kind, { bubbles: true, composed: true, cancelable: true }))",
    );
    page.rest();
    page.execute("host.state = { measure: 'collection' }");
    page.wait("host.summary()?.measure === 'collection' && !$('[part~=error]')");
}

#[test]
fn a_self_closing_tag_is_told_to_the_console() {
    let site = Site::with_page(
        "<script type='module' src='policy-explorer.js'></script><policy-explorer feed='feed.json' /><h2>What follows</h2>",
    );
    let page = Page::open(&site.url("/page.html"));
    ready(&page);
    page.comes_to_log("/policy-explorer>");
}

#[test]
fn a_page_without_parts_of_the_platform_is_served_or_told() {
    for (without, ends) in [
        ("delete window.ResizeObserver", "resolved"),
        ("delete window.IntersectionObserver", "resolved"),
        (
            "delete Intl.DisplayNames; delete Intl.PluralRules; delete Intl.Collator; delete Intl.getCanonicalLocales",
            "resolved",
        ),
        ("delete window.requestIdleCallback", "resolved"),
        ("window.requestAnimationFrame = () => 0", "resolved"),
        ("delete globalThis.WebAssembly", "rejected"),
    ] {
        let site = Site::with_page(&format!("<script>{without}</script>{}", embed("loading='lazy'")));
        let page = Page::open(&site.url("/page.html"));
        page.wait("customElements.get('policy-explorer')");
        let outcome = page.eval("host.ready.then(() => 'resolved', () => 'rejected')");
        assert_eq!(outcome, json!(ends), "{without}");
        if ends == "resolved" {
            assert_eq!(page.count(".map [data-country]"), 196, "{without}");
        } else {
            assert!(page.text("[part~=error]").contains("WebAssembly"), "{}", page.text("[part~=error]"));
        }
    }
}
