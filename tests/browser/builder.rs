//! The example page's builder: what is chosen there, by controls or in the preview, is seen, kept in the page's address, and
//! written as the lines that show it elsewhere.

use crate::harness::ability::{Ability, each_engine, lacks};
use crate::harness::page::{Page, Scheme};
use crate::harness::site::{Answer, Site, dist, page as html};
use crate::widget::{SIDEWAYS, ready};
use serde_json::{Value, json};

/// The example page with this query, its preview ready.
fn open(query: &str) -> (Site, Page) {
    let site = Site::start();
    let page = at(&site, query);
    (site, page)
}

fn at(site: &Site, query: &str) -> Page {
    let page = Page::open(&site.url(&format!("/index.html{query}")));
    page.look_at("#preview policy-explorer");
    // It begins when it is near, and the map above it may push it away when that comes.
    page.wait("(document.querySelector('#preview').scrollIntoView(), host.summary() || $('[part~=error]'))");
    page.wait("document.querySelector('[data-piece=lines]').textContent");
    page
}

fn piece(page: &Page, name: &str) -> String {
    let text = page.eval(&format!("document.querySelector('[data-piece={name}]').textContent"));
    text.as_str().expect("a text").to_owned()
}

/// Sets a control as a reader does who leaves it.
fn set(page: &Page, name: &str, value: &str) {
    page.execute(&format!(
        "{{ const control = document.getElementById('choices').elements[{name}]; control.value = {value};
            control.dispatchEvent(new Event('change', {{ bubbles: true }})); }}",
        name = json!(name),
        value = json!(value),
    ));
}

/// The two lines of the panel Embed, opened in the preview.
fn of_the_panel(page: &Page) -> String {
    page.wait("$('[data-offer=embed]')");
    page.execute("$('[data-offer=embed]').click()");
    page.wait("$('[data-piece=snippet]')?.textContent.includes('<policy-explorer')");
    let text = page.eval("$('[data-piece=snippet]').textContent");
    text.as_str().expect("a text").to_owned()
}

#[test]
fn the_two_lines_are_those_of_the_panel_embed() {
    for query in [
        "?lang=fr",
        "?lang=en&measure=icse-access&date=2015-06&view=table&region=europe+africa",
        "?lang=ar&country=FRA&compare=FRA+KEN&status=implemented&projection=globe&sort=-country",
        "?lang=en&find=%3Cb%3E%22%26&feed=demo.json%3Fa%3D1%26b%3D2",
    ] {
        let (_site, page) = open(query);
        assert_eq!(piece(&page, "lines"), of_the_panel(&page), "{query}");
    }
}

#[test]
fn frozen_lines_are_those_of_the_panel_where_versions_stay_too() {
    let site = Site::start();
    let text = std::fs::read_to_string(dist().join("demo.json")).expect("it is in dist/");
    let mut feed: Value = serde_json::from_str(&text).expect("it is JSON");
    for versions in [Value::Null, json!("versions/{digest}.json")] {
        feed["versions"] = versions;
        site.answer("/own.json", Answer::json(feed.to_string()));
        let page = at(&site, "?lang=en&freeze=1&feed=own.json");
        of_the_panel(&page);
        page.wait("$('.freeze input')");
        page.execute("$('.freeze input').click()");
        page.wait("$('[data-piece=snippet]').textContent.includes('integrity=')");
        assert_eq!(json!(piece(&page, "lines")), page.eval("$('[data-piece=snippet]').textContent"));
        assert!(piece(&page, "frame").contains("integrity=sha256-"));
        assert_eq!(piece(&page, "lines").contains("/versions/"), feed["versions"].is_string());
    }
}

#[test]
fn lines_have_the_publisher_s_picture_as_those_of_the_panel_do() {
    let site = Site::start();
    let text = std::fs::read_to_string(dist().join("feed.json")).expect("it is in dist/");
    let mut feed: Value = serde_json::from_str(&text).expect("it is JSON");
    feed["pictures"] = json!("maps/{lang}/{measure}.svg");
    site.answer("/own.json", Answer::json(feed.to_string()));
    for (query, picture) in [
        ("lang=fr", Some("/maps/fr/overall.svg")),
        ("lang=ar&measure=icse-access", Some("/maps/ar/icse-access.svg")),
        ("lang=en&measure=icse-access&date=2020", None),
    ] {
        let page = at(&site, &format!("?{query}&feed=own.json"));
        let lines = piece(&page, "lines");
        assert_eq!(lines, of_the_panel(&page), "{query}");
        let named = picture.map(|path| format!("<img src=\"{}\"", site.url(path)));
        assert_eq!(
            lines.contains("<img"),
            named.as_ref().is_some_and(|named| lines.contains(named)),
            "{lines}"
        );
        assert_eq!(lines.contains("min-height"), picture.is_some(), "{lines}");
    }
}

