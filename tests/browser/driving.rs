//! The harness does what it says, on a page without the widget.

use std::time::Duration;

use serde_json::json;

use crate::harness::ability::{Ability, each_engine, lacks};
use crate::harness::page::{Focus, Page, Scheme};
use crate::harness::site::{Answer, Site};

const PAGE: &str = r#"
    <x-list data-list></x-list>
    <script>
        customElements.define("x-list", class extends HTMLElement {
            connectedCallback() {
                // Chromium brings no wheel event to a listener on a shadow root itself.
                const list = document.createElement("div");
                this.attachShadow({ mode: "open" }).append(list);
                for (const [code, name] of [["FRA", "France"], ["VNM", "Viet Nam"]]) {
                    const button = document.createElement("button");
                    button.dataset.country = code;
                    button.textContent = name;
                    list.append(button);
                }
                const field = document.createElement("input");
                field.ariaLabel = "Search";
                list.append(field);
                this.seen = [];
                const types = ["pointerdown", "pointermove", "pointerup", "click", "keydown", "wheel"];
                for (const type of types) {
                    list.addEventListener(type, (event) => this.seen.push(
                        [type, event.pointerType ?? event.key ?? event.deltaY].join(" ")));
                }
            }
        });
    </script>"#;

fn open() -> (Site, Page) {
    let site = Site::with_page(PAGE);
    let page = Page::open(&site.url("/page.html"));
    page.look_at("[data-list]");
    (site, page)
}

fn seen(page: &Page, event: &str) -> bool {
    page.eval(&format!("host.seen.includes({})", json!(event))) == json!(true)
}

#[test]
fn shadow_roots_are_read() {
    each_engine("driver");
    let (_site, page) = open();
    assert_eq!(page.count("button"), 2);
    assert_eq!(page.text("button"), "France");
    assert_eq!(page.attribute("button", "data-country").as_deref(), Some("FRA"));
    assert_eq!(page.attribute("button", "lang"), None);
    assert_eq!((page.role("button"), page.name("button")), ("button".to_string(), "France".to_string()));
    assert_eq!(page.wait("Promise.resolve(host.isConnected)"), json!(true));
}

#[test]
fn keys_move_the_focus_and_type() {
    each_engine("driver");
    let (_site, page) = open();
    page.press("Tab");
    page.press("Tab");
    page.press("Shift+Tab");
    let focus = Focus {
        tag: "button".to_string(),
        role: "button".to_string(),
        name: "France".to_string(),
        country: "FRA".to_string(),
    };
    assert_eq!(page.focus(), focus);
    page.press("Enter");
    assert!(seen(&page, "keydown Enter"));
    page.press("Tab");
    page.press("Tab");
    page.type_text("Côte +");
    assert_eq!(page.eval("$('input').value"), "Côte +");
}

#[test]
fn mouse_and_wheel_reach_what_lies_there() {
    each_engine("driver");
    let (_site, page) = open();
    page.hover("button");
    assert!(seen(&page, "pointermove mouse"));
    page.click("button");
    assert!(seen(&page, "click mouse"));
    page.drag(&[page.middle("button"), page.middle("[data-country=VNM]")]);
    assert_eq!(page.eval("host.seen.filter((event) => event === 'pointerup mouse').length"), 2);
    page.wheel(page.middle("button"), 40);
    page.wait("host.seen.includes('wheel 40')");
}

#[test]
fn a_finger_reaches_what_lies_there() {
    each_engine("driver");
    if lacks(Ability::Touch) {
        return;
    }
    let (_site, page) = open();
    page.touch_screen();
    page.wait("matchMedia('(pointer: coarse)').matches");
    page.tap("button");
    assert!(seen(&page, "click touch"));
    page.swipe(&[page.middle("button"), page.middle("[data-country=VNM]")]);
    assert!(seen(&page, "pointermove touch"));
}

