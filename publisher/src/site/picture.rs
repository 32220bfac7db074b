//! The pictures that other sites show where somebody links to a page: the map of a measure, and of a country a card with its name
//! and statuses.

use super::card::{SIZE, card};
use super::edition::Edition;
use super::element::view;
use super::plan::Leaf;
use crate::paint::Painter;
use policy_explorer::model::field::Field;
use policy_explorer::parcel::svg;
use policy_explorer::status::Topic;

/// The path of a page's picture; that of changes is the front page's.
pub fn path(edition: &Edition<'_>, leaf: Leaf) -> String {
    let feed = edition.feed();
    let name = match leaf {
        Leaf::Front | Leaf::Changes => "overall".to_owned(),
        Leaf::Country(member) => format!("country-{}", feed[member].code),
        Leaf::Measure(measure) => format!("measure-{}", feed[measure].id),
    };
    format!("pictures/{}/{name}.png", edition.lang)
}

/// The picture of a page.
///
/// # Errors
/// In words, when it cannot be painted.
pub fn png(edition: &Edition<'_>, painter: &Painter, leaf: Leaf) -> Result<Vec<u8>, String> {
    let drawing = match leaf {
        Leaf::Country(member) => card(edition, member),
        Leaf::Measure(measure) => map(edition, Topic::Measure(measure)),
        Leaf::Front | Leaf::Changes => map(edition, edition.overall.topic),
    };
    #[allow(clippy::cast_precision_loss)]
    painter.png(&drawing, Some(SIZE[0] as f64))
}

fn map(edition: &Edition<'_>, topic: Topic) -> String {
    let shown = view(edition, &[(Field::Measure, topic.id(edition.feed()).to_owned())]);
    svg(&shown.model).expect("the feed is shown")
}