#[test]
fn controls_are_labelled_by_the_feed_and_change_preview_lines_and_address() {
    let (_site, page) = open("");
    let measures =
        "[...document.getElementById('choices').elements.measure.options].map((option) => option.value)";
    page.wait(&format!("({measures}).includes('collection')"));
    for (name, value) in [("measure", "collection"), ("date", "2015"), ("lang", "fr"), ("theme", "dark")] {
        set(&page, name, value);
        page.wait(&format!("host.state.{name} === '{value}'"));
    }
    set(&page, "width", "640");
    page.wait("host.getBoundingClientRect().width <= 640");
    page.execute("document.querySelector('[name=hide][value=footer]').click()");
    page.wait("!$('.footer')");
    page.wait("location.search === '?measure=collection&date=2015&lang=fr&theme=dark&hide=footer&width=640'");
    let lines = piece(&page, "lines");
    for part in
        ["measure=\"collection\"", "date=\"2015\"", "theme=\"dark\"", "hide=\"footer\"", "max-width: 640px"]
    {
        assert!(lines.contains(part), "{part}: {lines}");
    }
    // The measure is called as in the language that was chosen.
    page.wait(
        "document.getElementById('choices').elements.measure.selectedOptions[0].text === 'Collecte centrale'",
    );
}

#[test]
fn a_feed_in_any_encoding_of_unicode_labels_the_controls() {
    let site = Site::start();
    let text = std::fs::read_to_string(dist().join("demo.json")).expect("it is in dist/");
    let marked = format!("\u{feff}{text}");
    let utf16 = |bytes: fn(u16) -> [u8; 2]| marked.encode_utf16().flat_map(bytes).collect::<Vec<_>>();
    for bytes in [marked.clone().into_bytes(), utf16(u16::to_le_bytes), utf16(u16::to_be_bytes)] {
        site.answer("/own.json", Answer::json(bytes));
        let page = at(&site, "?lang=en&feed=own.json");
        page.wait("document.getElementById('choices').elements.measure.options.length > 2");
        page.wait("$('.map [data-country]')");
    }
}

#[test]
fn what_is_no_date_is_refused_in_place() {
    let (_site, page) = open("?lang=en");
    page.wait("document.getElementById('choices').elements.measure.options.length > 1");
    set(&page, "date", "05/2014");
    page.wait("document.getElementById('choices').elements.date.matches(':invalid')");
    page.rest();
    assert!(!piece(&page, "lines").contains("date="));
    set(&page, "date", "2014-05");
    page.wait("host.state.date === '2014-05'");
}

#[test]
fn what_is_done_in_the_preview_is_chosen_too_and_its_link_opens_the_same() {
    let (site, page) = open("?lang=en");
    page.execute("$('.map [data-country=FRA]').dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }))");
    page.wait("host.state.country === 'FRA' && location.search.includes('country=FRA')");
    assert!(piece(&page, "lines").contains("country=\"FRA\""));
    let query = page.eval("location.search");
    let again = at(&site, query.as_str().expect("a text"));
    again.wait("$('[part=profile]')?.dataset.country === 'FRA'");
    assert_eq!(piece(&again, "lines"), piece(&page, "lines"));
}

#[test]
fn the_lines_work_frozen_and_pinned() {
    each_engine("security policies");
    let (site, page) = open("?measure=icse-access&freeze=1&pin=1&url-state=1");
    page.wait("document.querySelector('[data-piece=lines]').textContent.match(/integrity=/g)?.length === 2");
    let lines = piece(&page, "lines");
    assert!(lines.contains(" url-state "), "{lines}");
    // Under no other policy than the one beside them.
    let policy = format!("default-src 'none'; {}", piece(&page, "policy").replace('\n', " "));
    let answer = Answer::html(&html(&lines)).header("Content-Security-Policy", &policy);
    site.answer("/page.html", answer);
    page.look_at("policy-explorer");
    page.go(&site.url("/page.html"));
    ready(&page);
    assert_eq!(page.eval("host.state.measure"), "icse-access");
}

