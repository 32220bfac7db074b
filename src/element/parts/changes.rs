//! What changed, newest first, in sentences: in the world, and apart from it in the feed.

use super::super::app::Part;
use super::{Pressed, bdi, button, heading, p, piece, span, tile, words};
use crate::changes::{Changes, Line};
use crate::date::Date;
use crate::message::Phrase;
use crate::model::place::Turn;
use yew::prelude::*;

/// How many changes are listed at first, and how many more at each press.
const LISTED: usize = 200;

pub fn draw(part: &Part) -> Html {
    let Part { shown, messages, .. } = part;
    let changes = shown.changes();
    let names = &shown.names;
    let most = LISTED * (1 + part.place.longer);
    let world = changes.world.iter().take(most).map(|change| changes.line(messages, names, change)).collect();
    let feed = changes.feed.iter().take(most).flat_map(|act| changes.act(messages, names, act)).collect();
    let note = p("section-note", messages.say(Phrase::changes_feed_note).into());
    html! {
        <div class="changes" part="changes">
            { p("changes-count", summary(part, &changes).into()) }
            { section(part, Phrase::changes_world, Html::default(), world, changes.world.len()) }
            { section(part, Phrase::changes_feed, note, feed, changes.feed.len()) }
        </div>
    }
}

/// How many changes in the world there are, between which dates.
fn summary(part: &Part, changes: &Changes<'_>) -> String {
    let Part { shown, messages, .. } = part;
    let until = messages.until(shown.query.clock.date);
    let from = shown.query.against.map(|against| messages.the_date(against));
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
fn section(part: &Part, title: Phrase, note: Html, lines: Vec<Line>, total: usize) -> Html {
    let Part { shown, messages, dispatch, place, .. } = part;
    if lines.is_empty() {
        return Html::default();
    }
    let level = shown.query.heading;
    let years = lines.chunk_by(|a, b| a.year == b.year).map(|lines| {
        html! {
            <>
                { heading(level, 2, "changes-year", messages.date(Date::of_year(lines[0].year)).into()) }
                <ul class="lines">{ for lines.iter().map(|item| line(part, item)) }</ul>
            </>
        }
    });
    let listed = LISTED * (1 + place.longer);
    let more = (total > listed).then(|| {
        let with = [("shown", messages.number(listed)), ("total", messages.number(total))];
        let with: Vec<_> = with.iter().map(|(name, text)| (*name, text.as_str())).collect();
        let label = messages.fill(Phrase::changes_more, &with);
        button("button", label.into(), dispatch, Pressed::Turn(Turn::Longer))
    });
    html! {
        <div class="changes-section">
            { heading(level, 1, "changes-title", messages.say(title).into()) }
            { note }
            { for years }
            { more }
        </div>
    }
}

fn line(part: &Part, line: &Line) -> Html {
    let Part { dispatch, .. } = part;
    let country = line.country.as_ref().map(|(member, _, name)| {
        span("who", button("name", bdi(name, None), dispatch, Pressed::Open(*member)))
    });
    let code = line.country.as_ref().map(|(_, code, _)| code.to_string());
    let status = line.class.as_ref().map(|class| class.id.clone());
    html! {
        <li class="change" data-country={code} data-status={status}>
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
