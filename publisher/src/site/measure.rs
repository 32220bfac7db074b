//! The page of a measure: the map, how many members have each status, and all members with theirs.

use super::edition::Edition;
use super::element::{element, fields, note, view};
use super::page::{Page, slot};
use super::plan::Leaf;
use super::standing::by_region;
use policy_explorer::about::{About, about, unknown_note};
use policy_explorer::feed::{MeasureIndex, MemberIndex};
use policy_explorer::markup::{Html, each, list, node, nothing, said, some, text};
use policy_explorer::message::Phrase;
use policy_explorer::parts::{status, words};
use policy_explorer::scene::class::class_of;
use policy_explorer::status::{self, Topic, basis};
use policy_explorer::survey::Survey;
use policy_explorer::words::Words;

pub fn page(edition: &Edition<'_>, measure: MeasureIndex) -> Page {
    let (feed, messages, topic) = (edition.feed(), &edition.messages, Topic::Measure(measure));
    let here = edition.path(Leaf::Measure(measure));
    let fields = fields(edition, Some(&feed[measure].id));
    let survey = edition.survey(topic);
    let about = about(feed, messages, topic);
    let title = Words::best(&feed[measure].title, messages.tag());
    let with = [("measure", title.text.as_str()), ("policy", &edition.policy())];
    Page {
        leaf: Leaf::Measure(measure),
        description: edition.fill(edition.words.about_measure, &with),
        main: list(vec![
            node!("h1" => words(&title)),
            some(about.clause.as_ref(), |clause| node!("p", "class" = "facts" => text(clause))),
            some(about.summary.as_ref(), |summary| node!("p", "class" = "site-prose" => words(summary))),
            slot(),
            note(edition),
            numbers(edition, &survey),
            members(edition, &survey, (measure, &here)),
            criteria(edition, &about),
        ]),
        element: Some(element(edition, &view(edition, &fields), (&fields, &here))),
        head: nothing(),
        title: title.text,
    }
}

fn numbers(edition: &Edition<'_>, survey: &Survey) -> Html {
    node!("section", "class" = "site-scroll", "tabindex" = "0", "aria-labelledby" = "numbers" => [
        node!("h2", "id" = "numbers" => said(&edition.messages, Phrase::legend)),
        by_region(edition, survey),
    ])
}

fn members(edition: &Edition<'_>, survey: &Survey, (measure, here): (MeasureIndex, &str)) -> Html {
    let messages = &edition.messages;
    let shown = edition.names.order().iter().copied().filter(|&member| survey.shows(member));
    let mut shown: Vec<MemberIndex> = shown.collect();
    // The furthest first; names stay in order among equals.
    shown.sort_by_key(|&member| status::index(edition.feed(), survey.topic, survey.status(member)));
    let head = |phrase: Phrase| node!("th", "scope" = "col" => said(messages, phrase));
    node!("section", "aria-labelledby" = "members" => [
        node!("h2", "id" = "members" => said(messages, Phrase::countries)),
        node!("table", "class" = "site-table site-members" => [
            node!("caption" => said(messages, Phrase::table)),
            node!("thead" => node!("tr" => [
                head(Phrase::country),
                head(Phrase::region),
                node!("th", "scope" = "col" => text(edition.words.status)),
                head(Phrase::trend_date),
                head(Phrase::source_count),
            ])),
            node!("tbody" => each(&shown, &|member| row(edition, *member, (measure, here)))),
        ]),
    ])
}

fn row(edition: &Edition<'_>, member: MemberIndex, (measure, here): (MeasureIndex, &str)) -> Html {
    let (feed, messages, clock) = (edition.feed(), &edition.messages, edition.clock());
    let class = class_of(feed, messages, Topic::Measure(measure), member, clock);
    let grounds = basis(feed, member, measure, clock);
    let dating = grounds.first().map(|first| messages.dating(first.dating, first.date));
    let sources: usize = grounds.iter().map(|record| record.sources()).sum();
    let region = feed[member].region.map(|region| Words::best(&feed[region].label, messages.tag()));
    let name = words(&edition.names.words(feed, messages, member));
    node!("tr"; "data-country" = feed[member].code.to_string(), "data-status" = &class.id => [
        node!("th", "scope" = "row" => edition.link(here, Leaf::Country(member), name)),
        node!("td" => region.map_or_else(|| said(messages, Phrase::no_region), |region| words(&region))),
        node!("td" => node!("span", "class" = "standing" => status(&class))),
        node!("td" => some(dating, |dating| text(&dating))),
        node!("td" => some((sources > 0).then(|| messages.number(sources)), |sources| text(&sources))),
    ])
}

/// What the publisher must have seen to say so.
fn criteria(edition: &Edition<'_>, about: &About) -> Html {
    let messages = &edition.messages;
    let definitions = if about.criteria.is_empty() {
        nothing()
    } else {
        list(vec![
            node!("p" => said(messages, Phrase::definitions)),
            node!("dl", "class" = "site-criteria" => each(&about.criteria, &|(class, criterion)| list(vec![
                node!("dt", "class" = "standing" => status(class)),
                node!("dd" => words(criterion)),
            ]))),
        ])
    };
    node!("section", "class" = "site-prose", "aria-labelledby" = "about" => [
        node!("h2", "id" = "about" => said(messages, Phrase::about)),
        definitions,
        node!("p" => text(&unknown_note(edition.feed(), messages))),
    ])
}
