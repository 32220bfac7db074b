//! How many members have each status.

use super::edition::Edition;
use policy_explorer::feed::RegionIndex;
use policy_explorer::markup::{Html, each, list, node, nothing, said, text};
use policy_explorer::message::Phrase;
use policy_explorer::parts::{bdi, status, tile, words};
use policy_explorer::scene::class::{Entry, legend};
use policy_explorer::status;
use policy_explorer::survey::Survey;
use policy_explorer::words::Words;

/// The statuses with their numbers, as in the widget's legend.
pub fn entries(edition: &Edition<'_>, survey: &Survey) -> Html {
    let entry = |entry: &Entry| {
        node!("li", "class" = "entry"; "data-status" = &entry.class.id => [
            tile(&entry.class),
            bdi(&entry.class.label, entry.class.lang.as_deref()),
            text(" "),
            node!("b" => text(&number(edition, entry))),
        ])
    };
    let legend = legend(edition.feed(), &edition.messages, survey, &[]);
    node!(
        "ul", "class" = "site-legend"; "aria-label" = edition.messages.say(Phrase::legend).to_owned()
        => each(&legend, &entry)
    )
}

fn number(edition: &Edition<'_>, entry: &Entry) -> String {
    edition.messages.number(entry.count.unwrap_or_default())
}

/// The same without statuses that no member has.
pub fn numbers(edition: &Edition<'_>, survey: &Survey) -> Html {
    let legend = legend(edition.feed(), &edition.messages, survey, &[]);
    let held: Vec<&Entry> = legend.iter().filter(|entry| entry.count > Some(0)).collect();
    node!("ul", "class" = "site-legend" => each(&held, &|entry| {
        node!("li", "class" = "entry" => [status(&entry.class), text(" "), node!("b" => text(&number(edition, entry)))])
    }))
}

/// How many members of a region have each status.
fn in_region(edition: &Edition<'_>, survey: &Survey, region: Option<RegionIndex>) -> Vec<usize> {
    let feed = edition.feed();
    let mut counts = vec![0; survey.classes.len()];
    for member in feed.member_indices().filter(|&member| feed[member].region == region) {
        if let Some(class) = status::index(feed, survey.topic, survey.status(member)) {
            counts[class] += 1;
        }
    }
    counts
}

/// A row a region with the numbers of its members.
pub fn by_region(edition: &Edition<'_>, survey: &Survey) -> Html {
    let (feed, messages) = (edition.feed(), &edition.messages);
    let heads = legend(feed, messages, survey, &[]);
    let head = |entry: &Entry| node!("th", "scope" = "col" => node!("span", "class" = "standing" => status(&entry.class)));
    let row = |name: Html, counts: &[usize]| {
        let counts = counts.iter().copied().chain([counts.iter().sum()]);
        let counts = counts.map(|count| messages.number(count));
        node!("tr" => [
            node!("th", "scope" = "row" => name),
            each(&counts.collect::<Vec<_>>(), &|count| node!("td" => text(count))),
        ])
    };
    let region = |index: usize| {
        let counts = in_region(edition, survey, Some(RegionIndex(index)));
        row(words(&Words::best(&feed.regions[index].label, messages.tag())), &counts)
    };
    // Members that the feed files under none.
    let others = in_region(edition, survey, None);
    let others =
        others.iter().any(|count| *count > 0).then(|| row(said(messages, Phrase::region_none), &others));
    node!("table", "class" = "site-table site-numbers" => [
        node!("caption" => text(edition.words.counts)),
        node!("thead" => node!("tr" => [
            node!("th", "scope" = "col" => said(messages, Phrase::region)),
            each(&heads, &head),
            node!("th", "scope" = "col" => text(edition.words.total)),
        ])),
        node!("tbody" => [list((0..feed.regions.len()).map(region).collect()), others.unwrap_or_else(nothing)]),
        node!("tfoot" => row(text(edition.words.all), &survey.counts)),
    ])
}
