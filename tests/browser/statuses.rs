//! The statuses on map, globe and tiles, in the picture, the table and `summary()` are those that a second, naive
//! reading of the same feed gives, at several dates and as known on several days: each date with one of the days; every pair is
//! looked at without a browser (`tests/native/views.rs`), and here by `--everywhere`.

use crate::harness::ability::every_one;
use crate::harness::page::Page;
use crate::harness::site::{Answer, Site};
use crate::widget::{embed, ready};
use serde_json::{Value, json};

/// The contract's rules once more, over the raw JSON: `expected(feed, measure, date, known)` gives pairs of
/// country and status id.
const NAIVE: &str = "
    const first = (date) => (date + '-01-01').slice(0, 10);
    const last = (date) => {
        const [year, month, day] = date.split('-').map(Number);
        if (day) return date;
        const end = new Date(Date.UTC(year, month || 12, 0));
        return end.toISOString().slice(0, 10);
    };
    const inForce = (feed, country, measure, date, known) => feed.records
        .filter((record) => record.country === country && record.measure === measure)
        .filter((record) => first(record.date) <= last(date))
        .filter((record) => known
            ? !(record.recorded && first(record.recorded) > last(known)) &&
              !(record.withdrawn && first(record.withdrawn) <= last(known))
            : !record.withdrawn)
        .reduce((newest, record) => !newest || first(record.date) >= first(newest.date) ? record : newest, null);
    const highest = (feed) => Math.max(...feed.scale.map(({ rank }) => rank ?? -Infinity));
    const status = (feed, member, measure, date, known) => {
        if (member.joined && first(member.joined) > last(date)) return 'not-a-member';
        if (member.left && first(member.left) <= last(date)) return 'not-a-member';
        if (measure !== 'overall') return inForce(feed, member.country, measure, date, known)?.status ?? 'unknown';
        const all = feed.measures.map(({ id }) => inForce(feed, member.country, id, date, known)).filter(Boolean);
        if (!all.length) return 'unknown';
        const top = feed.scale.filter(({ rank }) => rank === highest(feed)).map(({ id }) => id);
        return `${all.filter(({ status }) => top.includes(status)).length}-of-${feed.measures.length}`;
    };
    window.expected = (feed, measure, date, known) =>
        feed.members.map((member) => [member.country, status(feed, member, measure, date, known)]);
    window.differences = async (feed, measure, date, known) => {
        const wanted = new Map(expected(feed, measure, date, known));
        const wrong = [];
        const compare = (where, shown) => {
            for (const [country, status] of wanted) {
                const found = shown.get(country);
                if (found === undefined && (where === 'map' || status === 'not-a-member')) {
                    if (where === 'map' && status !== 'not-a-member') wrong.push(`${where} lacks ${country}`);
                    continue;
                }
                if (found !== status) wrong.push(`${where} ${country}: ${found}, not ${status}`);
            }
            for (const country of shown.keys()) if (!wanted.has(country)) wrong.push(`${where} has ${country}`);
        };
        const items = $$('.map [data-country]');
        const statuses = (items) => new Map(items.map(({ dataset }) => [dataset.country, dataset.status]));
        if (items.length) {
            compare('map', statuses(items));
            const picture = new DOMParser().parseFromString(await host.toSVG(), 'image/svg+xml');
            compare('map', statuses([...picture.querySelectorAll('path[data-country]')]));
        }
        const rows = $$('tbody tr[data-country]');
        if (rows.length) compare('table', new Map(rows.map((row) =>
            [row.dataset.country, row.querySelector(`td[data-column='${measure}']`).dataset.status])));
        if (!items.length && !rows.length) wrong.push('nothing is shown');
        const { counts, total } = host.summary();
        const isBlank = known && feed.records.length > 0 &&
            feed.records.every(({ recorded }) => recorded && first(recorded) > last(known));
        if (Boolean(isBlank) === Object.keys(counts).length > 0) wrong.push('counts of a day without a record');
        const count = (id) => [...wanted.values()].filter((status) => status === id).length;
        for (const [id, number] of Object.entries(counts)) {
            if (number !== count(id)) wrong.push(`summary ${id}: ${number}, not ${count(id)}`);
            const entry = $(`.legend [data-status='${id}'] b`);
            if (entry && Number(entry.textContent) !== number) wrong.push(`legend ${id}: ${entry.textContent}`);
        }
        if (total !== wanted.size - count('not-a-member')) wrong.push(`total ${total}`);
        return wrong;
    };";