#[test]
fn windows_are_as_narrow_and_as_dark_as_asked() {
    each_engine("driver");
    let (_site, page) = open();
    page.prefer(Scheme::Dark);
    for (width, height) in [(320, 500), (1280, 200), (2560, 1400)] {
        page.resize(width, height);
        let found =
            page.eval("[innerWidth, innerHeight, document.documentElement.clientWidth, devicePixelRatio]");
        assert_eq!((found, page.size()), (json!([width, height, width, 1]), (width, height)));
    }
    assert_eq!(page.eval(DARK), json!(true));
    page.media(&[("prefers-reduced-motion", "reduce")]);
    assert_eq!(page.eval("matchMedia('(prefers-reduced-motion)').matches"), json!(true));
    assert_eq!(page.eval(DARK), json!(false), "only what is named is set");
    assert!(page.screenshot("harness").metadata().expect("it is there").len() > 1000);
}

const DARK: &str = "matchMedia('(prefers-color-scheme: dark)').matches";

#[test]
fn screens_may_be_fine() {
    each_engine("driver");
    if lacks(Ability::Density) {
        return;
    }
    let (_site, page) = open();
    page.density(3);
    page.wait("devicePixelRatio === 3 && innerWidth === 1280");
}

#[test]
fn colours_are_forced_and_pages_put_on_paper() {
    each_engine("driver");
    if lacks(Ability::ForcedColours) || lacks(Ability::Paper) {
        return;
    }
    let (_site, page) = open();
    page.media(&[("forced-colors", "active")]);
    assert_eq!(page.eval("matchMedia('(forced-colors)').matches"), json!(true));
    page.paper();
    assert_eq!(page.eval("matchMedia('print').matches"), json!(true));
}

#[test]
fn sites_answer_as_told_and_remember() {
    each_engine("driver");
    let (site, page) = open();
    site.answer(
        "/slow",
        Answer::new("text/plain", "slow").delay(Duration::from_millis(120)).header("x-a", "b"),
    );
    site.answer("/wrong", Answer::json("{}").status(503));
    site.answer("/none", Answer::new("text/plain", "").cut(0));
    let slow = "(async () => { const start = performance.now();
        const answer = await fetch('/slow?a=b'); return [answer.headers.get('x-a'), performance.now() - start > 100]; })()";
    assert_eq!(page.eval(slow), json!(["b", true]));
    assert_eq!(page.eval("fetch('/wrong').then((answer) => answer.status)"), 503);
    assert_eq!(page.eval("fetch('/none').catch((error) => error.name)"), "TypeError");
    let requests = site.requests();
    let slow = requests.iter().find(|request| request.path == "/slow").expect("it was asked for");
    assert_eq!((slow.method.as_str(), slow.query.as_str(), slow.status), ("GET", "a=b", 200));
    assert_eq!(slow.headers["host"], site.origin()["http://".len()..]);
}

#[test]
fn connections_are_cut() {
    each_engine("driver");
    if lacks(Ability::Cuts) {
        return;
    }
    let (site, page) = open();
    site.answer("/cut", Answer::new("text/plain", "half of it").cut(4));
    let outcome = "fetch('/cut').then((answer) => answer.text()).catch((error) => error.name)";
    assert_eq!(page.eval(outcome), "TypeError");
}

#[test]
fn a_browser_that_ends_is_told_from_a_test_that_fails() {
    each_engine("driver");
    let (_site, page) = open();
    let fails = |expression: &str| {
        std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| page.eval(expression))).is_err()
    };
    assert!(fails("nothing.there") && !page.has_ended());
    // Elsewhere nothing tells of a browser's end.
    assert_eq!(page.crash(), cfg!(target_os = "linux"));
    if cfg!(target_os = "linux") {
        assert!(fails("1") && page.has_ended());
    }
}

#[test]
fn console_and_axe_speak() {
    each_engine("driver");
    let site = Site::with_page("<img src='icon.svg'>");
    let page = Page::open(&site.url("/page.html"));
    page.execute("console.warn('beware of', 2)");
    page.execute(
        "console.error('wrong');
         const script = document.createElement('script');
         script.textContent = 'throw new Error(\"thrown\")';
         document.head.append(script);",
    );
    for (level, text) in [("WARNING", "beware of"), ("SEVERE", "wrong"), ("SEVERE", "thrown")] {
        let written = page.console();
        assert!(written.iter().any(|line| line.starts_with(level) && line.contains(text)), "{written:?}");
    }
    assert!(page.axe().contains("image-alt"), "{}", page.axe());
}
