//! Pages whose content security policy lets in no more than `docs/embedding.md` asks for, with every byte pinned: the widget
//! shows all that it has, and nothing that it does is refused.

use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::json;
use sha2::{Digest, Sha384};

use crate::harness::ability::each_engine;
use crate::harness::page::Page;
use crate::harness::site::{Answer, Site, dist};
use crate::prerendered::element;
use crate::widget::ready;

/// Subresource Integrity metadata of a file of the build.
fn integrity(name: &str) -> String {
    let bytes = std::fs::read(dist().join(name)).expect("it is in dist/");
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

/// Keeps what is refused, by its directive and address, in `refused`.
const LISTEN: &str = "window.refused = []; addEventListener('securitypolicyviolation',
    ({ effectiveDirective, blockedURI }) => refused.push(`${effectiveDirective} ${blockedURI}`));";

/// A page with this element, whose scripts need digests. No more is in it than the policy lets in: not even the script by which
/// some browsers' consoles are kept, which is put behind a doctype in small letters.
fn open(rules: &str, element: &str) -> (Site, Page) {
    let site = Site::start();
    let html = format!(
        "<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'><title>Test</title><link rel='icon' href='data:,'>\
         <script nonce='test'>{LISTEN}</script></head><body><main><h1>Test</h1>{element}</main></body></html>"
    );
    let policy = format!(
        "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; \
         require-trusted-types-for 'script'; trusted-types 'none'; {rules}"
    );
    let answer = Answer::html(&html).header("content-security-policy", &policy);
    site.answer("/page.html", answer.header("integrity-policy", "blocked-destinations=(script)"));
    let page = Page::open(&site.url("/page.html"));
    (site, page)
}

/// What is shown in turn: what the host says, what is pressed, and what is there then.
const SHOWN: [(&str, &str, &str); 10] = [
    ("", "", "$$('.map [data-country]').length === 196"),
    ("country: 'FRA'", "", "$('.profile .claim')"),
    ("compare: 'FRA DEU', against: '2015'", "", "$('.compared tbody') && $('[data-change]')"),
    ("view: 'table'", "", "$('.table tbody tr')"),
    ("view: 'trend', measure: 'icse-access'", "", "$('.chart')"),
    ("view: 'changes'", "", "$('.change')"),
    ("projection: 'globe', camera: '46 2 4'", "", "$('.map[data-form=globe] [data-country]')"),
    ("", "$('[data-offer=embed]').click()", "$('[data-piece=snippet]')"),
    ("", "$('[data-offer=cite]').click()", "$('[data-piece=csl]')"),
    ("lang: 'ar'", "", "$('.pe').dir === 'rtl'"),
];

#[test]
fn a_page_that_pins_every_byte_and_lets_in_the_least_refuses_nothing() {
    each_engine("security policies");
    let (module, data) = (Site::start(), Site::start());
    let (module, data) = (module.origin(), data.origin());
    let element = format!(
        "<script type='module' src='{module}/policy-explorer.js' integrity='{}' crossorigin='anonymous'></script>\
         <policy-explorer feed='{data}/feed.json' integrity='{}' lang='en'></policy-explorer>",
        integrity("policy-explorer.js"),
        integrity("feed.json")
    );
    let rules = format!(
        "script-src 'nonce-test' {module} 'wasm-unsafe-eval'; connect-src {module} {data}; img-src data:"
    );
    let (_site, page) = open(&rules, &element);
    ready(&page);
    for (state, act, shown) in SHOWN {
        page.execute(&format!(
            "host.state = {{ country: '', compare: '', against: '', view: '', measure: '', projection: '', camera: '', {state} }}"
        ));
        page.execute(act);
        page.wait(shown);
    }
    page.rest();
    assert_eq!(page.eval("refused"), json!([]));
}

#[test]
fn a_first_screen_in_the_page_needs_its_style_sheet_and_no_more() {
    each_engine("security policies");
    let script = format!(
        "<script type='module' src='policy-explorer.js' integrity='{}'></script>",
        integrity("policy-explorer.js")
    );
    let rules = "script-src 'nonce-test' 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'; img-src data:";
    let (_site, page) = open(rules, &(element("en", 720.0) + &script));
    ready(&page);
    page.wait("!$('.picture')");
    assert_eq!(page.eval("refused"), json!([]));
}

#[test]
fn a_policy_that_refuses_is_heard() {
    let image = "<img src='https://elsewhere.example/x.png' alt=''>";
    let (_site, page) = open("script-src 'nonce-test'; img-src data:", image);
    page.becomes("refused", json!(["img-src https://elsewhere.example/x.png"]));
}
