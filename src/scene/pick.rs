//! Which member is meant by a point on the map, and which one lies next in a direction.

use super::map::{Item, MapScene};
use crate::country::Code;
use crate::world::{Point, WIDTH};

/// Half the side of a target, CSS px (WCAG 2.2, 2.5.8: 24 × 24).
const TOLERANCE: f64 = 12.0;
/// How near to the middle of a shape too small for a finger a touch must be to mean it, CSS px.
const TOUCH: f64 = 3.0;
/// The width of a map, CSS px, from which on markers have their full target over land, too.
const FULL: f64 = 960.0;

/// How a reader points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pointing {
    /// Mouse or pen: what is under the tip, or a marker close by.
    Fine,
    /// A finger, or a mouse that presses a narrow map: what is under it, or a marker or the middle of a small shape close by.
    Coarse,
}

/// The member meant by a point; `direct` is the member whose shape lies under it, if any. Of the markers
/// within reach the nearest is meant. The shape under the point counts as being no farther than a marker's
/// reach over land, which shrinks with the map: on a phone, markers would cover half of Europe.
pub fn pick(scene: &MapScene, at: Point, direct: Option<Code>, pointing: Pointing) -> Option<Code> {
    let over_land = TOLERANCE * (WIDTH / scene.pixel / FULL).min(1.0);
    let cost = |item: &Item| {
        let distance = distance(item.anchor, at) / scene.pixel;
        if Some(item.code) == direct {
            return Some(distance.min(over_land));
        }
        let reach = match (item.marker, pointing) {
            (Some(_), _) => TOLERANCE,
            (None, Pointing::Coarse) => TOUCH,
            (None, Pointing::Fine) => return None,
        };
        (distance <= reach).then_some(distance)
    };
    let costs = scene.items.iter().filter_map(|item| Some((cost(item)?, item.code)));
    costs.min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, code)| code).or(direct)
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

/// The next member from `from` in a direction: the closest one within 45° of it, else the closest on that
/// side, steps aside counting twice. To left and right the way goes on beyond the map's edge, round the world;
/// up and down it ends there.
pub fn next(scene: &MapScene, from: Code, direction: Direction) -> Option<Code> {
    let start = scene.item(from)?.anchor;
    let round = match direction {
        Direction::Left => WIDTH,
        Direction::Right => -WIDTH,
        Direction::Up | Direction::Down => 0.0,
    };
    let around = Point { x: start.x + round, y: start.y };
    [(start, 1.0), (start, f64::INFINITY), (around, f64::INFINITY)]
        .into_iter()
        .find_map(|(start, widest)| nearest(scene, from, direction, (start, widest)))
}

/// `widest` is how far aside of the direction a member may lie for each step ahead.
fn nearest(
    scene: &MapScene,
    from: Code,
    direction: Direction,
    (start, widest): (Point, f64),
) -> Option<Code> {
    let cost = |item: &Item| {
        let (x, y) = (item.anchor.x - start.x, item.anchor.y - start.y);
        let (ahead, aside) = match direction {
            Direction::Left => (-x, y.abs()),
            Direction::Right => (x, y.abs()),
            Direction::Up => (-y, x.abs()),
            Direction::Down => (y, x.abs()),
        };
        (ahead > 0.0 && aside <= widest * ahead).then_some(ahead + ASIDE * aside)
    };
    let reachable = scene.items.iter().filter(|item| item.code != from);
    let costs = reachable.filter_map(|item| Some((cost(item)?, item.code)));
    costs.min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, code)| code)
}

fn distance(a: Point, b: Point) -> f64 {
    (a.x - b.x).hypot(a.y - b.y)
}
