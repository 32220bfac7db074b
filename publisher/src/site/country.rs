//! The page of a country: each measure with its status, every claim with its sources, and the letter that asks for what is not
//! publicly known.

use super::edition::Edition;
use super::page::Page;
use super::plan::{Leaf, relative};
use policy_explorer::feed::details::Fetched;
use policy_explorer::feed::{MeasureIndex, MemberIndex};
use policy_explorer::markup::{Html, each, list, node, nothing, said, some, text};
use policy_explorer::message::Phrase;
use policy_explorer::model::field::Field;
use policy_explorer::model::fragment;
use policy_explorer::parts::profile::{claims, hatch, history, label, pieces};
use policy_explorer::parts::{bdi, clause, tile, words};
use policy_explorer::profile::{Neighbour, Peers, Profile, Section};
use policy_explorer::request::{Asked, letters};

pub fn page(edition: &Edition<'_>, member: MemberIndex) -> Page {
    let leaf = Leaf::Country(member);
    let here = edition.path(leaf);
    let profile =
        Profile::new(edition.context(&edition.overall), edition.plan.today, member, &Fetched::Missed);
    let name = &profile.name.text;
    let sections = profile.sections.iter().enumerate();
    let section = |(index, item)| section(edition, (&profile, item), MeasureIndex(index), &here);
    Page {
        leaf,
        title: name.clone(),
        description: edition
            .fill(edition.words.about_country, &[("country", name), ("policy", &edition.policy())]),
        main: list(vec![
            node!("h1" => words(&profile.name)),
            node!("p", "class" = "facts" => pieces(&profile.facts)),
            on_map(edition, &profile, &here),
            hatch(),
            node!("div", "class" = "site-columns" => [
                node!("div" => [list(sections.map(section).collect()), letter(edition, member, &here)]),
                some(profile.peers.as_ref(), |peers| self::peers(edition, peers)),
            ]),
            neighbours(edition, &profile, &here),
        ]),
        element: None,
        head: nothing(),
    }
}

/// The way to the same on the map, where there is one that answers.
fn on_map(edition: &Edition<'_>, profile: &Profile, here: &str) -> Html {
    if !edition.plan.widget.is_there() {
        return nothing();
    }
    let choice = fragment::write([(Field::Country, profile.code.as_str())].into_iter());
    let href = format!("{}#policy-explorer={choice}", relative(here, &edition.path(Leaf::Front)));
    node!("p" => node!("a"; "href" = href => text(edition.words.on_map)))
}

fn section(
    edition: &Edition<'_>,
    (profile, section): (&Profile, &Section),
    measure: MeasureIndex,
    here: &str,
) -> Html {
    let (feed, messages) = (edition.feed(), &edition.messages);
    let id = format!("measure-{}", measure.0 + 1);
    let title = edition.link(here, Leaf::Measure(measure), words(&section.title));
    node!("section", "class" = "measure"; "aria-labelledby" = &id, "data-measure" = &feed[measure].id => [
        node!("h2", "class" = "measure-name"; "id" = &id => [clause(section.clause.as_ref()), title]),
        node!("p", "class" = "standing"; "data-country" = profile.code.to_string(), "data-status" = &section.class.id => [
            tile(&section.class),
            label(section),
            some(section.dating.as_ref(), |dating| node!("span", "class" = "dating" => text(dating))),
        ]),
        some(section.history.as_ref(), history),
        some(section.explanation.as_ref(), |words| node!("p", "class" = "explanation" => text(words))),
        claims(section, &section.claims, messages),
        some(section.more.as_ref(), |more| node!("p", "class" = "recorded" => text(more))),
    ])
}

/// The letter in the language of the page.
fn letter(edition: &Edition<'_>, member: MemberIndex, here: &str) -> Html {
    let messages = &edition.messages;
    let link = edition.plan.absolute(here).unwrap_or_default();
    let asked = Asked {
        feed: edition.feed(),
        messages,
        names: &edition.names,
        member,
        today: edition.plan.today,
        link: &link,
    };
    some(letters(asked).into_iter().next(), |letter| {
        node!("section", "class" = "measure" => [
            node!("details" => [
                node!("summary" => node!("h2", "class" = "measure-name" => said(messages, Phrase::ask))),
                node!("p", "class" = "explanation" => said(messages, Phrase::ask_note)),
                node!("pre", "class" = "site-letter", "dir" = "auto"; "lang" = letter.lang => text(&letter.text)),
            ]),
        ])
    })
}

fn peers(edition: &Edition<'_>, peers: &Peers) -> Html {
    node!("section", "class" = "measure", "aria-labelledby" = "peers" => [
        node!("h2", "class" = "measure-name", "id" = "peers" => said(&edition.messages, Phrase::peers)),
        node!("p", "class" = "explanation" => text(&peers.counted)),
        node!("ul", "class" = "site-list" => each(&peers.scopes, &|peer| {
            node!("li" => [words(&peer.label), text(" "), node!("b" => text(&peer.count))])
        })),
    ])
}

/// The countries before and after by name.
fn neighbours(edition: &Edition<'_>, profile: &Profile, here: &str) -> Html {
    let link = |other: &Option<Neighbour>, phrase: Phrase, rel: &'static str| {
        some(other.as_ref(), |other| {
            let href = relative(here, &edition.path(Leaf::Country(other.member)));
            let words = edition.messages.fill(phrase, &[("country", &other.name.text)]);
            node!("a"; "rel" = rel, "href" = href => bdi(&words, None))
        })
    };
    let [before, after] = &profile.neighbours;
    node!("p", "class" = "site-neighbours" => [
        link(before, Phrase::previous, "prev"),
        text(" "),
        link(after, Phrase::next, "next"),
    ])
}
