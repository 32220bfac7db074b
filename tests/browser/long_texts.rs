//! A feed whose texts are as long as publishers make them, in one script alone: sentences of 200 letters, 40 measures, 60
//! groups, names of 60 letters, no short name. Nothing lies over anything, nothing is cut off or scrolls sideways, and
//! the map is on the first screen.

use crate::harness::ability::{each_engine, telling};
use crate::harness::page::Page;
use crate::harness::site::{Answer, Site};
use crate::layout::unfit;
use crate::widget::{embed, ready};
use serde_json::{Value, json};

/// Invented Greek words, as many as have so many letters.
fn words(letters: usize) -> Value {
    let words = ["επινοημένο", "κείμενο", "για", "δοκιμή", "και", "τίποτε", "άλλο"];
    let mut text = String::new();
    for word in words.into_iter().cycle() {
        if text.chars().count() + word.chars().count() > letters {
            break;
        }
        text.push_str(word);
        text.push(' ');
    }
    json!({"el": text.trim_end()})
}

fn feed() -> Value {
    let table = std::fs::read_to_string("data/hanoi-2011/members.csv").expect("the members");
    let codes: Vec<&str> = table.lines().skip(1).map(|line| &line[..3]).collect();
    let status = |rank: usize| json!({"id": format!("s{rank}"), "label": words(30), "rank": rank});
    let measure = |number: usize| {
        json!({"id": format!("m{number}"), "clause": number + 1, "force": words(30), "title": words(60), "predicate": words(200),
            "summary": words(600), "criteria": {"s2": words(200)}})
    };
    let group = |number: usize| {
        json!({"id": format!("g{number}"), "label": words(60), "members": [{"country": codes[number]}],
            "evidence": [{"url": "https://example.org/g", "title": words(60)}]})
    };
    let member = |(place, code): (usize, &&str)| json!({"country": code, "region": format!("r{}", place % 5), "name": words(60)});
    let record = |(place, code): (usize, &&str)| {
        json!({"country": code, "measure": format!("m{}", place % 40), "status": format!("s{}", place % 3), "date": "2014-05",
            "recorded": "2026-11-20", "note": words(200),
            "evidence": [{"url": "https://example.org/r", "title": words(200), "publisher": words(60)}]})
    };
    json!({
        "version": "1.0", "id": "long", "demo": true, "title": words(60), "published": "2026-11-24T08:00:00Z",
        "publisher": {"name": words(60), "url": "https://example.org"},
        "policy": {"title": words(200), "body": words(60), "adopted": "2011-11-03", "place": words(30), "summary": words(600)},
        "scale": (0..3).map(status).collect::<Vec<_>>(),
        "regions": (0..5).map(|number| json!({"id": format!("r{number}"), "label": words(60)})).collect::<Vec<_>>(),
        "groups": (0..60).map(group).collect::<Vec<_>>(),
        "measures": (0..40).map(measure).collect::<Vec<_>>(),
        "members": codes.iter().enumerate().map(member).collect::<Vec<_>>(),
        "records": codes.iter().enumerate().map(record).collect::<Vec<_>>(),
    })
}

/// What is shown in turn: what the host says, what is pressed, and what is there then.
const SHOWN: [(&str, &str, &str); 9] = [
    ("measure: 'm1'", "", "$('.map [data-country]')"),
    ("measure: 'm1', region: 'r1', group: 'g1 g2'", "countries", "$('.choices [data-kind=choice]')"),
    ("", "more", "$('.controls .options')"),
    ("", "about", "$('.explained')"),
    ("view: 'table', measure: 'm1'", "", "$('.table tbody tr')"),
    ("view: 'trend', measure: 'm1'", "", "$('.chart')"),
    ("view: 'changes', measure: 'm1'", "", "$('.change')"),
    ("country: 'AFG'", "", "$('.profile .claim')"),
    ("compare: 'AFG ALB'", "", "$('.compared tbody')"),
];

fn check(page: &Page) -> Vec<String> {
    let mut wrong = Vec::new();
    for (state, menu, there) in SHOWN {
        page.execute("$('.opener[aria-expanded=true]')?.click()");
        page.execute(&format!(
            "host.state = {{ measure: '', region: '', group: '', view: '', country: '', compare: '', {state} }}"
        ));
        if !menu.is_empty() {
            page.execute(&format!("$('[data-menu={menu}]').click()"));
        }
        page.wait(there);
        page.rest();
        let found = unfit(page);
        if !found.is_empty() {
            wrong.push(format!("{state} {menu}: {found}"));
        }
    }
    wrong
}

#[test]
fn long_texts_lie_over_nothing_and_leave_the_map_on_the_first_screen() {
    each_engine("layout");
    let site = Site::with_page(&embed("lang='el'"));
    site.answer("/feed.json", Answer::json(feed().to_string()));
    let page = Page::blank();
    page.be_still();
    let mut wrong = Vec::new();
    page.go(&site.url("/page.html"));
    ready(&page);
    for &(width, height) in telling(&[(240, 640), (1280, 800), (320, 640), (390, 844)], 2) {
        page.resize(width.max(320), height);
        // Windows are not narrower than 320 px in every engine; a place in a page may be.
        page.execute(&format!("host.style.display = 'block'; host.style.width = 'min(100%, {width}px)'"));
        page.execute("host.state = { measure: 'm1', country: '', view: '', compare: '' }");
        page.rest();
        let end =
            page.eval("$('.map svg').getBoundingClientRect().bottom - host.getBoundingClientRect().top");
        if end.as_f64().is_none_or(|end| end > f64::from(height)) {
            wrong.push(format!("at {width} px the map ends at {end}"));
        }
        wrong.extend(check(&page).into_iter().map(|found| format!("at {width} px, {found}")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
