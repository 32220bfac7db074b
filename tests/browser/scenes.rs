//! Everything that a reader may see of the widget, by name: each view, each panel, each state. What must hold
//! everywhere is tested on this list, and `cargo xtask look` takes its pictures.

use std::time::Duration;

use crate::harness::page::Page;
use crate::harness::site::{Answer, Site, dist, page_in};

/// Something to see.
pub struct Scene {
    pub name: &'static str,
    /// Attributes of the element.
    attributes: &'static str,
    feed: Feed,
    /// Statements that do what a reader does, once the first view is painted.
    act: &'static str,
    /// True of the page as soon as all of it shows.
    shown: &'static str,
}

/// What the element loads.
#[derive(Clone, Copy)]
enum Feed {
    Real,
    Demo,
    /// It never arrives.
    Awaited,
    /// It is not there.
    Missing,
    /// It has parts that are skipped.
    Faulty,
}

/// A view of the real feed.
const fn view(name: &'static str, attributes: &'static str, shown: &'static str) -> Scene {
    Scene { name, attributes, feed: Feed::Real, act: "", shown }
}

/// What a press on the map's view opens.
const fn opened(name: &'static str, act: &'static str, shown: &'static str) -> Scene {
    Scene { name, attributes: "measure='icse-access'", feed: Feed::Real, act, shown }
}

/// A state of the map's view that the feed brings about.
const fn state(name: &'static str, feed: Feed, shown: &'static str) -> Scene {
    Scene { name, attributes: "", feed, act: "", shown }
}

const MAP: &str = "$('.map [data-country]')";

pub const SCENES: [Scene; 25] = [
    view("map", "measure='icse-access'", MAP),
    view("overall", "", MAP),
    view("filtered", "region='africa' status='unknown'", "$('.filters')"),
    view("against", "measure='icse-access' against='2015' known='2026-11-20'", MAP),
    view("near", "camera='48 12 6'", "$('.map[data-zoomed] .lettering text')"),
    view("globe", "projection='globe' measure='icse-access'", "$('.map[data-form=globe] [data-country]')"),
    view("tiles", "projection='tiles'", "$('.map[data-form=tiles] [data-country]')"),
    view("table", "view='table' measure='icse-access'", "$('[part~=table] [data-country]')"),
    view("trend", "view='trend' measure='icse-access'", "$('[part~=trend]')"),
    view("changes", "view='changes' against='2012'", "$('.changes')"),
    view("profile", "country='BRA'", "$('[part~=profile][data-country=BRA]')"),
    view("compare", "compare='COD GBR USA VEN'", "$('[part~=compare], .compare')"),
    opened("countries", "$('[data-menu=countries]').click()", "$('[data-choice=countries] .options')"),
    opened("more", "$('[data-menu=more]').click()", "$('.controls .options')"),
    opened("measures", "$('[data-menu=measure]').click()", "$('[data-menu=measure][aria-expanded=true]')"),
    opened("about", "$('[data-menu=about]').click()", "$('.explained')"),
    opened(
        "search",
        "const field = $('.search input'); if (!field.checkVisibility()) $('[data-menu=countries]').click(); field.focus(); field.value = 'a'; field.dispatchEvent(new Event('input', { bubbles: true, composed: true }))",
        "$('.search [role=option]')?.checkVisibility()",
    ),
    opened("cite", "$('[data-offer=cite]').click()", "$('[data-offered=cite]')"),
    opened("download", "$('[data-offer=download]').click()", "$('[data-offered=download]')"),
    opened("embed", "$('[data-offer=embed]').click()", "$('[data-offered=embed]')"),
    opened("report", "$('[data-offer=report]').click()", "$('[data-offered=report]')"),
    state("demo", Feed::Demo, MAP),
    state("loading", Feed::Awaited, "$('.pe')"),
    state("error", Feed::Missing, "$('[part~=error]')"),
    state("faults", Feed::Faulty, "$('[part~=notice]')"),
];

impl Scene {
    /// Opens it in a page of a language, and returns when all of it shows.
    pub fn show(&self, page: &Page, site: &Site, lang: &str) {
        let body = format!(
            "<script type='module' src='policy-explorer.js'></script>\
             <policy-explorer feed='{}.json' {}></policy-explorer>",
            self.name, self.attributes
        );
        site.answer("/scene.html", Answer::html(&page_in(lang, &body)));
        site.answer(&format!("/{}.json", self.name), self.feed.answer());
        page.go(&site.url("/scene.html"));
        if !matches!(self.feed, Feed::Awaited | Feed::Missing) {
            page.wait("performance.getEntriesByName('policy-explorer:ready').length");
        }
        page.execute(self.act);
        page.wait(self.shown);
    }

    /// Puts the page, and with it the scene that it shows, into a language.
    pub fn speak(&self, page: &Page, lang: &str) {
        page.execute(&format!("document.documentElement.lang = '{lang}'"));
        page.wait(&format!("$('.pe').lang === '{lang}'"));
        page.wait(self.shown);
    }
}

impl Feed {
    fn answer(self) -> Answer {
        let shipped =
            |name: &str| std::fs::read_to_string(dist().join(name)).expect("a build has both feeds");
        match self {
            Self::Real => Answer::json(shipped("feed.json")),
            Self::Demo => Answer::json(shipped("demo.json")),
            Self::Awaited => Answer::json(shipped("feed.json")).delay(Duration::from_secs(3600)),
            Self::Missing => Answer::html("gone").status(404),
            Self::Faulty => {
                let unknown =
                    shipped("feed.json").replacen(r#""measure":"icse-access""#, r#""measure":"none""#, 3);
                Answer::json(unknown)
            }
        }
    }
}
