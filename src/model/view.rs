//! The view: everything that is shown, as plain values, derived from feed, query and language.

use super::chunk::Chunk;
use super::field::Field;
use super::query::{Query, ViewKind};
use super::{Failure, Model, Over, Reach, unread};
use crate::context::Context;
use crate::country::Code;
use crate::feed::text::{Link, Text};
use crate::feed::{Feed, FeedError, GroupIndex, RegionIndex};
use crate::finding::Checked;
use crate::headline::{Headline, headline};
use crate::message::{Messages, Phrase};
use crate::scene::class::{Class, Entry, class, legend};
use crate::scene::map::{self, MapScene, Tip};
use crate::scene::palette;
use crate::scene::timeline::{Timeline, timeline};
use crate::status::Topic;
use crate::survey::Survey;
use crate::words::Words;
use crate::world::Point;

/// Everything that is shown of a feed.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    /// The statuses that all parts show.
    pub survey: Survey,
    /// The sentence above the map.
    pub headline: Headline,
    /// The choice of measure.
    pub choices: Vec<Choice>,
    /// The map or the table.
    pub main: Main,
    /// The dates that can be viewed. `None` if the feed has no dates.
    pub timeline: Option<Timeline>,
    /// The classes with their counts.
    pub legend: Vec<Entry>,
    /// The filters in force, each with its field.
    pub filters: Vec<(Field, Choosable)>,
    /// Whether the filters keep no member.
    pub nobody: bool,
    /// The publisher, and the terms of use.
    pub footer: Footer,
    /// Whether something is wrong with the feed: see `Shown::faults`.
    pub faulty: bool,
    /// The colours of the classes, as a style sheet.
    pub palette: String,
}

/// The view in the middle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Main {
    /// The map: see `Shown::scene`.
    Map,
    /// A view whose code comes later. It is derived when it is drawn: see `Shown`.
    Later(Chunk),
}

/// A measure to choose, or all of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// The value of the field `measure`.
    pub id: String,
    /// The clause of the policy.
    pub clause: Option<String>,
    /// What it is called.
    pub label: Words,
    /// Whether it is chosen.
    pub chosen: bool,
}

/// A word of a field that is a list.
#[derive(Clone, Debug, PartialEq)]
pub struct Choosable {
    /// The word.
    pub id: String,
    /// What it is called.
    pub label: String,
    /// The language of the label, if it is not the reader's.
    pub lang: Option<String>,
    /// Whether it is in the list.
    pub chosen: bool,
}

/// The publisher, the date and the terms of the data.
#[derive(Clone, Debug, PartialEq)]
pub struct Footer {
    /// Date of the data.
    pub date: Option<String>,
    /// Who published it, and their site.
    pub publisher: Option<(String, Option<Link>)>,
    /// The terms.
    pub license: Option<(Words, Option<Link>)>,
}

/// The view of a feed, as asked.
pub fn view(checked: &Checked<Feed>, messages: &Messages, query: &Query, model: &Model) -> View {
    let feed = &checked.value;
    let survey = Survey::new(feed, query.topic, query.clock, &query.filter);
    let survey = match query.against {
        Some(date) => survey.against(feed, date),
        None => survey,
    };
    let legend = legend(feed, messages, &survey, &query.filter.statuses);
    View {
        headline: headline(feed, messages, &survey, &query.filter, query.date, model.today),
        choices: choices(feed, messages, query.topic),
        main: query.view.chunk().map_or(Main::Map, Main::Later),
        timeline: timeline(feed, messages, &survey, model.today, line_room(model.width)),
        filters: filters(feed, messages, query, &legend),
        legend,
        nobody: feed.member_indices().all(|member| !survey.shows(member)),
        footer: footer(feed, messages),
        faulty: checked.tally.errors > 0,
        palette: palette::css(feed),
        survey,
    }
}

/// The least length of the line of dates, CSS px, beside its button and, if there is room, the choices.
fn line_room(width: f64) -> f64 {
    if width > 600.0 { width - 390.0 } else { width - 100.0 }
}

/// The map, if it is asked for, after an earlier one. `None` until the geometry has loaded.
pub fn scene(
    context: Context<'_>,
    (view, before): (ViewKind, Option<&MapScene>),
    model: &Model,
) -> Option<MapScene> {
    let world = model.world.as_deref().filter(|_| view == ViewKind::Map)?;
    let scene = MapScene::after(before, context, world);
    Some(scene.placed(world, model.drawn, model.sight.rested().zoom))
}

fn choices(feed: &Feed, messages: &Messages, topic: Topic) -> Vec<Choice> {
    let all = Choice {
        id: "overall".to_owned(),
        clause: None,
        label: Words::own(messages.count(Phrase::overall, feed.measures.len(), &[])),
        chosen: topic == Topic::Overall,
    };
    let measures = feed.measure_indices().map(|index| Choice {
        id: feed[index].id.clone(),
        clause: feed[index].clause.clone(),
        label: Words::best(&feed[index].title, messages.tag()),
        chosen: topic == Topic::Measure(index),
    });
    std::iter::once(all).chain(measures).collect()
}

