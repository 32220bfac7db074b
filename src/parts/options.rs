//! What buttons open whose choices are wanted more rarely: the regions and groups to keep, a second date, how the map is
//! drawn, and what the measure asks for.

use super::part::Part;
use super::toolbar::choose;
use super::zoom::step;
use super::{bdi, button, choice, explained, span, tab, words};
use crate::feed::text::is_same_language;
use crate::markup::{Html, each, list, node, nothing, said, text};
use crate::message::{LANGUAGES, NAMES, Phrase};
use crate::model::Msg;
use crate::model::field::Field;
use crate::model::menu::Menu;
use crate::model::query::{Projection, ViewKind};
use crate::model::sight::{Gesture, Zoom};
use crate::model::time::{Hand, TimeAct, may_compare};
use crate::model::view::{Choosable, groups, regions};
use crate::scene::palette::Pattern;
use crate::scene::pick::Direction;
use crate::words::Words;

pub fn draw(part: &Part) -> Html {
    match part.menu {
        Some(Menu::Countries) => countries(part),
        Some(Menu::More) => more(part),
        Some(Menu::About) => explained::draw(part),
        _ => nothing(),
    }
}

/// A number of groups beyond which they are folded where it is narrow, and the width of that, CSS px.
const FOLDED: (usize, f64) = (6, 600.0);

/// The regions and groups of the feed.
fn countries(part: &Part) -> Html {
    let Part { shown, messages, .. } = part;
    let feed = &shown.feed.value;
    let (regions, groups) = (&regions(feed, messages, &shown.query), &groups(feed, messages, &shown.query));
    let keep = |field: Field, items: &[Choosable]| {
        each(items, &|item| {
            choice("choice", bdi(&item.label, item.lang.as_deref()), item.chosen, (field, &item.id))
        })
    };
    let open = groups.len() <= FOLDED.0 || shown.width > FOLDED.1;
    let label = format!("{} ({})", messages.say(Phrase::groups), messages.number(groups.len()));
    let folded = node!("details", "class" = "groups"; "open" = open.then_some("") => [
        node!("summary" => text(&label)),
        set(part, Phrase::groups, nothing(), keep(Field::Group, groups)),
    ]);
    let close = button("button", said(messages, Phrase::close), Msg::Menu(Menu::Countries));
    node!("div", "class" = "options", "role" = "group"; "aria-label" = (messages, Phrase::countries) => [
        if regions.is_empty() { nothing() } else { named(part, Phrase::regions, keep(Field::Region, regions)) },
        if groups.is_empty() { nothing() } else { folded },
        close,
    ])
}

/// A group of choices with its name above it.
fn named(part: &Part, name: Phrase, choices: Html) -> Html {
    set(part, name, span("choices-label", said(&part.messages, name)), choices)
}

fn set(part: &Part, name: Phrase, label: Html, choices: Html) -> Html {
    node!("div", "class" = "choices", "role" = "group"; "aria-label" = (&part.messages, name) => [label, choices])
}

fn more(part: &Part) -> Html {
    let query = &part.shown.query;
    let is_map = query.view == ViewKind::Map && query.shows("zoom");
    let name = (&part.messages, Phrase::more_options);
    node!("div", "class" = "options", "role" = "group"; "aria-label" = name => [
        dates(part),
        if is_map || query.shows("legend") { drawing(part, is_map) } else { nothing() },
        if is_map { places(part) } else { nothing() },
        languages(part),
    ])
}

/// The languages that the widget speaks, and those that the feed speaks besides: its texts are shown in them.
fn languages(part: &Part) -> Html {
    let Part { shown, messages, .. } = part;
    let mut known: Vec<_> = LANGUAGES.into_iter().zip(NAMES.map(str::to_owned)).collect();
    for spoken in shown.feed.value.measures.iter().flat_map(|measure| measure.title.all()) {
        let is_known = known.iter().any(|(tag, _)| is_same_language(tag, spoken.lang));
        let name = messages.language_name(spoken.lang).filter(|_| !is_known);
        known.extend(name.map(|name| (spoken.lang, name)));
    }
    let tab = |(tag, name): &(&str, String)| {
        let lang = LANGUAGES.contains(tag).then_some(*tag);
        tab(bdi(name, lang), is_same_language(tag, messages.tag().tag), choose(Field::Lang, tag))
    };
    named(part, Phrase::language, each(&known, &tab))
}

/// What can be begun with a second date.
fn dates(part: &Part) -> Html {
    let Part { shown, messages, .. } = part;
    let Some(timeline) = shown.view.timeline.as_ref().filter(|_| shown.query.shows("timeline")) else {
        return nothing();
    };
    let begin = |phrase, hand| button("button", said(messages, phrase), Msg::Time(TimeAct::Begin(hand)));
    let mut dates = Vec::new();
    if shown.query.against.is_none() && may_compare(shown) {
        dates.push(begin(Phrase::begin_against, Hand::Against));
    }
    if shown.query.clock.known.is_none() && timeline.known.is_some() {
        dates.push(begin(Phrase::begin_known, Hand::Known));
    }
    if dates.is_empty() { nothing() } else { named(part, Phrase::dates, list(dates)) }
}

/// How the world is laid out, and how strongly patterns are drawn: the hatch covers most of it, and some readers cannot
/// rest their eyes on it.
fn drawing(part: &Part, is_map: bool) -> Html {
    let Part { shown, messages, .. } = part;
    let mut drawings = Vec::new();
    if is_map {
        for (at, (projection, name)) in Projection::NAMES.into_iter().enumerate() {
            let phrase = [Phrase::projection_map, Phrase::projection_globe, Phrase::projection_tiles][at];
            let chosen = shown.query.projection == projection;
            drawings.push(tab(said(messages, phrase), chosen, choose(Field::Projection, name)));
        }
    }
    let is_light = shown.query.pattern == Pattern::Light;
    let label = said(messages, Phrase::pattern_light);
    drawings.push(choice("choice", label, is_light, (Field::Pattern, "light")));
    named(part, Phrase::projection, list(drawings))
}

/// The regions, which do not filter here, and what a drag does, by presses.
fn places(part: &Part) -> Html {
    let Part { shown, messages, .. } = part;
    let whole = button("button", said(messages, Phrase::zoom_world), Msg::Map(Gesture::Step(Zoom::Whole)));
    let mut places = vec![whole];
    for region in &shown.feed.value.regions {
        let name = words(&Words::best(&region.label, messages.tag()));
        let id = region.id.clone();
        places.push(button("button", name, Msg::Map(Gesture::Region(id))));
    }
    let near = shown.scene.as_ref().is_some_and(|scene| scene.zoom > 1.0);
    if near || shown.query.projection == Projection::Globe {
        let pan =
            |sign, phrase, direction| step(part, sign, phrase, false, Msg::Map(Gesture::Pan(direction)));
        places.push(node!("div", "class" = "steps", "dir" = "ltr" => [
            pan("←", Phrase::pan_left, Direction::Left),
            pan("↑", Phrase::pan_up, Direction::Up),
            pan("↓", Phrase::pan_down, Direction::Down),
            pan("→", Phrase::pan_right, Direction::Right),
        ]));
    }
    named(part, Phrase::zoom_to, list(places))
}
