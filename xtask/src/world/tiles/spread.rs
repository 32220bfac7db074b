//! The anchors pushed apart until each has room.

use policy_explorer::world::{Point, WIDTH};

/// Cells across the map, if no anchor had to give way.
const ACROSS: f64 = 32.0;

/// How much taller the map is than Equal Earth: Europe and Africa, with the most members for their size, are above
/// each other.
const TALLER: f64 = 1.4;

/// How much wider the map is at first, and in how many steps it shrinks.
const WIDER: f64 = 16.0;
const ROUNDS: i32 = 800;

/// How often all are pushed apart in each step, and how far each is drawn back to its place.
const SETTLING: usize = 8;
const PULL: f64 = 0.004;

/// Two countries are pushed apart to this distance, cells.
const APART: f64 = 1.0;

/// The anchors in cells, far enough from each other. They come from a map so wide that nearly all are, which
/// shrinks step by step: so neighbours stay on their sides of each other.
pub fn spread(homes: &[Point]) -> Vec<[f64; 2]> {
    let mut scale = ACROSS * WIDER / WIDTH;
    let mut at: Vec<[f64; 2]> = homes.iter().map(|home| [home.x * scale, home.y * scale * TALLER]).collect();
    let shrinking = WIDER.powf(-1.0 / f64::from(ROUNDS));
    for _ in 0..ROUNDS {
        scale *= shrinking;
        for (at, home) in at.iter_mut().zip(homes) {
            let home = [home.x * scale, home.y * scale * TALLER];
            for axis in 0..2 {
                at[axis] = at[axis] * shrinking + PULL * (home[axis] - at[axis] * shrinking);
            }
        }
        (0..SETTLING).for_each(|_| part(&mut at));
    }
    at
}

/// Moves those that are too near to each other apart, each half the way.
fn part(at: &mut [[f64; 2]]) {
    for i in 0..at.len() {
        for j in 0..i {
            let apart = [at[i][0] - at[j][0], at[i][1] - at[j][1]];
            let distance = apart[0].hypot(apart[1]);
            if distance < APART {
                // Two in the same place part sideways.
                let way = if distance > 0.0 { apart.map(|side| side / distance) } else { [1.0, 0.0] };
                let push = (APART - distance) / 2.0;
                for axis in 0..2 {
                    at[i][axis] += push * way[axis];
                    at[j][axis] -= push * way[axis];
                }
            }
        }
    }
}
