//! What changed, newest first, in sentences: in the world, and apart from it in the feed.

use super::part::Part;
use super::{button, heading, p, piece, span, tile, words};
use crate::changes::{Changes, Line};
use crate::date::Date;
use crate::markup::{Html, each, list, node, nodes, nothing, said, some, text};
use crate::message::Phrase;
use crate::model::Msg;
use crate::model::progress::{List, Turn};

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
    let revisions: Vec<_> = changes
        .feed
        .iter()
        .take(listed(part, List::Feed))
        .map(|revision| changes.revision(messages, names, revision))
        .collect();
    let old = |list| listed(part, list) - LISTED;
    let added = revisions.iter().take(old(List::Feed)).map(Vec::len).sum();
    let feed = revisions.into_iter().flatten().collect();
    let note = p("section-note", said(messages, Phrase::changes_feed_note));
    node!("div", "class" = "changes", "part" = "changes" => [
        p("changes-count", text(&summary(part, &changes))),
        section(part, List::World, nothing(), (world, old(List::World)), changes.world.len()),
        section(part, List::Feed, note, (feed, added), changes.feed.len()),
    ])
}

/// How many changes of a list are shown.
fn listed(part: &Part, list: List) -> usize {
    LISTED * (1 + part.progress.longer[list as usize])
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
    let Part { shown, messages, .. } = part;
    if lines.is_empty() {
        return nothing();
    }
    let title = match list {
        List::World => Phrase::changes_world,
        List::Feed => Phrase::changes_feed,
    };
    let listed = listed(part, list);
    // Where the reader goes on who asked for more.
    let added = lines.get(added).filter(|_| added > 0);
    let years = lines.chunk_by(|a, b| a.year == b.year).map(|lines| {
        let year = messages.date(Date::of_year(lines[0].year));
        nodes![
            heading(shown.query.level(2), "changes-year", text(&year)),
            node!("ul", "class" = "lines" => each(lines, &|item| line(item, added))),
        ]
    });
    let more = (total > listed).then(|| {
        let with = [("shown", messages.number(listed)), ("total", messages.number(total))];
        let with: Vec<_> = with.iter().map(|(name, text)| (*name, text.as_str())).collect();
        let label = messages.fill(Phrase::changes_more, &with);
        button("button", text(&label), Msg::Turn(Turn::Longer(list)))
    });
    node!("div", "class" = "changes-section"; "data-list" = list.name() => [
        heading(shown.query.level(1), "changes-title", said(messages, title)),
        note,
        self::list(years.collect()),
        more.unwrap_or_else(nothing),
    ])
}

fn line(line: &Line, added: Option<&Line>) -> Html {
    let tabindex = added.is_some_and(|added| std::ptr::eq(added, line)).then_some("-1");
    let country = line.country.as_ref();
    let who = some(country, |(_, code, name)| span("who", button("name", words(name), Msg::Open(*code))));
    let details = if line.details.is_empty() {
        nothing()
    } else {
        nodes![text(" "), span("dating", each(&line.details, &|detail| piece(text(detail))))]
    };
    node!(
        "li", "class" = "change";
        "data-country" = country.map(|(_, code, _)| code.to_string()),
        "data-status" = line.class.as_ref().map(|class| class.id.clone()),
        "tabindex" = tabindex
        => [
            some(line.class.as_ref(), tile),
            who,
            text(" "),
            some(line.measure.as_ref(), |title| piece(words(title))),
            span("what", text(&line.text)),
            some(line.reason.as_ref(), |reason| nodes![text(" "), words(reason)]),
            details,
        ]
    )
}
