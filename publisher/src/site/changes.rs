//! The page of changes: in the world, and apart from it what the publisher recorded and withdrew.

use super::edition::Edition;
use super::feeds::{ATOM, JSON};
use super::page::Page;
use super::plan::{Leaf, relative};
use policy_explorer::changes::{Changes, Line};
use policy_explorer::date::Date;
use policy_explorer::markup::{Html, each, list, node, nothing, said, some, text};
use policy_explorer::message::Phrase;
use policy_explorer::parts::{piece, tile, words};

/// The most changes of a kind on the page; the files have all.
const MOST: usize = 1000;

pub fn page(edition: &Edition<'_>) -> Page {
    let here = edition.path(Leaf::Changes);
    let (messages, names) = (&edition.messages, &edition.names);
    let changes = Changes::new(edition.feed(), names, &edition.overall, None, edition.plan.today);
    let world = changes.world.iter().map(|change| changes.line(messages, names, change));
    let feed = changes.feed.iter().flat_map(|revision| changes.revision(messages, names, revision));
    Page {
        leaf: Leaf::Changes,
        title: messages.say(Phrase::view_changes).to_owned(),
        description: edition.fill(edition.words.about_changes, &[("policy", &edition.policy())]),
        main: node!("div", "class" = "changes" => [
            node!("h1" => said(messages, Phrase::view_changes)),
            follow(edition, &here),
            section(edition, (Phrase::changes_world, nothing()), world.collect(), &here),
            section(edition, (Phrase::changes_feed, note(edition)), feed.collect(), &here),
        ]),
        element: None,
        head: list(vec![
            alternate(edition, &here, ("application/atom+xml", ATOM)),
            alternate(edition, &here, ("application/feed+json", JSON)),
        ]),
    }
}

fn alternate(edition: &Edition<'_>, here: &str, (kind, file): (&'static str, &str)) -> Html {
    let href = relative(here, &(edition.plan.folder(edition.lang) + file));
    node!("link", "rel" = "alternate"; "type" = kind, "title" = edition.messages.say(Phrase::view_changes).to_owned(), "href" = href)
}

/// The feeds that readers can subscribe to.
fn follow(edition: &Edition<'_>, here: &str) -> Html {
    let link = |file: &str, name: &str| {
        let href = relative(here, &(edition.plan.folder(edition.lang) + file));
        piece(node!("a"; "href" = href => text(name)))
    };
    node!("p" => [text(edition.words.follow), text(" "), link(ATOM, "Atom"), link(JSON, "JSON Feed")])
}

fn note(edition: &Edition<'_>) -> Html {
    node!("p", "class" = "section-note" => said(&edition.messages, Phrase::changes_feed_note))
}

/// The lines of one kind, filed by year.
fn section(edition: &Edition<'_>, (title, note): (Phrase, Html), lines: Vec<Line>, here: &str) -> Html {
    let messages = &edition.messages;
    if lines.is_empty() {
        return nothing();
    }
    let listed = &lines[..lines.len().min(MOST)];
    let years = listed.chunk_by(|one, other| one.year == other.year).map(|lines| {
        list(vec![
            node!("h3", "class" = "changes-year" => text(&messages.date(Date::of_year(lines[0].year)))),
            node!("ul" => each(lines, &|item| line(edition, item, here))),
        ])
    });
    let more = (lines.len() > MOST).then(|| messages.count(Phrase::more, lines.len() - MOST, &[]));
    node!("section", "class" = "changes-section" => [
        node!("h2", "class" = "changes-title" => said(messages, title)),
        note,
        list(years.collect()),
        some(more, |more| node!("p" => text(&more))),
    ])
}

fn line(edition: &Edition<'_>, line: &Line, here: &str) -> Html {
    let who = some(
        line.country.as_ref(),
        |(member, _, name)| node!("span", "class" = "who" => edition.link(here, Leaf::Country(*member), words(name))),
    );
    let details = each(&line.details, &|detail| piece(text(detail)));
    node!("li", "class" = "change" => [
        some(line.class.as_ref(), tile),
        who,
        text(" "),
        some(line.measure.as_ref(), |title| piece(words(title))),
        node!("span", "class" = "what" => text(&line.text)),
        some(line.reason.as_ref(), |reason| list(vec![text(" "), words(reason)])),
        if line.details.is_empty() { nothing() } else { list(vec![text(" "), node!("span", "class" = "dating" => details)]) },
    ])
}