#[test]
fn what_is_preloaded_is_fetched_once() {
    each_engine("preloads");
    if lacks(Ability::PreloadsForFetch) {
        return;
    }
    let (site, page) = open("?lang=fr&preload=1");
    let lines = piece(&page, "lines");
    let files: Vec<&str> =
        lines.split("as=\"fetch\"").skip(1).filter_map(|link| link.split('"').nth(1)).collect();
    assert_eq!(files.len(), 3, "{lines}");
    // Of another origin, of which the browser keeps nothing yet.
    let other = Site::with_page(&lines.replace(site.origin(), ""));
    // As servers send what never changes under its name (hosting.md).
    for path in files.iter().filter_map(|file| file.strip_prefix(site.origin())) {
        let bytes = std::fs::read(dist().join(&path[1..])).expect("it is in dist/");
        let answer = Answer::new("application/octet-stream", bytes);
        other.answer(path, answer.header("Cache-Control", "public, max-age=31536000, immutable"));
    }
    page.look_at("policy-explorer");
    page.go(&other.url("/page.html"));
    ready(&page);
    let asked = other.paths();
    for file in files {
        let path = file.strip_prefix(site.origin()).expect("it is beside the module");
        assert_eq!(asked.iter().filter(|other| *other == path).count(), 1, "{path}: {asked:?}");
    }
    assert_eq!(page.console(), Vec::<String>::new(), "what was asked for ahead is used");
}

#[test]
fn the_frame_shows_the_same_and_is_as_high_as_what_is_in_it() {
    let (site, page) = open("?measure=icse-access&lang=fr&region=europe&width=600");
    let frame = piece(&page, "frame");
    site.answer("/page.html", Answer::html(&html(&frame)));
    page.go(&site.url("/page.html"));
    let inside = "document.querySelector('iframe').contentDocument.querySelector('policy-explorer')";
    page.wait(&format!("Boolean({inside}.summary())"));
    let state =
        page.eval(&format!("(({{ measure, lang, region }}) => [measure, lang, region])({inside}.state)"));
    assert_eq!(state, json!(["icse-access", "fr", "europe"]));
    page.wait("document.querySelector('iframe').clientHeight !== 720");
    assert_eq!(page.eval("document.querySelector('iframe').clientWidth"), json!(600));
    assert_eq!(page.eval("document.querySelector('iframe').title.length > 10"), json!(true));
}

#[test]
fn the_command_names_feed_module_and_view() {
    let (site, page) = open("?feed=demo.json&lang=fr&region=europe+africa");
    let origin = site.origin();
    assert_eq!(
        piece(&page, "command"),
        format!(
            "policy-explorer render demo.json --feed={origin}/demo.json --module={origin}/policy-explorer.js \
             --lang=fr '--region=europe africa' > element.html\n"
        )
    );
}

#[test]
fn a_feed_from_elsewhere_is_not_shown_and_the_page_says_so() {
    let stranger = Site::start();
    let (_site, page) = open(&format!("?feed={}", stranger.url("/demo.json")));
    page.wait("$('[part~=error]') && document.getElementById('elsewhere').checkVisibility()");
    assert!(piece(&page, "lines").contains(&stranger.url("/demo.json")));
    assert_eq!(stranger.paths(), [""; 0], "the stranger was asked");
}

#[test]
fn a_copy_is_in_the_clipboard_or_selected_and_said() {
    let (_site, page) = open("");
    page.execute("document.querySelector('[data-copy=lines]').focus()");
    page.press("Enter");
    page.wait("document.getElementById('said').textContent");
    // Not every browser lets a test read what was copied.
    let taken = "(said.textContent === said.dataset.copied ? navigator.clipboard.readText().catch(() => null) : String(getSelection()))";
    let taken = page.eval(&format!("(async (said) => {taken})(document.getElementById('said'))"));
    if let Some(taken) = taken.as_str() {
        assert_eq!(taken.trim_end(), piece(&page, "lines").trim_end());
    }
}

#[test]
fn the_example_page_is_accessible_at_any_width_and_in_both_themes() {
    let site = Site::start();
    for (width, scheme) in [(320, Scheme::Light), (1280, Scheme::Dark)] {
        let page = Page::blank();
        page.resize(width, 800);
        page.prefer(scheme);
        page.go(&site.url("/index.html"));
        ready(&page);
        page.look_at("#preview policy-explorer");
        page.execute("document.querySelector('#preview').scrollIntoView()");
        page.wait("$('.map [data-country]')");
        assert_eq!(page.axe(), "", "{width}");
        assert_eq!(page.eval(SIDEWAYS), json!(0), "{width}");
        page.go(&site.url("/findings.html"));
        assert_eq!(page.axe(), "", "findings at {width}");
        assert_eq!(page.eval(SIDEWAYS), json!(0), "findings at {width}");
    }
}

#[test]
fn no_link_of_the_example_page_leads_nowhere() {
    for name in ["index.html", "findings.html"] {
        let text = std::fs::read_to_string(dist().join(name)).expect("it is in dist/");
        for link in text.split(" href=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
            let (file, anchor) = link.split_once('#').unwrap_or((link, ""));
            let file = if file.is_empty() { name } else { file };
            let target =
                std::fs::read_to_string(dist().join(file)).unwrap_or_else(|error| panic!("{link}: {error}"));
            assert!(anchor.is_empty() || target.contains(&format!(" id=\"{anchor}\"")), "{name}: {link}");
        }
    }
}
