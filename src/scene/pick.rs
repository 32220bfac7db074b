//! Which member is meant by a point on the map, and which one lies next in a direction.

use super::map::{Item, MapScene};
use crate::feed::MemberIndex;
use crate::world::Point;

/// Half the side of a target, CSS px (WCAG 2.2, 2.5.8: 24 × 24).
const TOLERANCE: f64 = 12.0;

/// How a reader points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pointing {
    /// Mouse or pen: what is under the tip, or a marker close by.
    Fine,
    /// A finger: the nearest member close by.
    Coarse,
}

/// The member meant by a point. `direct` is the member whose shape lies under it, if any: it is meant
/// unless the middle of a marker is closer than the middle of the shape and within reach.
pub fn pick(
    scene: &MapScene,
    at: Point,
    direct: Option<MemberIndex>,
    pointing: Pointing,
) -> Option<MemberIndex> {
    let reach = TOLERANCE * scene.pixel;
    let near = |item: &&Item| {
        let within = distance(item.anchor, at) <= reach;
        Some(item.member) == direct
            || within && (item.marker.is_some() || pointing == Pointing::Coarse && direct.is_none())
    };
    let nearest = |a: &&Item, b: &&Item| distance(a.anchor, at).total_cmp(&distance(b.anchor, at));
    scene.items.iter().filter(near).min_by(nearest).map(|item| item.member)
}

/// A direction on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// To smaller x.
    Left,
    /// To larger x.
    Right,
    /// To smaller y.
    Up,
    /// To larger y.
    Down,
}

impl Direction {
    /// All four.
    pub const ALL: [Direction; 4] = [Direction::Left, Direction::Right, Direction::Up, Direction::Down];
}

/// How much a step aside counts against a step ahead.
const ASIDE: f64 = 2.0;

/// The next member from `from` in a direction: the closest one within 45° of it, steps aside counting
/// twice. None at the edge of the map.
pub fn next(scene: &MapScene, from: MemberIndex, direction: Direction) -> Option<MemberIndex> {
    let start = scene.item(from)?.anchor;
    let cost = |item: &Item| {
        let (x, y) = (item.anchor.x - start.x, item.anchor.y - start.y);
        let (ahead, aside) = match direction {
            Direction::Left => (-x, y.abs()),
            Direction::Right => (x, y.abs()),
            Direction::Up => (-y, x.abs()),
            Direction::Down => (y, x.abs()),
        };
        (ahead > 0.0 && aside <= ahead).then_some(ahead + ASIDE * aside)
    };
    let reachable = scene.items.iter().filter(|item| item.member != from);
    let costs = reachable.filter_map(|item| Some((cost(item)?, item.member)));
    costs.min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, member)| member)
}

fn distance(a: Point, b: Point) -> f64 {
    (a.x - b.x).hypot(a.y - b.y)
}