/// The regions that members can be kept by.
pub fn regions(feed: &Feed, messages: &Messages, query: &Query) -> Vec<Choosable> {
    let kept = |region| query.filter.regions.contains(&RegionIndex(region));
    let regions = feed.regions.iter().enumerate();
    regions.map(|(at, region)| choosable(messages, &region.id, &region.label, kept(at))).collect()
}

/// The groups that members can be kept by.
pub fn groups(feed: &Feed, messages: &Messages, query: &Query) -> Vec<Choosable> {
    let kept = |group| query.filter.groups.contains(&GroupIndex(group));
    let groups = feed.groups.iter().enumerate();
    groups.map(|(at, group)| choosable(messages, &group.id, &group.label, kept(at))).collect()
}

#[inline(never)]
fn choosable(messages: &Messages, id: &str, label: &Text, chosen: bool) -> Choosable {
    let Words { text: label, lang } = Words::best(label, messages.tag());
    Choosable { id: id.to_owned(), label, lang, chosen }
}

/// The filters in force. Statuses that the topic does not have filter nobody.
fn filters(feed: &Feed, messages: &Messages, query: &Query, legend: &[Entry]) -> Vec<(Field, Choosable)> {
    let mut filters = Vec::new();
    for &region in &query.filter.regions {
        let region = &feed[region];
        filters.push((Field::Region, choosable(messages, &region.id, &region.label, true)));
    }
    for &group in &query.filter.groups {
        let group = &feed[group];
        filters.push((Field::Group, choosable(messages, &group.id, &group.label, true)));
    }
    if legend.iter().any(|entry| !entry.shown) {
        for Entry { class, .. } in legend.iter().filter(|entry| entry.shown) {
            let Class { id, label, lang, .. } = class.clone();
            filters.push((Field::Status, Choosable { id, label, lang, chosen: true }));
        }
    }
    filters
}

/// Who publishes the data, of when, and under which terms.
pub fn footer(feed: &Feed, messages: &Messages) -> Footer {
    let tag = messages.tag();
    let publisher = &feed.publisher;
    Footer {
        date: feed.published.map(|date| messages.dated(Phrase::data_of, date)),
        publisher: publisher
            .name
            .as_ref()
            .map(|name| (name.best(tag).text.to_owned(), publisher.url.clone())),
        license: feed.license.as_ref().map(|license| (Words::best(&license.name, tag), license.url.clone())),
    }
}

/// What a failure says to the reader.
pub fn explain(failure: &Failure, messages: &Messages) -> String {
    let phrase = match failure {
        Failure::Unreachable(Reach::Network) => Phrase::feed_unreachable,
        Failure::Unreachable(Reach::Offline) => Phrase::feed_offline,
        Failure::Unreachable(Reach::Silent) => Phrase::feed_silent,
        Failure::Unreachable(Reach::Refused) => Phrase::feed_refused,
        Failure::Unreachable(Reach::Elsewhere) => Phrase::feed_elsewhere,
        Failure::Unreachable(Reach::Status(status)) => {
            return messages.fill(Phrase::feed_status, &[("status", &status.to_string())]);
        }
        Failure::TooLarge => Phrase::feed_too_large,
        Failure::NotJson(why) => unread::phrase(why).unwrap_or(Phrase::feed_not_json),
        Failure::Feed(FeedError::TooMany { list, limit, found }) => {
            let (limit, found) = (messages.number(*limit), messages.number(*found));
            return messages
                .fill(Phrase::feed_too_many, &[("list", list), ("limit", &limit), ("found", &found)]);
        }
        Failure::Feed(FeedError::Missing(_)) => Phrase::feed_invalid,
        Failure::Feed(FeedError::Version(version)) => {
            return messages.fill(Phrase::feed_version, &[("version", version)]);
        }
        Failure::Integrity => Phrase::feed_integrity,
        Failure::Assets => Phrase::assets_unreachable,
    };
    messages.say(phrase).to_owned()
}

/// What the tooltip says, and where it points to.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedTip {
    /// What it says.
    pub tip: Tip,
    /// The tile beside it.
    pub class: Option<Class>,
    /// The member whose status it tells.
    pub member: Option<Code>,
    /// What it points to, px of the frame.
    pub at: Point,
    /// The position in the world of the shape that it is about.
    pub shape: usize,
    /// The middle of the marker that it is about.
    pub marker: Option<Point>,
}

/// The tooltip, if the pointer or the focus is on something.
pub fn tip(model: &Model) -> Option<PlacedTip> {
    let spot = model.spot?;
    let shown = model.shown.as_ref()?;
    let context = shown.context(model.messages.as_deref()?);
    let scene = shown.scene.as_deref()?;
    let (tip, member, shape, marker) = match spot.over {
        Over::Member(code) => {
            let item = scene.item(code)?;
            let tip = map::member_tip(context, item.member);
            (tip, Some(code), item.shape, item.marker)
        }
        Over::Land(code) => {
            let land = scene.land(code)?;
            let tip = map::land_tip(context, land)?;
            (tip, land.of.map(|of| shown.code(of.0)), land.shape, None)
        }
        Over::Nothing => return None,
    };
    let class = tip.status.map(|status| class(context.feed, context.messages, status));
    Some(PlacedTip { tip, class, member, at: spot.at, shape, marker })
}
