//! The timeline: a line of dates with a hand for the viewed date and one for the earlier date to compare with;
//! below it, kept apart, the line of what was known when. Time runs from left to right in every language.

use super::part::Part;
use super::{button, opener, pressable, span};
use crate::date::Date;
use crate::markup::{Hears, Html, On, each, filled, heard, list, node, nodes, nothing, said, text};
use crate::message::Phrase;
use crate::model::menu::Menu;
use crate::model::time::{Hand, Line, TimeAct, position};
use crate::model::{Msg, Shown};
use crate::scene::number::px;
use crate::scene::timeline::{Mark, Scale, Timeline};

pub fn draw(part: &Part) -> Html {
    let timeline = part.shown.view.timeline.as_ref().filter(|_| part.shown.query.shows("timeline"));
    let opener = if part.shown.query.shows("timeline") || part.shown.query.shows("zoom") {
        opener(part, Menu::More, said(&part.messages, Phrase::more_options))
    } else {
        nothing()
    };
    let more = if part.menu == Some(Menu::More) { part.options.0(part) } else { nothing() };
    let row = match timeline {
        Some(timeline) => dated(part, timeline, opener),
        None => node!("div", "class" = "bare" => opener),
    };
    node!("div", "class" = "controls" => [row, more])
}

fn dated(part: &Part, timeline: &Timeline, opener: Html) -> Html {
    let Part { shown, messages, .. } = part;
    let query = &shown.query;
    let scale = timeline.known.filter(|_| query.clock.known.is_some());
    let known = scale.map(|scale| {
        node!("div", "class" = "clock", "data-clock" = "known" => [
            line(part, &scale, None),
            node!("div", "class" = "dates" => field(part, Hand::Known, Phrase::date_known)),
        ])
    });
    let against = query.against.map(|_| field(part, Hand::Against, Phrase::date_against));
    let rule = query
        .against
        .map(|_| node!("p", "id" = "date-rule", "class" = "rule" => said(messages, Phrase::date_rule)));
    // Today's date says nothing of how new the data is.
    let data = undated(shown).map(|date| {
        let text = text(&messages.dated(Phrase::date_data, date));
        node!("p", "id" = "date-data", "class" = "rule" => text)
    });
    let wrong = shown.time.misdated.map(|_| {
        let text = said(messages, Phrase::date_wrong);
        node!("p", "id" = "date-wrong", "class" = "wrong", "role" = "alert" => text)
    });
    let dates = if against.is_some() { "2" } else { "1" };
    node!(
        "div", "class" = "timeline", "part" = "timeline", "role" = "group";
        "aria-label" = (messages, Phrase::timeline)
        => [
            node!("div", "class" = "clock", "data-clock" = "date"; "data-dates" = dates => [
                play(part),
                line(part, &timeline.scale, Some(timeline)),
                node!("div", "class" = "dates" => [
                    field(part, Hand::Date, Phrase::date_viewed),
                    against.unwrap_or_else(nothing),
                ]),
                opener,
            ]),
            data.unwrap_or_else(nothing),
            rule.unwrap_or_else(nothing),
            known.unwrap_or_else(nothing),
            wrong.unwrap_or_else(nothing),
            ends(part),
        ]
    )
}

/// When the data was updated that is shown as of today.
fn undated(shown: &Shown) -> Option<Date> {
    let query = &shown.query;
    shown.feed.value.published.filter(|_| query.date.is_none() && query.clock.known.is_none())
}

/// The button that runs through the dates.
fn play(part: &Part) -> Html {
    let Part { shown, messages, .. } = part;
    let (sign, name) = if shown.time.playing { ("❚❚", Phrase::pause) } else { ("▶", Phrase::play) };
    let play = node!(
        "button", "type" = "button", "class" = "play", "data-kind" = "button";
        "aria-label" = (messages, name)
        => text(sign)
    );
    pressable(play, Msg::Time(TimeAct::Play))
}

/// The buttons that end a comparison and a look back.
fn ends(part: &Part) -> Html {
    let Part { shown, messages, .. } = part;
    let mut ends = Vec::new();
    let mut end = |is_on: bool, phrase, hand| {
        if is_on {
            ends.push(button("link", said(messages, phrase), Msg::Time(TimeAct::End(hand))));
        }
    };
    end(shown.query.against.is_some(), Phrase::end_against, Hand::Against);
    end(shown.query.clock.known.is_some(), Phrase::end_known, Hand::Known);
    if ends.is_empty() { nothing() } else { node!("div", "class" = "clocks" => list(ends)) }
}

/// A date as it is typed.
fn field(part: &Part, hand: Hand, label: Phrase) -> Html {
    let Part { shown, messages, .. } = part;
    let value = match hand {
        Hand::Date => shown.query.date,
        Hand::Against => shown.query.against,
        Hand::Known => shown.query.clock.known,
    };
    let is_wrong = shown.time.misdated == Some(hand);
    let described = match hand {
        _ if is_wrong => Some("date-wrong"),
        Hand::Date => undated(shown).map(|_| "date-data"),
        Hand::Against => Some("date-rule"),
        Hand::Known => None,
    };
    let field = node!(
        "input",
        "type" = "text",
        "inputmode" = "numeric",
        "autocomplete" = "off",
        "spellcheck" = "false",
        "size" = "11",
        "dir" = "ltr";
        "data-hand" = name(hand),
        "placeholder" = (messages, Phrase::today),
        "title" = (messages, Phrase::date_form),
        "aria-invalid" = is_wrong.then_some("true"),
        "aria-describedby" = described
    );
    let field =
        filled(value.map(|date| date.to_string()), heard(vec![(On::Change, Hears::Date(hand))], field));
    node!("label", "class" = "date" => [span("date-label", said(messages, label)), field])
}

