//! `embed.html`: what a host's page sees of the frame, and which feeds it shows.

use crate::harness::ability::{Ability, each_engine, lacks};
use crate::harness::page::Page;
use crate::harness::site::{Answer, Site, dist};
use serde_json::json;

/// A host's page with the frame in it; the heights that the frame posts are in `heights`.
fn host(frame: &str) -> (Site, Page) {
    let site = Site::with_page(&format!(
        "<script>window.heights = [];
            addEventListener('message', ({{ data }}) => {{
                if (data.type === 'policy-explorer:height') heights.push(data.height);
            }});</script>
        <iframe src='{frame}' title='Frame' width='600' height='900'></iframe>"
    ));
    let page = Page::open(&site.url("/page.html"));
    (site, page)
}

const FRAME: &str = "document.querySelector('iframe').contentDocument";

#[test]
fn frame_takes_attributes_from_its_query() {
    let (_site, page) = host("embed.html?feed=demo.json&lang=fr&measure=icse-access&onclick=x&url-state");
    let element = page.wait(&format!(
        "(() => {{ const element = {FRAME}.querySelector('policy-explorer[feed]');
            return element.getAttributeNames().sort().map((name) => [name, element.getAttribute(name)]).join(' '); }})()"
    ));
    assert_eq!(element, "feed,demo.json lang,fr measure,icse-access url-state,");
    assert_eq!(page.eval(&format!("{FRAME}.documentElement.lang")), "fr");
}

#[test]
fn frame_posts_each_new_height() {
    each_engine("layout");
    let (_site, page) = host("embed.html");
    page.wait(&format!("{FRAME}.querySelector('policy-explorer').ready.then(() => true)"));
    page.wait("heights.length > 0");
    page.execute(&format!("{FRAME}.body.style.paddingBottom = '4321px'"));
    page.wait("heights.at(-1) > 4321");
    page.execute(&format!("{FRAME}.body.style.paddingBottom = '0'"));
    page.wait("heights.at(-1) < heights.at(-2)");
    assert_eq!(page.eval("heights.every((height, at) => height !== heights[at - 1])"), true);
}

#[test]
fn frame_refuses_feeds_of_strangers() {
    let stranger = Site::start();
    for feed in [stranger.url("/feed.json"), stranger.origin().replace("http:", ""), "data:,{}".to_string()] {
        let (_site, page) = host(&format!("embed.html?feed={}", feed.replace(':', "%3A")));
        page.wait(&format!("{FRAME}.getElementById('refused').checkVisibility()"));
        assert_eq!(page.eval(&format!("{FRAME}.querySelector('policy-explorer')")), serde_json::Value::Null);
    }
    assert_eq!(stranger.paths(), [""; 0], "the stranger was asked");
}

#[test]
fn frame_shows_feeds_that_its_page_lists() {
    let (friend, page) = (Site::start(), shipped());
    let listed =
        format!("name=\"policy-explorer-feeds\" content=\"https://a.example {}/feeds/\"", friend.origin());
    let page = page.replace("name=\"policy-explorer-feeds\" content=\"\"", &listed);
    let page = page.replace("connect-src 'self'", &format!("connect-src 'self' {}", friend.origin()));
    let site = Site::start();
    site.answer("/frame.html", Answer::html(&page));
    let shown =
        "document.querySelector('policy-explorer[feed]') || document.querySelector('#refused:not([hidden])')";
    for (path, expected) in [("/feeds/a.json", "policy-explorer"), ("/other/a.json", "p")] {
        let page = Page::open(&site.url(&format!("/frame.html?feed={}", friend.url(path))));
        page.wait(shown);
        assert_eq!(page.eval(&format!("({shown}).localName")), expected, "{path}");
    }
}

#[test]
fn a_link_cannot_hide_who_publishes() {
    let site = Site::start();
    let query = "embed.html?measure=icse-access&hide=header+footer+legend";
    let page = Page::open(&site.url(&format!("/{query}")));
    page.wait("$('.map [data-country]')");
    assert_eq!(
        page.eval("[$('.footer'), $('.sentence'), $('.legend')].map(Boolean)"),
        json!([true, true, true])
    );
    let (_site, page) = host(query);
    let within = |selector: &str| {
        format!("{FRAME}.querySelector('policy-explorer').shadowRoot.querySelector('{selector}')")
    };
    page.wait(&format!("Boolean({})", within(".map [data-country]")));
    let shown = [".footer", ".sentence", ".legend"]
        .map(|selector| page.eval(&format!("Boolean({})", within(selector))));
    assert_eq!(shown, [true, false, false]);
}

#[test]
fn data_is_judged_by_where_it_comes_from() {
    let (friend, stranger) = (Site::start(), Site::start());
    friend.answer(
        "/feeds/moved.json",
        Answer::html("").status(302).header("location", &stranger.url("/feed.json")),
    );
    let listed = format!("name=\"policy-explorer-feeds\" content=\"{}/feeds/\"", friend.origin());
    let page = shipped().replace("name=\"policy-explorer-feeds\" content=\"\"", &listed);
    let both = format!("connect-src 'self' {} {}", friend.origin(), stranger.origin());
    let site = Site::start();
    site.answer("/frame.html", Answer::html(&page.replace("connect-src 'self'", &both)));
    let page = Page::open(&site.url(&format!("/frame.html?feed={}", friend.url("/feeds/moved.json"))));
    page.wait("$('[part~=error]')");
    assert!(page.text("[part~=error]").contains("does not show"), "{}", page.text("[part~=error]"));
    assert_eq!(page.count(".map"), 0);
    // Servers read encoded dots and slashes as they like.
    for path in ["/feeds/..%2Fother.json", "/feeds/..%252Fother.json"] {
        let page =
            Page::open(&site.url(&format!("/frame.html?feed={}", friend.url(path).replace('%', "%25"))));
        page.wait("!document.getElementById('refused').hidden");
    }
}

