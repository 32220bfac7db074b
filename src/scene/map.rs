//! The map: one item a member, plain land around them, borders on top. Lengths are px of the world's
//! frame unless they say CSS px.

use super::class::{grounds, publicly_known, standing};
use crate::context::Context;
use crate::country::Code;
use crate::feed::{Feed, MemberIndex};
use crate::message::Phrase;
use crate::status::{self, Status};
use crate::survey::{Shade, Survey};
use crate::world::{self, Form, Kind, Point, Shape, World};
use std::rc::Rc;

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
    pub status: Rc<str>,
    /// What it is coloured by.
    pub shade: Shade,
    /// Its name.
    pub name: Rc<str>,
    /// Its name and status in words.
    pub label: Rc<str>,
    /// Whether the filters take it out.
    pub muted: bool,
    /// Whether its shape is too small to hit where the whole world is shown: then it is drawn above the borders.
    pub small: bool,
    /// The middle of its marker; none where the shape is large enough.
    pub marker: Option<Point>,
    /// Where the keyboard finds it: the marker, else a point well inside the shape.
    pub anchor: Point,
    grounds: Vec<usize>,
}

/// Land that is no item of its own.
#[derive(Clone, Debug, PartialEq)]
pub struct Land {
    /// The country or territory.
    pub code: Code,
    /// Position of its shape in the world.
    pub shape: usize,
    /// The member whose status it shows, with what it is coloured by.
    pub of: Option<(MemberIndex, Shade)>,
    /// Whether the filters take it out.
    pub muted: bool,
}

/// Everything that is drawn of the map, from the bottom to the top.
#[derive(Clone, Debug, PartialEq)]
pub struct MapScene {
    /// What is below the members.
    pub land: Vec<Land>,
    /// The members, the small ones last.
    pub items: Vec<Item>,
    /// The names that stand on the map.
    pub lettering: Vec<Letters>,
    /// px of the frame per CSS px, as near as the map is seen.
    pub pixel: f64,
    /// How near it is seen.
    pub zoom: f64,
}

/// A name on the map, or a code on a tile.
#[derive(Clone, Debug, PartialEq)]
pub struct Letters {
    /// Its position among the items.
    pub item: usize,
    /// What it says.
    pub text: Rc<str>,
    /// The middle of its line.
    pub at: Point,
    /// The size of its type.
    pub size: f64,
}

/// From this zoom on a map has names: the whole world stays calm.
const NAMED: f64 = 1.9;
/// The side of a small shape from which on it can be hit without a marker, CSS px.
const HIT: f64 = 12.0;
/// Size of the names, and the width of a letter of that size on average, CSS px.
const TYPE: f64 = 11.5;
const LETTER: f64 = 6.4;
/// The narrowest tile that has a code, CSS px; and how much of it the type takes.
const CODED: f64 = 19.0;
const OF_TILE: f64 = 0.42;

/// Radius of a marker in CSS px, on a map that is `width` CSS px wide: 3 at 960, 2 at 360.
pub fn marker_radius(width: f64) -> f64 {
    (2.0 + (width - 360.0) / 600.0).clamp(2.0, 3.5)
}

impl MapScene {
    /// The map of a survey, drawn `width` CSS px wide, as a whole.
    pub fn new(context: Context<'_>, world: &World, width: f64) -> Self {
        Self::after(None, context, world).placed(world, width, 1.0)
    }

    /// The map of a survey before it is placed, after another one of the same feed, names, topic and projection, both without
    /// an earlier date: a member whose status rests on the same claims has the same words.
    pub fn after(before: Option<&MapScene>, context: Context<'_>, world: &World) -> Self {
        let Context { feed, survey, .. } = context;
        let subject = Subject { context, world };
        let mut land = Vec::new();
        let mut items = Vec::new();
        for (index, shape) in world.shapes.iter().enumerate() {
            match member_of(feed, shape, survey) {
                Some((member, shade)) if feed[member].code == shape.code => {
                    let known = before.and_then(|before| before.item(shape.code));
                    items.push(subject.item(index, (member, shade), known));
                }
                of => land.push(Land {
                    code: shape.code,
                    shape: index,
                    of,
                    muted: of.is_some_and(|(member, _)| !survey.shows(member)),
                }),
            }
        }
        let (small, mut items): (Vec<_>, Vec<_>) = items.into_iter().partition(|item| item.small);
        items.extend(small);
        Self { land, items, lettering: Vec::new(), pixel: 1.0, zoom: 1.0 }
    }