fn name(hand: Hand) -> &'static str {
    hand.field().name()
}

/// Where the years stand below the line, by the size of their letters; all else on it by that of the line.
const YEARS: &str = "4.2em";

/// A line with its hands; with a timeline, that of the world's dates.
fn line(part: &Part, scale: &Scale, timeline: Option<&Timeline>) -> Html {
    let query = &part.shown.query;
    let hand = |hand, label| self::hand(part, scale, hand, label);
    let (hands, from, to) = match (timeline, query.against) {
        (Some(_), Some(against)) => (
            vec![hand(Hand::Against, Phrase::date_against), hand(Hand::Date, Phrase::date_viewed)],
            place(scale, against),
            place(scale, query.clock.date),
        ),
        (Some(_), None) => {
            let hands = vec![nothing(), hand(Hand::Date, Phrase::date_viewed)];
            (hands, percent(0.0), place(scale, query.clock.date))
        }
        (None, _) => {
            let first = word("year", 0.0, YEARS, &part.messages.date(scale.first()));
            let hands = vec![first, hand(Hand::Known, Phrase::date_known)];
            (hands, percent(0.0), place(scale, position(&part.shown, Hand::Known)))
        }
    };
    let line = node!("svg", "class" = "line" => [
        node!("line", "class" = "rail", "x1" = "0", "x2" = "100%", "y1" = "2.6em", "y2" = "2.6em"),
        node!("line", "class" = "run", "y1" = "2.6em", "y2" = "2.6em"; "x1" = from, "x2" = to),
        timeline.map_or_else(nothing, marks),
        list(hands),
    ]);
    let whose = if timeline.is_some() { Line::Date } else { Line::Known };
    let pointer = [On::PointerDown, On::PointerMove].map(|on| (on, Hears::Line(whose)));
    let let_go = [On::PointerUp, On::PointerCancel].map(|on| (on, Hears::Means(Msg::Time(TimeAct::Release))));
    heard(pointer.into_iter().chain(let_go).collect(), line)
}

/// Where a date is on its line.
fn place(scale: &Scale, date: Date) -> String {
    percent(scale.share(date.last_day()))
}

/// What stands on the line of the world's dates.
fn marks(timeline: &Timeline) -> Html {
    let ticks: String = timeline.ticks.iter().map(|&at| format!("M{} 0v6", px(at * 1000.0))).collect();
    let scale = node!(
        "svg",
        "viewBox" = "0 0 1000 6",
        "preserveAspectRatio" = "none",
        "y" = "1.7em",
        "width" = "100%",
        "height" = "0.6em",
        "aria-hidden" = "true"
        => node!("path", "class" = "tick"; "d" = ticks)
    );
    let written = |(text, at): &(String, f64)| word("adopted", *at, "0.75em", text);
    let today = |at: f64| {
        let at = percent(at);
        node!("line", "class" = "mark", "data-kind" = "today", "y1" = "1.8em", "y2" = "3.4em"; "x1" = &at, "x2" = &at)
    };
    nodes![
        scale,
        each(&timeline.milestones, &|item| mark(item, "milestone")),
        timeline.adopted.as_ref().map_or_else(nothing, |item| mark(item, "adopted")),
        timeline.adopted_word.as_ref().map_or_else(nothing, written),
        timeline.today.map_or_else(nothing, today),
        each(&timeline.years, &|(year, at)| word("year", *at, YEARS, year)),
    ]
}

fn mark(mark: &Mark, kind: &'static str) -> Html {
    let at = percent(mark.at);
    node!(
        "line", "class" = "mark", "y1" = "1.2em", "y2" = "2.6em"; "data-kind" = kind, "x1" = &at, "x2" = &at
        => node!("title" => text(&mark.label))
    )
}

/// A word whose middle is at a place of the line; at its very beginning it begins there.
fn word(kind: &'static str, at: f64, y: &'static str, word: &str) -> Html {
    let anchor = if at > 0.0 { "middle" } else { "start" };
    node!("text", "aria-hidden" = "true"; "data-kind" = kind, "x" = percent(at), "y" = y, "text-anchor" = anchor => text(word))
}

fn hand(part: &Part, scale: &Scale, hand: Hand, label: Phrase) -> Html {
    let Part { shown, messages, .. } = part;
    let date = position(shown, hand);
    let at = &place(scale, date);
    let is_now = date == shown.today;
    let words = if is_now { messages.say(Phrase::today).to_owned() } else { messages.date(date) };
    let now = px((scale.share(date.last_day()) * 1000.0).round());
    let hold = node!(
        "g", "class" = "hand", "role" = "slider", "tabindex" = "0", "aria-valuemin" = "0", "aria-valuemax" = "1000";
        "data-hand" = name(hand),
        "aria-label" = (messages, label),
        "aria-valuenow" = now,
        "aria-valuetext" = words
        => [
            node!("circle", "class" = "reach", "cy" = "2.6em", "r" = "16"; "cx" = at),
            node!("circle", "class" = "halo", "cy" = "2.6em", "r" = "1.1em"; "cx" = at),
            node!("circle", "class" = "knob", "cy" = "2.6em", "r" = "0.7em"; "cx" = at),
        ]
    );
    heard(vec![(On::KeyDown, Hears::Hand(hand))], hold)
}

fn percent(share: f64) -> String {
    format!("{}%", px(share * 100.0))
}
