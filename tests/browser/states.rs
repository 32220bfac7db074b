//! The states that a reader can come to with a small feed, under a date that does not move: what `scenes` shows of the real
//! feed changes with it, these stay as they are, so that their trees can be committed and their every stop counted.

use crate::harness::page::Page;
use crate::harness::site::{Answer, Site, page};
use serde_json::{Value, json};

/// A state of the widget.
pub struct State {
    pub name: &'static str,
    /// Attributes of the element.
    pub attributes: &'static str,
    /// What is done to come to it, after the first view is there.
    pub acts: &'static str,
    /// What is true once it is there.
    pub shown: &'static str,
    /// The part that it is about.
    pub part: &'static str,
}

/// What the widget has to show.
const fn state(
    name: &'static str,
    attributes: &'static str,
    acts: &'static str,
    shown: &'static str,
    part: &'static str,
) -> State {
    State { name, attributes, acts, shown, part }
}

const TYPE: &str = "const field = $('.search input'); field.focus(); field.value = TEXT;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));";

/// All of them.
pub const STATES: [State; 24] = [
    state("map", "measure='access'", "", "$('.map [data-country]')", ".pe"),
    state("tiles", "projection='tiles'", "", "$('.map[data-form=tiles] [data-country]')", ".map"),
    state("globe", "projection='globe'", "", "$('.map[data-form=globe] [data-country]')", ".zoom"),
    state("table", "measure='access' view='table'", "", "$('.table tbody tr')", ".view"),
    state("trend", "measure='access' view='trend'", "$('.fold').click()", "$('.trend-table')", ".trend"),
    state("changes", "measure='access' view='changes'", "", "$('.changes li')", ".changes"),
    state("profile", "country='FRA' measure='access'", "", "$('.profile .claim')", ".profile"),
    state("compare", "compare='FRA KEN'", "", "$('.compared')", ".compare"),
    state("compared", "compare='FRA KEN'", "", "$('.compared')", ".compared-line"),
    state("cite", "", "$('[data-offer=cite]').click()", "$('[data-offered=cite]')", ".share"),
    state("download", "", "$('[data-offer=download]').click()", "$('[data-offered=download]')", ".share"),
    state("embed", "", "$('[data-offer=embed]').click()", "$('[data-offered=embed] pre')", ".share"),
    state("link", "", "$('[data-offer=link]').click()", "$('[data-offered=link] pre')", ".share"),
    state(
        "countries",
        "region='europe' status='partial'",
        "$('[data-menu=countries]').click()",
        "$('.chip') && $('.options')",
        ".top",
    ),
    state("more", "measure='access'", "$('[data-menu=more]').click()", "$('.options')", ".controls"),
    state("about", "measure='access'", "$('[data-menu=about]').click()", "$('.explained')", ".about"),
    state("nobody", "region='africa' group='eu'", "", "$('.nobody')", ".filters"),
    state("search", "", "TYPE 'fra'", "$('[role=option]')", ".search"),
    state("nothing found", "", "TYPE 'atlantis'", "$('.found button')", ".search"),
    state("against", "measure='access' against='2015'", "", "$('[data-change]')", ".legend"),
    state("known", "measure='access' known='2016'", "", "$('[data-clock=known]')", ".timeline"),
    state("demo", "feed='demo'", "", "$('.notice.demo')", ".notice"),
    state("faults", "feed='faulty'", "$('.notice details').open = true", "$('.faults')", ".notice"),
    state("error", "feed='broken'", "", "$('[part=error]')", ".pe"),
];

/// What all states are of, unless they say otherwise.
pub const DATE: &str = "2024-06-01";

/// The small feed, and worse versions of it.
pub fn site() -> Site {
    let site = Site::start();
    let feed = || -> Value { serde_json::from_str(include_str!("accessibility/feed.json")).expect("JSON") };
    let (mut demo, mut faulty) = (feed(), feed());
    demo["demo"] = json!(true);
    faulty["members"][0]["country"] = json!("France");
    faulty["records"][3]["date"] = json!("long ago");
    for (name, body) in [("own", feed()), ("demo", demo), ("faulty", faulty)] {
        site.answer(&format!("/{name}"), Answer::json(body.to_string()));
    }
    site.answer("/broken", Answer::json("not JSON"));
    site
}

/// Opens a state in a language.
pub fn open(site: &Site, page: &Page, state: &State, lang: &str) {
    let feed = if state.attributes.contains("feed=") { "" } else { "feed='own'" };
    let body = format!(
        "<script type='module' src='policy-explorer.js'></script>
         <policy-explorer lang='{lang}' date='{DATE}' {feed} {}></policy-explorer>",
        state.attributes
    );
    site.answer("/page.html", Answer::html(&self::page(&body)));
    page.go(&site.url("/page.html"));
    page.wait("performance.getEntriesByName('policy-explorer:ready').length || $('[part=error]')");
    act(page, state.acts);
    page.wait(state.shown);
    // Flights have come to rest, and what follows the first picture is there.
    page.rest();
}

/// Puts what a state shows into another language.
pub fn speak(page: &Page, state: &State, lang: &str) {
    page.execute(&format!("host.lang = '{lang}'"));
    page.wait(&format!("$('.pe').lang === '{lang}'"));
    page.wait(state.shown);
    page.rest();
}

/// Does what a state asks for, as soon as that is there to be done.
pub fn act(page: &Page, acts: &str) {
    let acts = match acts.strip_prefix("TYPE ") {
        Some(text) => TYPE.replace("TEXT", text),
        None => acts.to_owned(),
    };
    for late in [".fold", ".notice details"].iter().filter(|late| acts.contains(**late)) {
        page.wait(&format!("$('{late}')"));
    }
    page.execute(&acts);
}