    /// The same statuses on a world with the same shapes, drawn `width` CSS px wide and seen `zoom` times nearer.
    /// Markers come back to their places, and become shapes once these can be hit.
    pub fn placed(&self, world: &World, width: f64, zoom: f64) -> Self {
        let pixel = world::WIDTH / width.max(1.0) / zoom;
        let mut scene = Self { pixel, zoom, ..self.clone() };
        for item in &mut scene.items {
            let shape = &world.shapes[item.shape];
            let side = shape.bounds.width().min(shape.bounds.height()) / pixel;
            let is_marked = zoom == 1.0 || side < HIT;
            let nearer = |marker: f64, anchor: f64| anchor + (marker - anchor) / zoom;
            item.marker = shape.marker.filter(|_| is_marked).map(|marker| Point {
                x: nearer(marker.x, shape.anchor.x),
                y: nearer(marker.y, shape.anchor.y),
            });
            item.anchor = item.marker.unwrap_or(shape.anchor);
        }
        scene.lettering = match world.form {
            Form::Tiles => scene.codes(world),
            _ if zoom >= NAMED => scene.names(world),
            _ => Vec::new(),
        };
        scene
    }

    /// The codes of the tiles, where there is room for them.
    fn codes(&self, world: &World) -> Vec<Letters> {
        let side = |item: &Item| world.shapes[item.shape].bounds.width();
        let items = self.items.iter().enumerate().filter(|(_, item)| side(item) / self.pixel >= CODED);
        let code = |(place, item): (usize, &Item)| Letters {
            item: place,
            text: short(item.code).into(),
            at: item.anchor,
            size: side(item) * OF_TILE,
        };
        items.map(code).collect()
    }

    /// The names that fit into their shapes, the widest shape first, and do not touch each other.
    fn names(&self, world: &World) -> Vec<Letters> {
        let size = TYPE * self.pixel;
        let mut fitting: Vec<(f64, Letters)> = Vec::new();
        for (place, item) in self.items.iter().enumerate().filter(|(_, item)| item.marker.is_none()) {
            let shape = &world.shapes[item.shape];
            let (bounds, at) = (shape.bounds, item.anchor);
            let room = (at.x - bounds.min.x).min(bounds.max.x - at.x);
            let rise = (at.y - bounds.min.y).min(bounds.max.y - at.y);
            if !shape.path.is_empty() && half(&item.name, self.pixel) <= room && size / 2.0 <= rise {
                fitting.push((room, Letters { item: place, text: item.name.clone(), at, size }));
            }
        }
        let mut names: Vec<Letters> = Vec::new();
        // Picked one by one, since sorting takes more code.
        while let Some((widest, _)) =
            fitting.iter().enumerate().max_by(|(_, (a, _)), (_, (b, _))| a.total_cmp(b))
        {
            let (_, name) = fitting.swap_remove(widest);
            let touches = |other: &Letters| {
                let reach = half(&name.text, self.pixel) + half(&other.text, self.pixel);
                (name.at.x - other.at.x).abs() < reach && (name.at.y - other.at.y).abs() < size * 1.2
            };
            if !names.iter().any(touches) {
                names.push(name);
            }
        }
        names
    }

    /// Radius of the markers, px of the frame.
    pub fn radius(&self) -> f64 {
        marker_radius(world::WIDTH / self.pixel) * self.pixel
    }

    /// The item of a member; none where the geometry has no shape for it.
    pub fn item(&self, code: Code) -> Option<&Item> {
        self.items.iter().find(|item| item.code == code)
    }