#[test]
fn whoever_listens_late_or_asks_is_told_the_height() {
    let (_site, page) = host("embed.html?measure=icse-access");
    page.wait(&format!("{FRAME}.querySelector('policy-explorer').ready.then(() => true)"));
    // Until its own news have ended.
    let height = format!("Math.ceil({FRAME}.documentElement.getBoundingClientRect().height)");
    page.wait(&format!(
        "heights.at(-1) === {height} && new Promise((done) => setTimeout(() => done(heights.at(-1) === {height}), 200))"
    ));
    page.execute("window.heights.length = 0; document.querySelector('iframe').contentWindow.postMessage({ type: 'policy-explorer:height?' }, '*')");
    page.wait("heights.length === 1");
    assert_eq!(page.eval(&format!("heights[0] === {height}")), true);
    assert_eq!(
        page.eval(&format!("{FRAME}.documentElement.scrollWidth <= 600")),
        true,
        "it scrolls sideways"
    );
}

/// Whether a frame is as high as what is in it, in a place of its own or beside the page's.
const FITS: &str = "const fits = (frame) => {
    const inside = frame.contentDocument.documentElement.getBoundingClientRect().height;
    return frame.clientHeight === Math.ceil(inside) && inside > 400;
};";

#[test]
fn each_frame_is_as_high_as_what_is_in_it() {
    each_engine("layout");
    let early = "<script src='frame.js'></script>";
    let frames = "<iframe src='embed.html?measure=icse-access'></iframe>
        <iframe src='embed.html?view=table' style='border: 7px solid; box-sizing: border-box'></iframe>
        <details><summary>Third</summary><iframe src='embed.html'></iframe></details>";
    let site = Site::with_page(&format!("{early}{frames}"));
    let page = Page::open(&site.url("/page.html"));
    page.wait(&format!(
        "(() => {{ {FITS} return [...document.querySelectorAll('iframe')].slice(0, 2).every(fits); }})()"
    ));
    page.execute("document.querySelector('details').open = true");
    page.wait(&format!("(() => {{ {FITS} return fits(document.querySelector('details iframe')); }})()"));
    // One more, and narrower: higher.
    page.execute("document.querySelector('iframe').style.width = '330px'");
    page.wait(&format!("(() => {{ {FITS} return fits(document.querySelector('iframe')); }})()"));
}

/// The script comes late, to a frame in a sandbox that shows this page.
fn check_sandboxed(frame: impl Fn(&Site) -> String) {
    let site = Site::with_page(
        "<script>addEventListener('message', ({ data }) => { if (data.type === 'policy-explorer:height') window.told = data.height; });</script>
        <iframe src='sandboxed.html' sandbox='allow-scripts'></iframe>",
    );
    site.answer("/sandboxed.html", Answer::html(&frame(&site)));
    let page = Page::open(&site.url("/page.html"));
    page.wait("window.told > 400");
    page.execute("const script = document.createElement('script'); script.src = 'frame.js'; document.body.append(script)");
    page.wait("document.querySelector('iframe').clientHeight === window.told");
}

/// The page for frames as it is shipped.
fn shipped() -> String {
    std::fs::read_to_string(dist().join("embed.html")).expect("it is in dist/")
}

#[test]
fn the_script_may_come_late_and_the_frame_be_in_a_sandbox() {
    each_engine("security policies");
    if lacks(Ability::SelfInSandbox) {
        return;
    }
    check_sandboxed(|_| shipped());
}

#[test]
fn a_page_that_names_its_own_origin_is_shown_in_a_sandbox_by_every_engine() {
    each_engine("security policies");
    check_sandboxed(|site| shipped().replace("'self'", &format!("'self' {}", site.origin())));
}

#[test]
fn no_stranger_sets_the_height_of_a_frame() {
    let stranger = Site::start();
    let cry = |height: &str| {
        format!(
            "<script>parent.postMessage({{ type: 'policy-explorer:height', height: {height} }}, '*'); parent.postMessage('done', '*');</script>"
        )
    };
    stranger.answer("/cry.html", Answer::html(&cry("999")));
    let site = Site::with_page(&format!(
        "<script src='frame.js'></script>
        <script>window.done = 0; addEventListener('message', ({{ data }}) => {{ done += data === 'done'; }});</script>
        <iframe src='{}' height='200'></iframe>
        <iframe src='own.html' height='200'></iframe><iframe src='huge.html' height='200'></iframe>",
        stranger.url("/cry.html"),
    ));
    // A frame of one's own that says something else than a height.
    site.answer("/own.html", Answer::html(&cry("'100%'")));
    site.answer("/huge.html", Answer::html(&cry("1e9")));
    let page = Page::open(&site.url("/page.html"));
    page.wait("done === 3");
    page.rest();
    assert_eq!(
        page.eval("[...document.querySelectorAll('iframe')].map((frame) => frame.clientHeight)"),
        json!([200, 200, 200])
    );
    // The page itself is no frame.
    page.execute("postMessage({ type: 'policy-explorer:height', height: 999 }, '*')");
    page.rest();
    assert_eq!(page.eval("document.querySelectorAll('iframe[style]').length"), json!(0));
}
