//! What changed, newest first, in sentences: in the world, and apart from it in the feed.

use super::super::app::Part;
use super::{Pressed, button, heading, p, piece, span, tile, words};
use crate::changes::{Changes, Line};
use crate::date::Date;
use crate::message::Phrase;
use crate::model::place::{List, Turn};
use yew::prelude::*;

/// How many changes are listed at first, and how many more at each press.
const LISTED: usize = 200;

pub fn draw(part: &Part) -> Html {
    let Part { shown, messages, .. } = part;
    let changes = shown.changes();
    let names = &shown.names;
    let world = changes
        .world
        .iter()
        .take(listed(part, List::World))
        .map(|change| changes.line(messages, names, change))
        .collect();
    let acts: Vec<_> = changes
        .feed
        .iter()
        .take(listed(part, List::Feed))
        .map(|act| changes.act(messages, names, act))
        .collect();
    let old = |list| listed(part, list) - LISTED;
    let added = acts.iter().take(old(List::Feed)).map(Vec::len).sum();
    let feed = acts.into_iter().flatten().collect();
    let note = p("section-note", messages.say(Phrase::changes_feed_note).into());
    html! {
        <div class="changes" part="changes">
            { p("changes-count", summary(part, &changes).into()) }
            { section(part, List::World, Html::default(), (world, old(List::World)), changes.world.len()) }
            { section(part, List::Feed, note, (feed, added), changes.feed.len()) }
        </div>
    }
}

/// How many changes of a list are shown.
fn listed(part: &Part, list: List) -> usize {
    LISTED * (1 + part.place.longer[list as usize])
}

/// How many changes in the world there are, between which dates.
fn summary(part: &Part, changes: &Changes<'_>) -> String {
    let Part { shown, messages, .. } = part;
    if let Some(first) = shown.view.survey.blank {
        return messages.dated(Phrase::nothing_recorded, first);
    }
    let until = messages.until(shown.query.clock.date);
    let from = shown.query.against.map(|against| messages.the_last_day(against));
    let mut with = vec![("until", until.as_str())];
    with.extend(from.as_deref().map(|from| ("from", from)));
    let count = changes.world.len();
    match (count, &from) {
        (0, None) => messages.fill(Phrase::changes_none, &with),
        (0, Some(_)) => messages.fill(Phrase::changes_none_since, &with),
        (_, None) => messages.count(Phrase::changes_until, count, &with),
        (_, Some(_)) => messages.count(Phrase::changes_since, count, &with),
    }
}

/// The lines of one kind, filed by year; `total` is how many there would be in all.
fn section(part: &Part, list: List, note: Html, (lines, added): (Vec<Line>, usize), total: usize) -> Html {
    let Part { shown, messages, dispatch, .. } = part;
    if lines.is_empty() {
        return Html::default();
    }
    let title = match list {
        List::World => Phrase::changes_world,
        List::Feed => Phrase::changes_feed,
    };
    let listed = listed(part, list);
    // Where the reader goes on who asked for more.
    let added = lines.get(added).filter(|_| added > 0);
    let years = lines.chunk_by(|a, b| a.year == b.year).map(|lines| {
        html! {
            <>
                { heading(shown.query.level(2), "changes-year", messages.date(Date::of_year(lines[0].year)).into()) }
                <ul class="lines">{ for lines.iter().map(|item| line(part, item, added)) }</ul>
            </>
        }
    });
    let more = (total > listed).then(|| {
        let with = [("shown", messages.number(listed)), ("total", messages.number(total))];
        let with: Vec<_> = with.iter().map(|(name, text)| (*name, text.as_str())).collect();
        let label = messages.fill(Phrase::changes_more, &with);
        button("button", label.into(), dispatch, Pressed::Turn(Turn::Longer(list)))
    });
    html! {
        <div class="changes-section" data-list={list.name()}>
            { heading(shown.query.level(1), "changes-title", messages.say(title).into()) }
            { note }
            { for years }
            { more }
        </div>
    }
}

fn line(part: &Part, line: &Line, added: Option<&Line>) -> Html {
    let tabindex = added.is_some_and(|added| std::ptr::eq(added, line)).then_some("-1");
    let Part { dispatch, .. } = part;
    let country = line
        .country
        .as_ref()
        .map(|(_, code, name)| span("who", button("name", words(name), dispatch, Pressed::Open(*code))));
    let code = line.country.as_ref().map(|(_, code, _)| code.to_string());
    let status = line.class.as_ref().map(|class| class.id.clone());
    html! {
        <li class="change" data-country={code} data-status={status} {tabindex}>
            { for line.class.iter().map(tile) }
            { country }
            { " " }
            { for line.measure.iter().map(|title| piece(words(title))) }
            { span("what", (&line.text).into()) }
            { for line.reason.iter().map(|reason| html! { <>{ " " }{ words(reason) }</> }) }
            if !line.details.is_empty() {
                { " " }
                { span("dating", line.details.iter().map(|detail| piece(detail.into())).collect()) }
            }
        </li>
    }
}