/// The harness's `$` and `host` are arguments of each script; the functions above take them from here.
fn prepare(page: &Page) {
    page.execute(
        "window.host = document.querySelector('policy-explorer');
         window.$ = (selector) => host.shadowRoot.querySelector(selector);
         window.$$ = (selector) => [...host.shadowRoot.querySelectorAll(selector)];",
    );
    page.execute(NAIVE);
}

const VIEWS: [(&str, &str); 4] =
    [("map", "equal-earth"), ("map", "tiles"), ("map", "globe"), ("table", "equal-earth")];

/// Whether the map is drawn so; true where there is none.
fn drawn(projection: &str) -> String {
    let form = if projection == "equal-earth" { "map" } else { projection };
    format!("!$('.map') || $('.map').dataset.form === '{form}'")
}

fn check(site: &Site, feed: &str, dates: &[&str], known: &[&str]) {
    let page = Page::open(&site.url("/page.html"));
    ready(&page);
    prepare(&page);
    let measures = page.eval(&format!(
        "fetch('{feed}').then((answer) => answer.json()).then((feed) => {{
            window.feed = feed; return ['overall', ...feed.measures.map(({{ id }}) => id)]; }})"
    ));
    let measures: Vec<String> = serde_json::from_value(measures).expect("ids");
    let mut compared = 0;
    for (view, projection) in VIEWS {
        for measure in &measures {
            for (dated, date) in dates.iter().enumerate() {
                for (_, known) in known.iter().enumerate().filter(|(place, _)| every_one() || *place == dated)
                {
                    let state = json!({"measure": measure, "date": date, "known": known, "view": view, "projection": projection});
                    page.execute(&format!("host.state = {state}"));
                    page.wait(&format!(
                        "$('[part~={view}]') && host.summary().date === '{date}' && ({})",
                        drawn(projection)
                    ));
                    let known = if known.is_empty() { Value::Null } else { json!(known) };
                    page.becomes(
                        &format!(
                            "differences(feed, '{measure}', '{date}', {known}) /* {feed} {projection} {view} */"
                        ),
                        json!([]),
                    );
                    compared += 1;
                }
            }
        }
    }
    let asked = if every_one() { known.len() } else { 1 };
    assert_eq!(compared, measures.len() * dates.len() * asked * VIEWS.len());
}

#[test]
fn real_feed_shows_what_a_naive_reading_gives() {
    let site = Site::with_page(&embed(""));
    check(&site, "feed.json", &["2009", "2013-06", "2026-11-24"], &["", "2026-11-23", "2027"]);
}

#[test]
fn demo_shows_what_a_naive_reading_gives() {
    let site = Site::with_page(&embed("").replace("feed.json", "demo.json"));
    check(&site, "demo.json", &["2003-02", "2015", "2026-11-24"], &["", "2012-05", "2020-01-01"]);
}

#[test]
fn a_member_without_a_shape_is_in_the_table_and_counted() {
    let feed = json!({
        "version": "1.0",
        "scale": [{"id": "yes", "label": "yes", "rank": 1}],
        "measures": [{"id": "m", "title": "M"}],
        "members": [{"country": "FRA"}, {"country": "QQQ", "name": "Nowhere"}],
        "records": [{"country": "QQQ", "measure": "m", "status": "yes", "date": "2020",
                     "evidence": [{"url": "https://example.org/", "title": "T"}]}],
    });
    let site = Site::with_page(&embed("measure='m'").replace("feed.json", "own.json"));
    site.answer("/own.json", Answer::json(feed.to_string()));
    let page = Page::open(&site.url("/page.html"));
    ready(&page);
    assert_eq!(page.count(".map [data-country]"), 1);
    assert_eq!(
        page.eval("host.summary()"),
        json!({"date": page.eval("host.summary().date"), "measure": "m",
        "counts": {"yes": 1, "unknown": 1}, "total": 2})
    );
    page.execute("host.state = { view: 'table' }");
    page.wait("$('tr[data-country=QQQ]')");
    assert!(page.text("tr[data-country=QQQ]").contains("Nowhere"));
}
