//! The front page: the map, the measures, the countries, the data, and what is asked.

use super::data;
use super::dataset;
use super::edition::Edition;
use super::element::{element, fields, note, view};
use super::page::{Page, slot};
use super::plan::Leaf;
use super::standing::{entries, numbers};
use policy_explorer::about::{about, unknown_note};
use policy_explorer::feed::text::Link;
use policy_explorer::feed::{MeasureIndex, MemberIndex, RegionIndex};
use policy_explorer::markup::{Html, each, list, node, nothing, said, some, text};
use policy_explorer::message::Phrase;
use policy_explorer::parts::{bdi, clause, link, piece, tile, words};
use policy_explorer::scene::class::class_of;
use policy_explorer::status::{Status, Topic};
use policy_explorer::words::Words;

pub fn page(edition: &Edition<'_>) -> Page {
    let here = edition.path(Leaf::Front);
    let fields = fields(edition, None);
    let shown = view(edition, &fields);
    // The reader's choices are in the address, so that other pages can lead to a country on the map.
    let element = element(edition, &shown, (&fields, &here)).replacen(
        "<policy-explorer",
        "<policy-explorer url-state=\"history\"",
        1,
    );
    let sentence =
        shown.model.shown.as_ref().map_or(String::new(), |shown| shown.view.headline.sentence.clone());
    Page {
        leaf: Leaf::Front,
        title: edition.title().to_owned(),
        description: sentence,
        main: list(vec![
            node!("h1", "class" = "site-title" => text(edition.title())),
            slot(),
            note(edition),
            measures(edition, &here),
            countries(edition, &here),
            data::section(edition, &here),
            policy(edition),
        ]),
        element: Some(element),
        head: dataset::script(edition, &here),
    }
}

fn measures(edition: &Edition<'_>, here: &str) -> Html {
    let feed = edition.feed();
    let measure = |measure: &MeasureIndex| {
        let title = words(&Words::best(&feed[*measure].title, edition.messages.tag()));
        node!("li" => [
            node!("h3" => [clause(feed[*measure].clause.as_ref()), edition.link(here, Leaf::Measure(*measure), title)]),
            numbers(edition, &edition.survey(Topic::Measure(*measure))),
        ])
    };
    let all: Vec<_> = feed.measure_indices().collect();
    node!("section", "aria-labelledby" = "measures" => [
        node!("h2", "id" = "measures" => text(edition.words.measures)),
        node!("ul", "class" = "site-cards" => each(&all, &measure)),
    ])
}

/// All members, by region and name, with their status overall.
fn countries(edition: &Edition<'_>, here: &str) -> Html {
    let feed = edition.feed();
    let regions = (0..feed.regions.len()).map(|region| Some(RegionIndex(region))).chain([None]);
    let region = |region: Option<RegionIndex>| {
        let filed = edition.names.order().iter().copied().filter(|&member| feed[member].region == region);
        let filed: Vec<MemberIndex> = filed.collect();
        let label = region.map(|region| words(&Words::best(&feed[region].label, edition.messages.tag())));
        let head = label.unwrap_or_else(|| said(&edition.messages, Phrase::region_none));
        if filed.is_empty() {
            return nothing();
        }
        list(vec![
            if feed.regions.is_empty() { nothing() } else { node!("h3" => head) },
            node!("ul", "class" = "site-countries" => each(&filed, &|member| country(edition, *member, here))),
        ])
    };
    node!("section", "aria-labelledby" = "countries" => [
        node!("h2", "id" = "countries" => said(&edition.messages, Phrase::countries)),
        entries(edition, &edition.overall),
        list(regions.map(region).collect()),
    ])
}

fn country(edition: &Edition<'_>, member: MemberIndex, here: &str) -> Html {
    let (feed, messages) = (edition.feed(), &edition.messages);
    let class = class_of(feed, messages, edition.overall.topic, member, edition.clock());
    let name = words(&edition.names.words(feed, messages, member));
    // What is not known is said by the sign alone: the words would be most of the list.
    let words = if edition.overall.status(member) == Status::Unknown { "sr" } else { "dating" };
    node!("li"; "data-country" = feed[member].code.to_string(), "data-status" = &class.id => [
        tile(&class),
        edition.link(here, Leaf::Country(member), name),
        text(" "),
        node!("span"; "class" = words => bdi(&class.label, class.lang.as_deref())),
    ])
}

/// What the policy is, and what "no public data" does not mean.
fn policy(edition: &Edition<'_>) -> Html {
    let (feed, messages) = (edition.feed(), &edition.messages);
    let about = about(feed, messages, edition.overall.topic);
    let address = |url: &Link| node!("p" => link(url, bdi(url.as_str(), None)));
    let milestone = |milestone: &policy_explorer::feed::Milestone| {
        let title = words(&Words::best(&milestone.title, messages.tag()));
        let title = some(milestone.url.as_ref(), |url| link(url, title.clone()));
        node!("li" => [node!("b" => text(&messages.date(milestone.date))), text(" "), title])
    };
    node!("section", "class" = "site-prose", "aria-labelledby" = "about" => [
        node!("h2", "id" = "about" => said(messages, Phrase::about)),
        each(&about.policy, &|text| node!("p" => words(text))),
        node!("p", "class" = "dating" => each(&about.adopted, &|fact| piece(words(fact)))),
        some(about.url.as_ref(), address),
        if feed.policy.milestones.is_empty() { nothing() } else { node!("ul", "class" = "site-list" => each(&feed.policy.milestones, &milestone)) },
        some(about.summary.as_ref(), |summary| node!("p" => words(summary))),
        node!("p" => text(&unknown_note(feed, messages))),
    ])
}