    /// A piece of land that is no item of its own.
    pub fn land(&self, code: Code) -> Option<&Land> {
        self.land.iter().find(|land| land.code == code)
    }
}

/// What stands for a country on a tile.
fn short(code: Code) -> String {
    code.alpha2().unwrap_or_else(|| code.to_string())
}

/// Half the width of a name, as far as its number of letters tells.
#[allow(clippy::cast_precision_loss)]
fn half(name: &str, pixel: f64) -> f64 {
    name.chars().count() as f64 * LETTER * pixel / 2.0
}

/// The member whose status a shape shows, and what it is coloured by.
fn member_of(feed: &Feed, shape: &Shape, survey: &Survey) -> Option<(MemberIndex, Shade)> {
    let own = feed.member(shape.code);
    let of = own.or_else(|| match shape.kind {
        Kind::PartOf(owner) => feed.member(owner),
        Kind::Own | Kind::Neutral => None,
    })?;
    Some((of, survey.shade(of)?))
}

/// What a map is of.
struct Subject<'a> {
    context: Context<'a>,
    world: &'a World,
}

impl Subject<'_> {
    /// The item of a member whose shape has this index; as it was before if all that it says is the same.
    fn item(&self, index: usize, (member, shade): (MemberIndex, Shade), before: Option<&Item>) -> Item {
        let Self { context, world } = *self;
        let Context { feed, names, survey, .. } = context;
        let shape = &world.shapes[index];
        let grounds = grounds(feed, survey, member);
        let muted = !survey.shows(member);
        let is_same =
            |before: &&Item| before.shade == shade && before.grounds == grounds && before.muted == muted;
        // On tiles it says more.
        if let Some(before) = before.filter(|_| world.form != Form::Tiles).filter(is_same) {
            return Item { shape: index, small: shape.marker.is_some(), ..before.clone() };
        }
        Item {
            member,
            code: shape.code,
            shape: index,
            status: status::id(feed, survey.status(member)).into(),
            shade,
            name: names.of(member).into(),
            label: self.label(member, muted).into(),
            muted,
            small: shape.marker.is_some(),
            marker: None,
            anchor: shape.anchor,
            grounds,
        }
    }

    /// A member's name and status in words, and that it is filtered out.
    fn label(&self, member: MemberIndex, muted: bool) -> String {
        let Context { feed, messages, names, .. } = self.context;
        let mut words = standing(self.context, member);
        words.extend(muted.then(|| messages.say(Phrase::filtered_out).to_owned()));
        let label = messages.labelled(names.of(member), &messages.list(&words));
        match self.world.form {
            // What is seen on a tile is part of what it is called.
            Form::Tiles => format!("{} {label}", short(feed[member].code)),
            Form::Map | Form::Globe(_) => label,
        }
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
pub fn member_tip(context: Context<'_>, member: MemberIndex) -> Tip {
    let Context { feed, messages, names, survey } = context;
    let mut lines = vec![messages.list(&standing(context, member))];
    if matches!(survey.topic, status::Topic::Measure(_)) && feed.measures.len() > 1 {
        let overall = status::status(feed, member, status::Topic::Overall, survey.clock);
        if let Status::Done(done) = overall {
            lines.push(publicly_known(feed, messages, done));
        }
    }
    Tip { name: names.of(member).to_owned(), status: Some(survey.status(member)), lines }
}

/// What the tooltip of land that is no member says: whose status it shows, or that it is no member.
pub fn land_tip(context: Context<'_>, land: &Land) -> Option<Tip> {
    let Context { feed, messages, names, .. } = context;
    let own = feed.member(land.code).map(|member| names.of(member).to_owned());
    let name = own.or_else(|| messages.locale().country(land.code));
    let Some((member, _)) = land.of else {
        let lines = vec![messages.say(Phrase::not_a_member).to_owned()];
        return Some(Tip { name: name?, status: Some(Status::NotMember), lines });
    };
    let mut tip = member_tip(context, member);
    let with = [("territory", name.as_deref()?), ("member", tip.name.as_str())];
    tip.name = messages.fill(Phrase::territory, &with);
    Some(tip)
}
