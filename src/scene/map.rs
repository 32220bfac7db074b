//! The map: one item a member, plain land around them, borders on top. Lengths are px of the world's
//! frame unless they say CSS px.

use super::class::standing;
use crate::country::Code;
use crate::feed::{Feed, MemberIndex};
use crate::message::{Messages, Phrase};
use crate::names::Names;
use crate::status::{self, Status};
use crate::survey::Survey;
use crate::world::{self, Kind, Point, Shape, World};

/// A member on the map: its shape or, where that is too small to hit, its marker and shape.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// Who.
    pub member: MemberIndex,
    /// The country.
    pub code: Code,
    /// Position of its shape in the world.
    pub shape: usize,
    /// The id of its status.
    pub status: String,
    /// The place of its status in the legend.
    pub place: usize,
    /// Its name and status in words.
    pub label: String,
    /// Whether the filters take it out.
    pub muted: bool,
    /// The middle of its marker.
    pub marker: Option<Point>,
    /// Where the keyboard finds it: the marker, else a point well inside the shape.
    pub anchor: Point,
}

/// Land that is no item of its own.
#[derive(Clone, Debug, PartialEq)]
pub struct Land {
    /// The country or territory.
    pub code: Code,
    /// Position of its shape in the world.
    pub shape: usize,
    /// The member whose status it shows, with the place of that status in the legend.
    pub of: Option<(MemberIndex, usize)>,
    /// Whether the filters take it out.
    pub muted: bool,
}

/// Everything that is drawn of the map, from the bottom to the top.
#[derive(Clone, Debug, PartialEq)]
pub struct MapScene {
    /// What is below the members.
    pub land: Vec<Land>,
    /// The members, those with a marker last.
    pub items: Vec<Item>,
    /// px of the frame per CSS px.
    pub pixel: f64,
}

/// Radius of a marker in CSS px, on a map that is `width` CSS px wide: 3 at 960, 2 at 360.
pub fn marker_radius(width: f64) -> f64 {
    (2.0 + (width - 360.0) / 600.0).clamp(2.0, 3.5)
}

impl MapScene {
    /// The map of a survey, drawn `width` CSS px wide.
    pub fn new(
        feed: &Feed,
        world: &World,
        messages: &Messages,
        names: &Names,
        survey: &Survey,
        width: f64,
    ) -> Self {
        let mut land = Vec::new();
        let mut items = Vec::new();
        for (index, shape) in world.shapes.iter().enumerate() {
            match member_of(feed, shape, survey) {
                Some((member, place)) if feed[member].code == shape.code => {
                    items.push(item(feed, messages, names, survey, (index, shape), (member, place)));
                }
                of => land.push(Land {
                    code: shape.code,
                    shape: index,
                    of,
                    muted: of.is_some_and(|(member, _)| !survey.shows(member)),
                }),
            }
        }
        let (marked, mut items): (Vec<_>, Vec<_>) = items.into_iter().partition(|item| item.marker.is_some());
        items.extend(marked);
        Self { land, items, pixel: world::WIDTH / width.max(1.0) }
    }

    /// Radius of the markers, px of the frame.
    pub fn radius(&self) -> f64 {
        marker_radius(world::WIDTH / self.pixel) * self.pixel
    }

    /// The item of a member; none where the geometry has no shape for it.
    pub fn item(&self, member: MemberIndex) -> Option<&Item> {
        self.items.iter().find(|item| item.member == member)
    }
}

/// The member whose status a shape shows, and the place of that status in the legend.
fn member_of(feed: &Feed, shape: &Shape, survey: &Survey) -> Option<(MemberIndex, usize)> {
    let own = feed.member(shape.code);
    let of = own.or_else(|| match shape.kind {
        Kind::PartOf(owner) => feed.member(owner),
        Kind::Own | Kind::Neutral => None,
    })?;
    Some((of, survey.shade(of)?))
}

fn item(
    feed: &Feed,
    messages: &Messages,
    names: &Names,
    survey: &Survey,
    (index, shape): (usize, &Shape),
    (member, place): (MemberIndex, usize),
) -> Item {
    Item {
        member,
        code: shape.code,
        shape: index,
        status: status::id(feed, survey.status(member)),
        place,
        label: format!("{}: {}", names.of(member), standing(feed, messages, survey, member).join(", ")),
        muted: !survey.shows(member),
        marker: shape.marker,
        anchor: shape.marker.unwrap_or(shape.anchor),
    }
}

/// What the map says of one place: a name and lines in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Tip {
    /// The country or territory.
    pub name: String,
    /// The status whose tile is shown.
    pub status: Option<Status>,
    /// What is known, a line each.
    pub lines: Vec<String>,
}

/// What the tooltip of a member says.
pub fn member_tip(
    feed: &Feed,
    messages: &Messages,
    names: &Names,
    survey: &Survey,
    member: MemberIndex,
) -> Tip {
    let mut lines = vec![standing(feed, messages, survey, member).join(", ")];
    if matches!(survey.topic, status::Topic::Measure(_)) && feed.measures.len() > 1 {
        let overall = status::status(feed, member, status::Topic::Overall, survey.clock);
        if let Status::Done(done) = overall {
            let (done, measures) = (messages.number(done), messages.number(feed.measures.len()));
            lines.push(messages.fill(Phrase::publicly_known, &[("done", &done), ("measures", &measures)]));
        }
    }
    Tip { name: names.of(member).to_owned(), status: Some(survey.status(member)), lines }
}

/// What the tooltip of land that is no member says: whose status it shows, or that it is no member.
pub fn land_tip(
    feed: &Feed,
    messages: &Messages,
    names: &Names,
    survey: &Survey,
    land: &Land,
) -> Option<Tip> {
    let own = feed.member(land.code).map(|member| names.of(member).to_owned());
    let name = own.or_else(|| messages.locale().country(land.code));
    let Some((member, _)) = land.of else {
        let lines = vec![messages.say(Phrase::not_a_member).to_owned()];
        return Some(Tip { name: name?, status: Some(Status::NotMember), lines });
    };
    let mut tip = member_tip(feed, messages, names, survey, member);
    let with = [("territory", name.as_deref()?), ("member", tip.name.as_str())];
    tip.name = messages.fill(Phrase::territory, &with);
    Some(tip)
}
